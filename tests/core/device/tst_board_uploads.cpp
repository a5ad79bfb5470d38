// Every way of uploading that the catalogue knows, against recorders that stand in for the tools.

#include "device/flasher.h"

#include "core/device/firmware_fixture.h"
#include "device/known_boards.h"
#include "device/upload_plan.h"
#include "platform/file.h"
#include "platform/pseudo_terminal.h"

#include <QtTest>

#include <map>

using namespace broto;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr const char* tools[] = {"avrdude",           "bossac",  "dfu-util",   "st-flash", "stm32flash", "openocd",
                                 "teensy_loader_cli", "esptool", "arduino-cli"};

struct Expected {
    const char* board;
    std::vector<const char*> ways; ///< what each of them does; PORT, LOADER and FIRMWARE/ stand for what is made here
};

const Expected expected[] = {
    {"uno",
     {"avrdude -c arduino -p m328p -P PORT -b 115200 -D -U flash:w:FIRMWARE/tea.hex:i",
      "arduino-cli upload --fqbn arduino:avr:uno --port PORT --input-dir FIRMWARE"}},
    {"nano",
     {"avrdude -c arduino -p m328p -P PORT -b 115200 -D -U flash:w:FIRMWARE/tea.hex:i",
      "arduino-cli upload --fqbn arduino:avr:nano --port PORT --input-dir FIRMWARE"}},
    {"nano-old",
     {"avrdude -c arduino -p m328p -P PORT -b 57600 -D -U flash:w:FIRMWARE/tea.hex:i",
      "arduino-cli upload --fqbn arduino:avr:nano:cpu=atmega328old --port PORT --input-dir FIRMWARE"}},
    {"mega",
     {"avrdude -c wiring -p m2560 -P PORT -b 115200 -D -U flash:w:FIRMWARE/tea.hex:i",
      "arduino-cli upload --fqbn arduino:avr:mega --port PORT --input-dir FIRMWARE"}},
    {"leonardo",
     {"touch 1200; avrdude -c avr109 -p m32u4 -P LOADER -b 57600 -D -U flash:w:FIRMWARE/tea.hex:i",
      "arduino-cli upload --fqbn arduino:avr:leonardo --port PORT --input-dir FIRMWARE"}},
    {"micro",
     {"touch 1200; avrdude -c avr109 -p m32u4 -P LOADER -b 57600 -D -U flash:w:FIRMWARE/tea.hex:i",
      "arduino-cli upload --fqbn arduino:avr:micro --port PORT --input-dir FIRMWARE"}},
    {"nano-every",
     {"arduino-cli upload --fqbn arduino:megaavr:nona4809 --port PORT --input-dir FIRMWARE",
      "touch 1200; avrdude -c jtag2updi -p m4809 -P PORT -b 115200 -e -D -U flash:w:FIRMWARE/tea.hex:i"}},
    {"uno-r4-minima",
     {"arduino-cli upload --fqbn arduino:renesas_uno:minima --port PORT --input-dir FIRMWARE",
      "touch 1200; dfu-util --wait --device 2341:0069,:0369 -a0 -Q -D FIRMWARE/tea.bin"}},
    {"uno-r4-wifi", {"arduino-cli upload --fqbn arduino:renesas_uno:unor4wifi --port PORT --input-dir FIRMWARE"}},
    {"zero",
     {"arduino-cli upload --fqbn arduino:samd:arduino_zero_native --port PORT --input-dir FIRMWARE",
      "touch 1200; bossac --port=LOADERNAME -U -i -e -w -v FIRMWARE/tea.bin -R"}},
    {"mkr-wifi-1010",
     {"arduino-cli upload --fqbn arduino:samd:mkrwifi1010 --port PORT --input-dir FIRMWARE",
      "touch 1200; bossac --port=LOADERNAME -U -i -e -w -v FIRMWARE/tea.bin -R"}},
    {"mkr-zero",
     {"arduino-cli upload --fqbn arduino:samd:mkrzero --port PORT --input-dir FIRMWARE",
      "touch 1200; bossac --port=LOADERNAME -U -i -e -w -v FIRMWARE/tea.bin -R"}},
    {"nano-33-iot",
     {"arduino-cli upload --fqbn arduino:samd:nano_33_iot --port PORT --input-dir FIRMWARE",
      "touch 1200; bossac --port=LOADERNAME -U -i -e -w -v FIRMWARE/tea.bin -R"}},
    {"due",
     {"arduino-cli upload --fqbn arduino:sam:arduino_due_x_dbg --port PORT --input-dir FIRMWARE",
      "touch 1200; bossac --port=PORTNAME -U 0 -e -w -v -b FIRMWARE/tea.bin -R"}},
    {"nano-33-ble", {"arduino-cli upload --fqbn arduino:mbed_nano:nano33ble --port PORT --input-dir FIRMWARE"}},
    {"pico", {"touch 1200; copy tea.uf2 to RPI-RP2"}},
    {"pico-w", {"touch 1200; copy tea.uf2 to RPI-RP2"}},
    {"pico-2", {"touch 1200; copy tea.uf2 to RP2350"}},
    {"esp32",
     {"arduino-cli upload --fqbn esp32:esp32:esp32 --port PORT --input-dir FIRMWARE",
      "esptool --chip esp32 --port PORT --baud 460800 --before default_reset --after hard_reset write_flash 0x1000 "
      "FIRMWARE/tea.ino.bootloader.bin 0x8000 FIRMWARE/tea.ino.partitions.bin 0x10000 FIRMWARE/tea.bin"}},
    {"esp32-s3",
     {"arduino-cli upload --fqbn esp32:esp32:esp32s3:CDCOnBoot=cdc --port PORT --input-dir FIRMWARE",
      "esptool --chip esp32s3 --port PORT --baud 460800 --before default_reset --after hard_reset write_flash 0x0 "
      "FIRMWARE/tea.ino.bootloader.bin 0x8000 FIRMWARE/tea.ino.partitions.bin 0x10000 FIRMWARE/tea.bin"}},
    {"esp32-c3",
     {"arduino-cli upload --fqbn esp32:esp32:esp32c3:CDCOnBoot=cdc --port PORT --input-dir FIRMWARE",
      "esptool --chip esp32c3 --port PORT --baud 460800 --before default_reset --after hard_reset write_flash 0x0 "
      "FIRMWARE/tea.ino.bootloader.bin 0x8000 FIRMWARE/tea.ino.partitions.bin 0x10000 FIRMWARE/tea.bin"}},
    {"esp8266",
     {"arduino-cli upload --fqbn esp8266:esp8266:nodemcuv2 --port PORT --input-dir FIRMWARE",
      "esptool --chip esp8266 --port PORT --baud 460800 write_flash 0x0 FIRMWARE/tea.bin"}},
    {"microbit",
     {"copy tea.hex to MICROBIT",
      "openocd -f interface/cmsis-dap.cfg -f target/nrf51.cfg -c program FIRMWARE/tea.hex verify reset exit"}},
    {"cortex-m3", {"copy tea.hex to BROTO"}},
    {"cortex-m4", {"copy tea.hex to BROTO"}},
    {"risc-v", {"copy tea.hex to BROTO"}},
    {"xtensa-lx106", {"copy tea.hex to BROTO"}},
    {"microbit-v2", {"copy tea.hex to MICROBIT"}},
    {"teensy-4",
     {"teensy_loader_cli --mcu=TEENSY40 -w -s -v FIRMWARE/tea.hex",
      "arduino-cli upload --fqbn teensy:avr:teensy40 --port PORT --input-dir FIRMWARE"}},
    {"nucleo-f4", {"st-flash --reset write FIRMWARE/tea.bin 0x08000000", "copy tea.bin to NODE_F446RE"}},
    {"blue-pill",
     {"st-flash --reset write FIRMWARE/tea.bin 0x08000000",
      "openocd -f interface/stlink.cfg -f target/stm32f1x.cfg -c program FIRMWARE/tea.elf verify reset exit",
      "stm32flash -w FIRMWARE/tea.bin -v -g 0x0 PORT"}},
};

void replaceAll(std::string& text, const std::string& mark, const std::string& value)
{
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

}

class TestBoardUploads : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyWayIsCarriedOutToTheLetter_data();
    void everyWayIsCarriedOutToTheLetter();
    void everyWayOfTheCatalogueIsHere();
    void firstWayWithItsToolIsTaken();
    void missingToolIsNamedWithItsPackage();
    void loaderThatDoesNotComeIsAnError();
    void loaderAtTheOldPlaceIsFound();
    void driveThatSaysNoIsBelieved();
    void driveThatIsNotThereIsAskedFor();
    void cancelEndsTheWaiting();
    void boardOfNoNameIsRemembered();

private:
    UploadHost host();
    std::string said() const;

    std::optional<TemporaryFolder> m_folder;
    std::optional<PseudoTerminal> m_terminal;
    Firmware m_firmware;
    Port m_port, m_loader;
    bool m_touched = false;
    bool m_driveTakes = true;
    std::string m_driveComplaint;
    std::vector<std::string> m_log;
    QByteArray m_path;
};

void TestBoardUploads::init()
{
    useTestCache();
    m_folder.emplace(std::move(TemporaryFolder::make("uploads").value()));
    m_terminal.emplace(std::move(PseudoTerminal::open().value()));
    m_port = {};
    m_port.path = m_terminal->path();
    m_port.boardId = "uno";
    m_loader = {};
    m_loader.path = "/dev/ttyL7";
    m_touched = false;
    m_driveTakes = true;
    m_driveComplaint.clear();
    m_log.clear();
    m_firmware = {};
    m_firmware.folder = m_folder->path();
    m_firmware.name = "tea";
    for (const auto& [form, ending] : std::map<FirmwareForm, const char*>{{FirmwareForm::Hex, "hex"},
                                                                          {FirmwareForm::Elf, "elf"},
                                                                          {FirmwareForm::Bin, "bin"},
                                                                          {FirmwareForm::Uf2, "uf2"}}) {
        m_firmware.files[form] = m_folder->path() / (std::string("tea.") + ending);
        QVERIFY(writeFileAtomically(m_firmware.files[form], std::string(100000, 'x'), Flush::Later));
    }
    const fs::path programs = m_folder->path() / "programs";
    fs::create_directory(programs);
    for (const char* tool : tools) {
        QVERIFY(writeFileAtomically(programs / tool,
                                    "#!/bin/sh\necho \"" + std::string(tool) + " $*\" >>\"" +
                                        (m_folder->path() / "said").string() + "\"\n",
                                    Flush::Later));
        fs::permissions(programs / tool, fs::perms::owner_all);
    }
    m_path = qgetenv("PATH");
    qputenv("PATH", QByteArray::fromStdString(programs.string()));
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString((m_folder->path() / "state").string()));
}

void TestBoardUploads::cleanup()
{
    qputenv("PATH", m_path);
    m_terminal.reset();
    m_folder.reset();
}

/// A computer on which a touched board comes back at another place, and drives take what is copied to them.
UploadHost TestBoardUploads::host()
{
    UploadHost host;
    host.ports = [this] { return std::vector<Port>{m_touched ? m_loader : m_port}; };
    host.touch = [this](const Port& port, int baud) {
        m_log.push_back("touch " + std::to_string(baud));
        m_touched = port.path == m_port.path;
        return Result<void>();
    };
    host.drives = [this] {
        std::vector<Drive> drives;
        for (const char* label : {"MICROBIT", "RPI-RP2", "RP2350", "NODE_F446RE", "BROTO"}) {
            const fs::path folder = m_folder->path() / label;
            fs::create_directory(folder);
            std::error_code error;
            for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
                if (file.path().filename() == "FAIL.TXT" || !m_driveTakes)
                    continue;
                m_log.push_back("copy " + file.path().filename().string() + " to " + label);
                m_log.back() += fs::file_size(file) == 100000 ? "" : ", but not all of it";
                fs::remove(file, error);
                if (!m_driveComplaint.empty()) [[maybe_unused]]
                    const auto written = writeFileAtomically(folder / "FAIL.TXT", m_driveComplaint);
            }
            drives.push_back({label, folder});
        }
        return drives;
    };
    host.portLimit = 300ms;
    host.driveLimit = 300ms;
    return host;
}

/// What was done, in order.
std::string TestBoardUploads::said() const
{
    std::string all;
    for (const std::string& line : m_log)
        all += (all.empty() ? "" : "; ") + line;
    const auto lines = readFile(m_folder->path() / "said");
    if (lines)
        all += (all.empty() ? "" : "; ") + lines->substr(0, lines->size() - 1);
    return all;
}

void TestBoardUploads::everyWayIsCarriedOutToTheLetter_data()
{
    QTest::addColumn<QByteArray>("board");
    QTest::addColumn<int>("way");
    QTest::addColumn<QByteArray>("doing");
    for (const Expected& each : expected)
        for (std::size_t way = 0; way < each.ways.size(); ++way)
            QTest::addRow("%s, way %d", each.board, static_cast<int>(way) + 1)
                << QByteArray(each.board) << static_cast<int>(way) << QByteArray(each.ways[way]);
}

void TestBoardUploads::everyWayIsCarriedOutToTheLetter()
{
    QFETCH(QByteArray, board);
    QFETCH(int, way);
    QFETCH(QByteArray, doing);
    Board alone = findBoard(board.toStdString()).value();
    alone.uploads = {alone.uploads.at(static_cast<std::size_t>(way))};
    std::string due = doing.toStdString();
    replaceAll(due, "PORTNAME", fs::path(m_port.path).filename());
    replaceAll(due, "LOADERNAME", "ttyL7");
    replaceAll(due, "PORT", m_port.path);
    replaceAll(due, "LOADER", m_loader.path);
    replaceAll(due, "FIRMWARE", m_folder->path());

    double last = 0;
    const RunControl control([&last](const Progress& progress) { last = progress.done / progress.total; });
    const auto flashed = flashFirmware(m_firmware, alone, m_port, control, {}, host());
    QVERIFY2(flashed, flashed ? "" : inEnglish(flashed.error()).c_str());
    QCOMPARE(QByteArray::fromStdString(said()), QByteArray::fromStdString(due));
    QCOMPARE(last, 1.0);
}

/// A board whose way was added to the catalogue alone would not be tested.
void TestBoardUploads::everyWayOfTheCatalogueIsHere()
{
    for (const Board& board : boards()) {
        const auto found = std::find_if(std::begin(expected), std::end(expected),
                                        [&](const Expected& each) { return board.id == each.board; });
        const std::size_t known = found == std::end(expected) ? 0 : found->ways.size();
        QVERIFY2(board.uploads.size() == known, board.id.c_str());
    }
}

void TestBoardUploads::firstWayWithItsToolIsTaken()
{
    fs::remove(m_folder->path() / "programs/arduino-cli");
    const auto flashed = flashFirmware(m_firmware, findBoard("esp32").value(), m_port, {}, {}, host());
    QVERIFY(flashed);
    QVERIFY2(said().starts_with("esptool "), said().c_str());
}

void TestBoardUploads::missingToolIsNamedWithItsPackage()
{
    fs::remove_all(m_folder->path() / "programs");
    const auto named = [&](const char* board) {
        const auto flashed = flashFirmware(m_firmware, findBoard(board).value(), m_port, {}, {}, host());
        return flashed ? std::string() : inEnglish(flashed.error());
    };
    QVERIFY2(named("uno").find("apt install avrdude") != std::string::npos, named("uno").c_str());
    QVERIFY2(named("teensy-4").find("apt install teensy-loader-cli") != std::string::npos, named("teensy-4").c_str());
    QVERIFY2(named("nano-33-ble").find("arduino-cli") != std::string::npos, named("nano-33-ble").c_str());
    QVERIFY2(named("generic").find("cannot upload") != std::string::npos, named("generic").c_str());
}

void TestBoardUploads::loaderThatDoesNotComeIsAnError()
{
    UploadHost deaf = host();
    deaf.ports = [this] { return std::vector<Port>{m_port}; };
    const auto flashed = flashFirmware(m_firmware, findBoard("leonardo").value(), m_port, {}, {}, deaf);
    QVERIFY(!flashed);
    QVERIFY(flashed.error().id == "device.loader-port-missing");
    QCOMPARE(said(), std::string("touch 1200"));
}

void TestBoardUploads::loaderAtTheOldPlaceIsFound()
{
    UploadHost same = host();
    int looks = 0;
    same.ports = [&] { return ++looks == 2 ? std::vector<Port>() : std::vector<Port>{m_port}; };
    const auto flashed = flashFirmware(m_firmware, findBoard("leonardo").value(), m_port, {}, {}, same);
    QVERIFY(flashed);
    QVERIFY2(said().find("-P " + m_port.path + " ") != std::string::npos, said().c_str());
}

void TestBoardUploads::driveThatSaysNoIsBelieved()
{
    m_driveComplaint = "error: The hex file cannot be decoded.\r\n";
    const auto flashed = flashFirmware(m_firmware, findBoard("microbit").value(), m_port, {}, {}, host());
    QVERIFY(!flashed);
    QVERIFY(flashed.error().id == "device.drive-refused");
    QVERIFY(inEnglish(flashed.error()).ends_with("cannot be decoded."));

    m_driveComplaint.clear(); // the old complaint must not count again
    QVERIFY(flashFirmware(m_firmware, findBoard("microbit").value(), m_port, {}, {}, host()));

    m_driveTakes = false;
    const auto ignored = flashFirmware(m_firmware, findBoard("microbit").value(), m_port, {}, {}, host());
    QVERIFY(!ignored && ignored.error().id == "device.drive-did-not-take");
}

void TestBoardUploads::driveThatIsNotThereIsAskedFor()
{
    UploadHost bare = host();
    bare.drives = [] { return std::vector<Drive>(); };
    const auto flashed = flashFirmware(m_firmware, findBoard("pico").value(), m_port, {}, {}, bare);
    QVERIFY(!flashed && flashed.error().id == "device.no-drive");
    QVERIFY(inEnglish(flashed.error()).find("RPI-RP2") != std::string::npos);
}

void TestBoardUploads::cancelEndsTheWaiting()
{
    RunControl control;
    UploadHost bare = host();
    bare.driveLimit = 1h;
    bare.drives = [&control] {
        control.cancel();
        return std::vector<Drive>();
    };
    const auto flashed = flashFirmware(m_firmware, findBoard("microbit").value(), m_port, control, {}, bare);
    QVERIFY(!flashed && flashed.error().id == "common.cancelled");
}

void TestBoardUploads::boardOfNoNameIsRemembered()
{
    m_port.boardId.clear();
    m_port.hasUsbId = true;
    m_port.usb = {0x1a86, 0x7523};
    m_port.serialNumber = "CLONE-1";
    QVERIFY(rememberedBoard(m_port).empty());
    QVERIFY(flashFirmware(m_firmware, findBoard("nano-old").value(), m_port, {}, {}, host()));
    QCOMPARE(rememberedBoard(m_port), std::string("nano-old"));
    Port other = m_port;
    other.serialNumber = "CLONE-2";
    QVERIFY(rememberedBoard(other).empty());
    QVERIFY(writeFileAtomically(knownBoardsFile(), "{\"1a86:7523 CLONE-1\": 7"));
    QVERIFY(rememberedBoard(m_port).empty());
}

QTEST_APPLESS_MAIN(TestBoardUploads)
#include "tst_board_uploads.moc"

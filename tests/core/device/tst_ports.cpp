#include "core/device/board_fixture.h"
#include "device/known_boards.h"
#include "device/port_identity.h"
#include "device/ports.h"
#include "device/virtual_board.h"
#include "platform/pseudo_terminal.h"

#include <QtTest>

#include <unistd.h>

using namespace broto;
namespace fs = std::filesystem;

namespace {

Port usbPort(std::uint16_t vendor, std::uint16_t product, std::string_view name, std::string_view serialNumber = "")
{
    Port port;
    port.hasUsbId = true;
    port.usb = {vendor, product};
    port.serialNumber = serialNumber;
    identifyPort(port, name);
    return port;
}

VirtualBoardEntry entryOf(const std::string& port, int process)
{
    return {"uno", "Virtual Arduino Uno", port, "/nowhere/uno.flash", "", process};
}

}

class TestPorts : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folders.emplace(); }
    void cleanup() { m_folders.reset(); }

    void aKnownUsbNumberNamesTheBoard()
    {
        const Port port = usbPort(0x2341, 0x0043, "ttyACM0");
        QVERIFY(port.boardId == "uno");
        QVERIFY(port.description == "Arduino Uno");
    }

    void aProductNameHelpsWhereTheNumberIsUnknown()
    {
        QVERIFY(usbPort(0x1234, 0x5678, "Arduino Uno").boardId == "uno");
    }

    void theLongestNameThatTheProductBeginsWithCounts()
    {
        QVERIFY(usbPort(0x1234, 0x5678, "Raspberry Pi Pico W (clone)").boardId == "pico-w");
        QVERIFY(usbPort(0x1234, 0x5678, "Raspberry Pi Pico").boardId == "pico");
    }

    void aSharedNumberIsToldBySerialNumber()
    {
        QVERIFY(usbPort(0x0d28, 0x0204, "BBC micro:bit CMSIS-DAP", "9901000051").boardId == "microbit");
        QVERIFY(usbPort(0x0d28, 0x0204, "BBC micro:bit CMSIS-DAP", "9904360254").boardId == "microbit-v2");
        QVERIFY(usbPort(0x0d28, 0x0204, "DAPLink CMSIS-DAP", "1100000051").boardId.empty());
    }

    void aNumberOfSeveralBoardsNamesThemAll()
    {
        const Port port = usbPort(0x303a, 0x1001, "USB JTAG/serial debug unit");
        QVERIFY(port.boardId.empty());
        QVERIFY2(port.description == "ESP32-C3 / ESP32-S3", port.description.c_str());
    }

    void aBoardOnceFlashedIsKnownByItsSerialNumber()
    {
        const Port first = usbPort(0x1a86, 0x7523, "USB Serial", "0001");
        rememberBoard(first, "nano-old");
        const Port again = usbPort(0x1a86, 0x7523, "USB Serial", "0001");
        QVERIFY(again.boardId == "nano-old");
        QVERIFY(again.description == "Arduino Nano (old boot loader)");
        QVERIFY(usbPort(0x1a86, 0x7523, "USB Serial", "0002").boardId.empty());
        const Port nameless = usbPort(0x1a86, 0x7523, "USB Serial");
        rememberBoard(nameless, "nano");
        QVERIFY(usbPort(0x1a86, 0x7523, "USB Serial").boardId.empty());
    }

    void aConverterChipTellsNoBoard()
    {
        const Port port = usbPort(0x1a86, 0x7523, "USB Serial");
        QVERIFY(port.boardId.empty());
        QVERIFY(port.description == "CH340 serial converter");
    }

    void anythingElseIsCalledWhatItCallsItself()
    {
        QVERIFY(usbPort(0x1234, 0x5678, "Espresso machine").description == "Espresso machine");
        QVERIFY(usbPort(0x1234, 0x5678, "").description == "Serial port");
        QVERIFY(usbPort(0x1234, 0x5678, "Espresso machine").boardId.empty());
    }

    void registeredBoardsComeLastInTheList()
    {
        const PseudoTerminal terminal = PseudoTerminal::open().value();
        QVERIFY(registerVirtualBoard(entryOf(terminal.path(), ::getpid())));
        const std::vector<Port> ports = listPorts();
        QVERIFY(!ports.empty());
        QVERIFY(ports.back().isVirtual);
        QVERIFY(ports.back().path == terminal.path());
        QVERIFY(ports.back().description == "Virtual Arduino Uno");
        const Result<Port> found = findPort(terminal.path());
        QVERIFY(found && found->isVirtual && found->boardId == "uno");
        unregisterVirtualBoard(entryOf(terminal.path(), ::getpid()));
        QVERIFY(registeredVirtualBoards().empty());
    }

    void aLinkToAPortIsThatPort()
    {
        const PseudoTerminal terminal = PseudoTerminal::open().value();
        QVERIFY(registerVirtualBoard(entryOf(terminal.path(), ::getpid())));
        const std::string link = (m_folders->path() / "board").string();
        fs::create_symlink(terminal.path(), link);
        QVERIFY(findPort(link).value().boardId == "uno");
        QVERIFY(openLink(*findPort(link)));
    }

    void anUnlistedTerminalMayBeNamed()
    {
        const PseudoTerminal terminal = PseudoTerminal::open().value();
        const Result<Port> port = findPort(terminal.path());
        QVERIFY(port && port->boardId.empty() && !port->isVirtual);
        QVERIFY(openLink(*port));
    }

    void aMissingPortIsReportedByName()
    {
        const Result<Port> port = findPort("/dev/ttyNothing");
        QVERIFY(port.error().id == "platform.port-missing");
        QVERIFY(inEnglish(port.error()).find("/dev/ttyNothing") != std::string::npos);
        Port gone;
        gone.path = "/dev/ttyNothing";
        QVERIFY(openLink(gone).error().id == "platform.port-missing");
    }

    void aFileIsNoPort()
    {
        QVERIFY(findPort("/etc/passwd").error().id == "platform.not-a-port");
        QVERIFY(findPort(m_folders->path().string()).error().id == "platform.not-a-port");
        Port null;
        null.path = "/dev/null";
        QVERIFY(openLink(null).error().id == "platform.not-a-port");
    }

    void aDeadProcessLosesItsEntry()
    {
        QVERIFY(registerVirtualBoard(entryOf("/dev/pts/999", ::getpid())));
        // The same number, but born at another time: what a reused process number looks like.
        const fs::path file = virtualBoardRegistry() / ("uno-" + std::to_string(::getpid()) + ".json");
        std::string text = readFile(file).value();
        const std::string identity = *processIdentity(::getpid());
        text.replace(text.find(identity), identity.size(), "1@1");
        QVERIFY(writeFileAtomically(file, text));
        QVERIFY(registeredVirtualBoards().empty());
        QVERIFY(!fs::exists(file));
    }

    void foreignFilesInTheRegisterDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("uno");
        QTest::newRow("array") << QByteArray("[1, 2]");
        QTest::newRow("wrong types") << QByteArray(R"({"board": 1, "port": [], "process": "x"})");
        QTest::newRow("huge number") << QByteArray(R"({"process": 99999999999999999999})");
        QTest::newRow("negative number") << QByteArray(R"({"process": -1})");
        QTest::newRow("no process") << QByteArray(R"({"board": "uno"})");
    }

    void foreignFilesInTheRegisterDoNoHarm()
    {
        QFETCH(QByteArray, text);
        fs::create_directories(virtualBoardRegistry());
        QVERIFY(writeFileAtomically(virtualBoardRegistry() / "foreign.json", text.toStdString()));
        QVERIFY(registeredVirtualBoards().empty());
    }

private:
    std::optional<OwnFolders> m_folders;
};

QTEST_APPLESS_MAIN(TestPorts)
#include "tst_ports.moc"

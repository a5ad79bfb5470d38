// Building with arduino-cli, against a script that stands in for it and answers as its documentation says.

#include "device/arduino_cli.h"

#include "core/device/firmware_fixture.h"
#include "device/core_size.h"
#include "device/firmware.h"
#include "platform/file.h"

#include <QtTest>

using namespace broto;
namespace fs = std::filesystem;

namespace {

constexpr const char* esp32Core = R"({"platforms": [{"id": "arduino:avr", "installed_version": "1.8.6"},
  {"id": "esp32:esp32", "installed_version": "3.0.7"}]})";

/// 4.0.9 comes before 4.0.10; each tool counts as it is where it is largest.
constexpr const char* coresIndex = R"({"packages": [{"name": "arduino", "platforms": [
  {"architecture": "mbed_nano", "version": "4.0.10", "size": "11999999", "toolsDependencies": [
    {"packager": "arduino", "name": "gcc", "version": "7"}, {"packager": "arduino", "name": "gone", "version": "1"}]},
  {"architecture": "mbed_nano", "version": "4.0.9", "size": "7"}], "tools": [
  {"name": "gcc", "version": "7", "systems": [{"host": "x86_64-linux-gnu", "size": "90000000"},
    {"host": "i686-mingw32", "size": "240000000"}]},
  {"name": "gcc", "version": "8", "systems": [{"host": "x86_64-linux-gnu", "size": "900000000"}]}]}]})";

constexpr const char* compiled = R"({"compiler_out": "", "compiler_err": "", "success": true, "builder_result": {
  "build_path": "/x", "executable_sections_size": [{"name": "text", "size": 268000, "max_size": 1310720},
  {"name": "data", "size": 21000, "max_size": 327680}]}})";

}

class TestArduinoCli : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void programIsBuiltForABoardOfAnotherCore();
    void secondBuildOfTheSameModelAsksNoCompiler();
    void olderVersionsListCoresOtherwise();
    void missingProgramIsNamed();
    void missingCoreComesWithTheWayToGetIt();
    void missingCoreTellsWhatThereIsToDownload();
    void indexOfCoresIsNotTrusted_data();
    void indexOfCoresIsNotTrusted();
    void compilerErrorsAreShownWithTheirLine();
    void whatItSaysIsNotTrusted_data();
    void whatItSaysIsNotTrusted();
    void coreIsInstalledFromItsIndex();
    void unoIsBuiltByItWhereAvrGccIsMissing();

private:
    void pretend(const std::string& cores, const std::string& answer, int exitCode = 0);
    std::string asked() const;
    Result<Firmware> build(const char* board, const char* folder = "out") const;

    std::optional<TemporaryFolder> m_folder;
    QByteArray m_path;
    DeployableModel m_model = trainedFixture(Task::Classification, {4});
};

void TestArduinoCli::init()
{
    m_folder.emplace(std::move(TemporaryFolder::make("arduino-cli").value()));
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((m_folder->path() / "cache").string()));
    m_path = qgetenv("PATH");
    pretend(esp32Core, compiled);
}

void TestArduinoCli::cleanup()
{
    qputenv("PATH", m_path);
    qunsetenv("BROTO_ARDUINO_CLI");
    m_folder.reset();
}

/// A program that notes what it was asked, and on "compile" writes the files that the ESP32's core makes.
void TestArduinoCli::pretend(const std::string& cores, const std::string& answer, int exitCode)
{
    const fs::path program = m_folder->path() / "cli";
    const std::string here = m_folder->path().string();
    QVERIFY(writeFileAtomically(m_folder->path() / "cores", cores));
    QVERIFY(writeFileAtomically(m_folder->path() / "answer", answer));
    QVERIFY(writeFileAtomically(program, "#!/bin/sh\necho \"$*\" >>" + here + "/asked\n" +
                                             "if [ \"$1 $2\" = 'core list' ]; then cat " + here + "/cores; exit; fi\n" +
                                             "if [ \"$1\" = config ]; then echo " + here + "/data; exit; fi\n" +
                                             "if [ \"$1\" = core ]; then exit " + std::to_string(exitCode) + "; fi\n" +
                                             "if [ " + std::to_string(exitCode) + " = 0 ]; then\n" +
                                             "  for ending in bin elf bootloader.bin partitions.bin; do\n" +
                                             "    echo made >\"$6/$(basename \"$7\").ino.$ending\"\n  done\nfi\ncat " +
                                             here + "/answer\nexit " + std::to_string(exitCode) + "\n"));
    fs::permissions(program, fs::perms::owner_all);
    qputenv("BROTO_ARDUINO_CLI", QByteArray::fromStdString(program.string()));
}

std::string TestArduinoCli::asked() const
{
    const auto text = readFile(m_folder->path() / "asked");
    return text ? *text : std::string();
}

Result<Firmware> TestArduinoCli::build(const char* board, const char* folder) const
{
    return buildFirmware(m_model, "tea", findBoard(board).value(), m_folder->path() / folder);
}

void TestArduinoCli::programIsBuiltForABoardOfAnotherCore()
{
    const auto firmware = build("esp32");
    QVERIFY2(firmware, reason(firmware).c_str());
    QCOMPARE(firmware->flashBytes, std::int64_t(268000));
    QCOMPARE(firmware->ramBytes, std::int64_t(21000));
    const std::string name = firmware->name;
    const fs::path out = m_folder->path() / "out";
    QCOMPARE(asked(), "core list --json\ncompile --json --fqbn esp32:esp32:esp32 --output-dir " + out.string() + ' ' +
                          (out / name).string() + '\n');
    QVERIFY(firmware->files.at(FirmwareForm::Bin) == out / (name + ".ino.bin"));
    QVERIFY(!firmware->files.contains(FirmwareForm::Hex));
    const auto sketch = readFile(out / name / (name + ".ino"));
    QVERIFY(sketch && sketch->find("ESP32 Dev Module") != std::string::npos);
}

void TestArduinoCli::secondBuildOfTheSameModelAsksNoCompiler()
{
    QVERIFY(build("esp32"));
    const auto again = build("esp32", "elsewhere");
    QVERIFY2(again, reason(again).c_str());
    QCOMPARE(QByteArray::fromStdString(asked()).count("compile "), 1);
    QCOMPARE(again->flashBytes, std::int64_t(268000));
    QVERIFY(again->files.at(FirmwareForm::Bin).parent_path() == m_folder->path() / "elsewhere");
    QVERIFY(readFile(m_folder->path() / "elsewhere" / (again->name + ".ino.bootloader.bin")));

    QVERIFY(build("esp32-s3", "other-board"));
    QCOMPARE(QByteArray::fromStdString(asked()).count("compile "), 2);
    m_model = trainedFixture(Task::Classification, {5});
    QVERIFY(build("esp32", "other-model"));
    QCOMPARE(QByteArray::fromStdString(asked()).count("compile "), 3);
    pretend(R"({"platforms": [{"id": "esp32:esp32", "installed_version": "3.1.0"}]})", compiled);
    QVERIFY(build("esp32", "other-core"));
    QCOMPARE(QByteArray::fromStdString(asked()).count("compile "), 4);
}

void TestArduinoCli::olderVersionsListCoresOtherwise()
{
    pretend(R"([{"id": "esp32:esp32", "installed": "2.0.9", "latest": "3.0.7"}])", compiled);
    const auto cores = ArduinoCli::find()->installedCores();
    QVERIFY(cores && cores->size() == 1);
    QCOMPARE(cores->front().version, std::string("2.0.9"));
    QVERIFY(build("esp32"));
}

void TestArduinoCli::missingProgramIsNamed()
{
    qputenv("BROTO_ARDUINO_CLI", "/nowhere/arduino-cli");
    qputenv("PATH", QByteArray::fromStdString(m_folder->path().string()));
    qputenv("HOME", QByteArray::fromStdString(m_folder->path().string()));
    const auto firmware = build("esp32");
    QVERIFY(!firmware && firmware.error().id == "device.arduino-cli-missing");
}

void TestArduinoCli::missingCoreComesWithTheWayToGetIt()
{
    const auto firmware = build("nano-33-ble");
    QVERIFY(!firmware && firmware.error().id == "device.core-missing");
    QVERIFY2(inEnglish(firmware.error()).ends_with("arduino-cli core install arduino:mbed_nano"),
             reason(firmware).c_str());
    const auto pico = build("pico-2");
    QVERIFY2(inEnglish(pico.error()).find("core install rp2040:rp2040 --additional-urls https://") != std::string::npos,
             reason(pico).c_str());
    QVERIFY(asked().find("compile") == std::string::npos);
}

void TestArduinoCli::missingCoreTellsWhatThereIsToDownload()
{
    const fs::path data = m_folder->path() / "data";
    fs::create_directories(data);
    QVERIFY(writeFileAtomically(data / "package_index.json", coresIndex));
    const auto firmware = build("nano-33-ble");
    QVERIFY2(inEnglish(firmware.error()).find("a download of up to 252 MB.") != std::string::npos,
             reason(firmware).c_str());
    // That of another maker has not been downloaded yet.
    QVERIFY2(inEnglish(build("pico-2").error()).find("MB") == std::string::npos, reason(build("pico-2")).c_str());
}

void TestArduinoCli::indexOfCoresIsNotTrusted_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>404</html>");
    QTest::newRow("packages that are a number") << QByteArray(R"({"packages": 7})");
    QTest::newRow("platforms that are texts")
        << QByteArray(R"({"packages": [{"name": "arduino", "platforms": ["x"]}]})");
    QTest::newRow("size that is none") << QByteArray(
        R"({"packages": [{"name": "arduino", "platforms": [{"architecture": "mbed_nano", "size": "-5"}]}]})");
    QTest::newRow("another core") << QByteArray(
        R"({"packages": [{"name": "arduino", "platforms": [{"architecture": "avr", "size": "5"}]}]})");
}

void TestArduinoCli::indexOfCoresIsNotTrusted()
{
    QFETCH(QByteArray, index);
    QVERIFY(!coreDownloadBytes(index.toStdString(), "arduino:mbed_nano"));
}

void TestArduinoCli::compilerErrorsAreShownWithTheirLine()
{
    pretend(esp32Core,
            R"({"compiler_out": "", "success": false, "error": "exit status 1",
                "compiler_err": "/x/tea.ino:12:3: error: 'server' was not declared\n"})",
            1);
    const auto firmware = build("esp32");
    QVERIFY(!firmware && firmware.error().id == "device.compiler-error");
    QVERIFY2(inEnglish(firmware.error()).find("tea.ino:12:3: error: 'server'") != std::string::npos,
             reason(firmware).c_str());
    QVERIFY(readFile(m_folder->path() / "out/build.log")->find("'server'") != std::string::npos);
}

void TestArduinoCli::whatItSaysIsNotTrusted_data()
{
    QTest::addColumn<QByteArray>("cores");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("builds");
    const QByteArray good = esp32Core;
    QTest::newRow("words around the document")
        << QByteArray("Warning: old\n") + good << QByteArray("Note: x\n") + compiled + "\nDone.\n"
        << true;
    QTest::newRow("sizes that are texts")
        << good << QByteArray(R"({"builder_result": {"executable_sections_size": [{"name": "text", "size": "7"}]}})")
        << true;
    QTest::newRow("sections that are a number")
        << good << QByteArray(R"({"builder_result": {"executable_sections_size": 7}})") << true;
    QTest::newRow("result that is a list") << good << QByteArray(R"({"builder_result": [1]})") << true;
    QTest::newRow("nothing at all") << good << QByteArray() << true;
    QTest::newRow("no list of cores") << QByteArray("{\"platforms\": 3}") << QByteArray(compiled) << false;
    QTest::newRow("cores that are numbers") << QByteArray("[1, 2]") << QByteArray(compiled) << false;
    QTest::newRow("half a list of cores") << QByteArray("{\"platforms\": [{\"id\"") << QByteArray(compiled) << false;
    QTest::newRow("brackets the wrong way round") << QByteArray("}{") << QByteArray(compiled) << false;
}

void TestArduinoCli::whatItSaysIsNotTrusted()
{
    QFETCH(QByteArray, cores);
    QFETCH(QByteArray, answer);
    pretend(cores.toStdString(), answer.toStdString());
    const auto firmware = build("esp32");
    QTEST(firmware.ok(), "builds");
    QVERIFY(firmware || firmware.error().id == "device.core-missing");
}

void TestArduinoCli::coreIsInstalledFromItsIndex()
{
    const ArduinoCliBuild way = *buildWay<ArduinoCliBuild>(findBoard("esp8266").value());
    QVERIFY(ArduinoCli::find()->installCore(way, {}));
    const std::string index = " --additional-urls " + way.packageIndex + '\n';
    QCOMPARE(asked(), "core update-index" + index + "core install esp8266:esp8266" + index);
    pretend(esp32Core, "", 1);
    const auto refused = ArduinoCli::find()->installCore(way, {});
    QVERIFY(!refused && refused.error().id == "device.core-not-installed");
}

void TestArduinoCli::unoIsBuiltByItWhereAvrGccIsMissing()
{
    qputenv("PATH", QByteArray::fromStdString(m_folder->path().string()) + ":/nowhere");
    const fs::path bin = m_folder->path();
    for (const char* needed : {"cat", "basename"})
        fs::create_symlink(fs::path("/bin") / needed, bin / needed);
    const auto firmware = build("uno");
    QVERIFY(!firmware); // its program is too large for an Uno, by what the script says
    QVERIFY2(firmware.error().id == "device.flash-full", reason(firmware).c_str());
    QVERIFY(asked().find("--fqbn arduino:avr:uno ") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestArduinoCli)
#include "tst_arduino_cli.moc"

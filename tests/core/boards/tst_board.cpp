#include "boards/board.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace broto;

namespace {

std::string contentsOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string unoJson()
{
    return contentsOf(std::filesystem::path(BROTO_SOURCE_DIR) / "resources/boards/uno.json");
}

}

class TestBoard : public QObject {
    Q_OBJECT

private slots:
    void everyDescriptionIsInTheCatalogue();
    void unoComesFirst();
    void figuresAreThoseOfTheBoard_data();
    void figuresAreThoseOfTheBoard();
    void everyBoardNamesTheSourceOfItsCurrent();
    void boardsThatShareAUsbNumberCanBeTold();
    void everyBoardOfACourseIsThere();
    void unoCanBeBuiltFlashedAndStoodInFor();
    void whatCanBeBuiltCanBeUploaded();
    void unknownBoardIsAnsweredWithTheKnownOnes();
    void brokenDescriptionIsExplained_data();
    void brokenDescriptionIsExplained();
    void whatIsNoObjectIsRefused_data();
    void whatIsNoObjectIsRefused();
    void noteIsAllowed();
    void analogPinsAreThoseOfTheBoard_data();
    void analogPinsAreThoseOfTheBoard();
};

void TestBoard::everyDescriptionIsInTheCatalogue()
{
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(BROTO_SOURCE_DIR "/resources/boards")) {
        const Result<Board> board = parseBoard(contentsOf(entry.path()));
        QVERIFY2(board.ok(), board ? "" : (entry.path().string() + ": " + inEnglish(board.error())).c_str());
        QCOMPARE(board->id, entry.path().stem().string());
        QVERIFY(findBoard(board->id).ok());
        ++files;
    }
    QCOMPARE(boards().size(), files);
}

void TestBoard::unoComesFirst()
{
    QCOMPARE(boards().front().id, std::string("uno"));
}

void TestBoard::figuresAreThoseOfTheBoard_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Processor>("processor");
    QTest::addColumn<double>("clockHz");
    QTest::addColumn<qint64>("flashBytes");
    QTest::addColumn<qint64>("ramBytes");
    const auto row = [](const char* id, Processor processor, double clock, qint64 flash, qint64 ram) {
        QTest::newRow(id) << QByteArray(id) << processor << clock << flash << ram;
    };
    row("uno", Processor::Avr, 16e6, 32256, 2048);
    row("nano", Processor::Avr, 16e6, 30720, 2048);
    row("mega", Processor::Avr, 16e6, 253952, 8192);
    row("microbit", Processor::CortexM0, 16e6, 262144, 16384);
    row("cortex-m4", Processor::CortexM4, 64e6, 524288, 65536);
    row("risc-v", Processor::RiscV32, 160e6, 1310720, 327680);
    row("esp32", Processor::Xtensa, 240e6, 1310720, 327680);
    row("pico", Processor::CortexM0, 125e6, 2097152, 270336);
    row("leonardo", Processor::Avr, 16e6, 28672, 2560);
    row("pico-2", Processor::CortexM4, 150e6, 4194304, 524288);
    row("nano-33-ble", Processor::CortexM4, 64e6, 983040, 262144);
    row("due", Processor::CortexM0, 84e6, 524288, 98304);
}

void TestBoard::figuresAreThoseOfTheBoard()
{
    QFETCH(QByteArray, id);
    const Result<Board> board = findBoard(id.toStdString());
    QVERIFY(board.ok());
    QTEST(board->processor, "processor");
    QTEST(board->clockHz, "clockHz");
    QTEST(qint64{board->flashBytes}, "flashBytes");
    QTEST(qint64{board->ramBytes}, "ramBytes");
}

void TestBoard::everyBoardNamesTheSourceOfItsCurrent()
{
    for (const Board& board : boards()) {
        QVERIFY(board.activeMilliamperes > 0 && board.volts > 0);
        QVERIFY(!board.currentSource.empty());
    }
}

/// The USB numbers of Espressif's own chips are those of a whole family; elsewhere the serial number tells.
void TestBoard::boardsThatShareAUsbNumberCanBeTold()
{
    constexpr int espressif = 0x303a;
    std::map<std::pair<int, int>, std::vector<const Board*>> sharing;
    for (const Board& board : boards())
        for (const UsbId& id : board.usbIds)
            sharing[{id.vendor, id.product}].push_back(&board);
    QVERIFY(sharing.contains({0x2341, 0x0043}));
    for (const auto& [id, those] : sharing) {
        std::set<std::string> prefixes;
        std::size_t count = 0;
        for (const Board* board : those) {
            QVERIFY2(those.size() == 1 || id.first == espressif || !board->serialPrefixes.empty(), board->id.c_str());
            prefixes.insert(board->serialPrefixes.begin(), board->serialPrefixes.end());
            count += board->serialPrefixes.size();
        }
        QCOMPARE(prefixes.size(), count);
    }
}

void TestBoard::everyBoardOfACourseIsThere()
{
    for (const char* id :
         {"uno",           "nano",        "nano-old",  "mega",          "leonardo",    "micro",    "nano-every",
          "uno-r4-minima", "uno-r4-wifi", "zero",      "mkr-wifi-1010", "nano-33-ble", "pico",     "pico-w",
          "pico-2",        "esp32",       "esp32-s3",  "esp32-c3",      "esp8266",     "microbit", "microbit-v2",
          "teensy-4",      "nucleo-f4",   "blue-pill", "due",           "generic"})
        QVERIFY2(findBoard(id).ok(), id);
}

void TestBoard::unoCanBeBuiltFlashedAndStoodInFor()
{
    const Board uno = findBoard("uno").value();
    const AvrGccBuild* build = buildWay<AvrGccBuild>(uno);
    QVERIFY(build && build == std::get_if<AvrGccBuild>(&uno.builds.front()));
    QCOMPARE(build->mcu, std::string("atmega328p"));
    QCOMPARE(build->arduinoVariant, std::string("standard"));
    QCOMPARE(build->arduinoBoard, std::string("AVR_UNO"));
    QCOMPARE(buildWay<ArduinoCliBuild>(uno)->core(), std::string("arduino:avr"));
    QVERIFY(!buildWay<BareMetalBuild>(uno));
    QCOMPARE(std::get<ToolUpload>(uno.uploads.front().how).tool, std::string("avrdude"));
    QVERIFY(uno.isVirtual);
}

void TestBoard::whatCanBeBuiltCanBeUploaded()
{
    for (const Board& board : boards())
        QVERIFY2(!board.canBeBuilt() || !board.uploads.empty(), board.id.c_str());
}

void TestBoard::unknownBoardIsAnsweredWithTheKnownOnes()
{
    const Result<Board> board = findBoard("unno");
    QVERIFY(!board);
    const std::string sentence = inEnglish(board.error());
    QVERIFY(sentence.find("\"unno\"") != std::string::npos);
    QVERIFY(sentence.find("uno, nano, mega") != std::string::npos);
}

void TestBoard::brokenDescriptionIsExplained_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* from, const char* to, const char* id, const char* field) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(id) << QByteArray(field);
    };
    const char* wrong = "boards.wrong-field";
    const char* missing = "boards.missing-field";
    const char* unknown = "boards.unknown-field";
    row("no id", "\"id\": \"uno\",", "", missing, "id");
    row("empty name", "\"Arduino Uno\"", "\"\"", wrong, "name");
    row("number for a text", "\"ATmega328P\"", "328", wrong, "chip");
    row("unknown processor", "\"avr\"", "\"z80\"", wrong, "processor");
    row("clock of zero", "16000000", "0", wrong, "clockHz");
    row("negative flash", "32256", "-1", wrong, "flashBytes");
    row("half a byte", "2048", "2048.5", wrong, "ramBytes");
    row("endless flash", "32256", "1e300", wrong, "flashBytes");
    row("text for a number", "2048", "\"2048\"", wrong, "ramBytes");
    row("no current", "\"current\"", "\"note\"", missing, "current");
    row("no source", "\"source\"", "\"sauce\"", unknown, "sauce");
    row("negative current", "10.4", "-10.4", wrong, "activeMilliamperes");
    row("pins without a resolution", "\"bits\": 10", "\"pieces\": 10", unknown, "pieces");
    row("readings too fine for a float", "\"bits\": 10", "\"bits\": 25", wrong, "bits");
    row("pin that is no name in a sketch", "\"A0\"", "\"A0);\"", wrong, "pins");
    row("no pins at all", "\"A0\", \"A1\", \"A2\", \"A3\", \"A4\", \"A5\"", "", wrong, "pins");
    row("builds that are no list", "\"builds\": [", "\"builds\": 1, \"note\": [", wrong, "builds");
    row("build without a chip", "\"mcu\": \"atmega328p\",", "", missing, "mcu");
    row("unknown compiler", "\"avr-gcc\"", "\"avr-g++\"", wrong, "with");
    row("board of no core", "\"arduino:avr:uno\"", "\"uno\"", wrong, "board");
    row("upload without a tool", "\"tool\": \"avrdude\",", "", missing, "tool");
    row("place that means nothing", "{hex}", "{hx}", wrong, "arguments");
    row("argument as a number", "\"115200\"", "115200", wrong, "arguments");
    row("touch beyond any port", "\"tool\": \"avrdude\"", "\"touchBaud\": 99999999, \"tool\": \"avrdude\"", wrong,
        "touchBaud");
    row("drive for no file", "\"tool\": \"avrdude\"",
        "\"form\": \"exe\", \"drive\": \"MICROBIT\", \"tool\": \"avrdude\"", wrong, "form");
    row("usb number of three digits", "2341:0043", "341:0043", wrong, "usb");
    row("usb number that is none", "2341:0043", "2341:00g3", wrong, "usb");
    row("usb number without a colon", "2341:0043", "2341-0043", wrong, "usb");
    row("virtual as a number", "true", "1", wrong, "virtual");
    row("misspelt field", "\"rank\"", "\"ranks\"", unknown, "ranks");
}

void TestBoard::brokenDescriptionIsExplained()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, field);
    std::string json = unoJson();
    const std::size_t place = json.find(from.toStdString());
    QVERIFY(place != std::string::npos);
    json.replace(place, static_cast<std::size_t>(from.size()), to.toStdString());
    const Result<Board> board = parseBoard(json);
    QVERIFY(!board);
    QTEST(QByteArray::fromStdString(std::string(board.error().id)), "id");
    const std::string sentence = inEnglish(board.error());
    QVERIFY2(sentence.find('"' + field.toStdString() + '"') != std::string::npos, sentence.c_str());
}

void TestBoard::whatIsNoObjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << QByteArray("{\"id\": \"uno\"");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("bytes") << QByteArray("\x00\xff\x80", 3);
}

void TestBoard::whatIsNoObjectIsRefused()
{
    QFETCH(QByteArray, json);
    const Result<Board> board = parseBoard(json.toStdString());
    QVERIFY(!board);
    QCOMPARE(board.error().id, std::string_view("boards.not-a-description"));
}

void TestBoard::noteIsAllowed()
{
    std::string json = unoJson();
    json.insert(json.rfind('}'), ", \"note\": \"clone\"");
    QVERIFY(parseBoard(json).ok());
}

void TestBoard::analogPinsAreThoseOfTheBoard_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("pins");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<int>("bits");
    QTest::newRow("Uno") << QByteArray("uno") << 6 << QByteArray("A0") << 10;
    QTest::newRow("Nano has two more") << QByteArray("nano") << 8 << QByteArray("A0") << 10;
    QTest::newRow("Mega") << QByteArray("mega") << 16 << QByteArray("A0") << 10;
    QTest::newRow("ESP32 by the numbers of its pins") << QByteArray("esp32") << 6 << QByteArray("32") << 12;
    QTest::newRow("none without an Arduino core") << QByteArray("microbit") << 0 << QByteArray() << 0;
    QTest::newRow("none of an emulated core") << QByteArray("cortex-m4") << 0 << QByteArray() << 0;
}

void TestBoard::analogPinsAreThoseOfTheBoard()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, first);
    const Board board = findBoard(id.toStdString()).value();
    QTEST(static_cast<int>(board.analogPins.size()), "pins");
    QTEST(board.analogBits, "bits");
    QVERIFY(board.analogPins.empty() || board.analogPins.front() == first.toStdString());
}

QTEST_APPLESS_MAIN(TestBoard)
#include "tst_board.moc"

#include "boards/board.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
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
    void noTwoBoardsShareAUsbNumber();
    void unoCanBeBuiltFlashedAndStoodInFor();
    void boardWithoutToolchainHasNoUploader();
    void unknownBoardIsAnsweredWithTheKnownOnes();
    void brokenDescriptionIsExplained_data();
    void brokenDescriptionIsExplained();
    void whatIsNoObjectIsRefused_data();
    void whatIsNoObjectIsRefused();
    void noteIsAllowed();
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

void TestBoard::noTwoBoardsShareAUsbNumber()
{
    std::set<std::pair<int, int>> seen;
    for (const Board& board : boards())
        for (const UsbId& id : board.usbIds)
            QVERIFY(seen.insert({id.vendor, id.product}).second);
    QVERIFY(seen.count({0x2341, 0x0043}));
}

void TestBoard::unoCanBeBuiltFlashedAndStoodInFor()
{
    const Result<Board> uno = findBoard("uno");
    QCOMPARE(uno->toolchain, std::string("avr-gcc"));
    QCOMPARE(uno->compilerMcu, std::string("atmega328p"));
    QCOMPARE(uno->arduinoVariant, std::string("standard"));
    QCOMPARE(uno->arduinoBoard, std::string("AVR_UNO"));
    QCOMPARE(uno->uploader, std::string("avrdude"));
    QCOMPARE(uno->uploaderProgrammer, std::string("arduino"));
    QCOMPARE(uno->uploaderPart, std::string("m328p"));
    QCOMPARE(uno->uploaderBaud, 115200);
    QVERIFY(uno->isVirtual);
    QCOMPARE(std::count_if(boards().begin(), boards().end(), [](const Board& board) { return board.isVirtual; }), 1);
}

void TestBoard::boardWithoutToolchainHasNoUploader()
{
    for (const Board& board : boards())
        QCOMPARE(board.toolchain.empty(), board.uploader.empty());
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
    row("build without a chip", "\"mcu\": \"atmega328p\",", "", missing, "mcu");
    row("baud beyond any port", "115200", "99999999", wrong, "baud");
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

QTEST_APPLESS_MAIN(TestBoard)
#include "tst_board.moc"

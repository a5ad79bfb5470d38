// A model on a board without any compiler: as data in the program that Broto brings, flashed by the real uploader.

#include "device/prepared_firmware.h"

#include "compression/predictor.h"
#include "core/device/firmware_fixture.h"
#include "device/board_check.h"
#include "device/board_connection.h"
#include "device/flasher.h"
#include "device/hex_records.h"
#include "device/virtual_board.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <QtTest>

using namespace broto;
namespace fs = std::filesystem;

class TestPreparedFirmware : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void bytesAreAddedAsRecords_data();
    void bytesAreAddedAsRecords();
    void boardsOfOneChipShareAProgram();
    void unoAnswersLikeTheWorkbench_data();
    void unoAnswersLikeTheWorkbench();
    void compilerIsPreferredWhereThereIsOne();
    void modelThatNeedsACompilerSaysSo();

private:
    void hideCompilers();

    std::optional<TemporaryFolder> m_folder;
    QByteArray m_path;
};

void TestPreparedFirmware::init()
{
    useTestCache();
    m_folder.emplace(std::move(TemporaryFolder::make("prepared").value()));
    m_path = qgetenv("PATH");
}

void TestPreparedFirmware::cleanup()
{
    qputenv("PATH", m_path);
    m_folder.reset();
}

/// A computer that has avrdude and nothing else.
void TestPreparedFirmware::hideCompilers()
{
    const auto avrdude = findProgram("avrdude");
    if (!avrdude)
        QSKIP("SKIPPED: avrdude is not installed (avrdude)");
    if (!isPrepared(findBoard("uno").value()))
        QSKIP("SKIPPED: nothing was prepared when this was built (gcc-avr, avr-libc, arduino-core-avr)");
    fs::create_directory(m_folder->path() / "bin");
    fs::create_symlink(*avrdude, m_folder->path() / "bin/avrdude");
    qputenv("PATH", QByteArray::fromStdString((m_folder->path() / "bin").string()));
    QVERIFY(!findProgram("avr-gcc"));
}

void TestPreparedFirmware::bytesAreAddedAsRecords_data()
{
    QTest::addColumn<quint32>("address");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("records");
    const QByteArray upper0 = ":020000040000FA\r\n", upper1 = ":020000040001F9\r\n";
    QTest::newRow("nothing") << quint32(0x3400) << QByteArray() << QByteArray();
    QTest::newRow("two") << quint32(0x3400) << QByteArray("\x01\xff", 2) << upper0 + ":0234000001FFCA\r\n";
    QTest::newRow("over a border") << quint32(0xffff) << QByteArray("AB")
                                   << upper0 + ":01FFFF0041C0\r\n" + upper1 + ":0100000042BD\r\n";
    QTest::newRow("more than a record") << quint32(0x10000) << QByteArray(17, '\0')
                                        << upper1 + ":10000000" + QByteArray(32, '0') + "F0\r\n" + ":0100100000EF\r\n";
}

void TestPreparedFirmware::bytesAreAddedAsRecords()
{
    QFETCH(quint32, address);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, records);
    const QByteArray before = ":0400000011223344"
                              "52\r\n",
                     end = ":00000001FF\r\n";
    QCOMPARE(QByteArray::fromStdString(withBytesAt((before + end).toStdString(), address, bytes.toStdString())),
             before + records + end);
}

void TestPreparedFirmware::boardsOfOneChipShareAProgram()
{
    hideCompilers();
    for (const char* id : {"uno", "nano", "nano-old", "mega", "leonardo", "micro"})
        QVERIFY2(isPrepared(findBoard(id).value()), id);
    for (const char* id : {"esp32", "nano-every", "generic"})
        QVERIFY2(!isPrepared(findBoard(id).value()), id);
    const DeployableModel model = trainedFixture(Task::Classification);
    const auto hexFor = [&](const char* id) {
        const Firmware firmware = prepareFirmware(model, "tea", findBoard(id).value(), m_folder->path() / id).value();
        return readFile(firmware.files.at(FirmwareForm::Hex)).value();
    };
    QVERIFY(hexFor("uno").size() > 20000);
    QVERIFY(hexFor("leonardo") != hexFor("micro"));
    QVERIFY(hexFor("uno") != hexFor("nano")); // only the board's name
}

void TestPreparedFirmware::unoAnswersLikeTheWorkbench_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("classification") << 0;
    QTest::newRow("regression") << 1;
    QTest::newRow("classification at the limits of the arithmetic") << 2;
    QTest::newRow("regression at the limits of the arithmetic") << 3;
}

void TestPreparedFirmware::unoAnswersLikeTheWorkbench()
{
    QFETCH(int, kind);
    if (!findOwnProgram("broto-virtual-board"))
        QSKIP("SKIPPED: broto-virtual-board was not built (libsimavr-dev, gcc-avr, arduino-core-avr)");
    hideCompilers();
    const Task task = kind % 2 == 0 ? Task::Classification : Task::Regression;
    const DeployableModel model = kind < 2 ? trainedFixture(task) : wildIntegerModel(task, 3);
    const Board uno = findBoard("uno").value();
    const auto firmware = buildFirmware(model, "tea", uno, m_folder->path() / "out");
    QVERIFY2(firmware, reason(firmware).c_str());
    QVERIFY(firmware->isPrepared);

    const auto board = VirtualBoard::start("uno");
    QVERIFY2(board, reason(board).c_str());
    const auto flashed = flashFirmware(*firmware, uno, board->port());
    QVERIFY2(flashed, reason(flashed).c_str());
    const RunControl control;
    auto client = BoardConnection::open(linesTo(board->port()), control);
    QVERIFY2(client, reason(client).c_str());
    QVERIFY(client->hello().boardName == "Arduino Uno");
    QVERIFY(client->hello().modelId == modelId(model));
    const auto selfTest = client->ask([](BoardClient& asked) { return asked.selfTest(); });
    QVERIFY2(selfTest && *selfTest, reason(selfTest).c_str());

    const int rows = qEnvironmentVariableIsSet("BROTO_EVERY_ROW") ? 500 : 60;
    Random random(17);
    Matrix questions(rows, model.features());
    for (int i = 0; i < rows; ++i) {
        const std::vector<float> row = hostileRow(model, random);
        questions.row(i) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), model.features());
    }
    const auto report = checkBoard(model, questions, *client);
    QVERIFY2(report, reason(report).c_str());
    QCOMPARE(report->identical, static_cast<std::size_t>(rows));
    QVERIFY(!report->firstDifference);
    qInfo("%d of %d rows identical", static_cast<int>(report->identical), rows);
}

void TestPreparedFirmware::compilerIsPreferredWhereThereIsOne()
{
    if (!findProgram("avr-gcc"))
        QSKIP("SKIPPED: avr-gcc is not installed (gcc-avr, avr-libc)");
    const auto firmware =
        buildFirmware(trainedFixture(Task::Classification), "tea", findBoard("uno").value(), m_folder->path() / "out");
    QVERIFY(firmware && !firmware->isPrepared);
}

void TestPreparedFirmware::modelThatNeedsACompilerSaysSo()
{
    hideCompilers();
    DeployableModel model = trainedFixture(Task::Classification, {200});
    const auto wide = buildFirmware(model, "tea", findBoard("uno").value(), m_folder->path() / "out");
    QVERIFY(!wide && wide.error().id == "device.model-too-large-prepared");
    QVERIFY(buildFirmware(model, "tea", findBoard("mega").value(), m_folder->path() / "out"));
}

QTEST_APPLESS_MAIN(TestPreparedFirmware)
#include "tst_prepared_firmware.moc"

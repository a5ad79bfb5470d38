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
    void boardAnswersLikeTheWorkbench_data();
    void boardAnswersLikeTheWorkbench();
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

/// A computer that has avrdude, emulators and no compiler.
void TestPreparedFirmware::hideCompilers()
{
    const auto avrdude = findProgram("avrdude");
    if (!avrdude)
        QSKIP("SKIPPED: avrdude is not installed (avrdude)");
    if (!isPrepared(findBoard("uno").value()))
        QSKIP("SKIPPED: nothing was prepared when this was built (gcc-avr, avr-libc, arduino-core-avr)");
    fs::create_directory(m_folder->path() / "bin");
    fs::create_symlink(*avrdude, m_folder->path() / "bin/avrdude");
    for (const char* emulator : {"qemu-system-arm", "qemu-system-riscv32", "qemu-system-xtensa"})
        if (const auto found = findProgram(emulator))
            fs::create_symlink(*found, m_folder->path() / "bin" / emulator);
    qputenv("PATH", QByteArray::fromStdString((m_folder->path() / "bin").string()));
    QVERIFY(!findProgram("avr-gcc") && !findProgram("arm-none-eabi-g++"));
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
    for (const char* id : {"esp32", "nano-every", "microbit-v2", "generic"})
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

void TestPreparedFirmware::boardAnswersLikeTheWorkbench_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("kind");
    const char* kinds[] = {"classification", "regression", "classification at the limits of the arithmetic",
                           "regression at the limits of the arithmetic"};
    for (int kind = 0; kind < 4; ++kind)
        QTest::addRow("uno: %s", kinds[kind]) << QByteArray("uno") << kind;
    for (const char* id : {"mega", "microbit", "cortex-m3", "cortex-m4", "risc-v", "xtensa-lx106"})
        for (const int kind : {0, 3})
            QTest::addRow("%s: %s", id, kinds[kind]) << QByteArray(id) << kind;
}

void TestPreparedFirmware::boardAnswersLikeTheWorkbench()
{
    QFETCH(QByteArray, id);
    QFETCH(int, kind);
    if (!findOwnProgram("broto-virtual-board"))
        QSKIP("SKIPPED: broto-virtual-board was not built (libsimavr-dev, gcc-avr, arduino-core-avr)");
    hideCompilers();
    const Task task = kind % 2 == 0 ? Task::Classification : Task::Regression;
    const DeployableModel model = kind < 2 ? trainedFixture(task) : wildIntegerModel(task, 3);
    const Board chosen = findBoard(id.toStdString()).value();
    if (!isPrepared(chosen))
        QSKIP("SKIPPED: no program was prepared for this board when this was built");
    const auto firmware = buildFirmware(model, "tea", chosen, m_folder->path() / "out");
    QVERIFY2(firmware, reason(firmware).c_str());
    QVERIFY(firmware->isPrepared);

    const auto board = VirtualBoard::start(chosen.id);
    QVERIFY2(board, reason(board).c_str());
    const auto flashed = flashFirmware(*firmware, chosen, board->port());
    QVERIFY2(flashed, reason(flashed).c_str());
    const RunControl control;
    auto client = BoardConnection::open(linesTo(board->port()), control);
    QVERIFY2(client, reason(client).c_str());
    QVERIFY2(chosen.name.starts_with(client->hello().boardName), client->hello().boardName.c_str());
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

// Boards on USB, as libserialport and avrdude see them, both unmodified: recognised, flashed and checked. Behind the
// port is a virtual board with its real boot loader.

#include "core/device/board_fixture.h"
#include "core/device/firmware_fixture.h"
#include "device/board_check.h"
#include "device/board_connection.h"
#include "device/flasher.h"
#include "device/serial_ports.h"
#include "device/virtual_board.h"
#include "platform/paths.h"
#include "support/usb/usb_port_disguise.h"

#include <QtTest>

using namespace broto;

class TestUsbBoards : public QObject {
    Q_OBJECT

private slots:
    void boardIsRecognisedFlashedAndChecked_data();
    void boardIsRecognisedFlashedAndChecked();
};

void TestUsbBoards::boardIsRecognisedFlashedAndChecked_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("vendor");
    QTest::addColumn<QByteArray>("product");
    QTest::addColumn<QByteArray>("recognised"); ///< before anything was flashed to it
    QTest::newRow("Uno") << QByteArray("uno") << QByteArray("2341") << QByteArray("0043") << QByteArray("uno");
    QTest::newRow("Mega") << QByteArray("mega") << QByteArray("2341") << QByteArray("0042") << QByteArray("mega");
    QTest::newRow("Nano with a CH340") << QByteArray("nano-old") << QByteArray("1a86") << QByteArray("7523")
                                       << QByteArray();
}

void TestUsbBoards::boardIsRecognisedFlashedAndChecked()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, vendor);
    QFETCH(QByteArray, product);
    QFETCH(QByteArray, recognised);
    if (!findOwnProgram("broto-virtual-board") || !findProgram("avrdude") || !findProgram("avr-gcc"))
        QSKIP("SKIPPED: a virtual board, avrdude or avr-gcc is missing (libsimavr-dev, avrdude, gcc-avr, avr-libc)");
    useTestCache();
    const OwnFolders folders;
    const Board chosen = findBoard(id.toStdString()).value();
    const DeployableModel model = trainedFixture(Task::Classification);
    const auto firmware = buildFirmware(model, "tea", chosen, folders.path() / "out");
    QVERIFY2(firmware, reason(firmware).c_str());
    const auto behind = VirtualBoard::start(chosen.id);
    QVERIFY2(behind, reason(behind).c_str());

    const UsbPortDisguise disguise(folders.path() / "usb", behind->port().path,
                                   {vendor.toStdString(), product.toStdString(), "board", "maker", "SN1"});
    const std::vector<Port> ports = realPorts();
    if (ports.size() != 1)
        QSKIP("SKIPPED: this system's serial port library cannot be given a port for the test");
    QCOMPARE(ports[0].path, std::string(UsbPortDisguise::port));
    QCOMPARE(QByteArray::fromStdString(ports[0].boardId), recognised);

    qputenv("LD_PRELOAD", BROTO_USB_SHIM);
    const auto flashed = flashFirmware(*firmware, chosen, ports[0]);
    qunsetenv("LD_PRELOAD");
    QVERIFY2(flashed, reason(flashed).c_str());
    QVERIFY2(flashed->log.find("verified") != std::string::npos, flashed->log.c_str());
    QVERIFY2(flashed->log.find("TIOCMGET") == std::string::npos, flashed->log.c_str());
    QCOMPARE(realPorts()[0].boardId, chosen.id); // a converter that said nothing is known now

    const RunControl control;
    auto board = BoardConnection::open(linesTo(realPorts()[0]), control);
    QVERIFY2(board, reason(board).c_str());
    const int rows = qEnvironmentVariableIsSet("BROTO_EVERY_ROW") ? 500 : 60;
    Random random(23);
    Matrix questions(rows, model.features());
    for (int i = 0; i < rows; ++i) {
        const std::vector<float> row = hostileRow(model, random);
        questions.row(i) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), model.features());
    }
    const auto report = checkBoard(model, questions, *board);
    QVERIFY2(report, reason(report).c_str());
    QCOMPARE(report->identical, static_cast<std::size_t>(rows));
    qInfo("%s: %d of %d rows identical", id.constData(), static_cast<int>(report->identical), rows);
}

QTEST_APPLESS_MAIN(TestUsbBoards)
#include "tst_usb_boards.moc"

#include "flashed_machine.h"

#include "compression/predictor.h"
#include "core/device/firmware_fixture.h"
#include "device/board_check.h"
#include "support/faulty_link.h"

#include <QtTest>

using namespace broto;

/// The true firmware behind a line on which everything goes wrong.
class TestFaultyBoard : public QObject {
    Q_OBJECT

private slots:
    void everyRowIsIdenticalOverABadLine()
    {
        useTestCache();
        if (!findProgram("avr-gcc"))
            QSKIP("SKIPPED: avr-gcc is not installed (gcc-avr, avr-libc)");
        const DeployableModel model = trainedFixture(Task::Classification);
        const Result<std::string> image = unoImage(model);
        QVERIFY2(image, reason(image).c_str());
        const std::shared_ptr<AvrMachine> uno = unoWith(*image);
        const auto faults = std::make_shared<LineFaults>(5);
        faults->wrongBauds = 0.1;
        faults->hangUps = 0.0003; // a call carries one byte here
        LineSource source = linesTo(uno);
        const auto open = source.open;
        source.open = [open, faults]() -> Result<std::unique_ptr<Link>> {
            auto link = open();
            return std::unique_ptr<Link>(std::make_unique<FaultyLink>(std::move(*link), faults));
        };
        const RunControl control;
        auto board = BoardConnection::open(source, control);
        QVERIFY2(board, reason(board).c_str());
        const Matrix rows = fixtureDataset(Task::Classification, 11, 700).training.raw;
        const auto report = checkBoard(model, rows, *board);
        QVERIFY2(report, reason(report).c_str());
        qInfo("%zu rows in %.1f s of its time: %d bytes damaged, %d stalls, %d hang-ups, %d lines of another baud",
              report->rows, secondsOf(*uno), faults->damaged, faults->stalled, faults->hungUp, faults->wrongBaud);
        QCOMPARE(report->identical, static_cast<std::size_t>(rows.rows()));
        QVERIFY(faults->damaged > 10 && faults->hungUp > 0);
    }
};

QTEST_APPLESS_MAIN(TestFaultyBoard)
#include "tst_faulty_board.moc"

#include "data/window_bands.h"

#include <QTest>

#include <cmath>

using namespace broto;

namespace {

WindowPlan twoWindows()
{
    WindowPlan plan;
    plan.stream.length = 3;
    plan.windows = {{.firstRow = 0, .label = 4}, {.firstRow = 2, .label = 1}};
    return plan;
}

Column times(std::vector<double> seconds)
{
    Column column;
    column.values = Column::Values::Times;
    column.numbers = std::move(seconds);
    return column;
}

}

class TestWindowBands : public QObject {
    Q_OBJECT

private slots:
    void windowsLieOnTheRowNumbers()
    {
        const std::vector<WindowBand> bands = windowBands(twoWindows(), nullptr);
        QCOMPARE(bands.size(), std::size_t(2));
        QCOMPARE(bands[0].from, 1.0);
        QCOMPARE(bands[0].to, 3.0);
        QCOMPARE(bands[1].from, 3.0);
        QCOMPARE(bands[0].label, 4);
        QCOMPARE(bands[1].label, 1);
    }

    void windowsLieOnTheTimes()
    {
        const Column seconds = times({10, 10.5, 11, 20, 21});
        const std::vector<WindowBand> bands = windowBands(twoWindows(), &seconds);
        QCOMPARE(bands[0].from, 10.0);
        QCOMPARE(bands[0].to, 11.0);
        QCOMPARE(bands[1].to, 21.0);
    }

    void windowsStandFromLeftToRight()
    {
        const Column seconds = times({20, 20.5, 21, 21.5, 22});
        WindowPlan plan = twoWindows();
        std::swap(plan.windows[0], plan.windows[1]);
        const std::vector<WindowBand> bands = windowBands(plan, &seconds);
        QCOMPARE(bands[0].from, 20.0);
        QCOMPARE(bands[1].from, 21.0);
    }

    void aWindowWithoutATimeHasNoPlace()
    {
        const Column seconds = times({10, 10.5, std::nan(""), 20, 21});
        QVERIFY(windowBands(twoWindows(), &seconds).empty());
    }
};

QTEST_APPLESS_MAIN(TestWindowBands)
#include "tst_window_bands.moc"

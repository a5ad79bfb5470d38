#include "data/recordings.h"
#include "table_text.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace broto;

namespace {

/// Recordings of ten readings each, `step` seconds apart, whose times all begin at 0.
Table gestures(int recordings, const std::string& header = "t (s),hand,x", double step = 0.5)
{
    std::string csv = header + "\n";
    for (int i = 0; i < 10 * recordings; ++i)
        csv += shortest(i % 10 * step) + "," + (i / 20 % 2 ? "bia" : "ana") + "," + std::to_string(i * 7 % 13) + ".5\n";
    return readable(csv);
}

std::vector<std::int32_t> hands(const Table& table)
{
    DataChoices choices = proposeChoices(table);
    choices.columns[1].role = Role::Group;
    return recordingGroups(table, choices);
}

std::size_t breaksOf(const Table& table, const Column* times, const std::vector<std::int32_t>& groups)
{
    Series series = *seriesOf(table.columns[2], times);
    breakAtGaps(series, times, groups);
    return series.breaks.size();
}

}

class TestRecordings : public QObject {
    Q_OBJECT

private slots:
    void timesThatBeginAnewLieEndToEnd()
    {
        const Table table = gestures(4);
        const std::optional<LaidRecordings> laid = laidEndToEnd(table.columns[0], {});
        QVERIFY(laid);
        QCOMPARE(laid->starts, (std::vector<double>{0, 7, 14, 21})); // 4.5 s long, and 5 steps between
        const std::vector<double>& places = laid->times->numbers;
        QVERIFY(std::is_sorted(places.begin(), places.end()));
        QCOMPARE(laid->ownTime(7), 0.0);
        QCOMPARE(laid->ownTime(places[13]), 1.5);
        QCOMPARE(breaksOf(table, laid->times.get(), {}), std::size_t(3));
    }

    void theLineIsBrokenInThePicture()
    {
        const Table table = gestures(3);
        const std::optional<LaidRecordings> laid = laidEndToEnd(table.columns[0], {});
        Series series = *seriesOf(table.columns[2], laid->times.get());
        breakAtGaps(series, laid->times.get(), {});
        for (const std::size_t steps : {std::size_t(1000), std::size_t(5)}) {
            const Envelope envelope = envelopeOf(series, series.first(), series.last(), steps);
            const auto gaps =
                std::count_if(envelope.y.begin(), envelope.y.end(), [](double y) { return std::isnan(y); });
            QCOMPARE(gaps, std::ptrdiff_t(2));
        }
    }

    void timesThatOnlyGrowStayAsTheyAre()
    {
        const Table table = gestures(1);
        QVERIFY(!laidEndToEnd(table.columns[0], {}));
        QCOMPARE(breaksOf(table, &table.columns[0], {}), std::size_t(0));
    }

    void shuffledRowsAreNoRecordings()
    {
        std::string csv = "t,g,x\n";
        for (int i = 0; i < 100; ++i)
            csv += std::to_string(i * 37 % 100) + ",a,1.5\n";
        QVERIFY(!laidEndToEnd(readable(csv).columns[0], {}));
    }

    void aLostReadingIsNoGapAndTwoAre()
    {
        std::string csv = "t (s),g,x\n";
        for (int i = 0; i < 40; ++i) {
            if (i != 10 && i != 20 && i != 21)
                csv += std::to_string(i) + ",a,1.5\n";
        }
        const Table table = readable(csv);
        QCOMPARE(breaksOf(table, &table.columns[0], {}), std::size_t(1));
    }

    void anotherGroupBreaksTheLineWhereGroupsStandInBlocks()
    {
        const Table table = gestures(8);
        QCOMPARE(breaksOf(table, nullptr, hands(table)), std::size_t(3));
        std::vector<std::int32_t> inTurns(80);
        for (std::size_t i = 0; i < inTurns.size(); ++i)
            inTurns[i] = static_cast<std::int32_t>(i % 2);
        QCOMPARE(breaksOf(table, nullptr, inTurns), std::size_t(0));
    }

    void groupsMayBeNumbers()
    {
        const Table table = readable("x,who\n1.5,7\n2.5,\n3.5,9\n4.5,7\n");
        DataChoices choices = proposeChoices(table);
        QVERIFY(recordingGroups(table, choices).empty());
        choices.columns[1].role = Role::Group;
        QCOMPARE(recordingGroups(table, choices), (std::vector<std::int32_t>{0, -1, 1, 0}));
    }
};

QTEST_APPLESS_MAIN(TestRecordings)
#include "tst_recordings.moc"

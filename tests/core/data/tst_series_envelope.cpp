#include "data/series_envelope.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace broto;

namespace {

using Numbers = std::vector<double>;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Column numbers(Numbers values)
{
    Column column;
    column.values = Column::Values::Numbers;
    column.numbers = std::move(values);
    return column;
}

QByteArray text(const Envelope& envelope)
{
    QByteArray result;
    for (std::size_t i = 0; i < envelope.x.size(); ++i)
        result += QByteArray::number(envelope.x[i]) + ':' +
                  (std::isnan(envelope.y[i]) ? QByteArray("~") : QByteArray::number(envelope.y[i])) + ' ';
    return result.trimmed();
}

}

class TestSeriesEnvelope : public QObject {
    Q_OBJECT

private slots:
    void withoutTimesValuesStandOneRowApart()
    {
        const Series series = *seriesOf(numbers({5, missing, 7}), nullptr);
        QVERIFY(series.times.empty());
        QCOMPARE(series.first(), 1.0);
        QCOMPARE(series.last(), 3.0);
        QCOMPARE(text(envelopeOf(series, 1, 3, 10)), QByteArray("1:5 2:~ 3:7"));
    }

    void valuesFollowTheirTimes()
    {
        const Column times = numbers({30, 10, missing, 20});
        const Series series = *seriesOf(numbers({3, 1, 9, 2}), &times);
        QCOMPARE(series.times, (Numbers{10, 20, 30}));
        QCOMPARE(series.values, (Numbers{1, 2, 3}));
        QCOMPARE(series.rows, (std::vector<std::uint32_t>{1, 3, 0}));
    }

    void categoriesAreNumbered()
    {
        Column column;
        column.categories = {"a", "b"};
        column.codes = {1, -1, 0};
        QCOMPARE(text(envelopeOf(*seriesOf(column, nullptr), 1, 3, 10)), QByteArray("1:1 2:~ 3:0"));
    }

    void aStretchIsDrawnInSteps_data()
    {
        QTest::addColumn<Numbers>("values");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<int>("steps");
        QTest::addColumn<QByteArray>("expected");
        const Numbers eight = {4, 1, 9, 5, 2, 2, 8, 7};
        QTest::newRow("few values are all there") << Numbers{1, 3, 2} << 1.0 << 3.0 << 2 << QByteArray("1:1 2:3 3:2");
        QTest::newRow("smallest and largest of each step, as they come")
            << eight << 1.0 << 9.0 << 2 << QByteArray("2:1 3:9 5:2 7:8");
        QTest::newRow("neighbours belong to the stretch") << eight << 3.5 << 5.5 << 9 << QByteArray("3:9 4:5 5:2 6:2");
        QTest::newRow("a step without values breaks the line") << Numbers{1, 2, 1, missing, missing, missing, 5, 5, 6}
                                                               << 1.0 << 10.0 << 3 << QByteArray("1:1 2:2 4:~ 7:5 9:6");
        QTest::newRow("missing values do not hide the others")
            << Numbers{missing, 2, missing, 7, missing, 4, 3, missing} << 1.0 << 9.0 << 2
            << QByteArray("2:2 4:7 6:4 7:3");
        QTest::newRow("constant") << Numbers(9, 3.0) << 1.0 << 10.0 << 3 << QByteArray("1:3 4:3 7:3");
        QTest::newRow("no room") << eight << 2.0 << 2.0 << 3 << QByteArray("");
        QTest::newRow("nothing") << Numbers{} << 0.0 << 1.0 << 3 << QByteArray("");
        QTest::newRow("after the end") << eight << 20.0 << 30.0 << 3 << QByteArray("8:7");
    }

    void aStretchIsDrawnInSteps()
    {
        QFETCH(Numbers, values);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(int, steps);
        QFETCH(QByteArray, expected);
        const Series series = *seriesOf(numbers(values), nullptr);
        QCOMPARE(text(envelopeOf(series, from, to, static_cast<std::size_t>(steps))), expected);
    }

    void noSpikeIsLost()
    {
        Numbers values(100'000);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::sin(static_cast<double>(i) * 0.01);
        values[54'321] = 99;
        values[12'345] = -99;
        const Envelope envelope = envelopeOf(*seriesOf(numbers(values), nullptr), 1, 100'000, 500);
        QVERIFY(!envelope.everyValue);
        QVERIFY(envelope.x.size() <= 1002);
        QVERIFY(std::is_sorted(envelope.x.begin(), envelope.x.end()));
        QCOMPARE(*std::max_element(envelope.y.begin(), envelope.y.end()), 99.0);
        QCOMPARE(*std::min_element(envelope.y.begin(), envelope.y.end()), -99.0);
    }

    void aCancelledSeriesGivesNothing()
    {
        RunControl control;
        control.cancel();
        const Column times = numbers({2, 1});
        QVERIFY(!seriesOf(numbers({2, 1}), &times, control));
    }
};

QTEST_APPLESS_MAIN(TestSeriesEnvelope)
#include "tst_series_envelope.moc"

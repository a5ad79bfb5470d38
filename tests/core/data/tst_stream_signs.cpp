#include "table_text.h"

#include "data/stream_signs.h"

#include <QTest>

#include <random>

using namespace broto;

namespace {

/// Readings of a sensor; `second` says when the i-th was taken, in steps of a second.
template<class Second>
Table readings(int rows, Second second)
{
    std::mt19937 random(7);
    std::string csv = "t;a;b;state\n";
    for (int i = 0; i < rows; ++i)
        csv += shortest(second(i)) + ";" + std::to_string(random() % 1000) + ".5;" + std::to_string(random() % 997) +
               ".25;" + ((i / 100) % 2 ? "walk" : "rest") + "\n";
    return readable(csv);
}

DataChoices withTime(const Table& table)
{
    DataChoices choices = proposeChoices(table);
    choices.columns[0].role = Role::Time;
    return choices;
}

}

class TestStreamSigns : public QObject {
    Q_OBJECT

private slots:
    void regularReadingsWithATimeAreAStream();
    void withoutATimeNothingIsSaid();
    void timesAtRandomAreNone();
    void aShortTableIsNone();
    void categoriesAreNone();
};

void TestStreamSigns::regularReadingsWithATimeAreAStream()
{
    const Table table = readings(2000, [](int i) { return i * 0.02; });
    const StreamSigns signs = streamSigns(table, withTime(table));
    QVERIFY(signs.likely);
    QVERIFY(signs.windows >= 10);
    DataChoices choices = withTime(table);
    choices.windows = signs.proposal;
    const Result<WindowPlan> plan = planWindows(table, choices);
    QVERIFY(plan);
    QCOMPARE(plan->windows.size(), signs.windows);
}

void TestStreamSigns::withoutATimeNothingIsSaid()
{
    const Table table = readings(2000, [](int i) { return i * 0.02; });
    DataChoices choices = withTime(table);
    choices.columns[*columnWith(Role::Time, choices)].role = Role::Ignore;
    QVERIFY(!streamSigns(table, choices).likely);
}

void TestStreamSigns::timesAtRandomAreNone()
{
    std::mt19937 random(3);
    const Table table = readings(500, [&](int) { return static_cast<double>(random() % 100'000); });
    QVERIFY(!streamSigns(table, withTime(table)).likely);
}

void TestStreamSigns::aShortTableIsNone()
{
    const Table table = readings(60, [](int i) { return i * 0.02; });
    QVERIFY(!streamSigns(table, withTime(table)).likely);
}

void TestStreamSigns::categoriesAreNone()
{
    const Table table = readings(2000, [](int i) { return i * 0.02; });
    DataChoices choices = withTime(table);
    choices.columns[1].type = ColumnType::Category; // no stream of sensors
    QVERIFY(!streamSigns(table, choices).likely);
}

QTEST_APPLESS_MAIN(TestStreamSigns)
#include "tst_stream_signs.moc"

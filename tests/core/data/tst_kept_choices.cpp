#include "table_text.h"

#include "data/kept_choices.h"

#include <QTest>

using namespace broto;

namespace {

Table readAs(std::string_view csv, const ReadOptions& options)
{
    Result<Table> table = readTable(csv, options);
    if (!table)
        qFatal("%s", inEnglish(table.error()).c_str());
    return *std::move(table);
}

constexpr std::string_view readings = "a;b;when;y\n1,5;2;2024-01-01;red\n2,5;3;2024-01-02;blue\n3,5;4;2024-01-03;red\n"
                                      "4,5;9;2024-01-04;blue\n";

}

class TestKeptChoices : public QObject {
    Q_OBJECT

private slots:
    void whatNobodyChoseIsProposedAnew();
    void whatAPersonChoseStays();
    void targetStaysWhereItWas();
    void withoutNamesColumnsAreToldByTheirPlaces();
    void anotherSeparatorLeavesNothingToKeep();
    void splitByAColumnThatIsGoneIsAsFits();
    void thereIsOneTimeAtMost();
    void columnsAreProposedWithoutTheirMarks();
};

void TestKeptChoices::whatNobodyChoseIsProposedAnew()
{
    const Table asTexts = readAs(readings, {.separator = ';', .decimal = '.'});
    const Table asNumbers = readAs(readings, {.separator = ';', .decimal = ','});
    QVERIFY(asTexts.columns[0].texts());
    QVERIFY(asNumbers.columns[0].numeric());
    const DataChoices kept = keptChoices(proposeChoices(asTexts), asTexts, asNumbers);
    QVERIFY(kept == proposeChoices(asNumbers));
}

void TestKeptChoices::whatAPersonChoseStays()
{
    const Table table = readable(readings);
    DataChoices chosen = proposeChoices(table);
    chosen.columns[0] = {Role::Ignore, ColumnType::Category, {"9"}, MissingPolicy::Keep};
    chosen.scaling = Scaling::Robust;
    chosen.windows = WindowChoices();
    chosen.split.seed = 7;
    chosen.task = Task::Classification;
    const DataChoices kept = keptChoices(chosen, table, table);
    QVERIFY(kept == chosen);
}

void TestKeptChoices::targetStaysWhereItWas()
{
    const Table table = readable(readings);
    DataChoices chosen = proposeChoices(table);
    QVERIFY(chooseTarget(chosen, table, "b"));
    chosen.task = Task::Regression;
    const Table again = readAs(readings, {.separator = ';', .decimal = '.'});
    const DataChoices kept = keptChoices(chosen, table, again);
    QCOMPARE(columnWith(Role::Target, kept), std::optional<std::size_t>(1));
    QCOMPARE(kept.columns[3].role, Role::Feature);
    QCOMPARE(kept.task, std::optional(Task::Regression));
}

void TestKeptChoices::withoutNamesColumnsAreToldByTheirPlaces()
{
    const Table table = readable(readings);
    DataChoices chosen = proposeChoices(table);
    chosen.columns[1].role = Role::Ignore;
    chosen.split.method = SplitMethod::Column;
    chosen.split.partColumn = 3;
    const DataChoices kept = keptChoices(chosen, table, readAs(readings, {.header = false}));
    QCOMPARE(kept.columns[1].role, Role::Ignore);
    QCOMPARE(kept.columns[3].role, Role::Target);
    QCOMPARE(kept.split.partColumn, std::optional<std::size_t>(3));
}

void TestKeptChoices::anotherSeparatorLeavesNothingToKeep()
{
    const Table table = readable(readings);
    const Table other = readAs(readings, {.separator = '|'});
    QCOMPARE(other.columns.size(), std::size_t(1));
    DataChoices chosen = proposeChoices(table);
    chosen.columns[0].role = Role::Ignore;
    QCOMPARE(keptChoices(chosen, table, other).columns, proposeChoices(other).columns);
}

void TestKeptChoices::splitByAColumnThatIsGoneIsAsFits()
{
    const Table table = readable(readings);
    const Table other = readAs(readings, {.separator = '|'});
    DataChoices chosen = proposeChoices(table);
    chosen.split.method = SplitMethod::Column;
    chosen.split.partColumn = 3;
    const Split kept = keptChoices(chosen, table, other).split;
    QVERIFY(!kept.method);
    QVERIFY(!kept.partColumn);
}

void TestKeptChoices::thereIsOneTimeAtMost()
{
    const Table table = readable(readings);
    DataChoices chosen = proposeChoices(table);
    chosen.columns[2].role = Role::Ignore;
    chosen.columns[1].role = Role::Time;
    const DataChoices kept = keptChoices(chosen, table, readAs(readings, {.separator = ';', .decimal = '.'}));
    QCOMPARE(columnWith(Role::Time, kept), std::optional<std::size_t>(1));
    QCOMPARE(kept.columns[2].role, Role::Ignore);
}

void TestKeptChoices::columnsAreProposedWithoutTheirMarks()
{
    std::string csv = "a,b,y\n";
    for (int i = 0; i < 50; ++i)
        csv += std::to_string(i * 37 % 50) + ".5," + std::to_string(i % 7) + ".5," + (i % 2 ? "on" : "off") + "\n";
    const Table table = readable(csv + "sum,,\n");
    DataChoices choices = proposeChoices(table);
    QVERIFY(choices.columns[0].role == Role::Ignore);
    choices.columns[0].missingMarks = {"sum"};
    const Result<Table> without = withoutMarks(table, choices);
    QVERIFY(without.ok());
    QVERIFY(without->columns[0].numeric());
    QCOMPARE(rolesOf(proposedAgain(choices, table, *without)),
             (std::vector<Role>{Role::Feature, Role::Feature, Role::Target}));

    QVERIFY(chooseTarget(choices, table, "b").ok());
    choices.columns[2].role = Role::Ignore;
    QCOMPARE(rolesOf(proposedAgain(choices, table, *without)),
             (std::vector<Role>{Role::Feature, Role::Target, Role::Ignore}));
}

QTEST_APPLESS_MAIN(TestKeptChoices)
#include "tst_kept_choices.moc"

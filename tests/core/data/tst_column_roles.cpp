#include "table_text.h"

#include "data/column_roles.h"

#include <QTest>

#include <algorithm>

using namespace broto;

namespace {

Table sensorTable()
{
    std::string csv = "when,room,temp,name,y\n";
    for (int i = 0; i < 80; ++i)
        csv += "2024-01-01 10:" + std::string(i % 60 < 10 ? "0" : "") + std::to_string(i % 60) + ":00," +
               (i % 3 ? "kitchen" : "hall") + "," + std::to_string(i) + ".5,word" + std::to_string(i) + "," +
               (i % 2 ? "yes" : "no") + "\n";
    return readable(csv);
}

template<class T>
bool holds(const std::vector<T>& all, T one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

}

class TestColumnRoles : public QObject {
    Q_OBJECT

private slots:
    void rolesFitTheValues_data();
    void rolesFitTheValues();
    void manyTextsThatComeAgainCanBeTheTargetAlone();
    void typesFitTheValues();
    void wordsAreOfferedNoNumber();
    void categoriesHaveNoMean();
    void severalColumnsTakeARoleTogether();
    void oneColumnIsTheTarget();
    void oneColumnIsTheTime();
    void severalCannotBeWhatOneIs_data();
    void severalCannotBeWhatOneIs();
};

void TestColumnRoles::rolesFitTheValues_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("feature");
    QTest::addColumn<bool>("target");
    QTest::addColumn<bool>("time");
    QTest::newRow("time") << 0 << false << false << true;
    QTest::newRow("category") << 1 << true << true << false;
    QTest::newRow("number") << 2 << true << true << true;
    QTest::newRow("too many texts") << 3 << false << false << false;
    QTest::newRow("yes and no") << 4 << true << true << false;
}

void TestColumnRoles::rolesFitTheValues()
{
    QFETCH(int, column);
    QFETCH(bool, feature);
    QFETCH(bool, target);
    QFETCH(bool, time);
    const Table table = sensorTable();
    const std::vector<Role> roles = possibleRoles(table.columns[static_cast<std::size_t>(column)]);
    QCOMPARE(holds(roles, Role::Feature), feature);
    QCOMPARE(holds(roles, Role::Target), target);
    QCOMPARE(holds(roles, Role::Time), time);
    QVERIFY(holds(roles, Role::Ignore));
    QVERIFY(holds(roles, Role::Group));
}

void TestColumnRoles::manyTextsThatComeAgainCanBeTheTargetAlone()
{
    std::string csv = "place,x\n";
    for (int i = 0; i < 100; ++i)
        csv += "P" + std::to_string(i % 40) + "," + std::to_string(i) + ".5\n";
    const std::vector<Role> roles = possibleRoles(readable(csv).columns[0]);
    QVERIFY(holds(roles, Role::Target));
    QVERIFY(!holds(roles, Role::Feature));
}

void TestColumnRoles::typesFitTheValues()
{
    const Table table = sensorTable();
    QVERIFY(!holds(possibleTypes(table.columns[0]), ColumnType::Number));
    QVERIFY(holds(possibleTypes(table.columns[2]), ColumnType::Category));
    QVERIFY(!holds(possibleTypes(table.columns[2]), ColumnType::Boolean));
    QVERIFY(holds(possibleTypes(table.columns[4]), ColumnType::Boolean));
}

void TestColumnRoles::wordsAreOfferedNoNumber()
{
    const Table table = readable("room,level\nhall,1.5\nkitchen,high\nhall,2.5\n");
    QVERIFY(!holds(possibleTypes(table.columns[0]), ColumnType::Number));
    QVERIFY(!holds(possibleTypes(table.columns[0]), ColumnType::Integer));
    QVERIFY(holds(possibleTypes(table.columns[0]), ColumnType::Category));
    QVERIFY(holds(possibleTypes(table.columns[1]), ColumnType::Number)); // what word is in the way will be said
}

void TestColumnRoles::categoriesHaveNoMean()
{
    const Table table = sensorTable();
    QVERIFY(!holds(possibleMissingPolicies(table.columns[1]), MissingPolicy::Mean));
    QVERIFY(holds(possibleMissingPolicies(table.columns[2]), MissingPolicy::Median));
    for (const Column& column : table.columns)
        QVERIFY(holds(possibleMissingPolicies(column), usualMissingPolicy(column, {})));
    DataChoices withWindows;
    withWindows.windows.emplace();
    QCOMPARE(usualMissingPolicy(table.columns[2], withWindows), MissingPolicy::Keep);
}

void TestColumnRoles::severalColumnsTakeARoleTogether()
{
    const Table table = sensorTable();
    DataChoices choices = proposeChoices(table);
    const std::size_t columns[] = {1, 2};
    QVERIFY(giveRole(choices, table, columns, Role::Ignore));
    QCOMPARE(choices.columns[1].role, Role::Ignore);
    QCOMPARE(choices.columns[2].role, Role::Ignore);
    QCOMPARE(choices.columns[4].role, Role::Target);
}

void TestColumnRoles::oneColumnIsTheTarget()
{
    const Table table = sensorTable();
    DataChoices choices = proposeChoices(table);
    choices.task = Task::Classification;
    const std::size_t columns[] = {2};
    QVERIFY(giveRole(choices, table, columns, Role::Target));
    QCOMPARE(choices.columns[2].role, Role::Target);
    QCOMPARE(choices.columns[4].role, Role::Feature);
    QVERIFY(!choices.task);
}

void TestColumnRoles::oneColumnIsTheTime()
{
    const Table table = sensorTable();
    DataChoices choices = proposeChoices(table);
    QCOMPARE(choices.columns[0].role, Role::Time);
    const std::size_t columns[] = {2};
    QVERIFY(giveRole(choices, table, columns, Role::Time));
    QCOMPARE(choices.columns[2].role, Role::Time);
    QCOMPARE(choices.columns[0].role, Role::Ignore);
}

void TestColumnRoles::severalCannotBeWhatOneIs_data()
{
    QTest::addColumn<int>("role");
    QTest::newRow("target") << int(Role::Target);
    QTest::newRow("time") << int(Role::Time);
}

void TestColumnRoles::severalCannotBeWhatOneIs()
{
    QFETCH(int, role);
    const Table table = sensorTable();
    DataChoices choices = proposeChoices(table);
    const DataChoices before = choices;
    const std::size_t columns[] = {1, 2};
    const Result<void> given = giveRole(choices, table, columns, static_cast<Role>(role));
    QVERIFY(!given);
    QCOMPARE(std::string(given.error().id), std::string("data.one-column-of-role"));
    QVERIFY(choices == before);
}

QTEST_APPLESS_MAIN(TestColumnRoles)
#include "tst_column_roles.moc"

#include "table_text.h"

#include "data/data_choices.h"

#include <QTest>

using namespace broto;

namespace {

/// One column of every type, 40 rows.
Table variedTable(const char* last = "species")
{
    std::string csv = std::string("id,date,speed (km/h),gears,wet,colour,remark,fixed,") + last + "\n";
    for (int i = 0; i < 40; ++i) {
        const std::string n = std::to_string(i);
        csv += n + ",2020-01-" + std::to_string(10 + i % 20) + "," + n + ".5," + std::to_string(i % 4) + "," +
               (i % 2 ? "yes" : "no") + "," + (i % 3 ? "red" : "blue") + ",a remark of some length about row " + n +
               ",7," + (i % 5 ? "setosa" : "virginica") + "\n";
    }
    return readable(csv);
}

std::string lettersOf(const DataChoices& choices)
{
    std::string text;
    for (const Role role : rolesOf(choices))
        text += roleName(role).front();
    return text;
}

std::string idOf(const Result<void>& result)
{
    return result ? "" : std::string(result.error().id);
}

}

class TestDataChoices : public QObject {
    Q_OBJECT

private slots:
    void lastColumnThatCanBeOneIsTheTarget();
    void lastColumnWithOneTextIsProposedAllTheSame();
    void whatCannotBeLearnedFromIsIgnored();
    void proposalReadsTheSameTableAgain();
    void columnIsFoundByHeaderThenByName();
    void headerWinsOverAnotherColumnsName();
    void missingColumnIsNamedWithThoseThereAre();
    void ambiguousNameIsAnError();
    void nameOfACourseColumnIsAmbiguousWithoutItsQualifier();
    void taskFollowsTheTarget_data();
    void taskFollowsTheTarget();
    void formerTargetBecomesAFeature();
    void anotherTargetForgetsTheTask();
    void chosenFeaturesAreTheOnlyOnes();
    void targetCannotBeAFeature();
    void targetCannotBeIgnored();
    void failedChoiceChangesNothing();
    void sidecarOverridesTheProposal();
    void sidecarWithAMissingColumnIsAnError();
};

void TestDataChoices::lastColumnThatCanBeOneIsTheTarget()
{
    QCOMPARE(lettersOf(proposeChoices(variedTable())), std::string("iiffffiit"));
    const Table idLast = readable("a,b,id\n1,5,1\n2,4,2\n2,4,3\n");
    QCOMPARE(lettersOf(proposeChoices(idLast)), std::string("fti"));
    const Table nothing = readable("id,c\n1,5\n2,5\n");
    QCOMPARE(lettersOf(proposeChoices(nothing)), std::string("ii"));
}

void TestDataChoices::lastColumnWithOneTextIsProposedAllTheSame()
{
    QCOMPARE(lettersOf(proposeChoices(readable("a,b,class\n1,5,x\n2,4,x\n"))), std::string("fft"));
    QCOMPARE(lettersOf(proposeChoices(readable("a,b,fixed\n1,5,7\n2,4,7\n"))), std::string("fti"));
    QCOMPARE(lettersOf(proposeChoices(readable("a,b,empty\n1,5,\n2,4,\n"))), std::string("fti"));
}

void TestDataChoices::whatCannotBeLearnedFromIsIgnored()
{
    const Table table = variedTable();
    for (const Column& column : table.columns) {
        const bool usable = column.type == ColumnType::Number || column.type == ColumnType::Integer ||
                            column.type == ColumnType::Boolean || column.type == ColumnType::Category;
        QCOMPARE(usableAsFeature(column), usable);
        QCOMPARE(usableAsTarget(column), usable);
    }
}

void TestDataChoices::proposalReadsTheSameTableAgain()
{
    const char* csv = "1,5;2\n2,5;3\n";
    const Table table = readable(csv);
    const Result<Table> again = readTable(csv, proposeChoices(table).reading);
    QVERIFY(again.ok());
    QCOMPARE(tableText(*again), tableText(table));
}

void TestDataChoices::columnIsFoundByHeaderThenByName()
{
    const Table table = variedTable();
    QCOMPARE(*findColumn(table, "speed (km/h)"), std::size_t(2));
    QCOMPARE(*findColumn(table, "speed"), std::size_t(2));
    QVERIFY(!findColumn(table, "Speed"));
    QVERIFY(!findColumn(table, "speed "));
    QVERIFY(!findColumn(table, ""));
}

void TestDataChoices::headerWinsOverAnotherColumnsName()
{
    const Table table = readable("t (°C),t\n1,2\n3,4\n");
    QCOMPARE(*findColumn(table, "t"), std::size_t(1));
}

void TestDataChoices::missingColumnIsNamedWithThoseThereAre()
{
    const Result<std::size_t> found = findColumn(readable("a,b (cm)\n1,2\n"), "c");
    QVERIFY(!found);
    QCOMPARE(std::string(found.error().id), std::string("data.no-such-column"));
    QCOMPARE(inEnglish(found.error()), std::string("The table has no column \"c\". Its columns are: a, b (cm)."));
}

void TestDataChoices::ambiguousNameIsAnError()
{
    const Result<std::size_t> found = findColumn(readable("t (°C),u,t (°F)\n1,2,3\n"), "t");
    QVERIFY(!found);
    QCOMPARE(std::string(found.error().id), std::string("data.ambiguous-column"));
    QCOMPARE(inEnglish(found.error()),
             std::string("More than one column is called \"t\". Give the whole header, one of: t (°C), t (°F)."));
}

void TestDataChoices::nameOfACourseColumnIsAmbiguousWithoutItsQualifier()
{
    const Table table = readable("CO2 (g/s) [estimated maf],CO2 (g/s) [maf]\n1,2\n");
    QCOMPARE(*findColumn(table, "CO2 (g/s) [maf]"), std::size_t(1));
    QCOMPARE(*findColumn(table, "CO2 [maf]"), std::size_t(1));
    QVERIFY(!findColumn(table, "CO2"));
}

void TestDataChoices::taskFollowsTheTarget_data()
{
    QTest::addColumn<int>("values");
    QTest::addColumn<std::string>("suffix");
    QTest::addColumn<Task>("task");
    QTest::newRow("2 whole numbers") << 2 << std::string() << Task::Classification;
    QTest::newRow("20 whole numbers") << 20 << std::string() << Task::Classification;
    QTest::newRow("21 whole numbers") << 21 << std::string() << Task::Regression;
    QTest::newRow("2 fractions") << 2 << std::string(".5") << Task::Regression;
    QTest::newRow("2 texts") << 2 << std::string("x") << Task::Classification;
    QTest::newRow("40 texts") << 40 << std::string("x") << Task::Classification;
}

void TestDataChoices::taskFollowsTheTarget()
{
    QFETCH(int, values);
    QFETCH(std::string, suffix);
    std::string csv = "a,y\n";
    for (int i = 0; i < 200; ++i)
        csv += std::to_string(i % 7) + "," + std::to_string(i % values) + suffix + "\n";
    QTEST(suggestedTask(readable(csv).columns[1]), "task");
}

void TestDataChoices::formerTargetBecomesAFeature()
{
    const Table table = variedTable();
    DataChoices choices = proposeChoices(table);
    QCOMPARE(idOf(chooseTarget(choices, table, "gears")), std::string());
    QCOMPARE(lettersOf(choices), std::string("iiftffiif"));
    QCOMPARE(idOf(chooseTarget(choices, table, "date")), std::string());
    QCOMPARE(idOf(chooseTarget(choices, table, "speed")), std::string());
    QCOMPARE(lettersOf(choices), std::string("iitfffiif"));
}

void TestDataChoices::anotherTargetForgetsTheTask()
{
    const Table table = variedTable();
    DataChoices choices = proposeChoices(table);
    choices.task = Task::Classification;
    QVERIFY(chooseTarget(choices, table, "species").ok());
    QVERIFY(choices.task == Task::Classification);
    QVERIFY(chooseTarget(choices, table, "speed").ok());
    QVERIFY(!choices.task);
}

void TestDataChoices::chosenFeaturesAreTheOnlyOnes()
{
    const Table table = variedTable();
    DataChoices choices = proposeChoices(table);
    QCOMPARE(idOf(chooseFeatures(choices, table, std::vector<std::string>{"speed", "id"})), std::string());
    QCOMPARE(lettersOf(choices), std::string("fifiiiiit"));
    QCOMPARE(idOf(ignoreColumns(choices, table, std::vector<std::string>{"id"})), std::string());
    QCOMPARE(lettersOf(choices), std::string("iifiiiiit"));
}

void TestDataChoices::targetCannotBeAFeature()
{
    const Table table = variedTable();
    DataChoices choices = proposeChoices(table);
    QCOMPARE(idOf(chooseFeatures(choices, table, std::vector<std::string>{"species"})),
             std::string("data.target-as-feature"));
}

void TestDataChoices::targetCannotBeIgnored()
{
    const Table table = variedTable();
    DataChoices choices = proposeChoices(table);
    QCOMPARE(idOf(ignoreColumns(choices, table, std::vector<std::string>{"species"})),
             std::string("data.target-ignored"));
}

void TestDataChoices::failedChoiceChangesNothing()
{
    const Table table = variedTable();
    DataChoices choices = proposeChoices(table);
    const DataChoices before = choices;
    QCOMPARE(idOf(chooseTarget(choices, table, "x")), std::string("data.no-such-column"));
    QCOMPARE(idOf(chooseFeatures(choices, table, std::vector<std::string>{"speed", "x"})),
             std::string("data.no-such-column"));
    QCOMPARE(idOf(ignoreColumns(choices, table, std::vector<std::string>{"speed", "species"})),
             std::string("data.target-ignored"));
    QVERIFY(choices == before);
}

void TestDataChoices::sidecarOverridesTheProposal()
{
    const Table table = variedTable();
    Sidecar sidecar;
    sidecar.target = "gears";
    sidecar.features = {"speed", "species"};
    sidecar.task = Task::Regression;
    const Result<DataChoices> choices = proposeChoices(table, sidecar);
    QVERIFY(choices.ok());
    QCOMPARE(lettersOf(*choices), std::string("iiftiiiif"));
    QVERIFY(choices->task == Task::Regression);
    QCOMPARE(lettersOf(*proposeChoices(table, Sidecar{})), lettersOf(proposeChoices(table)));
}

void TestDataChoices::sidecarWithAMissingColumnIsAnError()
{
    const Table table = variedTable();
    Sidecar sidecar;
    sidecar.target = "x";
    QCOMPARE(std::string(proposeChoices(table, sidecar).error().id), std::string("data.no-such-column"));
    sidecar.target = "";
    sidecar.features = {"x"};
    QCOMPARE(std::string(proposeChoices(table, sidecar).error().id), std::string("data.no-such-column"));
}

QTEST_APPLESS_MAIN(TestDataChoices)
#include "tst_data_choices.moc"

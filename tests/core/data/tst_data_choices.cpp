#include "table_text.h"

#include "data/sidecar.h"

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
        text += role == Role::Time ? 'c' : roleName(role).front(); // a clock
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
    void remarksAreNoTarget();
    void manyClassesAreTheTarget();
    void columnThatIsCalledATargetIsOne_data();
    void columnThatIsCalledATargetIsOne();
    void numbersThatTellTheTimeAreTheTime_data();
    void numbersThatTellTheTimeAreTheTime();
    void takenColumnsAreNotProposed();
    void splitFollowsGroupsAndTask();
    void whatCannotBeLearnedFromIsIgnored();
    void proposalReadsTheSameTableAgain();
    void columnIsFoundByHeaderThenByName();
    void headerWinsOverAnotherColumnsName();
    void missingColumnIsNamedWithThoseThereAre();
    void ambiguousNameIsAnError();
    void nameOfACourseColumnIsAmbiguousWithoutItsQualifier();
    void taskFollowsTheTarget_data();
    void taskFollowsTheTarget();
    void wholeNumbersThatNearlyAllDifferAreNoClasses();
    void formerTargetBecomesAFeature();
    void anotherTargetForgetsTheTask();
    void chosenFeaturesAreTheOnlyOnes();
    void targetCannotBeAFeature();
    void targetCannotBeIgnored();
    void failedChoiceChangesNothing();
    void sidecarOverridesTheProposal();
    void sidecarWithAMissingColumnIsAnError();
    void sidecarDecidesAboutColumnsScalingAndSplit();
};

void TestDataChoices::lastColumnThatCanBeOneIsTheTarget()
{
    QCOMPARE(lettersOf(proposeChoices(variedTable())), std::string("icffffiit"));
    const Table idLast = readable("a,b,id\n1,5,1\n2,4,2\n2,4,3\n");
    QCOMPARE(lettersOf(proposeChoices(idLast)), std::string("fti"));
    const Table nothing = readable("id,c\n1,5\n2,5\n");
    QCOMPARE(lettersOf(proposeChoices(nothing)), std::string("ii"));
}

void TestDataChoices::lastColumnWithOneTextIsProposedAllTheSame()
{
    QCOMPARE(lettersOf(proposeChoices(readable("a,b,class\n1,5,x\n2,4,x\n"))), std::string("fft"));
    QCOMPARE(lettersOf(proposeChoices(readable("a,b,unit\n1,5,V\n2,4,V\n"))), std::string("fti"));
    QCOMPARE(lettersOf(proposeChoices(readable("a,b,fixed\n1,5,7\n2,4,7\n"))), std::string("fti"));
    QCOMPARE(lettersOf(proposeChoices(readable("a,b,empty\n1,5,\n2,4,\n"))), std::string("fti"));
}

void TestDataChoices::remarksAreNoTarget()
{
    QCOMPARE(lettersOf(proposeChoices(readable("temp,state,note\n1,ok,\n2,bad,\n3,ok,open\n4,bad,shut\n5,ok,\n"))),
             std::string("ftf"));
    QCOMPARE(lettersOf(proposeChoices(readable("id,note\n1,\n2,\n3,open\n4,shut\n5,\n6,\n7,\n8,\n9,\n10,\n"))),
             std::string("it"));
}

void TestDataChoices::manyClassesAreTheTarget()
{
    const auto tableOf = [](const std::string& header, int rows) {
        std::string csv = header + "\n";
        for (int i = 0; i < rows; ++i)
            csv += std::to_string(i * 37 % 60) + ".25,the gesture number " + std::to_string(i % 40) + "," +
                   std::to_string(i % 9) + ".5\n";
        return readable(csv);
    };
    QCOMPARE(lettersOf(proposeChoices(tableOf("a,gesture,b", 400))), std::string("ftf"));
    QCOMPARE(lettersOf(proposeChoices(tableOf("a,gesture,b", 100))), std::string("ftf"));
    QCOMPARE(lettersOf(proposeChoices(tableOf("a,place,b", 400))), std::string("fit"));
    const Table last = readable([] {
        std::string csv = "a,b,place\n";
        for (int i = 0; i < 400; ++i)
            csv +=
                std::to_string(i * 37 % 60) + ".25," + std::to_string(i % 9) + ".5,P" + std::to_string(i % 40) + "\n";
        return csv;
    }());
    QCOMPARE(lettersOf(proposeChoices(last)), std::string("fft"));
}

void TestDataChoices::columnThatIsCalledATargetIsOne_data()
{
    QTest::addColumn<std::string>("header");
    QTest::addColumn<int>("target");
    const auto row = [](const char* name, const char* header, int target) {
        QTest::newRow(name) << std::string(header) << target;
    };
    row("class first, as in UCI's wine", "class,alcohol,proline", 0);
    row("in Portuguese", "leitura,Classe,tensão", 1);
    row("rótulo", "rótulo,a,b", 0);
    row("with a unit", "a,target (g),b", 1);
    row("the last of two", "label,a,class", 2);
    row("diagnosis first, as in the breast cancer table", "diagnosis,radius,texture", 0);
    row("situação of students", "nota,Situação,faltas", 1);
    row("y first", "y,x1,x2", 0);
    row("y among axes", "x,y,what", 2);
    row("nothing of the kind", "first,second,third", 2);
    row("no more than the beginning", "classroom,yield,z", 2);
    row("classes first, without names", "", 0);
}

void TestDataChoices::columnThatIsCalledATargetIsOne()
{
    QFETCH(std::string, header);
    std::string csv = header.empty() ? "" : header + "\n";
    for (int i = 0; i < 60; ++i)
        csv += std::to_string(i / 20 + 1) + "," + std::to_string(i % 9) + ".5," + std::to_string(i * 37 % 60) + ".25\n";
    const DataChoices choices = proposeChoices(readable(csv));
    QTEST(static_cast<int>(columnWith(Role::Target, choices).value()), "target");
}

void TestDataChoices::numbersThatTellTheTimeAreTheTime_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("roles");
    const auto row = [](const char* name, const char* csv, const char* roles) {
        QTest::newRow(name) << std::string(csv) << std::string(roles);
    };
    row("milliseconds of a board", "tempo_ms,ax,gesto\n0,1.5,a\n20,2.5,b\n40,3.5,a\n", "cft");
    row("with a unit", "time (s),ax,y\n0.5,1.5,a\n1,2.5,b\n1,3.5,a\n", "cft");
    row("runs backwards", "time,ax,y\n3,1.5,a\n2,2.5,b\n1,3.5,a\n", "fft");
    row("has gaps", "time,ax,y\n1,1.5,a\n,2.5,b\n3,3.5,a\n", "fft");
    row("all there is to learn from", "time,y\n1,1.5\n2,2.5\n4,3.5\n", "ft");
    row("counts up by one",
        "t,ax,gesto\n0,1.5,a\n1,2.5,b\n2,3.5,a\n3,3.5,a\n4,3.5,a\n5,3.5,a\n6,3.5,a\n7,3.5,a\n8,3.5,"
        "b\n9,3.5,a\n",
        "cft");
    row("of a phone", "seconds_elapsed,ax,ay,what\n0.01,1,2,a\n0.02,1,4,b\n0.03,4,4,a\n", "cfft");
    row("with its call", "millis(),ax,what\n10,1.5,a\n20,1.5,b\n30,4.5,a\n", "cft");
    row("dates come first", "time,when,a,y\n1,2020-01-01,5,x\n3,2020-01-02,6,y\n", "fcft");
    row("the target is none", "ax,ay,time\n1,2,3\n4,5,6\n1,4,8\n", "fft");
}

void TestDataChoices::numbersThatTellTheTimeAreTheTime()
{
    QFETCH(std::string, csv);
    QTEST(lettersOf(proposeChoices(readable(csv))), "roles");
}

void TestDataChoices::takenColumnsAreNotProposed()
{
    const Table table = readable("a,class,b\n1,x,5\n2,y,6\n3,x,8\n");
    QCOMPARE(proposedTarget(table).value(), std::size_t(1));
    QCOMPARE(proposedTarget(table, {false, true, false}).value(), std::size_t(2));
    QVERIFY(!proposedTarget(table, {true, true, true}));
}

void TestDataChoices::splitFollowsGroupsAndTask()
{
    DataChoices choices = proposeChoices(variedTable());
    QVERIFY(splitMethodOf(choices, Task::Classification) == SplitMethod::Stratified);
    QVERIFY(splitMethodOf(choices, Task::Regression) == SplitMethod::Random);
    choices.columns[0].role = Role::Group;
    QVERIFY(splitMethodOf(choices, Task::Regression) == SplitMethod::Group);
    choices.split.method = SplitMethod::Time;
    QVERIFY(splitMethodOf(choices, Task::Regression) == SplitMethod::Time);
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

void TestDataChoices::wholeNumbersThatNearlyAllDifferAreNoClasses()
{
    const auto taskFor = [](const std::vector<int>& numbers) {
        std::string csv = "x,y\n";
        for (const int number : numbers)
            csv += std::to_string(number) + ".5," + std::to_string(number) + "\n";
        return suggestedTask(readable(csv).columns[1]);
    };
    QCOMPARE(taskFor({1, 3, 5, 7, 9, 11, 13, 15, 17}), Task::Regression);
    QCOMPARE(taskFor({1, 2, 3, 4, 1, 2, 3, 1, 2, 2}), Task::Regression);
    QCOMPARE(taskFor({1, 2, 3, 1, 2, 3, 1, 2, 3}), Task::Classification);
    QCOMPARE(taskFor({0, 1, 0}), Task::Classification);
}

void TestDataChoices::formerTargetBecomesAFeature()
{
    const Table table = variedTable();
    DataChoices choices = proposeChoices(table);
    QCOMPARE(idOf(chooseTarget(choices, table, "gears")), std::string());
    QCOMPARE(lettersOf(choices), std::string("icftffiif"));
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
    QCOMPARE(lettersOf(choices), std::string("fcfiiiiit"));
    QCOMPARE(idOf(ignoreColumns(choices, table, std::vector<std::string>{"id"})), std::string());
    QCOMPARE(lettersOf(choices), std::string("icfiiiiit"));
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
    QCOMPARE(lettersOf(*choices), std::string("icftiiiif"));
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

void TestDataChoices::sidecarDecidesAboutColumnsScalingAndSplit()
{
    const Table table = variedTable();
    const Result<Sidecar> sidecar = parseSidecar(R"({
        "columns": {"speed": {"missingMarks": ["-1"], "missing": "median"}, "gears": {"type": "category"},
                    "id": {"role": "group"}, "colour": {"role": "target"}},
        "scaling": "robust", "split": {"method": "column", "column": "wet", "training": 50}})");
    QVERIFY(sidecar.ok());
    const DataChoices choices = *proposeChoices(table, *sidecar);
    QCOMPARE(lettersOf(choices), std::string("gcffitiif"));
    QCOMPARE(choices.columns[2].missingMarks, std::vector<std::string>{"-1"});
    QVERIFY(choices.columns[2].missing == MissingPolicy::Median);
    QVERIFY(choices.columns[3].type == ColumnType::Category);
    QVERIFY(choices.scaling == Scaling::Robust);
    QVERIFY(choices.split.method == SplitMethod::Column);
    QCOMPARE(choices.split.partColumn.value(), std::size_t(4));
    QCOMPARE(choices.split.training, 50.0);
    QCOMPARE(choices.split.test, 15.0);
    for (const char* json : {R"({"columns": {"x": {}}})", R"({"split": {"column": "x"}})"})
        QCOMPARE(std::string(proposeChoices(table, *parseSidecar(json)).error().id),
                 std::string("data.no-such-column"));
}

QTEST_APPLESS_MAIN(TestDataChoices)
#include "tst_data_choices.moc"

#include "data/row_groups.h"

#include "table_text.h"

#include <QTest>

using namespace broto;

namespace {

DataChoices choicesFor(const Table& table, const char* target)
{
    DataChoices choices = proposeChoices(table);
    if (!chooseTarget(choices, table, target))
        qFatal("no such target");
    return choices;
}

std::string groupsText(const RowGroups& groups)
{
    std::string text;
    for (const std::int16_t group : groups.ofRow)
        text += group < 0 ? std::string("-") : std::to_string(group);
    return text;
}

}

class TestRowGroups : public QObject {
    Q_OBJECT

private slots:
    void classesAreGroups()
    {
        const Table table = readable("x,kind\n1,b\n2,a\n3,\n4,b\n5,a\n");
        const RowGroups groups = groupsByTarget(table, choicesFor(table, "kind"));
        QVERIFY(groups.by == RowGroups::By::Class);
        QCOMPARE(groups.count, std::size_t(2));
        QCOMPARE(groups.classes, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(groupsText(groups), std::string("10-10"));
    }

    void numbersCanBeClasses()
    {
        const Table table = readable("x,level\n1.5,10\n2.5,2\n3.5,10\n4.5,-1\n5.5,2\n6.5,10\n7.5,2\n8.5,-1\n9.5,-1\n");
        const RowGroups groups = groupsByTarget(table, choicesFor(table, "level"));
        QCOMPARE(groups.classes, (std::vector<std::string>{"-1", "2", "10"}));
        QCOMPARE(groupsText(groups), std::string("212012100"));
    }

    void rarerClassesShareAGroup()
    {
        std::string csv = "x,kind\n";
        for (char kind = 'a'; kind <= 'p'; ++kind)
            csv += std::string("1,") + kind + "\n" + (kind == 'o' ? "2,o\n" : "");
        const Table table = readable(csv);
        const RowGroups groups = groupsByTarget(table, choicesFor(table, "kind"));
        QCOMPARE(groups.count, RowGroups::mostClasses);
        QCOMPARE(groups.classes.size(), RowGroups::mostClasses - 1);
        QCOMPARE(groups.classes.back(), std::string("o")); // the commonest; of the others the first
        QCOMPARE(groups.group(0), std::int16_t(0));
        QCOMPARE(groups.group(10), std::int16_t(11)); // k
    }

    void numbersThatAreLearnedFallIntoQuarters()
    {
        Table table = readable("x,y\n1,10.5\n2,20.5\n3,30.5\n4,40.5\n5,50.5\n6,\n");
        DataChoices choices = choicesFor(table, "y");
        choices.task = Task::Regression;
        const RowGroups groups = groupsByTarget(table, choices);
        QVERIFY(groups.by == RowGroups::By::Quarter);
        QCOMPARE(groups.borders, (std::array<double, 5>{10.5, 20.5, 30.5, 40.5, 50.5}));
        QCOMPARE(groupsText(groups), std::string("00123-"));
    }

    void withoutATargetThereIsOneGroup()
    {
        const Table table = readable("x,y\n1,2\n2,3\n");
        DataChoices choices = proposeChoices(table);
        for (ColumnChoice& column : choices.columns)
            column.role = Role::Ignore;
        const RowGroups groups = groupsByTarget(table, choices);
        QVERIFY(groups.by == RowGroups::By::Nothing);
        QCOMPARE(groups.count, std::size_t(1));
        QCOMPARE(groups.group(1), std::int16_t(0));
    }

    void partsAreGroups()
    {
        Dataset dataset;
        dataset.training.tableRows = {0, 4};
        dataset.validation.tableRows = {1};
        dataset.test.tableRows = {3};
        DataChoices choices;
        QCOMPARE(groupsText(groupsByPart(dataset, choices, 5)), std::string("01-20"));
        choices.split.method = SplitMethod::File;
        QCOMPARE(groupsText(groupsByPart(dataset, choices, 5)), std::string("01--0"));
    }

    void aColumnIsSeenAsItWasChosen()
    {
        const Table table = readable("x,y\n1,a\n-200,b\n3,a\n");
        DataChoices choices = proposeChoices(table);
        choices.columns[0].missingMarks = {"-200"};
        QCOMPARE(columnAsChosen(table, choices, 0)->missing, std::size_t(1));
        choices.columns[1].type = ColumnType::Number; // which "a" cannot be
        QVERIFY(columnAsChosen(table, choices, 1)->texts());
    }
};

QTEST_APPLESS_MAIN(TestRowGroups)
#include "tst_row_groups.moc"

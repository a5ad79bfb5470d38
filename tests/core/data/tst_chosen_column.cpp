#include "table_text.h"

#include "data/chosen_column.h"

#include <QTest>

using namespace broto;

namespace {

std::string cellsOf(const Column& column)
{
    Table table;
    table.columns.push_back(column);
    table.columns[0].header = "x";
    table.rows = column.texts() ? column.codes.size() : column.numbers.size();
    return tableText(table);
}

}

class TestChosenColumn : public QObject {
    Q_OBJECT

private slots:
    void withoutChoicesItIsTheTablesOwn();
    void whatWasChosenIsThere_data();
    void whatWasChosenIsThere();
    void statisticsLeaveMarksOut();
    void whatCannotBeANumberIsNamed();
    void columnsThatNobodyChangedAreTheTablesOwn();
};

void TestChosenColumn::withoutChoicesItIsTheTablesOwn()
{
    const Table table = readable("x,y\n1,a\n2,b\n");
    for (const Column& column : table.columns)
        QCOMPARE(chosenColumn(column, {}, {})->get(), &column);
    ColumnChoice sameType;
    sameType.type = table.columns[0].type;
    QCOMPARE(chosenColumn(table.columns[0], sameType, {})->get(), &table.columns[0]);
}

void TestChosenColumn::whatWasChosenIsThere_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::vector<std::string>>("marks");
    QTest::addColumn<std::string>("cells");
    QTest::addColumn<std::string>("typeAfter");
    using Marks = std::vector<std::string>;
    const auto row = [](const char* name, const char* values, const char* type, const Marks& marks, const char* cells,
                        const char* after) {
        std::string csv = "x;y\n";
        for (const QByteArray& value : QByteArray(values).split(' '))
            csv += value.toStdString() + ";k\n";
        QTest::newRow(name) << csv << std::string(type) << marks << std::string(cells) << std::string(after);
    };
    row("thousands set apart stay thousands", "1.000 2.500 9.083 n.d. 1.234,5", "", {"n.d."},
        "x / 1000 / 2500 / 9083 / ~ / 1234.5", "number");
    row("digits that a number would change stay texts", "0012 0120 1200 none", "", {"none"},
        "x / 0012 / 0120 / 1200 / ~", "category");
    row("dates all along", "2024-03-01 2024-03-02 never", "", {"never"}, "x / 2024-03-01 / 2024-03-02 / ~", "datetime");
    row("a number is missing", "1.5 -200 2", "", {"-200"}, "x / 1.5 / ~ / 2", "number");
    row("the mark is written otherwise", "1.5 -200.0 2", "", {" -200 "}, "x / 1.5 / ~ / 2", "number");
    row("decimal comma in the mark", "1,5 -99,9 2,5", "", {"-99,9"}, "x / 1.5 / ~ / 2.5", "number");
    row("decimal point in the mark of a comma table", "1,5 -99,9 2,5", "", {"-99.9"}, "x / 1.5 / ~ / 2.5", "number");
    row("several marks", "1 9999 7 -1 3", "", {"9999", "-1"}, "x / 1 / ~ / 7 / ~ / 3", "integer");
    row("a mark that is not there", "1 2 3", "", {"77", "nothing"}, "x / 1 / 2 / 3", "integer");
    row("half numbers become whole ones", "1 2 9.5", "", {"9.5"}, "x / 1 / 2 / ~", "integer");
    row("a text is missing", "red blue none! red", "", {"none!"}, "x / red / blue / ~ / red", "category");
    row("what is left are numbers", "1 error 3 2", "", {"error"}, "x / 1 / ~ / 3 / 2", "integer");
    row("only marks", "e e e e", "", {"e"}, "x / ~ / ~ / ~ / ~", "constant");
    row("numbers as categories", "10 9 -1 9 10", "category", {}, "x / 10 / 9 / -1 / 9 / 10", "category");
    row("numbers as categories without a mark", "10 9 -1 9 10", "category", {"-1"}, "x / 10 / 9 / ~ / 9 / 10",
        "category");
    row("both zeros are one category", "0 -0 1 1", "category", {}, "x / 0 / 0 / 1 / 1", "category");
    row("integers as numbers", "1 2 3", "number", {}, "x / 1 / 2 / 3", "number");
    row("texts as numbers, without a mark", "1 2 x", "number", {"x"}, "x / 1 / 2 / ~", "number");
}

void TestChosenColumn::whatWasChosenIsThere()
{
    QFETCH(std::string, csv);
    QFETCH(std::string, type);
    QFETCH(std::vector<std::string>, marks);
    ColumnChoice choice;
    choice.type = typeNamed(type);
    choice.missingMarks = marks;
    const Table table = readable(csv);
    const auto column = chosenColumn(table.columns[0], choice, table.cellFormat());
    QVERIFY(column.ok());
    QTEST(cellsOf(**column), "cells");
    QTEST(std::string(typeName((*column)->type)), "typeAfter");
    if ((*column)->texts() && type == "category")
        QVERIFY((*column)->numbers.empty());
}

void TestChosenColumn::statisticsLeaveMarksOut()
{
    const Table table = readable("x\n10\n-200\n20\n-200\n30\n");
    ColumnChoice choice;
    choice.missingMarks = {"-200"};
    const Column column = **chosenColumn(table.columns[0], choice, {});
    QCOMPARE(column.missing, std::size_t(2));
    QCOMPARE(column.distinct, std::size_t(3));
    QCOMPARE(column.min, 10.0);
    QCOMPARE(column.max, 30.0);
    QCOMPARE(column.mean, 20.0);
    QCOMPARE(table.columns[0].min, -200.0); // the table itself stays as it was read
}

void TestChosenColumn::whatCannotBeANumberIsNamed()
{
    const Table table = readable("x\n1\n2\nbroken\n");
    ColumnChoice choice;
    choice.type = ColumnType::Number;
    const auto column = chosenColumn(table.columns[0], choice, {});
    QVERIFY(!column);
    QCOMPARE(std::string(column.error().id), std::string("data.type-not-possible"));
    QVERIFY(inEnglish(column.error()).find("broken") != std::string::npos);
}

void TestChosenColumn::columnsThatNobodyChangedAreTheTablesOwn()
{
    const auto table = std::make_shared<const Table>(readable("x,y,z\n1,a,broken\n-1,b,2\n"));
    DataChoices choices = proposeChoices(*table);
    choices.columns[0].missingMarks = {"-1"};
    choices.columns[2].type = ColumnType::Number;
    const ChosenColumns columns = chosenColumns(table, choices);
    QCOMPARE(columns.size(), std::size_t(3));
    QCOMPARE((*columns[0])->missing, std::size_t(1));
    QCOMPARE(columns[1]->get(), &table->columns[1]);
    QVERIFY(!columns[2]);
    QCOMPARE(chosenColumns(table, {}).front()->get(), &table->columns[0]);
}

QTEST_APPLESS_MAIN(TestChosenColumn)
#include "tst_chosen_column.moc"

#include "table_text.h"

#include "data/dataset.h"

#include <QTest>

using namespace broto;

namespace {

const std::vector<Feature> features = {
    {"t", "°C", {}, 0, 50}, {"colour", "", {"blue", "red"}, 0, 0}, {"n", "", {}, 0, 9}};

std::string rowsText(const Matrix& rows)
{
    std::string text;
    for (Eigen::Index row = 0; row < rows.rows(); ++row) {
        text += row ? " / " : "";
        for (Eigen::Index column = 0; column < rows.cols(); ++column)
            text += (column ? "|" : "") + (std::isnan(rows(row, column)) ? "~" : shortest(rows(row, column)));
    }
    return text;
}

}

class TestRowsFor : public QObject {
    Q_OBJECT

private slots:
    void columnsAreTakenByNameInTheModelsOrder_data();
    void columnsAreTakenByNameInTheModelsOrder();
    void whatDoesNotFitIsNamed_data();
    void whatDoesNotFitIsNamed();
    void categoriesThatLookLikeNumbersAreFound();
    void rowsOfTheDatasetItselfAreTheSame();
};

void TestRowsFor::columnsAreTakenByNameInTheModelsOrder_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("rows");
    const auto row = [](const char* name, const char* csv, const char* rows) {
        QTest::newRow(name) << std::string(csv) << std::string(rows);
    };
    row("same order", "t (°C),colour,n\n20.5,red,3\n21,blue,4\n", "20.5|1|3 / 21|0|4");
    row("other order, more columns", "n,x,colour,t\n3,0,red,20.5\n", "20.5|1|3");
    row("unit in square brackets", "t [°C],colour,n\n20,red,3\n", "20|1|3");
    row("name of two units", "t (°F),t (°C),colour,n\n68,20,red,3\n", "20|1|3");
    row("missing values", "t,colour,n\n,red,3\n20,?,4\n21,blue,NA\n", "~|1|3 / 20|~|4 / 21|0|~");
    row("a column without values", "t,colour,n\n20,red,\n21,red,\n", "20|1|~ / 21|1|~");
    row("unseen category", "t,colour,n\n20,green,3\n21,red,4\n", "20|2|3 / 21|1|4");
    row("unseen categories that are numbers", "t,colour,n\n20,7,3\n21,8,4\n", "20|2|3 / 21|2|4");
}

void TestRowsFor::columnsAreTakenByNameInTheModelsOrder()
{
    QFETCH(std::string, csv);
    const Result<Matrix> rows = rowsFor(features, readable(csv));
    QVERIFY2(rows.ok(), rows ? "" : inEnglish(rows.error()).c_str());
    QTEST(rowsText(*rows), "rows");
}

void TestRowsFor::whatDoesNotFitIsNamed_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("id");
    QTest::addColumn<std::string>("named");
    const auto row = [](const char* name, const char* csv, const char* id, const char* named) {
        QTest::newRow(name) << std::string(csv) << std::string(id) << std::string(named);
    };
    row("missing column", "t,n\n20,3\n", "data.no-such-column", "\"colour\"");
    row("ambiguous column", "t (K),t (°F),colour,n\n1,2,red,3\n", "data.ambiguous-column", "\"t\"");
    row("other unit", "t (°F),colour,n\n68,red,3\n", "data.other-unit", "°F");
    row("texts for a number", "t,colour,n\n20,red,many\n", "data.not-numbers", "row 1 holds the text \"many\"");
    row("a text among numbers", "t,colour,n\n20,red,1\n20,red,2\n20,red,x\n", "data.not-numbers",
        "row 3 holds the text \"x\"");
    row("no header", "20,red,3\n21,red,4\n", "data.no-such-column", "column 1");
}

void TestRowsFor::whatDoesNotFitIsNamed()
{
    QFETCH(std::string, csv);
    QFETCH(std::string, named);
    const Result<Matrix> rows = rowsFor(features, readable(csv));
    QVERIFY(!rows);
    QTEST(std::string(rows.error().id), "id");
    QVERIFY2(inEnglish(rows.error()).find(named) != std::string::npos, inEnglish(rows.error()).c_str());
}

void TestRowsFor::categoriesThatLookLikeNumbersAreFound()
{
    const std::vector<Feature> mixed = {{"c", "", {"10", "9", "none of them"}, 0, 0}};
    QCOMPARE(rowsText(*rowsFor(mixed, readable("c,x\n9,1\n10,2\n11,3\n,4\n"))), std::string("1 / 0 / 3 / ~"));
    const std::vector<Feature> written = {{"c", "", {"1.0", "2.50", "n"}, 0, 0}};
    QCOMPARE(rowsText(*rowsFor(written, readable("c,x\n2.50,1\n1.0,2\n3.0,3\n"))), std::string("1 / 0 / 3"));
    const std::vector<Feature> withCommas = {{"c", "", {"1,5", "2,5", "n"}, 0, 0}};
    const std::vector<Feature> numbersOfATable = {{"c", "", {"0.5", "1.5", "2.5"}, 0, 0}};
    QCOMPARE(rowsText(*rowsFor(numbersOfATable, readable("c;x\n0,5;1\n2,5;2\n1,5;3\n4,5;3\n"))),
             std::string("0 / 2 / 1 / 3"));
    const std::vector<Feature> yesOrNo = {{"c", "", {"Não", "Sim"}, 0, 0}};
    QCOMPARE(rowsText(*rowsFor(yesOrNo, readable("c,x\nsim,1\nNAO,2\ntrue,3\nno,4\nmaybe,5\n"))),
             std::string("1 / 0 / 1 / 0 / 2"));
    QCOMPARE(rowsText(*rowsFor(withCommas, readable("c;x\n2,5;1\n1,5;2\n"))), std::string("1 / 0"));
}

void TestRowsFor::rowsOfTheDatasetItselfAreTheSame()
{
    std::string csv = "a (V),colour,y\n";
    for (int i = 0; i < 40; ++i)
        csv += std::to_string(i % 9) + ".25," +
               (i % 3   ? "red"
                : i % 2 ? ""
                        : "blue") +
               "," + std::to_string(i % 2) + "\n";
    const Table table = readable(csv);
    const Result<Dataset> dataset = makeDataset(table, proposeChoices(table));
    QVERIFY(dataset.ok());
    const Result<Matrix> rows = rowsFor(dataset->preprocessing.features, table);
    QVERIFY(rows.ok());
    for (const DataPart* part : {&dataset->training, &dataset->validation, &dataset->test}) {
        for (std::size_t i = 0; i < part->rows(); ++i)
            QCOMPARE(rowsText(rows->row(static_cast<Eigen::Index>(part->tableRows[i]))),
                     rowsText(part->raw.row(static_cast<Eigen::Index>(i))));
    }
}

QTEST_APPLESS_MAIN(TestRowsFor)
#include "tst_rows_for.moc"

#include "table_text.h"

#include "data/explained_reading.h"
#include "data/table_reader.h"

#include <QTest>

using namespace broto;

class TestExplainedReading : public QObject {
    Q_OBJECT

private slots:
    void reasonsComeBack();
    void whatWasChosenStaysChosen_data();
    void whatWasChosenStaysChosen();
};

namespace {

/// "about: reason" of everything that counts as chosen.
std::string chosenOf(const Table& table)
{
    std::string chosen;
    for (const ReadingGuess& guess : table.guesses)
        chosen += guess.chosen ? std::to_string(static_cast<int>(guess.about)) + " " : "";
    return chosen;
}

Table reopened(const std::string& csv, const ReadOptions& options)
{
    const Result<Table> read = readTable(csv, options);
    Table again = *readTable(csv, readingOf(*read));
    explainReading(again, csv);
    return again;
}

}

void TestExplainedReading::reasonsComeBack()
{
    const std::string csv = "# log\ndata;x\n13/02/2015;1,5\n14/02/2015;1.234,5\n";
    const Table fresh = *readTable(csv);
    const Table again = reopened(csv, {});
    QCOMPARE(again.guesses.size(), fresh.guesses.size());
    for (std::size_t i = 0; i < fresh.guesses.size(); ++i) {
        QVERIFY(!again.guesses[i].chosen);
        QCOMPARE(inEnglish(again.guesses[i].reason), inEnglish(fresh.guesses[i].reason));
    }
}

void TestExplainedReading::whatWasChosenStaysChosen_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<ReadOptions>("options");
    const auto row = [](const char* name, const char* csv, const ReadOptions& options) {
        QTest::newRow(name) << std::string(csv) << options;
    };
    row("another separator", "a;b,c\n1;2,5\n2;3,5\n", {.separator = ','});
    row("no header", "a,b\n1,2\n3,4\n", {.header = false});
    row("month first", "d,x\n04/02/2015,1.5\n05/02/2015,2.5\n", {.dayFirst = false});
}

void TestExplainedReading::whatWasChosenStaysChosen()
{
    QFETCH(std::string, csv);
    QFETCH(ReadOptions, options);
    const Result<Table> chosen = readTable(csv, options);
    QVERIFY(chosen.ok());
    QVERIFY(!chosenOf(*chosen).empty());
    QCOMPARE(chosenOf(reopened(csv, options)), chosenOf(*chosen));
}

QTEST_APPLESS_MAIN(TestExplainedReading)
#include "tst_explained_reading.moc"

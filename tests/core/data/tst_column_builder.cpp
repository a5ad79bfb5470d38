#include "data/column_builder.h"

#include <QTest>

using namespace broto;

namespace {

/// Builds a column from texts, and gives again what is wanted again, as a reading does.
void give(ColumnBuilder& builder, const std::vector<std::string>& texts)
{
    std::vector<std::string> padded; // with the bytes before them that a number's reading looks at
    for (const std::string& text : texts)
        padded.push_back(std::string(24, ' ') + text);
    std::vector<std::string_view> cells;
    std::vector<std::size_t> lines;
    for (const std::string& text : padded) {
        cells.push_back(std::string_view(text).substr(24));
        lines.push_back(cells.size() + 1);
    }
    builder.add({cells.data(), 1, cells.size(), lines.data()});
    builder.end();
    for (std::size_t row = 0; row < builder.textWantedBefore(); ++row)
        builder.setText(row, cells[row]);
}

Column built(ColumnBuilder& builder, const std::vector<std::string>& texts)
{
    give(builder, texts);
    Column column;
    builder.finish(column, {});
    return column;
}

}

class TestColumnBuilder : public QObject {
    Q_OBJECT

private slots:
    void formFollowsTheCells_data();
    void formFollowsTheCells();
    void textsBeforeTheFirstAreWantedAgain();
    void oddCellIsNamed();
};

void TestColumnBuilder::formFollowsTheCells_data()
{
    QTest::addColumn<std::vector<std::string>>("cells");
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("missing");
    using Texts = std::vector<std::string>;
    using Values = Column::Values;
    const auto row = [](const char* name, const Texts& cells, Values form, int missing) {
        QTest::newRow(name) << cells << static_cast<int>(form) << missing;
    };
    row("numbers", {"1", "", "2.5"}, Values::Numbers, 1);
    row("times", {"", "10:00", "NA", "11:00"}, Values::Times, 2);
    row("texts", {"a", "", "b"}, Values::Texts, 1);
    row("nothing", {"", "NA"}, Values::Texts, 2);
    row("infinities alone", {"inf", "inf"}, Values::Texts, 0);
    row("numbers, then a text", {"1", "", "x"}, Values::Texts, 1);
    row("numbers, then a time", {"1", "10:00"}, Values::Texts, 0);
    row("times, then a number", {"10:00", "1"}, Values::Texts, 0);
    row("times, then a text", {"10:00", "", "x"}, Values::Texts, 1);
    row("digits to be kept", {"00123", "", "00124"}, Values::Texts, 1);
}

void TestColumnBuilder::formFollowsTheCells()
{
    QFETCH(std::vector<std::string>, cells);
    NumberFormatInUse format({}, ',', {});
    ColumnBuilder builder(format, MonthFirst, cells.size());
    const Column column = built(builder, cells);
    QTEST(static_cast<int>(column.values), "form");
    QTEST(static_cast<int>(column.missing), "missing");
    QCOMPARE(column.texts() ? column.codes.size() : column.numbers.size(), cells.size());
}

void TestColumnBuilder::textsBeforeTheFirstAreWantedAgain()
{
    NumberFormatInUse format({}, ',', {});
    ColumnBuilder builder(format, MonthFirst, 4);
    const Column column = built(builder, {"01", "1.50", "x", "01"});
    QCOMPARE(builder.textWantedBefore(), std::size_t(2));
    QCOMPARE(column.categories, (std::vector<std::string>{"01", "1.50", "x"}));
    QCOMPARE(column.codes, (std::vector<std::int32_t>{0, 1, 2, 0}));
}

void TestColumnBuilder::oddCellIsNamed()
{
    const auto odd = [](const std::vector<std::string>& cells) {
        NumberFormatInUse format({}, ',', {});
        ColumnBuilder builder(format, MonthFirst, cells.size());
        give(builder, cells);
        const TellingCell cell = builder.oddOneOut().value_or(TellingCell{});
        return cell.text + " " + std::to_string(cell.line);
    };
    QCOMPARE(odd({"1", "2", "error", "3"}), std::string("error 4"));
    QCOMPARE(odd({"error", "1", "2", "3"}), std::string("error 2"));
    QCOMPARE(odd({"10:00", "11:00", "12:00", "late"}), std::string("late 5"));
    QCOMPARE(odd({"1", "a", "b", "c"}), std::string(" 0"));
    QCOMPARE(odd({"a", "b"}), std::string(" 0"));
    QCOMPARE(odd({"00123", "00124"}), std::string(" 0"));
}

QTEST_APPLESS_MAIN(TestColumnBuilder)
#include "tst_column_builder.moc"

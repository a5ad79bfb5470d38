#include "expected_table.h"

#include "common/number_text.h"

#include <QDateTime>
#include <QTimeZone>

#include <cmath>

using namespace broto;

namespace {

/// Seconds since 1970 of "2015-02-04 17:51:00.5", "2015-02-04" or "17:51:00"; by Qt's calendar, not by ours.
double secondsOf(const std::string& text)
{
    const QString time = QString::fromStdString(text);
    const bool dayAlone = !time.contains(u':');
    const QString whole = dayAlone                  ? time + QStringLiteral("T00:00:00")
                          : time.indexOf(u':') == 2 ? QStringLiteral("1970-01-01T") + time
                                                    : QString(time).replace(u' ', u'T');
    const QDateTime read = QDateTime::fromString(whole + u'Z', Qt::ISODateWithMs);
    return read.isValid() ? static_cast<double>(read.toMSecsSinceEpoch()) / 1000 : std::nan("");
}

std::string cellText(const Column& column, std::size_t row)
{
    if (!column.texts())
        return std::isnan(column.numbers[row]) ? "missing" : shortest(column.numbers[row]);
    const std::int32_t code = column.codes[row];
    return code < 0 ? "missing" : '"' + column.categories[static_cast<std::size_t>(code)] + '"';
}

bool isSame(const Column& column, std::size_t row, const Expectation& value)
{
    if (column.texts()) {
        const std::int32_t code = column.codes[row];
        if (code < 0)
            return value.is_null();
        return value.is_string() && column.categories[static_cast<std::size_t>(code)] == value.get<std::string>();
    }
    const double number = column.numbers[row];
    if (std::isnan(number))
        return value.is_null();
    if (column.values == Column::Values::Times)
        return value.is_string() && number == secondsOf(value.get<std::string>());
    return value.is_number() && number == value.get<double>();
}

/// "" for none, as the expectations write it.
std::string markText(char mark)
{
    return mark ? std::string(1, mark) : std::string();
}

std::string aboutName(ReadingGuess::About about)
{
    switch (about) {
    case ReadingGuess::About::Encoding:
        return "encoding";
    case ReadingGuess::About::Separator:
        return "separator";
    case ReadingGuess::About::Decimal:
        return "decimal";
    case ReadingGuess::About::Grouping:
        return "grouping";
    case ReadingGuess::About::Header:
        return "header";
    case ReadingGuess::About::Comments:
        return "comments";
    case ReadingGuess::About::DateOrder:
        return "date order";
    }
    return {};
}

class Comparison {
public:
    void field(const QString& what, const std::string& actual, const std::string& expected)
    {
        if (actual != expected)
            m_found << QStringLiteral("%1: %2 instead of %3").arg(what, shown(actual), shown(expected));
    }
    /// Null or left out: it makes no difference.
    void asExpected(const char* key, const std::string& actual, const Expectation& expected)
    {
        if (expected.contains(key) && expected[key].is_string())
            field(QString::fromUtf8(key), actual, expected[key].get<std::string>());
        if (expected.contains(key) && expected[key].is_boolean())
            field(QString::fromUtf8(key), actual, expected[key].get<bool>() ? "true" : "false");
    }
    void column(const Column& column, const Expectation& expected, std::size_t rows);
    QStringList found() const { return m_found; }

private:
    static QString shown(const std::string& text) { return QString::fromStdString(text).left(200); }
    QStringList m_found;
};

void Comparison::column(const Column& column, const Expectation& expected, std::size_t rows)
{
    const auto text = [&](const char* key, const std::string& otherwise) { return expected.value(key, otherwise); };
    const std::string header = text("header", {});
    const QString where = QStringLiteral("column \"%1\", ").arg(QString::fromStdString(header));
    field(where + QStringLiteral("header"), column.header, header);
    field(where + QStringLiteral("name"), column.name, text("name", header));
    field(where + QStringLiteral("unit"), column.unit, text("unit", {}));
    field(where + QStringLiteral("type"), std::string(typeName(column.type)), text("type", {}));
    const Expectation& values = expected["values"];
    if (values.size() != rows)
        return;
    std::size_t missing = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        missing += values[row].is_null();
        if (!isSame(column, row, values[row]))
            field(where + QStringLiteral("row %1").arg(row + 1), cellText(column, row), values[row].dump());
    }
    field(where + QStringLiteral("missing"), std::to_string(column.missing), std::to_string(missing));
}

std::string idsOf(const std::vector<Message>& warnings)
{
    std::string ids;
    for (const Message& warning : warnings)
        ids.append(ids.empty() ? "" : " ").append(warning.id);
    return ids;
}

void compareReading(Comparison& comparison, const Table& table, const Expectation& expected)
{
    comparison.asExpected("encoding", std::string(encodingName(table.encoding)), expected);
    comparison.asExpected("separator", markText(table.separator), expected);
    comparison.asExpected("decimal", markText(table.decimal), expected);
    comparison.asExpected("grouping", markText(table.grouping), expected);
    comparison.asExpected("comment", markText(table.comment), expected);
    comparison.asExpected("header", table.header ? "true" : "false", expected);
    comparison.asExpected("dayFirst", table.dayFirst ? "true" : "false", expected);
    comparison.asExpected("yearFirst", table.yearFirst ? "true" : "false", expected);
    for (const Expectation& told : expected.value("tells", Expectation::array())) {
        const bool isTold = std::any_of(table.guesses.begin(), table.guesses.end(),
                                        [&](const ReadingGuess& guess) { return aboutName(guess.about) == told; });
        comparison.field(QStringLiteral("guess about the %1").arg(QString::fromStdString(told)), isTold ? "told" : "",
                         "told");
    }
    comparison.field(QStringLiteral("ragged rows"), std::to_string(table.raggedRows), expected["raggedRows"].dump());
    std::string ids;
    for (const Expectation& id : expected["warnings"])
        ids.append(ids.empty() ? "" : " ").append(id.get<std::string>());
    comparison.field(QStringLiteral("warnings"), idsOf(table.warnings), ids);
}

}

QStringList differences(const Table& table, const Expectation& expected)
{
    Comparison comparison;
    compareReading(comparison, table, expected);
    const Expectation& columns = expected["columns"];
    comparison.field(QStringLiteral("columns"), std::to_string(table.columns.size()), std::to_string(columns.size()));
    const std::size_t rows = columns[0]["values"].size();
    comparison.field(QStringLiteral("rows"), std::to_string(table.rows), std::to_string(rows));
    for (std::size_t i = 0; i < std::min(columns.size(), table.columns.size()); ++i)
        comparison.column(table.columns[i], columns[i], table.rows);
    return comparison.found();
}

QStringList differences(const Table& table, const Table& expected)
{
    Comparison comparison;
    comparison.field(QStringLiteral("columns"), std::to_string(table.columns.size()),
                     std::to_string(expected.columns.size()));
    comparison.field(QStringLiteral("rows"), std::to_string(table.rows), std::to_string(expected.rows));
    comparison.field(QStringLiteral("ragged rows"), std::to_string(table.raggedRows),
                     std::to_string(expected.raggedRows));
    comparison.field(QStringLiteral("warnings"), idsOf(table.warnings), idsOf(expected.warnings));
    if (!comparison.found().isEmpty())
        return comparison.found();
    for (std::size_t i = 0; i < expected.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const Column& other = expected.columns[i];
        const QString where = QStringLiteral("column \"%1\", ").arg(QString::fromStdString(other.header));
        comparison.field(where + QStringLiteral("header"), column.header, other.header);
        comparison.field(where + QStringLiteral("name"), column.name, other.name);
        comparison.field(where + QStringLiteral("unit"), column.unit, other.unit);
        comparison.field(where + QStringLiteral("type"), std::string(typeName(column.type)),
                         std::string(typeName(other.type)));
        if (column.values != other.values) {
            comparison.field(where + QStringLiteral("form"), "another", "the same");
            continue;
        }
        for (std::size_t row = 0; row < expected.rows; ++row)
            comparison.field(where + QStringLiteral("row %1").arg(row + 1), cellText(column, row),
                             cellText(other, row));
    }
    return comparison.found();
}

#include "data/chosen_column.h"

#include "common/number_text.h"
#include "data/category_numbers.h"
#include "data/column_statistics.h"
#include "data/column_typing.h"
#include "data/missing_value.h"
#include "data/number_cells.h"
#include "data/time_cells.h"
#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace broto {

namespace {

bool isNumberType(ColumnType type)
{
    return type == ColumnType::Number || type == ColumnType::Integer;
}

bool isCategoryType(ColumnType type)
{
    return type == ColumnType::Category || type == ColumnType::Boolean;
}

std::optional<double> numberIn(std::string_view text, const NumberFormat& format)
{
    const NumberReading reading = readNumber(trimmed(text), format);
    return reading.kind == NumberKind::Finite ? std::optional(reading.number) : std::nullopt;
}

/// People write a mark as the table does, or as programs do.
std::optional<double> numberOfMark(std::string_view mark, const NumberFormat& format)
{
    const std::optional<double> number = numberIn(mark, format);
    return number ? number : numberIn(mark, {});
}

void describeTexts(Column& column)
{
    column.missing = static_cast<std::size_t>(std::count(column.codes.begin(), column.codes.end(), -1));
    column.distinct = std::min(column.categories.size(), Column::mostCounted + 1);
    column.min = column.max = column.mean = column.deviation = 0;
}

/// Keeps some of the texts; the rows of the others have none.
void keepTexts(Column& column, const std::vector<bool>& kept)
{
    std::vector<std::int32_t> newCode(kept.size(), -1);
    std::vector<std::string> categories;
    for (std::size_t code = 0; code < kept.size(); ++code) {
        if (!kept[code])
            continue;
        newCode[code] = static_cast<std::int32_t>(categories.size());
        categories.push_back(std::move(column.categories[code]));
    }
    column.categories = std::move(categories);
    for (std::int32_t& code : column.codes) {
        if (code >= 0)
            code = newCode[static_cast<std::size_t>(code)];
    }
    describeTexts(column);
}

/// Takes all texts as the reader takes the cells of a column; nothing where it would have kept them as texts.
template<class Gatherer, class... Format>
std::optional<Column> gathered(Gatherer gatherer, const std::vector<std::string>& texts, const Format&... format)
{
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const std::vector<std::size_t> lines(texts.size());
    if (texts.empty() || gatherer.add({views.data(), 1, views.size(), lines.data()}, format...) != texts.size())
        return std::nullopt;
    if constexpr (std::is_same_v<Gatherer, NumberCells>) {
        if (gatherer.changedByNumbers() || gatherer.empty())
            return std::nullopt;
    }
    Column column;
    gatherer.describe(column);
    return column;
}

/// What is left may be numbers or times all along.
void readAgain(Column& column, const CellFormat& format)
{
    if (const std::optional<Column> numbers = gathered(NumberCells(), column.categories, format.numbers)) {
        becomeNumbers(column, numbers->numbers);
    } else if (const std::optional<Column> times = gathered(TimeCells(format.dates), column.categories)) {
        becomeNumbers(column, times->numbers);
        column.values = Column::Values::Times;
        column.wholeDays = times->wholeDays;
    }
}

/// Every text as a number, or the first that is none.
struct NumbersOfTexts {
    std::vector<double> numbers;
    std::optional<std::string> notANumber;
};

NumbersOfTexts numbersOf(const Column& column, const NumberFormat& format)
{
    NumbersOfTexts result;
    for (const std::string& text : column.categories) {
        const std::optional<double> number = numberIn(text, format);
        if (!number) {
            result.notANumber = text;
            return result;
        }
        result.numbers.push_back(*number);
    }
    return result;
}

/// The texts stand in the order of their numbers.
void numbersToTexts(Column& column)
{
    std::vector<double> different;
    for (const double number : column.numbers) {
        if (!std::isnan(number))
            different.push_back(number + 0.0); // -0 is 0
    }
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    for (const double number : different)
        column.categories.push_back(shortest(number));
    column.codes.reserve(column.numbers.size());
    for (const double number : column.numbers) {
        const auto place = std::lower_bound(different.begin(), different.end(), number);
        column.codes.push_back(std::isnan(number) ? -1 : static_cast<std::int32_t>(place - different.begin()));
    }
    column.numbers = {};
    column.values = Column::Values::Texts;
    describeTexts(column);
}

void dropMarkedNumbers(Column& column, const std::vector<std::string>& marks, const NumberFormat& format)
{
    for (const std::string& mark : marks) {
        if (const std::optional<double> number = numberOfMark(mark, format))
            std::replace(column.numbers.begin(), column.numbers.end(), *number, double{missingValue});
    }
    describeNumbers(column);
}

bool isMarked(const std::string& text, const std::vector<std::string>& marks, const NumberFormat& format)
{
    return std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
        if (trimmed(mark) == text)
            return true;
        const std::optional<double> number = numberOfMark(mark, format);
        return number && number == numberIn(text, format);
    });
}

void dropMarkedTexts(Column& column, const std::vector<std::string>& marks, const CellFormat& format)
{
    std::vector<bool> kept;
    for (const std::string& text : column.categories)
        kept.push_back(!isMarked(text, marks, format.numbers));
    if (std::find(kept.begin(), kept.end(), false) == kept.end())
        return;
    keepTexts(column, kept);
    readAgain(column, format);
}

Message notOfThatType(const Column& column, ColumnType type, std::string_view value)
{
    return message("data.type-not-possible",
                   BROTO_TEXT("core",
                              "The column \"%1\" holds \"%3\" and cannot be of type %2. Choose another type, or "
                              "name \"%3\" as a sign of a missing value."),
                   column.header, typeName(type), value);
}

Message noOtherTypeForTimes(const Column& column, ColumnType type)
{
    return message("data.type-not-possible-for-times",
                   BROTO_TEXT("core", "The column \"%1\" holds dates or times and cannot be of type %2."),
                   column.header, typeName(type));
}

std::optional<Message> applyType(Column& column, ColumnType type, const NumberFormat& format)
{
    if (column.values == Column::Values::Times && (isNumberType(type) || isCategoryType(type)))
        return noOtherTypeForTimes(column, type);
    if (isNumberType(type) && column.texts()) {
        const NumbersOfTexts numbers = numbersOf(column, format);
        if (numbers.notANumber)
            return notOfThatType(column, type, *numbers.notANumber);
        becomeNumbers(column, numbers.numbers);
    } else if (isCategoryType(type) && column.numeric()) {
        numbersToTexts(column);
    }
    column.type = type;
    return std::nullopt;
}

}

Result<std::shared_ptr<const Column>> chosenColumn(const Column& column, const ColumnChoice& choice,
                                                   const CellFormat& format)
{
    if (choice.missingMarks.empty() && choice.type.value_or(column.type) == column.type)
        return std::shared_ptr<const Column>(std::shared_ptr<const Column>(), &column);
    const auto chosen = std::make_shared<Column>(column);
    if (!choice.missingMarks.empty()) {
        if (chosen->numeric())
            dropMarkedNumbers(*chosen, choice.missingMarks, format.numbers);
        else if (chosen->texts())
            dropMarkedTexts(*chosen, choice.missingMarks, format);
        typeColumn(*chosen, 1, true);
    }
    if (choice.type) {
        if (std::optional<Message> problem = applyType(*chosen, *choice.type, format.numbers))
            return *std::move(problem);
    }
    return std::shared_ptr<const Column>(chosen);
}

ChosenColumns chosenColumns(const std::shared_ptr<const Table>& table, const DataChoices& choices)
{
    ChosenColumns columns;
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
        const Column& column = table->columns[i];
        const ColumnChoice choice = i < choices.columns.size() ? choices.columns[i] : ColumnChoice();
        Result<std::shared_ptr<const Column>> chosen = chosenColumn(column, choice, table->cellFormat());
        if (chosen && chosen->get() == &column)
            columns.push_back(std::shared_ptr<const Column>(table, &column));
        else
            columns.push_back(std::move(chosen));
    }
    return columns;
}

}

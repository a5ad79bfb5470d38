#include "data/column_typing.h"

#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace broto {

namespace {

/// Fewer rows than these prove nothing: any three numbers may happen to count up.
constexpr std::size_t fewestToCount = 10;
/// A table of two columns has nothing left to learn from when one of them is a row number.
constexpr std::size_t fewestColumnsWithRowNumber = 3;
/// A longer text is not a code that stands for its row.
constexpr std::size_t longestIdentifier = 32;
/// Of a category among many, at least and on average; free text hardly ever repeats itself.
constexpr std::size_t rowsOfCategory = 5;
constexpr double largestExactInteger = 9007199254740992;

bool isWhole(double number)
{
    return number == std::floor(number) && std::fabs(number) <= largestExactInteger;
}

/// A column without a name is what data frames write for their row numbers.
bool isNamedLikeIdentifier(const std::string& name)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"id",  "index", "idx",  "row",    "row id",     "rowid",  "record", "no",      "no.",       "nr",
         "nr.", "n",     "#",    "number", "num",        "numero", "número", "nº",      "código",    "codigo",
         "key", "uuid",  "guid", "serial", "unnamed: 0", "linha",  "sample", "amostra", "matrícula", "matricula"});
    const std::string lower = lowerCase(name);
    if (std::find(names.begin(), names.end(), lower) != names.end())
        return true;
    return lower.ends_with("_id") || lower.ends_with(" id") || lower.ends_with("-id") || lower.starts_with("id_") ||
           (name.size() > 2 && name.ends_with("Id")) || (name.size() > 2 && name.ends_with("ID"));
}

/// Under these names stand numbers that belong to somebody or something, in whatever order.
bool namesSomeone(const std::string& name)
{
    static constexpr auto names =
        std::to_array<std::string_view>({"id", "uuid", "guid", "cpf", "cnpj", "rg", "cep", "ra", "telefone", "celular",
                                         "phone", "matr\u00edcula", "matricula", "registro", "unnamed: 0"});
    const std::string lower = lowerCase(name);
    return std::find(names.begin(), names.end(), lower) != names.end() || lower.ends_with("_id") ||
           lower.starts_with("id_");
}

/// All numbers differ, as far as they are counted.
bool allDiffer(const Column& column)
{
    return column.distinct == column.numbers.size() || column.distinct > Column::mostCounted;
}

bool countsUp(std::span<const double> numbers, bool byOnes)
{
    return std::adjacent_find(numbers.begin(), numbers.end(), [byOnes](double before, double after) {
               return byOnes ? after != before + 1 : !(after > before);
           }) == numbers.end();
}

/// Data frames write their row numbers first, under no name.
bool isIndexOfDataFrame(const Column& column)
{
    const double first = column.numbers.front();
    return column.header == "column 1" && (first == 0 || first == 1) && countsUp(column.numbers, true);
}

ColumnType numericType(const Column& column, std::size_t columns, bool named)
{
    const bool whole = std::all_of(column.numbers.begin(), column.numbers.end(),
                                   [](double number) { return std::isnan(number) || isWhole(number); });
    if (!whole)
        return ColumnType::Number;
    const std::size_t rows = column.numbers.size();
    if (column.missing == 0) {
        if (named && isIndexOfDataFrame(column))
            return ColumnType::Identifier;
        if (column.unit.empty() && isNamedLikeIdentifier(column.name) && countsUp(column.numbers, false))
            return ColumnType::Identifier;
        const bool unnamed = named && column.header == "column 1";
        if (rows >= fewestToCount && column.unit.empty() && (unnamed || namesSomeone(column.name)) && allDiffer(column))
            return ColumnType::Identifier;
        if (rows >= fewestToCount && columns >= fewestColumnsWithRowNumber && countsUp(column.numbers, true))
            return ColumnType::Identifier;
    }
    return ColumnType::Integer;
}

/// A whole number that was kept as a text counts nothing: it names.
bool isNumberInDigits(const std::string& text)
{
    return std::all_of(text.begin() + (text.starts_with('+') ? 1 : 0), text.end(), isDigit);
}

ColumnType textType(const Column& column)
{
    const std::vector<std::string>& texts = column.categories;
    if (texts.size() == 2 && isBooleanPair(texts[0], texts[1]))
        return ColumnType::Boolean;
    const std::size_t present = column.codes.size() - column.missing;
    if (texts.size() == present && present >= fewestToCount &&
        std::all_of(texts.begin(), texts.end(),
                    [](const std::string& text) { return text.size() <= longestIdentifier; }))
        return ColumnType::Identifier;
    if (texts.size() <= mostCategories)
        return ColumnType::Category;
    if (std::all_of(texts.begin(), texts.end(), isNumberInDigits))
        return ColumnType::Identifier;
    const bool comeOften = present >= rowsOfCategory * texts.size();
    return comeOften && texts.size() <= mostClasses ? ColumnType::Category : ColumnType::Text;
}

ColumnType typeOf(const Column& column, std::size_t columns, bool named)
{
    if (column.distinct <= 1)
        return ColumnType::Constant;
    switch (column.values) {
    case Column::Values::Numbers:
        return numericType(column, columns, named);
    case Column::Values::Times:
        return ColumnType::DateTime;
    case Column::Values::Texts:
        break;
    }
    return textType(column);
}

}

bool canBeClasses(const Column& column)
{
    const std::size_t texts = column.categories.size();
    const std::size_t present = column.codes.size() - column.missing;
    return column.texts() && texts > 0 && (texts <= mostCategories || (texts <= mostClasses && present >= 2 * texts));
}

void typeColumn(Column& column, std::size_t columns, bool named)
{
    column.type = typeOf(column, columns, named);
}

}

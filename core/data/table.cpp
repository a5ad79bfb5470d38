#include "data/table.h"

namespace broto {

ReadOptions readingOf(const Table& table)
{
    ReadOptions reading;
    reading.encoding = table.encoding;
    reading.separator = table.separator;
    reading.decimal = table.decimal;
    reading.grouping = table.grouping;
    reading.header = table.header;
    reading.comment = table.comment;
    reading.dayFirst = table.dayFirst;
    reading.yearFirst = table.yearFirst;
    return reading;
}

std::string_view typeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Number:
        return "number";
    case ColumnType::Integer:
        return "integer";
    case ColumnType::Boolean:
        return "boolean";
    case ColumnType::Category:
        return "category";
    case ColumnType::DateTime:
        return "datetime";
    case ColumnType::Identifier:
        return "identifier";
    case ColumnType::Text:
        return "text";
    case ColumnType::Constant:
        return "constant";
    }
    return {};
}

std::string_view encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return "utf-8";
    case Encoding::Utf16:
        return "utf-16";
    case Encoding::Windows1252:
        return "windows-1252";
    }
    return {};
}

}

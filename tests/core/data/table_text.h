#pragma once

#include "common/number_text.h"
#include "data/table_reader.h"
#include "data/time_text.h"

#include <QByteArray>

#include <cmath>
#include <string>

/// A table as one line for comparisons: headers first, rows separated by " / ", cells by "|", missing ones as "~".
inline std::string tableText(const broto::Table& table)
{
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        text += (i ? "|" : "") + table.columns[i].header;
    for (std::size_t row = 0; row < table.rows; ++row) {
        text += " / ";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const broto::Column& column = table.columns[i];
            text += i ? "|" : "";
            if (column.values == broto::Column::Values::Times)
                text += std::isnan(column.numbers[row]) ? "~" : broto::timeText(column, column.numbers[row]);
            else if (column.numeric())
                text += std::isnan(column.numbers[row]) ? "~" : broto::shortest(column.numbers[row]);
            else
                text += column.codes[row] < 0 ? "~" : column.categories[static_cast<std::size_t>(column.codes[row])];
        }
    }
    return text;
}

inline std::string warningIds(const std::vector<broto::Message>& warnings)
{
    std::string ids;
    for (const broto::Message& warning : warnings)
        ids.append(ids.empty() ? "" : " ").append(warning.id);
    return ids;
}

/// A table that is known to be readable.
inline broto::Table readable(std::string_view csv)
{
    broto::Result<broto::Table> table = broto::readTable(csv);
    if (!table)
        qFatal("%s", broto::inEnglish(table.error()).c_str());
    return *std::move(table);
}

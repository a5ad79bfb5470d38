#include "data/column_index.h"

#include "data/column_names.h"

#include <algorithm>
#include <numeric>

namespace broto {

ColumnIndex::ColumnIndex(const Table& table) : m_table(table)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        m_headers.emplace(column.header, i);
        const std::string bare = headerParts(column.header).name;
        m_names[bare].push_back(i);
        if (column.name != bare && column.name != column.header)
            m_names[column.name].push_back(i);
    }
}

Result<std::size_t> ColumnIndex::find(std::string_view name) const
{
    if (const auto exact = m_headers.find(name); exact != m_headers.end())
        return exact->second;
    const auto named = m_names.find(std::string(name));
    if (named == m_names.end()) {
        std::vector<std::size_t> all(m_table.columns.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return message("data.no-such-column",
                       BROTO_TEXT("core", "The table has no column \"%1\". Its columns are: %2."), name, listed(all));
    }
    if (named->second.size() > 1)
        return message("data.ambiguous-column",
                       BROTO_TEXT("core", "More than one column is called \"%1\". Give the whole header, one of: %2."),
                       name, listed(named->second));
    return named->second.front();
}

std::string ColumnIndex::listed(const std::vector<std::size_t>& columns) const
{
    std::vector<std::string> headers;
    for (const std::size_t i : columns)
        headers.push_back(m_table.columns[i].header);
    return listedNames(headers);
}

std::string listedNames(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 20;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        list.append(i ? ", " : "").append(names[i]);
    if (names.size() > most)
        list += ", …";
    return list;
}

}

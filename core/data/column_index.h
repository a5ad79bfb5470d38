#pragma once

#include "common/result.h"
#include "data/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broto {

/// Finds columns by what a person calls them, many times over. Holds views into the table, which must outlive it.
class ColumnIndex {
public:
    explicit ColumnIndex(const Table& table);

    /// The raw header first, then the name without its unit. Errors "data.no-such-column" and "data.ambiguous-column".
    Result<std::size_t> find(std::string_view name) const;

private:
    std::string listed(const std::vector<std::size_t>& columns) const;

    const Table& m_table;
    std::unordered_map<std::string_view, std::size_t> m_headers;
    std::unordered_map<std::string, std::vector<std::size_t>> m_names;
};

/// Some names for a message: the first ones, separated by commas.
std::string listedNames(const std::vector<std::string>& names);

}

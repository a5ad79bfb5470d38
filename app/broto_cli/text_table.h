#pragma once

#include <string>
#include <vector>

namespace broto {

/// A table for people: columns as wide as their widest cell, numbers to the right.
class TextTable {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    void addRow(std::vector<std::string> cells); ///< one a column
    std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// "12 345": groups of three digits, apart by a thin gap that no language reads as a decimal sign.
std::string grouped(long long number);

}

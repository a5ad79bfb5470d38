#pragma once

#include "data/value_text.h"

#include <string>
#include <string_view>

namespace broto {

/// Takes parts of a time off the front of a text.
class TimeScanner {
public:
    explicit TimeScanner(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    bool at(std::string_view any) const { return !atEnd() && any.find(m_rest.front()) != std::string_view::npos; }
    std::size_t digits() const
    {
        std::size_t count = 0;
        while (count < m_rest.size() && isDigit(m_rest[count]))
            ++count;
        return count;
    }
    bool take(std::string_view any)
    {
        if (!at(any))
            return false;
        m_last = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }
    char last() const { return m_last; }

    /// A number of so many digits in that range.
    bool number(int& value, std::size_t fewest, std::size_t most, int lowest, int highest)
    {
        const std::size_t count = digits();
        if (count < fewest || count > most)
            return false;
        value = 0;
        for (const char digit : m_rest.substr(0, count))
            value = value * 10 + (digit - '0');
        m_rest.remove_prefix(count);
        return value >= lowest && value <= highest;
    }

    double fraction()
    {
        constexpr std::size_t mostThatCount = 15;
        double parts = 0;
        double whole = 1;
        const std::size_t count = digits();
        for (const char digit : m_rest.substr(0, count < mostThatCount ? count : mostThatCount)) {
            parts = parts * 10 + (digit - '0');
            whole *= 10;
        }
        m_rest.remove_prefix(count);
        return parts / whole;
    }

    bool takeWord(std::string_view word)
    {
        if (!m_rest.starts_with(word))
            return false;
        m_rest.remove_prefix(word.size());
        return true;
    }

    /// Takes off letters of whatever language, in lower case.
    std::string word()
    {
        std::size_t count = 0;
        while (count < m_rest.size() && isLetter(m_rest[count]))
            ++count;
        const std::string word = lowerCase(m_rest.substr(0, count));
        m_rest.remove_prefix(count);
        return word;
    }
    void skipBlanks()
    {
        while (take(" ")) {
        }
    }

private:
    /// Of ASCII, or a part of any letter beyond it.
    static bool isLetter(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    }

    std::string_view m_rest;
    char m_last = 0;
};

}

#pragma once

#include "device/line_values.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broto {

/// One of the numbers that a device prints over and over.
struct LineChannel {
    std::string name;
    std::string unit;      ///< empty: none is known
    bool named = false;    ///< false: the name was made up
    bool labelled = false; ///< its numbers have labels
};

/// Finds out which numbers a device prints, from its lines, and keeps them in their places: labels by their names,
/// numbers without labels by their order. A line of names gives those to the numbers under it, and to the few that a
/// board printed before it was reset.
class LineChannels {
public:
    static constexpr std::size_t most = mostNumbersOfLine;

    /// `names`: for numbers without labels; lines that have more or fewer of them are no readings then. Without names
    /// the first line decides how many there are, until three in a row have another number.
    explicit LineChannels(std::vector<std::string> names = {});

    /// The numbers of a line in the order of `channels()`, NaN for what it does not have. Empty: it is no reading.
    const std::vector<double>& take(std::string_view line);

    const std::vector<LineChannel>& channels() const { return m_channels; }

private:
    bool countIsRight(std::size_t count);
    void takeNames(std::string_view line);
    void addBare(std::size_t count);
    std::size_t placeOf(const LineNumber& number);
    void put(std::size_t place, const LineNumber& number);

    std::vector<LineChannel> m_channels;
    std::unordered_map<std::string, std::size_t> m_labels;
    std::vector<std::size_t> m_bare; ///< places of the numbers without labels
    std::vector<std::string> m_names;
    std::size_t m_readings = 0;
    bool m_countIsGiven = false;
    std::size_t m_count = 0; ///< numbers of a line without labels; 0: not known yet
    std::size_t m_otherCount = 0, m_othersInRow = 0;
    std::vector<double> m_values;
};

}

#pragma once

#include "data/number_form.h"
#include "data/table.h"
#include "data/table_sample.h"

#include <array>
#include <string>

namespace broto {

struct NumberFormatGuess {
    NumberFormat format;
    Message decimalReason;
    Message groupingReason;
};

/// What has been seen of how a table's numbers are written.
class NumberFormatEvidence {
public:
    /// A cell that may be a number; nothing else counts.
    void add(std::string_view cell);
    /// The cells of those columns that hold numbers, by the look of most of them.
    void add(const std::vector<SampleRecord>& records);

    /// What the options say, and for the rest what has been seen.
    NumberFormatGuess guess(char separator, const ReadOptions& options) const;

private:
    struct Seen {
        std::size_t count = 0;
        std::string example;
        void note(std::string_view cell);
    };
    struct Mark {
        char mark;
        Seen decimal; ///< it can be nothing else
        Seen either;
        Seen grouping; ///< it can be nothing else
    };

    const Mark& seen(char mark) const;
    std::pair<char, Message> decimalFor(char separator) const;
    std::pair<char, Message> groupingFor(char separator, char decimal) const;

    std::array<Mark, 4> m_marks = {{{'.', {}, {}, {}}, {',', {}, {}, {}}, {' ', {}, {}, {}}, {'\'', {}, {}, {}}}};
};

/// The format in which a table is being read. Cells that are no numbers by it may show that the first lines, which it
/// was guessed from, deceived.
class NumberFormatInUse {
public:
    NumberFormatInUse(const NumberFormatEvidence& evidence, char separator, const ReadOptions& options);

    const NumberFormat& format() const { return m_guess.format; }
    const NumberFormatGuess& guess() const { return m_guess; }

    /// A number with a fraction has been read that can be written with this decimal mark alone.
    void confirmDecimal() { m_confirmed = true; }
    bool isDecimalConfirmed() const { return m_confirmed; }
    void consider(std::string_view cell);
    /// Whether another format explains better what has been seen by now.
    bool overturned() const { return m_overturned; }
    /// Takes the other format, to read from the start.
    void startAgain();

private:
    static constexpr int mostStarts = 4;

    NumberFormatEvidence m_evidence;
    char m_separator;
    ReadOptions m_options;
    NumberFormatGuess m_guess;
    bool m_confirmed = false;
    bool m_overturned = false;
    int m_starts = 1;
};

}

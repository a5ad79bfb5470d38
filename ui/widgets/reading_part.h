#pragma once

#include "data/table.h"

#include <QString>

#include <optional>
#include <vector>

namespace broto::ui {

/// One thing about how a text is read, as a person sees and changes it. Its values are numbers: a character, an
/// encoding, or 1 for yes.
class ReadingPart {
public:
    using About = ReadingGuess::About;

    explicit ReadingPart(About about) : m_about(about) {}

    About about() const { return m_about; }
    QString name() const;          ///< "Separator"
    QString explanation() const;   ///< what it is, in one sentence
    QString text(int value) const; ///< "commas"
    std::vector<int> values() const;

    int valueIn(const Table& table) const;
    void set(ReadOptions& options, std::optional<int> value) const; ///< nothing: is found out

private:
    About m_about;
};

/// The parts that are worth to be told of a table, in the order of the sentence.
std::vector<ReadingPart> readingPartsOf(const Table& table);

/// What was found out about a part, or nothing if the reader gave no account.
const ReadingGuess* guessAbout(ReadingGuess::About about, const Table& table);

/// The options that a person has chosen; the rest is found out.
ReadOptions chosenReading(const Table& table);

}

#include "ui/widgets/reading_part.h"

#include <QCoreApplication>

#include <algorithm>

namespace broto::ui {

namespace {

using About = ReadingGuess::About;

QString translated(const char* text)
{
    return QCoreApplication::translate("Reading", text);
}

QString separatorText(int separator)
{
    switch (separator) {
    case ',':
        return translated(QT_TRANSLATE_NOOP("Reading", "commas"));
    case ';':
        return translated(QT_TRANSLATE_NOOP("Reading", "semicolons"));
    case '\t':
        return translated(QT_TRANSLATE_NOOP("Reading", "tabs"));
    case '|':
        return translated(QT_TRANSLATE_NOOP("Reading", "vertical bars"));
    default:
        return translated(QT_TRANSLATE_NOOP("Reading", "white space"));
    }
}

QString groupingText(int grouping)
{
    switch (grouping) {
    case 0:
        return translated(QT_TRANSLATE_NOOP("Reading", "no grouping"));
    case ' ':
        return translated(QT_TRANSLATE_NOOP("Reading", "thousands apart by spaces"));
    case '\'':
        return translated(QT_TRANSLATE_NOOP("Reading", "thousands apart by apostrophes"));
    default:
        return translated(QT_TRANSLATE_NOOP("Reading", "thousands apart by “%1”")).arg(QChar(grouping));
    }
}

QString encodingText(int encoding)
{
    switch (static_cast<Encoding>(encoding)) {
    case Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case Encoding::Utf16:
        return QStringLiteral("UTF-16");
    case Encoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    return {};
}

QString dateOrderText(int order)
{
    switch (order) {
    case DayFirst:
        return translated(QT_TRANSLATE_NOOP("Reading", "dates day first"));
    case MonthFirst:
        return translated(QT_TRANSLATE_NOOP("Reading", "dates month first"));
    default:
        return translated(QT_TRANSLATE_NOOP("Reading", "dates year first"));
    }
}

QString commentText(int comment)
{
    if (comment == 0)
        return translated(QT_TRANSLATE_NOOP("Reading", "no comments"));
    const QString mark = comment == '/' ? QStringLiteral("//") : QString(QChar(comment));
    return translated(QT_TRANSLATE_NOOP("Reading", "comments after %1")).arg(mark);
}

template<class T>
std::optional<T> as(std::optional<int> value)
{
    return value ? std::optional(static_cast<T>(*value)) : std::nullopt;
}

}

QString ReadingPart::name() const
{
    switch (m_about) {
    case About::Encoding:
        return translated(QT_TRANSLATE_NOOP("Reading", "Encoding"));
    case About::Separator:
        return translated(QT_TRANSLATE_NOOP("Reading", "Separator"));
    case About::Decimal:
        return translated(QT_TRANSLATE_NOOP("Reading", "Decimal mark"));
    case About::Grouping:
        return translated(QT_TRANSLATE_NOOP("Reading", "Grouping of digits"));
    case About::Header:
        return translated(QT_TRANSLATE_NOOP("Reading", "Names of the columns"));
    case About::Comments:
        return translated(QT_TRANSLATE_NOOP("Reading", "Comments"));
    case About::DateOrder:
        return translated(QT_TRANSLATE_NOOP("Reading", "Order in dates"));
    }
    return {};
}

QString ReadingPart::explanation() const
{
    switch (m_about) {
    case About::Encoding:
        return translated(
            QT_TRANSLATE_NOOP("Reading", "How letters are written as bytes: wrong, accents turn into odd signs."));
    case About::Separator:
        return translated(QT_TRANSLATE_NOOP("Reading", "What stands between two values of a line."));
    case About::Decimal:
        return translated(QT_TRANSLATE_NOOP("Reading", "What stands before the fraction of a number: 3.5 or 3,5."));
    case About::Grouping:
        return translated(QT_TRANSLATE_NOOP("Reading", "What sets thousands apart in large numbers: 1,000,000."));
    case About::Header:
        return translated(
            QT_TRANSLATE_NOOP("Reading", "Whether the first line holds the columns' names or values already."));
    case About::Comments:
        return translated(QT_TRANSLATE_NOOP("Reading", "Lines that begin with this sign are notes and no rows."));
    case About::DateOrder:
        return translated(QT_TRANSLATE_NOOP("Reading", "Whether 04/02/2015 is in February or in April."));
    }
    return {};
}

QString ReadingPart::text(int value) const
{
    switch (m_about) {
    case About::Encoding:
        return encodingText(value);
    case About::Separator:
        return separatorText(value);
    case About::Decimal:
        return value == ',' ? translated(QT_TRANSLATE_NOOP("Reading", "decimal comma"))
                            : translated(QT_TRANSLATE_NOOP("Reading", "decimal point"));
    case About::Grouping:
        return groupingText(value);
    case About::Header:
        return value ? translated(QT_TRANSLATE_NOOP("Reading", "names in line 1"))
                     : translated(QT_TRANSLATE_NOOP("Reading", "no names"));
    case About::Comments:
        return commentText(value);
    case About::DateOrder:
        return dateOrderText(value);
    }
    return {};
}

std::vector<int> ReadingPart::values() const
{
    switch (m_about) {
    case About::Encoding:
        return {static_cast<int>(Encoding::Utf8), static_cast<int>(Encoding::Utf16),
                static_cast<int>(Encoding::Windows1252)};
    case About::Separator:
        return {',', ';', '\t', '|', ' '};
    case About::Decimal:
        return {'.', ','};
    case About::Grouping:
        return {0, '.', ',', ' ', '\''};
    case About::Header:
        return {1, 0};
    case About::DateOrder:
        return {DayFirst, MonthFirst, YearFirst};
    case About::Comments:
        return {0, '#', '%', '/'};
    }
    return {};
}

int ReadingPart::valueIn(const Table& table) const
{
    switch (m_about) {
    case About::Encoding:
        return static_cast<int>(table.encoding);
    case About::Separator:
        return table.separator;
    case About::Decimal:
        return table.decimal;
    case About::Grouping:
        return table.grouping;
    case About::Header:
        return table.header;
    case About::Comments:
        return table.comment;
    case About::DateOrder:
        return table.dateOrder();
    }
    return 0;
}

void ReadingPart::set(ReadOptions& options, std::optional<int> value) const
{
    switch (m_about) {
    case About::Encoding:
        options.encoding = as<Encoding>(value);
        break;
    case About::Separator:
        options.separator = as<char>(value);
        break;
    case About::Decimal:
        options.decimal = as<char>(value);
        break;
    case About::Grouping:
        options.grouping = as<char>(value);
        break;
    case About::Header:
        options.header = as<bool>(value);
        break;
    case About::Comments:
        options.comment = as<char>(value);
        break;
    case About::DateOrder:
        options.dayFirst = value ? std::optional(*value == DayFirst) : std::nullopt;
        options.yearFirst = value ? std::optional(*value == YearFirst) : std::nullopt;
        break;
    }
}

std::vector<ReadingPart> readingPartsOf(const Table& table)
{
    std::vector<ReadingPart> parts;
    for (About about : {About::Separator, About::Decimal, About::Grouping, About::Encoding, About::Header,
                        About::Comments, About::DateOrder}) {
        // The order in dates is told only where it matters.
        if (about != About::DateOrder || guessAbout(about, table))
            parts.emplace_back(about);
    }
    return parts;
}

const ReadingGuess* guessAbout(ReadingGuess::About about, const Table& table)
{
    const auto guess = std::ranges::find(table.guesses, about, &ReadingGuess::about);
    return guess == table.guesses.end() ? nullptr : &*guess;
}

ReadOptions chosenReading(const Table& table)
{
    if (table.guesses.empty())
        return readingOf(table);
    ReadOptions options;
    for (const ReadingGuess& guess : table.guesses) {
        if (!guess.chosen)
            continue;
        const ReadingPart part(guess.about);
        part.set(options, part.valueIn(table));
    }
    return options;
}

}

#include "data/number_cells.h"

#include "data/plain_number.h"
#include "data/value_text.h"
#include "platform/large_pages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double missingNumber = std::numeric_limits<double>::quiet_NaN();

/// Whether a double holds a whole number of so many digits exactly.
bool isExact(std::string_view digits)
{
    constexpr std::size_t alwaysExact = 15;
    if (digits.size() <= alwaysExact)
        return true;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    constexpr std::uint64_t beyond = std::uint64_t{1} << 63;
    return error == std::errc() && number < beyond && static_cast<std::uint64_t>(static_cast<double>(number)) == number;
}

/// "10E10": whole numbers with an exponent of two digits and no sign. Measured values have a point or a sign.
bool isExponentAlone(std::string_view cell)
{
    constexpr std::size_t exponentSize = 3;
    const std::size_t mark = cell.size() - std::min(cell.size(), exponentSize);
    return mark > 0 && (cell[mark] == 'E' || cell[mark] == 'e') && isDigit(cell[mark + 1]) && isDigit(cell[mark + 2]) &&
           std::all_of(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(mark), isDigit);
}

/// "+5511987654321": no measured value is written so.
bool isTelephoneNumber(std::string_view cell)
{
    constexpr std::size_t fewestDigits = 8;
    return cell.starts_with('+') && cell.size() > fewestDigits;
}

}

void NumberCells::reserve(std::size_t rows)
{
    m_numbers.reserve(rows);
    preferLargePages(m_numbers.data(), m_numbers.capacity() * sizeof(double));
}

std::size_t NumberCells::add(Cells cells, const NumberFormat& format)
{
    constexpr std::size_t most = 256;
    std::array<double, most> some;
    std::size_t taken = 0;
    bool whole = true;
    bool anySign = false;
    bool anyProof = false;
    for (bool going = true; going && taken < cells.count;) {
        const std::size_t count = std::min(most, cells.count - taken);
        std::size_t i = 0;
        for (; i < count; ++i) {
            const std::string_view cell = cells[taken + i];
            PlainNumber plain;
            if (readPlainNumber(cell, format.decimal, plain) && !plain.padded) {
                some[i] = plain.number;
                whole &= plain.whole;
                anySign |= plain.hasSign;
                anyProof |= !plain.whole && !plain.ambiguous;
            } else if (!take(cell, cells.lines[taken + i], format, some[i])) {
                going = false;
                break;
            }
        }
        m_numbers.insert(m_numbers.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(i));
        taken += i;
    }
    m_whole &= whole;
    m_digitsAlone &= whole && !anySign;
    m_provesDecimal |= anyProof;
    describePieces(m_numbers.size() / RunningStatistics::pieceSize * RunningStatistics::pieceSize);
    return taken;
}

bool NumberCells::take(std::string_view cell, std::size_t line, const NumberFormat& format, double& number)
{
    number = missingNumber;
    if (isMissingText(cell)) {
        ++m_missing;
        return true;
    }
    const NumberReading reading = readNumber(cell, format);
    if (reading.kind == NumberKind::NotANumber) {
        if (!isMissingAmongNumbers(cell))
            return false;
        ++m_missing;
        if (!m_missingMark)
            m_missingMark = TellingCell{line, std::string(cell)};
        return true;
    }
    if (reading.kind == NumberKind::Finite)
        number = reading.number;
    else
        ++m_tooLarge;
    if (!m_provesDecimal && cell.find(format.decimal) != std::string_view::npos) {
        const NumberForm form = numberFormOf(cell);
        m_provesDecimal = form.kind == NumberForm::Kind::Marked && form.decimal == format.decimal;
    }
    noteForm(cell, line);
    return true;
}

void NumberCells::noteForm(std::string_view cell, std::size_t line)
{
    if (isExponentAlone(cell) && m_exponentsAlone++ == 0)
        m_exponent = TellingCell{line, std::string(cell)};
    if (cell.front() == '(' && m_inParentheses++ == 0)
        m_firstInParentheses = cell;
    const bool hasSign = cell.front() == '-' || cell.front() == '+';
    const std::string_view digits = cell.substr(hasSign ? 1 : 0);
    const bool whole = std::all_of(digits.begin(), digits.end(), isDigit);
    m_digitsAlone &= whole && !hasSign;
    m_whole &= whole || digits.front() == 'i' || digits.front() == 'I';
    if (!whole)
        return;
    if (!m_padded && digits.size() > 2 && digits.front() == '0')
        m_padded = TellingCell{line, std::string(cell)};
    if (!m_inexact && (!isExact(digits) || isTelephoneNumber(cell)))
        m_inexact = TellingCell{line, std::string(cell)};
}

/// All are of that form, and no two of the same value.
bool NumberCells::areCodes()
{
    const std::size_t present = rows() - m_missing;
    if (m_exponentsAlone == 0 || m_exponentsAlone < present)
        return false;
    describePieces(rows());
    return m_different.size() > Column::mostCounted || m_different.size() + m_tooLarge == present;
}

std::optional<TellingCell> NumberCells::changedByNumbers()
{
    if (areCodes())
        return m_exponent;
    if (m_whole && m_inexact)
        return m_inexact;
    return m_digitsAlone ? m_padded : std::nullopt;
}

std::optional<Parentheses> NumberCells::settleParentheses()
{
    if (m_inParentheses == 0)
        return std::nullopt;
    const bool negative = m_inParentheses < rows() - m_missing;
    if (!negative) {
        for (double& number : m_numbers)
            number = -number;
        m_statistics = {};
        m_different = {};
        m_described = 0;
    }
    return Parentheses{m_firstInParentheses, negative};
}

void NumberCells::describePieces(std::size_t end)
{
    const std::span<const double> some = std::span(m_numbers).subspan(m_described, end - m_described);
    m_statistics.add(some);
    for (const double number : some) {
        if (m_different.size() > Column::mostCounted)
            break;
        if (!std::isnan(number))
            m_different.add(number);
    }
    m_described = end;
}

void NumberCells::describe(Column& column)
{
    describePieces(m_numbers.size());
    const Statistics statistics = m_statistics.value();
    column.min = statistics.min;
    column.max = statistics.max;
    column.mean = statistics.mean;
    column.deviation = statistics.deviation;
    column.distinct = m_different.size();
    column.missing = m_missing + m_tooLarge;
    column.numbers = std::move(m_numbers);
}

}

#include "device/virtual/sensor_feed.h"

#include "boards/board.h"
#include "data/table_reader.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace broto {

namespace {

constexpr double middleVolts = 2.5, swingVolts = 1.5;
constexpr double firstPeriod = 8, periodStep = 3; // seconds

Message noNumbersForPin(const std::string& column)
{
    return message("device.no-numbers-for-pin",
                   BROTO_TEXT("core", "The column “%1” cannot be fed to a pin: it holds no volts. Correct the file, or "
                                      "leave the column out."),
                   column);
}

Message tooManyPins(std::size_t columns, std::size_t pins)
{
    return message("device.too-many-pins",
                   BROTO_TEXT("core",
                              "The file has %1 columns, and sensors can be connected to %2 pins of this virtual "
                              "board. Name the columns A0, A1 and so on, or leave some out."),
                   columns, pins);
}

Message noSuchPin(const std::string& column, const std::vector<std::string>& pins)
{
    return message("device.no-pin-to-feed",
                   BROTO_TEXT("core", "The column “%1” cannot be fed to a pin: this virtual board has the pins %2 to "
                                      "%3. Give the column another name, or leave it out."),
                   column, pins.front(), pins.back());
}

/// "A8": whether or not a board has it.
bool isPinName(std::string_view name)
{
    return name.size() > 1 && name[0] == 'A' &&
           std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}

SensorFeed SensorFeed::waves()
{
    return {};
}

std::vector<std::string> SensorFeed::pinsOf(std::string_view boardId)
{
    const Result<Board> board = findBoard(boardId);
    std::vector<std::string> pins = board ? board->analogPins : std::vector<std::string>();
    pins.resize(std::min<std::size_t>(pins.size(), mostPins));
    return pins;
}

Result<SensorFeed> SensorFeed::fromCsv(std::string_view bytes, double rowsPerSecond,
                                       const std::vector<std::string>& pins)
{
    Result<Table> table = readTable(bytes);
    if (!table)
        return table.error();
    std::vector<Column>& columns = table->columns;
    const bool named =
        std::any_of(columns.begin(), columns.end(), [](const Column& column) { return isPinName(column.name); });
    if (!named && columns.size() > pins.size())
        return tooManyPins(columns.size(), pins.size());
    SensorFeed feed;
    feed.m_pins.resize(mostPins);
    feed.m_rows = table->rows;
    feed.m_rowsPerSecond = rowsPerSecond;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (named && !isPinName(columns[i].name))
            continue;
        const auto pin = named ? std::find(pins.begin(), pins.end(), columns[i].name)
                               : pins.begin() + static_cast<std::ptrdiff_t>(i);
        if (pin == pins.end())
            return noSuchPin(columns[i].name, pins);
        if (!columns[i].numeric())
            return noNumbersForPin(columns[i].name);
        feed.m_pins[static_cast<std::size_t>(pin - pins.begin())] = std::move(columns[i].numbers);
    }
    return feed;
}

double SensorFeed::volts(int pin, double seconds) const
{
    if (pin < 0 || pin >= mostPins)
        return 0;
    if (m_rows == 0)
        return middleVolts + swingVolts * std::sin(2 * std::numbers::pi * seconds / (firstPeriod + periodStep * pin));
    const std::vector<double>& rows = m_pins[static_cast<std::size_t>(pin)];
    if (rows.empty())
        return 0;
    const double turn = std::fmod(std::floor(seconds * m_rowsPerSecond), static_cast<double>(m_rows));
    const double volts = rows[std::min(static_cast<std::size_t>(turn), m_rows - 1)];
    return std::isfinite(volts) ? volts : 0; // a missing value: the wire is off
}

}

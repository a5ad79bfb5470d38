#include "device/virtual/sensor_feed.h"

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

Message tooManyPins(std::size_t columns, int pins)
{
    return message("device.too-many-pins",
                   BROTO_TEXT("core",
                              "The file has %1 columns, and a virtual board has %2 analog pins. Name the columns "
                              "A0, A1 and so on, or leave some out."),
                   columns, pins);
}

/// -1: it is none.
int pinNamed(std::string_view name)
{
    return name.size() == 2 && name[0] == 'A' && name[1] >= '0' && name[1] < '0' + SensorFeed::mostPins ? name[1] - '0'
                                                                                                        : -1;
}

}

SensorFeed SensorFeed::waves()
{
    return {};
}

Result<SensorFeed> SensorFeed::fromCsv(std::string_view bytes, double rowsPerSecond)
{
    Result<Table> table = readTable(bytes);
    if (!table)
        return table.error();
    std::vector<Column>& columns = table->columns;
    const bool named =
        std::any_of(columns.begin(), columns.end(), [](const Column& column) { return pinNamed(column.name) >= 0; });
    if (!named && columns.size() > mostPins)
        return tooManyPins(columns.size(), mostPins);
    SensorFeed feed;
    feed.m_pins.resize(mostPins);
    feed.m_rows = table->rows;
    feed.m_rowsPerSecond = rowsPerSecond;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int pin = named ? pinNamed(columns[i].name) : static_cast<int>(i);
        if (pin < 0)
            continue;
        if (!columns[i].numeric())
            return noNumbersForPin(columns[i].name);
        feed.m_pins[static_cast<std::size_t>(pin)] = std::move(columns[i].numbers);
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

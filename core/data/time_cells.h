#pragma once

#include "data/cells.h"
#include "data/statistics.h"
#include "data/table.h"
#include "data/time_reading.h"

#include <optional>
#include <string>
#include <vector>

namespace broto {

/// Gathers a column of times. Dates of three numbers are read in one order throughout: the one that its cells tell, and
/// while none has told, the one it was given. What has been read can still be turned then.
class TimeCells {
public:
    explicit TimeCells(DateOrder order) : m_order(order) {}

    void reserve(std::size_t rows);
    void addMissing(std::size_t rows);

    /// Takes cells up to the first that is no time that goes with those before, and returns how many those were.
    std::size_t add(Cells cells);

    std::size_t rows() const { return m_seconds.size(); }
    DateOrder order() const { return m_order; }
    /// The orders in which all of its dates can be read.
    unsigned possibleOrders() const { return m_possible; }
    /// The first cell with which one order alone is possible.
    const std::optional<TellingCell>& proof() const { return m_proof; }
    /// Whether the order makes a difference, and no cell tells it.
    bool orderIsOpen() const { return m_open && !m_proof; }
    /// Whether any cell is written so that it makes a difference.
    bool hasOrder() const { return m_open || m_proof; }
    /// The first cell that can be read in several orders.
    const std::optional<TellingCell>& openCell() const { return m_open; }
    /// Nothing happens where it is not possible, or is so no longer.
    void setOrder(DateOrder order);
    /// Whether all dates are what they are in that order.
    bool isReadIn(DateOrder order) const { return order == m_order || !m_open; }
    /// What the first rows would be like, read in a possible order.
    struct Steps {
        std::size_t back = 0; ///< how often the time goes back from one row to the next
        double total = 0;     ///< the way from row to row, in seconds
    };
    Steps stepsIn(DateOrder order) const;
    /// The time of the first row, read in a possible order; nothing where it is missing.
    std::optional<double> firstTimeIn(DateOrder order) const;

    /// Where times were written for several zones they have all become those of Greenwich.
    bool severalZones() const { return m_severalZones; }

    void describe(Column& column);
    std::size_t bytes() const { return m_seconds.size() * sizeof(double); }

    /// Dates that were told apart from those in numbers cannot be any more, nor the days of times in several zones.
    bool canTurn() const { return !m_open || !(m_fixed || m_severalZones); }

private:
    bool take(std::string_view cell, std::size_t line, double& seconds);
    bool takeOrder(const TimeReading& reading, std::string_view cell, std::size_t line);
    bool takeZone(const TimeReading& reading, double& seconds);
    bool takeOnSameDay(std::string_view cell, double& seconds) const;
    void remember(std::string_view cell, const TimeReading& reading);
    void turn(DateOrder order);

    std::vector<double> m_seconds;
    std::size_t m_missing = 0;
    DateOrder m_order;
    unsigned m_possible = anyDateOrder;
    std::optional<bool> m_dates;
    bool m_fixed = false; ///< some cells are not to be turned with the others; later they could not be told apart
    std::optional<TellingCell> m_open;
    std::optional<TellingCell> m_proof;
    std::optional<std::optional<int>> m_zone;
    bool m_severalZones = false;
    std::string m_day; ///< the last cell's text before its clock; empty: no such cell
    double m_daySeconds = 0;
};

}

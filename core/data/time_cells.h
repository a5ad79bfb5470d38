#pragma once

#include "data/cells.h"
#include "data/statistics.h"
#include "data/table.h"
#include "data/time_reading.h"

#include <optional>
#include <string>
#include <vector>

namespace broto {

/// Cells that can be read in one order of day and month only.
struct DateOrderProofs {
    std::optional<TellingCell> dayFirst;
    std::optional<TellingCell> monthFirst;
};

/// Gathers a column of times. It is read in one order of day and month throughout: the one that its cells tell, and
/// while none has told, the one it was given. What has been read can still be turned then.
class TimeCells {
public:
    explicit TimeCells(bool dayFirst) : m_dayFirst(dayFirst) {}

    void reserve(std::size_t rows);
    void addMissing(std::size_t rows);

    /// Takes cells up to the first that is no time that goes with those before, and returns how many those were.
    std::size_t add(Cells cells);

    std::size_t rows() const { return m_seconds.size(); }
    bool dayFirst() const { return m_dayFirst; }
    const DateOrderProofs& proofs() const { return m_proofs; }
    /// Whether the order makes a difference, and no cell tells it.
    bool orderIsOpen() const { return m_either && !isProven(); }
    /// Whether any cell is written so that it makes a difference.
    bool hasOrder() const { return m_either || isProven(); }
    /// A cell that can be read in both orders.
    const std::optional<TellingCell>& either() const { return m_either; }
    void setDayFirst(bool dayFirst);
    /// How often the time goes back from one row to the next, read as now and the other way round; of the first rows.
    struct StepsBack {
        std::size_t asRead = 0;
        std::size_t turned = 0;
    };
    StepsBack stepsBack() const;

    /// Where times were written for several zones they have all become those of Greenwich.
    bool severalZones() const { return m_severalZones; }

    void describe(Column& column);
    std::size_t bytes() const { return m_seconds.size() * sizeof(double); }

private:
    bool isProven() const { return m_proofs.dayFirst || m_proofs.monthFirst; }
    bool take(std::string_view cell, std::size_t line, double& seconds);
    bool takeOrder(TimeReading::Order order, std::string_view cell, std::size_t line);
    bool takeZone(const TimeReading& reading, double& seconds);
    bool takeOnSameDay(std::string_view cell, double& seconds) const;
    void remember(std::string_view cell, const TimeReading& reading);
    void turn();

    std::vector<double> m_seconds;
    std::size_t m_missing = 0;
    bool m_dayFirst;
    std::optional<bool> m_dates;
    bool m_fixed = false; ///< some cells are not to be turned with the others; later they could not be told apart
    std::optional<TellingCell> m_either;
    DateOrderProofs m_proofs;
    std::optional<std::optional<int>> m_zone;
    bool m_severalZones = false;
    std::string m_day; ///< the last cell's text before its clock; empty: no such cell
    double m_daySeconds = 0;
};

}

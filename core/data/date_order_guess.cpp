#include "data/date_order_guess.h"

#include "data/reading_reasons.h"
#include "data/value_text.h"

#include <algorithm>
#include <array>

namespace broto {

namespace {

using Columns = std::span<const NamedTimes>;

SettledDateOrder settledOrder(DateOrder order, Message reason)
{
    return {order, ReadingGuess{ReadingGuess::About::DateOrder, false, std::move(reason)}};
}

Message proof(DateOrder order, const TellingCell& cell)
{
    switch (order) {
    case DayFirst:
        return message("data.day-first", BROTO_TEXT("core", "Day first: %1 in line %2 cannot be read otherwise."),
                       cell.text, cell.line);
    case MonthFirst:
        return message("data.month-first", BROTO_TEXT("core", "Month first: %1 in line %2 cannot be read otherwise."),
                       cell.text, cell.line);
    case YearFirst:
        break;
    }
    return message("data.year-first", BROTO_TEXT("core", "Year first: %1 in line %2 cannot be read otherwise."),
                   cell.text, cell.line);
}

Message inOrder(DateOrder order, const TellingCell& cell)
{
    switch (order) {
    case DayFirst:
        return message("data.day-first-in-order",
                       BROTO_TEXT("core", "Day first: no date tells, but read so more rows stand in the order of time. "
                                          "%1 could also be read otherwise."),
                       cell.text);
    case MonthFirst:
        return message("data.month-first-in-order",
                       BROTO_TEXT("core", "Month first: no date tells, but read so more rows stand in the order of "
                                          "time. %1 could also be read otherwise."),
                       cell.text);
    case YearFirst:
        break;
    }
    return message("data.year-first-in-order",
                   BROTO_TEXT("core", "Year first: no date tells, but read so more rows stand in the order of time. %1 "
                                      "could also be read otherwise."),
                   cell.text);
}

Message inSmallSteps(DateOrder order, const TellingCell& cell)
{
    if (order == YearFirst)
        return message("data.year-first-small-steps",
                       BROTO_TEXT("core", "Year first: no date tells, but read so the rows follow each other in much "
                                          "smaller steps. %1 could also be read otherwise."),
                       cell.text);
    return message("data.day-first-small-steps",
                   BROTO_TEXT("core",
                              "Day first: no date tells, but read so the rows follow each other in much smaller "
                              "steps. %1 could also be read otherwise."),
                   cell.text);
}

Message dayFirstByName(std::string_view name, const TellingCell& cell)
{
    return message("data.day-first-by-name",
                   BROTO_TEXT("core", "Day first: no date tells, but where a column is called \"%1\" days come first. "
                                      "%2 could also be read otherwise; choose so if it is."),
                   name, cell.text);
}

Message assumed(DateOrder order, const TellingCell& cell)
{
    switch (order) {
    case DayFirst:
        return message("data.day-first-assumed",
                       BROTO_TEXT("core",
                                  "Day first is assumed: no date tells. %1 could also be read otherwise; choose "
                                  "so if it is."),
                       cell.text);
    case MonthFirst:
        return message("data.month-first-assumed",
                       BROTO_TEXT("core", "Month first is assumed: no date tells. %1 could also be read otherwise; "
                                          "choose so if it is."),
                       cell.text);
    case YearFirst:
        break;
    }
    return message("data.year-first-assumed",
                   BROTO_TEXT("core", "Year first is assumed, for the years are recent then: no date tells. %1 could "
                                      "also be read otherwise; choose so if it is."),
                   cell.text);
}

/// Names of columns in languages in whose countries days come first.
bool saysDayFirst(std::string_view name)
{
    static constexpr auto words =
        std::to_array<std::string_view>({"data", "hora", "dia", "hor\u00e1rio", "fecha", "datum", "zeit"});
    const std::string lower = lowerCase(name);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        const std::size_t at = lower.find(word);
        const std::size_t behind = at + word.size();
        const auto isLetter = [&](std::size_t i) { return lower[i] >= 'a' && lower[i] <= 'z'; };
        return at != std::string::npos && (at == 0 || !isLetter(at - 1)) &&
               (behind == lower.size() || !isLetter(behind));
    });
}

std::optional<SettledDateOrder> provenOrder(Columns columns)
{
    for (const NamedTimes& column : columns) {
        if (const std::optional<TellingCell>& cell = column.cells->proof())
            return settledOrder(column.cells->order(), proof(column.cells->order(), *cell));
    }
    return std::nullopt;
}

/// Judges the orders in which a column can be read by the times that come of it.
class LikelyOrder {
public:
    LikelyOrder(const NamedTimes& column, DateOrder usual)
        : m_column(column), m_cell(*column.cells->openCell()), m_usual(usual)
    {
        for (const DateOrder order : {DayFirst, MonthFirst, YearFirst}) {
            // What cannot be turned cannot be judged otherwise than it was read.
            if (order == column.cells->order() || (column.cells->canTurn() && (column.cells->possibleOrders() & order)))
                m_candidates.push_back({order, column.cells->stepsIn(order)});
        }
    }

    SettledDateOrder settle()
    {
        if (const bool someAreOut = keepFewestStepsBack(); someAreOut && m_candidates.size() == 1)
            return settledOrder(m_candidates.front().order, inOrder(m_candidates.front().order, m_cell));
        for (const DateOrder order : {YearFirst, DayFirst}) {
            if (hasMuchSmallerSteps(order))
                return settledOrder(order, inSmallSteps(order, m_cell));
        }
        if (hasMuchSmallerStepsThan(YearFirst))
            drop(YearFirst);
        else if (can(YearFirst) && yearIsRecent(YearFirst) && !yearIsRecent(other(YearFirst)))
            return settledOrder(YearFirst, assumed(YearFirst, m_cell));
        if (m_usual != DayFirst && can(DayFirst) && saysDayFirst(m_column.name))
            return settledOrder(DayFirst, dayFirstByName(m_column.name, m_cell));
        const DateOrder order = can(m_usual) ? m_usual : m_candidates.front().order;
        return settledOrder(order, assumed(order, m_cell));
    }

private:
    struct Candidate {
        DateOrder order;
        TimeCells::Steps steps;
    };

    bool keepFewestStepsBack()
    {
        const std::size_t before = m_candidates.size();
        const std::size_t fewest =
            std::min_element(m_candidates.begin(), m_candidates.end(), [](const Candidate& a, const Candidate& b) {
                return a.steps.back < b.steps.back;
            })->steps.back;
        std::erase_if(m_candidates, [fewest](const Candidate& candidate) { return candidate.steps.back > fewest; });
        return m_candidates.size() < before;
    }

    const Candidate* find(DateOrder order) const
    {
        const auto found = std::find_if(m_candidates.begin(), m_candidates.end(),
                                        [order](const Candidate& candidate) { return candidate.order == order; });
        return found == m_candidates.end() ? nullptr : &*found;
    }
    bool can(DateOrder order) const { return find(order) != nullptr; }
    void drop(DateOrder order)
    {
        std::erase_if(m_candidates, [order](const Candidate& candidate) { return candidate.order == order; });
    }
    /// The likelier one of those that are left beside it.
    DateOrder other(DateOrder order) const
    {
        return m_usual != order && can(m_usual)      ? m_usual
               : m_candidates.front().order == order ? m_candidates.back().order
                                                     : m_candidates.front().order;
    }

    bool hasMuchSmallerSteps(DateOrder order) const
    {
        const Candidate* const mine = find(order);
        return mine && m_candidates.size() > 1 &&
               std::all_of(m_candidates.begin(), m_candidates.end(), [&](const Candidate& candidate) {
                   return candidate.order == order || 2 * mine->steps.total < candidate.steps.total;
               });
    }
    bool hasMuchSmallerStepsThan(DateOrder order) const
    {
        const Candidate* const theirs = find(order);
        return theirs && std::any_of(m_candidates.begin(), m_candidates.end(), [&](const Candidate& candidate) {
                   return 2 * candidate.steps.total < theirs->steps.total;
               });
    }

    /// Loggers that write two digits of the year and no more are not that old.
    bool yearIsRecent(DateOrder order) const
    {
        constexpr double begin2015 = 1420070400;
        return m_column.cells->firstTimeIn(order).value_or(0) >= begin2015;
    }

    const NamedTimes& m_column;
    const TellingCell& m_cell;
    DateOrder m_usual;
    std::vector<Candidate> m_candidates;
};

}

std::optional<DateOrder> chosenDateOrder(const ReadOptions& options)
{
    if (options.yearFirst.value_or(false))
        return YearFirst;
    if (!options.dayFirst)
        return std::nullopt;
    return *options.dayFirst ? DayFirst : MonthFirst;
}

SettledDateOrder settleDateOrder(Columns columns, std::optional<DateOrder> chosen, DateOrder usual)
{
    const auto open = std::find_if(columns.begin(), columns.end(),
                                   [](const NamedTimes& column) { return column.cells->orderIsOpen(); });
    SettledDateOrder order{usual, {}};
    const bool matters =
        std::any_of(columns.begin(), columns.end(), [](const NamedTimes& column) { return column.cells->hasOrder(); });
    if (chosen)
        order = {*chosen, matters ? std::optional(ReadingGuess{ReadingGuess::About::DateOrder, true, chosenByPerson()})
                                  : std::nullopt};
    else if (const std::optional<SettledDateOrder> proven = provenOrder(columns))
        order = *proven;
    else if (open != columns.end())
        order = LikelyOrder(*open, usual).settle();
    for (const NamedTimes& column : columns) {
        if (column.cells->orderIsOpen())
            column.cells->setOrder(order.order);
    }
    return order;
}

}

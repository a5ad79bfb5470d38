#include "data/date_order_guess.h"

#include "data/reading_reasons.h"

#include <algorithm>

namespace broto {

namespace {

using Columns = std::span<TimeCells* const>;

Message dayFirstProof(const TellingCell& cell)
{
    return message("data.day-first", BROTO_TEXT("core", "Day first: %1 in line %2 cannot be read otherwise."),
                   cell.text, cell.line);
}

Message monthFirstProof(const TellingCell& cell)
{
    return message("data.month-first", BROTO_TEXT("core", "Month first: %1 in line %2 cannot be read otherwise."),
                   cell.text, cell.line);
}

Message orderInTime(bool dayFirst, const TellingCell& cell)
{
    if (dayFirst)
        return message("data.day-first-in-order",
                       BROTO_TEXT("core", "Day first: no date tells, but read so more rows stand in the order of time. "
                                          "%1 could also be read month first."),
                       cell.text);
    return message("data.month-first-in-order",
                   BROTO_TEXT("core",
                              "Month first: no date tells, but read so more rows stand in the order of time. %1 "
                              "could also be read day first."),
                   cell.text);
}

Message assumed(bool dayFirst, const TellingCell& cell)
{
    if (dayFirst)
        return message("data.day-first-assumed",
                       BROTO_TEXT("core", "Day first is assumed: no date tells. %1 could also be read month first; "
                                          "choose so if it is."),
                       cell.text);
    return message("data.month-first-assumed",
                   BROTO_TEXT("core",
                              "Month first is assumed: no date tells. %1 could also be read day first; choose so "
                              "if it is."),
                   cell.text);
}

std::optional<DateOrder> provenOrder(Columns columns)
{
    for (const TimeCells* column : columns) {
        const DateOrderProofs& proofs = column->proofs();
        if (proofs.dayFirst)
            return DateOrder{true,
                             ReadingGuess{ReadingGuess::About::DateOrder, false, dayFirstProof(*proofs.dayFirst)}};
        if (proofs.monthFirst)
            return DateOrder{false,
                             ReadingGuess{ReadingGuess::About::DateOrder, false, monthFirstProof(*proofs.monthFirst)}};
    }
    return std::nullopt;
}

DateOrder likelyOrder(const TimeCells& open, bool usual)
{
    const TimeCells::StepsBack steps = open.stepsBack();
    const bool differ = steps.asRead != steps.turned;
    const bool dayFirst = !differ ? usual : (steps.asRead < steps.turned) == open.dayFirst();
    return {dayFirst, ReadingGuess{ReadingGuess::About::DateOrder, false,
                                   differ ? orderInTime(dayFirst, *open.either()) : assumed(dayFirst, *open.either())}};
}

}

DateOrder settleDateOrder(Columns columns, std::optional<bool> chosen, bool usual)
{
    const auto open =
        std::find_if(columns.begin(), columns.end(), [](TimeCells* column) { return column->orderIsOpen(); });
    DateOrder order;
    const bool matters =
        std::any_of(columns.begin(), columns.end(), [](TimeCells* column) { return column->hasOrder(); });
    if (chosen)
        order = {*chosen, matters ? std::optional(ReadingGuess{ReadingGuess::About::DateOrder, true, chosenByPerson()})
                                  : std::nullopt};
    else if (const std::optional<DateOrder> proven = provenOrder(columns))
        order = *proven;
    else if (open != columns.end())
        order = likelyOrder(**open, usual);
    for (TimeCells* column : columns) {
        if (column->orderIsOpen())
            column->setDayFirst(order.dayFirst);
    }
    return order;
}

}

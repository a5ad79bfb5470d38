#include "data/column_names.h"

#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace broto {

namespace {

/// Symbols that take SI prefixes.
constexpr std::array prefixedUnits = std::to_array<std::string_view>(
    {"m",  "g",  "s",  "A",  "K", "mol", "cd",  "Hz",  "N",   "Pa", "J", "W",   "Wh",
     "C",  "V",  "VA", "Ah", "F", "Ω",   "Ohm", "ohm", "S",   "T",  "H", "lm",  "lx",
     "Bq", "Gy", "Sv", "L",  "l", "bar", "t",   "eV",  "cal", "B",  "b", "bit", "byte"});
constexpr std::array prefixes =
    std::to_array<std::string_view>({"", "da", "p", "n", "µ", "μ", "u", "m", "c", "d", "h", "k", "M", "G", "T"});
constexpr std::array otherUnits = std::to_array<std::string_view>(
    {"1",      "%",       "‰",       "°",     "º",      "°C",      "ºC",      "℃",       "°F",         "ºF",
     "℉",      "°R",      "deg",     "degC",  "degF",   "degrees", "grad",    "rad",     "mrad",       "sr",
     "min",    "h",       "hr",      "hrs",   "d",      "day",     "days",    "week",    "year",       "yr",
     "sec",    "second",  "seconds", "hour",  "hours",  "minute",  "minutes", "ppm",     "ppb",        "rpm",
     "RPM",    "bpm",     "mph",     "kph",   "kmh",    "kt",      "kn",      "knots",   "psi",        "atm",
     "torr",   "Torr",    "mmHg",    "inHg",  "inch",   "in",      "ft",      "yd",      "mi",         "lb",
     "lbs",    "oz",      "gal",     "hp",    "cv",     "lux",     "dB",      "dBm",     "dBA",        "dBFS",
     "pH",     "px",      "counts",  "count", "a.u.",   "arb.",    "Celsius", "celsius", "Fahrenheit", "Kelvin",
     "volts",  "volt",    "amps",    "watts", "meters", "metres",  "grams",   "USD",     "EUR",        "BRL",
     "Volt",   "Volts",   "Amp",     "Amps",  "Ampere", "Watt",    "Watts",   "Hertz",   "hertz",      "meter",
     "gram",   "pct",     "percent", "Deg C", "deg C",  "degree",  "Degrees", "Seconds", "Second",     "segundo",
     "minuto", "Minutes", "R$",      "$",     "€",      "dias",    "horas",   "minutos", "segundos",   "graus",
     "metros", "gramas"});
constexpr std::array exponents = std::to_array<std::string_view>({"²", "³", "⁻¹", "⁻²", "⁻³"});

/// What may stand behind a unit, apart: "V AC".
constexpr std::array unitQualifiers =
    std::to_array<std::string_view>({"AC", "DC", "ac", "dc", "CA", "CC", "RMS", "rms", "pp"});

template<std::size_t size>
bool contains(const std::array<std::string_view, size>& list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool isSymbol(std::string_view symbol)
{
    if (contains(otherUnits, symbol))
        return true;
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
        return symbol.starts_with(prefix) && contains(prefixedUnits, symbol.substr(prefix.size()));
    });
}

std::string_view withoutExponent(std::string_view factor)
{
    for (const std::string_view exponent : exponents) {
        if (factor.size() > exponent.size() && factor.ends_with(exponent))
            return factor.substr(0, factor.size() - exponent.size());
    }
    // "A0" is a pin and "m1" a place: an exponent is no zero, and no one without a sign.
    if (factor.ends_with('0') || (factor.ends_with('1') && !factor.ends_with("-1")))
        return factor;
    const std::size_t last = factor.find_last_not_of("0123456789^+-");
    return last == std::string_view::npos ? factor : factor.substr(0, last + 1);
}

/// The bracketed text at the end of a header: where its bracket begins, or npos.
std::size_t trailingGroup(std::string_view header)
{
    if (header.ends_with(')'))
        return header.rfind('(');
    if (header.ends_with(']'))
        return header.rfind('[');
    return std::string_view::npos;
}

std::string_view inside(std::string_view group)
{
    return trimmed(group.substr(1, group.size() - 2));
}

/// One line, without the blanks around it.
std::string tidied(std::string_view header)
{
    std::string text(trimmed(header));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

std::vector<std::string> uniqueHeaders(const std::vector<std::string>& headers, std::vector<Message>& warnings)
{
    std::vector<std::string> unique;
    std::unordered_set<std::string> taken;
    for (const std::string& header : headers)
        taken.insert(tidied(header));
    std::unordered_set<std::string> used;
    std::unordered_map<std::string, std::size_t> repeats;
    std::string firstRepeated;
    for (const std::string& header : headers) {
        std::string name = tidied(header);
        if (name.empty())
            name = "column " + std::to_string(unique.size() + 1);
        std::string candidate = name;
        while (used.contains(candidate) || (candidate != name && taken.contains(candidate)))
            candidate = name + "_" + std::to_string(++repeats.try_emplace(name, 1).first->second);
        if (candidate != name && firstRepeated.empty())
            firstRepeated = name;
        used.insert(candidate);
        unique.push_back(std::move(candidate));
    }
    if (!firstRepeated.empty())
        warnings.push_back(
            message("data.repeated-names",
                    BROTO_TEXT("core", "More than one column is called \"%1\". Numbers were added to tell "
                                       "such columns apart."),
                    firstRepeated));
    return unique;
}

}

bool isUnit(std::string_view text)
{
    if (text.empty() || text.size() > 24 || text == "1")
        return false;
    for (const std::string_view sign : {"·", "⋅"}) {
        if (const std::size_t dot = text.find(sign); dot != std::string_view::npos)
            return isUnit(text.substr(0, dot)) && isUnit(text.substr(dot + sign.size()));
    }
    if (contains(otherUnits, text))
        return true;
    const std::size_t end = text.find_first_of("/* ");
    if (end == std::string_view::npos)
        return isSymbol(text) || isSymbol(withoutExponent(text));
    const std::string_view rest = trimmed(text.substr(end + 1));
    const std::string_view front = text.substr(0, end);
    return (front == "1" || isUnit(front)) && (isUnit(rest) || (text[end] == ' ' && contains(unitQualifiers, rest)));
}

HeaderParts headerParts(std::string_view header)
{
    const std::size_t group = trailingGroup(header);
    if (group == std::string_view::npos || group == 0)
        return {std::string(header), {}, true};
    const std::string_view before = trimmed(header.substr(0, group));
    if (isUnit(inside(header.substr(group))) && !before.empty())
        return {std::string(before), std::string(inside(header.substr(group))), true};
    const std::size_t inner = trailingGroup(before);
    if (inner == std::string_view::npos || inner == 0 || !isUnit(inside(before.substr(inner))))
        return {std::string(header), {}, true};
    std::string name(trimmed(before.substr(0, inner)));
    name.append(" ").append(header.substr(group));
    return {std::move(name), std::string(inside(before.substr(inner))), false};
}

void nameColumns(std::vector<Column>& columns, const std::vector<std::string>& headers, std::vector<Message>& warnings)
{
    const std::vector<std::string> unique = uniqueHeaders(headers, warnings);
    std::vector<HeaderParts> parts;
    std::unordered_map<std::string_view, int> uses;
    parts.reserve(unique.size());
    for (const std::string& header : unique)
        parts.push_back(headerParts(header));
    for (std::size_t i = 0; i < unique.size(); ++i) {
        ++uses[parts[i].name];
        if (parts[i].name != unique[i])
            ++uses[unique[i]];
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool shortName = parts[i].unitLast && uses[parts[i].name] == 1;
        columns[i].header = unique[i];
        columns[i].name = shortName ? parts[i].name : unique[i];
        columns[i].unit = parts[i].unit;
    }
}

}

#include "option_text.h"

#include "common/number_text.h"
#include "data/value_text.h"

#include <charconv>
#include <cmath>

namespace broto {

namespace {

std::optional<std::vector<double>> parseNumbers(std::string_view text)
{
    std::vector<double> numbers;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::optional<double> number = parseNumber(text.substr(0, comma));
        if (!number || !std::isfinite(*number))
            return std::nullopt;
        numbers.push_back(*number);
        if (comma == std::string_view::npos)
            return numbers;
        text.remove_prefix(comma + 1);
    }
}

}

std::optional<std::vector<std::string>> parseNames(std::string_view text)
{
    std::vector<std::string> names(1);
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool doubled = quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"';
        if (doubled) {
            names.back() += '"';
            ++i;
        } else if (text[i] == '"' && (quoted || names.back().empty())) {
            quoted = !quoted;
        } else if (text[i] == ',' && !quoted) {
            names.emplace_back();
        } else if (!isBlank(text[i]) || !names.back().empty()) {
            names.back() += text[i];
        }
    }
    for (std::string& name : names) {
        name = std::string(trimmed(name)); // no header begins or ends with a blank
        if (name.empty() || quoted)
            return std::nullopt;
    }
    return names;
}

std::optional<std::vector<int>> parseLayers(std::string_view text)
{
    std::vector<int> layers;
    if (text == "none" || text == "0")
        return layers;
    const std::optional<std::vector<double>> numbers = parseNumbers(text);
    if (!numbers || numbers->size() > static_cast<std::size_t>(mostLayers))
        return std::nullopt;
    for (const double units : *numbers) {
        if (units < 1 || units > mostUnits || units != std::floor(units))
            return std::nullopt;
        layers.push_back(static_cast<int>(units));
    }
    return layers;
}

std::vector<HiddenLayer> hiddenLayersOf(std::string_view layers)
{
    std::vector<HiddenLayer> hidden;
    for (const int units : parseLayers(layers).value_or(std::vector<int>()))
        hidden.push_back({units});
    return hidden;
}

std::optional<Split> parseSplit(std::string_view text)
{
    constexpr double most = 1e9;
    const std::optional<std::vector<double>> shares = parseNumbers(text);
    if (!shares || shares->size() != 3 || !((*shares)[0] > 0))
        return std::nullopt;
    for (const double share : *shares)
        if (share < 0 || share > most)
            return std::nullopt;
    Split split;
    split.training = (*shares)[0];
    split.validation = (*shares)[1];
    split.test = (*shares)[2];
    return split;
}

std::optional<SplitBy> parseSplitBy(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const bool named = colon != std::string_view::npos;
    const std::optional<SplitMethod> method = splitMethodNamed(text.substr(0, colon));
    const std::string column(named ? trimmed(text.substr(colon + 1)) : std::string_view());
    if (!method || named == column.empty())
        return std::nullopt;
    const bool needsColumn = method == SplitMethod::Group || method == SplitMethod::Column;
    const bool takesColumn = needsColumn || method == SplitMethod::Time;
    const bool hasOwnOption = method == SplitMethod::File || method == SplitMethod::Folds;
    if (hasOwnOption || (needsColumn && !named) || (named && !takesColumn))
        return std::nullopt;
    return SplitBy{*method, column};
}

std::optional<MissingValue> parseMissingValue(std::string_view text)
{
    const std::size_t sign = text.rfind('='); // a header may hold one as well
    MissingValue value;
    if (sign != std::string_view::npos) {
        value.column = std::string(trimmed(text.substr(0, sign)));
        text.remove_prefix(sign + 1);
        if (value.column.empty())
            return std::nullopt;
    }
    value.mark = std::string(trimmed(text));
    return value.mark.empty() ? std::nullopt : std::optional(value);
}

std::optional<double> parseLearningRate(std::string_view text)
{
    const std::optional<double> rate = parseNumber(text);
    return rate && *rate > 0 && *rate <= 1000 ? rate : std::nullopt;
}

std::optional<std::uint64_t> parseSeed(std::string_view text)
{
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(seed) : std::nullopt;
}

std::optional<std::vector<WindowFeatureKind>> parseWindowFeatures(std::string_view text)
{
    const std::optional<std::vector<std::string>> names = parseNames(text);
    if (!names)
        return std::nullopt;
    std::vector<WindowFeatureKind> kinds;
    for (const std::string& name : *names) {
        const std::optional<WindowFeatureKind> kind = windowFeatureNamed(name);
        if (!kind)
            return std::nullopt;
        kinds.push_back(*kind);
    }
    return kinds;
}

std::optional<std::vector<FrequencyBand>> parseBands(std::string_view text)
{
    const std::optional<std::vector<std::string>> names = parseNames(text);
    if (!names || names->size() > mostBands)
        return std::nullopt;
    std::vector<FrequencyBand> bands;
    for (const std::string& name : *names) {
        const std::size_t dash = name.find('-');
        FrequencyBand band;
        const auto reads = [](std::string_view number, double& value) {
            const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
            return error == std::errc() && end == number.data() + number.size() && value >= 0 &&
                   value <= mostReadingsPerSecond;
        };
        if (dash == std::string::npos || !reads(std::string_view(name).substr(0, dash), band.from) ||
            !reads(std::string_view(name).substr(dash + 1), band.to) || !(band.from < band.to))
            return std::nullopt;
        bands.push_back(band);
    }
    return bands;
}

}

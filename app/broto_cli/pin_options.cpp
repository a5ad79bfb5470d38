#include "pin_options.h"

#include "common/number_text.h"
#include "language.h"
#include "option_text.h"
#include "project/project_file.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace broto {

namespace {

/// Where an offset begins: a sign that belongs to no number before it.
std::size_t offsetIn(std::string_view formula)
{
    for (std::size_t i = 1; i < formula.size(); ++i) {
        const char before = formula[i - 1];
        if ((formula[i] == '+' || formula[i] == '-') && before != 'e' && before != 'E' && before != '*')
            return i;
    }
    return formula.size();
}

/// A number that a board can hold.
std::optional<float> parseFloat(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const std::optional<double> number = parseNumber(text);
    const float value = static_cast<float>(number.value_or(HUGE_VAL));
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}

std::optional<SensorPin> parsePin(std::string_view text)
{
    const std::size_t equals = text.rfind('='); // a name may hold one, a formula does not
    if (equals == std::string_view::npos || equals == 0)
        return std::nullopt;
    const std::string_view formula = text.substr(equals + 1);
    if (formula.starts_with('+') || formula.starts_with('-'))
        return std::nullopt; // a number, and no pin
    const std::size_t offsetAt = offsetIn(formula);
    const std::string_view product = formula.substr(0, offsetAt), sum = formula.substr(offsetAt);
    const std::size_t times = product.find('*');
    const std::optional<float> factor = times == std::string_view::npos ? 1.0f : parseFloat(product.substr(times + 1));
    const std::optional<float> offset = sum.empty() ? 0.0f : parseFloat(sum);
    SensorPin pin;
    pin.feature = text.substr(0, equals);
    pin.pin = product.substr(0, times);
    if (!factor || !offset || pin.pin.empty())
        return std::nullopt;
    pin.factor = *factor;
    pin.offset = *offset;
    return pin;
}

void addPinOptions(CLI::App& command, PinOptions& options)
{
    CLI::Option* pins =
        command
            .add_option(
                "--pin", options.pins,
                text(BROTO_TEXT("cli", "A pin that the board reads a feature from, and how its reading becomes the "
                                       "feature's unit: temperature=A0*0.48828-50 (default: those of the project)")))
            ->check(readableBy(parsePin, text(BROTO_TEXT("cli", "should be a name, a pin and a formula, such as "
                                                                "temperature=A0*0.48828-50"))))
            ->expected(1)
            ->take_all();
    command.add_flag("--keep-pins", options.keep, text(BROTO_TEXT("cli", "Keep these pins in the project")))
        ->needs(pins);
}

Result<std::vector<SensorPin>> chosenPins(const PinOptions& options, const OpenedVariant& opened, const Board& board)
{
    if (options.pins.empty())
        return pinsFor(opened.project, opened.model(), board);
    std::vector<SensorPin> pins;
    for (const std::string& typed : options.pins)
        pins.push_back(parsePin(typed).value_or(SensorPin()));
    if (const std::optional<Message> problem = problemWith(pins, opened.model(), board))
        return *problem;
    return pins;
}

Result<void> keepPins(const std::vector<SensorPin>& pins, const PinOptions& options, const std::string& projectPath,
                      const OpenedVariant& opened, const Board& board)
{
    if (!options.keep)
        return {};
    Project project = opened.project;
    std::vector<SensorPin>& kept = project.sensorPins[board.id];
    kept = withPins(pins, kept, opened.model());
    return saveProject(project, projectPath);
}

}

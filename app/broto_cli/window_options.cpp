#include "window_options.h"

#include "data/window_plan.h"
#include "language.h"
#include "option_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace broto {

namespace {

constexpr double longestSeconds = 1e6;

Result<void> giveRole(DataChoices& choices, const Table& table, const std::string& name, Role role)
{
    if (name.empty())
        return {};
    const Result<std::size_t> found = findColumn(table, name);
    if (!found)
        return found.error();
    if (choices.columns[*found].role == Role::Target)
        return message("cli.role-of-target",
                       BROTO_TEXT("cli", "The column “%1” is the target and cannot have another role as well."),
                       table.columns[*found].header);
    for (ColumnChoice& column : choices.columns)
        if (role == Role::Time && column.role == Role::Time)
            column.role = Role::Ignore;
    choices.columns[*found].role = role;
    return {};
}

void applySpans(WindowChoices& windows, const WindowOptions& options)
{
    const bool hasLength = options.readings > 0 || options.seconds > 0;
    if (options.readings > 0)
        windows.length = {static_cast<double>(options.readings)};
    if (options.seconds > 0)
        windows.length = {options.seconds, WindowSpan::Unit::Seconds};
    if (hasLength)
        windows.stride = {windows.length.amount / 2, windows.length.unit};
    if (hasLength && windows.stride.unit == WindowSpan::Unit::Readings)
        windows.stride.amount = std::max(1, options.readings / 2);
    if (options.stride > 0)
        windows.stride = {static_cast<double>(options.stride)};
    if (options.strideSeconds > 0)
        windows.stride = {options.strideSeconds, WindowSpan::Unit::Seconds};
}

void applyFeatures(WindowChoices& windows, const WindowOptions& options, double rate)
{
    if (!options.bands.empty())
        windows.bands = parseBands(options.bands).value_or(std::vector<FrequencyBand>());
    if (!options.features.empty()) {
        const auto kinds = parseWindowFeatures(options.features).value_or(std::vector<WindowFeatureKind>());
        windows.features.clear();
        for (const WindowFeatureKind kind : kinds)
            setFeature(windows, kind, true, rate);
    } else if (!options.bands.empty()) {
        setFeature(windows, runtime::bandPowerFeature, true, rate);
    }
}

void addSpans(CLI::App& command, WindowOptions& options)
{
    CLI::Option* readings =
        command.add_option("--window", options.readings,
                           text(BROTO_TEXT("cli", "Learn from windows of so many rows that follow each other")));
    readings->check(CLI::Range(1, longestWindow));
    command
        .add_option("--window-seconds", options.seconds,
                    text(BROTO_TEXT("cli", "The same, of so many seconds; needs --time or --rate")))
        ->check(CLI::Range(1e-6, longestSeconds))
        ->excludes(readings);
    CLI::Option* stride = command.add_option(
        "--stride", options.stride,
        text(BROTO_TEXT("cli", "Rows from the beginning of one window to that of the next (default: half a window)")));
    stride->check(CLI::Range(1, longestWindow));
    command.add_option("--stride-seconds", options.strideSeconds, text(BROTO_TEXT("cli", "The same in seconds")))
        ->check(CLI::Range(1e-6, longestSeconds))
        ->excludes(stride);
    command
        .add_option("--rate", options.rate,
                    text(BROTO_TEXT("cli", "Readings a second (default: as the column of times tells)")))
        ->check(CLI::Range(1e-6, mostReadingsPerSecond));
    command
        .add_option("--longest-gap", options.longestGap,
                    text(BROTO_TEXT("cli", "Seconds between two rows that no window may hold (default: more than 2.5 "
                                           "usual steps)")))
        ->check(CLI::Range(1e-9, 1e9));
}

}

bool WindowOptions::any() const
{
    return readings > 0 || seconds > 0 || stride > 0 || strideSeconds > 0 || rate > 0 || longestGap > 0 ||
           !features.empty() || !bands.empty() || !mixed.empty() || !value.empty();
}

void addWindowOptions(CLI::App& command, WindowOptions& options)
{
    addSpans(command, options);
    command
        .add_option("--window-features", options.features,
                    text(BROTO_TEXT("cli", "What tells a window of each column (default: mean, deviation, min, max, "
                                           "zero-crossings); further: range, rms, energy, slope, peaks, skewness, "
                                           "kurtosis, band-power")))
        ->check(readableBy(parseWindowFeatures, text(BROTO_TEXT("cli", "Write names of features, apart by commas"))));
    command
        .add_option("--bands", options.bands,
                    text(BROTO_TEXT("cli", "Bands of frequencies whose power tells a window, in Hz: 0-5,5-10")))
        ->check(readableBy(parseBands, text(BROTO_TEXT("cli", "Write bands such as 0-5,5-10, the lower frequency "
                                                              "first"))));
    command
        .add_option("--mixed-windows", options.mixed,
                    text(BROTO_TEXT("cli", "What becomes of windows of several classes (default: majority)")))
        ->check(CLI::IsMember({"majority", "drop"}));
    command
        .add_option("--window-value", options.value,
                    text(BROTO_TEXT("cli", "Which value of the target a window has (default: last)")))
        ->check(CLI::IsMember({"last", "mean"}));
    command.add_option("--time", options.time, text(BROTO_TEXT("cli", "Column that says when a row was taken")));
    command.add_option("--group", options.group,
                       text(BROTO_TEXT("cli", "Column that says which rows belong together")));
    command.add_flag("--no-windows", options.none,
                     text(BROTO_TEXT("cli", "Learn from single rows, whatever the file beside the table says")));
}

Result<void> applyWindowOptions(DataChoices& choices, const Table& table, const WindowOptions& options)
{
    if (const Result<void> given = giveRole(choices, table, options.time, Role::Time); !given)
        return given;
    if (const Result<void> given = giveRole(choices, table, options.group, Role::Group); !given)
        return given;
    if (options.none)
        choices.windows.reset();
    if (options.none || !options.any())
        return {};
    WindowChoices windows = choices.windows.value_or(proposeWindows(table, choices));
    applySpans(windows, options);
    if (options.rate > 0)
        windows.readingsPerSecond = options.rate;
    if (options.longestGap > 0)
        windows.longestGap = options.longestGap;
    const double rate = options.rate > 0 ? options.rate : measuredRate(table, choices).value_or(0);
    applyFeatures(windows, options, rate);
    windows.mixed = mixedWindowsNamed(options.mixed).value_or(windows.mixed);
    windows.value = windowValueNamed(options.value).value_or(windows.value);
    choices.windows = std::move(windows);
    return {};
}

}

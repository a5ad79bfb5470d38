#include "data/window_plan.h"

#include "data/column_index.h"
#include "data/preprocessing_fit.h"
#include "data/reading_times.h"
#include "data/row_facts.h"
#include "data/window_parts.h"
#include "data/window_stretches.h"
#include "data/window_targets.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

Message noWindowsChosen()
{
    return message("data.no-windows", BROTO_TEXT("core", "No windows have been chosen for these data. Choose their "
                                                         "length and their features first."));
}

Message noNumbers(const Column& column)
{
    return message("data.window-channel",
                   BROTO_TEXT("core", "The column \"%1\" holds texts, and windows are made of numbers. Ignore it, or "
                                      "give it the role group if it says which rows belong together."),
                   column.header);
}

MissingReading missingReading(const ColumnChoice& choice)
{
    switch (choice.missing.value_or(MissingPolicy::Keep)) {
    case MissingPolicy::Mean:
    case MissingPolicy::Median:
    case MissingPolicy::MostFrequent:
        return MissingReading::Fill;
    case MissingPolicy::LastValue:
        return MissingReading::LastValue;
    case MissingPolicy::Keep:
    case MissingPolicy::DropRows:
        break;
    }
    return MissingReading::Restart;
}

class WindowPlanner {
public:
    WindowPlanner(const Table& table, const DataChoices& choices, const ColumnPlan& columns)
        : m_table(table), m_choices(choices), m_columns(columns)
    {
    }

    Result<WindowPlan> plan()
    {
        if (std::optional<Message> problem = makeStream())
            return *std::move(problem);
        findReadings();
        if (std::optional<Message> problem = placeWindows())
            return *std::move(problem);
        if (std::optional<Message> problem = shareOutWindows(m_plan, m_columns, m_choices, m_table.rows))
            return *std::move(problem);
        if (m_plan.windows.empty())
            return noWindowLeft();
        fillChannels();
        warn();
        return std::move(m_plan);
    }

private:
    std::optional<Message> makeStream();
    void findReadings();
    void markMissing(const Column& column, MissingReading missing);
    std::optional<Message> placeWindows();
    void placeWindows(const WindowStretch& stretch, std::size_t index, WindowTargetFinder& finder);
    std::optional<Message> keepUsedClasses(const std::vector<std::string>& classes);
    void fillChannels();
    void warn();
    Message noWindowFits() const;
    Message noWindowLeft() const;
    std::size_t droppedFor(DroppedWindow::Reason reason) const;

    const WindowChoices& windows() const { return *m_choices.windows; }

    const Table& m_table;
    const DataChoices& m_choices;
    const ColumnPlan& m_columns;
    WindowPlan m_plan;
    ReadingFacts m_facts;
};

std::optional<Message> WindowPlanner::makeStream()
{
    if (m_columns.time)
        m_facts.seconds = secondsOf(*m_columns.time->column);
    if (!m_columns.groups.empty())
        m_facts.groups = groupNumbers(m_columns.groups).ofRow;
    if (m_columns.parts && m_columns.parts->column->texts())
        m_facts.parts = m_columns.parts->column->codes;
    const ReadingPace pace = paceOf(m_facts.seconds, m_facts.groups);
    m_plan.longestGap = windows().longestGap.value_or(usualLongestGap(pace.step));
    m_facts.longestGap = m_plan.longestGap;
    std::vector<StreamChannel> channels;
    for (const PlannedFeature& feature : m_columns.features) {
        if (!feature.column->numeric())
            return noNumbers(*feature.column);
        channels.push_back(
            {feature.column->name, feature.column->unit, missingReading(m_choices.columns[feature.index])});
    }
    const double rate = windows().readingsPerSecond > 0 ? windows().readingsPerSecond : pace.readingsPerSecond;
    Result<Stream> stream = streamFor(windows(), std::move(channels), rate);
    if (!stream)
        return stream.error();
    m_plan.stream = *std::move(stream);
    return std::nullopt;
}

void WindowPlanner::findReadings()
{
    m_facts.rows = m_table.rows;
    m_facts.broken.resize(m_table.rows);
    m_facts.carried.resize(m_table.rows);
    for (std::size_t c = 0; c < m_columns.features.size(); ++c)
        markMissing(*m_columns.features[c].column, m_plan.stream.channels[c].missing);
    FoundStretches found = findStretches(m_facts);
    m_plan.stretches = std::move(found.stretches);
    m_plan.brokenRows = found.brokenRows;
}

/// What a board cannot take is no reading here: infinities, which a float may make of a number, always.
void WindowPlanner::markMissing(const Column& column, MissingReading missing)
{
    for (std::size_t row = 0; row < m_table.rows; ++row) {
        const auto value = static_cast<float>(column.numbers[row]);
        if (std::isfinite(value))
            continue;
        if (!std::isnan(value) || missing == MissingReading::Restart)
            m_facts.broken[row] = 1;
        else if (missing == MissingReading::LastValue)
            m_facts.carried[row] = 1;
    }
}

std::optional<Message> WindowPlanner::placeWindows()
{
    const Column& column = *m_columns.target.column;
    m_plan.task = m_choices.task.value_or(suggestedTask(column));
    const Result<TargetValues> target = targetValues(column, m_plan.task);
    if (!target)
        return target.error();
    const RowTargets targets = rowTargets(*target, m_table.rows);
    WindowTargetFinder finder(targets, windows(), static_cast<std::size_t>(m_plan.stream.length));
    for (std::size_t i = 0; i < m_plan.stretches.size(); ++i)
        placeWindows(m_plan.stretches[i], i, finder);
    if (m_plan.windows.empty())
        return m_plan.dropped.empty() ? noWindowFits() : noWindowLeft();
    return m_plan.task == Task::Classification ? keepUsedClasses(target->classes) : std::nullopt;
}

void WindowPlanner::placeWindows(const WindowStretch& stretch, std::size_t index, WindowTargetFinder& finder)
{
    const auto length = static_cast<std::size_t>(m_plan.stream.length);
    const auto stride = static_cast<std::size_t>(m_plan.stream.stride);
    if (stretch.rows < length) {
        ++m_plan.shortStretches;
        return;
    }
    for (std::size_t first = stretch.firstRow; first + length <= stretch.firstRow + stretch.rows; first += stride) {
        const WindowTarget target = finder.find(first);
        if (!target.known)
            m_plan.dropped.push_back({first, DroppedWindow::Reason::NoTarget});
        else if (target.mixed && windows().mixed == MixedWindows::Drop)
            m_plan.dropped.push_back({first, DroppedWindow::Reason::Mixed});
        else
            m_plan.windows.push_back({first, index, SplitPart::Training, target.label, target.value});
        m_plan.mixedWindows += target.known && target.mixed && windows().mixed == MixedWindows::Majority;
    }
}

/// A class that no window has cannot be learned: the network gets no output for it.
std::optional<Message> WindowPlanner::keepUsedClasses(const std::vector<std::string>& classes)
{
    std::vector<std::int32_t> place(classes.size(), -1);
    for (const PlannedWindow& window : m_plan.windows)
        place[static_cast<std::size_t>(window.label)] = 0;
    std::vector<std::string> unused;
    for (std::size_t label = 0; label < classes.size(); ++label) {
        if (place[label] < 0) {
            unused.push_back(classes[label]);
            continue;
        }
        place[label] = static_cast<std::int32_t>(m_plan.classes.size());
        m_plan.classes.push_back(classes[label]);
    }
    for (PlannedWindow& window : m_plan.windows)
        window.label = place[static_cast<std::size_t>(window.label)];
    if (m_plan.classes.size() == 1)
        return message("data.one-class-in-windows",
                       BROTO_TEXT("core", "All windows are of one class, \"%1\". Shorten the windows, or record longer "
                                          "stretches of the others."),
                       m_plan.classes.front());
    if (!unused.empty())
        m_plan.warnings.push_back(message(
            "data.classes-without-window",
            BROTO_TEXT("core", "No window is of these classes, so they are not learned: %1."), listedNames(unused)));
    return std::nullopt;
}

void WindowPlanner::fillChannels()
{
    const auto length = static_cast<std::size_t>(m_plan.stream.length);
    for (std::size_t c = 0; c < m_columns.features.size(); ++c) {
        StreamChannel& channel = m_plan.stream.channels[c];
        if (channel.missing != MissingReading::Fill)
            continue;
        std::vector<double> values;
        std::size_t next = 0; // readings that several windows share count once
        for (const PlannedWindow& window : m_plan.windows) {
            if (window.part != SplitPart::Training)
                continue;
            for (next = std::max(next, window.firstRow); next < window.firstRow + length; ++next) {
                const double value = m_columns.features[c].column->numbers[next];
                if (!std::isnan(value))
                    values.push_back(value);
            }
        }
        channel.fill = fillOfNumber(values, *m_choices.columns[m_columns.features[c].index].missing);
    }
}

std::size_t WindowPlanner::droppedFor(DroppedWindow::Reason reason) const
{
    return static_cast<std::size_t>(std::count_if(m_plan.dropped.begin(), m_plan.dropped.end(),
                                                  [&](const DroppedWindow& d) { return d.reason == reason; }));
}

void WindowPlanner::warn()
{
    const std::pair<std::size_t, std::string_view> counts[] = {
        {m_plan.mixedWindows, BROTO_TEXT("core", "Windows whose readings are of several classes, and that have the "
                                                 "class of most of them: %1.")},
        {droppedFor(DroppedWindow::Reason::Mixed),
         BROTO_TEXT("core", "Windows left out because their readings are of several classes: %1.")},
        {droppedFor(DroppedWindow::Reason::NoTarget),
         BROTO_TEXT("core", "Windows left out because their readings have no target: %1.")},
        {droppedFor(DroppedWindow::Reason::BetweenParts),
         BROTO_TEXT("core", "Windows left out because their readings are in two parts of the split: %1.")},
        {m_plan.shortStretches,
         BROTO_TEXT("core", "Stretches without a gap that are shorter than a window and give none: %1.")},
        {m_plan.brokenRows,
         BROTO_TEXT("core", "Rows that are no reading, because a value or their time is missing: %1. The windows begin "
                            "anew behind them.")}};
    for (const auto& [count, text] : counts)
        if (count > 0)
            m_plan.warnings.push_back(message("data.window-counts", text, count));
}

Message WindowPlanner::noWindowFits() const
{
    std::size_t longest = 0;
    for (const WindowStretch& stretch : m_plan.stretches)
        longest = std::max(longest, stretch.rows);
    return message("data.no-window-fits",
                   BROTO_TEXT("core",
                              "No window of %1 readings fits: the longest stretch without a gap has %2, and there are "
                              "%3 stretches. Shorten the windows, allow longer gaps, fill missing values in, or sort "
                              "the rows by group and time."),
                   m_plan.stream.length, longest, m_plan.stretches.size());
}

Message WindowPlanner::noWindowLeft() const
{
    return message("data.no-window-left",
                   BROTO_TEXT("core",
                              "No window is left: of %1, %2 have no target, %3 are of several classes, and %4 lie in "
                              "two parts of the split. Shorten the windows, or choose another way to split."),
                   m_plan.dropped.size(), droppedFor(DroppedWindow::Reason::NoTarget),
                   droppedFor(DroppedWindow::Reason::Mixed), droppedFor(DroppedWindow::Reason::BetweenParts));
}

}

std::array<std::size_t, 3> windowCounts(const WindowPlan& plan)
{
    std::array<std::size_t, 3> counts = {};
    for (const PlannedWindow& window : plan.windows)
        ++counts[static_cast<std::size_t>(window.part)];
    return counts;
}

Result<WindowPlan> planWindows(const Table& table, const DataChoices& choices)
{
    if (!choices.windows)
        return noWindowsChosen();
    const Result<ColumnPlan> columns = planColumns(table, choices);
    if (!columns)
        return columns.error();
    return WindowPlanner(table, choices, *columns).plan();
}

}

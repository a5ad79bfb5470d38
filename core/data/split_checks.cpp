#include "data/check_context.h"
#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace broto {

namespace {

using Severity = DataCheck::Severity;

/// Test rows that are in the training part as well.
struct Repeats {
    std::size_t rows = 0;
    std::size_t tested = 0;

    bool areMany() const
    {
        constexpr std::size_t fewest = 3; // iris has one row twice; that is no matter
        constexpr std::size_t onePercent = 100;
        return rows >= fewest && rows * onePercent >= tested;
    }
    /// Whether they are less than half of the test rows that the others were.
    bool helpAgainst(const Repeats& others) const { return 2 * rows * others.tested < others.rows * tested; }
};

Message splitByTimeRemedy()
{
    return message("data.remedy-split-by-time", BROTO_TEXT("core", "Split by time"));
}

Message splitByGroupRemedy()
{
    return message("data.remedy-split-by-group", BROTO_TEXT("core", "Split by group"));
}

/// splitmix64's mixer: every bit of the input changes half of those of the output.
std::uint64_t mixedRow(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

std::uint64_t bitsOf(const Column& column, std::size_t row)
{
    if (column.texts())
        return static_cast<std::uint64_t>(column.codes[row]);
    const double number = column.numbers[row];
    return std::isnan(number) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(number + 0.0);
}

/// One a row of the basis, over all features and the target. Two rows of one hash are taken to be equal: among a
/// million rows that is wrong by chance once in 10^7 tables.
std::vector<std::uint64_t> rowHashes(const CheckContext& context)
{
    std::vector<std::uint64_t> hashes(context.rows());
    const auto add = [&](const Column& column) {
        for (std::size_t i = 0; i < hashes.size(); ++i)
            hashes[i] = mixedRow(hashes[i] * 0x9e3779b97f4a7c15 + bitsOf(column, context.basis.target.rows[i]) + 1);
    };
    for (const PlannedFeature& feature : context.plan.features)
        add(*feature.column);
    add(*context.plan.target.column);
    return hashes;
}

bool sharesRowsAtRandom(SplitMethod method)
{
    return method == SplitMethod::Random || method == SplitMethod::Stratified || method == SplitMethod::Folds;
}

bool isCalledLikeAGroup(const Column& column)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"subject",  "person", "user",       "participant", "patient", "volunteer", "session",     "recording",
         "trial",    "device", "group",      "sujeito",     "pessoa",  "usuário",   "usuario",     "participante",
         "paciente", "sessão", "voluntário", "voluntario",  "sessao",  "gravação",  "dispositivo", "grupo"});
    std::string name = lowerCase(column.name);
    for (const std::string_view ending : {"_id", " id", "-id"}) {
        if (name.ends_with(ending))
            name.erase(name.size() - ending.size());
    }
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// How alike neighbours are in a list: 1 for a smooth curve, about 0 for shuffled values.
class Neighbours {
public:
    void add(double value)
    {
        if (m_count > 0) {
            m_products += m_last * value;
            m_rises += value > m_last;
            m_falls += value < m_last;
        }
        m_squares += value * value;
        m_last = value;
        ++m_count;
    }
    double likeness() const { return m_squares > 0 ? m_products / m_squares : 0; }
    bool monotone() const { return m_rises == 0 || m_falls == 0; }

private:
    double m_last = 0;
    double m_products = 0;
    double m_squares = 0;
    std::size_t m_count = 0;
    std::size_t m_rises = 0;
    std::size_t m_falls = 0;
};

/// The rows of the basis in the order in which they were taken.
std::vector<std::size_t> orderInTime(const CheckContext& context)
{
    std::vector<std::size_t> order(context.rows());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    if (!context.plan.time)
        return order;
    const std::vector<double> times = timesOf(*context.plan.time->column);
    const auto timeOf = [&](std::size_t i) {
        const double time = times[context.basis.target.rows[i]];
        return std::isnan(time) ? std::numeric_limits<double>::infinity() : time;
    };
    const auto isEarlier = [&](std::size_t a, std::size_t b) { return timeOf(a) < timeOf(b); };
    if (!std::is_sorted(order.begin(), order.end(), isEarlier))
        std::stable_sort(order.begin(), order.end(), isEarlier);
    return order;
}

/// Whether neighbours are alike once what their class has in common is taken off: a table sorted by its classes is no
/// recording. Columns that only grow or only fall are counters and grids, and tell nothing.
std::optional<bool> isSmooth(const CheckContext& context, const Column& column, const std::vector<std::size_t>& order,
                             double threshold)
{
    const TargetValues& target = context.basis.target;
    const std::size_t classes = std::max<std::size_t>(target.classes.size(), 1);
    const auto labelOf = [&](std::size_t i) {
        return target.labels.empty() ? std::size_t{0} : static_cast<std::size_t>(target.labels[i]);
    };
    std::vector<double> sums(classes), counts(classes);
    Neighbours raw;
    for (const std::size_t i : order) {
        const double value = column.numbers[target.rows[i]];
        if (std::isnan(value))
            continue;
        sums[labelOf(i)] += value;
        counts[labelOf(i)] += 1;
        raw.add(value);
    }
    if (raw.monotone())
        return std::nullopt;
    Neighbours residual;
    for (const std::size_t i : order) {
        const double value = column.numbers[target.rows[i]];
        if (!std::isnan(value))
            residual.add(value - sums[labelOf(i)] / counts[labelOf(i)]);
    }
    return residual.likeness() >= threshold;
}

}

namespace {

Repeats repeatsIn(const CheckContext& context)
{
    const std::vector<std::size_t>& test = context.parts[2];
    const std::vector<std::uint64_t> hashes = rowHashes(context);
    std::vector<std::uint64_t> learned;
    learned.reserve(context.parts[0].size());
    for (const std::size_t row : context.parts[0])
        learned.push_back(hashes[row]);
    std::sort(learned.begin(), learned.end());
    const auto repeated = static_cast<std::size_t>(std::count_if(test.begin(), test.end(), [&](std::size_t row) {
        return std::binary_search(learned.begin(), learned.end(), hashes[row]);
    }));
    return {repeated, test.size()};
}

std::optional<Repeats> repeatsWith(const CheckContext& context, const DataChoices& choices)
{
    const std::optional<CheckContext> other = contextFor(context.table, choices);
    return other ? std::optional(repeatsIn(*other)) : std::nullopt;
}

/// Another split is proposed where it is known to help: equal rows may be far apart in time, and of one group or not.
void addSplitThatHelps(const CheckContext& context, const Repeats& now, DataCheck& check)
{
    Repeats best = now;
    const auto propose = [&](SplitMethod method, Message remedy) {
        std::optional<DataChoices> choices = splitBy(method, context);
        const std::optional<Repeats> then = choices ? repeatsWith(context, *choices) : std::nullopt;
        if (!then || then->tested == 0 || !then->helpAgainst(now) || (check.remedy && !then->helpAgainst(best)))
            return;
        best = *then;
        check.remedy = std::move(remedy);
        check.remedied = *std::move(choices);
    };
    propose(SplitMethod::Time, splitByTimeRemedy());
    if (!context.plan.groups.empty())
        propose(SplitMethod::Group, splitByGroupRemedy());
}

}

void checkDuplicates(const CheckContext& context, std::vector<DataCheck>& checks)
{
    if (context.parts[2].empty() || context.choices.windows) // one reading says nothing of a window
        return;
    const Repeats repeats = repeatsIn(context);
    if (!repeats.areMany())
        return;
    DataCheck check{Severity::Warning,
                    message("data.check-duplicates",
                            BROTO_TEXT("core", "%1 of the %2 test rows are in the training part as well, with the same "
                                               "values: they test memory, not learning."),
                            repeats.rows, repeats.tested),
                    {},
                    {},
                    {}};
    if (sharesRowsAtRandom(splitMethodOf(context.choices, context.task)))
        addSplitThatHelps(context, repeats, check);
    checks.push_back(std::move(check));
}

namespace {

/// Whether a split would lay more of the rows that are there twice to both sides.
bool bringsRepeats(const CheckContext& context, const DataChoices& choices)
{
    const std::optional<Repeats> then = repeatsWith(context, choices);
    const Repeats now = repeatsIn(context);
    return then && then->areMany() && then->rows * now.tested > now.rows * then->tested;
}

}

void checkOrder(const CheckContext& context, std::vector<DataCheck>& checks)
{
    // In wine and digits neighbours are alike by at most 0.41, in occupancy and the car's readings by at least 0.87.
    // Where a column says the time, less proof is enough.
    constexpr double plainlyAlike = 0.8;
    constexpr double alikeWithTime = 0.6;
    constexpr std::size_t fewestRows = 50;
    if (context.choices.windows) // they are shared out in whole stretches
        return;
    if (context.rows() < fewestRows || !sharesRowsAtRandom(splitMethodOf(context.choices, context.task)))
        return;
    const std::vector<std::size_t> order = orderInTime(context);
    const double threshold = context.plan.time ? alikeWithTime : plainlyAlike;
    std::size_t smooth = 0, judged = 0;
    for (const PlannedFeature& feature : context.plan.features) {
        if (!feature.column->numeric())
            continue;
        if (const std::optional<bool> found = isSmooth(context, *feature.column, order, threshold)) {
            ++judged;
            smooth += *found;
        }
    }
    if (judged == 0 || 2 * smooth < judged)
        return;
    DataCheck check{
        Severity::Warning,
        message("data.check-order",
                BROTO_TEXT("core", "The rows follow each other in time and neighbours are nearly alike. Shared "
                                   "out at random, the test rows are hardly new to the network.")),
        {},
        {},
        {}};
    std::optional<DataChoices> byTime = splitBy(SplitMethod::Time, context);
    if (byTime && !bringsRepeats(context, *byTime)) {
        check.remedy = splitByTimeRemedy();
        check.remedied = *std::move(byTime);
    }
    checks.push_back(std::move(check));
}

void checkGroups(const CheckContext& context, std::vector<DataCheck>& checks)
{
    const SplitMethod method = splitMethodOf(context.choices, context.task);
    if (!sharesRowsAtRandom(method))
        return;
    if (!context.plan.groups.empty()) {
        if (method == SplitMethod::Folds)
            return;
        DataCheck check{Severity::Warning,
                        message("data.check-groups-split",
                                BROTO_TEXT("core", "The split does not keep the rows of one group together: “%1”."),
                                context.plan.groups.front().column->header),
                        {context.plan.groups.front().index},
                        splitByGroupRemedy(),
                        context.choices};
        check.remedied.split.method = SplitMethod::Group;
        checks.push_back(std::move(check));
        return;
    }
    for (std::size_t i = 0; i < context.table.columns.size(); ++i) {
        const Column& column = context.table.columns[i];
        const Role role = context.choices.columns[i].role;
        const bool free = role == Role::Feature || role == Role::Ignore;
        if (!free || column.distinct < 3 || column.distinct > Column::mostCounted ||
            2 * column.distinct > context.table.rows || !isCalledLikeAGroup(column))
            continue;
        const std::size_t before = checks.size();
        addRoleCheck(checks, context.choices, Severity::Note,
                     message("data.check-likely-group",
                             BROTO_TEXT("core", "“%1” seems to say which rows belong together. To judge the network on "
                                                "new ones, keep each of them in one part of the split."),
                             column.header),
                     {i}, Role::Group, splitByGroupRemedy());
        checks[before].remedied.split.method = SplitMethod::Group;
        return;
    }
}

}

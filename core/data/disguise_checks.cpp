#include "data/check_context.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

constexpr std::size_t mostRowsLookedAt = 20'000;
constexpr std::size_t fewestRows = 30;

/// In the car's readings the air mass that the CO2 was computed from correlates with it exactly, an estimate of that
/// air mass by 0.989; the honest features stay below 0.82. An angle or a calibration may reach 0.97.
constexpr double suspiciousCorrelation = 0.98;
constexpr double suspiciousRankCorrelation = 0.999;
/// The best honest feature of the samples is the light in the occupied room: one threshold leaves 6 % of the errors
/// that answering the commonest class makes.
constexpr double suspiciousErrorShare = 0.02;

double correlation(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto count = static_cast<double>(x.size());
    const double meanX = std::accumulate(x.begin(), x.end(), 0.0) / count;
    const double meanY = std::accumulate(y.begin(), y.end(), 0.0) / count;
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - meanX) * (y[i] - meanY);
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xx > 0 && yy > 0 ? std::fabs(xy) / (std::sqrt(xx) * std::sqrt(yy)) : 0;
}

std::vector<std::size_t> ascendingOrder(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    return order;
}

/// The places of the values in their order; equal ones share the middle of theirs.
std::vector<double> ranksOf(const std::vector<double>& values)
{
    const std::vector<std::size_t> order = ascendingOrder(values);
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        for (std::size_t i = from; i < to; ++i)
            ranks[order[i]] = static_cast<double>(from + to - 1) / 2;
        from = to;
    }
    return ranks;
}

bool tellsNumber(const std::vector<double>& feature, const std::vector<double>& target)
{
    return correlation(feature, target) >= suspiciousCorrelation ||
           correlation(ranksOf(feature), ranksOf(target)) >= suspiciousRankCorrelation;
}

/// Counts the rows of each class among rows that look alike, and the errors of answering the commonest.
class Pile {
public:
    explicit Pile(std::size_t classes) : m_counts(classes) {}

    void add(std::int32_t label) { ++m_counts[static_cast<std::size_t>(label)]; }
    std::size_t rows() const { return std::accumulate(m_counts.begin(), m_counts.end(), std::size_t{0}); }
    std::size_t commonest() const
    {
        return static_cast<std::size_t>(std::max_element(m_counts.begin(), m_counts.end()) - m_counts.begin());
    }
    std::size_t errors() const { return rows() - m_counts[commonest()]; }
    std::size_t classes() const
    {
        return m_counts.size() - static_cast<std::size_t>(std::count(m_counts.begin(), m_counts.end(), std::size_t{0}));
    }

private:
    std::vector<std::size_t> m_counts;
};

Pile pileOf(const std::vector<std::int32_t>& labels, std::size_t classes)
{
    Pile pile(classes);
    for (const std::int32_t label : labels)
        pile.add(label);
    return pile;
}

/// Errors of telling the classes apart by thresholds on one number: rows among equal values that are of another class,
/// and one for every two changes of class beyond those that there have to be.
double thresholdErrors(const std::vector<double>& feature, const std::vector<std::int32_t>& labels, const Pile& all,
                       std::size_t classes)
{
    const std::vector<std::size_t> order = ascendingOrder(feature);
    std::size_t errors = 0, runs = 0, before = classes;
    for (std::size_t from = 0; from < order.size();) {
        Pile pile(classes);
        std::size_t to = from;
        for (; to < order.size() && feature[order[to]] == feature[order[from]]; ++to)
            pile.add(labels[order[to]]);
        errors += pile.errors();
        runs += pile.commonest() != before;
        before = pile.commonest();
        from = to;
    }
    const std::size_t needed = all.classes();
    return static_cast<double>(errors) + static_cast<double>(runs > needed ? runs - needed : 0) / 2;
}

double categoryErrors(const std::vector<std::int32_t>& codes, std::size_t categories,
                      const std::vector<std::int32_t>& labels, std::size_t classes)
{
    std::vector<Pile> piles(categories, Pile(classes));
    for (std::size_t i = 0; i < codes.size(); ++i)
        piles[static_cast<std::size_t>(codes[i])].add(labels[i]);
    std::size_t errors = 0;
    for (const Pile& pile : piles)
        errors += pile.errors();
    return static_cast<double>(errors);
}

class DisguiseCheck {
public:
    explicit DisguiseCheck(const CheckContext& context)
        : m_context(context), m_sample(sampledRows(context.rows(), mostRowsLookedAt))
    {
    }

    bool tellsTarget(const Column& column) const
    {
        if (m_context.task == Task::Regression)
            return column.numeric() && tellsNumbers(column);
        return column.numeric() ? tellsClassByThresholds(column) : tellsClassByCategory(column);
    }

private:
    /// Calls for every sampled row that has a value.
    template<class Take>
    void forPresent(const Column& column, Take take) const
    {
        for (const std::size_t i : m_sample) {
            const std::size_t row = m_context.basis.target.rows[i];
            if (column.numeric() ? !std::isnan(column.numbers[row]) : column.codes[row] >= 0)
                take(i, row);
        }
    }

    bool tellsNumbers(const Column& column) const
    {
        std::vector<double> feature, target;
        forPresent(column, [&](std::size_t i, std::size_t row) {
            feature.push_back(column.numbers[row]);
            target.push_back(static_cast<double>(m_context.basis.target.values[i]));
        });
        return feature.size() >= fewestRows && tellsNumber(feature, target);
    }

    bool tellsClassByThresholds(const Column& column) const
    {
        std::vector<double> feature;
        std::vector<std::int32_t> labels;
        forPresent(column, [&](std::size_t i, std::size_t row) {
            feature.push_back(column.numbers[row]);
            labels.push_back(m_context.basis.target.labels[i]);
        });
        const std::size_t classes = m_context.basis.target.classes.size();
        const Pile all = pileOf(labels, classes);
        return labels.size() >= fewestRows && all.errors() > 0 &&
               thresholdErrors(feature, labels, all, classes) <=
                   suspiciousErrorShare * static_cast<double>(all.errors());
    }

    bool tellsClassByCategory(const Column& column) const
    {
        std::vector<std::int32_t> codes, labels;
        forPresent(column, [&](std::size_t i, std::size_t row) {
            codes.push_back(column.codes[row]);
            labels.push_back(m_context.basis.target.labels[i]);
        });
        const std::size_t classes = m_context.basis.target.classes.size();
        const Pile all = pileOf(labels, classes);
        return labels.size() >= std::max(fewestRows, 10 * column.categories.size()) && all.errors() > 0 &&
               categoryErrors(codes, column.categories.size(), labels, classes) <=
                   suspiciousErrorShare * static_cast<double>(all.errors());
    }

    const CheckContext& m_context;
    const std::vector<std::size_t> m_sample;
};

}

void checkForDisguisedTarget(const CheckContext& context, std::vector<DataCheck>& checks)
{
    // A single feature is there to tell the target.
    if (context.plan.features.size() < 2)
        return;
    const DisguiseCheck check(context);
    std::vector<std::size_t> columns;
    for (const PlannedFeature& feature : context.plan.features) {
        if (check.tellsTarget(*feature.column))
            columns.push_back(feature.index);
    }
    if (columns.empty())
        return;
    const std::string_view one = BROTO_TEXT(
        "core", "One column alone gives away “%1”: %2. If it is computed from the target, or is not known when the "
                "model has to answer, the result deceives.");
    const std::string_view several = BROTO_TEXT(
        "core", "Each of these columns alone gives away “%1”: %2. If they are computed from the target, or are not "
                "known when the model has to answer, the result deceives.");
    Message finding = message("data.check-disguised-target", columns.size() == 1 ? one : several,
                              context.plan.target.column->header, headersOf(context.table, columns));
    Message remedy = ignoreRemedy(context.table, columns);
    addRoleCheck(checks, context.choices, DataCheck::Severity::Warning, std::move(finding), std::move(columns),
                 Role::Ignore, std::move(remedy));
}

}

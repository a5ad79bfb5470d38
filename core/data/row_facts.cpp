#include "data/row_facts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

namespace broto {

namespace {

constexpr std::int32_t noPart = -1;

std::uint64_t keyOf(const Column& column, std::size_t row)
{
    if (column.texts())
        return static_cast<std::uint64_t>(column.codes[row]);
    const double number = column.numbers[row];
    return std::isnan(number) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(number + 0.0);
}

/// The values of some rows of a list that has one a row of the table.
template<class T>
std::vector<T> picked(const std::vector<T>& all, const std::vector<std::size_t>& rows)
{
    std::vector<T> some;
    some.reserve(rows.size());
    for (const std::size_t row : rows)
        some.push_back(all[row]);
    return some;
}

Result<std::vector<std::int32_t>> partsIn(const Column& column)
{
    std::vector<std::int32_t> partOfCode;
    for (const std::string& text : column.categories) {
        const std::optional<std::int32_t> part = partNamed(text);
        if (!part)
            return message("data.part-not-known",
                           BROTO_TEXT("core",
                                      "The column \"%1\" says \"%2\", which is no part of a split. Write train, "
                                      "validation or test."),
                           column.header, text);
        partOfCode.push_back(*part);
    }
    if (!column.texts())
        return message("data.part-not-known",
                       BROTO_TEXT("core",
                                  "The column \"%1\" holds no texts that name the parts of a split. Write train, "
                                  "validation or test."),
                       column.header);
    std::vector<std::int32_t> parts;
    parts.reserve(column.codes.size());
    for (const std::int32_t code : column.codes)
        parts.push_back(code < 0 ? noPart : partOfCode[static_cast<std::size_t>(code)]);
    return parts;
}

/// Ten ranges of equal counts, so that every part of the split has small and large values of the target.
std::vector<std::int32_t> rangesOf(const std::vector<float>& values, std::size_t ranges)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<std::int32_t> labels(values.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        labels[order[rank]] = static_cast<std::int32_t>(rank * ranges / order.size());
    return labels;
}

class BasisMaker {
public:
    BasisMaker(const ColumnPlan& plan, const DataChoices& choices, Task task, TargetValues target)
        : m_plan(plan), m_method(splitMethodOf(choices, task)), m_task(task)
    {
        m_basis.target = std::move(target);
    }

    Result<SplitBasis> make()
    {
        if (std::optional<Message> problem = m_method == SplitMethod::Time     ? takeTimes()
                                             : m_method == SplitMethod::Column ? takeParts()
                                                                               : takeGroups())
            return *std::move(problem);
        takeLabels();
        m_basis.facts.rows = m_basis.target.rows.size();
        return std::move(m_basis);
    }

private:
    /// Without a column of times the rows stand in the order in which they were taken.
    std::optional<Message> takeTimes()
    {
        if (!m_plan.time) {
            m_basis.facts.times.assign(m_basis.target.rows.begin(), m_basis.target.rows.end());
            return std::nullopt;
        }
        std::vector<double> times = picked(timesOf(*m_plan.time->column), m_basis.target.rows);
        keepRows(*m_plan.time->column, [&](std::size_t i) { return !std::isnan(times[i]); });
        std::erase_if(times, [](double time) { return std::isnan(time); });
        m_basis.facts.times = std::move(times);
        return std::nullopt;
    }

    std::optional<Message> takeParts()
    {
        if (!m_plan.parts)
            return message("data.no-part-column",
                           BROTO_TEXT("core", "No column says which rows are for training, validation and test. Choose "
                                              "it, or another way to split."));
        const Result<std::vector<std::int32_t>> all = partsIn(*m_plan.parts->column);
        if (!all)
            return all.error();
        std::vector<std::int32_t> parts = picked(*all, m_basis.target.rows);
        keepRows(*m_plan.parts->column, [&](std::size_t i) { return parts[i] != noPart; });
        std::erase(parts, noPart);
        m_basis.facts.parts = std::move(parts);
        return std::nullopt;
    }

    std::optional<Message> takeGroups()
    {
        if (m_plan.groups.empty()) {
            if (m_method != SplitMethod::Group)
                return std::nullopt;
            return message("data.no-group-column",
                           BROTO_TEXT("core", "No column says which rows belong together. Give one the role group, or "
                                              "choose another way to split."));
        }
        if (m_method == SplitMethod::Random || m_method == SplitMethod::Stratified)
            return std::nullopt;
        const GroupNumbers numbers = groupNumbers(m_plan.groups);
        m_basis.facts.groups = picked(numbers.ofRow, m_basis.target.rows);
        m_basis.facts.groupCount = numbers.count;
        return std::nullopt;
    }

    void takeLabels()
    {
        constexpr std::size_t mostRanges = 10;
        constexpr std::size_t fewestInRange = 3;
        if (m_task == Task::Classification) {
            m_basis.facts.labels = m_basis.target.labels;
            m_basis.facts.labelCount = m_basis.target.classes.size();
        } else if (m_method == SplitMethod::Stratified) {
            const std::size_t rows = m_basis.target.rows.size();
            m_basis.facts.labelCount = std::clamp<std::size_t>(rows / fewestInRange, 1, mostRanges);
            m_basis.facts.labels = rangesOf(m_basis.target.values, m_basis.facts.labelCount);
        }
    }

    template<class Kept>
    void keepRows(const Column& column, Kept kept)
    {
        TargetValues& target = m_basis.target;
        std::size_t next = 0;
        for (std::size_t i = 0; i < target.rows.size(); ++i) {
            if (!kept(i))
                continue;
            target.rows[next] = target.rows[i];
            if (m_task == Task::Classification)
                target.labels[next] = target.labels[i];
            else
                target.values[next] = target.values[i];
            ++next;
        }
        const std::size_t left = target.rows.size() - next;
        target.rows.resize(next);
        (m_task == Task::Classification ? target.labels.resize(next) : target.values.resize(next));
        if (left > 0)
            m_basis.warnings.push_back(
                message("data.rows-without-part",
                        BROTO_TEXT("core", "Rows left out because \"%1\" does not say where they belong: %2."),
                        column.header, left));
    }

    const ColumnPlan& m_plan;
    const SplitMethod m_method;
    const Task m_task;
    SplitBasis m_basis;
};

}

Result<SplitBasis> splitBasis(const ColumnPlan& plan, const DataChoices& choices, Task task, TargetValues target)
{
    return BasisMaker(plan, choices, task, std::move(target)).make();
}

GroupNumbers groupNumbers(const std::vector<PlannedColumn>& groups)
{
    const Column& first = *groups.front().column;
    const std::size_t rows = first.texts() ? first.codes.size() : first.numbers.size();
    GroupNumbers numbers{std::vector<std::int32_t>(rows), rows > 0 ? std::size_t{1} : 0};
    for (const PlannedColumn& group : groups) {
        std::map<std::pair<std::int32_t, std::uint64_t>, std::int32_t> known;
        for (std::size_t row = 0; row < rows; ++row) {
            const auto next = static_cast<std::int32_t>(known.size());
            numbers.ofRow[row] = known.try_emplace({numbers.ofRow[row], keyOf(*group.column, row)}, next).first->second;
        }
        numbers.count = known.size();
    }
    return numbers;
}

}

#include "data/split_rows.h"

#include "common/random.h"
#include "data/split_by_group.h"
#include "data/value_text.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace broto {

namespace {

constexpr std::size_t training = 0;
constexpr std::size_t validation = 1;
constexpr std::size_t test = 2;

/// One way for all who do not name one: rows that belong together stay together, classes keep their proportions.
Result<SplitRows> usualSplit(const RowFacts& facts, const Split& split)
{
    if (!facts.groups.empty())
        return groupSplit(facts.groups, facts.groupCount, split);
    if (!facts.labels.empty())
        return stratifiedSplit(facts.labels, facts.labelCount, split);
    return randomSplit(facts.rows, split);
}

RowFacts someOf(const RowFacts& facts, const std::vector<std::size_t>& rows)
{
    RowFacts some;
    some.rows = rows.size();
    some.labelCount = facts.labelCount;
    some.groupCount = facts.groupCount;
    for (const std::size_t row : rows) {
        if (!facts.labels.empty())
            some.labels.push_back(facts.labels[row]);
        if (!facts.groups.empty())
            some.groups.push_back(facts.groups[row]);
    }
    return some;
}

Split withoutTest(Split split)
{
    split.test = 0;
    return split;
}

/// Class by class, so that every fold has its share of each.
std::vector<int> foldsByLabel(const RowFacts& facts, const Split& split)
{
    std::vector<std::size_t> order(facts.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random(split.seed).shuffle(std::span(order));
    if (!facts.labels.empty())
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return facts.labels[a] < facts.labels[b]; });
    std::vector<int> folds(facts.rows);
    for (std::size_t i = 0; i < order.size(); ++i)
        folds[order[i]] = static_cast<int>(i % static_cast<std::size_t>(split.folds));
    return folds;
}

std::optional<Message> problemWithFolds(const RowFacts& facts, const Split& split)
{
    if (split.folds < 2 || split.folds > mostFolds || split.fold < 0 || split.fold >= split.folds)
        return message("data.folds",
                       BROTO_TEXT("core", "Fold %1 of %2 cannot be made. Choose 2 to %3 folds, and one of them for the "
                                          "test."),
                       split.fold + 1, split.folds, mostFolds);
    if (facts.rows < static_cast<std::size_t>(split.folds))
        return message("data.too-few-rows-for-folds",
                       BROTO_TEXT("core", "Only %1 rows can be used; they do not fill %2 folds. Choose fewer folds."),
                       facts.rows, split.folds);
    return std::nullopt;
}

Result<SplitRows> foldSplit(const RowFacts& facts, const Split& split)
{
    if (std::optional<Message> problem = problemWithFolds(facts, split))
        return *std::move(problem);
    Result<std::vector<int>> folds =
        facts.groups.empty() ? foldsByLabel(facts, split) : foldsByGroup(facts.groups, facts.groupCount, split);
    if (!folds)
        return folds.error();
    SplitRows result;
    std::vector<std::size_t> rest;
    for (std::size_t row = 0; row < facts.rows; ++row)
        ((*folds)[row] == split.fold ? result[test] : rest).push_back(row);
    const Result<SplitRows> inner = usualSplit(someOf(facts, rest), withoutTest(split));
    if (!inner)
        return inner.error();
    for (const std::size_t part : {training, validation}) {
        for (const std::size_t row : (*inner)[part])
            result[part].push_back(rest[row]);
    }
    return result;
}

Result<SplitRows> columnSplit(const RowFacts& facts)
{
    SplitRows result;
    for (std::size_t row = 0; row < facts.rows; ++row)
        result[static_cast<std::size_t>(facts.parts[row])].push_back(row);
    return result;
}

}

Result<SplitRows> timeSplit(std::span<const double> times, const Split& split)
{
    const Result<std::array<std::size_t, 3>> sizes = partSizes(times.size(), split);
    if (!sizes)
        return sizes.error();
    std::vector<std::size_t> order(times.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return times[a] < times[b]; });
    SplitRows result;
    auto next = order.begin();
    for (std::size_t part = 0; part < result.size(); ++part) {
        const auto end = next + static_cast<std::ptrdiff_t>((*sizes)[part]);
        result[part].assign(next, end);
        std::sort(result[part].begin(), result[part].end());
        next = end;
    }
    return result;
}

Result<SplitRows> splitRows(const RowFacts& facts, const Split& split, SplitMethod method)
{
    switch (method) {
    case SplitMethod::Random:
        return randomSplit(facts.rows, split);
    case SplitMethod::Stratified:
        return stratifiedSplit(facts.labels, facts.labelCount, split);
    case SplitMethod::Group:
        return groupSplit(facts.groups, facts.groupCount, split);
    case SplitMethod::Time:
        return timeSplit(facts.times, split);
    case SplitMethod::Column:
        return columnSplit(facts);
    case SplitMethod::File:
        return usualSplit(facts, withoutTest(split));
    case SplitMethod::Folds:
        return foldSplit(facts, split);
    }
    return randomSplit(facts.rows, split);
}

std::optional<std::int32_t> partNamed(std::string_view text)
{
    constexpr std::pair<std::string_view, std::int32_t> names[] = {{"train", 0},
                                                                   {"training", 0},
                                                                   {"trn", 0},
                                                                   {"tr", 0},
                                                                   {"treino", 0},
                                                                   {"treinamento", 0},
                                                                   {"treinar", 0},
                                                                   {"validation", 1},
                                                                   {"validate", 1},
                                                                   {"valid", 1},
                                                                   {"val", 1},
                                                                   {"dev", 1},
                                                                   {"development", 1},
                                                                   {"validação", 1},
                                                                   {"validacao", 1},
                                                                   {"VALIDAÇÃO", 1},
                                                                   {"desenvolvimento", 1},
                                                                   {"test", 2},
                                                                   {"testing", 2},
                                                                   {"tst", 2},
                                                                   {"te", 2},
                                                                   {"holdout", 2},
                                                                   {"hold-out", 2},
                                                                   {"teste", 2}};
    const std::string lower = lowerCase(trimmed(text));
    for (const auto& [name, part] : names) {
        if (lower == lowerCase(name))
            return part;
    }
    return std::nullopt;
}

}

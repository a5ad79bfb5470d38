#include "data/split_by_group.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

constexpr std::size_t parts = 3;

Message tooFewGroups(std::size_t groups, std::size_t needed)
{
    return message("data.too-few-groups",
                   BROTO_TEXT("core",
                              "The rows belong to %1 groups, and this split needs at least %2, for none is shared "
                              "out. Choose fewer parts, another group column, or another way to split."),
                   groups, needed);
}

std::vector<std::size_t> sizesOf(std::span<const std::int32_t> groups, std::size_t count)
{
    std::vector<std::size_t> sizes(count);
    for (const std::int32_t group : groups)
        ++sizes[static_cast<std::size_t>(group)];
    return sizes;
}

std::size_t presentIn(const std::vector<std::size_t>& sizes)
{
    return sizes.size() - static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), std::size_t{0}));
}

/// Largest first; what is of one size in random order.
std::vector<std::size_t> bySize(const std::vector<std::size_t>& sizes, Random& random)
{
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(std::span(order));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    return order;
}

/// Gives groups to parts one by one and then mends, group by group, what that left unequal.
class GroupParts {
public:
    GroupParts(const std::vector<std::size_t>& sizes, const std::array<std::size_t, parts>& wanted)
        : m_sizes(sizes), m_part(sizes.size())
    {
        for (std::size_t part = 0; part < parts; ++part)
            m_lack[part] = static_cast<double>(wanted[part]);
        m_wanted = m_lack;
    }

    void give(const std::vector<std::size_t>& order)
    {
        for (const std::size_t group : order) {
            const auto neediest = std::max_element(m_lack.begin(), m_lack.end());
            put(group, static_cast<std::size_t>(neediest - m_lack.begin()));
        }
    }

    void mend(const std::vector<std::size_t>& order)
    {
        constexpr int mostRounds = 100;
        fillEmptyParts(order);
        for (int round = 0; round < mostRounds; ++round) {
            bool better = false;
            for (const std::size_t group : order)
                better = moveIfBetter(group) || better;
            if (!better)
                return;
        }
    }

    const std::vector<std::size_t>& part() const { return m_part; }

private:
    double size(std::size_t group) const { return static_cast<double>(m_sizes[group]); }

    void put(std::size_t group, std::size_t part)
    {
        m_part[group] = part;
        m_lack[part] -= size(group);
        m_groups[part] += m_sizes[group] > 0;
    }

    void take(std::size_t group)
    {
        m_lack[m_part[group]] += size(group);
        m_groups[m_part[group]] -= m_sizes[group] > 0;
    }

    void fillEmptyParts(const std::vector<std::size_t>& order)
    {
        for (std::size_t part = 0; part < parts; ++part) {
            if (m_wanted[part] <= 0 || m_groups[part] > 0)
                continue;
            const auto spare = std::find_if(order.rbegin(), order.rend(), [&](std::size_t group) {
                return m_sizes[group] > 0 && m_groups[m_part[group]] > 1;
            });
            if (spare == order.rend())
                return;
            take(*spare);
            put(*spare, part);
        }
    }

    bool moveIfBetter(std::size_t group)
    {
        const std::size_t from = m_part[group];
        if (m_sizes[group] == 0 || m_groups[from] < 2)
            return false;
        for (std::size_t to = 0; to < parts; ++to) {
            // Squares of what is lacking shrink exactly when this holds.
            if (to == from || m_wanted[to] <= 0 || m_lack[to] - m_lack[from] <= size(group))
                continue;
            take(group);
            put(group, to);
            return true;
        }
        return false;
    }

    const std::vector<std::size_t>& m_sizes;
    std::vector<std::size_t> m_part;
    std::array<double, parts> m_wanted = {};
    std::array<double, parts> m_lack = {}; ///< rows that a part still wants; less than none when it has too many
    std::array<std::size_t, parts> m_groups = {};
};

}

std::vector<std::size_t> partsOfGroups(const std::vector<std::size_t>& groupSizes,
                                       const std::array<std::size_t, 3>& wanted, Random& random)
{
    const std::vector<std::size_t> order = bySize(groupSizes, random);
    GroupParts assignment(groupSizes, wanted);
    assignment.give(order);
    assignment.mend(order);
    return assignment.part();
}

Result<SplitRows> groupSplit(std::span<const std::int32_t> groups, std::size_t count, const Split& split)
{
    const Result<std::array<std::size_t, parts>> wanted = partSizes(groups.size(), split);
    if (!wanted)
        return wanted.error();
    const std::vector<std::size_t> sizes = sizesOf(groups, count);
    const auto needed = static_cast<std::size_t>(
        std::count_if(wanted->begin(), wanted->end(), [](std::size_t rows) { return rows > 0; }));
    if (presentIn(sizes) < needed)
        return tooFewGroups(presentIn(sizes), needed);
    Random random(split.seed);
    const std::vector<std::size_t> part = partsOfGroups(sizes, *wanted, random);
    SplitRows result;
    for (std::size_t row = 0; row < groups.size(); ++row)
        result[part[static_cast<std::size_t>(groups[row])]].push_back(row);
    return result;
}

Result<std::vector<int>> foldsByGroup(std::span<const std::int32_t> groups, std::size_t count, const Split& split)
{
    const std::vector<std::size_t> sizes = sizesOf(groups, count);
    const auto folds = static_cast<std::size_t>(split.folds);
    if (presentIn(sizes) < folds)
        return tooFewGroups(presentIn(sizes), folds);
    Random random(split.seed);
    std::vector<std::size_t> filled(folds);
    std::vector<int> foldOf(count);
    for (const std::size_t group : bySize(sizes, random)) {
        const auto emptiest = std::min_element(filled.begin(), filled.end());
        foldOf[group] = static_cast<int>(emptiest - filled.begin());
        *emptiest += sizes[group];
    }
    std::vector<int> result;
    result.reserve(groups.size());
    for (const std::int32_t group : groups)
        result.push_back(foldOf[static_cast<std::size_t>(group)]);
    return result;
}

}

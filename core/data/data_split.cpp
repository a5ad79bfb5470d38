#include "data/data_split.h"

#include "common/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

constexpr std::size_t partCount = 3;
constexpr std::size_t trainingPart = 0;
constexpr std::size_t fewestTrainingRows = 2;
constexpr std::size_t fewestToBeEverywhere = 3;

using Shares = std::array<double, partCount>;
using Counts = std::array<std::size_t, partCount>;

Result<Shares> sharesOf(const Split& split)
{
    const Shares percentages = {split.training, split.validation, split.test};
    const bool sensible = std::all_of(percentages.begin(), percentages.end(),
                                      [](double share) { return std::isfinite(share) && share >= 0; });
    const double sum = percentages[0] + percentages[1] + percentages[2];
    if (!sensible || split.training <= 0 || !std::isfinite(sum))
        return message("data.split",
                       BROTO_TEXT("core",
                                  "The split %1, %2, %3 cannot be made. Give percentages of at least 0, and more "
                                  "than 0 for training."),
                       split.training, split.validation, split.test);
    return Shares{percentages[0] / sum, percentages[1] / sum, percentages[2] / sum};
}

/// The parts in the order in which they get what is left over: the largest remainder first.
std::array<std::size_t, partCount> byRemainder(const std::array<double, partCount>& remainders)
{
    std::array<std::size_t, partCount> order = {0, 1, 2};
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    return order;
}

struct Quota {
    Counts whole;
    std::array<double, partCount> remainders;
    std::size_t left = 0; ///< rows not yet given to a part, fewer than parts
};

Quota quotaOf(std::size_t rows, const Shares& shares)
{
    // 100 rows at 70 % are 70 rows, although 100 * 0.7 may fall just below: remainders this small are rounding.
    constexpr double rounding = 1e-6;
    Quota quota;
    quota.left = rows;
    for (std::size_t part = 0; part < partCount; ++part) {
        const double exact = static_cast<double>(rows) * shares[part];
        const double whole = std::floor(exact + rounding);
        quota.whole[part] = std::min(static_cast<std::size_t>(whole), quota.left);
        quota.remainders[part] = std::max(0.0, exact - whole);
        quota.left -= quota.whole[part];
    }
    return quota;
}

Counts largestRemainder(std::size_t rows, const Shares& shares)
{
    Quota quota = quotaOf(rows, shares);
    for (const std::size_t part : byRemainder(quota.remainders)) {
        if (quota.left > 0 && shares[part] > 0) {
            ++quota.whole[part];
            --quota.left;
        }
    }
    quota.whole[trainingPart] += quota.left;
    return quota.whole;
}

Result<Counts> sizesFor(std::size_t rows, const Shares& shares)
{
    const auto others = static_cast<std::size_t>(
        std::count_if(shares.begin() + 1, shares.end(), [](double share) { return share > 0; }));
    if (rows < fewestTrainingRows + others)
        return message("data.too-few-rows",
                       BROTO_TEXT("core",
                                  "Only %1 rows can be used, and this split needs at least %2. Add rows, or fill "
                                  "in missing values of the target."),
                       rows, fewestTrainingRows + others);
    Counts sizes = largestRemainder(rows, shares);
    for (std::size_t part = 0; part < partCount; ++part) {
        const std::size_t fewest = part == trainingPart ? fewestTrainingRows : shares[part] > 0 ? 1 : 0;
        while (sizes[part] < fewest) {
            ++sizes[part];
            --*std::max_element(sizes.begin(), sizes.end());
        }
    }
    return sizes;
}

Message tooFewRowsOfEach(std::size_t classes)
{
    return message("data.too-few-rows",
                   BROTO_TEXT("core",
                              "The target has %1 classes with too few rows to share them out. Add rows: at least %2 "
                              "of every class."),
                   classes, fewestToBeEverywhere);
}

/// How many rows of every class go to every part.
class Apportionment {
public:
    Apportionment(const std::vector<std::size_t>& classRows, const Shares& shares, const Counts& sizes)
        : m_rows(classRows), m_shares(shares), m_counts(classRows.size())
    {
        apportion(sizes);
        for (std::size_t part = 0; part < partCount; ++part)
            spreadTo(part);
    }

    const Counts& counts(std::size_t label) const { return m_counts[label]; }

private:
    void apportion(Counts wanted);
    void spreadTo(std::size_t part);
    void exchange(std::size_t label, std::size_t part);
    bool mustHave(std::size_t label, std::size_t part) const
    {
        if (part == trainingPart)
            return m_rows[label] > 0;
        return m_shares[part] > 0 && m_rows[label] >= fewestToBeEverywhere;
    }
    /// Rows of a class that a part could do without.
    std::size_t spare(std::size_t label, std::size_t part) const
    {
        const std::size_t kept = mustHave(label, part) ? 1 : 0;
        return m_counts[label][part] > kept ? m_counts[label][part] - kept : 0;
    }

    const std::vector<std::size_t>& m_rows;
    const Shares& m_shares;
    std::vector<Counts> m_counts;
};

/// Whole shares first. What is left of a class goes to the parts that lack most; by the theorem of Gale and Ryser this
/// fills all parts exactly.
void Apportionment::apportion(Counts wanted)
{
    std::vector<Quota> quotas;
    for (std::size_t label = 0; label < m_rows.size(); ++label) {
        quotas.push_back(quotaOf(m_rows[label], m_shares));
        m_counts[label] = quotas.back().whole;
        for (std::size_t part = 0; part < partCount; ++part)
            wanted[part] -= std::min(wanted[part], m_counts[label][part]);
    }
    for (std::size_t label = 0; label < m_rows.size(); ++label) {
        std::array<std::size_t, partCount> order = byRemainder(quotas[label].remainders);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return wanted[a] > wanted[b]; });
        std::size_t left = quotas[label].left;
        for (std::size_t i = 0; left > 0; --left, ++i) {
            const std::size_t part = wanted[order[i % partCount]] > 0 ? order[i % partCount] : trainingPart;
            ++m_counts[label][part];
            wanted[part] -= std::min<std::size_t>(wanted[part], 1);
        }
    }
}

void Apportionment::spreadTo(std::size_t part)
{
    for (std::size_t label = 0; label < m_rows.size(); ++label) {
        if (mustHave(label, part) && m_counts[label][part] == 0)
            exchange(label, part);
    }
}

/// Moves a row of a class to a part that has none, and a row of another class back, if one can be spared.
void Apportionment::exchange(std::size_t label, std::size_t part)
{
    const auto has = [&](std::size_t a, std::size_t b) { return spare(label, a) < spare(label, b); };
    constexpr std::array<std::size_t, partCount> all = {0, 1, 2};
    const std::size_t donor = *std::max_element(all.begin(), all.end(), has);
    if (spare(label, donor) == 0)
        return;
    --m_counts[label][donor];
    ++m_counts[label][part];
    std::size_t other = label;
    std::size_t most = 0;
    for (std::size_t candidate = 0; candidate < m_rows.size(); ++candidate) {
        if (candidate != label && spare(candidate, part) > most) {
            most = spare(candidate, part);
            other = candidate;
        }
    }
    if (most > 0) {
        --m_counts[other][part];
        ++m_counts[other][donor];
    }
}

}

Result<std::array<std::size_t, 3>> partSizes(std::size_t rows, const Split& split)
{
    const Result<Shares> shares = sharesOf(split);
    if (!shares)
        return shares.error();
    return sizesFor(rows, *shares);
}

Result<SplitRows> randomSplit(std::size_t rows, const Split& split)
{
    const Result<Counts> sizes = partSizes(rows, split);
    if (!sizes)
        return sizes.error();
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random(split.seed).shuffle(std::span(order));
    SplitRows result;
    auto next = order.begin();
    for (std::size_t part = 0; part < partCount; ++part) {
        const auto end = next + static_cast<std::ptrdiff_t>((*sizes)[part]);
        result[part].assign(next, end);
        std::sort(result[part].begin(), result[part].end());
        next = end;
    }
    return result;
}

Result<SplitRows> stratifiedSplit(std::span<const std::int32_t> labels, std::size_t classes, const Split& split)
{
    const Result<Shares> shares = sharesOf(split);
    if (!shares)
        return shares.error();
    const Result<Counts> sizes = sizesFor(labels.size(), *shares);
    if (!sizes)
        return sizes.error();
    std::vector<std::vector<std::size_t>> rowsOf(classes);
    for (std::size_t row = 0; row < labels.size(); ++row)
        rowsOf[static_cast<std::size_t>(labels[row])].push_back(row);
    std::vector<std::size_t> classRows;
    for (const auto& rows : rowsOf)
        classRows.push_back(rows.size());

    const Apportionment apportionment(classRows, *shares, *sizes);
    Random random(split.seed);
    SplitRows result;
    for (std::size_t label = 0; label < classes; ++label) {
        random.shuffle(std::span(rowsOf[label]));
        auto next = rowsOf[label].begin();
        for (std::size_t part = 0; part < partCount; ++part) {
            const auto end = next + static_cast<std::ptrdiff_t>(apportionment.counts(label)[part]);
            result[part].insert(result[part].end(), next, end);
            next = end;
        }
    }
    for (std::size_t part = 0; part < partCount; ++part) {
        if ((*shares)[part] > 0 && result[part].empty())
            return tooFewRowsOfEach(classes);
        std::sort(result[part].begin(), result[part].end());
    }
    return result;
}

}

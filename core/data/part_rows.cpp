#include "data/part_rows.h"

#include <cmath>

namespace broto {

bool leavesRowsOut(MissingPolicy policy, const Feature& feature)
{
    return policy == MissingPolicy::DropRows || (policy == MissingPolicy::Keep && feature.categories.empty());
}

void keepRows(DataPart& part, std::span<const std::size_t> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto from = static_cast<Eigen::Index>(rows[i]);
        const auto to = static_cast<Eigen::Index>(i);
        part.tableRows[i] = part.tableRows[rows[i]];
        part.raw.row(to) = part.raw.row(from).eval();
        if (!part.labels.empty())
            part.labels[i] = part.labels[rows[i]];
        if (part.values.size() > 0)
            part.values(to) = part.values(from);
    }
    const auto count = static_cast<Eigen::Index>(rows.size());
    part.tableRows.resize(rows.size());
    part.raw.conservativeResize(count, Eigen::NoChange);
    if (!part.labels.empty())
        part.labels.resize(rows.size());
    if (part.values.size() > 0)
        part.values.conservativeResize(count);
}

std::vector<std::size_t> usableRows(const DataPart& part, const std::vector<Feature>& features,
                                    std::span<const MissingPolicy> policies)
{
    std::vector<Eigen::Index> needed;
    for (std::size_t f = 0; f < features.size(); ++f) {
        if (leavesRowsOut(policies[f], features[f]))
            needed.push_back(static_cast<Eigen::Index>(f));
    }
    std::vector<std::size_t> usable;
    for (Eigen::Index row = 0; row < part.raw.rows(); ++row) {
        bool whole = true;
        for (const Eigen::Index feature : needed)
            whole = whole && !std::isnan(part.raw(row, feature));
        if (whole)
            usable.push_back(static_cast<std::size_t>(row));
    }
    return usable;
}

}

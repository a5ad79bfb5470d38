#include "compression/golden_rows.h"

#include <algorithm>

namespace broto {

namespace {

std::vector<Eigen::Index> wholeRows(const DataPart& part)
{
    std::vector<Eigen::Index> rows;
    for (Eigen::Index row = 0; row < part.raw.rows(); ++row)
        if (part.raw.row(row).allFinite())
            rows.push_back(row);
    return rows;
}

std::vector<Eigen::Index> everyClassInTurn(const DataPart& part, std::vector<Eigen::Index> rows)
{
    std::vector<Eigen::Index> chosen;
    while (!rows.empty() && chosen.size() < goldenRowCount) {
        std::vector<std::int32_t> seen; // in this turn
        std::vector<Eigen::Index> left;
        for (const Eigen::Index row : rows) {
            const std::int32_t label = part.labels[static_cast<std::size_t>(row)];
            const bool taken = std::find(seen.begin(), seen.end(), label) != seen.end();
            if (taken || chosen.size() == goldenRowCount) {
                left.push_back(row);
            } else {
                seen.push_back(label);
                chosen.push_back(row);
            }
        }
        rows = std::move(left);
    }
    return chosen;
}

std::vector<Eigen::Index> evenlySpread(const std::vector<Eigen::Index>& rows)
{
    const std::size_t count = std::min(goldenRowCount, rows.size());
    std::vector<Eigen::Index> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.push_back(rows[i * rows.size() / count]);
    return chosen;
}

}

std::vector<float> goldenWindow(const Dataset& data)
{
    if (!data.preprocessing.stream)
        return {};
    for (const DataPart* part : {&data.test, &data.validation, &data.training}) {
        for (const Matrix& recording : recordingsOf(data, *part, part->rows())) {
            const Eigen::Index length = data.preprocessing.stream->length;
            for (Eigen::Index first = 0; first + length <= recording.rows();
                 first += data.preprocessing.stream->stride) {
                const Matrix window = recording.middleRows(first, length);
                if (window.allFinite())
                    return {window.data(), window.data() + window.size()};
            }
        }
    }
    return {};
}

std::vector<std::vector<float>> goldenRows(const Dataset& data)
{
    std::vector<std::vector<float>> golden;
    for (const DataPart* part : {&data.test, &data.validation, &data.training}) {
        const std::vector<Eigen::Index> rows = wholeRows(*part);
        const bool classes = data.target.task == Task::Classification;
        for (const Eigen::Index row : classes ? everyClassInTurn(*part, rows) : evenlySpread(rows)) {
            const auto values = part->raw.row(row);
            golden.emplace_back(values.data(), values.data() + values.size());
        }
        if (!golden.empty())
            break;
    }
    return golden;
}

}

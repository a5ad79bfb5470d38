#include "data/chosen_column.h"
#include "data/dataset.h"
#include "data/feature_values.h"
#include "data/window_dataset.h"

namespace broto {

Result<Matrix> rowsFor(const std::vector<Feature>& features, const Table& table,
                       std::span<const std::vector<std::string>> missingMarks)
{
    const ColumnIndex index(table);
    Matrix rows(static_cast<Eigen::Index>(table.rows), static_cast<Eigen::Index>(features.size()));
    for (std::size_t f = 0; f < features.size(); ++f) {
        const Result<std::size_t> found = findFeature(index, features[f]);
        if (!found)
            return found.error();
        ColumnChoice choice;
        if (!missingMarks.empty())
            choice.missingMarks = missingMarks[f];
        const Result<std::shared_ptr<const Column>> column =
            chosenColumn(table.columns[*found], choice, table.cellFormat());
        if (!column)
            return column.error();
        const Result<std::vector<float>> values = featureValues(**column, features[f], table.cellFormat().numbers);
        if (!values)
            return values.error();
        rows.col(static_cast<Eigen::Index>(f)) =
            Eigen::Map<const Vector>(values->data(), static_cast<Eigen::Index>(values->size()));
    }
    return rows;
}

Result<Matrix> readingsFor(const Stream& stream, const Table& table,
                           std::span<const std::vector<std::string>> missingMarks)
{
    std::vector<Feature> channels;
    for (const StreamChannel& channel : stream.channels)
        channels.push_back({channel.name, channel.unit, {}, 0, 0});
    return rowsFor(channels, table, missingMarks);
}

}

#include "data/dataset.h"
#include "data/feature_values.h"

namespace broto {

Result<Matrix> rowsFor(const std::vector<Feature>& features, const Table& table)
{
    const ColumnIndex index(table);
    Matrix rows(static_cast<Eigen::Index>(table.rows), static_cast<Eigen::Index>(features.size()));
    for (std::size_t f = 0; f < features.size(); ++f) {
        const Result<std::size_t> found = findFeature(index, features[f]);
        if (!found)
            return found.error();
        const Result<std::vector<float>> values = featureValues(table.columns[*found], features[f], table.decimal);
        if (!values)
            return values.error();
        rows.col(static_cast<Eigen::Index>(f)) =
            Eigen::Map<const Vector>(values->data(), static_cast<Eigen::Index>(values->size()));
    }
    return rows;
}

}

#include "compression/learning_losses.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

bool judgedOnValidation(std::span<const EpochRecord> records)
{
    return std::any_of(records.begin(), records.end(),
                       [](const EpochRecord& record) { return record.validationLoss != 0; });
}

std::vector<double> judgedLosses(std::span<const EpochRecord> records)
{
    const bool validation = judgedOnValidation(records);
    std::vector<double> losses;
    for (const EpochRecord& record : records)
        losses.push_back(validation ? record.validationLoss : record.trainingLoss);
    return losses;
}

LossRange rangeOf(std::span<const double> first, std::span<const double> second)
{
    constexpr double room = 0.08;
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const std::span<const double> losses : {first, second})
        for (const double loss : losses)
            if (std::isfinite(loss)) {
                least = std::min(least, loss);
                most = std::max(most, loss);
            }
    LossRange range;
    range.epochs = std::max<double>(range.epochs, static_cast<double>(std::max(first.size(), second.size())));
    if (least > most)
        return range;
    const double margin = most > least ? room * (most - least) : std::max(room * std::abs(most), 0.01);
    range.least = least - margin;
    range.most = most + margin;
    return range;
}

}

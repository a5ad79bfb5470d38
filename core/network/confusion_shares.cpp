#include "network/confusion_shares.h"

#include <cstddef>
#include <limits>
#include <numeric>

namespace broto {

std::vector<double> confusionShares(const std::vector<std::vector<int>>& confusion)
{
    std::vector<double> shares;
    for (std::size_t truth = 0; truth < confusion.size(); ++truth) {
        const int rows = std::accumulate(confusion[truth].begin(), confusion[truth].end(), 0);
        for (std::size_t answer = 0; answer < confusion[truth].size(); ++answer) {
            const double share = rows > 0 ? static_cast<double>(confusion[truth][answer]) / rows
                                          : std::numeric_limits<double>::quiet_NaN();
            shares.push_back(truth == answer || share == 0 ? share : -share);
        }
    }
    return shares;
}

}

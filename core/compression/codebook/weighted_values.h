#pragma once

#include <cstddef>
#include <vector>

namespace broto {

/// Numbers and how much each counts. All are finite, every weight is above 0. What works on them squares them: sizes
/// between 1e-70 and 1e70, and 0, are safe. centresOf (codebook.h) brings all others there.
struct WeightedValues {
    std::vector<double> values;
    std::vector<double> weights; ///< as many

    std::size_t size() const { return values.size(); }
    bool empty() const { return values.empty(); }
    void add(double value, double weight);
};

/// Values that all count the same.
WeightedValues equallyWeighted(std::vector<double> values);

bool isValid(const WeightedValues& values);

/// Each value once, from low to high, with the weight of all that are equal to it: the same, to the last bit, in
/// whatever order the values come.
WeightedValues ascendingDistinct(const WeightedValues& values);

/// At most `most` of ascending distinct values that stand for all: neighbours are taken together to runs of about equal
/// weight, each of which stands with its middle value and all its weight.
WeightedValues representatives(const WeightedValues& ascending, std::size_t most);

/// The root of the mean squared distance from the mean; 0 of no values.
double deviationOf(const WeightedValues& values);

}

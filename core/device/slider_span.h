#pragma once

#include "data/preprocessing.h"

#include <optional>
#include <vector>

namespace broto {

/// Where the slider of a number runs: over what the training rows held, and some way beyond either end.
struct SliderSpan {
    double low = 0;
    double high = 1;
    double learnedLow = 0;
    double learnedHigh = 1;
    int digits = 0; ///< after the point: a hundredth of the learned range can be seen

    static constexpr int steps = 1000;
    double valueAt(int step) const; ///< 0 at the low end; with so many digits
    int stepOf(double value) const; ///< 0..steps, whatever the value
};
SliderSpan sliderSpan(const Feature& feature);

/// What stands for a missing value of a feature; nothing: a row without it is refused.
std::optional<float> fillOf(const Preprocessing& preprocessing, std::size_t feature);

/// A row to begin with: what stands for missing values, else the middle of the learned range or the first category.
std::vector<float> middleRow(const Preprocessing& preprocessing);

}

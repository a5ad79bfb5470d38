#pragma once

#include <vector>

namespace broto {

/// How well one class is found. A share of nothing (of answers that nobody gave, of rows that there are none of) is 0.
struct ClassScore {
    double precision = 0; ///< share of the answers "this class" that are right
    double recall = 0;    ///< share of the class's rows that are found
    double f1 = 0;        ///< harmonic mean of the two
    int rows = 0;         ///< of this class
    bool operator==(const ClassScore&) const = default;
};

/// What a confusion matrix says beyond accuracy. Of no rows at all the means are NaN.
struct ClassReport {
    std::vector<ClassScore> classes;
    double balancedAccuracy =
        0;              ///< mean recall of the classes that have rows: rare ones count as much as frequent ones
    double macroF1 = 0; ///< mean F1 of the classes that have rows or answers
};

/// `confusion` is [true class][answered class], as in Metrics.
ClassReport classReport(const std::vector<std::vector<int>>& confusion);

}

#pragma once

#include "network/class_report.h"
#include "network/metrics.h"
#include "network/network.h"
#include "network/residuals.h"
#include "network/roc.h"

#include <vector>

namespace broto {

/// All that can be said of a float network's answers to some rows. Of no rows it is empty and its numbers are NaN.
struct PartReport {
    Metrics metrics;
    // Classification
    ClassReport classes;
    std::vector<RocCurve> curves; ///< one a class, against the rest
    double area = 0;              ///< mean of the curves' areas
    // Regression, in the target's unit and the order of the part's rows
    std::vector<float> truth;
    std::vector<float> answers;
    Residuals residuals;
};

PartReport reportOn(const Network& network, const Dataset& data, const DataPart& part);

}

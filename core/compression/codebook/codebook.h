#pragma once

#include "common/run_control.h"
#include "compression/codebook/affinity_propagation.h"
#include "compression/codebook/auto_cloud.h"
#include "compression/codebook/db_stream.h"
#include "compression/codebook/mean_shift.h"
#include "compression/codebook/weighted_values.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace broto {

/// How the centres of a codebook are found. docs/codebooks.md tells when each is worth it.
enum class CentreMethod { KMeans, AutoCloud, MeanShift, AffinityPropagation, DbStream };
inline constexpr CentreMethod allCentreMethods[] = {CentreMethod::KMeans, CentreMethod::AutoCloud,
                                                    CentreMethod::MeanShift, CentreMethod::AffinityPropagation,
                                                    CentreMethod::DbStream};

/// Names as in project files and on the command line: "kmeans", "autocloud", "mean-shift", "affinity-propagation",
/// "dbstream".
std::string_view centreMethodName(CentreMethod method);

/// What a person may decide about the methods; k-means has nothing to decide.
struct CentreOptions {
    AutoCloudOptions autoCloud = {};
    MeanShiftOptions meanShift = {};
    AffinityOptions affinityPropagation = {};
    DbStreamOptions dbStream = {};
    bool operator==(const CentreOptions&) const = default;
};

/// How many centres a codebook can have room for: a value then takes 2, 4 or 8 bits.
inline constexpr std::size_t codebookSizes[] = {4, 16, 256};

/// The smallest of these that has room for so many centres, at most 256.
std::size_t paddedCount(std::size_t centres);

/// At least one and at most `most` centres, from low to high, all different; none of no values. A method that finds
/// more has its centres joined by optimal k-means, each with the weight of the values it is nearest to.
///
/// Finite values and weights of any size: they are brought to about 1 by a power of two, and the centres back. Equal
/// input gives equal bits on every machine. Stopped or cancelled, it gives what has been reached.
std::vector<double> centresOf(const WeightedValues& values, CentreMethod method, const CentreOptions& options,
                              std::size_t most, const RunControl& control = {});

/// The place of the nearest of ascending centres, the lower of two equally near ones. Needs at least one.
std::size_t indexOfNearest(std::span<const double> centres, double value);

}

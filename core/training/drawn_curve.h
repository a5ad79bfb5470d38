#pragma once

#include "training/curve_smoothing.h"
#include "training/trainer.h"

#include <span>
#include <vector>

namespace broto {

struct CurvePoint {
    double epoch = 0;
    double value = 0;
    bool operator==(const CurvePoint&) const = default;
};

/// A curve as it is drawn while it grows: smoothed, and of no more than so many points however many epochs it has. What
/// does not fit is drawn by its extremes: of neighbours the smallest and the largest stay, so that no peak is lost.
/// Adding a value costs the same at the first epoch and at the millionth.
class DrawnCurve {
public:
    static constexpr std::size_t mostPoints = 2000;

    explicit DrawnCurve(double smoothing = 0, std::size_t most = mostPoints);

    void add(double epoch, double value);
    std::vector<CurvePoint> points() const;

private:
    /// Neighbours that share one or two points.
    struct Stretch {
        CurvePoint smallest;
        CurvePoint largest;
        std::size_t values = 0;
        void add(const Stretch& next);
    };

    void joinNeighbours();

    CurveSmoothing m_smoothing;
    std::size_t m_most;
    std::size_t m_valuesEach = 1; ///< of a whole stretch
    std::vector<Stretch> m_stretches;
    CurvePoint m_last;
};

/// The curves of one run.
struct RunCurves {
    explicit RunCurves(double smoothing = 0);

    void add(std::span<const EpochRecord> records);

    DrawnCurve trainingLoss;
    DrawnCurve validationLoss;
    DrawnCurve trainingMetric;
    DrawnCurve validationMetric;
};

}

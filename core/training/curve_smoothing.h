#pragma once

namespace broto {

/// Takes the trembling out of a curve: every value becomes the mean of itself and those before it, which count the less
/// the longer ago they were. The first ones are means of the few there are, not of zeros that never were.
class CurveSmoothing {
public:
    /// `strength` is what a value counts against the next one: from 0, which changes nothing, to below 1.
    explicit CurveSmoothing(double strength) : m_strength(strength) {}

    double next(double value)
    {
        m_sum = m_strength * m_sum + (1 - m_strength) * value;
        m_missing *= m_strength;
        return m_sum / (1 - m_missing);
    }

private:
    double m_strength;
    double m_sum = 0;
    double m_missing = 1; ///< what of the weights belongs to values before the first
};

}

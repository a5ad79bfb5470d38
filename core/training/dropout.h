#pragma once

#include "common/aligned_floats.h"
#include "common/random.h"

namespace broto {

/// Dropout (Srivastava and others, 2014): in every training step some outputs of a layer, drawn anew, are 0, and the
/// others are enlarged so that their mean stays what it is.
class Dropout {
public:
    Dropout(float share, int width, int largestBatch);

    Dropout(Dropout&&) = default;
    Dropout(const Dropout&) = delete; // the rows point into its own results
    Dropout& operator=(const Dropout&) = delete;

    /// Draws which outputs fall silent; rows() are what remains of them.
    void silence(const float* outputs, int rows, Random& random);
    const float* const* rows() const { return m_rows.data(); }

    /// Turns derivatives by the results of the last silence into those by its outputs.
    void differentiate(float* slopes, int rows) const;

private:
    float m_share;
    int m_width;
    AlignedFloats m_factors; ///< 0, or what enlarges the others
    AlignedFloats m_results;
    std::vector<const float*> m_rows;
};

}

#pragma once

#include "boards/board.h"
#include "export/network_plan.h"

#include <array>
#include <cstddef>

namespace broto {

/// Code that a network brings into a program, in pieces. What one takes on a processor is told by code_bytes.
enum class CodePart {
    Row,             ///< asking, and from a row to inputs
    SeveralFeatures, ///< the loop over them, where there is more than one
    Decoding,        ///< of a regression: from the sum to a float
    // Each time:
    ReluCall,
    LinearCall,
    ClassCall,
    TableCall,
    SumsCall,
    PlainCall, ///< of a layer of another storage
    // Routines stand in flash once.
    TableLookup,
    FromBytes,
    ToBytes,
    SparseSumOfInputs, ///< AVR
    DenseSumOfInputs,
    SparseInt8Dot, ///< AVR: where zeros are looked for in the first layer, too
    DenseInt8Dot,  ///< AVR
    SparseInt4Dot,
    DenseInt4Dot,
    SkippingInt8Dot, ///< Cortex-M0: steps over zeros
    PlainInt8Dot,    ///< Cortex-M0: does not look
    Int4Dot,         ///< Cortex-M0
    Int4Correction,  ///< Cortex-M0
    Relu,            ///< of any storage (Cortex-M0)
    Int8Relu,
    Int4Relu,
    Group, ///< the sums of a group for compiled code, of any storage (Cortex-M0)
    Int8Linear,
    Int4Linear,
    Int8LinearOfReading, ///< Cortex-M0 has one for each way to read inputs
    Int4LinearOfReading,
    Class, ///< of any storage (Cortex-M0)
    Int8Class,
    Int4Class,
    Sums, ///< a regression's output
    Int4Sums,
    PlainHidden,
    PlainClass
};
inline constexpr std::size_t codePartCount = static_cast<std::size_t>(CodePart::PlainClass) + 1;

/// How often each part stands in a program.
class CodeParts {
public:
    void add(CodePart part) { ++m_counts[static_cast<std::size_t>(part)]; }
    void addOnce(CodePart part) { m_counts[static_cast<std::size_t>(part)] = 1; }
    int operator[](CodePart part) const { return m_counts[static_cast<std::size_t>(part)]; }

private:
    std::array<int, codePartCount> m_counts = {};
};

CodeParts partsOf(const NetworkPlan& plan);

}

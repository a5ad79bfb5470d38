#pragma once

#include "compression/codebook/codebook.h"
#include "compression/codebook_form.h"
#include "compression/quantization_aware_training.h"

namespace broto {

/// How weights come to share the entries of codebooks.
struct CodebookOptions {
    std::size_t size = 16; ///< of a codebook at most: 4, 16 or 256
    CentreMethod method = CentreMethod::KMeans;
    CentreOptions centres;
    Codebooks codebooks = Codebooks::ALayer;
    ExtraTraining extra; ///< of the entries, as the integers that they are
    bool operator==(const CodebookOptions&) const = default;
};

/// The weights of every layer as entries of codebooks. Each weight counts as int8 step of its neuron, so that neurons
/// of all sizes share the entries; errors count as what they are in the network. A method that finds fewer entries than
/// the smallest codebook that has room for them leaves places over.
Result<QatResult> shareWeights(const LearningStart& start, const Dataset& data, const CodebookOptions& options,
                               const RunControl& control = {}, const EpochObserver& observer = {});

/// What is usual.
TrainingSettings codebookSettings(const CodebookOptions& options, const TrainingSettings& before);

}

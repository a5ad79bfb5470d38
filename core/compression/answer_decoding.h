#pragma once

#include "compression/predictor.h"

namespace broto {

/// Fills in what the raw outputs of an answer stand for, whoever computed them: the class and how certain it is, or the
/// value in the target's unit.
void decodeOutputs(const OutputDecoding& decoding, Prediction& prediction);

}

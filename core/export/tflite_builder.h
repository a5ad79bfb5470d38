#pragma once

#include "compression/input_steps.h"
#include "export/tflite_model.h"

#include <span>

namespace broto {

// Pieces that graphs are made of. Each adds operators behind a tensor and returns the tensor of the results.

/// Row of values, as every tensor of these graphs is: {1, count}.
TfliteTensor tfliteRow(std::string name, TfliteType type, std::size_t count);

int addTfliteOperator(TfliteModel& model, TfliteOp op, std::vector<int> inputs, TfliteTensor result,
                      TfliteFused fused = TfliteFused::None, float parameter = 0);

/// A row in raw units to the inputs of the network: missing values filled, categories spread, numbers scaled.
int addTflitePreprocessing(TfliteModel& model, int row, const Preprocessing& preprocessing);

/// An activation on floats. `name` is that of the layer.
int addTfliteActivation(TfliteModel& model, int sums, Activation activation, const std::string& name);

/// An activation on integers: each is looked up in a table of 256, the first for -128.
int addTfliteTable(TfliteModel& model, int sums, const std::vector<std::int8_t>& table, float scale,
                   const std::string& name);

}

#pragma once

#include "export/onnx_model.h"
#include "export/tflite_model.h"

namespace broto {

/// What a kind of numbers is called where models are made, for messages: "bfloat16".
std::string kindName(OnnxType type);
std::string kindName(TfliteType type);

}

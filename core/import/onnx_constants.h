#pragma once

#include "export/onnx_model.h"
#include "import/constant_values.h"

#include <deque>
#include <map>
#include <optional>

namespace broto {

/// What stands in an .onnx file by name: tensors, and what nodes make of them alone (Constant, QuantizeLinear,
/// DequantizeLinear, Identity). The file must outlive it.
class OnnxConstants {
public:
    explicit OnnxConstants(const OnnxModel& file);

    /// Whether a node makes a constant of constants; then it is known from now on.
    bool takes(const OnnxNode& node);

    const OnnxTensor* find(const std::string& name) const;
    /// Of any kind that floats hold, or what integers are dequantized to; empty where there is none of that name, or
    /// one of them is beyond a float.
    std::vector<float> numbers(const std::string& name) const;
    bool areBeyondFloat(const std::string& name) const;
    std::vector<std::int64_t> sizes(const std::string& name) const; ///< integers of 64 bits, as of a shape
    std::size_t count(const std::string& name) const;               ///< of its numbers
    std::optional<QuantizedConstant> quantized(const std::string& name) const;

private:
    bool takesQuantization(const OnnxNode& node, const OnnxTensor& from);
    const OnnxTensor* keep(OnnxTensor tensor);
    bool spend(std::size_t bytes);

    struct Quantized {
        const OnnxTensor* integers;
        std::vector<float> scale;
        const OnnxTensor* zero;
        int axis;
    };

    std::map<std::string, const OnnxTensor*> m_tensors;
    std::map<std::string, Quantized> m_quantized;
    std::deque<OnnxTensor> m_made;              ///< that nodes made, at places that stay
    std::size_t m_left = std::size_t(64) << 20; ///< bytes that nodes may make: many could each copy a large constant
};

/// Of the integers that a node quantizes to: that of the zero point, else what the node says.
OnnxType quantizedType(const OnnxNode& node, const OnnxTensor* zeroPoint);

std::int64_t integerOf(const OnnxNode& node, std::string_view attribute, std::int64_t otherwise);
float numberOf(const OnnxNode& node, std::string_view attribute, float otherwise);

}

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broto {

/// Writes Protocol Buffers, the container of .onnx files: fields one after the other, in the order of the calls.
class ProtobufWriter {
public:
    void integer(int field, std::int64_t value);
    void number(int field, float value);
    void bytes(int field, std::string_view bytes); ///< texts and raw data
    void message(int field, const ProtobufWriter& message) { bytes(field, message.m_bytes); }

    const std::string& bytes() const { return m_bytes; }

private:
    void varint(std::uint64_t value);

    std::string m_bytes;
};

}

#include "export/protobuf_writer.h"

#include <cstring>

namespace broto {

namespace {

// What a field's tag says of its value.
constexpr std::uint64_t varintWire = 0;
constexpr std::uint64_t lengthWire = 2;
constexpr std::uint64_t fourBytesWire = 5;

std::uint64_t tag(int field, std::uint64_t wire)
{
    return static_cast<std::uint64_t>(field) << 3 | wire;
}

}

void ProtobufWriter::varint(std::uint64_t value)
{
    for (; value > 127; value >>= 7)
        m_bytes.push_back(static_cast<char>(value | 128));
    m_bytes.push_back(static_cast<char>(value));
}

void ProtobufWriter::integer(int field, std::int64_t value)
{
    varint(tag(field, varintWire));
    varint(static_cast<std::uint64_t>(value));
}

void ProtobufWriter::number(int field, float value)
{
    varint(tag(field, fourBytesWire));
    char bytes[sizeof(value)];
    std::memcpy(bytes, &value, sizeof(value));
    m_bytes.append(bytes, sizeof(value));
}

void ProtobufWriter::bytes(int field, std::string_view bytes)
{
    varint(tag(field, lengthWire));
    varint(bytes.size());
    m_bytes.append(bytes);
}

}

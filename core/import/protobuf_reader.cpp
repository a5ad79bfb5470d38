#include "import/protobuf_reader.h"

#include <bit>
#include <cstring>

namespace broto {

namespace {

/// Numbers one behind the other, as they lie in memory.
template<class Number>
bool appendPacked(std::string_view bytes, std::vector<Number>& numbers)
{
    const std::size_t count = bytes.size() / sizeof(Number);
    const std::size_t before = numbers.size();
    numbers.resize(before + count);
    if (count > 0)
        std::memcpy(numbers.data() + before, bytes.data(), count * sizeof(Number));
    return bytes.size() % sizeof(Number) == 0;
}

}

bool ProtobufReader::varint(std::uint64_t& value)
{
    value = 0;
    for (unsigned shift = 0; shift < 64 && !m_left.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(m_left.front());
        m_left.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 127) << shift;
        if (byte < 128)
            return true;
    }
    return false;
}

bool ProtobufReader::take(std::uint64_t count, std::string_view& bytes)
{
    if (count > m_left.size())
        return false;
    bytes = m_left.substr(0, static_cast<std::size_t>(count));
    m_left.remove_prefix(static_cast<std::size_t>(count));
    return true;
}

bool ProtobufReader::fixed(std::size_t size, std::uint64_t& value)
{
    std::string_view bytes;
    value = 0;
    if (!take(size, bytes))
        return false;
    std::memcpy(&value, bytes.data(), size);
    return true;
}

bool ProtobufReader::next(ProtobufField& field)
{
    if (m_left.empty() || m_damaged)
        return false;
    field = {};
    std::uint64_t tag = 0, length = 0;
    bool sound = varint(tag);
    field.number = static_cast<int>(tag >> 3 & 0x1fffffff);
    switch (tag & 7) {
    case 0:
        sound = sound && varint(field.integer);
        break;
    case 1:
        sound = sound && fixed(8, field.integer);
        break;
    case 2:
        field.isBytes = true;
        sound = sound && varint(length) && take(length, field.bytes);
        break;
    case 5:
        sound = sound && fixed(4, field.integer);
        break;
    default: // groups went out of use before there was ONNX
        sound = false;
    }
    m_damaged = !sound;
    return sound;
}

bool appendIntegers(const ProtobufField& field, std::vector<std::int64_t>& numbers)
{
    if (!field.isBytes) {
        numbers.push_back(static_cast<std::int64_t>(field.integer));
        return true;
    }
    // Packed numbers are varints without tags.
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const char c : field.bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (shift >= 64)
            return false;
        value |= static_cast<std::uint64_t>(byte & 127) << shift;
        shift += 7;
        if (byte < 128) {
            numbers.push_back(static_cast<std::int64_t>(value));
            value = 0;
            shift = 0;
        }
    }
    return shift == 0;
}

bool appendFloats(const ProtobufField& field, std::vector<float>& numbers)
{
    if (field.isBytes)
        return appendPacked(field.bytes, numbers);
    numbers.push_back(floatOf(field));
    return true;
}

bool appendDoubles(const ProtobufField& field, std::vector<double>& numbers)
{
    if (field.isBytes)
        return appendPacked(field.bytes, numbers);
    numbers.push_back(std::bit_cast<double>(field.integer));
    return true;
}

float floatOf(const ProtobufField& field)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(field.integer));
}

}

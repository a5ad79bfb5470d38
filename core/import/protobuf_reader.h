#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broto {

/// One field of a Protocol Buffers message.
struct ProtobufField {
    int number = 0;
    std::uint64_t integer = 0; ///< of a varint, or the bits of a number of four or eight bytes
    std::string_view bytes;    ///< of a text, of raw data, of a message or of packed numbers
    bool isBytes = false;
};

/// Reads a message that nobody vouches for, field by field, and never leaves its bytes.
class ProtobufReader {
public:
    explicit ProtobufReader(std::string_view bytes) : m_left(bytes) {}

    /// False at the end, and where the bytes make no sense.
    bool next(ProtobufField& field);
    bool damaged() const { return m_damaged; }

private:
    bool varint(std::uint64_t& value);
    bool take(std::uint64_t count, std::string_view& bytes);
    bool fixed(std::size_t size, std::uint64_t& value);

    std::string_view m_left;
    bool m_damaged = false;
};

/// The numbers of a repeated field: one where it came alone, all of them where they are packed. False: damaged.
bool appendIntegers(const ProtobufField& field, std::vector<std::int64_t>& numbers);
bool appendFloats(const ProtobufField& field, std::vector<float>& numbers);
bool appendDoubles(const ProtobufField& field, std::vector<double>& numbers);

float floatOf(const ProtobufField& field);

}

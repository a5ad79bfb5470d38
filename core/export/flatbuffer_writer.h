#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broto {

/// Writes FlatBuffers, the container of .tflite files: from the end of the file towards its beginning, so that all that
/// a table points to is there before the table. Numbers are little-endian.
class FlatBufferWriter {
public:
    /// Where something begins, in bytes from the end of the file. 0 is nowhere.
    using Place = std::uint32_t;

    Place text(std::string_view text);
    Place places(std::span<const Place> places);

    /// The first number stands at a multiple of `alignment` in the file.
    template<class Number>
    Place numbers(std::span<const Number> numbers, std::size_t alignment = sizeof(Number))
    {
        const std::size_t bytes = numbers.size() * sizeof(Number);
        pad(bytes, sizeof(std::uint32_t));
        pad(bytes, alignment);
        for (std::size_t i = numbers.size(); i-- > 0;)
            put(numbers[i]);
        put(static_cast<std::uint32_t>(numbers.size()));
        return here();
    }

    // A table: begun, filled by the numbers of its fields, ended. Nothing else may be written meanwhile.
    void beginTable();
    template<class Number>
    void number(int field, Number value)
    {
        pad(0, sizeof(Number));
        put(value);
        m_fields.emplace_back(field, here());
    }
    void place(int field, Place place); ///< nowhere: the field stays away
    Place endTable();

    /// The whole file. `identifier` has four letters.
    std::string finish(Place root, std::string_view identifier);

private:
    Place here() const { return static_cast<Place>(m_reversed.size()); }
    void pad(std::size_t bytesToCome, std::size_t alignment);

    template<class Number>
    void put(Number value)
    {
        char bytes[sizeof(Number)];
        std::memcpy(bytes, &value, sizeof(Number));
        for (std::size_t i = sizeof(Number); i-- > 0;)
            m_reversed.push_back(bytes[i]);
    }

    std::string m_reversed; ///< the file, its last byte first
    std::vector<std::pair<int, Place>> m_fields;
    Place m_tableEnd = 0;
};

}

#include "export/flatbuffer_writer.h"

#include <algorithm>
#include <bit>

namespace broto {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie in memory");

void FlatBufferWriter::pad(std::size_t bytesToCome, std::size_t alignment)
{
    while ((m_reversed.size() + bytesToCome) % alignment != 0)
        m_reversed.push_back(0);
}

FlatBufferWriter::Place FlatBufferWriter::text(std::string_view text)
{
    pad(text.size() + 1, sizeof(std::uint32_t));
    m_reversed.push_back(0);
    m_reversed.append(text.rbegin(), text.rend());
    put(static_cast<std::uint32_t>(text.size()));
    return here();
}

FlatBufferWriter::Place FlatBufferWriter::places(std::span<const Place> places)
{
    pad(places.size() * sizeof(std::uint32_t), sizeof(std::uint32_t));
    for (std::size_t i = places.size(); i-- > 0;)
        put(here() + static_cast<Place>(sizeof(std::uint32_t)) - places[i]);
    put(static_cast<std::uint32_t>(places.size()));
    return here();
}

void FlatBufferWriter::beginTable()
{
    m_fields.clear();
    m_tableEnd = here();
}

void FlatBufferWriter::place(int field, Place place)
{
    if (place == 0)
        return;
    pad(0, sizeof(std::uint32_t));
    put(here() + static_cast<Place>(sizeof(std::uint32_t)) - place);
    m_fields.emplace_back(field, here());
}

FlatBufferWriter::Place FlatBufferWriter::endTable()
{
    pad(0, sizeof(std::int32_t));
    put(std::int32_t(0)); // becomes the way to the list of fields
    const Place table = here();
    int last = -1;
    for (const auto& [field, at] : m_fields)
        last = std::max(last, field);
    std::vector<std::uint16_t> offsets(static_cast<std::size_t>(last + 1), 0);
    for (const auto& [field, at] : m_fields)
        offsets[static_cast<std::size_t>(field)] = static_cast<std::uint16_t>(table - at);
    for (std::size_t i = offsets.size(); i-- > 0;)
        put(offsets[i]);
    put(static_cast<std::uint16_t>(table - m_tableEnd));
    put(static_cast<std::uint16_t>(sizeof(std::uint16_t) * (offsets.size() + 2)));
    const auto way = static_cast<std::int32_t>(here() - table);
    char bytes[sizeof(way)];
    std::memcpy(bytes, &way, sizeof(way));
    for (std::size_t i = 0; i < sizeof(way); ++i)
        m_reversed[table - 1 - i] = bytes[i];
    return table;
}

std::string FlatBufferWriter::finish(Place root, std::string_view identifier)
{
    constexpr std::size_t largestAlignment = 16;
    pad(identifier.size() + sizeof(std::uint32_t), largestAlignment);
    m_reversed.append(identifier.rbegin(), identifier.rend());
    put(here() + static_cast<Place>(sizeof(std::uint32_t)) - root);
    return {m_reversed.rbegin(), m_reversed.rend()};
}

}

#include "import/flatbuffer_reader.h"

namespace broto {

std::string_view FlatBufferFile::range(std::size_t place, std::size_t count, std::size_t size)
{
    if (place > m_bytes.size() || count > (m_bytes.size() - place) / size || count * size > m_left) {
        m_damaged = true;
        return {};
    }
    m_left -= count * size;
    return {m_bytes.data() + place, count * size};
}

std::size_t FlatBufferFile::follow(std::size_t place)
{
    const std::size_t target = place + at<std::uint32_t>(place);
    if (target >= m_bytes.size())
        m_damaged = true;
    return m_damaged ? 0 : target;
}

FlatBufferTable FlatBufferTable::root(FlatBufferFile& file)
{
    return {file, file.follow(0)};
}

std::size_t FlatBufferTable::fieldPlace(int field) const
{
    if (m_place == 0 || m_file->damaged())
        return 0;
    const auto list = static_cast<std::int64_t>(m_place) - m_file->at<std::int32_t>(m_place);
    if (list < 0)
        return m_file->range(m_file->size(), 1, 1).size(); // damaged
    const auto start = static_cast<std::size_t>(list);
    const std::size_t entry = sizeof(std::uint16_t) * (2 + static_cast<std::size_t>(field));
    if (entry + sizeof(std::uint16_t) > m_file->at<std::uint16_t>(start))
        return 0;
    const auto offset = m_file->at<std::uint16_t>(start + entry);
    return offset == 0 ? 0 : m_place + offset;
}

std::string_view FlatBufferTable::vectorRange(int field, std::size_t size) const
{
    const std::size_t place = fieldPlace(field);
    if (place == 0)
        return {};
    const std::size_t vector = m_file->follow(place);
    return m_file->range(vector + sizeof(std::uint32_t), m_file->at<std::uint32_t>(vector), size);
}

std::string_view FlatBufferTable::bytes(int field) const
{
    return vectorRange(field, 1);
}

FlatBufferTable FlatBufferTable::table(int field) const
{
    const std::size_t place = fieldPlace(field);
    return {*m_file, place == 0 ? 0 : m_file->follow(place)};
}

std::vector<FlatBufferTable> FlatBufferTable::tables(int field) const
{
    std::vector<FlatBufferTable> tables;
    const std::size_t place = fieldPlace(field);
    if (place == 0)
        return tables;
    const std::size_t vector = m_file->follow(place);
    const std::size_t count =
        m_file->range(vector + sizeof(std::uint32_t), m_file->at<std::uint32_t>(vector), sizeof(std::uint32_t)).size() /
        sizeof(std::uint32_t);
    for (std::size_t i = 0; i < count && !m_file->damaged(); ++i)
        tables.push_back({*m_file, m_file->follow(vector + sizeof(std::uint32_t) * (i + 1))});
    return tables;
}

}

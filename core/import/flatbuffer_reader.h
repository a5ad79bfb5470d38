#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace broto {

/// The bytes of a FlatBuffers file that nobody vouches for, with what was found wrong with them. Reading never leaves
/// them and never fails on the spot: what is not there reads as its default, and the file counts as damaged.
class FlatBufferFile {
public:
    explicit FlatBufferFile(std::string_view bytes) : m_bytes(bytes), m_left(mostCopies * bytes.size()) {}

    bool damaged() const { return m_damaged; }
    std::size_t size() const { return m_bytes.size(); }

    /// A number that begins at a byte of the file.
    template<class Number>
    Number at(std::size_t place)
    {
        Number number{};
        if (place > m_bytes.size() || m_bytes.size() - place < sizeof(Number))
            m_damaged = true;
        else
            std::memcpy(&number, m_bytes.data() + place, sizeof(Number));
        return number;
    }

    /// `count` things of `size` bytes. Everything that is read so counts: tables may point to the same bytes as often
    /// as they like, and must not make a small file large.
    std::string_view range(std::size_t place, std::size_t count, std::size_t size);

    /// Where the reference that stands at a place leads.
    std::size_t follow(std::size_t place);

private:
    static constexpr std::size_t mostCopies = 8;

    std::string_view m_bytes;
    std::size_t m_left;
    bool m_damaged = false;
};

/// A table of such a file. Fields that are left out have their defaults.
class FlatBufferTable {
public:
    static FlatBufferTable root(FlatBufferFile& file);

    bool has(int field) const { return fieldPlace(field) != 0; }

    template<class Number>
    Number number(int field, Number otherwise = {}) const
    {
        const std::size_t place = fieldPlace(field);
        return place == 0 ? otherwise : m_file->at<Number>(place);
    }

    std::string_view bytes(int field) const; ///< a text or a vector of bytes
    FlatBufferTable table(int field) const;  ///< with nothing in it where there is none
    std::vector<FlatBufferTable> tables(int field) const;

    template<class Number>
    std::vector<Number> numbers(int field) const
    {
        const std::string_view range = vectorRange(field, sizeof(Number));
        std::vector<Number> numbers(range.size() / sizeof(Number));
        if (!numbers.empty())
            std::memcpy(numbers.data(), range.data(), range.size());
        return numbers;
    }

private:
    FlatBufferTable(FlatBufferFile& file, std::size_t place) : m_file(&file), m_place(place) {}

    std::size_t fieldPlace(int field) const; ///< 0: left out
    std::string_view vectorRange(int field, std::size_t size) const;

    FlatBufferFile* m_file;
    std::size_t m_place; ///< 0: nothing in it
};

}

#include "data/text_set.h"

#include "data/mixed_bits.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace broto {

namespace {

// Pages grow, so that a table of many columns with few texts each stays small.
constexpr std::size_t firstPageSize = std::size_t(1) << 10;
constexpr std::size_t mostDoublings = 8;

std::uint64_t wordAt(std::string_view text, std::size_t at, std::size_t size = sizeof(std::uint64_t))
{
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, size);
    return word;
}

std::uint32_t hashOf(std::string_view text)
{
    constexpr std::size_t step = sizeof(std::uint64_t);
    std::uint64_t hash = text.size();
    std::size_t i = 0;
    for (; i + step <= text.size(); i += step)
        hash = mixedBits(hash ^ wordAt(text, i));
    if (i < text.size())
        hash =
            mixedBits(hash ^ (text.size() >= step ? wordAt(text, text.size() - step) : wordAt(text, 0, text.size())));
    return static_cast<std::uint32_t>(hash >> 20);
}

/// A text's number with its first eight bytes, as one integer that is in the same order.
struct TextKey {
    std::uint64_t begin = 0;
    std::int32_t code = 0;
};

std::uint64_t firstBytesOf(std::string_view text)
{
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < sizeof begin; ++i)
        begin = begin << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return begin;
}

/// Sorts pieces and then merges them, so that it can be ended at any moment.
template<class Before>
bool sortInPieces(std::vector<TextKey>& keys, Before before, const RunControl& control)
{
    constexpr std::size_t piece = 4096;
    const auto at = [&keys](std::size_t i) {
        return keys.begin() + static_cast<std::ptrdiff_t>(std::min(i, keys.size()));
    };
    for (std::size_t i = 0; i < keys.size(); i += piece) {
        if (control.stopRequested())
            return false;
        std::sort(at(i), at(i + piece), before);
    }
    std::vector<TextKey> merged;
    for (std::size_t width = piece; width < keys.size(); width *= 2) {
        merged.clear();
        merged.reserve(keys.size());
        for (std::size_t i = 0; i < keys.size(); i += 2 * width) {
            auto left = at(i);
            auto right = at(i + width);
            const auto leftEnd = right;
            const auto rightEnd = at(i + 2 * width);
            while (left != leftEnd || right != rightEnd) {
                if (merged.size() % piece == 0 && control.stopRequested())
                    return false;
                const bool fromRight = left == leftEnd || (right != rightEnd && before(*right, *left));
                merged.push_back(fromRight ? *right++ : *left++);
            }
        }
        keys.swap(merged);
    }
    return true;
}

}

TextSet::TextSet() : m_slots(64) {}

std::int32_t TextSet::codeOf(std::string_view text)
{
    const std::uint32_t hash = hashOf(text);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot].code >= 0) {
        if (m_slots[slot].hash == hash && m_texts[static_cast<std::size_t>(m_slots[slot].code)] == text)
            return m_slots[slot].code;
        slot = (slot + 1) & mask;
    }
    return insert(slot, hash, text);
}

std::int32_t TextSet::insert(std::size_t slot, std::uint32_t hash, std::string_view text)
{
    const auto code = static_cast<std::int32_t>(m_texts.size());
    m_texts.push_back(kept(text));
    m_slots[slot] = {hash, code};
    m_bytes += sizeof(std::string_view) + text.size();
    if (2 * m_texts.size() > m_slots.size())
        grow();
    return code;
}

std::string_view TextSet::kept(std::string_view text)
{
    if (text.size() > m_pageLeft) {
        m_pageLeft = std::max(firstPageSize << std::min(m_pages.size(), mostDoublings), text.size());
        m_pages.push_back(std::make_unique_for_overwrite<char[]>(m_pageLeft));
        m_pageNext = m_pages.back().get();
    }
    char* const copy = std::exchange(m_pageNext, m_pageNext + text.size());
    m_pageLeft -= text.size();
    std::copy(text.begin(), text.end(), copy);
    return {copy, text.size()};
}

void TextSet::grow()
{
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(2 * m_slots.size()));
    m_bytes += old.size() * sizeof(Slot);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& taken : old) {
        if (taken.code < 0)
            continue;
        std::size_t slot = taken.hash & mask;
        while (m_slots[slot].code >= 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = taken;
    }
}

std::vector<std::int32_t> TextSet::sorted(const RunControl& control) const
{
    std::vector<TextKey> keys;
    keys.reserve(m_texts.size());
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        keys.push_back({firstBytesOf(m_texts[i]), static_cast<std::int32_t>(i)});
    const auto before = [this](const TextKey& a, const TextKey& b) {
        return a.begin != b.begin ? a.begin < b.begin : text(a.code) < text(b.code);
    };
    std::vector<std::int32_t> codes;
    if (!sortInPieces(keys, before, control))
        return codes;
    codes.reserve(keys.size());
    for (const TextKey& key : keys)
        codes.push_back(key.code);
    return codes;
}

}

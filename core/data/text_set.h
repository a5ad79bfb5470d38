#pragma once

#include "common/run_control.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace broto {

/// Different texts, numbered from 0 in the order in which they come.
class TextSet {
public:
    TextSet();

    /// The number of a text, which is copied if it is new.
    std::int32_t codeOf(std::string_view text);
    std::size_t size() const { return m_texts.size(); }
    std::string_view text(std::int32_t code) const { return m_texts[static_cast<std::size_t>(code)]; }

    /// The numbers in the bytewise order of their texts; nothing when the run is to end.
    std::vector<std::int32_t> sorted(const RunControl& control) const;
    std::size_t bytes() const { return m_bytes; }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::int32_t code = -1; ///< -1: free
    };

    std::int32_t insert(std::size_t slot, std::uint32_t hash, std::string_view text);
    std::string_view kept(std::string_view text);
    void grow();

    std::vector<Slot> m_slots; ///< a power of two, at most half full
    std::vector<std::string_view> m_texts;
    std::vector<std::unique_ptr<char[]>> m_pages;
    std::size_t m_pageLeft = 0;
    char* m_pageNext = nullptr;
    std::size_t m_bytes = 0;
};

}

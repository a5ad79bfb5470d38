#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace broto {

/// Finds the bytes that end a value, 64 bytes of the text at a time. Made for going through a text from front to back.
class MarkScanner {
public:
    using Marks = std::array<char, 4>;

    MarkScanner(std::string_view text, Marks marks) : m_text(text), m_marks(marks) {}

    /// Place of the first mark at `from` or behind it, or the text's size. `from` must not lie before an earlier one.
    [[gnu::always_inline]] std::size_t find(std::size_t from)
    {
        if (from >= m_window + width || m_window == none) {
            if (from >= m_text.size())
                return m_text.size();
            m_window = from / width * width;
            m_found = marksIn(m_window);
        }
        m_found &= ~std::uint64_t{0} << (from - m_window);
        while (m_found == 0) {
            m_window += width;
            if (m_window >= m_text.size()) {
                m_window = none;
                return m_text.size();
            }
            m_found = marksIn(m_window);
        }
        return m_window + static_cast<std::size_t>(std::countr_zero(m_found));
    }

private:
    static constexpr std::size_t width = 64;
    static constexpr std::size_t none = ~std::size_t{0} - width;

    std::uint64_t marksIn(std::size_t window) const
    {
        if (window + width <= m_text.size())
            return marksAt(m_text.data() + window);
        std::array<char, width> rest = {}; // NUL is no mark
        std::memcpy(rest.data(), m_text.data() + window, m_text.size() - window);
        return marksAt(rest.data());
    }

#if defined(__SSE2__)
    std::uint64_t marksAt(const char* bytes) const
    {
        constexpr std::size_t step = 16;
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < width; i += step) {
            const __m128i some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
            const auto are = [&](char mark) { return _mm_cmpeq_epi8(some, _mm_set1_epi8(mark)); };
            const __m128i any = _mm_or_si128(_mm_or_si128(are(m_marks[0]), are(m_marks[1])),
                                             _mm_or_si128(are(m_marks[2]), are(m_marks[3])));
            found |= static_cast<std::uint64_t>(_mm_movemask_epi8(any)) << i;
        }
        return found;
    }
#else
    std::uint64_t marksAt(const char* bytes) const
    {
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < width; ++i) {
            const char c = bytes[i];
            const bool mark = c == m_marks[0] || c == m_marks[1] || c == m_marks[2] || c == m_marks[3];
            found |= static_cast<std::uint64_t>(mark) << i;
        }
        return found;
    }
#endif

    std::string_view m_text;
    Marks m_marks;
    std::size_t m_window = none;
    std::uint64_t m_found = 0; ///< a bit for every byte of the window
};

}

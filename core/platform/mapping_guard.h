#pragma once

#include <cstddef>

namespace broto {

/// Keeps the program alive when pages of a mapped file cannot be read because the file was cut short or its medium is
/// gone: from there on zeros are put in their place. For the Unix sources of this folder.
class MappingGuard {
public:
    /// At most so many mappings are guarded at a time.
    static constexpr std::size_t mostGuarded = 64;

    MappingGuard() = default;
    MappingGuard(const MappingGuard&) = delete;
    MappingGuard& operator=(const MappingGuard&) = delete;
    ~MappingGuard();

    /// False: there are too many already.
    bool watch(const void* begin, std::size_t size);
    /// Whether pages had to be replaced.
    bool damaged() const;

private:
    std::size_t m_place = mostGuarded;
};

}

#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace broto {

/// Memory that begins where a cache line does, so that vector instructions read it at full speed.
template<class T>
struct CacheLineAllocator {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};

    CacheLineAllocator() = default;
    template<class Other>
    CacheLineAllocator(const CacheLineAllocator<Other>&)
    {
    }
    T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), alignment)); }
    void deallocate(T* memory, std::size_t) { ::operator delete(memory, alignment); }
    friend bool operator==(CacheLineAllocator, CacheLineAllocator) { return true; }
};

using AlignedFloats = std::vector<float, CacheLineAllocator<float>>;

}

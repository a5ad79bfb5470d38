#include "platform/large_pages.h"

#include <cstdint>

#include <sys/mman.h>

namespace broto {

void preferLargePages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes)
{
#ifdef MADV_HUGEPAGE
    constexpr std::size_t smallest = std::size_t(4) << 20;
    constexpr std::uintptr_t pageSize = 4096;
    if (bytes < smallest)
        return;
    // With the pages where it begins and ends: pieces that lie side by side can then share large pages.
    const auto begin = reinterpret_cast<std::uintptr_t>(memory) / pageSize * pageSize;
    const auto end = (reinterpret_cast<std::uintptr_t>(memory) + bytes + pageSize - 1) / pageSize * pageSize;
    (void)::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

}

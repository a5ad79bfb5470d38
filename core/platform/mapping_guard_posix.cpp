#include "platform/mapping_guard.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace broto {

namespace {

/// A signal handler gets no argument of ours and may wait for nobody.
struct Place {
    std::atomic<bool> taken = false;
    std::atomic<std::uintptr_t> begin = 0; ///< 0: not watched yet
    std::atomic<std::uintptr_t> end = 0;
    std::atomic<bool> damaged = false;
};
static_assert(std::atomic<std::uintptr_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

std::array<Place, MappingGuard::mostGuarded> places;
std::uintptr_t pageSize = 4096;
struct sigaction before = {};

bool putZeros(Place& place, std::uintptr_t address)
{
    const std::uintptr_t end = place.end.load();
    const std::uintptr_t page = address / pageSize * pageSize;
    if (page < place.begin.load() || page >= end)
        return false;
    place.damaged = true;
    const std::size_t size = (end - page + pageSize - 1) / pageSize * pageSize;
    return ::mmap(reinterpret_cast<void*>(page), size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) !=
           MAP_FAILED;
}

void onLostPage(int, siginfo_t* info, void*)
{
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (Place& place : places) {
        if (place.begin.load() != 0 && putZeros(place, address))
            return;
    }
    // Not ours: the access is made again and meets whoever was there before.
    ::sigaction(SIGBUS, &before, nullptr);
}

bool installed()
{
    static const bool done = [] {
        pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
        struct sigaction action = {};
        action.sa_sigaction = onLostPage;
        action.sa_flags = SA_SIGINFO;
        return ::sigaction(SIGBUS, &action, &before) == 0;
    }();
    return done;
}

}

bool MappingGuard::watch(const void* begin, std::size_t size)
{
    if (!installed())
        return false;
    for (std::size_t i = 0; i < places.size() && m_place == mostGuarded; ++i) {
        if (!places[i].taken.exchange(true))
            m_place = i;
    }
    if (m_place == mostGuarded)
        return false;
    Place& place = places[m_place];
    place.damaged = false;
    place.end = reinterpret_cast<std::uintptr_t>(begin) + size;
    place.begin = reinterpret_cast<std::uintptr_t>(begin);
    return true;
}

bool MappingGuard::damaged() const
{
    return m_place < mostGuarded && places[m_place].damaged;
}

MappingGuard::~MappingGuard()
{
    if (m_place == mostGuarded)
        return;
    places[m_place].begin = 0;
    places[m_place].taken = false;
}

}

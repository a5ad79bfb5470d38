#pragma once

#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <memory>
#include <vector>

namespace broto::ui {

/// A list of at most `most` values that one thread adds to while another reads it. Nobody waits, and adding costs next
/// to nothing.
template<class T, std::size_t most>
class GrowingList {
public:
    void add(const T& value)
    {
        const std::size_t index = m_size.load(std::memory_order_relaxed);
        assert(index < most);
        std::unique_ptr<Piece>& piece = m_pieces[index / pieceSize];
        if (!piece)
            piece = std::make_unique<Piece>();
        (*piece)[index % pieceSize] = value;
        m_size.store(index + 1, std::memory_order_release); // what was written before is seen by who reads this
    }

    /// For the other thread: appends what `values` does not hold yet, the first `begin` of it being something else.
    /// False where there is nothing.
    bool appendTo(std::vector<T>& values, std::size_t begin) const
    {
        const std::size_t size = m_size.load(std::memory_order_acquire), known = values.size() - begin;
        for (std::size_t index = known; index < size; ++index)
            values.push_back((*m_pieces[index / pieceSize])[index % pieceSize]);
        return size > known;
    }

private:
    static constexpr std::size_t pieceSize = 1024;
    using Piece = std::array<T, pieceSize>;

    std::array<std::unique_ptr<Piece>, most / pieceSize + 1> m_pieces;
    std::atomic<std::size_t> m_size = 0;
};

}

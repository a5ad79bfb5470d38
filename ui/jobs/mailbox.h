#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace broto::ui {

/// Holds the newest value that one thread has for another. Nobody waits, nothing piles up.
template<class T>
class Mailbox {
public:
    void put(T value)
    {
        const std::scoped_lock lock(m_mutex);
        m_value = std::move(value);
    }

    /// Lets the writer change what has not been taken yet.
    template<class Change>
    void update(Change change)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_value)
            m_value.emplace();
        change(*m_value);
    }

    std::optional<T> take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<T> m_value;
};

}

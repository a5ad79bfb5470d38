#pragma once

#include "common/message.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace broto {

/// What an operation that may fail for reasons outside the program returns: a value, or the sentence that says why not.
///
///     Result<Table> table = readTable(path);
///     if (!table)
///         return table.error();
///     use(*table);
template<class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Message error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& { assert(ok()); return *std::get_if<0>(&m_state); }
    T& value() & { assert(ok()); return *std::get_if<0>(&m_state); }
    T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Message& error() const { assert(!ok()); return *std::get_if<1>(&m_state); }

private:
    std::variant<T, Message> m_state;
};

template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Message error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Message& error() const { assert(m_error); return *m_error; }

private:
    std::optional<Message> m_error;
};

}

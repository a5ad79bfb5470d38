#pragma once

#include "common/result.h"
#include "platform/file_descriptor.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace broto {

/// One end of a channel to another process, bytes both ways. Never blocks.
class Channel {
public:
    explicit Channel(FileDescriptor socket) : m_socket(std::move(socket)) {}

    std::size_t read(std::span<std::uint8_t> bytes);        ///< what there is, possibly nothing
    std::size_t write(std::span<const std::uint8_t> bytes); ///< how much was taken
    bool ended() const { return m_ended; }                  ///< the other end is gone and all is read
    int descriptor() const { return m_socket.get(); }       ///< for waitForAny

private:
    FileDescriptor m_socket;
    bool m_ended = false;
};

/// A program that runs beside this one and ends with it, even when this one is killed, and that inherits two channels:
/// no name in a folder or on the network leads to them.
class ConnectedProcess {
public:
    using Numbers = std::array<int, 2>;

    /// `argumentsFor` gets the numbers under which the program finds the channels.
    static Result<ConnectedProcess> start(const std::filesystem::path& program,
                                          const std::function<std::vector<std::string>(Numbers)>& argumentsFor);
    ConnectedProcess(ConnectedProcess&&) noexcept;
    ConnectedProcess& operator=(ConnectedProcess&&) noexcept;
    ~ConnectedProcess(); ///< ends it: asks, waits two seconds, insists

    Channel& first();
    Channel& second();
    bool running();
    int id() const;

private:
    struct State;
    explicit ConnectedProcess(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}

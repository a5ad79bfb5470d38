#pragma once

#include "device/link.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <QtTest>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace broto {

/// Folders of its own for what virtual boards keep, so that a test meets neither the user's boards nor another test's.
class OwnFolders {
public:
    OwnFolders() : m_folder(TemporaryFolder::make("test").value())
    {
        qputenv("XDG_RUNTIME_DIR", m_folder.path().string().c_str());
        qputenv("XDG_STATE_HOME", (m_folder.path() / "state").string().c_str());
    }
    const std::filesystem::path& path() const { return m_folder.path(); }

private:
    TemporaryFolder m_folder;
};

/// A program that says `text` when it starts and answers every byte by the next one, as Intel HEX.
/// Nothing without avr-gcc.
inline std::optional<std::filesystem::path> compileTester(const std::filesystem::path& folder, const std::string& text)
{
    if (!findProgram("avr-gcc") || !findProgram("avr-objcopy"))
        return std::nullopt;
    const std::string source = BROTO_SOURCE_DIR "/tests/core/device/sketches/serial_tester.c";
    const std::string elf = (folder / (text + ".elf")).string(), hex = (folder / (text + ".hex")).string();
    const std::string definition = "-DTEXT=\"" + text + "\"";
    const auto compiled =
        runProcess({"avr-gcc", {"-std=c99", "-Os", "-mmcu=atmega328p", definition, source, "-o", elf}, {}},
                   std::chrono::seconds(60));
    const auto copied = runProcess({"avr-objcopy", {"-O", "ihex", elf, hex}, {}}, std::chrono::seconds(60));
    const bool done = compiled && compiled->exitCode == 0 && copied && copied->exitCode == 0;
    return done ? std::optional(std::filesystem::path(hex)) : std::nullopt;
}

/// What arrives until `end` is among it or the time is over.
inline std::string readUntil(Link& link, const std::string& end, std::chrono::milliseconds timeLimit)
{
    const auto deadline = std::chrono::steady_clock::now() + timeLimit;
    std::string text;
    while (text.find(end) == std::string::npos && std::chrono::steady_clock::now() < deadline) {
        std::uint8_t bytes[256];
        const Result<std::size_t> count = link.read(bytes, std::chrono::milliseconds(100));
        if (!count)
            break;
        text.append(reinterpret_cast<const char*>(bytes), *count);
    }
    return text;
}

inline bool sendBytes(Link& link, const std::string& bytes)
{
    return link.write({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, std::chrono::seconds(2))
        .ok();
}

}

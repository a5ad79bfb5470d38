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
#include <vector>

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

/// A program of the folder sketches for the ATmega328P as Intel HEX. Nothing without avr-gcc.
inline std::optional<std::filesystem::path> compileProgram(const std::filesystem::path& folder,
                                                           const std::string& sketch, const std::string& name,
                                                           std::vector<std::string> definitions)
{
    if (!findProgram("avr-gcc") || !findProgram("avr-objcopy"))
        return std::nullopt;
    const std::string source = BROTO_SOURCE_DIR "/tests/core/device/sketches/" + sketch;
    const std::string elf = (folder / (name + ".elf")).string(), hex = (folder / (name + ".hex")).string();
    std::vector<std::string> arguments = {"-std=c99", "-Os", "-mmcu=atmega328p", "-DF_CPU=16000000UL"};
    arguments.insert(arguments.end(), definitions.begin(), definitions.end());
    arguments.insert(arguments.end(), {source, "-o", elf});
    const auto compiled = runProcess({"avr-gcc", arguments, {}}, std::chrono::seconds(60));
    const auto copied = runProcess({"avr-objcopy", {"-O", "ihex", elf, hex}, {}}, std::chrono::seconds(60));
    const bool done = compiled && compiled->exitCode == 0 && copied && copied->exitCode == 0;
    return done ? std::optional(std::filesystem::path(hex)) : std::nullopt;
}

/// A program that says `text` when it starts and answers every byte by the next one.
inline std::optional<std::filesystem::path> compileTester(const std::filesystem::path& folder, const std::string& text)
{
    return compileProgram(folder, "serial_tester.c", text, {"-DTEXT=\"" + text + "\""});
}

/// By the true uploader.
inline bool uploadProgram(const Port& port, const std::filesystem::path& hex)
{
    const Result<ProcessOutcome> outcome = runProcess({"avrdude",
                                                       {"-c", "arduino", "-p", "m328p", "-P", port.path, "-b", "115200",
                                                        "-D", "-U", "flash:w:" + hex.string() + ":i"},
                                                       {}},
                                                      std::chrono::seconds(60));
    if (!outcome)
        qWarning("%s", inEnglish(outcome.error()).c_str());
    else if (outcome->exitCode != 0)
        qWarning("%s", outcome->output.c_str());
    return outcome && outcome->exitCode == 0;
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

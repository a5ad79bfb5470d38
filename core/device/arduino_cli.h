#pragma once

#include "boards/firmware_ways.h"
#include "common/result.h"
#include "common/run_control.h"
#include "device/firmware.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

inline constexpr std::string_view arduinoCliName = "arduino-cli";

/// The Arduino project's own builder, which knows every board that has a core, where it is installed.
class ArduinoCli {
public:
    /// In $BROTO_ARDUINO_CLI, in PATH, among the user's programs, or the copy that comes with the Arduino IDE 2.
    static Result<ArduinoCli> find();

    struct Core {
        std::string id; ///< "esp32:esp32"
        std::string version;
    };
    Result<std::vector<Core>> installedCores() const;

    /// The version of the core that the board needs; where it is not installed, how to get it.
    Result<std::string> coreVersion(const ArduinoCliBuild& way) const;

    /// Downloads and installs that core: minutes, and hundreds of megabytes for some.
    Result<void> installCore(const ArduinoCliBuild& way, const RunControl& control,
                             const std::function<void(std::string_view)>& onOutput = {}) const;

    /// Compiles a sketch into `folder`. `log` gets what the compiler said, also when it fails.
    Result<Firmware> compile(const std::filesystem::path& sketch, const std::filesystem::path& folder,
                             const ArduinoCliBuild& way, const Board& board, const RunControl& control,
                             std::string& log) const;

    const std::filesystem::path& program() const { return m_program; }

private:
    std::optional<std::int64_t> downloadBytes(const ArduinoCliBuild& way) const;
    explicit ArduinoCli(std::filesystem::path program) : m_program(std::move(program)) {}

    std::filesystem::path m_program;
};

}

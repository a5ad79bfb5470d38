#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broto {

/// Compiled by avr-gcc against the Arduino core for AVR boards.
struct AvrGccBuild {
    std::string mcu;            ///< -mmcu
    std::string arduinoVariant; ///< pin mapping folder of the core
    std::string arduinoBoard;   ///< ARDUINO_<this>
    std::vector<std::string> defines;
};

/// Compiled by a cross compiler with start-up code of our own. The only way of its board: its sources are others.
struct BareMetalBuild {
    std::string machine; ///< a name of core/device/bare_metal_machine.h
};

/// Compiled by arduino-cli, with the core that the board's maker gives out.
struct ArduinoCliBuild {
    std::string board;        ///< "esp32:esp32:esp32"
    std::string packageIndex; ///< address of the core's index, where arduino-cli does not know it by itself

    std::string core() const; ///< "esp32:esp32"
};

using BuildWay = std::variant<AvrGccBuild, BareMetalBuild, ArduinoCliBuild>;

/// The forms in which a compiled program can lie on disk, as uploaders and drives want them.
enum class FirmwareForm { Hex, Elf, Bin, Uf2 };

/// Run a program. In its arguments {port} is the board's port, {portName} the same without its folder, {hex}, {elf},
/// {bin}, {uf2} the firmware in that form and {folder} where all of it lies.
struct ToolUpload {
    std::string tool; ///< "avrdude"
    std::vector<std::string> arguments;
};

/// Copy a file to the drive that the board shows.
struct DriveUpload {
    std::string label; ///< "MICROBIT"
    FirmwareForm form = FirmwareForm::Hex;
};

struct UploadWay {
    int touchBaud = 0;       ///< the port is opened and closed at this speed, for which the board starts its loader
    bool loaderPort = false; ///< and that answers on a port of its own
    std::variant<ToolUpload, DriveUpload> how;
};

/// Whether a text of `ToolUpload::arguments` holds a place that means nothing, such as {prt}.
bool hasUnknownPlace(std::string_view argument);

}

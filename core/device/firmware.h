#pragma once

#include "boards/board.h"
#include "common/result.h"
#include "common/run_control.h"
#include "compression/deployable_model.h"
#include "device/sensor_pin.h"
#include "export/exported_files.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace broto {

/// A compiled program with the serial protocol, ready to be uploaded.
struct Firmware {
    std::filesystem::path folder;                        ///< in which all of it lies
    std::string name;                                    ///< with which all its files begin
    std::map<FirmwareForm, std::filesystem::path> files; ///< in the forms that its compiler makes
    std::int64_t flashBytes = 0;                         ///< measured, of all of it: model, protocol, start-up code
    std::int64_t ramBytes = 0;                           ///< static
    bool isPrepared = false;                             ///< made without a compiler: slower than exported code
    std::string log;                                     ///< what the compiler said
};

/// The sources of that program: the exported header, the protocol and a sketch that joins them; for a board that is
/// built for without an Arduino core a program with its own start in the sketch's place. No disk. Fails by name where
/// the pins are none of this board and model.
Result<ExportedFiles> firmwareSources(const DeployableModel& model, std::string_view projectName, const Board& board,
                                      const std::vector<SensorPin>& pins = {});

/// The one of them to compile, which includes or is joined by the others: "tea.ino", "tea.cpp".
std::string mainFileName(const std::string& name, const Board& board);

/// Writes the sources into `folder` and compiles them there, in the first of the board's ways whose tools are
/// installed; where none is, the model goes as data into a program that was prepared for the board. What was compiled
/// before is taken from the user's cache. Fails by name where a compiler or core is missing (with what brings it) and
/// where the program does not fit the board. With pins the program reads them when it is asked to, which takes a
/// compiler.
Result<Firmware> buildFirmware(const DeployableModel& model, std::string_view projectName, const Board& board,
                               const std::filesystem::path& folder, const RunControl& control = {},
                               const std::vector<SensorPin>& pins = {});

}

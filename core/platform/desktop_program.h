#pragma once

#include "platform/process.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace broto {

/// How a program with windows is asked to open a file.
struct DesktopProgram {
    Command command;
    std::size_t place = 0; ///< of the file among the arguments
};

/// A program that the user has under this name: in PATH, or in the menu (name.desktop), or as an AppImage whose name
/// begins with it, in the home folder, in Applications, Downloads or Desktop there, or in /opt.
std::optional<DesktopProgram> findDesktopProgram(std::string_view name);

/// Starts it with a file; it goes on by itself.
Result<void> openWith(const DesktopProgram& program, const std::filesystem::path& file);

}

#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace broto {

/// Folders of the user's, made when missing and readable by the user alone.
std::filesystem::path runtimeFolder(); ///< sockets and registrations; gone after log-out: $XDG_RUNTIME_DIR/broto
std::filesystem::path stateFolder();   ///< what should survive: flash images of virtual boards: $XDG_STATE_HOME/broto
std::filesystem::path cacheFolder();   ///< what can be made again: compiled Arduino cores: $XDG_CACHE_HOME/broto

/// The folder of the running program.
std::filesystem::path programFolder();

std::filesystem::path homeFolder();

/// Where applications are listed for the user's menus (*.desktop), the user's own first.
std::vector<std::filesystem::path> applicationFolders();

/// Folders that the user has named, in which programs are looked for before PATH; from now on, for every thread.
void setToolFolders(std::vector<std::filesystem::path> folders);
std::vector<std::filesystem::path> toolFolders();

/// A program by name, first beside the running one if asked, then in those folders, then in PATH.
std::optional<std::filesystem::path> findProgram(std::string_view name);
std::optional<std::filesystem::path> findOwnProgram(std::string_view name);

}

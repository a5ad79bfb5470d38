#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}

namespace broto {

/// Options that several commands have.

/// For CLI's check of an option that holds hidden layers; empty: they can be read.
std::string problemWithLayers(const std::string& typed);

/// The project file and its variant, both required.
void addVariantOptions(CLI::App& command, std::string& project, std::string& variant);

/// --board, an id of the catalogue. Not given: empty.
CLI::Option* addBoardOption(CLI::App& command, std::string& board);

/// --virtual, the id of a board that a program can stand in for. Not given: empty.
CLI::Option* addVirtualOption(CLI::App& command, std::string& board);

}

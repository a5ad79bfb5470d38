#pragma once

#include "platform/process.h"

#include <QString>
#include <QTemporaryDir>

#include <string>
#include <vector>

namespace broto {

/// A compiler for one kind of processor.
struct Toolchain {
    std::string name;
    std::string compiler;
    std::string package;            ///< of Debian, which brings it
    std::vector<std::string> flags; ///< that choose the processor
    std::string tools;              ///< what its nm and objdump begin with: "avr-"
    std::string bareProcessor;      ///< of a compiler without libraries, whose mathematics are made for the tests
};

/// All that an exported header has to compile with.
const std::vector<Toolchain>& toolchains();

/// Why a program cannot be used, for a test to skip with; empty if it can.
QString missing(const std::string& program, const std::string& package);

QString missing(const Toolchain& toolchain);

/// What tests/support/emulated/bare makes for compilers that come without a library: one for each processor, the
/// headers of all, and tools for the registers of an ESP32. Paths, whether something is there or not.
std::string bareLibrary(const std::string& processor);
std::string bareHeaders();
std::string windowedTools();

/// Why such a library cannot be used; empty if it can, or if there is no processor that needs one.
QString missingBareLibrary(const std::string& processor);

/// Exported headers and programs around them, in a folder that goes away with this.
class Workshop {
public:
    void write(const std::string& name, const std::string& text) const;
    std::string path(const std::string& name) const;

    /// Runs a program in the folder. What it printed; ends the test run where it fails.
    QString said(const std::string& program, const std::vector<std::string>& arguments) const;

    /// Runs a compiler in the folder. What it said if it failed, else nothing.
    QString compile(const std::string& compiler, const std::vector<std::string>& arguments) const;

private:
    QTemporaryDir m_folder;
};

}

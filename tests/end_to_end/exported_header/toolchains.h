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
    bool hasMathHeader = true;      ///< else it compiles no float32 models
    std::string tools;              ///< what its nm and objdump begin with: "avr-"
};

/// All that an exported header has to compile with.
const std::vector<Toolchain>& toolchains();

/// Why a program cannot be used, for a test to skip with; empty if it can.
QString missing(const std::string& program, const std::string& package);

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

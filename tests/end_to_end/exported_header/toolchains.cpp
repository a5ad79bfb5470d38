#include "toolchains.h"

#include <QFile>
#include <QStandardPaths>

namespace broto {

namespace {

constexpr std::chrono::seconds compileTime(60); // on a machine that does much else
constexpr std::chrono::minutes toolTime(4);     // of a builder that compiles much
const char* const armPackage = "gcc-arm-none-eabi and libnewlib-arm-none-eabi";
const char* const riscvPackage = "gcc-riscv64-unknown-elf";
const char* const xtensaPackage = "gcc-xtensa-lx106";
const std::string bareFolder = BROTO_BARE_FOLDER "/";

Toolchain arm(std::string name, std::vector<std::string> flags)
{
    flags.insert(flags.begin(), "-mthumb");
    return {std::move(name), "arm-none-eabi-g++", armPackage, std::move(flags), "arm-none-eabi-", ""};
}

Toolchain riscv(std::string architecture)
{
    // With a newer -misa-spec the library of the 64-bit core would be linked.
    return {"riscv64-unknown-elf-g++ " + architecture,
            "riscv64-unknown-elf-g++",
            riscvPackage,
            {"-march=" + architecture, "-mabi=ilp32", "-misa-spec=2.2", "-ffreestanding", "-isystem", bareHeaders()},
            "riscv64-unknown-elf-",
            architecture};
}

Toolchain xtensa(std::string name, std::string tools, std::string processor, std::string abi)
{
    return {std::move(name),
            tools + "g++",
            xtensaPackage,
            {"-mabi=" + abi, "-mlongcalls", "-mtext-section-literals", "-ffreestanding", "-isystem", bareHeaders()},
            tools,
            std::move(processor)};
}

}

const std::vector<Toolchain>& toolchains()
{
    static const std::vector<Toolchain> all = {
        {"g++", "g++", "g++", {}, "", ""},
        {"clang++", "clang++", "clang", {}, "", ""},
        {"avr-g++ atmega328p", "avr-g++", "gcc-avr and avr-libc", {"-mmcu=atmega328p"}, "avr-", ""},
        arm("arm-none-eabi-g++ cortex-m0", {"-mcpu=cortex-m0"}),
        arm("arm-none-eabi-g++ cortex-m3", {"-mcpu=cortex-m3"}),
        arm("arm-none-eabi-g++ cortex-m4", {"-mcpu=cortex-m4"}),
        arm("arm-none-eabi-g++ cortex-m4 hard float", {"-mcpu=cortex-m4", "-mfpu=fpv4-sp-d16", "-mfloat-abi=hard"}),
        riscv("rv32imc"),
        riscv("rv32imac"),
        xtensa("xtensa-lx106-elf-g++", "xtensa-lx106-elf-", "lx106", "call0"),
        xtensa("xtensa-lx106-elf-g++ windowed", windowedTools(), "windowed", "windowed"),
    };
    return all;
}

QString missing(const std::string& program, const std::string& package)
{
    const QString name = QString::fromStdString(program);
    if (!QStandardPaths::findExecutable(name).isEmpty())
        return {};
    return QStringLiteral("NOT TESTED: %1 is not installed (Debian package %2)")
        .arg(name, QString::fromStdString(package));
}

QString missing(const Toolchain& toolchain)
{
    const QString library = missingBareLibrary(toolchain.bareProcessor);
    return library.isEmpty() ? missing(toolchain.compiler, toolchain.package) : library;
}

std::string bareLibrary(const std::string& processor)
{
    return bareFolder + processor + "/libbare.a";
}

std::string bareHeaders()
{
    return bareFolder + "sources/newlib/libc/include";
}

std::string windowedTools()
{
    return bareFolder + "bin/xtensa-windowed-elf-";
}

QString missingBareLibrary(const std::string& processor)
{
    if (processor.empty() || QFile::exists(QString::fromStdString(bareLibrary(processor))))
        return {};
    const bool isRiscv = processor.starts_with("rv32");
    return QStringLiteral("NOT TESTED: built without what a program for %1 is linked with (Debian packages %2)")
        .arg(QString::fromStdString(processor),
             isRiscv ? QStringLiteral("gcc-riscv64-unknown-elf and newlib-source")
                     : QStringLiteral("gcc-xtensa-lx106, newlib-source, gcc-12-source and binutils-source"));
}

void Workshop::write(const std::string& name, const std::string& text) const
{
    QFile file(QString::fromStdString(path(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0)
        qFatal("%s cannot be written", qPrintable(file.fileName()));
}

std::string Workshop::path(const std::string& name) const
{
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
}

QString Workshop::said(const std::string& program, const std::vector<std::string>& arguments) const
{
    const Result<ProcessOutcome> outcome = runProcess({program, arguments, m_folder.path().toStdString()}, toolTime);
    if (!outcome || outcome->exitCode != 0)
        qFatal("%s: %s", program.c_str(), outcome ? outcome->output.c_str() : inEnglish(outcome.error()).c_str());
    return QString::fromStdString(outcome->output);
}

QString Workshop::compile(const std::string& compiler, const std::vector<std::string>& arguments) const
{
    const Result<ProcessOutcome> outcome =
        runProcess({compiler, arguments, m_folder.path().toStdString()}, compileTime);
    if (!outcome)
        return QString::fromStdString(inEnglish(outcome.error()));
    if (outcome->exitCode == 0)
        return {};
    return QString::fromStdString(outcome->output) +
           QStringLiteral("(%1 failed)").arg(QString::fromStdString(compiler));
}

}

#include "platform/file.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace broto;

namespace {

const std::filesystem::path headerFolder = std::filesystem::path(BROTO_SOURCE_DIR) / "core/runtime";

constexpr std::chrono::milliseconds compileTime{60000};

std::vector<std::string> headerNames()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(headerFolder))
        if (entry.path().extension() == ".h")
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string textOf(const std::string& header)
{
    return *readFile(headerFolder / header);
}

/// What a header includes between < and >.
std::set<std::string> systemIncludes(const std::string& text)
{
    std::set<std::string> includes;
    const std::string start = "#include <";
    for (std::size_t place = text.find(start); place != std::string::npos; place = text.find(start, place)) {
        place += start.size();
        includes.insert(text.substr(place, text.find('>', place) - place));
    }
    return includes;
}

bool needsMathematics(const std::string& header)
{
    const std::string text = textOf(header);
    return systemIncludes(text).count("math.h") > 0 || text.find("#include \"activation_float32.h\"") != text.npos;
}

}

class TestRuntimeHeaders : public QObject {
    Q_OBJECT

private slots:
    void everyHeaderHasItsLicenceAndGuard();
    void headersIncludeOnlyWhatABareCompilerHas();
    void headersCompileAloneWithoutAWarning_data();
    void headersCompileAloneWithoutAWarning();
};

void TestRuntimeHeaders::everyHeaderHasItsLicenceAndGuard()
{
    for (const std::string& header : headerNames()) {
        const std::string text = textOf(header);
        std::string guard = "BROTO_RUNTIME_" + header;
        for (char& c : guard)
            c = c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        QVERIFY2(text.starts_with("// SPDX-License-Identifier: MIT-0\n#ifndef " + guard + "\n#define " + guard + "\n"),
                 header.c_str());
    }
}

void TestRuntimeHeaders::headersIncludeOnlyWhatABareCompilerHas()
{
    const std::set<std::string> allowed = {"stdint.h", "stddef.h", "avr/pgmspace.h"};
    for (const std::string& header : headerNames())
        for (const std::string& include : systemIncludes(textOf(header)))
            QVERIFY2(allowed.count(include) || (include == "math.h" && header == "activation_float32.h"),
                     (header + " includes " + include).c_str());
}

void TestRuntimeHeaders::headersCompileAloneWithoutAWarning_data()
{
    using Arguments = std::vector<std::string>;
    QTest::addColumn<std::string>("compiler");
    QTest::addColumn<Arguments>("arguments");
    QTest::newRow("g++") << std::string("g++") << Arguments{};
    QTest::newRow("clang++") << std::string("clang++") << Arguments{};
    QTest::newRow("AVR") << std::string("avr-g++") << Arguments{"-mmcu=atmega328p"};
    QTest::newRow("Cortex-M0") << std::string("arm-none-eabi-g++") << Arguments{"-mcpu=cortex-m0", "-mthumb"};
    QTest::newRow("Cortex-M4, hard float")
        << std::string("arm-none-eabi-g++")
        << Arguments{"-mcpu=cortex-m4", "-mthumb", "-mfpu=fpv4-sp-d16", "-mfloat-abi=hard"};
    QTest::newRow("RISC-V 32") << std::string("riscv64-unknown-elf-g++")
                               << Arguments{"-march=rv32imac", "-mabi=ilp32", "-ffreestanding"};
}

void TestRuntimeHeaders::headersCompileAloneWithoutAWarning()
{
    QFETCH(std::string, compiler);
    QFETCH(std::vector<std::string>, arguments);
    if (!findProgram(compiler))
        QSKIP(("NOT TESTED: " + compiler + " is not installed").c_str());
    const bool bare = compiler.starts_with("riscv"); // comes without a mathematical library
    Result<TemporaryFolder> folder = TemporaryFolder::make("runtime-headers");
    QVERIFY(folder.ok());
    arguments.insert(arguments.end(), {"-std=c++11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only",
                                       "-I" + headerFolder.string()});
    for (const std::string& header : headerNames()) {
        if (bare && needsMathematics(header))
            continue;
        const std::string name = header + ".cpp";
        QVERIFY(writeFileAtomically(folder->path() / name, "#include \"" + header + "\"\n").ok());
        arguments.push_back((folder->path() / name).string());
    }
    const Result<ProcessOutcome> outcome = runProcess({compiler, arguments, {}}, compileTime);
    QVERIFY2(outcome, outcome ? "" : inEnglish(outcome.error()).c_str());
    QVERIFY2(outcome->exitCode == 0, outcome->output.c_str());
}

QTEST_APPLESS_MAIN(TestRuntimeHeaders)
#include "tst_runtime_headers.moc"

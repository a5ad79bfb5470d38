#include "boards/board.h"
#include "device/avr_toolchain.h"
#include "end_to_end/exported_header/exported_models.h"
#include "end_to_end/exported_header/toolchains.h"
#include "export/code_formats.h"
#include "export/header_facts.h"

#include <QDir>
#include <QtTest>

using namespace broto;

namespace {

const ExportedModel& modelNamed(const std::string& title)
{
    for (const ExportedModel& exported : exportedModels())
        if (exported.title == title)
            return exported;
    qFatal("there is no model %s", title.c_str());
}

/// With names that try to break out of comments and strings, categories and missing values; numbers; readings.
const std::vector<std::string> judgedModels = {"hostile names", "int8 regression", "int8 windows"};

const std::string name = identifierFor("project", "ptq-int8");

void writeAll(const Workshop& workshop, const ExportedFiles& files)
{
    for (const ExportedFile& file : files) {
        QDir().mkpath(QFileInfo(QString::fromStdString(workshop.path(file.path))).path());
        workshop.write(file.path, file.bytes);
    }
}

const std::vector<std::string> strict = {"-Wall", "-Wextra", "-Werror"};

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// The flags that the Arduino IDE gives the compiler for a board, but with warnings for all that is ours.
std::vector<std::string> arduinoFlags(const AvrToolchain& tools, const Board& board)
{
    return {"-mmcu=" + board.compilerMcu,
            "-DF_CPU=16000000L",
            "-DARDUINO=10819",
            "-DARDUINO_" + board.arduinoBoard,
            "-DARDUINO_ARCH_AVR",
            "-std=gnu++11",
            "-fpermissive",
            "-fno-exceptions",
            "-ffunction-sections",
            "-fdata-sections",
            "-fno-threadsafe-statics",
            "-I" + (tools.arduino / "cores/arduino").string(),
            "-I" + (tools.arduino / "variants" / board.arduinoVariant).string()};
}

/// The IDE puts this line in front of a sketch.
constexpr std::string_view sketchStart = "#include <Arduino.h>\n";

std::string asSource(const ExportedFiles& files, std::string_view ending)
{
    for (const ExportedFile& file : files)
        if (file.path.ends_with(ending))
            return std::string(sketchStart) + file.bytes;
    qFatal("there is no such file");
}

/// Headers of ESP-IDF as far as the example takes them, for a compiler without any.
void writeEspIdfStubs(const Workshop& workshop)
{
    QDir().mkpath(QString::fromStdString(workshop.path("stubs/freertos")));
    workshop.write("stubs/stdio.h", "#pragma once\nextern \"C\" int printf(const char*, ...) "
                                    "__attribute__((format(printf, 1, 2)));\n");
    workshop.write("stubs/math.h", "#pragma once\nextern \"C\" double fabs(double);\n");
    workshop.write("stubs/freertos/FreeRTOS.h", "#pragma once\n#include <stdint.h>\n#define pdMS_TO_TICKS(ms) (ms)\n");
    workshop.write("stubs/freertos/task.h", "#pragma once\nextern \"C\" void vTaskDelay(uint32_t);\n");
}

}

class TestExportedFormats : public QObject {
    Q_OBJECT

private slots:
    void arduinoExamplesCompile_data();
    void arduinoExamplesCompile();
    void arduinoExampleTestsItselfAndAnswers_data();
    void arduinoExampleTestsItselfAndAnswers();
    void platformIoProjectCompiles_data() { everyModel(); }
    void platformIoProjectCompiles();
    void espIdfProjectCompiles_data() { everyModel(); }
    void espIdfProjectCompiles();
    void cmakePackageIsTestedInstalledAndUsed();

private:
    static void everyModel();
};

void TestExportedFormats::everyModel()
{
    QTest::addColumn<std::string>("model");
    for (const std::string& model : judgedModels)
        QTest::newRow(model.c_str()) << model;
}

void TestExportedFormats::arduinoExamplesCompile_data()
{
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("board");
    QTest::addColumn<std::string>("optimization");
    for (const std::string& model : judgedModels)
        for (const auto& [board, optimization] :
             {std::pair("uno", "-Os"), std::pair("uno", "-O2"), std::pair("mega", "-Os"), std::pair("mega", "-O2")})
            QTest::newRow((model + ", " + board + ' ' + optimization).c_str())
                << model << std::string(board) << std::string(optimization);
}

void TestExportedFormats::arduinoExamplesCompile()
{
    QFETCH(std::string, model);
    QFETCH(std::string, board);
    QFETCH(std::string, optimization);
    const Result<AvrToolchain> tools = findAvrToolchain();
    if (!tools)
        QSKIP(("NOT TESTED: " + inEnglish(tools.error())).c_str());
    const Workshop workshop;
    const ExportedFiles library = exportArduinoLibrary(modelNamed(model).model, "project").value();
    writeAll(workshop, library);
    const std::vector<std::string> flags =
        joined(joined(arduinoFlags(*tools, findBoard(board).value()), strict),
               {optimization, "-I" + workshop.path(name + "/src"), "-c", "sketch.cpp", "-o", "sketch.o"});
    for (const char* example : {"Constants.ino", "AnalogPins.ino"}) {
        workshop.write("sketch.cpp", asSource(library, example));
        const QString complaint = workshop.compile("avr-g++", flags);
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }
}

void TestExportedFormats::arduinoExampleTestsItselfAndAnswers_data()
{
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("board");
    for (const char* model : {"int8 relu classification", "int8 windows"})
        QTest::newRow(model) << std::string(model);
}

/// The sketch folder as it is, but for its end: it sleeps for good after the first answer.
void TestExportedFormats::arduinoExampleTestsItselfAndAnswers()
{
    QFETCH(std::string, model);
    const Result<AvrToolchain> tools = findAvrToolchain();
    if (!tools)
        QSKIP(("NOT TESTED: " + inEnglish(tools.error())).c_str());
    if (std::string_view(BROTO_SIMAVR_CONSOLE).empty())
        QSKIP("NOT TESTED: built without simavr (Debian package libsimavr-dev)");
    const DeployableModel& exported = modelNamed(model).model;
    const Workshop workshop;
    const ExportedFiles files = exportArduinoSketch(exported, "project").value();
    writeAll(workshop, files);
    std::string sketch = asSource(files, ".ino");
    const std::string pause = "delay(1000);";
    QVERIFY(sketch.find(pause) != std::string::npos);
    sketch.replace(sketch.find(pause), pause.size(), "Serial.flush(); cli(); sleep_enable(); sleep_cpu();");
    workshop.write(name + "_sketch/sketch.ino", "#include <avr/sleep.h>\n" + sketch);
    const RunControl control;
    AvrBuild build(*tools, findBoard("uno").value(), control);
    const Result<void> compiled =
        build.compile(workshop.path(name + "_sketch/sketch.ino"), workshop.path("sketch.elf"));
    QVERIFY2(compiled, compiled ? "" : build.log().c_str());
    const QStringList lines =
        workshop.said(BROTO_SIMAVR_CONSOLE, {workshop.path("sketch.elf")}).split(QStringLiteral("\r\n"));
    QCOMPARE(lines.front(), QStringLiteral("Self-test: PASS"));
    const HeaderFacts facts(exported, "project");
    const std::string answer = facts.isStream() ? facts.goldenWindow.answer : facts.goldenRows.front().answer;
    QCOMPARE(lines.value(1).toStdString(), answer);
}

void TestExportedFormats::platformIoProjectCompiles()
{
    QFETCH(std::string, model);
    const Result<AvrToolchain> tools = findAvrToolchain();
    if (!tools)
        QSKIP(("NOT TESTED: " + inEnglish(tools.error())).c_str());
    const Workshop workshop;
    const ExportedFiles project = exportPlatformIo(modelNamed(model).model, "project").value();
    writeAll(workshop, project);
    workshop.write("main.cpp", asSource(project, "/main.cpp"));
    const QString complaint =
        workshop.compile("avr-g++", joined(joined(arduinoFlags(*tools, findBoard("uno").value()), strict),
                                           {"-Os", "-I" + workshop.path(name + "_platformio/lib/" + name + "/src"),
                                            "-c", "main.cpp", "-o", "main.o"}));
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

void TestExportedFormats::espIdfProjectCompiles()
{
    QFETCH(std::string, model);
    const Workshop workshop;
    const std::string folder = name + "_esp_idf/";
    writeAll(workshop, exportEspIdf(modelNamed(model).model, "project").value());
    writeEspIdfStubs(workshop);
    for (const Toolchain& tools : toolchains()) {
        if (tools.name != "riscv64-unknown-elf-g++ rv32imc")
            continue;
        if (const QString why = missing(tools.compiler, tools.package); !why.isEmpty())
            QSKIP(qPrintable(why));
        for (const char* optimization : {"-Os", "-O2"}) {
            const QString complaint = workshop.compile(
                tools.compiler,
                joined(joined(tools.flags, strict),
                       {optimization, "-std=gnu++11", "-Wdouble-promotion", "-isystem", workshop.path("stubs"),
                        "-I" + workshop.path(folder + "components/" + name + "/include"), "-c",
                        folder + "main/main.cpp", "-o", "main.o"}));
            QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
        }
        return;
    }
    QFAIL("there is no such compiler");
}

/// Configured, built and tested as it is; installed; then found and used by a project of its own.
void TestExportedFormats::cmakePackageIsTestedInstalledAndUsed()
{
    if (const QString why = missing("cmake", "cmake"); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    writeAll(workshop, exportCmakePackage(modelNamed("hostile names").model, "project").value());
    const std::string prefix = workshop.path("installed"), build = workshop.path("build");
    workshop.said("cmake", {"-S", name + "_cmake", "-B", build, "-DCMAKE_BUILD_TYPE=Release",
                            "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror"});
    workshop.said("cmake", {"--build", build});
    QVERIFY(workshop.said("ctest", {"--test-dir", build, "--no-tests=error"}).contains(u"100% tests passed"));
    workshop.said("cmake", {"--install", build, "--prefix", prefix});

    workshop.write("main.cpp",
                   "#include <" + name + ".h>\nint main() { return broto::" + name + "::selfTest() ? 0 : 1; }\n");
    workshop.write("CMakeLists.txt", "cmake_minimum_required(VERSION 3.14)\nproject(user CXX)\nfind_package(" + name +
                                         " 1.0 REQUIRED)\nadd_executable(user main.cpp)\ntarget_link_libraries(user "
                                         "broto::" +
                                         name + ")\n");
    const std::string own = workshop.path("own");
    workshop.said("cmake", {"-S", ".", "-B", own, "-DCMAKE_PREFIX_PATH=" + prefix});
    workshop.said("cmake", {"--build", own});
    workshop.said(own + "/user", {});
}

QTEST_APPLESS_MAIN(TestExportedFormats)
#include "tst_exported_formats.moc"

// The sources of every format that holds code, with every compiler that fits them, at both optimizations, without a
// warning. The C++ header itself: tst_exported_header_compiles. Each judged model takes its turn; with
// BROTO_EVERY_COMPILER all of them meet each compiler.

#include "end_to_end/exported_header/c99_programs.h"
#include "export/code_formats.h"
#include "format_files.h"

#include <QDir>
#include <QtTest>

using namespace broto;

namespace {

const std::vector<std::string> strict = {"-Wall", "-Wextra", "-Wpedantic", "-Werror"};

/// Headers of FreeRTOS as far as the example for ESP-IDF takes them.
void writeFreeRtosStubs(const Workshop& workshop)
{
    QDir().mkpath(QString::fromStdString(workshop.path("stubs/freertos")));
    workshop.write("stubs/freertos/FreeRTOS.h", "#pragma once\n#include <stdint.h>\n#define pdMS_TO_TICKS(ms) (ms)\n");
    workshop.write("stubs/freertos/task.h", "#pragma once\nextern \"C\" void vTaskDelay(uint32_t);\n");
}

/// Whether it is one for the chips that ESP-IDF is for.
bool isOfEspIdf(const Toolchain& tools)
{
    return tools.bareProcessor == "rv32imc" || tools.bareProcessor == "windowed";
}

std::vector<std::string> modelsOfTurn(std::size_t turn)
{
    return qEnvironmentVariableIsSet("BROTO_EVERY_COMPILER")
               ? judgedModels
               : std::vector<std::string>{judgedModels[turn % judgedModels.size()]};
}

void compareWithNothing(const QString& complaint)
{
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

}

class TestFormatsCompile : public QObject {
    Q_OBJECT

private slots:
    void arduinoExamples_data() { everyArduino(); }
    void arduinoExamples();
    void platformIoProject_data() { everyArduino(); }
    void platformIoProject();
    void espIdfProject_data() { everyCompiler(isOfEspIdf); }
    void espIdfProject();
    void cmakePackage_data() { everyCompiler(); }
    void cmakePackage();
    void c99Headers_data() { everyCompiler(); }
    void c99Headers();

private:
    static void everyArduino();
    static void everyCompiler(bool (*isMeant)(const Toolchain&) = [](const Toolchain&) { return true; });
};

void TestFormatsCompile::everyArduino()
{
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("board");
    QTest::addColumn<std::string>("optimization");
    std::size_t turn = 0;
    for (const std::string board : {"uno", "mega"})
        for (const std::string optimization : {"-Os", "-O2"})
            for (const std::string& model : modelsOfTurn(turn++))
                QTest::newRow((model + ", " + board + ' ' + optimization).c_str()) << model << board << optimization;
}

void TestFormatsCompile::everyCompiler(bool (*isMeant)(const Toolchain&))
{
    QTest::addColumn<std::size_t>("toolchain");
    QTest::addColumn<std::string>("optimization");
    for (std::size_t i = 0; i < toolchains().size(); ++i)
        for (const char* optimization : {"-Os", "-O2"})
            if (isMeant(toolchains()[i]))
                QTest::addRow("%s %s", toolchains()[i].name.c_str(), optimization) << i << std::string(optimization);
}

void TestFormatsCompile::arduinoExamples()
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
        joined(arduinoFlags(*tools, findBoard(board).value()),
               {optimization, "-I" + workshop.path(exportedName + "/src"), "-c", "sketch.cpp", "-o", "sketch.o"});
    for (const char* example : {"Constants.ino", "AnalogPins.ino"}) {
        workshop.write("sketch.cpp", asSource(library, example));
        compareWithNothing(workshop.compile("avr-g++", flags));
    }
}

void TestFormatsCompile::platformIoProject()
{
    QFETCH(std::string, model);
    QFETCH(std::string, board);
    QFETCH(std::string, optimization);
    const Result<AvrToolchain> tools = findAvrToolchain();
    if (!tools)
        QSKIP(("NOT TESTED: " + inEnglish(tools.error())).c_str());
    const Workshop workshop;
    const ExportedFiles project = exportPlatformIo(modelNamed(model).model, "project").value();
    writeAll(workshop, project);
    workshop.write("main.cpp", asSource(project, "/main.cpp"));
    const std::string headers = workshop.path(exportedName + "_platformio/lib/" + exportedName + "/src");
    compareWithNothing(
        workshop.compile("avr-g++", joined(arduinoFlags(*tools, findBoard(board).value()),
                                           {optimization, "-I" + headers, "-c", "main.cpp", "-o", "main.o"})));
}

void TestFormatsCompile::espIdfProject()
{
    QFETCH(std::size_t, toolchain);
    QFETCH(std::string, optimization);
    const Toolchain& tools = toolchains()[toolchain];
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));
    const std::string folder = exportedName + "_esp_idf/";
    for (const std::string& model : modelsOfTurn(toolchain)) {
        const Workshop workshop;
        writeAll(workshop, exportEspIdf(modelNamed(model).model, "project").value());
        writeFreeRtosStubs(workshop);
        compareWithNothing(workshop.compile(
            tools.compiler,
            joined(joined(tools.flags, strict),
                   {optimization, "-std=gnu++11", "-Wdouble-promotion", "-isystem", workshop.path("stubs"),
                    "-I" + workshop.path(folder + "components/" + exportedName + "/include"), "-c",
                    folder + "main/main.cpp", "-o", "main.o"})));
    }
}

/// Its test, which a board's project can build as well.
void TestFormatsCompile::cmakePackage()
{
    QFETCH(std::size_t, toolchain);
    QFETCH(std::string, optimization);
    const Toolchain& tools = toolchains()[toolchain];
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));
    const std::string folder = exportedName + "_cmake/";
    for (const std::string& model : modelsOfTurn(toolchain)) {
        const Workshop workshop;
        const ExportedFiles package = exportCmakePackage(modelNamed(model).model, "project").value();
        writeAll(workshop, package);
        int sources = 0;
        for (const ExportedFile& file : package)
            if (file.path.ends_with(".cpp")) {
                ++sources;
                compareWithNothing(workshop.compile(
                    tools.compiler,
                    joined(joined(tools.flags, strict),
                           {optimization, "-std=c++11", "-I" + folder + "include", "-c", file.path, "-o", "test.o"})));
            }
        QVERIFY(sources > 0);
    }
}

/// Those of all models, in one program.
void TestFormatsCompile::c99Headers()
{
    QFETCH(std::size_t, toolchain);
    QFETCH(std::string, optimization);
    const Toolchain& tools = toolchains()[toolchain];
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    std::string text;
    int models = 0;
    for (const ExportedModel& exported : exportedModels())
        if (const std::string number = std::to_string(models); !exported.model.preprocessing.stream) {
            text += writeC99Part(workshop, exported.model, "project " + number, number);
            ++models;
        }
    workshop.write("model.c", text);
    compareWithNothing(
        workshop.compile(cCompiler(tools.compiler),
                         joined(joined(tools.flags, strictC99()), {optimization, "-c", "model.c", "-o", "model.o"})));
    QVERIFY(models > 20);
}

QTEST_APPLESS_MAIN(TestFormatsCompile)
#include "tst_formats_compile.moc"

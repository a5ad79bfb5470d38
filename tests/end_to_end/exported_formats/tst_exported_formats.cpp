#include "boards/board.h"
#include "common/fingerprint.h"
#include "compression/predictor.h"
#include "device/avr_toolchain.h"
#include "end_to_end/exported_header/exported_models.h"
#include "end_to_end/exported_header/machines.h"
#include "end_to_end/exported_header/toolchains.h"
#include "export/c99_header.h"
#include "export/card_promises.h"
#include "export/code_formats.h"
#include "export/header_facts.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

#include <bit>

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

/// The C compiler beside a C++ compiler: avr-g++ -> avr-gcc.
std::string cCompiler(std::string compiler)
{
    return compiler == "clang++" ? "clang" : compiler.replace(compiler.rfind("g++"), 3, "gcc");
}

const std::vector<std::string> c99 = {"-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"};

void writeC99(const Workshop& workshop, const DeployableModel& model)
{
    const ExportedFile header = exportC99Header(model, "project").value().front();
    const std::string scope = "broto_" + identifierFor("project", model.name) + '_';
    const bool isClass = model.decoding.target.task == Task::Classification;
    workshop.write(header.path, header.bytes);
    workshop.write(
        "model.c",
        "#include \"" + header.path + "\"\n#include \"" + header.path + "\"\nint ask(const float* row, " + scope +
            "Raw* raw);\nint passes(void);\n"
            "float answer(const float* row);\nconst char* text(uint16_t number);\n"
            "int ask(const float* row, " +
            scope + "Raw* raw) { return " + scope + "infer(row, raw).refused; }\nint passes(void) { return " + scope +
            "selfTest(); }\n"
            "float answer(const float* row) { return " +
            scope + (isClass ? "classify" : "predict") + "(row); }\nconst char* text(uint16_t number) { " +
            (isClass ? "return " + scope + "className(number)" : "(void)number; return 0") + "; }\n");
}

/// Asks the functions of model.c about rows, and prints whether each is refused, its raw outputs and its answer.
std::string askingProgram(const ExportedModel& exported)
{
    const std::string raw = exported.isFloat() ? "float" : "int32_t";
    std::string text =
        "#include <stdint.h>\n#include <string.h>\n#include \"console.h\"\nextern \"C\" int ask(const "
        "float*, " +
        raw +
        "*);\nextern \"C\" int passes();\nextern \"C\" float answer(const float*);\n"
        "enum { rows = " +
        std::to_string(exported.rows.size()) + ", values = " + std::to_string(exported.model.features()) +
        ", outputs = " + std::to_string(exported.model.outputs()) + " };\nstatic const uint32_t bits[] = {";
    for (const std::vector<float>& row : exported.rows)
        for (const float value : row)
            text += "0x" + hexadecimal(std::bit_cast<std::uint32_t>(value)).substr(8) + "u, ";
    return text + R"(};

template<typename Value>
static void print(Value value)
{
    uint32_t number;
    memcpy(&number, &value, 4);
    char line[10] = {0, 0, 0, 0, 0, 0, 0, 0, '\n', 0};
    for (int8_t i = 7; i >= 0; --i, number >>= 4)
        line[i] = "0123456789abcdef"[number & 15];
    writeText(line);
}

int main()
{
    print(static_cast<int32_t>(passes()));
    for (uint16_t r = 0; r < rows; ++r) {
        float row[values];
        memcpy(row, bits + r * values, sizeof row);
        )" +
           raw + R"( raw[outputs];
        const int32_t refused = ask(row, raw);
        print(refused);
        for (uint16_t o = 0; o < outputs && !refused; ++o)
            print(raw[o]);
        if (!refused)
            print(answer(row));
    }
    finish();
    return 0;
}
)";
}

std::vector<std::uint32_t> expectedNumbers(const ExportedModel& exported)
{
    std::vector<std::uint32_t> numbers = {1};
    Predictor predictor(exported.model);
    const bool isClass = exported.model.decoding.target.task == Task::Classification;
    for (const std::vector<float>& row : exported.rows) {
        const Prediction prediction = predictor.predict(row);
        numbers.push_back(prediction.refused);
        if (prediction.refused)
            continue;
        for (const std::int32_t raw : prediction.raw)
            numbers.push_back(static_cast<std::uint32_t>(raw));
        for (const float raw : prediction.rawFloat)
            numbers.push_back(std::bit_cast<std::uint32_t>(raw));
        numbers.push_back(
            std::bit_cast<std::uint32_t>(isClass ? static_cast<float>(prediction.classIndex) : prediction.value));
    }
    return numbers;
}

bool agree(std::uint32_t said, std::uint32_t expected, bool isFloat)
{
    const float ours = std::bit_cast<float>(said), theirs = std::bit_cast<float>(expected);
    return said == expected || (isFloat && std::abs(ours - theirs) <= 1e-4f * (1 + std::abs(theirs)));
}

}

class TestExportedFormats : public QObject {
    Q_OBJECT

private slots:
    void arduinoExamplesCompile_data();
    void arduinoExamplesCompile();
    void arduinoExampleTestsItselfAndAnswers_data();
    void arduinoExampleTestsItselfAndAnswers();
    void arduinoBuilderFindsTheLibraryOfTheZip();
    void platformIoProjectCompiles_data() { everyModel(); }
    void platformIoProjectCompiles();
    void espIdfProjectCompiles_data() { everyModel(); }
    void espIdfProjectCompiles();
    void cmakePackageIsTestedInstalledAndUsed();
    void c99HeaderCompiles_data();
    void c99HeaderCompiles();
    void c99HeaderKeepsItsNamesAndItsStackToItself();
    void c99HeaderAnswersAsTheWorkbench_data();
    void c99HeaderAnswersAsTheWorkbench();
    void c99HeaderTellsItsOwnBytes();
    void c99HeaderTakesNoWindows();

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
        workshop.said(BROTO_SIMAVR_CONSOLE, {"atmega328p", workshop.path("sketch.elf")}).split(QStringLiteral("\r\n"));
    QCOMPARE(lines.front(), QStringLiteral("Self-test: PASS"));
    const HeaderFacts facts(exported, "project");
    const std::string answer = facts.isStream() ? facts.goldenWindow.answer : facts.goldenRows.front().answer;
    QCOMPARE(lines.value(1).toStdString(), answer);
}

/// The ZIP, unpacked as the IDE does, is found by its header's name and built by the IDE's builder.
void TestExportedFormats::arduinoBuilderFindsTheLibraryOfTheZip()
{
    if (const QString why = missing("arduino-builder", "arduino-builder"); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Result<AvrToolchain> tools = findAvrToolchain();
    if (!tools)
        QSKIP(("NOT TESTED: " + inEnglish(tools.error())).c_str());
    const Workshop workshop;
    writeAll(workshop, exportArduinoZip(modelNamed("hostile names").model, "project").value());
    QVERIFY(QDir(QString::fromStdString(workshop.path(""))).mkpath(QStringLiteral("libraries")));
    workshop.said("cmake", {"-E", "chdir", "libraries", "cmake", "-E", "tar", "xf", "../" + name + ".zip"});
    QVERIFY(QDir().mkpath(QString::fromStdString(workshop.path("build"))));
    const std::string hardware = tools->arduino.parent_path().parent_path().string();
    const QString said =
        workshop.said("arduino-builder", {"-compile", "-hardware", hardware, "-hardware", "/usr/share/arduino-builder",
                                          "-tools", "/usr/bin", "-libraries", workshop.path("libraries"), "-fqbn",
                                          "arduino:avr:mega:cpu=atmega2560", "-build-path", workshop.path("build"),
                                          "-prefs=compiler.cpp.extra_flags=-DDECIMAL_DIG=__DECIMAL_DIG__",
                                          workshop.path("libraries/" + name + "/examples/Constants/Constants.ino")});
    QVERIFY2(said.contains(u"Sketch uses "), qPrintable(said));
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

void TestExportedFormats::c99HeaderCompiles_data()
{
    QTest::addColumn<std::size_t>("toolchain");
    QTest::addColumn<std::string>("model");
    for (std::size_t i = 0; i < toolchains().size(); ++i)
        for (const char* model : {"hostile names", "int8 tables, regression", "float, every activation"})
            if (toolchains()[i].hasMathHeader || !modelNamed(model).isFloat())
                QTest::newRow((toolchains()[i].name + ": " + model).c_str()) << i << std::string(model);
}

void TestExportedFormats::c99HeaderCompiles()
{
    QFETCH(std::size_t, toolchain);
    QFETCH(std::string, model);
    const Toolchain& tools = toolchains()[toolchain];
    const std::string compiler = cCompiler(tools.compiler);
    if (const QString why = missing(compiler, tools.package); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    writeC99(workshop, modelNamed(model).model);
    for (const char* optimization : {"-Os", "-O2"}) {
        const QString complaint = workshop.compile(
            compiler, joined(joined(tools.flags, c99), {optimization, "-c", "model.c", "-o", "model.o"}));
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }
}

void TestExportedFormats::c99HeaderKeepsItsNamesAndItsStackToItself()
{
    const ExportedModel& exported = modelNamed("int8 tables, classification");
    for (Machine machine : machines()) {
        if (!machine.name.starts_with("ATmega328P (simavr) -Os") && !machine.name.starts_with("Cortex-M0"))
            continue;
        if (const QString why = missing(machine); !why.isEmpty())
            QSKIP(qPrintable(why));
        const Workshop workshop;
        writeC99(workshop, exported.model);
        const std::string compiler = cCompiler(machine.compiler);
        const QString complaint = workshop.compile(
            compiler, joined(c99, {machine.flags[0], machine.flags[1], "-Os", "-c", "model.c", "-o", "model.o"}));
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
        const std::string nm = compiler.substr(0, compiler.rfind("gcc")) + "nm";
        // Of the program itself; helpers of the compiler; names of this file alone.
        static const QRegularExpression symbol(
            QStringLiteral("^((ask|passes|answer|text) T|(__\\w+|memcpy|memset) [UA]|\\S+ [a-z]) "));
        for (const QString& line : workshop.said(nm, {"-P", "model.o"}).split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(symbol.match(line).hasMatch(), qPrintable(line));

        workshop.write("program.cpp", "#include <stdint.h>\nextern \"C\" float answer(const float*);\nextern \"C\" int "
                                      "passes();\nenum { featureCount = " +
                                          std::to_string(exported.model.features()) +
                                          " };\n#define ANSWER answer\n#define SELF_TEST passes\n#include "
                                          "\"stack_use.h\"\n");
        machine.flags.push_back("model.o");
        const Said said = built(machine, workshop);
        QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
        const HeaderFacts facts(exported.model, "project");
        QCOMPARE(said.lines.size(), std::size_t{2});
        qInfo("%s: %s bytes for an answer, %s for selfTest", machine.name.c_str(), said.lines[0].c_str(),
              said.lines[1].c_str());
        QVERIFY(std::stoi(said.lines[0]) <= stackBytes(facts));
        QVERIFY(std::stoi(said.lines[1]) <= selfTestStackBytes(facts));
    }
}

void TestExportedFormats::c99HeaderAnswersAsTheWorkbench_data()
{
    QTest::addColumn<std::size_t>("machine");
    QTest::addColumn<std::string>("model");
    for (std::size_t i = 0; i < machines().size(); ++i)
        for (const char* beginning :
             {"desktop g++ -O2", "desktop g++ -O3 -march=native", "ATmega328P (simavr) -Os", "Cortex-M0"})
            for (const char* model :
                 {"int8 tables, classification", "mixed extremes, regression 12", "float classification"})
                if (machines()[i].name.starts_with(beginning))
                    QTest::newRow((machines()[i].name + ": " + model).c_str()) << i << std::string(model);
}

void TestExportedFormats::c99HeaderAnswersAsTheWorkbench()
{
    QFETCH(std::size_t, machine);
    QFETCH(std::string, model);
    Machine computer = machines()[machine];
    if (const QString why = missing(computer); !why.isEmpty())
        QSKIP(qPrintable(why));
    const ExportedModel& exported = modelNamed(model);
    const Workshop workshop;
    writeC99(workshop, exported.model);
    std::vector<std::string> flags = {"-c", "model.c", "-o", "model.o"};
    for (const std::string& flag : computer.flags)
        if (flag.starts_with("-m") || flag.starts_with("-O"))
            flags.push_back(flag);
    const QString complaint = workshop.compile(cCompiler(computer.compiler), joined(c99, flags));
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    workshop.write("program.cpp", askingProgram(exported));
    computer.flags.push_back("model.o");
    const Said said = built(computer, workshop);
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    const std::vector<std::uint32_t> expected = expectedNumbers(exported);
    QCOMPARE(said.lines.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(
            agree(static_cast<std::uint32_t>(std::stoul(said.lines[i], nullptr, 16)), expected[i], exported.isFloat()),
            ("line " + std::to_string(i + 1) + " is " + said.lines[i]).c_str());
}

/// A byte a weight, not what the storage would take.
void TestExportedFormats::c99HeaderTellsItsOwnBytes()
{
    const DeployableModel& model = modelNamed("ternary extremes").model;
    std::int64_t bytes = 0;
    for (const ModelLayer& any : model.layers) {
        const auto& layer = std::get<IntegerLayer>(any);
        bytes += std::int64_t{layer.inputs} * layer.outputs + 4 * layer.outputs +
                 2 * static_cast<std::int64_t>(layer.multiplier.size()) + static_cast<std::int64_t>(layer.table.size());
    }
    QVERIFY(bytes > weightBytes(model));
    const std::string text = exportC99Header(model, "project")->front().bytes;
    QVERIFY(text.find(std::to_string(bytes) + " bytes of weights in flash") != std::string::npos);
}

void TestExportedFormats::c99HeaderTakesNoWindows()
{
    const Result<ExportedFiles> files = exportC99Header(modelNamed("int8 windows").model, "project");
    QVERIFY(!files);
    QCOMPARE(files.error().id, std::string_view("export.c99-takes-no-windows"));
}

QTEST_APPLESS_MAIN(TestExportedFormats)
#include "tst_exported_formats.moc"

#include "common/fingerprint.h"
#include "compression/predictor.h"
#include "end_to_end/exported_header/c99_programs.h"
#include "end_to_end/exported_header/machines.h"
#include "export/c99_header.h"
#include "export/card_promises.h"
#include "export/code_formats.h"
#include "export/header_facts.h"
#include "format_files.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

#include <bit>

using namespace broto;

namespace {

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
    return said == expected || (isFloat && std::abs(ours - theirs) <= 1e-5f * std::max(1.0f, std::abs(theirs)));
}

}

class TestExportedFormats : public QObject {
    Q_OBJECT

private slots:
    void arduinoExampleTestsItselfAndAnswers_data();
    void arduinoExampleTestsItselfAndAnswers();
    void arduinoBuilderFindsTheLibraryOfTheZip();
    void cmakePackageIsTestedInstalledAndUsed();
    void c99HeaderKeepsItsNamesAndItsStackToItself();
    void c99HeaderAnswersAsTheWorkbench_data();
    void c99HeaderAnswersAsTheWorkbench();
    void c99HeaderTellsItsOwnBytes();
    void c99HeaderTakesNoWindows();
};

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
    workshop.write(exportedName + "_sketch/sketch.ino", "#include <avr/sleep.h>\n" + sketch);
    const RunControl control;
    AvrBuild build(*tools, findBoard("uno").value(), control);
    const Result<void> compiled =
        build.compile(workshop.path(exportedName + "_sketch/sketch.ino"), workshop.path("sketch.elf"));
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
    workshop.said("cmake", {"-E", "chdir", "libraries", "cmake", "-E", "tar", "xf", "../" + exportedName + ".zip"});
    QVERIFY(QDir().mkpath(QString::fromStdString(workshop.path("build"))));
    const std::string hardware = tools->arduino.parent_path().parent_path().string();
    const QString said = workshop.said(
        "arduino-builder",
        {"-compile", "-hardware", hardware, "-hardware", "/usr/share/arduino-builder", "-tools", "/usr/bin",
         "-libraries", workshop.path("libraries"), "-fqbn", "arduino:avr:mega:cpu=atmega2560", "-build-path",
         workshop.path("build"), "-prefs=compiler.cpp.extra_flags=-DDECIMAL_DIG=__DECIMAL_DIG__",
         workshop.path("libraries/" + exportedName + "/examples/Constants/Constants.ino")});
    QVERIFY2(said.contains(u"Sketch uses "), qPrintable(said));
}

/// Configured, built and tested as it is; installed; then found and used by a project of its own.
void TestExportedFormats::cmakePackageIsTestedInstalledAndUsed()
{
    if (const QString why = missing("cmake", "cmake"); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    writeAll(workshop, exportCmakePackage(modelNamed("hostile names").model, "project").value());
    const std::string prefix = workshop.path("installed"), build = workshop.path("build");
    workshop.said("cmake", {"-S", exportedName + "_cmake", "-B", build, "-DCMAKE_BUILD_TYPE=Release",
                            "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror"});
    workshop.said("cmake", {"--build", build});
    QVERIFY(workshop.said("ctest", {"--test-dir", build, "--no-tests=error"}).contains(u"100% tests passed"));
    workshop.said("cmake", {"--install", build, "--prefix", prefix});

    workshop.write("main.cpp", "#include <" + exportedName + ".h>\nint main() { return broto::" + exportedName +
                                   "::selfTest() ? 0 : 1; }\n");
    workshop.write("CMakeLists.txt", "cmake_minimum_required(VERSION 3.14)\nproject(user CXX)\nfind_package(" +
                                         exportedName +
                                         " 1.0 REQUIRED)\nadd_executable(user main.cpp)\ntarget_link_libraries(user "
                                         "broto::" +
                                         exportedName + ")\n");
    const std::string own = workshop.path("own");
    workshop.said("cmake", {"-S", ".", "-B", own, "-DCMAKE_PREFIX_PATH=" + prefix});
    workshop.said("cmake", {"--build", own});
    workshop.said(own + "/user", {});
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
            compiler,
            joined(strictC99(), {machine.flags[0], machine.flags[1], "-Os", "-c", "model.c", "-o", "model.o"}));
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
    const Machine& computer = machines()[machine];
    if (const QString why = missing(computer); !why.isEmpty())
        QSKIP(qPrintable(why));
    const ExportedModel& exported = modelNamed(model);
    const Workshop workshop;
    writeC99(workshop, exported.model);
    workshop.write("program.cpp", askingProgram(exported));
    const Said said = builtWithC(computer, workshop);
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

#include "export/card_promises.h"
#include "export/cost_estimate.h"
#include "export/exported_files.h"
#include "exported_models.h"
#include "machines.h"
#include "toolchains.h"

#include <QRegularExpression>
#include <QtTest>

#include <map>

using namespace broto;

namespace {

const std::vector<std::string> judgedModels = {"int8 relu classification", "int8 tables, regression",
                                               "codebook extremes", "float, every activation", "int8 windows"};
const std::vector<std::string> judgedToolchains = {"g++", "clang++", "avr-g++ atmega328p",
                                                   "arm-none-eabi-g++ cortex-m0", "riscv64-unknown-elf-g++ rv32imc"};

constexpr std::string_view judgedMachines[] = {"ATmega328P (simavr) -Os", "Cortex-M0", "Cortex-M4 hard float",
                                               "RISC-V rv32imc"};

const ExportedModel& modelNamed(const std::string& title)
{
    for (const ExportedModel& exported : exportedModels())
        if (exported.title == title)
            return exported;
    qFatal("there is no model %s", title.c_str());
}

const Toolchain& toolchainNamed(const std::string& name)
{
    for (const Toolchain& toolchain : toolchains())
        if (toolchain.name == name)
            return toolchain;
    qFatal("there is no toolchain %s", name.c_str());
}

/// A function that asks everything of a model, and does nothing else.
std::string program(const HeaderFacts& facts)
{
    const std::string ask = facts.isClassification ? "*answer = className(classify(row)); return selfTest();"
                                                   : "*answer = predict(row); return selfTest();";
    const std::string type = facts.isClassification ? "const char*" : "float";
    const std::string stream = facts.isStream() ? "    if (push(row))\n        row = window();\n" : "";
    return "#include \"" + facts.identifier + ".h\"\n\nusing namespace broto::" + facts.identifier +
           ";\n\nextern \"C\" bool askEverything(const float* row, Raw* raw, " + type +
           "* answer);\n\nbool "
           "askEverything(const float* row, Raw* raw, " +
           type + "* answer)\n{\n" + stream + "    if (infer(row, raw).refused)\n        return false;\n    " + ask +
           "\n}\n";
}

HeaderFacts writeProgram(const Workshop& workshop, const DeployableModel& model)
{
    HeaderFacts facts(model, "project");
    const ExportedFile file = exportCppHeader(model, "project").value().front();
    workshop.write(file.path, file.bytes);
    workshop.write("program.cpp", program(facts));
    return facts;
}

std::vector<std::string> arguments(const Toolchain& toolchain, const std::vector<std::string>& more)
{
    std::vector<std::string> all = toolchain.flags;
    all.insert(all.end(), {"-std=c++11", "-Os", "-Wall", "-Wextra", "-Werror"});
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// What nm and objdump say of the compiled program.
struct Object {
    QString complaint; ///< of the compiler
    QString symbols;
    QString sections;
};

/// Each pair is compiled once.
const Object& compiled(const std::string& toolchain, const std::string& model)
{
    static std::map<std::pair<std::string, std::string>, Object> objects;
    const auto [entry, isNew] = objects.try_emplace({toolchain, model});
    if (!isNew)
        return entry->second;
    const Toolchain& tools = toolchainNamed(toolchain);
    const Workshop workshop;
    writeProgram(workshop, modelNamed(model).model);
    Object& object = entry->second;
    object.complaint = workshop.compile(tools.compiler, arguments(tools, {"-c", "program.cpp", "-o", "program.o"}));
    if (object.complaint.isEmpty()) {
        object.symbols = workshop.said(tools.tools + "nm", {"-P", "program.o"});
        object.sections = workshop.said(tools.tools + "objdump", {"-h", "program.o"});
    }
    return object;
}

/// What a compiler takes for granted, and the functions of <math.h>.
bool mayBeMissing(const QString& symbol, const HeaderFacts& facts)
{
    static const QRegularExpression helpers(QStringLiteral("^(__[a-z].*|_GLOBAL_OFFSET_TABLE_|mem(cpy|set))$"));
    static const QRegularExpression unwanted(QStringLiteral("cxa|alloc|guard|printf|unwind"));
    static const QRegularExpression mathematics(
        QStringLiteral("^(exp|log|log1p|expm1|tanh|fabs|floor|fmin|fmax|exp2|pow)f?$"));
    static const QRegularExpression floatHelpers(QStringLiteral("[sd]f[23]?$|[sd]i[sd]f$|aeabi_(f|d|ui?2|u?[il]2|l2)"));
    if (facts.isFloat && mathematics.match(symbol).hasMatch())
        return true;
    if (!helpers.match(symbol).hasMatch() || unwanted.match(symbol).hasMatch())
        return false;
    const bool noFloats = !facts.isFloat && facts.isClassification && !facts.isStream();
    return !noFloats || !floatHelpers.match(symbol).hasMatch();
}

/// What one symbol of `nm` breaks, or nothing.
QString brokenBy(const QString& name, const QString& kind, const HeaderFacts& facts)
{
    if (kind == u"U" || kind == u"w")
        return mayBeMissing(name, facts) ? QString() : name + QStringLiteral(" is called");
    const bool isGlobal = kind.front().isUpper() && kind != u"A";
    const bool isOurs = name.startsWith(u"_ZN5broto") || name.startsWith(u"_ZZN5broto") ||
                        name.startsWith(u"_ZNK5broto") || name == u"askEverything" || name.startsWith(u"DW.ref.");
    if (name.contains(u"_ZGV"))
        return name + QStringLiteral(" guards an object that is constructed when it is first used");
    return !isGlobal || isOurs ? QString() : name + QStringLiteral(" is a global name");
}

/// Bytes of all sections whose names begin so.
std::int64_t bytesOf(const QString& sections, const QString& beginning)
{
    std::int64_t bytes = 0;
    static const QRegularExpression line(QStringLiteral("^ *\\d+ (\\S+) +([0-9a-f]{8}) "),
                                         QRegularExpression::MultilineOption);
    for (auto match = line.globalMatch(sections); match.hasNext();) {
        const QRegularExpressionMatch section = match.next();
        if (section.captured(1).startsWith(beginning))
            bytes += section.captured(2).toLongLong(nullptr, 16);
    }
    return bytes;
}

QStringList macrosOf(const QString& definitions)
{
    QStringList names;
    static const QRegularExpression definition(QStringLiteral("^#define (\\w+)"), QRegularExpression::MultilineOption);
    for (auto match = definition.globalMatch(definitions); match.hasNext();)
        names << match.next().captured(1);
    return names;
}

}

/// What the card of every header promises, held against what compilers make of it.
class TestExportedHeaderPromises : public QObject {
    Q_OBJECT

private slots:
    void onlyItsOwnNamesAndNoLibrary_data() { everyPair(); }
    void onlyItsOwnNamesAndNoLibrary();
    void constantsStayInFlashAndNothingRunsBeforeMain_data() { everyPair(); }
    void constantsStayInFlashAndNothingRunsBeforeMain();
    void newerCppIsFineAsWell_data();
    void newerCppIsFineAsWell();
    void macrosAreItsOwn_data();
    void macrosAreItsOwn();
    void stackStaysWithinItsBound_data();
    void stackStaysWithinItsBound();
    void brokenPromisesAreFound_data();
    void brokenPromisesAreFound();

private:
    static void everyPair();
};

void TestExportedHeaderPromises::everyPair()
{
    QTest::addColumn<std::string>("toolchain");
    QTest::addColumn<std::string>("model");
    for (const std::string& toolchain : judgedToolchains)
        for (const std::string& model : judgedModels)
            if (toolchainNamed(toolchain).bareProcessor.empty() || !modelNamed(model).isFloat())
                QTest::newRow((toolchain + ": " + model).c_str()) << toolchain << model;
}

void TestExportedHeaderPromises::onlyItsOwnNamesAndNoLibrary()
{
    QFETCH(std::string, toolchain);
    QFETCH(std::string, model);
    const Toolchain& tools = toolchainNamed(toolchain);
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));
    const HeaderFacts facts(modelNamed(model).model, "project");
    const Object& object = compiled(toolchain, model);
    QVERIFY2(object.complaint.isEmpty(), qPrintable(object.complaint));
    int symbols = 0;
    for (const QString& line : object.symbols.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ');
        const QString broken = brokenBy(words[0], words[1], facts);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
        ++symbols;
    }
    QVERIFY(symbols > 5);
}

void TestExportedHeaderPromises::constantsStayInFlashAndNothingRunsBeforeMain()
{
    QFETCH(std::string, toolchain);
    QFETCH(std::string, model);
    const Toolchain& tools = toolchainNamed(toolchain);
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));
    const HeaderFacts facts(modelNamed(model).model, "project");
    const Object& object = compiled(toolchain, model);
    QVERIFY2(object.complaint.isEmpty(), qPrintable(object.complaint));
    const QString& sections = object.sections;
    for (const QString& beginning :
         {QStringLiteral(".init"), QStringLiteral(".ctors"), QStringLiteral(".preinit"), QStringLiteral(".fini"),
          QStringLiteral(".dtors"), QStringLiteral(".tdata"), QStringLiteral(".tbss"), QStringLiteral(".eh_frame_hdr")})
        QVERIFY2(bytesOf(sections, beginning) == 0, qPrintable(beginning));
    if (tools.tools.empty())
        return;                       // a desktop has no flash
    constexpr std::int64_t ring = 16; // of a stream, with the address of its readings
    const std::int64_t readings = facts.isStream() ? streamRamBytes(*facts.model.preprocessing.stream) : 0;
    QVERIFY(bytesOf(sections, QStringLiteral(".data")) <= (facts.isStream() ? ring : 0));
    const std::int64_t ram = bytesOf(sections, QStringLiteral(".bss"));
    QVERIFY2(ram <= facts.ramBytes() + readings + 16, qPrintable(QString::number(ram)));
    if (toolchain.starts_with("avr")) {
        QCOMPARE(bytesOf(sections, QStringLiteral(".rodata")), std::int64_t{0}); // that is copied to RAM there
        QVERIFY(bytesOf(sections, QStringLiteral(".progmem")) >= weightBytes(facts.model));
    } else {
        QVERIFY(bytesOf(sections, QStringLiteral(".rodata")) >= weightBytes(facts.model));
    }
}

void TestExportedHeaderPromises::newerCppIsFineAsWell_data()
{
    QTest::addColumn<std::string>("compiler");
    QTest::addColumn<std::string>("standard");
    QTest::addColumn<std::string>("model");
    for (const auto& [compiler, standard] :
         {std::pair("g++", "-std=gnu++17"), std::pair("g++", "-std=c++20"), std::pair("clang++", "-std=gnu++20"),
          std::pair("arm-none-eabi-g++", "-std=gnu++23")})
        for (const char* model : {"int8 relu classification", "float, every activation", "int8 windows"})
            QTest::newRow((std::string(compiler) + ' ' + standard + ": " + model).c_str())
                << std::string(compiler) << std::string(standard) << std::string(model);
}

void TestExportedHeaderPromises::newerCppIsFineAsWell()
{
    QFETCH(std::string, compiler);
    QFETCH(std::string, standard);
    QFETCH(std::string, model);
    if (const QString why = missing(compiler, "of its name"); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    writeProgram(workshop, modelNamed(model).model);
    const QString complaint =
        workshop.compile(compiler, {standard, "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion",
                                    "-Wold-style-cast", "-Wundef", "-Werror", "-fsyntax-only", "program.cpp"});
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

void TestExportedHeaderPromises::macrosAreItsOwn_data()
{
    QTest::addColumn<std::string>("toolchain");
    QTest::addColumn<std::string>("model");
    for (const char* toolchain : {"g++", "avr-g++ atmega328p"})
        for (const char* model : {"int8 relu classification", "float, every activation", "int8 windows"})
            QTest::newRow((std::string(toolchain) + ": " + model).c_str())
                << std::string(toolchain) << std::string(model);
}

void TestExportedHeaderPromises::macrosAreItsOwn()
{
    QFETCH(std::string, toolchain);
    QFETCH(std::string, model);
    const Toolchain& tools = toolchainNamed(toolchain);
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    writeProgram(workshop, modelNamed(model).model);
    workshop.write("system.cpp", "#include <math.h>\n#include <stddef.h>\n#include <stdint.h>\n#ifdef __AVR__\n"
                                 "#include <avr/pgmspace.h>\n#endif\n");
    const auto macros = [&](const char* file) {
        return macrosOf(workshop.said(tools.compiler, arguments(tools, {"-E", "-dM", file})));
    };
    const QStringList others = macros("system.cpp");
    const QSet<QString> known(others.begin(), others.end());
    int own = 0;
    for (const QString& macro : macros("program.cpp")) {
        QVERIFY2(known.contains(macro) || macro.startsWith(u"BROTO_"), qPrintable(macro));
        own += macro.startsWith(u"BROTO_");
    }
    QVERIFY(own > 3);
}

void TestExportedHeaderPromises::stackStaysWithinItsBound_data()
{
    QTest::addColumn<std::size_t>("machine");
    QTest::addColumn<std::string>("model");
    for (std::size_t i = 0; i < machines().size(); ++i) {
        const Machine& machine = machines()[i];
        if (std::none_of(std::begin(judgedMachines), std::end(judgedMachines),
                         [&machine](std::string_view beginning) { return machine.name.starts_with(beginning); }))
            continue;
        for (const std::string& model : judgedModels)
            if (machine.bareProcessor.empty() || !modelNamed(model).isFloat())
                QTest::newRow((machine.name + ": " + model).c_str()) << i << model;
    }
}

/// Fills the stack below main with a pattern, calls, and looks how much of it is left.
void TestExportedHeaderPromises::stackStaysWithinItsBound()
{
    QFETCH(std::size_t, machine);
    QFETCH(std::string, model);
    if (const QString why = missing(machines()[machine]); !why.isEmpty())
        QSKIP(qPrintable(why));
    const DeployableModel& exported = modelNamed(model).model;
    const Workshop workshop;
    const HeaderFacts facts = writeProgram(workshop, exported);
    workshop.write("program.cpp", "#define ANSWER broto::" + facts.identifier +
                                      "::" + (facts.isClassification ? "classify" : "predict") +
                                      "\n#define SELF_TEST broto::" + facts.identifier + "::selfTest\n#include \"" +
                                      facts.identifier + ".h\"\nenum { featureCount = broto::" + facts.identifier +
                                      "::featureCount };\n#include \"stack_use.h\"\n");
    const Said said = built(machines()[machine], workshop);
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    QCOMPARE(said.lines.size(), std::size_t{2});
    const int answer = std::stoi(said.lines[0]), selfTest = std::stoi(said.lines[1]);
    qInfo("%d bytes for an answer (bound %d), %d for selfTest (bound %d)", answer, static_cast<int>(stackBytes(facts)),
          selfTest, static_cast<int>(selfTestStackBytes(facts)));
    QVERIFY(answer > 0 && answer <= stackBytes(facts));
    QVERIFY(selfTest > 0 && selfTest <= selfTestStackBytes(facts));
}

void TestExportedHeaderPromises::brokenPromisesAreFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::newRow("heap") << QStringLiteral("malloc") << QStringLiteral("U");
    QTest::newRow("operator new") << QStringLiteral("_Znwm") << QStringLiteral("U");
    QTest::newRow("output") << QStringLiteral("printf") << QStringLiteral("U");
    QTest::newRow("mathematics in an integer model") << QStringLiteral("expf") << QStringLiteral("U");
    QTest::newRow("float multiplication on AVR") << QStringLiteral("__mulsf3") << QStringLiteral("U");
    QTest::newRow("float addition on Arm") << QStringLiteral("__aeabi_fadd") << QStringLiteral("U");
    QTest::newRow("conversion on Arm") << QStringLiteral("__aeabi_i2f") << QStringLiteral("U");
    QTest::newRow("lock of a static object") << QStringLiteral("__cxa_guard_acquire") << QStringLiteral("U");
    QTest::newRow("guard of a static object") << QStringLiteral("_ZGVZN5broto1fEvE1x") << QStringLiteral("b");
    QTest::newRow("global function") << QStringLiteral("_Z8classifyPKf") << QStringLiteral("T");
    QTest::newRow("global constant") << QStringLiteral("weights1") << QStringLiteral("R");
}

void TestExportedHeaderPromises::brokenPromisesAreFound()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    const HeaderFacts facts(modelNamed("int8 relu classification").model, "project");
    QVERIFY(!brokenBy(name, kind, facts).isEmpty());
    QVERIFY(brokenBy(QStringLiteral("__mulsi3"), QStringLiteral("U"), facts).isEmpty());
    QVERIFY(brokenBy(QStringLiteral("_ZN5broto7runtime9encodeRowEv"), QStringLiteral("W"), facts).isEmpty());
}

QTEST_APPLESS_MAIN(TestExportedHeaderPromises)
#include "tst_exported_header_promises.moc"

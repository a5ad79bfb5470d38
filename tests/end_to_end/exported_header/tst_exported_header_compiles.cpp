#include "export/exported_files.h"

#include "exported_models.h"
#include "support/wide_models.h"
#include "toolchains.h"

#include <QtTest>

using namespace broto;

namespace {

const std::vector<std::string> strict = {"-std=c++11", "-Wall", "-Wextra", "-Wpedantic", "-Werror"};

ExportedFile header(const ExportedModel& exported, std::string_view project = "project")
{
    return exportCppHeader(exported.model, project).value().front();
}

/// Every function called, so that none escapes the compiler.
std::string callsOf(const DeployableModel& model, std::string_view project)
{
    const std::string scope = "broto::" + identifierFor(project, model.name);
    const std::string row = "const float row[" + scope + "::featureCount] = {0.5f};\n";
    const std::string answer = model.decoding.target.task == Task::Classification
                                   ? scope + "::className(" + scope + "::classify(row))[0] != 0"
                                   : scope + "::predict(row) > 0";
    const std::string own = model.decoding.target.task == Task::Classification
                                ? scope + "::classify(row, &workspace) > 0"
                                : scope + "::predict(row, &workspace) > 0";
    return "    {\n" + row + scope + "::Raw raw[" + scope + "::outputCount];\nconst int8_t* values = 0;\n" + "static " +
           scope + "::Workspace workspace;\ntotal += " + scope + "::infer(row, raw, &workspace).refused + (" + own +
           ");\n" + "total += " + scope + "::infer(row, raw).refused + (" + answer + ") + " + scope +
           "::selfTest();\n" + "total += " + scope + "::Model::hidden(0, row, &values) + " + scope +
           "::Model::largestOutput(raw);\n" + "total += " + scope + "::Model::value(raw) > 0;\n" + "total += " + scope +
           "::Model::push(row) && " + scope + "::Model::window() != 0;\n" + "total += " + scope + "::Model::due() + *" +
           scope + "::Model::channelName(0);\n" + "total += *" + scope + "::Model::channelUnit(0);\n" + scope +
           "::Model::restart();\n}\n";
}

std::string program(const std::vector<std::string>& headers, const std::string& calls)
{
    std::string text;
    for (const std::string& path : headers)
        text += "#include \"" + path + "\"\n";
    return text + "int main()\n{\nint total = 0;\n" + calls + "return total;\n}\n";
}

std::vector<std::string> arguments(const Toolchain& toolchain, const std::string& optimization)
{
    std::vector<std::string> all = toolchain.flags;
    all.insert(all.end(), strict.begin(), strict.end());
    all.insert(all.end(), {optimization, "-c", "program.cpp", "-o", "program.o"});
    return all;
}

}

class TestExportedHeaderCompiles : public QObject {
    Q_OBJECT

private slots:
    void withoutAWarning_data();
    void withoutAWarning();
    void togetherWithOthersInOneProgram_data();
    void togetherWithOthersInOneProgram();
    void butNotTogetherWithAnotherRuntime();
};

/// Each pair of a compiler and a model, with BROTO_EVERY_COMPILER; without, each model with one compiler.
void TestExportedHeaderCompiles::withoutAWarning_data()
{
    QTest::addColumn<std::size_t>("toolchain");
    QTest::addColumn<std::size_t>("model");
    const std::size_t count = toolchains().size();
    for (std::size_t t = 0; t < count; ++t)
        for (std::size_t m = 0; m < exportedModels().size(); ++m)
            if (m % count == t || qEnvironmentVariableIsSet("BROTO_EVERY_COMPILER")) {
                const std::string name = toolchains()[t].name + ": " + exportedModels()[m].title;
                QTest::newRow(name.c_str()) << t << m;
            }
}

void TestExportedHeaderCompiles::withoutAWarning()
{
    QFETCH(std::size_t, toolchain);
    QFETCH(std::size_t, model);
    const Toolchain& tools = toolchains()[toolchain];
    const ExportedModel& exported = exportedModels()[model];
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));

    const Workshop workshop;
    const ExportedFile file = header(exported);
    workshop.write(file.path, file.bytes);
    workshop.write("program.cpp", program({file.path}, callsOf(exported.model, "project")));
    for (const char* optimization : {"-Os", "-O2"}) {
        const QString complaint = workshop.compile(tools.compiler, arguments(tools, optimization));
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }
}

void TestExportedHeaderCompiles::togetherWithOthersInOneProgram_data()
{
    QTest::addColumn<std::size_t>("toolchain");
    QTest::addColumn<std::string>("optimization");
    for (std::size_t t = 0; t < toolchains().size(); ++t)
        for (const char* optimization : {"-Os", "-O2"})
            QTest::addRow("%s %s", toolchains()[t].name.c_str(), optimization) << t << std::string(optimization);
}

void TestExportedHeaderCompiles::togetherWithOthersInOneProgram()
{
    QFETCH(std::size_t, toolchain);
    QFETCH(std::string, optimization);
    const Toolchain& tools = toolchains()[toolchain];
    if (const QString why = missing(tools); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    std::vector<std::string> headers;
    std::string calls;
    const auto add = [&](const DeployableModel& model, HeaderOptions options) {
        const std::string project = "project " + std::to_string(headers.size());
        const ExportedFile file = exportCppHeader(model, project, options).value().front();
        workshop.write(file.path, file.bytes);
        headers.push_back(file.path);
        calls += callsOf(model, project);
    };
    for (const ExportedModel& exported : exportedModels())
        add(exported.model, {});
    add(smallReluModel(1), {.straightLine = true});
    headers.push_back(headers.front()); // twice does no harm
    workshop.write("program.cpp", program(headers, calls));
    const QString complaint = workshop.compile(tools.compiler, arguments(tools, optimization));
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

void TestExportedHeaderCompiles::butNotTogetherWithAnotherRuntime()
{
    if (const QString why = missing("g++", "g++"); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    const ExportedFile file = header(exportedModels().front());
    workshop.write(file.path, file.bytes);
    workshop.write("program.cpp", "#define BROTO_RUNTIME 1\n" +
                                      program({file.path}, callsOf(exportedModels().front().model, "project")));
    const QString complaint = workshop.compile("g++", arguments(toolchains().front(), "-O2"));
    QVERIFY2(complaint.contains(u"Headers of different versions of Broto are in one program"), qPrintable(complaint));
}

QTEST_APPLESS_MAIN(TestExportedHeaderCompiles)
#include "tst_exported_header_compiles.moc"

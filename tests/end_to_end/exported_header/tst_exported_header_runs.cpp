#include "answer_lines.h"
#include "export/exported_files.h"
#include "machines.h"

#include <QtTest>

using namespace broto;

namespace {

std::string writeHeader(const Workshop& workshop, const ExportedModel& exported)
{
    const ExportedFile file = exportCppHeader(exported.model, "project").value().front();
    workshop.write(file.path, file.bytes);
    return identifierFor("project", exported.model.name);
}

/// Where the first bias of the last layer stands: in an array of its own, or behind the first bracket of its groups.
std::size_t firstOutputBias(const std::string& text, const std::string& layer)
{
    const std::size_t own = text.find(" bias" + layer + '[');
    if (own != std::string::npos)
        return text.find("{\n    ", own) + 6;
    return text.find('(', text.find(" layer" + layer + "[] BROTO_FLASH")) + 1;
}

}

class TestExportedHeaderRuns : public QObject {
    Q_OBJECT

private slots:
    void withTheAnswersOfTheWorkbench_data();
    void withTheAnswersOfTheWorkbench();
    void andItsSelfTestNoticesAChangedWeight_data();
    void andItsSelfTestNoticesAChangedWeight();
};

void TestExportedHeaderRuns::withTheAnswersOfTheWorkbench_data()
{
    QTest::addColumn<std::size_t>("machine");
    QTest::addColumn<std::size_t>("model");
    for (std::size_t c = 0; c < machines().size(); ++c)
        for (std::size_t m = 0; m < exportedModels().size(); ++m) {
            const std::string name = machines()[c].name + ": " + exportedModels()[m].title;
            QTest::newRow(name.c_str()) << c << m;
        }
}

void TestExportedHeaderRuns::withTheAnswersOfTheWorkbench()
{
    QFETCH(std::size_t, machine);
    QFETCH(std::size_t, model);
    const Machine& computer = machines()[machine];
    const ExportedModel& exported = exportedModels()[model];
    if (const QString why = missing(computer); !why.isEmpty())
        QSKIP(qPrintable(why));

    const Workshop workshop;
    const std::string identifier = writeHeader(workshop, exported);
    workshop.write("program.cpp", streamingProgram(exported, identifier));
    const Said said = built(computer, workshop);
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    const QString difference = firstDifference(said.lines, expectedLines(exported, identifier), exported.isFloat());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestExportedHeaderRuns::andItsSelfTestNoticesAChangedWeight_data()
{
    QTest::addColumn<std::size_t>("model");
    QTest::newRow("int8 classification") << std::size_t{0};
    QTest::newRow("int8 regression") << std::size_t{2};
    QTest::newRow("float classification") << std::size_t{5};
}

void TestExportedHeaderRuns::andItsSelfTestNoticesAChangedWeight()
{
    QFETCH(std::size_t, model);
    if (const QString why = missing(machines().front()); !why.isEmpty())
        QSKIP(qPrintable(why));
    const ExportedModel& exported = exportedModels()[model];
    const Workshop workshop;
    const std::string identifier = writeHeader(workshop, exported);
    ExportedFile file = exportCppHeader(exported.model, "project").value().front();
    const std::size_t number = firstOutputBias(file.bytes, std::to_string(exported.model.layers.size()));
    file.bytes.replace(number, file.bytes.find(',', number) - number, "123456");
    workshop.write(file.path, file.bytes);
    workshop.write("program.cpp", streamingProgram(exported, identifier));
    const Said said = built(machines().front(), workshop);
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    QCOMPARE(said.lines.front(), std::string("selftest FAIL"));
}

QTEST_APPLESS_MAIN(TestExportedHeaderRuns)
#include "tst_exported_header_runs.moc"

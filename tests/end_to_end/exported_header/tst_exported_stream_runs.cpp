#include "answer_lines.h"
#include "export/exported_files.h"
#include "machines.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <map>
#include <sstream>

using namespace broto;

namespace {

constexpr int windows = 1000;
constexpr std::chrono::minutes longRun(10);
constexpr double largestAllowed = 1e-5; // of the larger of a feature's value and its deviation

std::vector<double> featuresIn(const std::string& line)
{
    std::vector<double> features;
    std::istringstream words(line.substr(line.find(' ')));
    for (std::string word; words >> word;)
        features.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(std::stoul(word, nullptr, 16))));
    return features;
}

std::vector<std::vector<double>> windowsIn(const std::vector<std::string>& lines)
{
    std::vector<std::vector<double>> found;
    for (const std::string& line : lines)
        if (line.starts_with("window "))
            found.push_back(featuresIn(line));
    return found;
}

std::vector<double> deviationsOf(const std::vector<std::vector<double>>& rows)
{
    std::vector<double> deviations;
    for (std::size_t f = 0; f < rows.front().size(); ++f) {
        double sum = 0, squares = 0;
        for (const std::vector<double>& row : rows)
            sum += row[f];
        const double mean = sum / static_cast<double>(rows.size());
        for (const std::vector<double>& row : rows)
            squares += (row[f] - mean) * (row[f] - mean);
        deviations.push_back(std::sqrt(squares / static_cast<double>(rows.size())));
    }
    return deviations;
}

/// The largest distance of any feature, in parts of the larger of its value and its deviation.
double largestDifference(const std::vector<std::vector<double>>& said, const std::vector<std::vector<double>>& expected)
{
    const std::vector<double> deviations = deviationsOf(expected);
    double largest = 0;
    for (std::size_t w = 0; w < expected.size(); ++w)
        for (std::size_t f = 0; f < deviations.size(); ++f) {
            const double scale = std::max(std::abs(expected[w][f]), deviations[f]);
            const double distance = std::abs(said[w][f] - expected[w][f]);
            largest = std::max(largest, distance == 0 ? 0 : distance / scale);
        }
    return largest;
}

ExportedModel modelWithWindows()
{
    for (const ExportedModel& exported : exportedModels())
        if (exported.title == "int8 windows") {
            ExportedModel longer = exported;
            const Stream& stream = *longer.model.preprocessing.stream;
            longer.readings = stream.length + (windows - 1) * stream.stride;
            return longer;
        }
    qFatal("there is no such model");
}

bool isOfTheBar(const Machine& machine)
{
    return machine.name == "ATmega328P (simavr) -Os" || machine.name.starts_with("Cortex-M0") ||
           machine.name.starts_with("Cortex-M4") || machine.name.starts_with("RISC-V rv32imc");
}

}

class TestExportedStreamRuns : public QObject {
    Q_OBJECT

private slots:
    void aThousandWindowsHaveTheFeaturesOfTheWorkbench_data();
    void aThousandWindowsHaveTheFeaturesOfTheWorkbench();
};

void TestExportedStreamRuns::aThousandWindowsHaveTheFeaturesOfTheWorkbench_data()
{
    QTest::addColumn<std::size_t>("machine");
    for (std::size_t i = 0; i < machines().size(); ++i)
        if (isOfTheBar(machines()[i]))
            QTest::newRow(machines()[i].name.c_str()) << i;
}

void TestExportedStreamRuns::aThousandWindowsHaveTheFeaturesOfTheWorkbench()
{
    QFETCH(std::size_t, machine);
    const Machine& computer = machines()[machine];
    if (const QString why = missing(computer); !why.isEmpty())
        QSKIP(qPrintable(why));
    const ExportedModel exported = modelWithWindows();
    const Workshop workshop;
    const ExportedFile file = exportCppHeader(exported.model, "project").value().front();
    workshop.write(file.path, file.bytes);
    const std::string identifier = identifierFor("project", exported.model.name);
    workshop.write("program.cpp", streamingProgram(exported, identifier));
    const Said said = built(computer, workshop, longRun);
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));

    const std::vector<std::string> expected = expectedLines(exported, identifier);
    const std::vector<std::vector<double>> theirs = windowsIn(said.lines), ours = windowsIn(expected);
    QCOMPARE(ours.size(), std::size_t{windows});
    QCOMPARE(theirs.size(), ours.size());
    const double largest = largestDifference(theirs, ours);
    qInfo("%d windows, %zu features each: largest difference %g of the larger of value and deviation", windows,
          ours.front().size(), largest);
    QVERIFY(largest <= largestAllowed);
    // Beyond the bar: every bit, of the features and of the answers.
    const QString difference = firstDifference(said.lines, expected, false);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_APPLESS_MAIN(TestExportedStreamRuns)
#include "tst_exported_stream_runs.moc"

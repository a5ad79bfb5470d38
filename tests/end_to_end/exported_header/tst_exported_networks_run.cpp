// Many networks of any size on every machine: the same integers on many rows. Few of them unless BROTO_EVERY_NETWORK is
// set, which takes more than an hour:
//
//     BROTO_EVERY_NETWORK=1 QTEST_FUNCTION_TIMEOUT=3600000 build/dev/tests/tst_exported_networks_run

#include "compression/predictor.h"
#include "export/exported_files.h"
#include "machines.h"
#include "support/emulated/made_up_rows.h"
#include "support/model_fixtures.h"

#include <QtTest>

#include <bit>

using namespace broto;

namespace {

bool isEvery()
{
    return qEnvironmentVariableIsSet("BROTO_EVERY_NETWORK");
}

std::uint64_t networkCount()
{
    return isEvery() ? 50 : 3;
}

int rowCount()
{
    return isEvery() ? 1000 : 64;
}

int rowsAHash()
{
    return rowCount() / 4;
}

std::string program(const DeployableModel& model, const std::string& identifier)
{
    const bool classes = model.decoding.target.task == Task::Classification;
    return "#define ASK_CLASSES " + std::to_string(classes) + "\n#include \"" + identifier +
           ".h\"\n\nnamespace model = broto::" + identifier + ";\n\nenum { rowCount = " + std::to_string(rowCount()) +
           ", rowsAHash = " + std::to_string(rowsAHash()) +
           " };\n\n#include \"stream_hashes.h\"\n\n#if !__STDC_HOSTED__\nextern \"C\" int main();\n#endif\n\n"
           "int main()\n{\n    streamHashes();\n    finish();\n    return 0;\n}\n";
}

std::vector<std::string> expectedHashes(const DeployableModel& model)
{
    const bool classes = model.decoding.target.task == Task::Classification;
    Predictor predictor(model);
    MadeUpRows rows;
    AnswerHash hash;
    std::vector<std::string> lines;
    std::vector<float> row(static_cast<std::size_t>(model.features()));
    for (int r = 1; r <= rowCount(); ++r) {
        rows.next(row.data(), static_cast<std::uint16_t>(row.size()));
        const Prediction prediction = predictor.predict(row);
        for (const std::int32_t raw : prediction.raw)
            hash.add(static_cast<std::uint32_t>(raw));
        hash.add(classes ? static_cast<std::uint32_t>(prediction.classIndex)
                         : std::bit_cast<std::uint32_t>(prediction.value));
        if (r % rowsAHash() == 0)
            lines.push_back("hash " + QString::number(hash.value(), 16).rightJustified(8, u'0').toStdString());
    }
    return lines;
}

bool isMissing(const QString& complaint)
{
    return complaint.contains(QStringLiteral("will not fit")) || complaint.contains(QStringLiteral("overflowed")) ||
           complaint.contains(QStringLiteral("#error")) || complaint.contains(QStringLiteral("relocation truncated"));
}

}

class TestExportedNetworksRun : public QObject {
    Q_OBJECT

private slots:
    void withTheIntegersOfTheWorkbench_data();
    void withTheIntegersOfTheWorkbench();
};

void TestExportedNetworksRun::withTheIntegersOfTheWorkbench_data()
{
    QTest::addColumn<std::size_t>("machine");
    QTest::addColumn<std::uint64_t>("seed");
    for (std::size_t m = 0; m < machines().size(); ++m)
        for (std::uint64_t seed = 1; seed <= networkCount(); ++seed)
            QTest::addRow("%s: network %d", machines()[m].name.c_str(), static_cast<int>(seed)) << m << seed;
}

void TestExportedNetworksRun::withTheIntegersOfTheWorkbench()
{
    QFETCH(std::size_t, machine);
    QFETCH(std::uint64_t, seed);
    const Machine& computer = machines()[machine];
    if (const QString why = missing(computer); !why.isEmpty())
        QSKIP(qPrintable(why));
    const DeployableModel model = wideIntegerModel(seed);
    QVERIFY(!problemWith(model));
    const Workshop workshop;
    const ExportedFile file = exportCppHeader(model, "project").value().front();
    workshop.write(file.path, file.bytes);
    workshop.write("program.cpp", program(model, identifierFor("project", model.name)));
    const Said said = built(computer, workshop, std::chrono::minutes(isEvery() ? 20 : 1));
    if (isMissing(said.complaint))
        QSKIP("the network is too large for this machine");
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    QCOMPARE(said.lines, expectedHashes(model));
}

QTEST_APPLESS_MAIN(TestExportedNetworksRun)
#include "tst_exported_networks_run.moc"

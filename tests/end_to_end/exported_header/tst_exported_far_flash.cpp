// Models too large for the flash that plain pointers of an AVR reach, on an emulated ATmega2560, and models near that
// have arrays which its compiler would refuse. Few of them unless BROTO_EVERY_NETWORK is set:
//
//     BROTO_EVERY_NETWORK=1 QTEST_FUNCTION_TIMEOUT=3600000 build/dev/tests/tst_exported_far_flash

#include "answer_lines.h"
#include "device/avr_toolchain.h"
#include "device/firmware.h"
#include "export/exported_files.h"
#include "hash_lines.h"
#include "machines.h"
#include "support/large_models.h"

#include <QtTest>

using namespace broto;

namespace {

struct Row {
    const char* name;
    LargeNetwork network;
    int usualRows; ///< 0: only among all. Large networks take an emulated processor long.
};

constexpr auto integers = Arithmetic::Int8;

const Row rows[] = {
    {"int8, 40 KiB", {integers, Storage::Int8, 0, 40}, 1000},
    {"int8, 150 KiB", {integers, Storage::Int8, 0, 150}, 100},
    {"int8, 200 KiB, regression", {integers, Storage::Int8, 0, 200, 1}, 0},
    {"int8, 150 KiB, output layer of several arrays", {integers, Storage::Int8, 0, 150, 100}, 0},
    {"int4, 40 KiB", {integers, Storage::Int4, 0, 40}, 0},
    {"int4, 150 KiB", {integers, Storage::Int4, 0, 150}, 40},
    {"int4, 150 KiB, regression", {integers, Storage::Int4, 0, 150, 1}, 0},
    {"ternary, 40 KiB", {integers, Storage::Ternary, 0, 40}, 0},
    {"ternary, 150 KiB", {integers, Storage::Ternary, 0, 150}, 0},
    {"codebook of 4, 40 KiB", {integers, Storage::Codebook, 4, 40}, 0},
    {"codebook of 4, 150 KiB", {integers, Storage::Codebook, 4, 150}, 0},
    {"codebook of 16, 40 KiB", {integers, Storage::Codebook, 16, 40}, 0},
    {"codebook of 16, 150 KiB", {integers, Storage::Codebook, 16, 150}, 0},
    {"codebook of 256, 40 KiB", {integers, Storage::Codebook, 256, 40}, 0},
    {"codebook of 256, 150 KiB", {integers, Storage::Codebook, 256, 150}, 0},
    {"sparse, 40 KiB", {integers, Storage::Sparse, 0, 40}, 40},
    {"sparse, 150 KiB", {integers, Storage::Sparse, 0, 150}, 20},
    {"sparse, 100 KiB, regression", {integers, Storage::Sparse, 0, 100, 1}, 0},
    {"float32, 40 KiB", {Arithmetic::Float32, Storage::Int8, 0, 40}, 0},
    {"float32, 150 KiB", {Arithmetic::Float32, Storage::Int8, 0, 150}, 12},
};

bool isEvery()
{
    return qEnvironmentVariableIsSet("BROTO_EVERY_NETWORK");
}

HashedRows hashed(const Row& row)
{
    const int count = isEvery() ? 1000 : row.usualRows;
    return {count, count / 4, count / 4};
}

const Machine& machineNamed(const std::string& name)
{
    for (const Machine& machine : machines())
        if (machine.name == name)
            return machine;
    qFatal("there is no machine %s", name.c_str());
}

const Machine& mega()
{
    return machineNamed("ATmega2560 (simavr) -Os");
}

std::string exportInto(const Workshop& workshop, const DeployableModel& model)
{
    const ExportedFile file = exportCppHeader(model, "project").value().front();
    workshop.write(file.path, file.bytes);
    return identifierFor("project", model.name);
}

/// Floats agree nearly, so that they are compared row by row.
ExportedModel withRows(const DeployableModel& model)
{
    constexpr int count = 12;
    ExportedModel exported{"large", model, {}};
    for (int r = 0; r < count; ++r) {
        std::vector<float>& row = exported.rows.emplace_back();
        for (int f = 0; f < model.features(); ++f)
            row.push_back(static_cast<float>((r * 7 + f * 5) % 19 - 9) / 9);
    }
    return exported;
}

}

class TestExportedFarFlash : public QObject {
    Q_OBJECT

private slots:
    void hasTheAnswersOfTheWorkbench_data();
    void hasTheAnswersOfTheWorkbench();
    void isAnythingButFarElsewhere_data();
    void isAnythingButFarElsewhere();
    void isToldToBoardsThatHaveNone_data();
    void isToldToBoardsThatHaveNone();
    void firmwareComputesAsItShould_data();
    void firmwareComputesAsItShould();

private:
    void compareFloats(const DeployableModel& model);
};

void TestExportedFarFlash::hasTheAnswersOfTheWorkbench_data()
{
    QTest::addColumn<std::size_t>("row");
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (rows[i].usualRows > 0 || isEvery())
            QTest::newRow(rows[i].name) << i;
}

void TestExportedFarFlash::compareFloats(const DeployableModel& model)
{
    const Workshop workshop;
    const ExportedModel exported = withRows(model);
    const std::string identifier = exportInto(workshop, model);
    workshop.write("program.cpp", streamingProgram(exported, identifier));
    const Said said = built(mega(), workshop, std::chrono::minutes(1));
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    const QString difference = firstDifference(said.lines, expectedLines(exported, identifier), true);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestExportedFarFlash::hasTheAnswersOfTheWorkbench()
{
    QFETCH(std::size_t, row);
    if (const QString why = missing(mega()); !why.isEmpty())
        QSKIP(qPrintable(why));
    const LargeNetwork& network = rows[row].network;
    const DeployableModel model = largeModel(network);
    QVERIFY(!problemWith(model));
    QVERIFY(std::abs(weightBytes(model) - network.kibibytes * 1024) < network.kibibytes * 128); // to an eighth
    if (network.arithmetic == Arithmetic::Float32)
        return compareFloats(model);
    const Workshop workshop;
    const HashedRows wanted = hashed(rows[row]);
    workshop.write("program.cpp", hashingProgram(model, exportInto(workshop, model), wanted));
    const Said said = built(mega(), workshop, std::chrono::minutes(isEvery() ? 20 : 4));
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    QCOMPARE(said.lines, expectedHashes(model, wanted));
}

void TestExportedFarFlash::isAnythingButFarElsewhere_data()
{
    QTest::addColumn<std::string>("machine");
    QTest::addColumn<Storage>("storage");
    for (const char* machine : {"desktop g++ -O2", "Cortex-M4 (QEMU mps2-an386)"})
        for (const Storage storage : {Storage::Int8, Storage::Ternary})
            QTest::addRow("%s, %s", machine, std::string(storageName(storage)).c_str())
                << std::string(machine) << storage;
}

/// The same header runs where all flash is reached alike.
void TestExportedFarFlash::isAnythingButFarElsewhere()
{
    QFETCH(std::string, machine);
    QFETCH(Storage, storage);
    if (const QString why = missing(machineNamed(machine)); !why.isEmpty())
        QSKIP(qPrintable(why));
    const HashedRows wanted{20, 5, 1};
    const DeployableModel model = largeModel({integers, storage, 0, 70});
    const Workshop workshop;
    workshop.write("program.cpp", hashingProgram(model, exportInto(workshop, model), wanted));
    const Said said = built(machineNamed(machine), workshop);
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    QCOMPARE(said.lines, expectedHashes(model, wanted));
}

void TestExportedFarFlash::isToldToBoardsThatHaveNone_data()
{
    QTest::addColumn<QString>("chip");
    QTest::addColumn<int>("kibibytes");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no far flash") << QStringLiteral("atmega328p") << 70
                                  << QStringLiteral("has at most 64 KiB of flash for them");
    QTest::newRow("too little far flash")
        << QStringLiteral("atmega1280") << 140 << QStringLiteral("more than this processor has flash");
    QTest::newRow("more than a Mega") << QStringLiteral("atmega2560") << 270
                                      << QStringLiteral("more than this processor has flash");
}

void TestExportedFarFlash::isToldToBoardsThatHaveNone()
{
    QFETCH(QString, chip);
    QFETCH(int, kibibytes);
    QFETCH(QString, complaint);
    if (const QString why = missing("avr-g++", "gcc-avr and avr-libc"); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Workshop workshop;
    const std::string identifier = exportInto(workshop, largeModel({integers, Storage::Int8, 0, kibibytes}));
    workshop.write("program.cpp", "#include \"" + identifier + ".h\"\n");
    const QString said =
        workshop.compile("avr-g++", {"-std=c++11", "-Os", "-mmcu=" + chip.toStdString(), "-c", "program.cpp"});
    QVERIFY2(said.contains(complaint), qPrintable(said));
}

void TestExportedFarFlash::firmwareComputesAsItShould_data()
{
    QTest::addColumn<std::size_t>("row");
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (std::string_view(rows[i].name) == "int8, 150 KiB" || isEvery())
            QTest::newRow(rows[i].name) << i;
}

/// With the serial protocol and the Arduino core, built and linked as the workbench does it.
void TestExportedFarFlash::firmwareComputesAsItShould()
{
    QFETCH(std::size_t, row);
    if (const QString why = missing(mega()); !why.isEmpty())
        QSKIP(qPrintable(why));
    if (const auto tools = findAvrToolchain(); !tools)
        QSKIP(inEnglish(tools.error()).c_str());
    qputenv("XDG_CACHE_HOME", BROTO_PROGRAM_DIR "/../test-cache"); // where compiled Arduino cores are kept
    const QTemporaryDir folder;
    const auto firmware =
        buildFirmware(largeModel(rows[row].network), "project", *findBoard("mega"), folder.path().toStdString());
    QVERIFY2(firmware, firmware ? "" : inEnglish(firmware.error()).c_str());
    QVERIFY(firmware->flashBytes > rows[row].network.kibibytes * 900);
    const std::vector<std::string>& emulator = mega().emulator;
    const auto said =
        runProcess({emulator[0], {emulator[1], firmware->files.at(FirmwareForm::Elf).string(), "test"}, {}}, std::chrono::minutes(1));
    QVERIFY2(said, said ? "" : inEnglish(said.error()).c_str());
    QVERIFY2(said->output.starts_with("READY Broto project_large") && said->output.ends_with("PASS\r\n"),
             said->output.c_str());
}

QTEST_APPLESS_MAIN(TestExportedFarFlash)
#include "tst_exported_far_flash.moc"

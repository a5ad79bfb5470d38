#include "core/device/board_fixture.h"
#include "core/device/firmware_fixture.h"
#include "device/bare_metal_toolchain.h"
#include "device/board_check.h"
#include "device/board_connection.h"
#include "device/flasher.h"
#include "device/virtual_board.h"
#include "platform/process.h"

#include <QtTest>

#include <csignal>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include <unistd.h>

using namespace broto;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

Matrix rowsFor(const DeployableModel& model, int count)
{
    Random random(29);
    Matrix rows(count, model.features());
    for (int i = 0; i < count; ++i) {
        const std::vector<float> row = hostileRow(model, random);
        rows.row(i) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), model.features());
    }
    return rows;
}

VirtualBoardEntry entryAt(const Port& port)
{
    for (const VirtualBoardEntry& entry : registeredVirtualBoards())
        if (entry.port == port.path)
            return entry;
    return {};
}

/// Running emulators that were told of a file in `folder`.
std::vector<int> emulatorsIn(const fs::path& folder)
{
    std::vector<int> found;
    std::error_code ignored;
    for (fs::directory_iterator entry("/proc", ignored), end; entry != end; entry.increment(ignored)) {
        std::ifstream file(entry->path() / "cmdline", std::ios::binary);
        const std::string arguments{std::istreambuf_iterator<char>(file), {}};
        if (arguments.find("qemu-system-") != std::string::npos && arguments.find(folder.string()) != std::string::npos)
            found.push_back(std::stoi(entry->path().filename().string()));
    }
    return found;
}

/// Of a process so far.
double processorSeconds(int process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    const std::vector<std::string> values{std::istream_iterator<std::string>(fields), {}};
    return (std::stod(values.at(11)) + std::stod(values.at(12))) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

/// Everything that may be missing is named with the package that brings it.
bool isMissing(const Message& problem)
{
    return inEnglish(problem).find("apt install") != std::string::npos;
}

bool isEmulatedByQemu(const QByteArray& id)
{
    return id != "nano" && id != "nano-old" && id != "mega";
}

}

#define SKIP_OR_FAIL(result)                                                                                           \
    do {                                                                                                               \
        if (!result && isMissing(result.error()))                                                                      \
            QSKIP(("SKIPPED: " + inEnglish(result.error())).c_str());                                                  \
        QVERIFY2(result, reason(result).c_str());                                                                      \
    } while (false)

/// Greeted, or why not.
static Result<BoardConnection> connected(const Port& port)
{
    static const RunControl control;
    return BoardConnection::open(linesTo(port), control);
}

class TestVirtualBoards : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useTestCache();
        if (!findOwnProgram("broto-virtual-board"))
            QSKIP("SKIPPED: broto-virtual-board was not built (libsimavr-dev, gcc-avr, arduino-core-avr)");
    }
    void init() { m_folders.emplace(); }

    void cleanup()
    {
        QVERIFY(registeredVirtualBoards().empty());
        std::error_code ignored;
        QVERIFY(!fs::exists(virtualBoardRegistry()) || fs::is_empty(virtualBoardRegistry(), ignored));
        QVERIFY(emulatorsIn(m_folders->path()).empty());
        m_folders.reset();
    }

    void theCatalogueKnowsThem()
    {
        const auto list = runProcess({*findOwnProgram("broto-virtual-board"), {"--list"}, {}}, 10s);
        std::istringstream lines(list->output);
        std::set<std::string> emulated, offered;
        for (std::string line; std::getline(lines, line);)
            emulated.insert(line.substr(0, line.find('\t')));
        for (const Board& board : boards())
            if (board.isVirtual)
                offered.insert(board.id);
        QVERIFY(emulated == offered);
    }

    void everyRowIsIdentical_data() { everyBoard(); }
    void everyRowIsIdentical()
    {
        QFETCH(QByteArray, id);
        const DeployableModel model = trainedFixture(Task::Classification);
        Result<VirtualBoard> board = flashed(id, model);
        SKIP_OR_FAIL(board);
        auto client = connected(board->port());
        QVERIFY2(client, reason(client).c_str());
        const auto selfTest = client->ask([](BoardClient& asked) { return asked.selfTest(); });
        QVERIFY2(selfTest && *selfTest, reason(selfTest).c_str());
        QElapsedTimer watch;
        watch.start();
        const auto report = checkBoard(model, rowsFor(model, 500), *client);
        QVERIFY2(report, reason(report).c_str());
        QCOMPARE(report->rows, std::size_t(500));
        QCOMPARE(report->identical, std::size_t(500));
        QVERIFY(report->timeUnit == (isEmulatedByQemu(id) ? TimeUnit::Instructions : TimeUnit::Cycles));
        std::vector<std::uint32_t> times = report->times;
        const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        qInfo("%s: 500 of 500 rows identical, %u %s each, flashed in %.1f s, checked in %.1f s, %lld bytes of flash",
              id.constData(), *middle, isEmulatedByQemu(id) ? "instructions" : "cycles", m_flashSeconds,
              static_cast<double>(watch.elapsed()) / 1000, static_cast<long long>(m_flashBytes));
    }

    void modelsAtTheLimitsOfTheArithmeticToo_data() { everyQemuBoard(); }
    void modelsAtTheLimitsOfTheArithmeticToo()
    {
        QFETCH(QByteArray, id);
        for (const std::uint64_t seed : {2u, 3u}) {
            const DeployableModel model = wildIntegerModel(seed % 2 ? Task::Regression : Task::Classification, seed);
            Result<VirtualBoard> board = flashed(id, model);
            SKIP_OR_FAIL(board);
            auto client = connected(board->port());
            QVERIFY2(client, reason(client).c_str());
            const auto report = checkBoard(model, rowsFor(model, 100), *client);
            QVERIFY2(report, reason(report).c_str());
            QCOMPARE(report->identical, std::size_t(100));
        }
    }

    void floatModelsAgreeToAPartInTenThousand_data() { everyQemuBoard(); }
    void floatModelsAgreeToAPartInTenThousand()
    {
        QFETCH(QByteArray, id);
        NetworkDesign design;
        design.hidden = {{8, Activation::Tanh}};
        const Dataset data = fixtureDataset(Task::Classification, 3);
        const DeployableModel model = floatModel(fixtureTraining(data, design, 3), data, "float");
        Result<VirtualBoard> board = flashed(id, model);
        SKIP_OR_FAIL(board);
        auto client = connected(board->port());
        QVERIFY2(client, reason(client).c_str());
        const auto report = checkBoard(model, data.training.raw.topRows(100), *client);
        QVERIFY2(report, reason(report).c_str());
        QCOMPARE(report->rows, std::size_t(100));
        QVERIFY2(report->largestDifference < 1e-4, qPrintable(QString::number(report->largestDifference)));
    }

    void everyInstructionIsCounted_data() { everyQemuBoard(); }
    void everyInstructionIsCounted()
    {
        QFETCH(QByteArray, id);
        const Board kind = findBoard(id.toStdString()).value();
        const BareMetalMachine& machine = *findBareMetalMachine(buildWay<BareMetalBuild>(kind)->machine);
        const auto tools = findBareMetalToolchain(machine);
        SKIP_OR_FAIL(tools);
        const fs::path source = BROTO_SOURCE_DIR;
        const std::string tester = readFile(source / "tests/core/device/sketches/instruction_tester.cpp").value();
        const std::string header = "#define MACHINE \"" + std::string(machine.header) + "\"\n";
        QVERIFY(writeFileAtomically(m_folders->path() / "tester.cpp", header + tester));
        for (const fs::path& folder : {source / "core/runtime", source / "resources/firmware/bare_metal"})
            for (const fs::directory_entry& file : fs::directory_iterator(folder))
                fs::copy(file.path(), m_folders->path() / file.path().filename());
        const RunControl control;
        BareMetalCompiler compiler(*tools, kind, control);
        const auto firmware = compiler.makeFirmware(m_folders->path() / "tester.cpp", m_folders->path());
        QVERIFY2(firmware, compiler.log().c_str());
        Result<VirtualBoard> board = VirtualBoard::start(kind.id);
        SKIP_OR_FAIL(board);
        const auto done = flashFirmware(*firmware, kind, board->port());
        QVERIFY2(done, reason(done).c_str());

        auto link = openLink(board->port());
        std::istringstream lines(readUntil(**link, "end", 20s));
        std::uint32_t times = 0, counted = 0, first = 0;
        int count = 0;
        for (; lines >> times >> counted; ++count) {
            first = count == 0 ? counted : first;
            QCOMPARE(counted - first, 2 * (times - 1)); // of the loop, whatever stands around it
            QVERIFY(counted >= 2 * times && counted < 2 * times + 8);
        }
        QCOMPARE(count, 7);
    }

    void aRowTakesTheSameInstructionsEveryTime_data() { everyQemuBoard(); }
    void aRowTakesTheSameInstructionsEveryTime()
    {
        QFETCH(QByteArray, id);
        const DeployableModel model = trainedFixture(Task::Classification);
        Result<VirtualBoard> board = flashed(id, model);
        SKIP_OR_FAIL(board);
        auto client = connected(board->port());
        QVERIFY2(client, reason(client).c_str());
        const Matrix row = rowsFor(model, 1);
        const auto times = client->ask([&row](BoardClient& asked) {
            return asked.bench(50, {row.data(), static_cast<std::size_t>(row.cols())});
        });
        QVERIFY2(times, reason(times).c_str());
        QVERIFY(times->at(0) > 500);
        QCOMPARE(times->at(2), times->at(0));
    }

    void anIdleBoardLeavesTheComputerAlone_data() { everyQemuBoard(); }
    void anIdleBoardLeavesTheComputerAlone()
    {
        QFETCH(QByteArray, id);
        Result<VirtualBoard> board = flashed(id, trainedFixture(Task::Classification));
        SKIP_OR_FAIL(board);
        auto link = openLink(board->port());
        QVERIFY(!readUntil(**link, "\n", 10s).empty()); // its greeting: it waits now
        const std::vector<int> emulators = emulatorsIn(m_folders->path());
        QVERIFY(!emulators.empty());
        const auto spent = [&] { return processorSeconds(emulators.front()) + processorSeconds(board->processId()); };
        const double before = spent();
        QVERIFY(readUntil(**link, "never said", 2s).empty());
        const double share = (spent() - before) / 2;
        QVERIFY2(share < 0.1, qPrintable(QString::number(share)));
    }

    void openingThePortResetsIt_data() { everyQemuBoard(); }
    void openingThePortResetsIt()
    {
        QFETCH(QByteArray, id);
        Result<VirtualBoard> board = flashed(id, trainedFixture(Task::Classification));
        SKIP_OR_FAIL(board);
        for (int i = 0; i < 3; ++i) {
            auto link = openLink(board->port());
            const std::string greeting = readUntil(**link, "\n", 5s);
            QVERIFY2(greeting.starts_with("READY Broto"), greeting.c_str());
            QVERIFY(sendBytes(**link, "test\n"));
            QVERIFY(readUntil(**link, "PASS", 5s).find("PASS") != std::string::npos);
        }
    }

    /// The one who opens hears the greeting from its first letter, whatever the emulator is doing just then.
    void openingThePortWhileItStartsResetsItToo_data() { everyQemuBoard(); }
    void openingThePortWhileItStartsResetsItToo()
    {
        QFETCH(QByteArray, id);
        Result<VirtualBoard> board = flashed(id, trainedFixture(Task::Classification));
        SKIP_OR_FAIL(board);
        for (const auto later : {0ms, 1ms, 20ms, 90ms, 105ms, 120ms}) {
            QVERIFY(openLink(board->port())); // which resets it, and is closed again at once
            std::this_thread::sleep_for(later);
            auto link = openLink(board->port());
            const std::string greeting = readUntil(**link, "\n", 10s);
            QVERIFY2(greeting.starts_with("READY Broto"), greeting.c_str());
        }
        for (int i = 0; i < 5; ++i) {
            const auto problem = flash(id, trainedFixture(Task::Classification), board->port());
            QVERIFY2(!problem, problem ? inEnglish(*problem).c_str() : "");
            auto link = openLink(board->port()); // while the emulator starts
            const std::string greeting = readUntil(**link, "\n", 10s);
            QVERIFY2(greeting.starts_with("READY Broto"), greeting.c_str());
        }
    }

    void theProgramSurvivesARestart()
    {
        {
            Result<VirtualBoard> board = flashed("microbit", trainedFixture(Task::Classification));
            SKIP_OR_FAIL(board);
        }
        Result<VirtualBoard> board = VirtualBoard::start("microbit");
        QVERIFY2(board, reason(board).c_str());
        auto client = connected(board->port());
        QVERIFY2(client, reason(client).c_str());
        QVERIFY(client->hello().boardName == "BBC micro:bit v1");
    }

    void aForeignProgramIsRefusedAndTheOldOneGoesOn()
    {
        const DeployableModel model = trainedFixture(Task::Classification);
        const auto foreign = buildFirmware(model, "tea", findBoard("risc-v").value(), m_folders->path() / "foreign");
        Result<VirtualBoard> board = flashed("microbit", model);
        SKIP_OR_FAIL(board);
        SKIP_OR_FAIL(foreign);
        const auto done = flashFirmware(*foreign, findBoard("microbit").value(), board->port());
        QVERIFY(done.error().id == "device.drive-refused");
        QVERIFY2(inEnglish(done.error()).find("20400000") != std::string::npos, inEnglish(done.error()).c_str());
        const fs::path drive = entryAt(board->port()).drive;
        QVERIFY(fs::exists(drive / "FAIL.TXT"));
        const auto client = connected(board->port());
        QVERIFY2(client, reason(client).c_str());
        const auto again = flash("microbit", model, board->port());
        QVERIFY2(!again, again ? inEnglish(*again).c_str() : "");
        QVERIFY(fs::is_empty(drive));
    }

    void aProgramThatLosesItsWayLeavesABoardThatCanBeFlashedAgain()
    {
        const DeployableModel model = trainedFixture(Task::Classification);
        Result<VirtualBoard> board = flashed("microbit", model);
        SKIP_OR_FAIL(board);
        {
            // A stack and a start that lie nowhere: the processor locks up, and QEMU ends.
            std::ofstream hex(fs::path(entryAt(board->port()).drive) / "wild.hex");
            hex << ":08000000FFFFFFF0FFFFFFF01E\n:00000001FF\n";
        }
        QTRY_VERIFY(!fs::exists(fs::path(entryAt(board->port()).drive) / "wild.hex"));
        for (int i = 0; i < 3; ++i) {
            auto link = openLink(board->port());
            QVERIFY(link);
            QVERIFY(readUntil(**link, "READY", 300ms).find("READY") == std::string::npos);
        }
        QVERIFY(board->running());
        const auto again = flash("microbit", model, board->port());
        QVERIFY2(!again, again ? inEnglish(*again).c_str() : "");
        const auto client = connected(board->port());
        QVERIFY2(client, reason(client).c_str());
    }

    void twoOfAKindAreFlashedApart()
    {
        Result<VirtualBoard> first = flashed("microbit", trainedFixture(Task::Classification));
        SKIP_OR_FAIL(first);
        Result<VirtualBoard> second = flashed("microbit", trainedFixture(Task::Regression));
        SKIP_OR_FAIL(second);
        auto one = connected(first->port()), other = connected(second->port());
        QVERIFY(one && other);
        QVERIFY(one->hello().modelId == modelId(trainedFixture(Task::Classification)));
        QVERIFY(other->hello().modelId == modelId(trainedFixture(Task::Regression)));
    }

    void nothingOutlivesABoardThatIsKilled()
    {
        Result<VirtualBoard> board = flashed("microbit", trainedFixture(Task::Classification));
        SKIP_OR_FAIL(board);
        const fs::path drive = entryAt(board->port()).drive;
        QTRY_VERIFY(!emulatorsIn(m_folders->path()).empty());
        ::kill(board->processId(), SIGKILL);
        QTRY_VERIFY(!board->running());
        QTRY_VERIFY(emulatorsIn(m_folders->path()).empty());
        QVERIFY(registeredVirtualBoards().empty());
        QVERIFY(!fs::exists(drive));
    }

    void aMissingEmulatorNamesItsPackage()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_folders->path().string().c_str());
        const Result<VirtualBoard> board = VirtualBoard::start("xtensa-lx106");
        qputenv("PATH", path);
        QVERIFY(!board);
        QVERIFY2(inEnglish(board.error()).find("apt install qemu-system-misc") != std::string::npos,
                 inEnglish(board.error()).c_str());
    }

    void aMissingCompilerNamesItsPackage_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("package");
        QTest::newRow("Arm") << QByteArray("microbit") << QByteArray("gcc-arm-none-eabi");
        QTest::newRow("RISC-V") << QByteArray("risc-v") << QByteArray("gcc-riscv64-unknown-elf");
        QTest::newRow("Xtensa") << QByteArray("xtensa-lx106") << QByteArray("gcc-xtensa-lx106");
    }

    void aMissingCompilerNamesItsPackage()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, package);
        const Dataset data = fixtureDataset(Task::Classification, 3);
        const DeployableModel model = floatModel(fixtureTraining(data, NetworkDesign{}, 3), data, "float");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_folders->path().string().c_str());
        const Board board = findBoard(id.toStdString()).value();
        const auto firmware = buildFirmware(model, "tea", board, m_folders->path() / "built");
        const auto prepared =
            buildFirmware(trainedFixture(Task::Classification), "tea", board, m_folders->path() / "built");
        qputenv("PATH", path);
        QVERIFY(!firmware);
        QVERIFY(firmware.error().id == "device.compiler-missing");
        QVERIFY2(inEnglish(firmware.error()).find("apt install " + package.toStdString()) != std::string::npos,
                 inEnglish(firmware.error()).c_str());
        QVERIFY2(prepared, reason(prepared).c_str()); // models in integers go without
    }

private:
    static void everyBoard()
    {
        everyQemuBoard();
        for (const char* id : {"nano", "nano-old", "mega"})
            QTest::newRow(id) << QByteArray(id);
    }

    static void everyQemuBoard()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char* id : {"microbit", "cortex-m3", "cortex-m4", "risc-v", "xtensa-lx106"})
            QTest::newRow(id) << QByteArray(id);
    }

    /// What went wrong, or nothing.
    std::optional<Message> flash(const QByteArray& id, const DeployableModel& model, const Port& port)
    {
        const Board board = findBoard(id.toStdString()).value();
        const auto firmware = buildFirmware(model, "tea", board, m_folders->path() / "built");
        if (!firmware)
            return firmware.error();
        m_flashBytes = firmware->flashBytes;
        const auto report = flashFirmware(*firmware, board, port);
        if (!report)
            return report.error();
        m_flashSeconds = report->seconds;
        return std::nullopt;
    }

    Result<VirtualBoard> flashed(const QByteArray& id, const DeployableModel& model)
    {
        Result<VirtualBoard> board = VirtualBoard::start(id.toStdString());
        if (!board)
            return board;
        const auto problem = flash(id, model, board->port());
        return problem ? Result<VirtualBoard>(*problem) : std::move(board);
    }

    std::optional<OwnFolders> m_folders;
    double m_flashSeconds = 0;
    std::int64_t m_flashBytes = 0;
};

QTEST_APPLESS_MAIN(TestVirtualBoards)
#include "tst_virtual_boards.moc"

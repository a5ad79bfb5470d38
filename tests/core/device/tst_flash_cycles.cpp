// Flashing and checking again and again, as in a course: nothing fails, and nothing is left behind. Ten times by
// default; as often as an environment variable says:
//
//     BROTO_CYCLES=200 QTEST_FUNCTION_TIMEOUT=3600000 build/dev/tests/tst_flash_cycles

#include "core/device/board_fixture.h"
#include "core/device/firmware_fixture.h"
#include "device/board_check.h"
#include "device/board_connection.h"
#include "device/flasher.h"
#include "device/virtual_board.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace broto;
namespace fs = std::filesystem;

namespace {

std::ptrdiff_t openFiles()
{
    return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
}

/// Of this program, in KiB.
long residentMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (long size = 0; word == "VmRSS:" && status >> size)
            return size;
    return 0;
}

std::size_t filesBelow(const fs::path& folder)
{
    std::error_code error;
    std::size_t count = 0;
    for (fs::recursive_directory_iterator each(folder, error); each != fs::recursive_directory_iterator();
         each.increment(error))
        ++count;
    return count;
}

/// What went wrong, or nothing.
std::string flashAndCheck(const Firmware& firmware, const DeployableModel& model, const Board& board, const Port& port,
                          Random& random)
{
    constexpr int count = 20;
    const auto flashed = flashFirmware(firmware, board, port);
    if (!flashed)
        return reason(flashed);
    const RunControl control;
    auto connection = BoardConnection::open(linesTo(port), control, {.greetingLimit = greetingAfterFlashing});
    if (!connection)
        return reason(connection);
    Matrix rows(count, model.features());
    for (Eigen::Index i = 0; i < count; ++i) {
        const std::vector<float> row = hostileRow(model, random);
        rows.row(i) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), model.features());
    }
    const auto report = checkBoard(model, rows, *connection);
    if (!report)
        return reason(report);
    return report->identical == count ? "" : "answers differ";
}

}

class TestFlashCycles : public QObject {
    Q_OBJECT

private slots:
    void nothingFailsAndNothingIsLeft();
};

void TestFlashCycles::nothingFailsAndNothingIsLeft()
{
    if (!findOwnProgram("broto-virtual-board") || !findProgram("avrdude"))
        QSKIP("SKIPPED: broto-virtual-board was not built, or avrdude is not installed (libsimavr-dev, avrdude)");
    useTestCache();
    const OwnFolders folders;
    const auto built = TemporaryFolder::make("cycles");
    QVERIFY(built);
    const Board uno = findBoard("uno").value();
    const DeployableModel models[] = {trainedFixture(Task::Classification), trainedFixture(Task::Regression)};
    Firmware firmware[2];
    for (int m = 0; m < 2; ++m) {
        const auto made = buildFirmware(models[m], "tea", uno, built->path() / std::to_string(m));
        QVERIFY2(made, reason(made).c_str());
        firmware[m] = *made;
    }

    const int cycles = qEnvironmentVariableIsSet("BROTO_CYCLES") ? qEnvironmentVariableIntValue("BROTO_CYCLES") : 10;
    auto board = VirtualBoard::start("uno");
    QVERIFY2(board, reason(board).c_str());
    Random random(5);
    std::ptrdiff_t files = 0;
    std::size_t left = 0;
    long memory = 0;
    for (int cycle = 0; cycle < cycles; ++cycle) {
        const int m = cycle % 2;
        const std::string problem = flashAndCheck(firmware[m], models[m], uno, board->port(), random);
        QVERIFY2(problem.empty(), qPrintable(QStringLiteral("%1: %2").arg(cycle).arg(QString::fromStdString(problem))));
        if (cycle == 3) { // everything has been used once
            files = openFiles();
            memory = residentMemory();
            left = filesBelow(folders.path());
        }
        if (cycle > 3) {
            QCOMPARE(openFiles(), files);
            QCOMPARE(filesBelow(folders.path()), left);
        }
    }
    const long grown = residentMemory() - memory;
    qInfo("%d cycles, memory %ld KiB, grown by %ld", cycles, residentMemory(), grown);
    QVERIFY(grown < 4096);
}

QTEST_APPLESS_MAIN(TestFlashCycles)
#include "tst_flash_cycles.moc"

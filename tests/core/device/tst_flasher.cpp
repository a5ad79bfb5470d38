#include "device/flasher.h"

#include "core/device/firmware_fixture.h"
#include "device/avr_toolchain.h"
#include "device/board_check.h"
#include "device/virtual_board.h"
#include "platform/pseudo_terminal.h"

#include <QtTest>

#include <csignal>
#include <fstream>
#include <sstream>

using namespace broto;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// Programs that have `text` among their arguments.
static int programsWith(const std::string& text)
{
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc")) {
        std::ifstream file(entry.path() / "cmdline", std::ios::binary);
        const std::string arguments{std::istreambuf_iterator<char>(file), {}};
        count += arguments.starts_with("/") && arguments.find("avrdude") != std::string::npos &&
                 arguments.find(text) != std::string::npos;
    }
    return count;
}

static Matrix rowsFor(const DeployableModel& model, int count)
{
    Random random(17);
    Matrix rows(count, model.features());
    for (int i = 0; i < count; ++i) {
        const std::vector<float> row = hostileRow(model, random);
        rows.row(i) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), model.features());
    }
    return rows;
}

/// The whole way from a model to an answer of the virtual Uno, and everything that can go wrong on it.
class TestFlasher : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useTestCache();
        if (!findOwnProgram("broto-virtual-board"))
            QSKIP("SKIPPED: broto-virtual-board was not built (libsimavr-dev, gcc-avr, arduino-core-avr)");
        if (!findProgram("avrdude") || !findProgram("avr-gcc"))
            QSKIP("SKIPPED: avrdude or avr-gcc is not installed (avrdude, gcc-avr, avr-libc)");
        m_built.emplace(std::move(TemporaryFolder::make("firmware").value()));
        m_uno = findBoard("uno").value();
        m_model = trainedFixture(Task::Classification);
        const auto firmware = buildFirmware(m_model, "tea", m_uno, m_built->path());
        QVERIFY2(firmware, reason(firmware).c_str());
        m_firmware = *firmware;
    }
    void cleanupTestCase() { m_built.reset(); }
    void init() { m_folders.emplace(); }
    void cleanup() { m_folders.reset(); }

    void boardAnswersLikeTheWorkbench_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("classification") << 0;
        QTest::newRow("regression") << 1;
        QTest::newRow("model at the limits of the arithmetic") << 2;
        QTest::newRow("another one") << 3;
    }

    void boardAnswersLikeTheWorkbench()
    {
        QFETCH(int, kind);
        const DeployableModel model = kind == 0 ? m_model
                                      : kind == 1
                                          ? trainedFixture(Task::Regression)
                                          : wildIntegerModel(kind == 2 ? Task::Classification : Task::Regression,
                                                             static_cast<std::uint64_t>(kind));
        const auto firmware = buildFirmware(model, "tea", m_uno, m_folders->path());
        QVERIFY2(firmware, reason(firmware).c_str());
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY2(board, reason(board).c_str());
        double last = 0;
        bool rising = true;
        const RunControl control([&](const Progress& progress) {
            rising = rising && progress.done >= last;
            last = progress.done;
        });
        const auto flashed = flashFirmware(*firmware, m_uno, board->port(), control);
        QVERIFY2(flashed, reason(flashed).c_str());
        QVERIFY(rising);
        QCOMPARE(last, 1.0);

        auto client = connect(board->port());
        QVERIFY2(client, reason(client).c_str());
        QVERIFY(client->hello().boardName == "Arduino Uno");
        QCOMPARE(client->hello().clockHz, 16000000u);
        const auto selfTest = client->ask([](BoardClient& asked) { return asked.selfTest(); });
        QVERIFY2(selfTest && *selfTest, reason(selfTest).c_str());
        const auto report = checkBoard(model, rowsFor(model, 60), *client);
        QVERIFY2(report, reason(report).c_str());
        QCOMPARE(report->rows, std::size_t(60));
        QCOMPARE(report->identical, std::size_t(60));
        QVERIFY(!report->firstDifference);
        QVERIFY(report->timeUnit == TimeUnit::Cycles);
    }

    void cyclesAreExact()
    {
        Result<VirtualBoard> board = flashed();
        QVERIFY2(board, reason(board).c_str());
        auto client = connect(board->port());
        QVERIFY2(client, reason(client).c_str());
        const Matrix row = rowsFor(m_model, 1);
        const auto times = client->ask([&](BoardClient& asked) {
            return asked.bench(20, {row.data(), static_cast<std::size_t>(row.cols())});
        });
        QVERIFY2(times, reason(times).c_str());
        qInfo("one answer: %u cycles", times->at(0));
        QCOMPARE(times->at(0), times->at(2)); // the same row takes the same time, to the cycle
        QCOMPARE(times->at(0), times->at(1));
        QVERIFY(times->at(0) > 1000);
    }

    void stopwatchCountsEveryCycle()
    {
        const fs::path sketch = m_folders->path() / "stopwatch_tester.ino";
        fs::copy_file(BROTO_SOURCE_DIR "/tests/core/device/sketches/stopwatch_tester.ino", sketch);
        fs::copy_file(BROTO_SOURCE_DIR "/resources/firmware/arduino/stopwatch.h", m_folders->path() / "stopwatch.h");
        Firmware firmware = m_firmware;
        firmware.files[FirmwareForm::Hex] = m_folders->path() / "stopwatch.hex";
        const RunControl control;
        AvrBuild build(findAvrToolchain().value(), m_uno, control);
        const auto compiled = build.compile(sketch, m_folders->path() / "stopwatch.elf");
        QVERIFY2(compiled, build.log().c_str());
        QVERIFY(build.makeHex(m_folders->path() / "stopwatch.elf", firmware.files[FirmwareForm::Hex]));
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        const auto flashed = flashFirmware(firmware, m_uno, board->port());
        QVERIFY2(flashed, reason(flashed).c_str());

        auto link = openLink(board->port());
        QVERIFY(link);
        std::istringstream lines(readUntil(**link, "end", 5s));
        long loops = 0, cycles = 0;
        int count = 0;
        while (lines >> loops >> cycles) {
            QCOMPARE(cycles, 4 * loops + 1); // four cycles a loop, one less for the last, two to load the counter
            ++count;
        }
        QCOMPARE(count, 5);
    }

    void aPersonAtASerialMonitorIsAnswered()
    {
        Result<VirtualBoard> board = flashed();
        auto link = openLink(board->port());
        QVERIFY(link);
        QVERIFY(readUntil(**link, "\n", 3s).starts_with("READY Broto tea_ptq_int8"));
        QVERIFY(sendBytes(**link, "?\n"));
        const std::string description = readUntil(**link, "as it should.\r\n", 2s);
        QVERIFY(description.starts_with("Model tea_ptq_int8 on Arduino Uno\r\n"));
        QVERIFY(description.find("temperature [") != std::string::npos);
        QVERIFY(sendBytes(**link, "test\n"));
        QVERIFY(readUntil(**link, "\n", 3s) == "PASS\r\n");
        QVERIFY(sendBytes(**link, "21.5,100100,0.0102,1\n"));
        const std::string answer = readUntil(**link, "\n", 2s);
        QVERIFY2(answer.starts_with("class:") && answer.ends_with("out_of_range:0\r\n"), answer.c_str());
    }

    void oneFlippedWeightByteIsFoundInItsLayerAndNeuron()
    {
        {
            const Result<VirtualBoard> board = flashed();
        } // its end leaves the flash image behind
        const auto& layer = std::get<IntegerLayer>(m_model.layers[1]);
        constexpr std::size_t together = 4; // neurons that share a group: weight + 128, input by input
        std::string weights;
        for (int input = 0; input < layer.inputs; ++input)
            for (int neuron = 0; neuron < static_cast<int>(together); ++neuron)
                weights += static_cast<char>(
                    128 + (neuron < layer.outputs
                               ? layer.weights[static_cast<std::size_t>(neuron * layer.inputs + input)]
                               : 0));
        std::string image = readFile(virtualBoardImage("uno")).value();
        const std::size_t at = image.find(weights);
        QVERIFY(at != std::string::npos);
        const std::size_t neuron = 2;
        for (int input = 0; input < layer.inputs; ++input) { // all its weights: one may meet zeros only
            const std::size_t place = at + together * static_cast<std::size_t>(input) + neuron;
            image[place] = static_cast<char>(image[place] ^ 0x40);
        }
        QVERIFY(writeFileAtomically(virtualBoardImage("uno"), image));

        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        auto client = connect(board->port());
        QVERIFY2(client, reason(client).c_str());
        const auto report = checkBoard(m_model, rowsFor(m_model, 40), *client);
        QVERIFY2(report, reason(report).c_str());
        QVERIFY(report->identical < report->rows);
        QVERIFY(report->firstDifference.has_value());
        QCOMPARE(report->firstDifference->layer, 1);
        QCOMPARE(report->firstDifference->neuron, 2);
        const auto selfTest = client->ask([](BoardClient& asked) { return asked.selfTest(); });
        QVERIFY(selfTest && !*selfTest);
    }

    void anotherModelOnTheBoardIsNamed()
    {
        Result<VirtualBoard> board = flashed();
        QVERIFY2(board, reason(board).c_str());
        auto client = connect(board->port());
        QVERIFY2(client, reason(client).c_str());
        const DeployableModel other = trainedFixture(Task::Regression);
        const auto report = checkBoard(other, rowsFor(other, 5), *client);
        QVERIFY(report.error().id == "device.other-model");
        QVERIFY(inEnglish(report.error()).find("tea_ptq_int8") != std::string::npos);
    }

    void boardKilledWhileItIsFlashedIsNoticed()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        const Port port = board->port();
        QElapsedTimer sinceDeath;
        const RunControl control([&](const Progress& progress) {
            if (progress.done > 0.2 && !sinceDeath.isValid()) {
                ::kill(board->processId(), SIGKILL);
                sinceDeath.start();
            }
        });
        const auto flashed = flashFirmware(m_firmware, m_uno, port, control);
        QVERIFY(sinceDeath.isValid() && sinceDeath.elapsed() < 5000);
        QVERIFY2(flashed.error().id == "platform.port-gone", reason(flashed).c_str());
        QVERIFY(inEnglish(flashed.error()).find(port.path) != std::string::npos);
        QCOMPARE(programsWith(port.path), 0);
    }

    void boardThatStopsWhileItIsFlashedIsNoticed()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        QElapsedTimer sinceStop;
        const RunControl control([&](const Progress& progress) {
            if (progress.done > 0.2 && !sinceStop.isValid()) {
                ::kill(board->processId(), SIGSTOP);
                sinceStop.start();
            }
        });
        const auto flashed = flashFirmware(m_firmware, m_uno, board->port(), control);
        ::kill(board->processId(), SIGCONT);
        QVERIFY(sinceStop.isValid() && sinceStop.elapsed() < 6000);
        QVERIFY2(flashed.error().id == "platform.port-gone", reason(flashed).c_str());
        QCOMPARE(programsWith(board->port().path), 0);
    }

    void boardKilledWhileItIsCheckedIsNoticed()
    {
        Result<VirtualBoard> board = flashed();
        QVERIFY2(board, reason(board).c_str());
        auto client = connect(board->port());
        QVERIFY2(client, reason(client).c_str());
        QElapsedTimer sinceDeath;
        const RunControl control([&](const Progress& progress) {
            if (progress.done == 10) {
                ::kill(board->processId(), SIGKILL);
                sinceDeath.start();
            }
        });
        const auto report = checkBoard(m_model, rowsFor(m_model, 2000), *client, control);
        QVERIFY(sinceDeath.isValid() && sinceDeath.elapsed() < 5000);
        QVERIFY(!report);
        QVERIFY2(report.error().id == "platform.port-gone", reason(report).c_str());
    }

    void boardThatIsUnpluggedWhileItIsCheckedIsCheckedToTheEnd()
    {
        auto board = std::make_unique<Result<VirtualBoard>>(flashed());
        QVERIFY2(*board, reason(*board).c_str());
        Port port = (*board)->port();
        const fs::path place = m_folders->path() / "port"; // where its board is, whatever its own name
        fs::create_symlink(port.path, place);
        port.path = place.string();
        auto client = connect(port);
        QVERIFY2(client, reason(client).c_str());
        const RunControl control([&](const Progress& progress) {
            if (progress.done != 50)
                return;
            board.reset();
            board = std::make_unique<Result<VirtualBoard>>(VirtualBoard::start("uno"));
            fs::remove(place);
            if (*board)
                fs::create_symlink((*board)->port().path, place);
        });
        const auto report = checkBoard(m_model, rowsFor(m_model, 150), *client, control);
        QVERIFY2(report, reason(report).c_str());
        QCOMPARE(report->identical, std::size_t(150));
    }

    void cancelEndsAnUpload()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        RunControl control([&](const Progress& progress) {
            if (progress.done > 0.1)
                control.cancel();
        });
        const auto flashed = flashFirmware(m_firmware, m_uno, board->port(), control);
        QVERIFY2(flashed.error().id == "common.cancelled", reason(flashed).c_str());
        QCOMPARE(programsWith(board->port().path), 0);
    }

    void stopKeepsWhatWasCompared()
    {
        Result<VirtualBoard> board = flashed();
        QVERIFY2(board, reason(board).c_str());
        auto client = connect(board->port());
        QVERIFY2(client, reason(client).c_str());
        RunControl control([&](const Progress& progress) {
            if (progress.done == 7)
                control.stop();
        });
        const auto report = checkBoard(m_model, rowsFor(m_model, 50), *client, control);
        QVERIFY2(report, reason(report).c_str());
        QCOMPARE(report->rows, std::size_t(7));
        QCOMPARE(report->identical, std::size_t(7));
    }

    void boardThatWasNeverFlashedIsNamed()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        QElapsedTimer timer;
        timer.start();
        const auto client = connect(board->port());
        QVERIFY2(client.error().id == "device.not-broto", reason(client).c_str());
        QVERIFY(timer.elapsed() < 4000);
    }

    void boardWithAnotherProgramIsNamed()
    {
        Firmware tester = m_firmware;
        tester.files[FirmwareForm::Hex] = compileTester(m_folders->path(), "tester").value();
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        const auto flashed = flashFirmware(tester, m_uno, board->port());
        QVERIFY2(flashed, reason(flashed).c_str());
        const auto client = connect(board->port());
        QVERIFY2(client.error().id == "device.not-broto", reason(client).c_str());
    }

    void missingPortIsNamed()
    {
        Port port;
        port.path = "/dev/ttyNotThere";
        const auto flashed = flashFirmware(m_firmware, m_uno, port);
        QVERIFY2(flashed.error().id == "platform.port-missing", reason(flashed).c_str());
        QVERIFY(inEnglish(flashed.error()).find("/dev/ttyNotThere") != std::string::npos);
    }

    void busyPortIsNamed()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board);
        const auto monitor = openLink(board->port());
        QVERIFY(monitor);
        const auto flashed = flashFirmware(m_firmware, m_uno, board->port());
        QVERIFY2(flashed.error().id == "platform.port-busy", reason(flashed).c_str());
    }

    void portWithNobodyBehindItIsNamedInTime()
    {
        auto terminal = PseudoTerminal::open();
        QVERIFY(terminal);
        Port port;
        port.path = terminal->path();
        QElapsedTimer timer;
        timer.start();
        const auto flashed = flashFirmware(m_firmware, m_uno, port);
        QVERIFY(timer.elapsed() < 6000);
        QVERIFY2(flashed.error().id == "device.uploader-unanswered", reason(flashed).c_str());
        QCOMPARE(programsWith(port.path), 0);
    }

    void uploadThatLostItsStepIsTriedOnceMore_data()
    {
        QTest::addColumn<int>("losses");
        QTest::addColumn<int>("attempts");
        QTest::newRow("lost once") << 1 << 2;
        QTest::newRow("lost every time") << 9 << 2;
    }

    /// With a stand-in for avrdude that loses its step as often as it is told.
    void uploadThatLostItsStepIsTriedOnceMore()
    {
        QFETCH(int, losses);
        QFETCH(int, attempts);
        const auto terminal = PseudoTerminal::open();
        QVERIFY(terminal);
        const auto folder = TemporaryFolder::make("uploader");
        QVERIFY(folder);
        const std::filesystem::path program = folder->path() / "avrdude", count = folder->path() / "attempts";
        const std::string script =
            "#!/bin/sh\necho x >>" + count.string() + "\nprintf 'Writing | ####'\n[ $(wc -l <" + count.string() +
            ") -gt " + std::to_string(losses) +
            " ] && exit 0\nprintf '\\navrdude error: protocol expects sync byte 0x14 but got 0x44\\n'\n"
            "exit 1\n";
        QVERIFY(writeFileAtomically(program, script));
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);

        Port port;
        port.path = terminal->path();
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QByteArray::fromStdString(folder->path().string()) + ':' + path);
        const auto flashed = flashFirmware(m_firmware, m_uno, port);
        qputenv("PATH", path);
        QCOMPARE(flashed.ok(), losses < attempts);
        QVERIFY(flashed || flashed.error().id == "device.upload-failed");
        QCOMPARE(readFile(count)->size(), 2 * static_cast<std::size_t>(attempts));
    }

    void missingUploaderNamesItsPackage()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_folders->path().string().c_str());
        const auto flashed = flashFirmware(m_firmware, m_uno, {});
        qputenv("PATH", path);
        QVERIFY(flashed.error().id == "device.uploader-missing");
        QVERIFY(inEnglish(flashed.error()).find("apt install avrdude") != std::string::npos);
    }

private:
    static Result<BoardConnection> connect(const Port& port)
    {
        static const RunControl control;
        return BoardConnection::open(linesTo(port), control);
    }

    /// A virtual Uno that runs m_firmware.
    Result<VirtualBoard> flashed()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        if (!board)
            return board;
        const auto done = flashFirmware(m_firmware, m_uno, board->port());
        return done ? std::move(board) : Result<VirtualBoard>(done.error());
    }

    std::optional<TemporaryFolder> m_built;
    std::optional<OwnFolders> m_folders;
    Board m_uno;
    DeployableModel m_model;
    Firmware m_firmware;
};

QTEST_APPLESS_MAIN(TestFlasher)
#include "tst_flasher.moc"

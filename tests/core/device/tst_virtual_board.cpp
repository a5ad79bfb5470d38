#include "core/device/board_fixture.h"
#include "device/board_connection.h"
#include "device/board_problem.h"
#include "device/virtual_board.h"

#include <QtTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace broto;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

class TestVirtualBoard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_tools.emplace(std::move(TemporaryFolder::make("test").value()));
        if (!findOwnProgram("broto-virtual-board"))
            QSKIP("SKIPPED: broto-virtual-board was not built (libsimavr-dev, gcc-avr, arduino-core-avr)");
        m_hex = compileTester(m_tools->path(), "first");
        m_otherHex = compileTester(m_tools->path(), "second");
    }
    void cleanupTestCase() { m_tools.reset(); }
    void init() { m_folders.emplace(); }
    void cleanup() { m_folders.reset(); }

    void aStartedBoardIsRegisteredAndGoneAfterwards()
    {
        int process = 0;
        {
            Result<VirtualBoard> board = VirtualBoard::start("uno");
            QVERIFY2(board, board ? "" : inEnglish(board.error()).c_str());
            process = board->processId();
            QVERIFY(board->running());
            QVERIFY(board->port().isVirtual);
            QVERIFY(board->port().boardId == "uno");
            const std::vector<VirtualBoardEntry> entries = registeredVirtualBoards();
            QCOMPARE(entries.size(), std::size_t(1));
            QVERIFY(entries[0].port == board->port().path);
            QVERIFY(entries[0].name == "Virtual Arduino Uno");
            QVERIFY(entries[0].image == virtualBoardImage("uno").string());
            QCOMPARE(entries[0].processId, process);
        }
        QVERIFY(!processIdentity(process));
        QVERIFY(fs::is_empty(virtualBoardRegistry()));
    }

    void itsEmulatorIsFoundWhereItsFolderWasNamed()
    {
        const auto emulator = findProgram("qemu-system-arm");
        if (!emulator)
            QSKIP("SKIPPED: qemu-system-arm is not installed");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const Result<VirtualBoard> without = VirtualBoard::start("microbit");
        setToolFolders({emulator->parent_path()});
        const Result<VirtualBoard> with = VirtualBoard::start("microbit");
        setToolFolders({});
        qputenv("PATH", path);
        QVERIFY(!without && inEnglish(without.error()).find("qemu-system-arm") != std::string::npos);
        QVERIFY2(with, with ? "" : inEnglish(with.error()).c_str());
    }

    void anUnknownBoardIsAClearError()
    {
        const Result<VirtualBoard> board = VirtualBoard::start("toaster");
        QVERIFY(board.error().id == "device.virtual-board-failed");
        QVERIFY(inEnglish(board.error()).find("toaster") != std::string::npos);
        QVERIFY(inEnglish(board.error()).find("uno") != std::string::npos);
    }

    void aBoardThatWasNeverFlashedIsSilentButThere()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        auto link = openLink(board->port());
        QVERIFY(link);
        QVERIFY(readUntil(**link, "\n", 300ms).empty());
        QVERIFY(board->running());
    }

    void twoBoardsOfOneKindKeepTheirFlashApart()
    {
        Result<VirtualBoard> first = VirtualBoard::start("uno");
        Result<VirtualBoard> second = VirtualBoard::start("uno");
        QVERIFY(first && second);
        const std::vector<VirtualBoardEntry> entries = registeredVirtualBoards();
        QCOMPARE(entries.size(), std::size_t(2));
        QVERIFY(entries[0].image == virtualBoardImage("uno", 1).string());
        QVERIFY(entries[1].image == virtualBoardImage("uno", 2).string());
        QVERIFY(entries[1].name == "Virtual Arduino Uno 2");
    }

    void aBoardWithoutPinsTakesNoSensors()
    {
        auto board = startProgram({"--board", "microbit", "--sensor"});
        const std::optional<std::string> line = board->readLine(5s);
        QVERIFY(line && line->find("device.virtual-board-has-no-pins") != std::string::npos);
        QTRY_VERIFY(!board->running());
    }

    void sensorsThatCannotBeReadAreNamed()
    {
        auto missing = startProgram({"--sensor", (m_folders->path() / "nowhere.csv").string()});
        const std::optional<std::string> line = missing->readLine(5s);
        QVERIFY(line && line->find("nowhere.csv") != std::string::npos);
        QTRY_VERIFY(!missing->running());
        const fs::path words = m_folders->path() / "words.csv";
        QVERIFY(writeFileAtomically(words, "A0,A1\nhigh,1\nlow,2\nhigh,3\n"));
        auto wordy = startProgram({"--sensor", words.string()});
        const std::optional<std::string> reason = wordy->readLine(5s);
        QVERIFY(reason && reason->find("device.no-numbers-for-pin") != std::string::npos);
    }

    void anImageInUseIsRefused()
    {
        const std::string image = (m_folders->path() / "shared.flash").string();
        auto first = startProgram({"--image", image});
        QVERIFY(first && first->readLine(5s)->find("ready") != std::string::npos);
        auto second = startProgram({"--image", image});
        QVERIFY(second);
        const std::optional<std::string> line = second->readLine(5s);
        QVERIFY(line && line->find("device.image-in-use") != std::string::npos);
        QTRY_VERIFY(!second->running());
    }

    void anImageOfAnotherSizeIsRefusedAndLeftAlone()
    {
        const fs::path image = m_folders->path() / "letter.txt";
        QVERIFY(writeFileAtomically(image, "Dear board"));
        auto board = startProgram({"--image", image.string()});
        const std::optional<std::string> line = board->readLine(5s);
        QVERIFY(line && line->find("device.not-a-flash-image") != std::string::npos);
        QTRY_VERIFY(!board->running());
        QVERIFY(readFile(image).value() == "Dear board");
    }

    void itIsFlashedByTheTrueUploaderAndAnswers()
    {
        if (!canFlash())
            QSKIP("SKIPPED: avrdude or avr-gcc is missing");
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(flash(board->port(), *m_hex));
        auto link = openLink(board->port());
        QCOMPARE(readUntil(**link, "\n", 5s), std::string("first\n"));
        QVERIFY(sendBytes(**link, "HAL"));
        QCOMPARE(readUntil(**link, "M", 5s), std::string("IBM"));
    }

    void theFlashSurvivesARestart()
    {
        if (!canFlash())
            QSKIP("SKIPPED: avrdude or avr-gcc is missing");
        {
            Result<VirtualBoard> board = VirtualBoard::start("uno");
            QVERIFY(flash(board->port(), *m_hex));
        }
        QCOMPARE(fs::file_size(virtualBoardImage("uno")), std::uintmax_t(32768));
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QCOMPARE(greeting(board->port()), std::string("first\n"));
        QVERIFY(flash(board->port(), *m_otherHex));
        QCOMPARE(greeting(board->port()), std::string("second\n"));
    }

    void theFlashIsKeptEvenWhenTheBoardIsKilledLater()
    {
        if (!canFlash())
            QSKIP("SKIPPED: avrdude or avr-gcc is missing");
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(flash(board->port(), *m_hex));
        QTRY_VERIFY(readFile(virtualBoardImage("uno")).value().find("first\n") != std::string::npos);
        ::kill(board->processId(), SIGKILL);
        QTRY_VERIFY(!board->running());
        Result<VirtualBoard> again = VirtualBoard::start("uno");
        QCOMPARE(greeting(again->port()), std::string("first\n"));
    }

    void openingThePortResetsTheBoard()
    {
        if (!canFlash())
            QSKIP("SKIPPED: avrdude or avr-gcc is missing");
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(flash(board->port(), *m_hex));
        for (int i = 0; i < 3; ++i) {
            const auto start = std::chrono::steady_clock::now();
            QCOMPARE(greeting(board->port()), std::string("first\n"));
            QVERIFY(std::chrono::steady_clock::now() - start >= 900ms); // the bootloader's second comes first
        }
    }

    void anUploaderThatIsHeldUpMayGoOn()
    {
        const std::string sync = "0 ";
        const std::string inSync = "\x14\x10";
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        auto link = openLink(board->port());
        // What comes before the bootloader has set its UART is noise to it.
        QVERIFY(readUntil(**link, inSync, 300ms).empty());
        QVERIFY(sendBytes(**link, sync));
        QCOMPARE(readUntil(**link, inSync, 5s), inSync);
        // Silence for longer than the bootloader's second.
        QVERIFY(readUntil(**link, inSync, 2s).empty());
        QVERIFY(sendBytes(**link, sync));
        QCOMPARE(readUntil(**link, inSync, 5s), inSync);
    }

    void theLineIsAsFastAsARealOne()
    {
        if (!canFlash())
            QSKIP("SKIPPED: avrdude or avr-gcc is missing");
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(flash(board->port(), *m_hex));
        auto link = openLink(board->port());
        QCOMPARE(readUntil(**link, "\n", 5s), std::string("first\n"));
        const auto start = std::chrono::steady_clock::now();
        QVERIFY(sendBytes(**link, std::string(2000, 'a') + "y"));
        const std::string answer = readUntil(**link, "z", 20s);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        QCOMPARE(answer, std::string(2000, 'b') + "z");
        QVERIFY2(seconds.count() > 2001 * 10 / 115200.0, qPrintable(QString::number(seconds.count())));
    }

    void aWrongBaudRateGivesNoise()
    {
        if (!canFlash())
            QSKIP("SKIPPED: avrdude or avr-gcc is missing");
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(flash(board->port(), *m_hex));
        auto link = openLink(board->port(), 57600);
        QVERIFY(link);
        const std::string heard = readUntil(**link, "first", 2s);
        QVERIFY(!heard.empty());
        QVERIFY(heard.find("first") == std::string::npos);
    }

    void aSketchThatSleepsCrashesOrIsBittenDoesNotEndTheBoard()
    {
        if (!canFlash())
            QSKIP("SKIPPED: avrdude or avr-gcc is missing");
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(flash(board->port(), *m_hex));
        for (const char* fate : {"\xf0", "\xf1"}) {
            auto link = openLink(board->port());
            QCOMPARE(readUntil(**link, "\n", 5s), std::string("first\n"));
            QVERIFY(sendBytes(**link, fate));
            QVERIFY(readUntil(**link, "first", 300ms).find("first") == std::string::npos);
        }
        auto link = openLink(board->port());
        QCOMPARE(readUntil(**link, "\n", 5s), std::string("first\n"));
        QVERIFY(sendBytes(**link, "\xf2"));
        QCOMPARE(readUntil(**link, "\n", 5s), std::string("first\n"));
        QVERIFY(sendBytes(**link, "a"));
        QCOMPARE(readUntil(**link, "b", 5s), std::string("b"));
    }

    void aKilledBoardIsNoticedOnItsLineAndLeavesTheList()
    {
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        auto link = openLink(board->port());
        ::kill(board->processId(), SIGKILL);
        const auto start = std::chrono::steady_clock::now();
        std::uint8_t byte;
        const Result<std::size_t> received = (*link)->read({&byte, 1}, 20s);
        QVERIFY(received.error().id == "platform.port-gone");
        const std::string stopped =
            "The virtual Arduino Uno at " + board->port().path + " has stopped. Start it again.";
        QCOMPARE(inEnglish(received.error()), stopped); // and not: check its cable
        QVERIFY(std::chrono::steady_clock::now() - start < 5s);
        QTRY_VERIFY(!board->running());
        QVERIFY(!fs::is_empty(virtualBoardRegistry()));
        QVERIFY(registeredVirtualBoards().empty());
        QVERIFY(fs::is_empty(virtualBoardRegistry()));
        QVERIFY(openLink(board->port()).error().id == "platform.port-missing");
        QCOMPARE(inEnglish(openLink(board->port()).error()), stopped);
        QCOMPARE(inEnglish(boardGone(board->port())), stopped);
        QCOMPARE(inEnglish(linesTo(board->port()).open().error()), stopped);
    }

    void askedToEndItEndsAtOnceAndLeavesNothing()
    {
        auto board = startProgram({});
        QVERIFY(board->readLine(5s));
        const auto start = std::chrono::steady_clock::now();
        ::kill(board->id(), SIGTERM);
        QTRY_VERIFY(!board->running());
        QVERIFY(std::chrono::steady_clock::now() - start < 2s);
        QVERIFY(fs::is_empty(virtualBoardRegistry()));
    }

    void itEndsWithTheProgramThatStartedIt()
    {
        int ids[2];
        QVERIFY(::pipe(ids) == 0);
        const pid_t parent = ::fork();
        if (parent == 0) {
            Result<VirtualBoard> board = VirtualBoard::start("uno");
            const int id = board ? board->processId() : 0;
            if (::write(ids[1], &id, sizeof id) > 0)
                ::pause();
            ::_exit(0);
        }
        int board = 0;
        QCOMPARE(::read(ids[0], &board, sizeof board), ssize_t(sizeof board));
        ::close(ids[0]);
        ::close(ids[1]);
        QVERIFY(board > 0 && processIdentity(board));
        ::kill(parent, SIGKILL);
        ::waitpid(parent, nullptr, 0);
        QTRY_VERIFY(!processIdentity(board));
        QVERIFY(fs::is_empty(virtualBoardRegistry())); // it was asked, so that it could tidy up
    }

    void withParentItFollowsAScriptToo()
    {
        const std::string program = findOwnProgram("broto-virtual-board")->string();
        const std::string script = "setsid \"$0\" --with-parent & sleep 1000"; // out of reach of its group's signals
        std::optional<ChildProcess> shell = std::move(ChildProcess::start({"sh", {"-c", script, program}, {}}).value());
        QVERIFY(shell->readLine(5s));
        const std::vector<VirtualBoardEntry> entries = registeredVirtualBoards();
        QCOMPARE(entries.size(), std::size_t(1));
        shell.reset();
        QTRY_VERIFY(!processIdentity(entries[0].processId));
    }

    void wrongOptionsEndWithTwo()
    {
        const std::string program = findOwnProgram("broto-virtual-board")->string();
        QCOMPARE(runProcess({program, {"--no-such-option"}, {}}, 10s)->exitCode, 2);
        const Result<ProcessOutcome> list = runProcess({program, {"--list"}, {}}, 10s);
        QCOMPARE(list->exitCode, 0);
        QVERIFY(list->output.starts_with("uno\t"));
    }

private:
    bool canFlash() const { return m_hex && m_otherHex && findProgram("avrdude"); }

    static std::optional<ChildProcess> startProgram(std::vector<std::string> arguments)
    {
        Result<ChildProcess> process =
            ChildProcess::start({*findOwnProgram("broto-virtual-board"), std::move(arguments), {}});
        return process ? std::optional(std::move(*process)) : std::nullopt;
    }

    static bool flash(const Port& port, const fs::path& hex) { return uploadProgram(port, hex); }

    /// The board's first words after the reset that opening brings.
    static std::string greeting(const Port& port)
    {
        auto link = openLink(port);
        return link ? readUntil(**link, "\n", 5s) : inEnglish(link.error());
    }

    std::optional<TemporaryFolder> m_tools;
    std::optional<OwnFolders> m_folders;
    std::optional<fs::path> m_hex;
    std::optional<fs::path> m_otherHex;
};

QTEST_APPLESS_MAIN(TestVirtualBoard)
#include "tst_virtual_board.moc"

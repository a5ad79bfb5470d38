#include "platform/file.h"
#include "platform/process.h"

#include <QtTest>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace broto;
using namespace std::chrono_literals;

namespace {

Command shell(const std::string& script)
{
    return {"sh", {"-c", script}, {}};
}

bool runs(int process)
{
    return processIdentity(process).has_value();
}

}

class TestProcess : public QObject {
    Q_OBJECT

private slots:
    void exitCodeAndBothOutputsComeBack()
    {
        const Result<ProcessOutcome> outcome = runProcess(shell("echo one; echo two >&2; echo three; exit 7"), 10s);
        QVERIFY(outcome);
        QCOMPARE(outcome->exitCode, 7);
        QCOMPARE(outcome->output, std::string("one\ntwo\nthree\n"));
    }

    void aSignalCountsFrom128() { QCOMPARE(runProcess(shell("kill -9 $$"), 10s)->exitCode, 128 + SIGKILL); }

    void argumentsArriveAsTheyAre()
    {
        const Command command = {"printf", {"%s|", "a b", "$HOME", "", "\"'", "é"}, {}};
        QCOMPARE(runProcess(command, 10s)->output, std::string("a b|$HOME||\"'|é|"));
    }

    void itRunsInTheGivenFolder() { QCOMPARE(runProcess({"pwd", {}, "/usr"}, 10s)->output, std::string("/usr\n")); }

    void aMissingFolderIsReported()
    {
        const Result<ProcessOutcome> outcome = runProcess({"pwd", {}, "/no/such/folder"}, 10s);
        QVERIFY(outcome.error().id == "platform.cannot-start");
    }

    void aMissingProgramIsReportedByName()
    {
        for (const char* name : {"no-such-program-anywhere", "/no/such/program"}) {
            const Result<ProcessOutcome> outcome = runProcess({name, {}, {}}, 10s);
            QVERIFY(!outcome);
            QVERIFY(outcome.error().id == "platform.program-missing");
            QVERIFY(inEnglish(outcome.error()).find(name) != std::string::npos);
        }
    }

    void inputIsEmpty() { QCOMPARE(runProcess({"cat", {}, {}}, 10s)->exitCode, 0); }

    void noOpenFileIsInherited()
    {
        const int leak = ::dup(0); // without close-on-exec
        const Result<ProcessOutcome> outcome = runProcess(shell("cd /proc/self/fd && echo *"), 10s);
        ::close(leak);
        // The shell opens number 3 itself, to list the folder.
        QCOMPARE(outcome->output, std::string("0 1 2 3\n"));
    }

    void signalsAreAsInAFreshProgram()
    {
        const auto before = std::signal(SIGPIPE, SIG_IGN);
        const Result<ProcessOutcome> outcome =
            runProcess({"grep", {"-E", "Sig(Ign|Blk)", "/proc/self/status"}, {}}, 10s);
        std::signal(SIGPIPE, before);
        QVERIFY2(outcome->output == "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n", outcome->output.c_str());
    }

    void muchOutputKeepsItsEnd()
    {
        std::size_t seen = 0;
        const Result<ProcessOutcome> outcome = runProcess(shell("head -c 5000000 /dev/zero; echo end"), 30s, {},
                                                          [&](std::string_view piece) { seen += piece.size(); });
        QCOMPARE(seen, std::size_t(5'000'004));
        QCOMPARE(outcome->output.size(), std::size_t(1 << 20));
        QVERIFY(outcome->output.ends_with("end\n"));
    }

    void outputIsSeenWhileItRuns()
    {
        RunControl control;
        const Result<ProcessOutcome> outcome =
            runProcess(shell("echo up; sleep 1000"), 20s, control, [&](std::string_view piece) {
                if (piece == "up\n")
                    control.cancel();
            });
        QVERIFY(outcome.error().id == "platform.process-stopped");
    }

    void theTimeLimitEndsTheProgramAndItsChildren()
    {
        std::string output;
        const Result<ProcessOutcome> outcome =
            runProcess(shell("sleep 1000 & echo $!; (sleep 1000; true) & echo $!; wait"), 500ms, {},
                       [&](std::string_view piece) { output += piece; });
        QVERIFY(outcome.error().id == "platform.process-timeout");
        QVERIFY(inEnglish(outcome.error()).find("0.5 s") != std::string::npos);
        std::istringstream ids(output);
        int first = 0, second = 0;
        QVERIFY(ids >> first >> second);
        QTRY_VERIFY(!runs(first) && !runs(second));
    }

    void aProgramDeafToTheRequestIsKilled()
    {
        const auto start = std::chrono::steady_clock::now();
        const Result<ProcessOutcome> outcome = runProcess(shell("trap '' TERM; while :; do sleep 1000; done"), 300ms);
        QVERIFY(outcome.error().id == "platform.process-timeout");
        QVERIFY(std::chrono::steady_clock::now() - start < 5s);
    }

    void aProgramIsAskedBeforeItIsKilled()
    {
        const TemporaryFolder folder = TemporaryFolder::make("test").value();
        RunControl control;
        Command command = shell("trap 'echo tidy > tidied; exit' TERM; echo up; while :; do sleep 0.05; done");
        command.folder = folder.path();
        const Result<ProcessOutcome> outcome =
            runProcess(command, 10s, control, [&](std::string_view) { control.stop(); });
        QVERIFY(outcome.error().id == "platform.process-stopped");
        QVERIFY(readFile(folder.path() / "tidied").value() == "tidy\n");
    }

    void whatAProgramLeavesBehindIsEnded()
    {
        const Result<ProcessOutcome> outcome = runProcess(shell("sleep 1000 & echo $!"), 10s);
        QCOMPARE(outcome->exitCode, 0);
        const int left = std::stoi(outcome->output);
        QTRY_VERIFY(!runs(left));
    }

    void aRequestFromBeforeStartsNothing()
    {
        RunControl control;
        control.cancel();
        QVERIFY(runProcess(shell("true"), 10s, control).error().id == "platform.process-stopped");
    }

    void noZombieStays()
    {
        QVERIFY(runProcess(shell("true"), 10s));
        QVERIFY(!runProcess(shell("sleep 1000"), 100ms));
        QVERIFY(!runProcess({"/no/such", {}, {}}, 100ms));
        QVERIFY(::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD);
    }

    void aChildSpeaksInLines()
    {
        Result<ChildProcess> child =
            ChildProcess::start(shell("echo one; printf 'two\\nthr'; echo lost >&2; sleep 1000"));
        QVERIFY(child);
        QVERIFY(child->readLine(10s) == "one");
        QVERIFY(child->readLine(10s) == "two");
        QVERIFY(!child->readLine(50ms));
        QVERIFY(child->running());
        QVERIFY(runs(child->id()));
    }

    void aChildThatEndsIsNoticed()
    {
        Result<ChildProcess> child = ChildProcess::start(shell("echo one"));
        QVERIFY(child->readLine(10s) == "one");
        QVERIFY(!child->readLine(10s));
        QTRY_VERIFY(!child->running());
    }

    void aChildEndsWithItsOwner()
    {
        int id = 0;
        {
            Result<ChildProcess> child = ChildProcess::start({"sleep", {"1000"}, {}});
            ChildProcess moved = std::move(*child);
            id = moved.id();
            QVERIFY(runs(id));
        }
        QVERIFY(!runs(id));
    }

    void aChildOutlivesTheThreadThatStartedIt()
    {
        std::optional<ChildProcess> child;
        std::thread([&] {
            child = std::move(ChildProcess::start(shell("sleep 0.3; echo alive; sleep 1000")).value());
        }).join();
        QVERIFY(child->readLine(10s) == "alive");
    }

    /// Two children, so that one of them would inherit what keeps the other alive, were it not closed.
    void childrenEndWhenTheirParentIsKilled()
    {
        int ids[2];
        QVERIFY(::pipe(ids) == 0);
        const pid_t parent = ::fork();
        if (parent == 0) {
            auto first = ChildProcess::start({"sleep", {"1000"}, {}});
            auto second = ChildProcess::start(shell("trap '' HUP; sleep 1000 & wait"));
            const int both[] = {first->id(), second->id()};
            if (::write(ids[1], both, sizeof both) > 0)
                ::pause();
            ::_exit(0);
        }
        int both[2];
        QCOMPARE(::read(ids[0], both, sizeof both), ssize_t(sizeof both));
        ::close(ids[0]);
        ::close(ids[1]);
        QVERIFY(runs(both[0]) && runs(both[1]));
        ::kill(parent, SIGKILL);
        ::waitpid(parent, nullptr, 0);
        QTRY_VERIFY(!runs(both[0]) && !runs(both[1]));
    }

    void aDetachedProgramIsNobodysChild()
    {
        TemporaryFolder folder = std::move(TemporaryFolder::make("test").value());
        const std::filesystem::path told = folder.path() / "told";
        QVERIFY(startDetached({"sh", {"-c", "echo $PPID > part; pwd >> part; mv part told"}, folder.path()}));
        QTRY_VERIFY(std::filesystem::exists(told));
        std::istringstream lines(*readFile(told));
        std::string parent, where;
        std::getline(lines, parent);
        std::getline(lines, where);
        QVERIFY(parent != std::to_string(::getpid()));
        QCOMPARE(where, folder.path().string());
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1); // there is none to wait for
    }

    void aDetachedProgramThatCannotBeStartedIsReported()
    {
        QVERIFY(startDetached({"no-such-program-anywhere", {}, {}}).error().id == "platform.program-missing");
        QVERIFY(startDetached({"sh", {}, "/no/such/folder"}).error().id == "platform.cannot-start");
    }

    void identityTellsProcessesApart()
    {
        const int self = ::getpid();
        QVERIFY(processIdentity(self));
        QVERIFY(processIdentity(self) == processIdentity(self));
        QVERIFY(processIdentity(self) != processIdentity(::getppid()));
        QVERIFY(!processIdentity(0));
        QVERIFY(!processIdentity(-1));
    }

    void aZombieHasNoIdentity()
    {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        siginfo_t info;
        ::waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT);
        const bool stillThere = ::kill(child, 0) == 0;
        const bool running = runs(child);
        ::waitpid(child, nullptr, 0);
        QVERIFY(stillThere);
        QVERIFY(!running);
    }
};

QTEST_APPLESS_MAIN(TestProcess)
#include "tst_process.moc"

#include "platform/connected_process.h"
#include "platform/process.h"
#include "platform/wait_for_any.h"

#include <QtTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace broto;
using namespace std::chrono_literals;

namespace {

/// A shell that finds its channels under the numbers in $1 and $2. Not sh, which may know numbers of one digit only.
Result<ConnectedProcess> shell(const std::string& script)
{
    return ConnectedProcess::start("bash", [&](ConnectedProcess::Numbers numbers) {
        return std::vector<std::string>{"-c", script, "sh", std::to_string(numbers[0]), std::to_string(numbers[1])};
    });
}

std::string readAll(Channel& channel, std::size_t size)
{
    std::string text;
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (text.size() < size && !channel.ended() && std::chrono::steady_clock::now() < deadline) {
        const int descriptors[] = {channel.descriptor(), -1};
        waitForAny(descriptors, 100ms);
        std::uint8_t bytes[256];
        text.append(reinterpret_cast<const char*>(bytes), channel.read(bytes));
    }
    return text;
}

void send(Channel& channel, const std::string& text)
{
    QCOMPARE(channel.write({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}), text.size());
}

}

class TestConnectedProcess : public QObject {
    Q_OBJECT

private slots:
    void bothChannelsCarryBytesBothWays()
    {
        auto process = shell("eval \"read one <&$1; read two <&$2; echo \\$one >&$2; echo \\$two >&$1\"");
        QVERIFY(process);
        send(process->first(), "first\n");
        send(process->second(), "second\n");
        QCOMPARE(readAll(process->second(), 6), std::string("first\n"));
        QCOMPARE(readAll(process->first(), 7), std::string("second\n"));
        QTRY_VERIFY(!process->running());
    }

    void nothingElseIsInherited()
    {
        auto process = shell("eval \"ls /proc/self/fd | tr '\\n' ' ' >&$1; echo . >&$1\"");
        const std::string numbers = readAll(process->first(), 4096);
        int count = 0;
        for (const char c : numbers)
            count += c == ' ';
        QCOMPARE(count, 3 + 2 + 1); // input and outputs, the channels, the folder that is being read
    }

    void theEndOfTheProgramEndsItsChannels()
    {
        auto process = shell("exit 3");
        QVERIFY(readAll(process->first(), 1).empty());
        QVERIFY(process->first().ended());
        QTRY_VERIFY(!process->running());
    }

    void itEndsWithItsOwner()
    {
        int id = 0;
        {
            auto process = shell("sleep 1000");
            id = process->id();
            QVERIFY(processIdentity(id));
        }
        QVERIFY(!processIdentity(id));
    }

    void itEndsEvenWhenItsOwnerIsKilled()
    {
        int ids[2];
        QVERIFY(::pipe(ids) == 0);
        const pid_t owner = ::fork();
        if (owner == 0) {
            auto process = shell("sleep 1000");
            const int id = process ? process->id() : 0;
            if (::write(ids[1], &id, sizeof id) > 0)
                ::pause();
            ::_exit(0);
        }
        int program = 0;
        QCOMPARE(::read(ids[0], &program, sizeof program), ssize_t(sizeof program));
        ::close(ids[0]);
        ::close(ids[1]);
        QVERIFY(program > 0 && processIdentity(program));
        ::kill(owner, SIGKILL);
        ::waitpid(owner, nullptr, 0);
        QTRY_VERIFY(!processIdentity(program));
    }

    void aMissingProgramIsNamed()
    {
        const auto process =
            ConnectedProcess::start("no-such-program", [](auto) { return std::vector<std::string>(); });
        QVERIFY(process.error().id == "platform.program-missing");
    }
};

QTEST_APPLESS_MAIN(TestConnectedProcess)
#include "tst_connected_process.moc"

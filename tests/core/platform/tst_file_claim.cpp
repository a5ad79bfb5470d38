#include "platform/file.h"
#include "platform/file_claim.h"
#include "platform/file_lock.h"
#include "platform/file_stamp.h"
#include "platform/paths.h"

#include <QtTest>

#include <csignal>
#include <filesystem>
#include <optional>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

using namespace broto;
namespace fs = std::filesystem;

/// A process that holds what `take` gives it until it is killed.
class Holder {
public:
    template<class Take>
    explicit Holder(Take take)
    {
        int ready[2];
        if (::pipe(ready) != 0)
            qFatal("no pipe");
        m_id = ::fork();
        if (m_id == 0) {
            const auto held = take();
            const char answer = held ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) == 1)
                ::pause();
            ::_exit(1);
        }
        ::close(ready[1]);
        m_holds = ::read(ready[0], &m_answer, 1) == 1 && m_answer == 'y';
        ::close(ready[0]);
    }
    ~Holder() { kill(); }

    bool holds() const { return m_holds; }
    void kill()
    {
        if (m_id <= 0)
            return;
        ::kill(m_id, SIGKILL);
        ::waitpid(m_id, nullptr, 0);
        m_id = 0;
    }

private:
    pid_t m_id = 0;
    char m_answer = 0;
    bool m_holds = false;
};

/// Locks, claims to files and the stamps of files.
class TestFileClaim : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace(std::move(TemporaryFolder::make("test").value()));
        ::setenv("XDG_STATE_HOME", (m_folder->path() / "state").c_str(), 1);
    }
    void cleanup() { m_folder.reset(); }

    void aLockIsHeldByOneAtATime()
    {
        std::optional<FileLock> lock = FileLock::take(path("lock"));
        QVERIFY(lock);
        QVERIFY(!FileLock::take(path("lock")));
        QVERIFY(FileLock::held(path("lock")));
        lock.reset();
        QVERIFY(!FileLock::held(path("lock")));
        QVERIFY(FileLock::take(path("lock")));
    }

    void aFileThatNobodyLockedIsNoLock()
    {
        QVERIFY(!FileLock::held(path("lock")));
        QVERIFY(writeFileAtomically(path("lock"), "4711"));
        QVERIFY(!FileLock::held(path("lock")));
        QVERIFY(FileLock::take(path("lock")));
    }

    void aLockEndsWithItsProcessHoweverThatEnds()
    {
        Holder other([&] { return FileLock::take(path("lock")); });
        QVERIFY(other.holds());
        QVERIFY(FileLock::held(path("lock")));
        QVERIFY(!FileLock::take(path("lock")));
        other.kill();
        QVERIFY(!FileLock::held(path("lock")));
        QVERIFY(FileLock::take(path("lock")));
    }

    void aLockThroughALinkIsRefused()
    {
        QVERIFY(writeFileAtomically(path("elsewhere"), "x"));
        fs::create_symlink(path("elsewhere"), path("lock"));
        QVERIFY(!FileLock::take(path("lock")));
    }

    void aClaimIsSeenByOthersUnderEveryNameOfTheFile()
    {
        QVERIFY(writeFileAtomically(path("iris.broto"), "x"));
        fs::create_symlink(path("iris.broto"), path("link.broto"));
        std::optional<FileClaim> claim = FileClaim::take(path("iris.broto"));
        QVERIFY(claim);
        QVERIFY(claim->isOf(path("link.broto")));
        QVERIFY(!claim->isOf(path("other.broto")));
        for (const char* name : {"iris.broto", "link.broto", "./iris.broto"}) {
            QVERIFY(FileClaim::taken(path(name)));
            QVERIFY(!FileClaim::take(path(name)));
        }
        QVERIFY(!FileClaim::taken(path("other.broto")));
        claim.reset();
        QVERIFY(!FileClaim::taken(path("iris.broto")));
    }

    void aClaimOutlivesThatTheFileIsWrittenAnew()
    {
        QVERIFY(writeFileAtomically(path("iris.broto"), "x"));
        const std::optional<FileClaim> claim = FileClaim::take(path("iris.broto"));
        QVERIFY(writeFileAtomically(path("iris.broto"), "y"));
        QVERIFY(FileClaim::taken(path("iris.broto")));
    }

    void aClaimLeavesNothingBehind()
    {
        {
            std::optional<FileClaim> claim = FileClaim::take(path("iris.broto"));
            FileClaim moved = std::move(*claim);
            claim.reset();
            QVERIFY(FileClaim::taken(path("iris.broto")));
            QVERIFY(!fs::is_empty(stateFolder() / "open"));
        }
        QVERIFY(fs::is_empty(stateFolder() / "open"));
        QVERIFY(!fs::exists(path("iris.broto")));
    }

    void aClaimOfAKilledProgramIsStale()
    {
        Holder other([&] { return FileClaim::take(path("iris.broto")); });
        QVERIFY(other.holds());
        QVERIFY(FileClaim::taken(path("iris.broto")));
        other.kill();
        QVERIFY(!FileClaim::taken(path("iris.broto")));
        QVERIFY(FileClaim::take(path("iris.broto")));
    }

    void whereTheStateFolderCannotBeMadeNothingIsClaimedAndNothingTaken()
    {
        QVERIFY(writeFileAtomically(path("state"), "a file where a folder should be"));
        QVERIFY(!FileClaim::take(path("iris.broto")));
        QVERIFY(!FileClaim::taken(path("iris.broto")));
    }

    void aNameInAFolderThatIsNoMoreCanBeClaimed()
    {
        const fs::path before = fs::current_path();
        fs::create_directory(path("gone"));
        fs::current_path(path("gone"));
        fs::remove(path("gone"));
        std::optional<FileClaim> claim = FileClaim::take("iris.broto");
        const bool taken = FileClaim::taken("iris.broto");
        fs::current_path(before);
        QVERIFY(claim && taken);
    }

    void aStampTellsThatAFileWasWritten()
    {
        QVERIFY(!fileStamp(path("file")));
        QVERIFY(!fileStamp(m_folder->path()));
        QVERIFY(writeFileAtomically(path("file"), "one"));
        const std::optional<FileStamp> first = fileStamp(path("file"));
        QVERIFY(first);
        QCOMPARE(first->bytes, 3);
        QVERIFY(fileStamp(path("file")) == first);
        fs::last_write_time(path("file"), fs::last_write_time(path("file")) + std::chrono::milliseconds(1));
        QVERIFY(fileStamp(path("file")) != first);
    }

private:
    fs::path path(const std::string& name) const { return m_folder->path() / name; }

    std::optional<TemporaryFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestFileClaim)
#include "tst_file_claim.moc"

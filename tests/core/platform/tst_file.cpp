#include "platform/file.h"
#include "platform/file_lock.h"
#include "platform/staged_file.h"

#include <QtTest>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace broto;
namespace fs = std::filesystem;

namespace {

/// As if the disk were full: the kernel refuses to let a file grow further.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before;
    void (*m_handler)(int);
};

}

class TestFile : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(std::move(TemporaryFolder::make("test").value())); }
    void cleanup() { m_folder.reset(); }

    void whatIsWrittenIsRead()
    {
        const std::string bytes("line\r\n\0\xff", 8);
        QVERIFY(writeFileAtomically(path("file"), bytes));
        QVERIFY(readFile(path("file")).value() == bytes);
    }

    void anEmptyFileIsEmpty()
    {
        QVERIFY(writeFileAtomically(path("file"), ""));
        QVERIFY(readFile(path("file")).value().empty());
    }

    void aLargeFileIsWhole()
    {
        std::string bytes(5'000'000, 'x');
        bytes += "end";
        QVERIFY(writeFileAtomically(path("file"), bytes));
        QVERIFY(readFile(path("file")).value() == bytes);
    }

    void aFileOfTheKernelThatStatesNoSizeIsRead()
    {
        QVERIFY(readFile("/proc/self/status").value().starts_with("Name:"));
    }

    void moreThanMayBeIsRefused()
    {
        QVERIFY(writeFileAtomically(path("file"), "1234567890"));
        QVERIFY(readFile(path("file"), 10).ok());
        QCOMPARE(readFile(path("file"), 9).error().id, std::string_view("platform.file-too-large"));
        fs::resize_file(path("file"), std::uintmax_t(1) << 40); // a hole: it takes up nothing
        const Result<std::string> bytes = readFile(path("file"));
        QVERIFY(!bytes);
        QVERIFY(inEnglish(bytes.error()).find("2048 MiB") != std::string::npos);
    }

    void missingFileIsReportedByName()
    {
        const Result<std::string> bytes = readFile(path("none.csv"));
        QVERIFY(!bytes);
        QVERIFY(bytes.error().id == "platform.file-missing");
        QVERIFY(inEnglish(bytes.error()).find("none.csv") != std::string::npos);
    }

    void folderInsteadOfFileIsReported()
    {
        QVERIFY(readFile(m_folder->path()).error().id == "platform.file-is-folder");
        QVERIFY(writeFileAtomically(m_folder->path(), "x").error().id == "platform.cannot-write");
        QVERIFY(fs::is_directory(m_folder->path()));
    }

    void devicesAndPipesAreRefused()
    {
        QVERIFY(::mkfifo(path("pipe").c_str(), 0600) == 0);
        QVERIFY(readFile(path("pipe")).error().id == "platform.not-a-file"); // and does not wait for a writer
        QVERIFY(writeFileAtomically(path("pipe"), "x").error().id == "platform.not-a-file");
        QVERIFY(readFile("/dev/zero").error().id == "platform.not-a-file");
    }

    void aForbiddenFileIsReportedWithTheReason()
    {
        if (::geteuid() == 0)
            QSKIP("SKIPPED: the administrator may read everything");
        QVERIFY(writeFileAtomically(path("file"), "x"));
        fs::permissions(path("file"), fs::perms::none);
        const Result<std::string> bytes = readFile(path("file"));
        QVERIFY(bytes.error().id == "platform.cannot-read");
        QVERIFY(inEnglish(bytes.error()).find("ermission denied") != std::string::npos);
    }

    void writingIntoAMissingFolderIsReported()
    {
        const Result<void> written = writeFileAtomically(path("none/file"), "x");
        QVERIFY(written.error().id == "platform.folder-gone");
        QVERIFY(inEnglish(written.error()).find((m_folder->path() / "none").string()) != std::string::npos);
    }

    void aNameInAFolderThatIsNoMoreIsReported()
    {
        const fs::path before = fs::current_path();
        fs::create_directory(path("gone"));
        fs::current_path(path("gone"));
        fs::remove(path("gone"));
        const Result<void> written = writeFileAtomically("file", "x");
        fs::current_path(before);
        QVERIFY(!written && written.error().id == "platform.folder-gone");
    }

    void whatAKilledProgramLeftIsRemoved()
    {
        QVERIFY(writeFileAtomically(path(".broto-4711-0.part"), "half of someth"));
        QVERIFY(writeFileAtomically(path("mine.part"), "somebody's"));
        Result<StagedFile> busy = StagedFile::write(path("other"), "being written", Flush::Later);
        QVERIFY(busy);
        removeLeftParts(path("file"));
        QVERIFY(!fs::exists(path(".broto-4711-0.part")));
        QVERIFY(fs::exists(path("mine.part")));
        QVERIFY(busy->place()); // it was not taken for left
        QVERIFY(readFile(path("other")).value() == "being written");
    }

    void aFailedWriteLeavesTheOldContentAndNothingElse()
    {
        QVERIFY(writeFileAtomically(path("file"), "old"));
        const FileSizeLimit limit(1000);
        const Result<void> written = writeFileAtomically(path("file"), std::string(100'000, 'x'));
        QVERIFY(!written);
        QVERIFY(readFile(path("file")).value() == "old");
        QCOMPARE(entries(), 1);
    }

    void rightsOfTheFileAreKept()
    {
        QVERIFY(writeFileAtomically(path("file"), "old"));
        fs::permissions(path("file"), fs::perms(0640));
        QVERIFY(writeFileAtomically(path("file"), "new"));
        QCOMPARE(int(fs::status(path("file")).permissions()), 0640);
    }

    void aNewFileGetsTheRightsOfTheUmask()
    {
        const mode_t before = ::umask(027);
        const Result<void> written = writeFileAtomically(path("file"), "x");
        ::umask(before);
        QVERIFY(written);
        QCOMPARE(int(fs::status(path("file")).permissions()), 0640);
    }

    void aLinkStaysALink()
    {
        QVERIFY(writeFileAtomically(path("file"), "old"));
        fs::create_symlink(path("file"), path("link"));
        QVERIFY(writeFileAtomically(path("link"), "new"));
        QVERIFY(fs::is_symlink(path("link")));
        QVERIFY(readFile(path("file")).value() == "new");
    }

    void aLinkToAFileThatIsNotThereYetStaysALink_data()
    {
        QTest::addColumn<QStringList>("links"); // each with what it points to; "/" is the test's folder
        QTest::newRow("beside it") << QStringList{QStringLiteral("link"), QStringLiteral("file")};
        QTest::newRow("in a folder") << QStringList{QStringLiteral("link"), QStringLiteral("folder/../folder/new")};
        QTest::newRow("by its whole path") << QStringList{QStringLiteral("link"), QStringLiteral("/folder/new")};
        QTest::newRow("behind another link") << QStringList{QStringLiteral("link"), QStringLiteral("folder/second"),
                                                            QStringLiteral("folder/second"), QStringLiteral("new")};
        QTest::newRow("in a linked folder") << QStringList{QStringLiteral("link"), QStringLiteral("way/new"),
                                                           QStringLiteral("way"), QStringLiteral("folder")};
    }
    void aLinkToAFileThatIsNotThereYetStaysALink()
    {
        QFETCH(QStringList, links);
        fs::create_directory(path("folder"));
        for (qsizetype i = 0; i < links.size(); i += 2)
            fs::create_symlink((links[i + 1].startsWith(u'/') ? m_folder->path().string() : "") +
                                   links[i + 1].toStdString(),
                               path(links[i].toStdString().c_str()));
        const fs::path target = path(links[1] == u"file" ? "file" : "folder/new");
        const Result<void> written = writeFileAtomically(path("link"), "new");
        QVERIFY2(written, written ? "" : inEnglish(written.error()).c_str());
        QVERIFY(fs::is_symlink(path("link")) && fs::is_regular_file(fs::symlink_status(target)));
        QVERIFY(readFile(target).value() == "new" && readFile(path("link")).value() == "new");
        QVERIFY(writeFileAtomically(path("link"), "newer"));
        QVERIFY(readFile(target).value() == "newer");
    }

    void aLinkIntoAMissingFolderIsReportedByThatFolder()
    {
        fs::create_symlink("none/file", path("link"));
        const Result<void> written = writeFileAtomically(path("link"), "x");
        QVERIFY(written.error().id == "platform.link-to-no-folder");
        const std::string told = inEnglish(written.error());
        QVERIFY2(told.find(path("link").string()) == 0 && told.find(path("none").string()) != std::string::npos,
                 told.c_str());
        QVERIFY(fs::is_symlink(path("link")));
        QCOMPARE(entries(), 1);
    }

    void linksThatGoRoundAreReported()
    {
        fs::create_symlink("second", path("link"));
        fs::create_symlink("link", path("second"));
        QVERIFY(writeFileAtomically(path("link"), "x").error().id == "platform.cannot-write");
        QVERIFY(fs::is_symlink(path("link")));
        QCOMPARE(entries(), 2);
    }

    void anOpenReaderStillSeesTheOldContent()
    {
        QVERIFY(writeFileAtomically(path("file"), "old"));
        std::ifstream reader(path("file"));
        QVERIFY(writeFileAtomically(path("file"), "new"));
        std::string seen;
        reader >> seen;
        QCOMPARE(seen, std::string("old"));
    }

    void nothingIsLeftBesideTheFile()
    {
        QVERIFY(writeFileAtomically(path("file"), "x"));
        QVERIFY(writeFileAtomically(path("file"), "y"));
        QCOMPARE(entries(), 1);
    }

    void aTemporaryFolderGoesWithItsContent()
    {
        fs::path gone;
        {
            TemporaryFolder folder = TemporaryFolder::make("test").value();
            TemporaryFolder moved = std::move(folder);
            gone = moved.path();
            QVERIFY(fs::is_directory(gone));
            fs::create_directories(gone / "a/b");
            QVERIFY(writeFileAtomically(gone / "a/b/file", "x"));
        }
        QVERIFY(!fs::exists(gone));
    }

    void aLockIsHeldByOneAtATime()
    {
        auto first = FileLock::take(path("lock"));
        QVERIFY(first);
        QVERIFY(!FileLock::take(path("lock")));
        first.reset();
        QVERIFY(FileLock::take(path("lock")));
        QVERIFY(!FileLock::take(path("none/lock")));
    }

private:
    fs::path path(const char* name) const { return m_folder->path() / name; }
    int entries() const
    {
        return int(std::distance(fs::directory_iterator(m_folder->path()), fs::directory_iterator()));
    }

    std::optional<TemporaryFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestFile)
#include "tst_file.moc"

#include "platform/folder_watch.h"

#include "platform/file.h"
#include "platform/wait_for_any.h"

#include <QtTest>

#include <fstream>

using namespace broto;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

class TestFolderWatch : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace(std::move(TemporaryFolder::make("watch").value()));
        m_watch.emplace(std::move(FolderWatch::open(m_folder->path()).value()));
    }
    void cleanup()
    {
        m_watch.reset();
        m_folder.reset();
    }

    void aFileCountsWhenItIsComplete()
    {
        {
            std::ofstream file(m_folder->path() / "a.hex");
            file << "half" << std::flush;
            QVERIFY(m_watch->arrived().empty());
            file << "whole";
        }
        QVERIFY(m_watch->arrived() == std::vector<std::string>{"a.hex"});
        QVERIFY(m_watch->arrived().empty());
    }

    void aFileThatIsMovedInCountsToo()
    {
        const auto elsewhere = TemporaryFolder::make("elsewhere");
        QVERIFY(writeFileAtomically(elsewhere->path() / "x", "x"));
        fs::rename(elsewhere->path() / "x", m_folder->path() / "b.hex");
        QVERIFY(m_watch->arrived() == std::vector<std::string>{"b.hex"});
    }

    void removalIsNoArrival()
    {
        QVERIFY(writeFileAtomically(m_folder->path() / "c", "x"));
        m_watch->arrived();
        fs::remove(m_folder->path() / "c");
        QVERIFY(m_watch->arrived().empty());
    }

    void whatWasWrittenTwiceIsToldOnce()
    {
        for (const char* text : {"one", "two"})
            std::ofstream(m_folder->path() / "d") << text;
        QVERIFY(m_watch->arrived() == std::vector<std::string>{"d"});
    }

    void itCanBeWaitedFor()
    {
        std::ofstream(m_folder->path() / "e") << "e";
        const auto start = std::chrono::steady_clock::now();
        const int descriptors[] = {m_watch->descriptor()};
        waitForAny(descriptors, 60s);
        QVERIFY(std::chrono::steady_clock::now() - start < 30s);
    }

    void aMissingFolderIsNamed()
    {
        const auto watch = FolderWatch::open(m_folder->path() / "missing");
        QVERIFY(watch.error().id == "platform.folder-not-watched");
        QVERIFY(inEnglish(watch.error()).find("missing") != std::string::npos);
    }

private:
    std::optional<TemporaryFolder> m_folder;
    std::optional<FolderWatch> m_watch;
};

QTEST_APPLESS_MAIN(TestFolderWatch)
#include "tst_folder_watch.moc"

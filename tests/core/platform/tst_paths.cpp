#include "platform/file.h"
#include "platform/paths.h"

#include <QtTest>

#include <filesystem>
#include <optional>

using namespace broto;
namespace fs = std::filesystem;

class TestPaths : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace(std::move(TemporaryFolder::make("test").value()));
        for (const char* name : variables)
            m_before.push_back(qgetenv(name));
    }

    void cleanup()
    {
        for (std::size_t i = 0; i < std::size(variables); ++i)
            m_before[i].isNull() ? qunsetenv(variables[i]) : qputenv(variables[i], m_before[i]);
        m_before.clear();
        m_folder.reset();
    }

    void foldersFollowTheEnvironmentAndAreTheUsersAlone()
    {
        set("XDG_RUNTIME_DIR", m_folder->path());
        set("XDG_STATE_HOME", m_folder->path() / "state");
        set("XDG_CACHE_HOME", m_folder->path() / "deep/cache");
        QVERIFY(runtimeFolder() == m_folder->path() / "broto");
        QVERIFY(stateFolder() == m_folder->path() / "state/broto");
        QVERIFY(cacheFolder() == m_folder->path() / "deep/cache/broto");
        for (const fs::path& folder : {runtimeFolder(), stateFolder(), cacheFolder()}) {
            QVERIFY(fs::is_directory(folder));
            QCOMPARE(int(fs::status(folder).permissions()), 0700);
        }
    }

    void relativeBaseFoldersAreIgnored()
    {
        set("HOME", m_folder->path());
        set("XDG_STATE_HOME", "state");
        QVERIFY(stateFolder() == m_folder->path() / ".local/state/broto");
    }

    void aRuntimeFolderOthersMayReadIsNotUsed()
    {
        qunsetenv("XDG_RUNTIME_DIR");
        set("TMPDIR", m_folder->path());
        set("XDG_STATE_HOME", m_folder->path() / "state");
        const fs::path first = runtimeFolder();
        QVERIFY(first.parent_path() == m_folder->path());
        fs::permissions(first, fs::perms(0755));
        QVERIFY(runtimeFolder() == m_folder->path() / "state/broto/runtime");
    }

    void menusAreInTheUsersFolderFirst()
    {
        set("XDG_DATA_HOME", "/own");
        qputenv("XDG_DATA_DIRS", "/all:relative:/more");
        QVERIFY((applicationFolders() ==
                 std::vector<fs::path>{"/own/applications", "/all/applications", "/more/applications"}));
        qputenv("XDG_DATA_DIRS", "");
        QCOMPARE(applicationFolders().size(), std::size_t(3)); // the usual two
    }

    void programsAreFoundInPath()
    {
        QVERIFY(findProgram("sh"));
        QVERIFY(findProgram("sh")->is_absolute());
        QVERIFY(!findProgram("no-such-program-anywhere"));
        QVERIFY(!findProgram(""));
    }

    void foldersAndPlainFilesAreNoPrograms()
    {
        set("PATH", m_folder->path());
        fs::create_directory(m_folder->path() / "folder");
        QVERIFY(writeFileAtomically(m_folder->path() / "plain", "x"));
        QVERIFY(!findProgram("folder"));
        QVERIFY(!findProgram("plain"));
        fs::permissions(m_folder->path() / "plain", fs::perms(0755));
        QVERIFY(findProgram("plain"));
    }

    void theCurrentFolderIsNotSearched()
    {
        const fs::path before = fs::current_path();
        QVERIFY(writeFileAtomically(m_folder->path() / "plain", "x"));
        fs::permissions(m_folder->path() / "plain", fs::perms(0755));
        fs::current_path(m_folder->path());
        qputenv("PATH", ":.:");
        const bool found = findProgram("plain").has_value();
        fs::current_path(before);
        QVERIFY(!found);
    }

    void namedFoldersComeBeforePath()
    {
        QVERIFY(writeFileAtomically(m_folder->path() / "sh", "x"));
        fs::permissions(m_folder->path() / "sh", fs::perms(0755));
        const auto usual = findProgram("sh");
        setToolFolders({m_folder->path() / "none", m_folder->path()});
        const auto named = findProgram("sh");
        setToolFolders({});
        QVERIFY(named == m_folder->path() / "sh");
        QVERIFY(usual && usual != named && findProgram("sh") == usual);
    }

    void ownProgramsAreFoundBesideThisOneAndWhereTheEnvironmentSays()
    {
        QVERIFY(findOwnProgram("tst_paths") == programFolder() / "tst_paths");
        QVERIFY(!findProgram("tst_paths"));
        QVERIFY(writeFileAtomically(m_folder->path() / "tst_paths", "x"));
        fs::permissions(m_folder->path() / "tst_paths", fs::perms(0755));
        set("BROTO_PROGRAMS", m_folder->path());
        QVERIFY(findOwnProgram("tst_paths") == m_folder->path() / "tst_paths");
    }

private:
    static constexpr const char* variables[] = {"XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME",
                                                "TMPDIR",          "PATH",           "BROTO_PROGRAMS", "XDG_DATA_HOME",
                                                "XDG_DATA_DIRS"};
    static void set(const char* name, const fs::path& value) { qputenv(name, value.string().c_str()); }

    std::optional<TemporaryFolder> m_folder;
    std::vector<QByteArray> m_before;
};

QTEST_APPLESS_MAIN(TestPaths)
#include "tst_paths.moc"

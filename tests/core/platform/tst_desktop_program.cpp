#include "platform/desktop_program.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <QtTest>

#include <filesystem>
#include <optional>

using namespace broto;
namespace fs = std::filesystem;

namespace {
constexpr const char* variables[] = {"HOME", "PATH", "XDG_DATA_HOME", "XDG_DATA_DIRS"};
using Words = std::vector<std::string>;
}

class TestDesktopProgram : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace(std::move(TemporaryFolder::make("test").value()));
        for (const char* name : variables)
            m_before.push_back(qgetenv(name));
        qputenv("HOME", (m_folder->path() / "home").c_str());
        qputenv("PATH", (m_folder->path() / "bin").c_str());
        qputenv("XDG_DATA_HOME", (m_folder->path() / "own").c_str());
        qputenv("XDG_DATA_DIRS", (m_folder->path() / "all").c_str());
    }

    void cleanup()
    {
        for (std::size_t i = 0; i < std::size(variables); ++i)
            m_before[i].isNull() ? qunsetenv(variables[i]) : qputenv(variables[i], m_before[i]);
        m_before.clear();
        m_folder.reset();
    }

    void nothingIsFoundWhereNothingIs() { QVERIFY(!findDesktopProgram("ide")); }

    void aProgramInThePathTakesTheFileAlone()
    {
        const fs::path program = makeProgram("bin/ide");
        const auto found = findDesktopProgram("ide");
        QVERIFY(found && found->command.program == program);
        QVERIFY(found->command.arguments == Words{""} && found->place == 0);
    }

    void menuEntriesAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("line"); // @ stands for the program
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<int>("place");
        QTest::newRow("a file") << QByteArray("Exec=@ %f") << QByteArrayList{""} << 0;
        QTest::newRow("URLs") << QByteArray("Exec=@ %U") << QByteArrayList{""} << 0;
        QTest::newRow("no file") << QByteArray("Exec=@ --new") << QByteArrayList{"--new", ""} << 1;
        QTest::newRow("other fields") << QByteArray("Exec=@ %i -n %c %F") << QByteArrayList{"-n", ""} << 1;
        QTest::newRow("Flatpak") << QByteArray("Exec=@ run --command=ide org.ide @@ %F @@")
                                 << QByteArrayList{"run", "--command=ide", "org.ide", "@@", "", "@@"} << 4;
        QTest::newRow("quotes") << QByteArray("Exec=\"@\" \"a b\" \\\"c %f") << QByteArrayList{"a b", "\"c", ""} << 2;
        QTest::newRow("CRLF") << QByteArray("Exec=@ %f\r") << QByteArrayList{""} << 0;
    }

    void menuEntriesAreUnderstood()
    {
        QFETCH(QByteArray, line);
        const fs::path program = makeProgram("elsewhere/start ide");
        QByteArray path(program.c_str());
        if (!line.contains("\"@\""))
            path.replace(" ", "\\ ");
        // Only a lone @ is the program; @@ belongs to the line.
        line.replace("Exec=@", "Exec=" + path).replace("\"@\"", "\"" + path + "\"");
        write("own/applications/ide.desktop",
              "[Desktop Action New]\nExec=wrong\n[Desktop Entry]\nName=IDE\n" + line + "\n");
        const auto found = findDesktopProgram("ide");
        QVERIFY(found && found->command.program == program);
        QByteArrayList arguments;
        for (const std::string& argument : found->command.arguments)
            arguments << QByteArray::fromStdString(argument);
        QTEST(arguments, "arguments");
        QTEST(static_cast<int>(found->place), "place");
    }

    void anEntryWhoseProgramIsGoneCountsForNothing()
    {
        write("all/applications/ide.desktop", "[Desktop Entry]\nExec=/no/such/program %f\n");
        QVERIFY(!findDesktopProgram("ide"));
        write("own/applications/ide.desktop", "[Desktop Entry]\nName=without Exec\n");
        QVERIFY(!findDesktopProgram("ide"));
    }

    void appImagesAreFoundWhereTheyAreDownloaded()
    {
        write("home/Downloads/IDE_2.3_Linux.AppImage", "cannot be run");
        QVERIFY(!findDesktopProgram("ide"));
        const fs::path image = makeProgram("home/Downloads/IDE_2.3_Linux.AppImage");
        const auto found = findDesktopProgram("ide");
        QVERIFY(found && found->command.program == image);
    }

    void theFileIsGivenToTheProgram()
    {
        const fs::path told = m_folder->path() / "told";
        makeProgram("bin/ide", "#!/bin/sh\necho \"$1\" > '" + told.string() + ".part'\n/bin/mv '" + told.string() +
                                   ".part' '" + told.string() + "'\n");
        QVERIFY(openWith(*findDesktopProgram("ide"), "/a sketch/a.ino"));
        QTRY_VERIFY(fs::exists(told));
        QCOMPARE(*readFile(told), std::string("/a sketch/a.ino\n"));
    }

private:
    void write(const fs::path& path, const QByteArray& text)
    {
        fs::create_directories((m_folder->path() / path).parent_path());
        QVERIFY(writeFileAtomically(m_folder->path() / path, text.toStdString()));
    }

    fs::path makeProgram(const fs::path& path, const std::string& script = "#!/bin/sh\n")
    {
        write(path, QByteArray::fromStdString(script));
        fs::permissions(m_folder->path() / path, fs::perms(0755));
        return m_folder->path() / path;
    }

    std::optional<TemporaryFolder> m_folder;
    std::vector<QByteArray> m_before;
};

QTEST_GUILESS_MAIN(TestDesktopProgram)
#include "tst_desktop_program.moc"

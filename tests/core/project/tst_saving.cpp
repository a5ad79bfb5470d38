#include "example_project.h"
#include "platform/file.h"
#include "project/project_file.h"

#include <QtTest>

#include <fstream>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace broto;
namespace fs = std::filesystem;

namespace {

/// A disk of its own for this process: mounts that nobody else sees. As an ordinary user inside a namespace where one
/// may mount.
bool mayMount()
{
    const int spaces = CLONE_NEWNS | (::geteuid() == 0 ? 0 : CLONE_NEWUSER);
    return ::unshare(spaces) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

std::string bytesOf(const fs::path& file)
{
    return readFile(file).value();
}

}

/// Saving where it cannot be done: what was saved before stays as it was, and the sentence says where and what to do.
class TestSaving : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!mayMount())
            QSKIP("SKIPPED: nothing may be mounted here: full and read-only disks are not tried");
    }

    void init()
    {
        m_folder.emplace(std::move(TemporaryFolder::make("test").value()));
        const fs::path disk = m_folder->path() / "disk";
        fs::create_directory(disk);
        QVERIFY(::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") == 0);
        m_file = disk / "fruit.broto";
        QVERIFY(saveProject(fruitProject(), m_file));
        m_before = bytesOf(m_file);
    }

    void cleanup()
    {
        ::umount2((m_folder->path() / "disk").c_str(), MNT_DETACH);
        m_folder.reset();
    }

    void aFullDiskIsSaid()
    {
        fill();
        expectRefused("platform.disk-full", "full");
        fs::remove(filler());
        QVERIFY(saveProject(changed(), m_file)); // once there is room
        QVERIFY(bytesOf(m_file) != m_before);
    }

    void aDiskThatIsTooSmallIsSaid()
    {
        Project large = fruitProject();
        large.unknown.files.emplace_back("noise.bin", std::make_shared<const std::string>(noise()));
        const Result<void> saved = saveProject(large, m_file);
        QVERIFY(!saved);
        QCOMPARE(std::string(saved.error().id), std::string("platform.disk-full"));
        expectUndamaged();
    }

    void aReadOnlyDiskIsSaid()
    {
        QVERIFY(::mount(nullptr, m_file.parent_path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0);
        const Result<void> saved = saveProject(changed(), m_file);
        QVERIFY(!saved);
        const std::string text = inEnglish(saved.error());
        QVERIFY2(text.find(m_file.string()) != std::string::npos, text.c_str());
        QVERIFY2(text.find("hoose another place") != std::string::npos, text.c_str());
        expectUndamaged();
        const Result<void> beside = saveProject(changed(), m_file.parent_path() / "new.broto");
        QVERIFY(!beside);
        QCOMPARE(std::string(beside.error().id), std::string("platform.folder-read-only"));
    }

    void aDriveThatWasPulledIsSaid()
    {
        QVERIFY(::umount2(m_file.parent_path().c_str(), MNT_DETACH) == 0);
        fs::remove(m_file.parent_path());
        const Result<void> saved = saveProject(changed(), m_file);
        QVERIFY(!saved);
        QCOMPARE(std::string(saved.error().id), std::string("platform.folder-gone"));
        const std::string text = inEnglish(saved.error());
        QVERIFY2(text.find(m_file.parent_path().string()) != std::string::npos, text.c_str());
    }

private:
    static Project changed()
    {
        Project project = fruitProject();
        project.board = "mega";
        return project;
    }

    /// Nothing that a ZIP could make smaller.
    static std::string noise()
    {
        std::string bytes;
        std::uint32_t number = 1;
        while (bytes.size() < 100'000)
            bytes += static_cast<char>((number = number * 1664525 + 1013904223) >> 24);
        return bytes;
    }

    fs::path filler() const { return m_file.parent_path() / "filler"; }

    void fill() const
    {
        std::ofstream out(filler(), std::ios::binary);
        while (out.write(std::string(1024, 'x').data(), 1024).flush())
            ;
    }

    void expectRefused(const char* id, const char* word) const
    {
        const Result<void> saved = saveProject(changed(), m_file);
        QVERIFY(!saved);
        QCOMPARE(std::string(saved.error().id), std::string(id));
        const std::string text = inEnglish(saved.error());
        QVERIFY2(text.find(word) != std::string::npos && text.find(m_file.string()) != std::string::npos, text.c_str());
        expectUndamaged();
    }

    /// What was saved is there to the byte, and no part of what could not be written.
    void expectUndamaged() const
    {
        QVERIFY(bytesOf(m_file) == m_before);
        for (const auto& entry : fs::directory_iterator(m_file.parent_path()))
            QVERIFY2(entry.path() == m_file || entry.path() == filler(), entry.path().c_str());
    }

    std::optional<TemporaryFolder> m_folder;
    fs::path m_file;
    std::string m_before;
};

QTEST_APPLESS_MAIN(TestSaving)
#include "tst_saving.moc"

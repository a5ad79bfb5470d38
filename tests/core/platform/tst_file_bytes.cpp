#include "platform/file.h"
#include "platform/file_bytes.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <optional>
#include <string>

using namespace broto;
namespace fs = std::filesystem;

class TestFileBytes : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(std::move(TemporaryFolder::make("test").value())); }
    void cleanup() { m_folder.reset(); }

    void bytesFromMemoryAreKept()
    {
        const FileBytes bytes = FileBytes::of(std::string("a\0b", 3));
        QVERIFY(bytes.view() == std::string_view("a\0b", 3));
        QVERIFY(!bytes.problem());
    }

    void smallFileIsACopy()
    {
        const fs::path file = write(1000);
        const Result<FileBytes> bytes = FileBytes::open(file);
        QVERIFY(bytes.ok());
        fs::resize_file(file, 0);
        QCOMPARE(bytes->view().size(), std::size_t(1000));
        QVERIFY(bytes->view() == content(1000));
        QVERIFY(!bytes->problem());
    }

    void largeFileIsLookedAtWhereItIs()
    {
        const std::size_t size = FileBytes::mostCopied + 5000;
        const Result<FileBytes> bytes = FileBytes::open(write(size));
        QVERIFY(bytes.ok());
        QVERIFY(bytes->view() == content(size));
        QVERIFY(!bytes->problem());
    }

    void bytesSurviveMoving()
    {
        const std::size_t size = FileBytes::mostCopied + 5000;
        Result<FileBytes> opened = FileBytes::open(write(size));
        QVERIFY(opened.ok());
        FileBytes bytes = std::move(*opened);
        FileBytes other = FileBytes::of("short");
        other = std::move(bytes);
        QVERIFY(other.view() == content(size));
    }

    void removedFileStaysReadable()
    {
        const std::size_t size = FileBytes::mostCopied + 1;
        const fs::path file = write(size);
        const Result<FileBytes> bytes = FileBytes::open(file);
        fs::remove(file);
        QVERIFY(bytes->view() == content(size));
    }

    void truncatedFileReadsAsZerosAndTells()
    {
        const std::size_t size = FileBytes::mostCopied + 100'000;
        const fs::path file = write(size);
        const Result<FileBytes> bytes = FileBytes::open(file);
        QVERIFY(bytes.ok());
        fs::resize_file(file, 8192);
        QCOMPARE(bytes->view()[8191], content(8192).back());
        QCOMPARE(bytes->view()[8192], '\0');
        QCOMPARE(bytes->view().back(), '\0');
        const std::optional<Message> problem = bytes->problem();
        QVERIFY(problem.has_value());
        QCOMPARE(std::string(problem->id), std::string("platform.file-changed"));
    }

    void changedFileTells()
    {
        const fs::path file = write(FileBytes::mostCopied + 1);
        const Result<FileBytes> bytes = FileBytes::open(file);
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(2));
        QVERIFY(bytes->problem().has_value());
    }

    void whatIsToBeKeptStaysAsItWas_data()
    {
        QTest::addColumn<std::size_t>("size");
        QTest::newRow("in memory") << std::size_t(1000);
        QTest::newRow("in a copy without a name") << FileBytes::mostCopied + 100'000;
    }

    void whatIsToBeKeptStaysAsItWas()
    {
        QFETCH(std::size_t, size);
        const fs::path file = write(size);
        const Result<FileBytes> bytes = FileBytes::openToKeep(file, size);
        QVERIFY(bytes.ok());
        std::fstream(file, std::ios::binary | std::ios::in | std::ios::out) << "something else";
        fs::resize_file(file, 500);
        QVERIFY(bytes->view() == content(size));
        QVERIFY(!bytes->problem());
        QCOMPARE(std::distance(fs::directory_iterator(m_folder->path()), fs::directory_iterator()), 1);
    }

    void whatIsTooLargeToBeKeptIsLookedAtWhereItIs()
    {
        const std::size_t size = FileBytes::mostCopied + 1;
        const fs::path file = write(size);
        const Result<FileBytes> bytes = FileBytes::openToKeep(file, size - 1);
        fs::resize_file(file, 500);
        QVERIFY(bytes->problem().has_value());
    }

    void manyLargeFilesAtOnce()
    {
        const std::size_t size = FileBytes::mostCopied + 1;
        const fs::path file = sparse(size);
        std::vector<FileBytes> all;
        for (int i = 0; i < 70; ++i)
            all.push_back(std::move(*FileBytes::open(file)));
        fs::resize_file(file, 0);
        for (const FileBytes& bytes : all)
            QCOMPARE(bytes.view().back(), '\0');
    }

    void missingFileAndFolderSayWhy()
    {
        QCOMPARE(std::string(FileBytes::open(m_folder->path() / "none").error().id),
                 std::string("platform.file-missing"));
        QCOMPARE(std::string(FileBytes::open(m_folder->path()).error().id), std::string("platform.file-is-folder"));
    }

private:
    static std::string content(std::size_t size)
    {
        std::string bytes(size, '\0');
        std::iota(bytes.begin(), bytes.end(), '\1');
        return bytes;
    }

    fs::path write(std::size_t size) const
    {
        const fs::path path = m_folder->path() / "file";
        std::ofstream(path, std::ios::binary) << content(size);
        return path;
    }

    fs::path sparse(std::size_t size) const
    {
        const fs::path path = m_folder->path() / "sparse";
        std::ofstream(path, std::ios::binary);
        fs::resize_file(path, size);
        return path;
    }

    std::optional<TemporaryFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestFileBytes)
#include "tst_file_bytes.moc"

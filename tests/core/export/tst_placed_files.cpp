#include "export/file_batch.h"
#include "export/placed_files.h"
#include "platform/file.h"

#include <QTest>

#include <filesystem>
#include <optional>

using namespace broto;
namespace fs = std::filesystem;

namespace {
const ExportedFiles library = {{"iris/src/iris.h", "int answer;\n"},
                               {"iris/library.properties", "name=iris\n"},
                               {"iris.zip", std::string("PK\0\1", 4)},
                               {"iris/src/Ação.h", "// UTF-8 in its name\n"}};

using Names = std::vector<std::string>;
}

class TestPlacedFiles : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_cacheBefore = qgetenv("XDG_CACHE_HOME");
        m_folder.emplace(std::move(TemporaryFolder::make("test").value()));
        qputenv("XDG_CACHE_HOME", m_folder->path().c_str());
    }

    void cleanup()
    {
        m_cacheBefore.isNull() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", m_cacheBefore);
        m_folder.reset();
    }

    void theFirstFoldersAndFilesStandForAll()
    {
        QVERIFY((topNames(library) == Names{"iris", "iris.zip"}));
        QVERIFY(topNames({}).empty());
    }

    void filesAreWrittenWithTheirFolders()
    {
        const auto placed = placeFiles(library, m_folder->path() / "new/place");
        QVERIFY(placed);
        QCOMPARE(placed->size(), std::size_t(2));
        QVERIFY((*placed)[0] == m_folder->path() / "new/place/iris");
        for (const ExportedFile& file : library) {
            const fs::path path = m_folder->path() / "new/place" / fs::path(file.path);
            QCOMPARE(*readFile(path), file.bytes);
        }
    }

    void whatHasItsBytesIsLeftAlone()
    {
        const fs::path header = m_folder->path() / "iris/src/iris.h";
        QVERIFY(placeFiles(library, m_folder->path()));
        const auto longAgo = fs::last_write_time(header) - std::chrono::hours(1);
        fs::last_write_time(header, longAgo);
        QVERIFY(placeFiles(library, m_folder->path()));
        QVERIFY(fs::last_write_time(header) == longAgo);
        QVERIFY(writeFileAtomically(header, "edited"));
        QVERIFY(placeFiles(library, m_folder->path()));
        QCOMPARE(*readFile(header), library[0].bytes);
    }

    void whatWouldBeReplacedIsNamed()
    {
        QVERIFY(namesThatDiffer(library, m_folder->path()).empty()); // nothing is there
        QVERIFY(placeFiles(library, m_folder->path()));
        QVERIFY(namesThatDiffer(library, m_folder->path()).empty()); // the same is there
        QVERIFY(writeFileAtomically(m_folder->path() / "iris/library.properties", "name=edit\n"));
        QVERIFY((namesThatDiffer(library, m_folder->path()) == Names{"iris"}));
    }

    void aFolderThatCannotBeMadeIsReported()
    {
        QVERIFY(writeFileAtomically(m_folder->path() / "iris", "a file where a folder should be"));
        const auto placed = placeFiles(library, m_folder->path());
        QVERIFY(!placed);
        QVERIFY(placed.error().id == "export.file-in-the-way");
        QCOMPARE(entries(), std::size_t(1)); // nothing was written
    }

    void aFolderInTheWayOfAFileIsReportedBeforeAnythingIsWritten()
    {
        fs::create_directories(m_folder->path() / "iris.zip");
        const auto placed = placeFiles(library, m_folder->path());
        QVERIFY(!placed);
        QVERIFY(placed.error().id == "export.folder-in-the-way");
        QVERIFY(inEnglish(placed.error()).find("iris.zip") != std::string::npos);
        QCOMPARE(entries(), std::size_t(1));
    }

    /// A name that no file system takes is refused by the last file, when the others are written already.
    void whenOneCannotBeWrittenNoneIs()
    {
        ExportedFiles files = library;
        files.push_back(library.front());
        files.back().path.assign(300, 'x');
        QVERIFY(!placeFiles(files, m_folder->path() / "new/place"));
        QCOMPARE(entries(), std::size_t(0)); // not even the folders

        QVERIFY(placeFiles(library, m_folder->path()));
        files[0].bytes = "int other;\n";
        QVERIFY(!placeFiles(files, m_folder->path()));
        QCOMPARE(*readFile(m_folder->path() / "iris/src/iris.h"), library[0].bytes);
    }

    /// A folder that came into being since the others were written: what was moved to its place goes back.
    void whenOneCannotBeMovedToItsPlaceTheOthersAreUndone()
    {
        const fs::path first = m_folder->path() / "a/first.h", second = m_folder->path() / "second.h",
                       third = m_folder->path() / "third.h";
        QVERIFY(writeFileAtomically(second, "old"));
        {
            FileBatch batch;
            for (const fs::path& path : {first, second, third})
                QVERIFY(batch.write(path, "new"));
            QVERIFY(fs::create_directory(third));
            QVERIFY(!batch.place());
        }
        QVERIFY(!fs::exists(first.parent_path()));
        QCOMPARE(*readFile(second), std::string("old"));
        QVERIFY(fs::remove(third)); // and it is empty
        QCOMPARE(entries(), std::size_t(1));
    }

    void aLinkStaysWhenWhatWasWrittenThroughItIsUndone()
    {
        const fs::path link = m_folder->path() / "link.h", blocked = m_folder->path() / "second.h";
        fs::create_symlink("file.h", link);
        {
            FileBatch batch;
            QVERIFY(batch.write(link, "new"));
            QVERIFY(batch.write(blocked, "new"));
            QVERIFY(fs::create_directory(blocked));
            QVERIFY(!batch.place());
        }
        QVERIFY(fs::is_symlink(link) && !fs::exists(link));
        QVERIFY(fs::remove(blocked));
        QCOMPARE(entries(), std::size_t(1)); // and no file that it points to
    }

    void othersFindTheSameFilesAtTheSamePlace()
    {
        const auto first = placeForOthers(library);
        QVERIFY(first);
        QVERIFY(fs::exists((*first)[0] / "library.properties"));
        ExportedFiles other = library;
        other[0].bytes = "int other;\n";
        const auto second = placeForOthers(other);
        QVERIFY((*first)[0] != (*second)[0]);
        QCOMPARE((*second)[0].filename().string(), std::string("iris"));
        QCOMPARE(*readFile((*first)[0] / "src/iris.h"), library[0].bytes); // still there for who comes late
        QVERIFY(*placeForOthers(library) == *first);
    }

    void onlyTheNewestPlacesAreKept()
    {
        std::vector<fs::path> places;
        for (int i = 0; i < 60; ++i) {
            places.push_back((*placeForOthers({{"model.h", "int n = " + std::to_string(i) + ";\n"}}))[0]);
            fs::last_write_time(places.back().parent_path(),
                                fs::file_time_type::clock::now() - std::chrono::minutes(60 - i));
        }
        QVERIFY(!fs::exists(places[0]));
        QVERIFY(!fs::exists(places[8]));
        QVERIFY(fs::exists(places[30]));
        QVERIFY(fs::exists(places[59]));
    }

private:
    std::size_t entries() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_folder->path()), {}));
    }

    std::optional<TemporaryFolder> m_folder;
    QByteArray m_cacheBefore;
};

QTEST_APPLESS_MAIN(TestPlacedFiles)
#include "tst_placed_files.moc"

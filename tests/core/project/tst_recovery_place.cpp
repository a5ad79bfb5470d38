#include "project/recovery_place.h"

#include "example_project.h"
#include "platform/file_bytes.h"
#include "project/project_file.h"

#include <QtTest>

#include <fstream>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

using namespace broto;
namespace fs = std::filesystem;

namespace {

std::set<ino_t> flushedFiles;

std::string bytesOf(const Project& project)
{
    Result<std::string> bytes = projectBytes(project);
    if (!bytes)
        qFatal("%s", inEnglish(bytes.error()).c_str());
    return std::move(*bytes);
}

int filesIn(const fs::path& folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// Whether it was waited for that it reaches the disk.
bool isFlushed(const fs::path& file)
{
    struct stat status;
    return ::stat(file.c_str(), &status) == 0 && flushedFiles.contains(status.st_ino);
}

}

/// In place of the system's: a test cannot cut the power.
extern "C" int fsync(int descriptor)
{
    struct stat status;
    if (::fstat(descriptor, &status) == 0)
        flushedFiles.insert(status.st_ino);
    return 0;
}

class TestRecoveryPlace : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(std::move(TemporaryFolder::make("test").value())); }
    void cleanup() { m_folder.reset(); }

    void whatWasPutAsideComesBackToTheByte_data()
    {
        QTest::addColumn<Project>("project");
        QTest::newRow("with earlier runs") << retrainedFruitProject();
        QTest::newRow("windows") << trainedWindowProject();
        QTest::newRow("never trained") << fruitProject();
        Project tested = fruitProject();
        tested.testSource = tested.source;
        QTest::newRow("a test file") << tested;
        QTest::newRow("nothing at all") << Project();
    }

    void whatWasPutAsideComesBackToTheByte()
    {
        QFETCH(Project, project);
        leave(project, note("fruit.broto", 17));
        std::vector<RecoveryPlace> left = RecoveryPlace::left(folder());
        QCOMPARE(left.size(), std::size_t(1));
        QVERIFY(*left.front().note() == note("fruit.broto", 17));
        QVERIFY(bytesOf(*left.front().read()) == bytesOf(project));
    }

    void theNewestStateIsKept()
    {
        RecoveryPlace place = made();
        Project project = fruitProject();
        QVERIFY(place.write(project, note("a", 1)));
        project.board = "mega";
        QVERIFY(place.write(project, note("a", 2)));
        QCOMPARE(place.read()->board, std::string("mega"));
        QCOMPARE(place.note()->secondsSince1970, 2);
    }

    void aTableIsWrittenOnce()
    {
        RecoveryPlace place = made();
        Project project = fruitProject();
        QVERIFY(place.write(project, note("a", 1)));
        const fs::path table = tableIn(place);
        const auto longAgo = fs::file_time_type::clock::now() - std::chrono::hours(1);
        fs::last_write_time(table, longAgo);
        project.board = "mega";
        QVERIFY(place.write(project, note("a", 2)));
        QVERIFY(fs::last_write_time(table) == longAgo);
    }

    void aTableThatWasPutAsideInAHurryIsFlushedNextTime()
    {
        RecoveryPlace place = made();
        const Project project = fruitProject();
        flushedFiles.clear();
        QVERIFY(place.write(project, note("a", 1), Flush::Later));
        QVERIFY(flushedFiles.empty());
        QVERIFY(place.write(project, note("a", 2), Flush::Now));
        QVERIFY(isFlushed(tableIn(place)) && isFlushed(place.file()));
        flushedFiles.clear();
        QVERIFY(place.write(project, note("a", 3), Flush::Now));
        QVERIFY(!isFlushed(tableIn(place))); // once is enough
    }

    void aTableThatAnotherProgramLeftIsFlushed()
    {
        leave(fruitProject(), note("a", 1));
        auto left = RecoveryPlace::left(folder());
        flushedFiles.clear();
        QVERIFY(left.front().write(fruitProject(), note("a", 2)));
        QVERIFY(isFlushed(tableIn(left.front())));
    }

    void aTableThatIsNotTheProjectsAnyMoreGoes()
    {
        RecoveryPlace place = made();
        QVERIFY(place.write(fruitProject(), note("a", 1)));
        const fs::path before = tableIn(place);
        const Project other = trainedLineProject();
        QVERIFY(place.write(other, note("a", 2)));
        QVERIFY(!fs::exists(before));
        QVERIFY(bytesOf(*place.read()) == bytesOf(other));
    }

    void aPlaceInUseIsNotLeft()
    {
        RecoveryPlace place = made();
        QVERIFY(place.write(fruitProject(), note("a", 1)));
        QVERIFY(RecoveryPlace::left(folder()).empty());
    }

    void whatIsOfferedInOneWindowIsNotOfferedInAnother()
    {
        leave(fruitProject(), note("a", 1));
        const auto offered = RecoveryPlace::left(folder());
        QCOMPARE(offered.size(), std::size_t(1));
        QVERIFY(RecoveryPlace::left(folder()).empty());
    }

    void severalAreLeftTheNewestFirst()
    {
        for (const char* name : {"a", "b", "c"}) {
            const fs::path file = leave(fruitProject(), note(name, 1));
            fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours('c' - *name));
        }
        const auto left = RecoveryPlace::left(folder());
        QCOMPARE(left.size(), std::size_t(3));
        QCOMPARE(left.front().note()->name, std::string("c"));
        QCOMPARE(left.back().note()->name, std::string("a"));
    }

    void whatWasClearedIsNotLeft()
    {
        {
            RecoveryPlace place = made();
            QVERIFY(place.write(fruitProject(), note("a", 1)));
            place.clear();
            QVERIFY(!place.note());
        }
        QVERIFY(RecoveryPlace::left(folder()).empty());
        QCOMPARE(filesIn(folder()), 0);
    }

    void aClearedPlaceCanBeWrittenAgain()
    {
        RecoveryPlace place = made();
        QVERIFY(place.write(fruitProject(), note("a", 1)));
        place.clear();
        QVERIFY(place.write(fruitProject(), note("a", 2)));
        QCOMPARE(place.note()->secondsSince1970, 2);
    }

    void whatHoldsNothingIsTidiedUp()
    {
        fs::create_directories(folder() / "4711-0"); // killed before anything was written
        std::ofstream(folder() / "4711-0" / "0123456789abcdef.table") << "a,b";
        std::ofstream(folder() / "notes.txt") << "somebody's";
        QVERIFY(RecoveryPlace::left(folder()).empty());
        QCOMPARE(filesIn(folder()), 1);
        QVERIFY(fs::exists(folder() / "notes.txt"));
    }

    void twoPlacesOfOneProcessAreApart()
    {
        RecoveryPlace one = made();
        RecoveryPlace other = made();
        QVERIFY(one.file() != other.file());
    }

    void aDamagedFileIsAnErrorAndStays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no archive") << QByteArray("PK, but no more");
        QTest::newRow("no note") << QByteArray::fromStdString(bytesOf(fruitProject()));
        QTest::newRow("a note that is none")
            << QByteArray::fromStdString(*packedZip({{"recovery.json", "{\"name\": 3}"}}));
        QTest::newRow("half of one") << half();
    }

    void aDamagedFileIsAnErrorAndStays()
    {
        QFETCH(QByteArray, bytes);
        const fs::path file = leave(fruitProject(), note("a", 1));
        QVERIFY(writeFileAtomically(file, bytes.toStdString()));
        {
            const auto left = RecoveryPlace::left(folder());
            QCOMPARE(left.size(), std::size_t(1));
            QVERIFY(!left.front().note());
            QVERIFY(!left.front().read());
            QVERIFY(left.front().file() == file);
        }
        QVERIFY(fs::exists(file));
    }

    void aMissingOrDamagedTableIsAnError()
    {
        leave(fruitProject(), note("a", 1));
        const auto left = RecoveryPlace::left(folder());
        const fs::path table = tableIn(left.front());
        QVERIFY(writeFileAtomically(table, "another table"));
        QVERIFY(left.front().note());
        QVERIFY(!left.front().read());
        fs::remove(table);
        QVERIFY(!left.front().read());
    }

    void whereNothingCanBeWrittenIsAnError()
    {
        QVERIFY(writeFileAtomically(folder(), "a file where a folder should be"));
        const Result<RecoveryPlace> place = RecoveryPlace::make(folder());
        QVERIFY(!place);
        QVERIFY(inEnglish(place.error()).find(folder().string()) != std::string::npos);
        QVERIFY(RecoveryPlace::left(folder()).empty());
    }

    void aPlaceThatSomebodyRemovedIsAnError()
    {
        RecoveryPlace place = made();
        QVERIFY(place.write(fruitProject(), note("a", 1)));
        fs::remove_all(place.file().parent_path());
        QVERIFY(!place.write(fruitProject(), note("a", 2)));
    }

private:
    fs::path folder() const { return m_folder->path() / "recovery"; }

    RecoveryPlace made() const
    {
        Result<RecoveryPlace> place = RecoveryPlace::make(folder());
        if (!place)
            qFatal("%s", inEnglish(place.error()).c_str());
        return std::move(*place);
    }

    /// As a program does that ends unexpectedly. The file that it leaves.
    fs::path leave(const Project& project, const RecoveryNote& note) const
    {
        RecoveryPlace place = made();
        if (const Result<void> written = place.write(project, note); !written)
            qFatal("%s", inEnglish(written.error()).c_str());
        return place.file();
    }

    static RecoveryNote note(const std::string& name, std::int64_t seconds)
    {
        return {name, "/home/ana/" + name, FileStamp{12, -3}, seconds};
    }

    static fs::path tableIn(const RecoveryPlace& place)
    {
        for (const auto& entry : fs::directory_iterator(place.file().parent_path()))
            if (entry.path().extension() == ".table")
                return entry.path();
        qFatal("no table");
    }

    static QByteArray half()
    {
        const std::string whole = *packedZip({{"recovery.json", "{}"}});
        return QByteArray::fromStdString(whole.substr(0, whole.size() / 2));
    }

    std::optional<TemporaryFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestRecoveryPlace)
#include "tst_recovery_place.moc"

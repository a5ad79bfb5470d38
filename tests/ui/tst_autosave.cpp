#include "platform/file.h"
#include "project/project_file.h"
#include "project/recovery_place.h"
#include "ui/commands/change_network_design.h"
#include "ui/fixtures.h"
#include "ui/jobs/autosaver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace broto;
using namespace broto::ui;
namespace fs = std::filesystem;

/// What is put aside, when, and when it goes.
class AutosaveTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_home.emplace(std::move(TemporaryFolder::make("autosave").value()));
        m_document.emplace();
        m_saver.emplace(*m_document, folder());
        m_document->replace(test::irisProject(), {});
    }

    void cleanup()
    {
        m_saver.reset();
        m_document.reset();
        m_home.reset();
    }

    void everyThirtySeconds() { QCOMPARE(m_saver->interval(), std::chrono::milliseconds(30'000)); }

    void whatIsNotModifiedIsNotPutAside()
    {
        QSignalSpy written(&*m_saver, &Autosaver::written);
        m_saver->setInterval(std::chrono::milliseconds(1));
        passIntervals();
        QCOMPARE(written.count(), 0);
        QVERIFY(!fs::exists(folder()));
    }

    void anEditIsPutAsideAndLeftByAProgramThatEnds()
    {
        m_document->replace(test::irisProject(), QStringLiteral("/home/ana/flowers.broto"), FileStamp{1, 2});
        edit(5);
        QTRY_VERIFY(lies());
        m_saver.reset(); // without an end
        const auto left = RecoveryPlace::left(folder());
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left.front().read()->design.hidden.front().units, 5);
        const RecoveryNote note = *left.front().note();
        QCOMPARE(note.name, std::string("flowers.broto"));
        QCOMPARE(note.file, std::string("/home/ana/flowers.broto"));
        QVERIFY(note.stamp == std::optional(FileStamp{1, 2}));
        QVERIFY(std::abs(note.secondsSince1970 - QDateTime::currentSecsSinceEpoch()) < 60);
    }

    void whatHasNotChangedSinceIsNotWrittenAgain()
    {
        QSignalSpy written(&*m_saver, &Autosaver::written);
        edit(5);
        QTRY_COMPARE(written.count(), 1);
        passIntervals();
        QCOMPARE(written.count(), 1);
        edit(6);
        QTRY_COMPARE(written.count(), 2);
    }

    void aResultIsPutAsideToo()
    {
        m_saver->setInterval(std::chrono::milliseconds(1));
        const auto run = test::trainedIris().trained;
        m_document->takeRun(run);
        QTRY_VERIFY(lies());
        m_saver.reset();
        QVERIFY(RecoveryPlace::left(folder()).front().read()->trained->history == run->history);
    }

    void savingEndsWhatWasPutAside()
    {
        edit(5);
        QTRY_VERIFY(lies());
        m_document->markSaved(QStringLiteral("/home/ana/flowers.broto"));
        QTRY_VERIFY(!lies());
    }

    void undoingAllEndsWhatWasPutAside()
    {
        edit(5);
        QTRY_VERIFY(lies());
        m_document->history().undo();
        QTRY_VERIFY(!lies());
    }

    void anotherProjectEndsWhatWasPutAside()
    {
        edit(5);
        QTRY_VERIFY(lies());
        m_document->replace(test::irisProject(), {});
        QTRY_VERIFY(!lies());
    }

    void aCleanEndLeavesNothing()
    {
        edit(5);
        QTRY_VERIFY(lies());
        m_saver->end();
        QVERIFY(fs::is_empty(folder()));
    }

    void whatIsOnItsWayAtTheEndDoesNotComeLate()
    {
        for (int i = 0; i < 50; ++i) {
            edit(5 + i);
            m_saver->saveNow();
        }
        m_saver->end();
        m_saver.reset();
        QVERIFY(!lies());
    }

    void beforeALongJobWhatChangedLiesThere()
    {
        JobRunner runner; // ends before the saver does
        m_saver->setInterval(std::chrono::hours(1));
        m_saver->saveBeforeJobsOf(runner);
        edit(5);
        std::optional<bool> laidThere;
        runner.start(
            JobKind::Train, [this](const RunControl&) -> Result<bool> { return lies(); },
            [&](const Result<bool>& result) { laidThere = *result; });
        QTRY_VERIFY(laidThere.has_value());
        QVERIFY(*laidThere);
    }

    void aShortJobWritesNothing()
    {
        JobRunner runner;
        m_saver->saveBeforeJobsOf(runner);
        m_saver->setInterval(std::chrono::hours(1));
        edit(5);
        bool done = false;
        runner.start(
            JobKind::Look, [](const RunControl&) -> Result<bool> { return true; },
            [&](const Result<bool>&) { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(!lies());
    }

    void whatCannotBeWrittenIsSaidOnceAndTriedAgain()
    {
        QVERIFY(writeFileAtomically(folder(), "a file where a folder should be"));
        QSignalSpy failed(&*m_saver, &Autosaver::failed);
        QSignalSpy written(&*m_saver, &Autosaver::written);
        edit(5);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(inEnglish(failed.first().first().value<Message>()).find(folder().string()) != std::string::npos);
        fs::remove(folder());
        QTRY_VERIFY(written.count() > 0);
        QCOMPARE(failed.count(), 1);
    }

    void whatIsAdoptedStaysUntilItIsSaved()
    {
        fs::path file;
        {
            RecoveryPlace place = std::move(RecoveryPlace::make(folder()).value());
            QVERIFY(place.write(test::irisProject(), {}));
            file = place.file();
        }
        auto left = std::make_shared<RecoveryPlace>(std::move(RecoveryPlace::left(folder()).front()));
        m_document->replace(*left->read(), {}, {}, Document::Start::Unsaved);
        QVERIFY(m_document->modified());
        m_saver->adopt(std::move(left));
        m_saver->saveNow();
        QSignalSpy written(&*m_saver, &Autosaver::written);
        QVERIFY(written.wait());
        QVERIFY(fs::exists(file));
        QVERIFY(RecoveryPlace::left(folder()).empty()); // it is in use
        m_document->markSaved(QStringLiteral("/home/ana/flowers.broto"));
        QTRY_VERIFY(!fs::exists(file));
    }

    void theWindowDoesNotWaitForIt()
    {
        // 60 MB of table and 2 MB of weights, as large as a classroom's laptop will see.
        const QByteArray rows("0.12345678901234567890,17.5,first\n1.12345678901234567890,2.25,second\n");
        Project large = test::projectOf(("a,b,kind\n" + rows.repeated(900'000)).toStdString());
        large.design.hidden = {{512, Activation::Relu}};
        m_document->replace(std::move(large), {});
        QSignalSpy written(&*m_saver, &Autosaver::written);
        m_saver->setInterval(std::chrono::hours(1));
        m_document->history().push(new ChangeNetworkDesign(*m_document, {{{5}}}));

        // The event loop turns while it is written; how long a turn takes, window_turns measures.
        int turns = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { ++turns; });
        beat.start(0);
        m_saver->saveNow();
        QCOMPARE(written.count(), 0);
        QVERIFY(written.wait(60'000));
        QVERIFY2(turns > 10, qPrintable(QString::number(turns)));
    }

private:
    fs::path folder() const { return m_home->path() / "recovery"; }

    /// Many of one millisecond, for the saver as for this test.
    static void passIntervals()
    {
        constexpr int many = 20;
        int passed = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&passed] { ++passed; });
        timer.start(1);
        QTRY_VERIFY(passed >= many);
    }

    void edit(int units)
    {
        m_saver->setInterval(m_saver->interval() == Autosaver::every ? std::chrono::milliseconds(1)
                                                                     : m_saver->interval());
        m_document->history().push(new ChangeNetworkDesign(*m_document, {{{units}}}));
    }

    /// Whether something is there to be recovered.
    bool lies() const
    {
        std::error_code none;
        for (const auto& place : fs::directory_iterator(folder(), none))
            if (fs::exists(place.path() / "edits.zip"))
                return true;
        return false;
    }

    std::optional<TemporaryFolder> m_home;
    std::optional<Document> m_document;
    std::optional<Autosaver> m_saver;
};

QTEST_MAIN(AutosaveTest)
#include "tst_autosave.moc"

#include "platform/file.h"
#include "platform/file_claim.h"
#include "project/project_file.h"
#include "project/recovery_place.h"
#include "ui/commands/change_network_design.h"
#include "ui/document/message_text.h"
#include "ui/fixtures.h"
#include "ui/main_window.h"
#include "ui/pages/welcome_page.h"
#include "ui/project_files.h"
#include "ui/widgets/job_line.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/recovery_list.h"
#include "ui/window_settings.h"

#include <QAction>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace broto;
using namespace broto::ui;
namespace fs = std::filesystem;

/// What the window does so that nobody loses work: offers after a crash, files that others write, places that cannot
/// be written, a training that runs when the window is closed.
class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_home->filePath(QStringLiteral("state")).toLocal8Bit());
        m_settings = std::make_unique<WindowSettings>(m_home->filePath(QStringLiteral("settings.ini")));
        m_settings->setLanguage(Language::Choice::English);
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        m_home.reset();
    }

    // After a crash

    void whatWasThereIsOfferedAndOpened()
    {
        const QString path = saved("flowers.broto");
        leave("flowers.broto", path.toStdString(), fileStamp(path.toStdString()));
        start();
        QTRY_COMPARE(offers().size(), 1);
        QVERIFY(welcome().isVisible());
        const QString text = offers().front()->text();
        QVERIFY2(text.contains(QStringLiteral("flowers.broto")) && text.contains(QStringLiteral("1/2/70")),
                 qPrintable(text));
        answer(*offers().front(), "Open what was there");
        QTRY_COMPARE(document().project().design.hidden.front().units, 77);
        QCOMPARE(document().filePath(), path);
        QVERIFY(document().modified());
        QVERIFY(m_window->isWindowModified());
        QVERIFY(offers().isEmpty());
        QVERIFY2(line().text().startsWith(QStringLiteral("flowers.broto is as it was at 1/2/70")),
                 qPrintable(line().text()));
        QVERIFY(said("Save it to keep it so"));
        QCOMPARE(placesLeft(), 1); // until it is saved
        action("&Save")->trigger();
        QTRY_VERIFY(!document().modified());
        QCOMPARE(loadProject(path.toStdString())->design.hidden.front().units, 77);
        QTRY_COMPARE(placesLeft(), 0);
    }

    void whatWasOpenedOutlivesAnotherCrash()
    {
        leave("iris.csv", {}, {});
        start();
        QTRY_COMPARE(offers().size(), 1);
        answer(*offers().front(), "Open what was there");
        QTRY_VERIFY(document().modified());
        m_window.reset(); // without being closed
        start();
        QTRY_COMPARE(offers().size(), 1);
    }

    void whatIsDiscardedIsGone()
    {
        leave("iris.csv", {}, {});
        start();
        QTRY_COMPARE(offers().size(), 1);
        answer(*offers().front(), "Discard");
        QVERIFY(offers().isEmpty());
        QCOMPARE(placesLeft(), 0);
        QVERIFY(document().empty());
    }

    void whatIsNotAnsweredIsOfferedAgain()
    {
        leave("iris.csv", {}, {});
        start();
        QTRY_COMPARE(offers().size(), 1);
        QVERIFY(m_window->close());
        m_window.reset();
        start();
        QTRY_COMPARE(offers().size(), 1);
    }

    void eachOfSeveralIsOffered()
    {
        for (const char* name : {"one.csv", "two.csv", "three.csv"})
            leave(name, {}, {});
        start();
        QTRY_COMPARE(offers().size(), 3);
        answer(*offers().at(1), "Discard");
        QCOMPARE(offers().size(), 2);
    }

    void manyFoldSoThatThePageStaysAPage()
    {
        for (int i = 0; i < 5; ++i)
            leave("table.csv", {}, {});
        start();
        QTRY_COMPARE(offers().size(), 3);
        auto* more = m_window->findChild<QPushButton*>(QStringLiteral("moreLeft"));
        QCOMPARE(more->text(), QStringLiteral("2 more"));
        more->click();
        QCOMPARE(offers().size(), 5);
        QVERIFY(more->isHidden());
    }

    void oneThatWorksIsNotOffered()
    {
        Result<RecoveryPlace> running = RecoveryPlace::make(recoveryFolder());
        QVERIFY(running->write(test::irisProject(), {}));
        leave("left.csv", {}, {});
        start();
        QTRY_COMPARE(offers().size(), 1);
        QVERIFY(offers().front()->text().startsWith(QStringLiteral("left.csv")));
    }

    void aDamagedOneIsNamedAndStopsNothing()
    {
        const fs::path file = leave("iris.csv", {}, {});
        QVERIFY(writeFileAtomically(file, "not what was written"));
        leave("good.csv", {}, {});
        start();
        QTRY_COMPARE(offers().size(), 2);
        const bool first = offers().front()->text().contains(QString::fromStdString(file.string()));
        const MessageStrip& damaged = *offers().at(first ? 0 : 1);
        QVERIFY2(damaged.text().contains(QString::fromStdString(file.string())), qPrintable(damaged.text()));
        QCOMPARE(buttons(damaged).size(), 1);
        answer(*offers().at(first ? 1 : 0), "Open what was there");
        QTRY_VERIFY(!document().empty());
    }

    void oneThatTurnsOutDamagedWhenOpenedIsAMessage()
    {
        const fs::path file = leave("iris.csv", {}, {});
        for (const auto& entry : fs::directory_iterator(file.parent_path()))
            if (entry.path().extension() == ".table")
                fs::remove(entry.path());
        start();
        QTRY_COMPARE(offers().size(), 1);
        answer(*offers().front(), "Open what was there");
        QTRY_VERIFY(!m_window->findChild<WelcomePage*>()->messages().text().isEmpty());
        QVERIFY(document().empty());
        QCOMPARE(placesLeft(), 1);
        QTRY_COMPARE(offers().size(), 1);
    }

    void anOfferThatIsNotTakenAfterAllStays()
    {
        leave("iris.csv", {}, {});
        start();
        document().replace(test::irisProject(), {});
        edit(5);
        m_window->openWelcome();
        QTRY_COMPARE(offers().size(), 1);
        answer(*offers().front(), "Open what was there");
        box("unsavedQuestion")->button(QMessageBox::Cancel)->click();
        QTRY_COMPARE(offers().size(), 1);
        QCOMPARE(document().project().design.hidden.front().units, 5);
    }

    void aFileThatWasWrittenSinceIsSaid()
    {
        const QString path = saved("flowers.broto");
        leave("flowers.broto", path.toStdString(), FileStamp{1, 1});
        start();
        QTRY_COMPARE(offers().size(), 1);
        QVERIFY(offers().front()->text().contains(QStringLiteral("the file itself was written at")));
    }

    void whoBeginsWithAFileIsToldOfIt()
    {
        leave("iris.csv", {}, {});
        const QString path = saved("flowers.broto");
        m_window = std::make_unique<MainWindow>(*m_settings);
        m_window->show();
        document().replace(test::irisProject(), path);
        m_window->openStage(Stage::Data);
        QTRY_VERIFY(line().text().contains(QStringLiteral("first page")));
        answer(line(), "Look at them");
        QVERIFY(welcome().isVisible());
        QCOMPARE(offers().size(), 1);
    }

    void theOfferSpeaksTheLanguageOfTheWindow()
    {
        leave("iris.csv", {}, {});
        start();
        QTRY_COMPARE(offers().size(), 1);
        action("Português (Brasil)")->trigger();
        QTRY_VERIFY(offers().front()->text().contains(QStringLiteral("não foi salvo")));
        QTRY_COMPARE(buttons(*offers().front()).back()->text(), QStringLiteral("Descartar"));
    }

    void aWindowThatIsClosedLeavesNothing()
    {
        start();
        document().replace(test::irisProject(), {});
        m_window->autosaver().setInterval(std::chrono::milliseconds(1));
        edit(5);
        QTRY_COMPARE(placesUsed(), 1);
        QVERIFY(!m_window->close());
        box("unsavedQuestion")->button(QMessageBox::Discard)->click();
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(placesUsed(), 0);
    }

    // Files that others use and write

    void aProjectThatIsOpenElsewhereIsSaid()
    {
        const QString path = saved("flowers.broto");
        start();
        const std::unique_ptr<MainWindow> first = std::move(m_window);
        first->openFile(path);
        QTRY_COMPARE(first->document().filePath(), path);
        start();
        m_window->openFile(path);
        QVERIFY2(line().text().contains(QStringLiteral("flowers.broto is open in another window")),
                 qPrintable(line().text()));
        QVERIFY(document().empty());
        QVERIFY(said("is open in another window"));
        answer(line(), "Open a copy");
        QTRY_VERIFY(!document().empty());
        QVERIFY(document().filePath().isEmpty());
        m_window->openFile(path);
        answer(line(), "Open anyway");
        QTRY_COMPARE(document().filePath(), path);
    }

    void aProjectThatWasClosedElsewhereIsOpenedUnasked()
    {
        const QString path = saved("flowers.broto");
        start();
        m_window->openFile(path);
        QTRY_COMPARE(document().filePath(), path);
        m_window->openFile(path); // again, in the same window
        QTRY_VERIFY(!m_window->runner().current());
        QVERIFY(line().text().isEmpty());
        m_window.reset();
        QVERIFY(!FileClaim::taken(path.toStdString()));
    }

    void aFileThatSomebodyElseHasWrittenIsNotReplacedUnasked()
    {
        const QString path = saved("flowers.broto");
        start();
        m_window->openFile(path);
        QTRY_COMPARE(document().filePath(), path);
        Project other = test::irisProject();
        other.board = "mega";
        QVERIFY(saveProject(other, path.toStdString()));
        edit(5);
        action("&Save")->trigger();
        QVERIFY2(line().text().contains(QStringLiteral("another program has written it")), qPrintable(line().text()));
        QCOMPARE(loadProject(path.toStdString())->board, std::string("mega"));
        QVERIFY(said("another program has written it"));
        answer(line(), "Replace it");
        QTRY_VERIFY(!document().modified());
        QCOMPARE(loadProject(path.toStdString())->design.hidden.front().units, 5);
        edit(6);
        action("&Save")->trigger(); // what we wrote ourselves is no surprise
        QTRY_VERIFY(!document().modified());
    }

    void savingOverAProjectThatIsOpenElsewhereIsAsked()
    {
        const QString path = saved("flowers.broto");
        const std::optional<FileClaim> other = FileClaim::take(path.toStdString());
        start();
        document().replace(test::irisProject(), {});
        edit(5);
        action("Save &as…")->trigger();
        emit m_window->findChild<QFileDialog*>(QStringLiteral("saveDialog"))->fileSelected(path);
        QVERIFY(document().modified());
        QVERIFY(line().text().contains(QStringLiteral("open in another window")));
        answer(line(), "Replace it");
        QTRY_VERIFY(!document().modified());
    }

    // Places that cannot be written

    void aVanishedFolderLosesNothing()
    {
        const QString folder = m_home->filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkpath(folder));
        const QString path = saved("stick/flowers.broto");
        start();
        m_window->openFile(path);
        QTRY_COMPARE(document().filePath(), path);
        edit(5);
        QVERIFY(QDir(folder).removeRecursively());
        action("&Save")->trigger();
        QTRY_VERIFY(!line().text().isEmpty());
        QVERIFY(document().modified());
        QVERIFY(m_window->isWindowModified());
        QVERIFY2(line().text().contains(folder) && line().text().contains(QStringLiteral("choose another place")),
                 qPrintable(line().text()));
        QVERIFY(said("is not there any more"));
        QVERIFY(QDir().mkpath(folder)); // plugged in again
        answer(line(), "Try again");
        QTRY_VERIFY(!document().modified());
        QVERIFY(line().text().isEmpty());
        QCOMPARE(loadProject(path.toStdString())->design.hidden.front().units, 5);
    }

    void closingDoesNotGoOnWhereSavingFailed()
    {
        const QString path = m_home->filePath(QStringLiteral("none/flowers.broto"));
        start();
        document().replace(test::irisProject(), path);
        edit(5);
        QVERIFY(!m_window->close());
        box("unsavedQuestion")->button(QMessageBox::Save)->click();
        QTRY_VERIFY(!line().text().isEmpty());
        QVERIFY(m_window->isVisible());
        QVERIFY(QDir().mkpath(m_home->filePath(QStringLiteral("none"))));
        answer(line(), "Try again");
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(loadProject(path.toStdString()));
    }

    void whatIsEditedWhileItIsSavedStaysUnsaved()
    {
        const QString path = saved("flowers.broto");
        start();
        m_window->openFile(path);
        QTRY_COMPARE(document().filePath(), path);
        edit(5);
        action("&Save")->trigger();
        edit(6); // before the window has heard of the end
        QTRY_COMPARE(loadProject(path.toStdString())->design.hidden.front().units, 5);
        QTRY_VERIFY(!m_window->findChild<ProjectFiles*>()->saving());
        QVERIFY(document().modified());
        action("&Save")->trigger();
        action("&Save")->trigger();  // the first is no other program
        QVERIFY(!m_window->close()); // waits for the end, and needs no answer
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(loadProject(path.toStdString())->design.hidden.front().units, 6);
    }

    void twoSavesAreOneAfterTheOther()
    {
        const QString first = m_home->filePath(QStringLiteral("first.broto"));
        const QString second = m_home->filePath(QStringLiteral("second.broto"));
        start();
        document().replace(test::irisProject(), {});
        auto& files = *m_window->findChild<ProjectFiles*>();
        edit(5);
        files.saveTo(first);
        files.saveTo(second);
        QTRY_COMPARE(document().filePath(), second);
        QVERIFY(!document().modified());
        QCOMPARE(loadProject(first.toStdString())->design.hidden.front().units, 5);
        QCOMPARE(loadProject(second.toStdString())->design.hidden.front().units, 5);
    }

    // A training that runs

    void nothingElseTakesThePlaceOfATraining()
    {
        startTraining();
        m_window->opener().openTestFile(saved("flowers.broto"));
        m_window->device().startVirtualBoard();
        m_window->device().run(nullptr, {});
        m_window->device().installCore();
        QVERIFY(m_window->runner().current() == JobKind::Train);
        QVERIFY(said("A training is running"));
        QVERIFY(document().problem(Stage::Device)->id == "ui.not-while-training");
    }

    void closingDuringATrainingOffersToStopAndKeep()
    {
        startTraining();
        QVERIFY(!m_window->close());
        QVERIFY2(box("trainingQuestion")->text().contains(QStringLiteral("of 1,000,000")),
                 qPrintable(box("trainingQuestion")->text()));
        box("trainingQuestion")->findChild<QPushButton*>(QStringLiteral("stopAndKeep"))->click();
        QTRY_VERIFY(m_window->findChild<QMessageBox*>(QStringLiteral("unsavedQuestion")));
        QVERIFY(document().project().trained);
        const QString path = m_home->filePath(QStringLiteral("kept.broto"));
        box("unsavedQuestion")->button(QMessageBox::Save)->click();
        emit m_window->findChild<QFileDialog*>(QStringLiteral("saveDialog"))->fileSelected(path);
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(loadProject(path.toStdString())->trained);
    }

    void closingDuringATrainingCanBeTakenBack()
    {
        startTraining();
        QVERIFY(!m_window->close());
        box("trainingQuestion")->findChild<QPushButton*>(QStringLiteral("goOn"))->click();
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->runner().current() == JobKind::Train);
    }

    void closingDuringATrainingCanDropIt()
    {
        startTraining();
        QVERIFY(!m_window->close());
        box("trainingQuestion")->findChild<QPushButton*>(QStringLiteral("stopAndDrop"))->click();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!document().project().trained);
    }

    void anotherProjectDuringATrainingIsAskedAbout()
    {
        startTraining();
        m_window->openFile(saved("flowers.broto"));
        QVERIFY(m_window->runner().current() == JobKind::Train);
        box("trainingQuestion")->findChild<QPushButton*>(QStringLiteral("goOn"))->click();
        QVERIFY(m_window->runner().current() == JobKind::Train);
    }

    void whatElseLearnsOrWritesIsAskedAboutToo_data()
    {
        QTest::addColumn<JobKind>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("folds") << JobKind::CrossValidate << QStringLiteral("Every fold is being trained.");
        QTest::newRow("compression") << JobKind::Compress << QStringLiteral("A compression is running.");
        QTest::newRow("upload") << JobKind::Upload << QStringLiteral("A program is being written to the board.");
    }

    void whatElseLearnsOrWritesIsAskedAboutToo()
    {
        QFETCH(JobKind, kind);
        QFETCH(QString, said);
        start();
        bool ended = false;
        m_window->runner().start(
            kind,
            [](const RunControl& control) -> Result<bool> {
                while (!control.cancelled())
                    std::this_thread::yield();
                return true;
            },
            [&ended](const Result<bool>&) { ended = true; });
        QVERIFY(!m_window->close());
        QCOMPARE(box("workQuestion")->text(), said);
        box("workQuestion")->findChild<QPushButton*>(QStringLiteral("goOn"))->click();
        QVERIFY(m_window->runner().current() == kind);
        QTRY_VERIFY(!m_window->findChild<QMessageBox*>(QStringLiteral("workQuestion")));
        QVERIFY(!m_window->close());
        box("workQuestion")->findChild<QPushButton*>(QStringLiteral("cancelWork"))->click();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!ended);
    }

    void aStoppedTrainingSaysAtWhichEpoch()
    {
        startTraining();
        QTRY_VERIFY(jobLine().contains(QStringLiteral("epoch")));
        m_window->runner().stop();
        QTRY_VERIFY(!m_window->runner().current());
        QTRY_VERIFY2(jobLine().startsWith(QStringLiteral("Training · stopped at epoch ")) &&
                         jobLine().contains(QStringLiteral(" of 1,000,000")),
                     qPrintable(jobLine()));
    }

    void aTrainingThatCameToItsEndIsDone()
    {
        start();
        document().replace(test::irisProject(), {});
        QTRY_VERIFY(document().datasetIsCurrent());
        action("&Train")->trigger();
        QTRY_VERIFY(document().project().trained);
        QVERIFY2(jobLine().contains(QStringLiteral("done after")), qPrintable(jobLine()));
    }

private:
    void start()
    {
        m_window = std::make_unique<MainWindow>(*m_settings);
        m_window->show();
    }

    void startTraining()
    {
        start();
        Project project = test::irisProject();
        project.training.epochs = 1'000'000;
        document().replace(std::move(project), {});
        QTRY_VERIFY(document().datasetIsCurrent());
        action("&Train")->trigger();
        QVERIFY(m_window->runner().current() == JobKind::Train);
    }

    QString saved(const char* name) const
    {
        const QString path = m_home->filePath(QLatin1String(name));
        if (!saveProject(test::irisProject(), path.toStdString()))
            qFatal("not saved");
        return path;
    }

    /// As a program does that crashes, with a network of 77 units.
    static fs::path leave(const std::string& name, const std::string& file, std::optional<FileStamp> stamp)
    {
        constexpr std::int64_t noonOfTheSecond = 86400 + 43200;
        RecoveryPlace place = std::move(RecoveryPlace::make(recoveryFolder()).value());
        Project project = test::irisProject();
        project.design.hidden = {{77}};
        if (!place.write(project, {name, file, stamp, noonOfTheSecond}))
            qFatal("nothing can be left");
        return place.file();
    }

    static int placesUsed()
    {
        std::error_code none;
        int places = 0;
        for (const auto& place : fs::directory_iterator(recoveryFolder(), none))
            places += fs::exists(place.path() / "edits.zip");
        return places;
    }
    static int placesLeft() { return placesUsed(); }

    Document& document() { return m_window->document(); }
    WelcomePage& welcome() { return *m_window->findChild<WelcomePage*>(); }
    QString jobLine() { return m_window->findChild<JobLine*>()->text(); }
    MessageStrip& line() { return *m_window->findChild<MessageStrip*>(QStringLiteral("fileLine")); }
    QMessageBox* box(const char* name)
    {
        auto* found = m_window->findChild<QMessageBox*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    void edit(int units) { document().history().push(new ChangeNetworkDesign(document(), {{{units}}})); }

    QList<MessageStrip*> offers()
    {
        QList<MessageStrip*> shown;
        for (auto* strip : welcome().left().findChildren<MessageStrip*>())
            if (!strip->isHidden())
                shown << strip;
        return shown;
    }

    static QList<QPushButton*> buttons(const MessageStrip& strip)
    {
        QList<QPushButton*> all;
        for (auto* button : strip.findChildren<QPushButton*>())
            if (!button->isHidden() && button->objectName().startsWith(QStringLiteral("answer")))
                all << button;
        return all;
    }

    static void answer(const MessageStrip& strip, const char* text)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (QPushButton* button : buttons(strip))
            if (button->text() == QLatin1String(text))
                return button->click();
        qFatal("no answer '%s' to: %s", text, qPrintable(strip.text()));
    }

    bool said(const char* words)
    {
        return std::ranges::any_of(document().messages(), [&](const Message& message) {
            return messageText(message).contains(QLatin1String(words));
        });
    }

    QAction* action(const char* text)
    {
        for (QAction* candidate : m_window->findChildren<QAction*>())
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        qFatal("no action %s", text);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(RecoveryTest)
#include "tst_recovery.moc"

#include "project/project_file.h"
#include "ui/commands/change_network_design.h"
#include "ui/document/message_text.h"
#include "ui/fixtures.h"
#include "ui/own_window.h"
#include "ui/pages/stage_page.h"
#include "ui/widgets/job_line.h"
#include "ui/widgets/stage_rail.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QWheelEvent>

#include <atomic>
#include <thread>

using namespace broto;
using namespace broto::ui;

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_own = std::make_unique<test::OwnWindow>();
        m_window = &m_own->window;
    }

    void cleanup() { m_own.reset(); }

    void aSampleCardOpensTheDataPage()
    {
        m_window->findChild<QAbstractButton*>(QStringLiteral("sample_iris"))->click();
        QTRY_VERIFY(!m_window->document().empty());
        QVERIFY(rail(Stage::Data).isChecked());
        QTRY_COMPARE(rail(Stage::Data).mark(), StageButton::Mark::Done);
        QCOMPARE(rail(Stage::Network).mark(), StageButton::Mark::Ready);
        QCOMPARE(rail(Stage::Export).mark(), StageButton::Mark::Empty);
        QVERIFY(!rail(Stage::Export).toolTip().isEmpty());
    }

    void theLanguageChangesAtOnce()
    {
        const auto title = [&] { return m_window->menuBar()->actions().first()->text(); };
        QCOMPARE(title(), QStringLiteral("&File"));
        action(QStringLiteral("Português (Brasil)"))->trigger();
        QTRY_COMPARE(title(), QStringLiteral("&Arquivo"));
        QTRY_COMPARE(rail(Stage::Compress).text(), QStringLiteral("Compressão"));
        action(QStringLiteral("English"))->trigger();
        QTRY_COMPARE(rail(Stage::Compress).text(), QStringLiteral("Compress"));
    }

    void theThemeIsRemembered()
    {
        action(QStringLiteral("Dark"))->trigger();
        QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 128);
        QCOMPARE(m_own->settings.theme(), Theme::Dark);
        action(QStringLiteral("Light"))->trigger();
        QVERIFY(qApp->palette().color(QPalette::Window).lightness() > 128);
    }

    void theBoardIsAnEditThatCanBeUndone()
    {
        open(test::irisProject());
        auto* board = m_window->findChild<QComboBox*>(QStringLiteral("board"));
        const int mega = board->findData(QStringLiteral("mega"));
        QVERIFY(mega >= 0);
        board->setCurrentIndex(mega);
        emit board->activated(mega);
        QCOMPARE(m_window->document().project().board, std::string("mega"));
        m_window->document().history().undo();
        QCOMPARE(board->currentData().toString(), QStringLiteral("uno"));
    }

    void aDroppedTableIsOpened()
    {
        const QString path = m_own->home.filePath(QStringLiteral("flowers.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(std::string(test::sample("iris").csv)));
        file.close();
        drop(path);
        QTRY_VERIFY(!m_window->document().empty());
        QCOMPARE(m_window->document().project().source->fileName, std::string("flowers.csv"));
        QVERIFY(!m_window->isWindowModified());
    }

    void aFileThatIsNoTableIsAMessageAndNoProject()
    {
        const QString path = m_own->home.filePath(QStringLiteral("empty.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        drop(path);
        QTRY_COMPARE(m_window->document().messages().size(), std::size_t(1));
        QVERIFY(m_window->document().empty());
        QVERIFY(messageText(m_window->document().messages().front()).startsWith(QStringLiteral("empty.csv was not")));
    }

    void aFileThatIsNotOpenedSaysWhatIsStillHere()
    {
        m_window->document().replace(test::irisProject(), {});
        const QString path = m_own->home.filePath(QStringLiteral("empty.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        m_window->openFile(path);
        QTRY_COMPARE(m_window->document().messages().size(), std::size_t(1));
        const QString text = messageText(m_window->document().messages().front());
        QVERIFY2(text.endsWith(QStringLiteral("iris.csv is still here.")), qPrintable(text));
        QVERIFY(!m_window->document().empty());
    }

    void aSavedProjectOpensAsItWas()
    {
        const QString path = m_own->home.filePath(QStringLiteral("flowers.broto"));
        const Project saved = test::trainedIris();
        QVERIFY(saveProject(saved, path.toStdString()));
        m_window->openFile(path);
        QTRY_COMPARE(m_window->document().filePath(), path);
        QCOMPARE(m_window->document().project().variants.size(), saved.variants.size());
        QVERIFY(!m_window->document().modified());
        QCOMPARE(m_own->settings.recentProjects(), QStringList(path));
        QCOMPARE(rail(Stage::Train).mark(), StageButton::Mark::Done);
    }

    void closingAsksAboutUnsavedChanges()
    {
        open(test::irisProject());
        m_window->document().history().push(new ChangeNetworkDesign(m_window->document(), {{{5}}}));
        QVERIFY(m_window->isWindowModified());
        QVERIFY(!m_window->close());
        auto* question = m_window->findChild<QMessageBox*>(QStringLiteral("unsavedQuestion"));
        QVERIFY(question);
        question->button(QMessageBox::Cancel)->click();
        QVERIFY(m_window->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_window->close());
        m_window->findChild<QMessageBox*>(QStringLiteral("unsavedQuestion"))->button(QMessageBox::Discard)->click();
        QTRY_VERIFY(!m_window->isVisible());
    }

    void closingAsksAboutRowsThatAreCaptured()
    {
        open(test::irisProject());
        m_window->capture().start({}, {});
        emit m_window->listener().linesCame({TimedLine{"5.1,3.5"}, TimedLine{"4.9,3.0"}});
        QCOMPARE(m_window->capture().rows(), std::size_t(2));
        QVERIFY(!m_window->close());
        auto* question = m_window->findChild<QMessageBox*>(QStringLiteral("captureQuestion"));
        QVERIFY(question);
        QCOMPARE(question->text(), QStringLiteral("2 captured rows are not kept anywhere yet."));
        question->findChild<QPushButton*>(QStringLiteral("showCapture"))->click();
        QVERIFY(m_window->findChild<QPushButton*>(QStringLiteral("captureStart"))->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_window->close());
        m_window->findChild<QPushButton*>(QStringLiteral("dropCapture"))->click();
        QTRY_VERIFY(!m_window->isVisible());
    }

    /// Undoing and doing something else leaves as many steps as there were when nobody was asked.
    void whatIsEditedWhileAFileIsReadStays()
    {
        const QString path = m_own->home.filePath(QStringLiteral("flowers.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(std::string(test::sample("iris").csv)));
        file.close();
        open(test::irisProject());
        Document& document = m_window->document();
        document.history().push(new ChangeNetworkDesign(document, {{{5}}}));
        document.markSaved(m_own->home.filePath(QStringLiteral("mine.broto")));
        QVERIFY(!document.modified());
        m_window->openFile(path);
        document.history().undo();
        document.history().push(new ChangeNetworkDesign(document, {{{7}}}));
        QTRY_COMPARE(document.messages().size(), std::size_t(1));
        QVERIFY(messageText(document.messages().front()).startsWith(QStringLiteral("flowers.csv was not opened")));
        QCOMPARE(document.project().design.hidden.front().units, 7);
    }

    /// To free a large table takes longer than the window may stand still.
    void whatIsReplacedIsFreedOnAnotherThread()
    {
        const QString path = m_own->home.filePath(QStringLiteral("flowers.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(std::string(test::sample("iris").csv)));
        file.close();
        std::atomic<bool> freed = false, here = false;
        {
            Project project = test::irisProject();
            const auto free = [&, thread = std::this_thread::get_id()](const Table* table) {
                here = std::this_thread::get_id() == thread;
                delete table;
                freed = true;
            };
            project.source->table = std::shared_ptr<const Table>(new Table(*project.source->table), free);
            open(std::move(project));
        }
        QTRY_VERIFY(m_window->document().datasetIsCurrent());
        m_window->openFile(path);
        QTRY_VERIFY(freed);
        QVERIFY(!here);
    }

    void savingWritesTheProject()
    {
        const QString path = m_own->home.filePath(QStringLiteral("mine.broto"));
        QVERIFY(saveProject(test::irisProject(), path.toStdString()));
        m_window->openFile(path);
        QTRY_COMPARE(m_window->document().filePath(), path);
        m_window->document().history().push(new ChangeNetworkDesign(m_window->document(), {{{5}}}));
        action(QStringLiteral("&Save"))->trigger();
        QTRY_VERIFY(!m_window->document().modified());
        const Result<Project> read = loadProject(path.toStdString());
        QVERIFY(read);
        QCOMPARE(read->design.hidden.front().units, 5);
    }

    void theWheelDoesNotChangeABoxThatItScrollsOver()
    {
        QComboBox box(m_window);
        box.addItems({QStringLiteral("one"), QStringLiteral("two")});
        box.show();
        QWheelEvent turn(QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&box, &turn);
        QCOMPARE(box.currentIndex(), 0);
        QVERIFY2(!turn.isAccepted(), "the page scrolls");
    }

    void theFocusGoesBackWhenAJobIsCancelled()
    {
        open(test::trainedIris());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        m_window->openStage(Stage::Compress);
        auto* start = m_window->findChild<QPushButton*>(QStringLiteral("compress"));
        for (const bool canBeUsed : {true, false}) {
            start->show();
            start->setFocus();
            QVERIFY(start->hasFocus());
            runUntilCancelled();
            start->setVisible(canBeUsed);
            auto* cancel = m_window->findChild<QPushButton*>(QStringLiteral("cancelJob"));
            QTest::mouseClick(cancel, Qt::LeftButton);
            QVERIFY(!cancel->isVisible());
            // What began it, or else what the page is for.
            QTRY_VERIFY2(canBeUsed ? start->hasFocus() : !start->hasFocus() && primary().hasFocus(),
                         qPrintable(qApp->focusWidget() ? qApp->focusWidget()->objectName() : QString()));
        }
    }

    void anotherProjectHasNoLastJob()
    {
        open(test::irisProject());
        runUntilCancelled();
        m_window->runner().cancel();
        auto* line = m_window->findChild<JobLine*>();
        QVERIFY2(line->text().contains(QStringLiteral("cancelled")), qPrintable(line->text()));
        m_window->document().replace({}, {});
        QCOMPARE(line->text(), QStringLiteral("Ready"));
    }

    void aMessageDoesNotMakeTheWindowGrow()
    {
        open(test::irisProject());
        QCoreApplication::processEvents();
        m_window->resize(m_window->minimumSizeHint());
        QCoreApplication::processEvents();
        const int before = m_window->height();
        m_window->document().report(
            Stage::Data, message("test.long", "Something is wrong, and it takes three lines to say what and what to do "
                                              "about it, in words of which there are many more than anybody reads."));
        QCoreApplication::processEvents();
        QCOMPARE(m_window->height(), before);
        QCOMPARE(m_window->minimumSizeHint().height(), before);
    }

    void recentProjectsComeBehindTheButtonThatOpensFiles()
    {
        const QString path = m_own->home.filePath(QStringLiteral("flowers.broto"));
        QVERIFY(saveProject(test::irisProject(), path.toStdString()));
        m_window->openFile(path);
        QTRY_COMPARE(m_own->settings.recentProjects(), QStringList(path));
        m_window->openWelcome();
        QCoreApplication::processEvents();
        QWidget* next = m_window->findChild<QPushButton*>(QStringLiteral("chooseFile"));
        do
            next = next->nextInFocusChain();
        while (!(next->focusPolicy() & Qt::TabFocus) || !next->isVisible());
        const auto* recent = qobject_cast<QPushButton*>(next);
        QVERIFY2(recent && recent->text().startsWith(QStringLiteral("flowers.broto")), qPrintable(next->objectName()));
    }

    void everyControlHasAName()
    {
        open(test::trainedIris());
        for (Stage stage : {Stage::Data, Stage::Network, Stage::Compress, Stage::Export, Stage::Device}) {
            m_window->openStage(stage);
            for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                if (!button || !button->isVisible() || button->inherits("QTableCornerButton") ||
                    button->objectName().startsWith(QStringLiteral("qt_")) || !button->text().isEmpty())
                    continue;
                QVERIFY2(!button->accessibleName().isEmpty() || !button->toolTip().isEmpty(),
                         qPrintable(button->objectName() + u' ' + QLatin1String(button->metaObject()->className())));
            }
        }
    }

private:
    void open(const Project& project)
    {
        m_window->document().replace(project, {});
        m_window->openStage(Stage::Data);
    }

    /// Long enough to be cancelled.
    void runUntilCancelled()
    {
        m_window->runner().start(
            JobKind::Compress, [](const RunControl& control) -> Result<bool> { return control.mayGoOn(); },
            [](const Result<bool>&) {});
        m_window->runner().pause();
    }

    QPushButton& primary()
    {
        auto* page =
            qobject_cast<StagePage*>(m_window->findChild<QStackedWidget*>(QStringLiteral("pages"))->currentWidget());
        return page->primaryButton();
    }

    StageButton& rail(Stage stage) { return m_window->findChild<StageRail*>()->button(stage); }

    QAction* action(const QString& text)
    {
        for (QAction* candidate : m_window->findChildren<QAction*>())
            if (candidate->text() == text)
                return candidate;
        qFatal("no action %s", qPrintable(text));
    }

    void drop(const QString& path)
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window, &event);
    }

    std::unique_ptr<test::OwnWindow> m_own;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"

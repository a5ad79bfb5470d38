// A lesson beside the pages: it opens its data, ticks what was done, hides what would lead astray, and is remembered.

#include "ui/commands/change_network_design.h"
#include "ui/fixtures.h"
#include "ui/own_window.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/stage_rail.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace broto;
using namespace broto::ui;

class LessonPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_own = std::make_unique<test::OwnWindow>();
        m_window = &m_own->window;
    }

    void cleanup() { m_own.reset(); }

    void theRailAndTheMenuOpenTheCourse()
    {
        QVERIFY(!panel().isVisible());
        rail().lessons().click();
        QVERIFY(panel().isVisible());
        QVERIFY(button("lesson_qat"));
        rail().lessons().click();
        QVERIFY(!panel().isVisible());
    }

    void aLessonIsFollowedToItsEnd()
    {
        rail().lessons().click();
        button("lesson_first-network")->click();
        QTRY_VERIFY(!m_window->document().empty());
        QCOMPARE(m_window->document().project().source->fileName, std::string("iris.csv"));
        QVERIFY(rail().button(Stage::Train).isVisibleTo(&rail()));
        QVERIFY2(!rail().button(Stage::Device).isVisibleTo(&rail()), "what would lead astray is not shown");
        QTRY_COMPARE(stepsDone(), 1);
        m_window->openStage(Stage::Network);
        QTRY_COMPARE(stepsDone(), 2);
        m_window->document().history().push(new ChangeNetworkDesign(m_window->document(), {{{8}}}));
        QTRY_COMPARE(stepsDone(), 3);
        QTRY_VERIFY(m_window->document().dataset());
        m_window->openStage(Stage::Train);
        m_window->findChild<QPushButton*>(QStringLiteral("trainOrPause"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(stepsDone(), 5, 20000);
        QCOMPARE(m_own->settings.finishedLessons(), QStringList(QStringLiteral("first-network")));
        QVERIFY2(rail().button(Stage::Device).isVisibleTo(&rail()), "nothing is hidden behind the last step");
        QVERIFY(button("nextLesson"));
        m_window->document().history().undo(); // what is done stays done
        QCOMPARE(stepsDone(), 5);
        button("allLessons")->click();
        QTRY_VERIFY(button("lesson_first-network"));
        QCOMPARE(button("lesson_first-network")->text(), QStringLiteral("Once more"));
    }

    void otherDataEndTheLesson()
    {
        m_window->findChild<QPushButton*>(QStringLiteral("tour"))->click();
        QTRY_VERIFY(panel().isVisible() && !button("lesson_tour"));
        m_window->document().history().setClean();
        m_window->findChild<QAbstractButton*>(QStringLiteral("sample_wine"))->click();
        QTRY_COMPARE(m_window->document().project().source->fileName, std::string("wine.csv"));
        QTRY_VERIFY(button("lesson_tour"));
    }

    void itSpeaksTheLanguageOfTheWindow()
    {
        rail().lessons().click();
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->text() == QStringLiteral("Português (Brasil)"))
                action->trigger();
        QTRY_COMPARE(button("lesson_qat")->text(), QStringLiteral("Começar"));
    }

private:
    StageRail& rail() { return *m_window->findChild<StageRail*>(); }
    LessonPanel& panel() { return *m_window->findChild<LessonPanel*>(); }

    QPushButton* button(const char* name) { return panel().findChild<QPushButton*>(QString::fromLatin1(name)); }

    /// As many ticks as there are.
    int stepsDone()
    {
        int done = 0;
        for (const QLabel* label : panel().findChildren<QLabel*>())
            done += label->pixmap().isNull() ? 0 : 1;
        return done;
    }

    std::unique_ptr<test::OwnWindow> m_own;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(LessonPanelTest)
#include "tst_lesson_panel.moc"

// The size of text, and that every page fits a small laptop and a projector at it.

#include "ui/fixtures.h"
#include "ui/own_window.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/stage_rail.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QScreen>
#include <QStackedWidget>
#include <QTest>

using namespace broto;
using namespace broto::ui;

namespace {
constexpr int titleBar = 36, frame = 2; ///< what a desktop draws around a window, at most
}

class TextSizeTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup()
    {
        m_own.reset();
        setTextScale(1);
    }

    void everyPageFits_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<Language::Choice>("language");
        for (const auto& [name, language] :
             {std::pair("English", Language::Choice::English), std::pair("Portuguese", Language::Choice::Portuguese)}) {
            QTest::addRow("%s on an old laptop", name) << 1.0 << QSize(1366, 768) << language;
            QTest::addRow("%s at 150 %%", name) << 1.5 << QSize(1920, 1080) << language;
        }
    }
    void everyPageFits()
    {
        QFETCH(double, scale);
        QFETCH(QSize, screen);
        QFETCH(Language::Choice, language);
        open(test::trainedIris(), scale, language);
        m_window->resize(screen - QSize(0, titleBar));
        auto* pages = m_window->findChild<QStackedWidget*>(QStringLiteral("pages"));
        for (const Stage stage : allStages) {
            m_window->openStage(stage);
            QCoreApplication::processEvents();
            const QSize least = pages->minimumSizeHint(), room = pages->parentWidget()->parentWidget()->size();
            QVERIFY2(least.width() <= room.width() && least.height() <= room.height(),
                     qPrintable(QStringLiteral("page %1 needs %2 x %3, and there are %4 x %5")
                                    .arg(static_cast<int>(stage))
                                    .arg(least.width())
                                    .arg(least.height())
                                    .arg(room.width())
                                    .arg(room.height())));
        }
    }

    void besideAPanelEveryPageFitsAnOldLaptop_data()
    {
        QTest::addColumn<Language::Choice>("language");
        QTest::newRow("English") << Language::Choice::English;
        QTest::newRow("Portuguese") << Language::Choice::Portuguese;
    }
    void besideAPanelEveryPageFitsAnOldLaptop()
    {
        QFETCH(Language::Choice, language);
        open(test::trainedIris(), 1, language);
        m_window->resize(QSize(1366, 768) - QSize(2 * frame, titleBar));
        m_window->findChild<StageRail*>()->lessons().click();
        auto* pages = m_window->findChild<QStackedWidget*>(QStringLiteral("pages"));
        QStringList wide;
        for (const Stage stage : allStages) {
            m_window->openStage(stage);
            QCoreApplication::processEvents();
            const int least = pages->currentWidget()->minimumSizeHint().width();
            const int room = pages->parentWidget()->parentWidget()->width();
            if (least > room)
                wide << QStringLiteral("%1 needs %2 of %3").arg(stageName(stage)).arg(least).arg(room);
        }
        QVERIFY2(wide.isEmpty(), qPrintable(wide.join(u'\n')));
    }

    void largeTextOnASmallScreenIsScrolled()
    {
        open(test::trainedIris(), 1.5);
        const QSize screen = m_window->screen()->availableSize(); // that of the test is smaller than any laptop's
        for (const Stage stage : allStages) {
            m_window->openStage(stage);
            QCoreApplication::processEvents();
            const QSize least = m_window->minimumSizeHint();
            QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(),
                     qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
        }
    }

    void textGrowsWhereItIsAndIsRemembered()
    {
        open(test::irisProject());
        auto* board = m_window->findChild<QComboBox*>(QStringLiteral("board"));
        auto* title = m_window->findChild<QLabel*>(QStringLiteral("pageTitle"));
        const auto sizes = [&] { return std::pair(board->font().pointSizeF(), title->font().pointSizeF()); };
        QCOMPARE(sizes(), std::pair(10.0, 16.0));
        press(Qt::Key_Plus);
        QCOMPARE(sizes(), std::pair(11.5, 16 * 1.15));
        QCOMPARE(m_own->settings.textScale(), 1.15);
        press(Qt::Key_0);
        QCOMPARE(sizes(), std::pair(10.0, 16.0));
        press(Qt::Key_Minus);
        QCOMPARE(sizes(), std::pair(9.0, 16 * 0.9));
        press(Qt::Key_Minus); // the smallest there is
        QCOMPARE(m_own->settings.textScale(), 0.9);
    }

private:
    void open(const Project& project, double scale = 1, Language::Choice language = Language::Choice::English)
    {
        m_own.reset();
        m_own = std::make_unique<test::OwnWindow>(scale, language);
        m_window = &m_own->window;
        m_window->document().replace(project, {});
        m_window->openStage(Stage::Data);
    }

    void press(Qt::Key key)
    {
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->shortcuts().contains(QKeySequence(Qt::CTRL | key)))
                action->trigger();
    }

    std::unique_ptr<test::OwnWindow> m_own;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TextSizeTest)
#include "tst_text_size.moc"

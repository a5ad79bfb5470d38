// Without a mouse: everything that can be pressed, chosen or typed into is reached with Tab, and the focus comes round.

#include "ui/fixtures.h"
#include "ui/own_window.h"
#include "ui/widgets/stage_names.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <set>

using namespace broto;
using namespace broto::ui;

namespace {

template<class... Kinds>
bool isOneOf(const QWidget* widget)
{
    return (qobject_cast<const Kinds*>(widget) || ...);
}

/// Whether a person would want to reach it by itself: not what is a part of something else, or has a key of its own.
bool isControl(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    const bool isPart = isOneOf<QComboBox, QAbstractSpinBox, QLineEdit, QTabBar, QMenuBar, QAbstractItemView>(parent) ||
                        widget->objectName().startsWith(QStringLiteral("qt_")) ||
                        qobject_cast<const QScrollBar*>(widget);
    return !isPart && isOneOf<QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QAbstractSlider,
                              QAbstractItemView, QTabBar, QPlainTextEdit>(widget);
}

QString described(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return QStringLiteral("%1 “%2” %3")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             button ? button->text() : widget->accessibleName());
}

}

class KeyboardTest : public QObject {
    Q_OBJECT

private slots:
    void tabReachesEverything_data()
    {
        QTest::addColumn<int>("stage");
        for (const Stage stage : allStages)
            QTest::newRow(qPrintable(stageName(stage))) << static_cast<int>(stage);
    }
    void tabReachesEverything()
    {
        QFETCH(int, stage);
        MainWindow& window = open();
        window.openStage(static_cast<Stage>(stage));
        QCoreApplication::processEvents();
        const std::set<const QWidget*> reached = walk(window);
        QStringList problems;
        int controls = 0;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !widget->isEnabled() || !isControl(widget))
                continue;
            ++controls;
            if (!isReached(widget, reached))
                problems << described(widget);
        }
        qInfo("%d controls, %zu stops", controls, reached.size());
        QVERIFY(controls > 6); // the rail and more
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    }

    void whatHasTheFocusShowsIt()
    {
        MainWindow& window = open();
        for (const Stage stage : allStages) {
            window.openStage(stage);
            QCoreApplication::processEvents();
            int compared = 0;
            for (const QWidget* widget : walk(window)) {
                auto* each = const_cast<QWidget*>(widget);
                const auto picture = [&] { return each->grab().toImage(); };
                each->clearFocus();
                const QImage without = picture();
                each->setFocus(Qt::TabFocusReason);
                if (qApp->focusWidget() != each)
                    continue;
                QVERIFY2(picture() != without, qPrintable(described(widget)));
                ++compared;
            }
            QVERIFY2(compared >= 10, qPrintable(QStringLiteral("%1 on %2").arg(compared).arg(stageName(stage))));
        }
    }

private:
    MainWindow& open()
    {
        m_own.reset();
        m_own = std::make_unique<test::OwnWindow>();
        m_window = &m_own->window;
        m_window->resize(1366, 740);
        m_window->show();
        m_window->document().replace(test::trainedIris(), {});
        m_window->activateWindow();
        QCoreApplication::processEvents();
        return *m_window;
    }

    /// All that has the focus, one Tab after the other, until it comes round.
    static std::set<const QWidget*> walk(MainWindow& window)
    {
        constexpr int most = 500;
        std::set<const QWidget*> reached;
        window.setFocus();
        for (int i = 0; i < most; ++i) {
            QTest::keyClick(qApp->focusWidget() ? qApp->focusWidget() : &window, Qt::Key_Tab);
            if (!qApp->focusWidget() || !reached.insert(qApp->focusWidget()).second)
                break;
        }
        return reached;
    }

    /// Of exclusive buttons, as of a tab bar, one takes Tab and the arrows go to the others.
    static bool isReached(const QWidget* widget, const std::set<const QWidget*>& reached)
    {
        if (reached.contains(widget) || (widget->focusProxy() && reached.contains(widget->focusProxy())))
            return true;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (!button || !(button->group() || button->autoExclusive()))
            return false;
        return std::ranges::any_of(reached, [&](const QWidget* other) {
            const auto* twin = qobject_cast<const QAbstractButton*>(other);
            return twin && (button->group() ? twin->group() == button->group()
                                            : twin->parentWidget() == button->parentWidget());
        });
    }

    std::unique_ptr<test::OwnWindow> m_own;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"

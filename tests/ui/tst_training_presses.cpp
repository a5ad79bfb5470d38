// Buttons of a training pressed at random, the window closed in the middle: what threads do to each other shows here,
// above all under the thread sanitizer. BROTO_PRESS_SECONDS and BROTO_PRESS_SEED make it last longer and differ.

#include "common/random.h"
#include "ui/fixtures.h"
#include "ui/main_window.h"
#include "ui/window_settings.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace broto;
using namespace broto::ui;

namespace {

constexpr int pressesPerWindow = 40;
constexpr int longestPauseMs = 60; ///< between two presses

/// One window, and a hand that presses what comes under it.
class Hand {
public:
    Hand(Random& random, WindowSettings& settings) : m_random(random), m_window(settings)
    {
        m_window.resize(1366, 768);
        m_window.show();
        // The larger of the two has epochs that a stop breaks off.
        m_window.document().replace(m_random.below(2) == 0 ? test::irisProject() : longProject(), {});
        m_window.openStage(Stage::Train);
    }

    void press()
    {
        static constexpr const char* buttons[] = {"trainOrPause",   "trainOrPause", "stepTraining", "stopTraining",
                                                  "cancelTraining", "goOn",         "slowTraining", "useRun",
                                                  "deleteRun",      "compress"};
        switch (m_random.below(8)) {
        case 0:
            turnView();
            break;
        case 1:
            selectRun();
            break;
        case 2:
            m_random.below(2) == 0 ? m_window.document().history().undo() : m_window.document().history().redo();
            break;
        case 3:
            m_window.openStage(m_random.below(3) == 0 ? Stage::Compress : Stage::Train);
            break;
        default:
            click(buttons[m_random.below(std::size(buttons))]);
        }
        QTest::qWait(static_cast<int>(m_random.below(longestPauseMs)));
        m_trained = m_trained || m_window.document().project().trained;
    }

    /// Closed as a person does, or gone at once as when the session ends.
    void close()
    {
        if (m_random.below(2) == 0 || m_window.close())
            return;
        if (auto* training = m_window.findChild<QMessageBox*>(QStringLiteral("trainingQuestion"))) {
            const bool keep = m_random.below(2) == 0;
            training->findChild<QPushButton*>(keep ? QStringLiteral("stopAndKeep") : QStringLiteral("stopAndDrop"))
                ->click();
            if (!QTest::qWaitFor([this] { return !m_window.isVisible() || unsavedQuestion(); }, 60'000))
                qFatal("the window neither closes nor asks");
        }
        if (m_window.isVisible())
            unsavedQuestion()->button(QMessageBox::Discard)->click();
    }

    QMessageBox* unsavedQuestion() const { return m_window.findChild<QMessageBox*>(QStringLiteral("unsavedQuestion")); }

    bool trained() const { return m_trained; }
    bool complete()
    {
        const Project& project = m_window.document().project();
        return !project.trained || !project.trained->history.empty();
    }

private:
    static Project longProject()
    {
        Random random(5);
        std::string csv = "a,b,c,d,kind\n";
        for (int row = 0; row < 6000; ++row) {
            const double level = row % 2 ? 1 : -1;
            for (int i = 0; i < 4; ++i)
                csv += std::to_string(level + random.normal()) + ',';
            csv += row % 2 ? "up\n" : "down\n";
        }
        Project project = test::projectOf(std::move(csv));
        project.design.hidden = {{64, Activation::Relu}, {64, Activation::Tanh}};
        return project;
    }

    void click(const char* name)
    {
        auto* button = m_window.findChild<QAbstractButton*>(QLatin1String(name));
        if (!button)
            qFatal("the window has no %s", name);
        if (button->isVisible())
            button->click(); // nothing where it is disabled
    }

    void turnView()
    {
        auto* tabs = m_window.findChild<QTabBar*>(QStringLiteral("runViews"));
        tabs->setCurrentIndex(static_cast<int>(m_random.below(static_cast<std::uint32_t>(tabs->count()))));
    }

    void selectRun()
    {
        auto* runs = m_window.findChild<QTableView*>(QStringLiteral("runs"));
        if (const int count = runs->model()->rowCount(); count > 0)
            runs->selectRow(static_cast<int>(m_random.below(static_cast<std::uint32_t>(count))));
    }

    Random& m_random;
    MainWindow m_window;
    bool m_trained = false;
};

}

class TrainingPressesTest : public QObject {
    Q_OBJECT

private slots:
    void nothingBreaksWhateverIsPressed()
    {
        bool given = false;
        const int seconds = qEnvironmentVariableIntValue("BROTO_PRESS_SECONDS", &given);
        const qint64 end = 1000 * (given ? seconds : 6);
        Random random(static_cast<std::uint64_t>(qEnvironmentVariableIntValue("BROTO_PRESS_SEED")));
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toLocal8Bit());
        WindowSettings settings(folder.filePath(QStringLiteral("settings.ini")));
        QElapsedTimer clock;
        clock.start();
        int windows = 0, presses = 0;
        bool trained = false;
        while (clock.elapsed() < end || !trained) {
            Hand hand(random, settings);
            const auto most = random.below(pressesPerWindow);
            for (std::uint32_t i = 0; i < most; ++i, ++presses) {
                hand.press();
                QVERIFY(hand.complete());
            }
            trained = trained || hand.trained();
            hand.close();
            ++windows;
        }
        qInfo("%d presses in %d windows", presses, windows);
    }
};

QTEST_MAIN(TrainingPressesTest)
#include "tst_training_presses.moc"

#include "common/fingerprint.h"
#include "common/random.h"
#include "journal.h"
#include "project/project_file.h"
#include "ui/main_menu.h"
#include "ui/main_window.h"
#include "ui/project_files.h"
#include "ui/window_settings.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QSpinBox>

#include <iterator>
#include <map>

using namespace broto;
using namespace broto::ui;

namespace {

/// A person who works fast: edits, undoes, trains and saves by the window's own controls, in an order that the seed
/// gives, until the program is killed. The seed of the training numbers the states of the project.
class Driver : public QObject {
public:
    Driver(MainWindow& window, const QString& folder, std::uint64_t seed, int firstState)
        : m_window(window),
          m_menu(*window.findChild<MainMenu*>()),
          m_files(*window.findChild<ProjectFiles*>()),
          m_journal(folder + QStringLiteral("/journal")),
          m_random(seed),
          m_state(firstState)
    {
        m_beat.callOnTimeout(this, &Driver::act);
        connect(&window.autosaver(), &Autosaver::written, this, &Driver::notePutAside);
        connect(&window.runner(), &JobRunner::finished, this, [this](JobKind kind) {
            if (kind == JobKind::Train)
                m_journal.add(JournalEntry::Kind::Trained, state());
        });
    }

    void begin()
    {
        noteState();
        m_beat.start(5);
    }

private:
    void act()
    {
        const auto chance = m_random.below(100);
        if (chance < 55)
            m_window.findChild<QSpinBox*>(QStringLiteral("trainingSeed"))->setValue(++m_state);
        else if (chance < 65)
            m_window.findChild<QSpinBox*>(QStringLiteral("units1"))->setValue(2 + static_cast<int>(m_random.below(9)));
        else if (chance < 72)
            chooseBoard();
        else if (chance < 80)
            m_menu.undo->trigger();
        else if (chance < 87)
            m_menu.redo->trigger();
        else if (chance < 95)
            m_menu.stop->trigger();
        else if (chance < 99)
            train();
        else
            save();
        noteState();
        m_beat.setInterval(1 + static_cast<int>(m_random.below(15)));
    }

    void chooseBoard()
    {
        auto* board = m_window.findChild<QComboBox*>(QStringLiteral("board"));
        const int index = static_cast<int>(m_random.below(static_cast<std::uint32_t>(board->count())));
        board->setCurrentIndex(index);
        emit board->activated(index);
    }

    void train()
    {
        if (m_menu.train->isEnabled())
            m_journal.add(JournalEntry::Kind::Training, state());
        m_menu.train->trigger();
    }

    void save()
    {
        if (m_files.saving())
            return;
        const Result<std::string> bytes = projectBytes(m_window.document().project());
        if (!bytes)
            qFatal("%s", inEnglish(bytes.error()).c_str());
        const std::uint64_t fingerprint = fileFingerprint(*bytes);
        m_journal.add(JournalEntry::Kind::Saving, fingerprint);
        m_menu.save->trigger();
        connect(
            &m_files, &ProjectFiles::saved, this,
            [this, fingerprint] { m_journal.add(JournalEntry::Kind::Saved, fingerprint); }, Qt::SingleShotConnection);
    }

    std::uint64_t state() const { return m_window.document().project().training.seed; }
    void noteState()
    {
        m_ordinals[m_window.document().revision()] = ++m_noted;
        m_journal.add(JournalEntry::Kind::State, state());
    }

    void notePutAside(std::uint64_t revision)
    {
        const auto after = m_ordinals.upper_bound(revision);
        if (after != m_ordinals.begin())
            m_journal.add(JournalEntry::Kind::PutAside, std::prev(after)->second);
    }

    MainWindow& m_window;
    MainMenu& m_menu;
    ProjectFiles& m_files;
    JournalWriter m_journal;
    Random m_random;
    int m_state;
    std::uint64_t m_noted = 0;
    std::map<std::uint64_t, std::uint64_t> m_ordinals; ///< of what was noted, by the revision
    QTimer m_beat;
};

}

/// driven_window FOLDER SEED FIRST-STATE AUTOSAVE-MS: opens FOLDER/work.broto and works on it.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 5)
        qFatal("driven_window FOLDER SEED FIRST-STATE AUTOSAVE-MS");
    const QString folder = arguments[1];
    WindowSettings settings(folder + QStringLiteral("/settings.ini"));
    MainWindow window(settings);
    window.autosaver().setInterval(std::chrono::milliseconds(arguments[4].toInt()));
    window.show();
    Driver driver(window, folder, arguments[2].toULongLong(), arguments[3].toInt());
    QObject::connect(&window.document(), &Document::projectReplaced, &driver, &Driver::begin, Qt::QueuedConnection);
    window.openFile(folder + QStringLiteral("/work.broto"));
    return QApplication::exec();
}

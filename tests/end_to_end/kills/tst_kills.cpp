#include "common/fingerprint.h"
#include "common/random.h"
#include "journal.h"
#include "platform/file.h"
#include "project/project_file.h"
#include "ui/fixtures.h"
#include "ui/main_window.h"
#include "ui/own_folders.h"
#include "ui/pages/welcome_page.h"
#include "ui/recovery.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/recovery_list.h"
#include "ui/window_settings.h"

#include <QDateTime>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace broto;
using namespace broto::ui;

namespace {

/// Instead of 30 s, so that a kill often comes after several.
constexpr int autosaveMs = 200;

int wantedKills()
{
    return qEnvironmentVariableIsSet("BROTO_KILLS") ? qEnvironmentVariableIntValue("BROTO_KILLS") : 6;
}

}

/// A window at work is killed at random moments. Each time the next one opens, offers what was there, and only edits
/// since the last autosave are lost, however busy the computer is; the project's file is always one of those that were
/// saved.
class KillsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(test::useFoldersIn(m_folder));
        Project project = test::trainedIris();
        project.training.epochs = 100'000; // until it is stopped
        project.training.seed = 1;
        QVERIFY(saveProject(project, file()));
        const bool given = qEnvironmentVariableIsSet("BROTO_KILL_SEED");
        m_seed =
            given ? qEnvironmentVariable("BROTO_KILL_SEED").toULongLong() : QRandomGenerator::global()->generate64();
        qInfo("BROTO_KILL_SEED=%llu", static_cast<unsigned long long>(m_seed));
    }

    void nothingIsLost_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 1; number <= wantedKills(); ++number)
            QTest::addRow("kill %d", number) << number;
    }

    void nothingIsLost()
    {
        QFETCH(int, number);
        Random random(m_seed + static_cast<std::uint64_t>(number));
        const std::uint64_t fileBefore = fingerprintOfFile();
        QFile::remove(journal());
        const int patienceMs = 100 + static_cast<int>(random.below(2200));
        killAfter(patienceMs, random.next());
        const std::vector<JournalEntry> entries = readJournal(journal());
        QVERIFY2(!entries.empty(), "the window did nothing");
        const qint64 killed = QDateTime::currentMSecsSinceEpoch();

        // The file: what was saved last, or what was being saved.
        const std::set<std::uint64_t> files = filesThatMayBe(entries, fileBefore);
        QVERIFY2(files.contains(fingerprintOfFile()), "the project's file is none that was saved");
        const Result<Project> saved = loadProject(file());
        QVERIFY2(saved, saved ? "" : inEnglish(saved.error()).c_str());

        // The next start.
        std::vector<std::uint64_t> found = {saved->training.seed};
        if (const std::optional<std::uint64_t> recovered = openWhatWasThere())
            found.push_back(*recovered);
        const std::set<std::uint64_t> late = statesFrom(entries, lastPutAside(entries));
        const bool kept = std::ranges::any_of(found, [&](std::uint64_t state) { return late.contains(state); });
        QVERIFY2(kept, qPrintable(QStringLiteral("state %1 was there, %2 was found, of %3 ms before")
                                      .arg(qulonglong(entries.back().number))
                                      .arg(qulonglong(found.back()))
                                      .arg(lostMs(entries, found, killed))));
        for (const JournalEntry& entry : entries)
            m_states = std::max<std::uint64_t>(m_states, entry.kind == JournalEntry::Kind::State ? entry.number : 0);
        m_inTraining += lastOf(entries, JournalEntry::Kind::Training, JournalEntry::Kind::Trained);
        m_inSaving += lastOf(entries, JournalEntry::Kind::Saving, JournalEntry::Kind::Saved);
        m_lost.push_back(lostMs(entries, found, killed));
    }

    void cleanupTestCase()
    {
        if (m_lost.empty())
            return;
        qInfo("%zu kills, %d while training, %d while saving, %d with something to recover; at most %lld ms of edits "
              "lost",
              m_lost.size(), m_inTraining, m_inSaving, m_offers,
              static_cast<long long>(*std::ranges::max_element(m_lost)));
        QVERIFY2(m_offers > 0, "nothing was ever recovered");
        // What a kill leaves of a file half written goes with the next save.
        QVERIFY(saveProject(test::irisProject(), file()));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral(".broto-*")}, QDir::Files | QDir::Hidden).isEmpty());
    }

private:
    std::string file() const { return m_folder.filePath(QStringLiteral("work.broto")).toStdString(); }
    QString journal() const { return m_folder.filePath(QStringLiteral("journal")); }
    std::uint64_t fingerprintOfFile() const { return fileFingerprint(readFile(file()).value()); }

    /// Starts a window, lets it work for that long from its first edit, and kills it.
    void killAfter(int ms, std::uint64_t seed)
    {
        QProcess window;
        window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        window.start(QStringLiteral(BROTO_DRIVEN_WINDOW),
                     {m_folder.path(), QString::number(qulonglong(seed)), QString::number(qulonglong(m_states)),
                      QString::number(autosaveMs)});
        QVERIFY(window.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!readJournal(journal()).empty(), 60'000);
        window.waitForFinished(ms); // which it does not: this is the moment
        QCOMPARE(window.state(), QProcess::Running);
        window.kill();
        QVERIFY(window.waitForFinished());
        QCOMPARE(window.exitStatus(), QProcess::CrashExit);
    }

    static std::set<std::uint64_t> filesThatMayBe(const std::vector<JournalEntry>& entries, std::uint64_t before)
    {
        std::set<std::uint64_t> files = {before};
        for (const JournalEntry& entry : entries) {
            if (entry.kind == JournalEntry::Kind::Saved)
                files = {entry.number};
            else if (entry.kind == JournalEntry::Kind::Saving)
                files.insert(entry.number);
        }
        return files;
    }

    /// Which of the states was put aside last; 0: none was.
    static std::uint64_t lastPutAside(const std::vector<JournalEntry>& entries)
    {
        std::uint64_t ordinal = 0;
        for (const JournalEntry& entry : entries)
            if (entry.kind == JournalEntry::Kind::PutAside)
                ordinal = std::max(ordinal, entry.number);
        return ordinal;
    }

    /// That one and those that followed; the last edit may not have reached the journal.
    std::set<std::uint64_t> statesFrom(const std::vector<JournalEntry>& entries, std::uint64_t first) const
    {
        std::set<std::uint64_t> states;
        std::uint64_t highest = m_states, ordinal = 0;
        for (const JournalEntry& entry : entries) {
            if (entry.kind != JournalEntry::Kind::State)
                continue;
            highest = std::max(highest, entry.number);
            if (++ordinal >= first)
                states.insert(entry.number);
        }
        states.insert(highest + 1);
        return states;
    }

    /// Whether the first was going on when the journal ended.
    static bool lastOf(const std::vector<JournalEntry>& entries, JournalEntry::Kind begin, JournalEntry::Kind end)
    {
        bool going = false;
        for (const JournalEntry& entry : entries)
            going = entry.kind == begin || (going && entry.kind != end);
        return going;
    }

    /// How long before the kill the project was last in a state that was found.
    static qint64 lostMs(const std::vector<JournalEntry>& entries, const std::vector<std::uint64_t>& found,
                         qint64 killed)
    {
        qint64 until = killed;
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            if (entry->kind != JournalEntry::Kind::State)
                continue;
            if (std::ranges::find(found, entry->number) != found.end())
                return killed - until;
            until = entry->ms;
        }
        return killed - entries.front().ms;
    }

    /// As a person does at the next start. Nothing: there was nothing that had not been saved.
    std::optional<std::uint64_t> openWhatWasThere()
    {
        WindowSettings settings(m_folder.filePath(QStringLiteral("settings.ini")));
        settings.setLanguage(Language::Choice::English);
        MainWindow window(settings);
        window.show();
        auto& left = window.findChild<WelcomePage*>()->left();
        bool searched = false;
        connect(window.findChild<Recovery*>(), &Recovery::searched, this, [&] { searched = true; });
        if (!QTest::qWaitFor([&] { return searched; }, 30'000))
            qFatal("the window does not look for what was left");
        auto* open = left.findChild<QPushButton*>(QStringLiteral("answer0"));
        if (!open)
            return {};
        ++m_offers;
        open->click();
        if (!QTest::qWaitFor([&] { return !window.document().empty(); }, 30'000))
            qFatal("what was left does not open: %s", qPrintable(window.findChild<WelcomePage*>()->messages().text()));
        if (!window.document().modified() || window.document().filePath().toStdString() != file())
            qFatal("what was left is not the project with its changes");
        const std::uint64_t state = window.document().project().training.seed;
        window.close();
        window.findChild<QMessageBox*>(QStringLiteral("unsavedQuestion"))->button(QMessageBox::Discard)->click();
        if (!QTest::qWaitFor([&] { return !window.isVisible(); }))
            qFatal("the window does not close");
        return state;
    }

    QTemporaryDir m_folder;
    quint64 m_seed = 0;
    std::uint64_t m_states = 1; ///< the highest there has been
    int m_offers = 0;
    int m_inTraining = 0;
    int m_inSaving = 0;
    std::vector<qint64> m_lost;
};

QTEST_MAIN(KillsTest)
#include "tst_kills.moc"

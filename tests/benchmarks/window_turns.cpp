// How long the window keeps a person waiting: CPU time of every turn of the event loop while a CSV of a million rows
// and 12 columns loads, and of showing rows anywhere in it; while a large network learns, with each view of it open;
// and while its code is made, read and searched; and while a virtual Uno is flashed, asked and listened to.
// `window_turns table`, `training`, `export` and `device` measure one of them.

#include "common/random.h"
#include "ui/jobs/training_job.h"
#include "ui/main_window.h"
#include "ui/own_folders.h"
#include "ui/pages/data_views.h"
#include "ui/pages/device_page.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/format_card.h"
#include "ui/widgets/format_list.h"
#include "ui/widgets/table_view.h"
#include "ui/window_settings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using namespace broto;
using namespace broto::ui;

namespace {

constexpr int rows = 1'000'000;
constexpr int numbers = 9;
constexpr int pulseMs = 50;
constexpr int quietMs = 4000; ///< long enough for a job in the background
constexpr int busyMs = 5000;
constexpr int stops = 25;

constexpr int learnedRows = 20'000; ///< T3: 128-64-64-12
constexpr int learnedFeatures = 128;
constexpr int learnedClasses = 12;

/// A time, nine numbers that wander as a sensor's do, a category and a class: 95 MB.
bool writeLargeTable(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const char* rooms[] = {"attic", "cellar", "hall", "kitchen"};
    const char* classes[] = {"empty", "full", "half"};
    Random random(1);
    double values[numbers] = {};
    std::string text = "when,";
    for (int i = 0; i < numbers; ++i)
        text += "x" + std::to_string(i) + " (V),";
    text += "room,class\n";
    for (int row = 0; row < rows; ++row) {
        char part[64];
        std::snprintf(part, sizeof part, "2015-%02d-%02d %02d:%02d:%02d,", 1 + row / 86400 / 28 % 12,
                      1 + row / 86400 % 28, row / 3600 % 24, row / 60 % 60, row % 60);
        text += part;
        for (double& value : values) {
            value += 0.1 * (20 - value) + random.normal();
            std::snprintf(part, sizeof part, "%.4f,", value);
            text += part;
        }
        text += std::string(rooms[random.below(4)]) + ',' + classes[random.below(3)] + '\n';
        if (text.size() > 1'000'000 || row == rows - 1) {
            file.write(text.data(), static_cast<qint64>(text.size()));
            text.clear();
        }
    }
    return file.flush();
}

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

void report(const char* what, std::vector<double> turns, qint64 elapsedMs)
{
    std::sort(turns.begin(), turns.end());
    std::printf("%-34s %6zu turns in %5.1f s: worst %6.1f ms, median %6.3f ms of CPU time\n", what, turns.size(),
                static_cast<double>(elapsedMs) / 1000, turns.back(), turns[turns.size() / 2]);
}

/// Turns the event loop until `done`, and then until nothing has happened for a while.
template<class Done>
void turn(const char* what, Done done)
{
    std::vector<double> turns;
    QTimer pulse; // the loop wakes up even if nothing happens
    pulse.start(pulseMs);
    QElapsedTimer all, still;
    all.start();
    still.start();
    while (still.elapsed() < quietMs && all.elapsed() < 300'000) {
        const double before = cpuMs();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        turns.push_back(cpuMs() - before);
        if (!done() || turns.back() > 1)
            still.restart();
    }
    report(what, std::move(turns), all.elapsed());
}

/// Turns the event loop until `done`, on a page that looks around all the time.
template<class Done>
void turnUntil(const char* what, Done done)
{
    std::vector<double> turns;
    QTimer pulse;
    pulse.start(pulseMs);
    QElapsedTimer all;
    all.start();
    while (!done() && all.elapsed() < 60'000) {
        const double before = cpuMs();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        turns.push_back(cpuMs() - before);
    }
    report(what, std::move(turns), all.elapsed());
}

/// Turns the event loop for a while in which there is always something to do.
void turnBusily(const char* what)
{
    std::vector<double> turns;
    QElapsedTimer all;
    all.start();
    while (all.elapsed() < busyMs) {
        const double before = cpuMs();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        turns.push_back(cpuMs() - before);
    }
    report(what, std::move(turns), all.elapsed());
}

/// Scrolls to rows anywhere and paints them at once.
void scroll(const char* what, QTableView& view)
{
    Random random(2);
    std::vector<double> times;
    for (int i = 0; i < 300; ++i) {
        const auto row = static_cast<int>(random.below(static_cast<std::uint32_t>(view.model()->rowCount())));
        QElapsedTimer timer;
        timer.start();
        view.scrollTo(view.model()->index(row, 0), QAbstractItemView::PositionAtTop);
        view.repaint();
        view.viewport()->repaint();
        view.verticalHeader()->viewport()->repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s %6d rows: median %6.2f ms, worst %6.2f ms\n", what, view.model()->rowCount(),
                times[times.size() / 2], times.back());
}

/// Clouds of points around a centre a class.
bool writeLearnedTable(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    Random random(3);
    std::vector<double> centres(learnedClasses * learnedFeatures);
    for (double& value : centres)
        value = 0.5 * random.normal();
    std::string text;
    for (int i = 0; i < learnedFeatures; ++i)
        text += "x" + std::to_string(i) + ",";
    text += "class\n";
    for (int row = 0; row < learnedRows; ++row) {
        const int label = row % learnedClasses;
        for (int i = 0; i < learnedFeatures; ++i) {
            char part[32];
            const double centre = centres[static_cast<std::size_t>(label * learnedFeatures + i)];
            std::snprintf(part, sizeof part, "%.4f,", centre + random.normal());
            text += part;
        }
        text += std::string("c") + static_cast<char>('a' + label) + '\n';
    }
    return file.write(text.data(), static_cast<qint64>(text.size())) >= 0 && file.flush();
}

/// From Stop until the run is the project's, whenever in an epoch it is pressed. A training is under way.
void measureStops(MainWindow& window)
{
    Random random(4);
    std::vector<double> times;
    for (int i = 0; i < stops; ++i) {
        const auto before = window.document().project().trained;
        QElapsedTimer timer;
        timer.start();
        window.findChild<QPushButton*>(QStringLiteral("stopTraining"))->click();
        while (window.document().project().trained == before && timer.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        while (window.document().project().variants.empty() && timer.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        window.findChild<QPushButton*>(QStringLiteral("trainOrPause"))->click();
        const auto trainingMs = 200 + random.below(200);
        for (timer.restart(); timer.elapsed() < trainingMs;)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    window.findChild<QPushButton*>(QStringLiteral("cancelTraining"))->click();
    std::sort(times.begin(), times.end());
    std::printf("%-34s %6d stops: median %6.1f ms, worst %6.1f ms until the run is there\n", "stopping a training",
                stops, times[times.size() / 2], times.back());
}

void measureTraining(MainWindow& window, const QString& path)
{
    window.openFile(path);
    turn("loading 20,000 x 129", [&] { return window.document().datasetIsCurrent(); });
    window.document().setDesign({{{64}, {64}}});
    TrainingSettings settings = window.document().project().training;
    settings.epochs = mostEpochs;
    window.document().setTrainingSettings(settings);
    window.openStage(Stage::Train);
    window.findChild<QPushButton*>(QStringLiteral("trainOrPause"))->click();
    auto& tabs = *window.findChild<QTabBar*>(QStringLiteral("runViews"));
    for (int tab = 0; tab < tabs.count(); ++tab) {
        if (!tabs.isTabVisible(tab))
            continue;
        tabs.setCurrentIndex(tab);
        turnBusily(qPrintable(QStringLiteral("training, ") + tabs.tabText(tab)));
    }
    measureStops(window);
    turn("after the training", [&] { return !window.document().project().variants.empty(); });
}

void measureExport(MainWindow& window, const QString& path)
{
    window.openFile(path);
    turn("loading 20,000 x 129", [&] { return window.document().datasetIsCurrent(); });
    window.document().setDesign({{{64}, {64}}});
    TrainingSettings once = window.document().project().training;
    once.epochs = 1;
    window.document().setTrainingSettings(once);
    window.openStage(Stage::Train);
    window.findChild<QPushButton*>(QStringLiteral("trainOrPause"))->click();
    turn("an epoch and its variants", [&] { return !window.document().project().variants.empty(); });
    auto& code = *window.findChild<CodeView*>(QStringLiteral("code"));
    auto& save = *window.findChild<QPushButton*>(QStringLiteral("saveFiles"));
    const auto measure = [&](const QString& what, const std::function<void()>& act) {
        QTimer::singleShot(0, &window, act);
        turn(qPrintable(what), [&] { return save.isEnabled(); });
    };
    measure(QStringLiteral("opening Export, int8"), [&] { window.openStage(Stage::Export); });
    measure(QStringLiteral("the float variant"), [&] { window.document().chooseVariant("float"); });
    auto& formats = *window.findChild<FormatList*>(QStringLiteral("formats"));
    for (int format = 0; format < formats.count(); ++format)
        measure(formats.card(format).text(), [&formats, format] { formats.choose(format); });
    measure(QStringLiteral("the C++ header again"), [&] { formats.choose(0); });
    auto& field = *window.findChild<QLineEdit*>(QStringLiteral("findInCode"));
    measure(QStringLiteral("finding what is everywhere"), [&] { field.setText(QStringLiteral("1")); });
    measure(QStringLiteral("unfolding a list"), [&] {
        const auto& folds = code.folds();
        const auto longest = std::ranges::max_element(folds, {}, &CodeFold::hidden);
        code.toggleFold(longest->first);
    });
    measure(QStringLiteral("unfolding all"), [&] { code.setAllFolded(false); });
}

void openView(MainWindow& window, const char* name)
{
    auto& views = *window.findChild<QTabBar*>(QStringLiteral("deviceViews"));
    for (int view = 0; view < views.count(); ++view)
        if (views.tabText(view) == QLatin1String(name))
            views.setCurrentIndex(view);
}

void measureDevice(MainWindow& window)
{
    window.document().replace({}, {}); // nothing that would be asked about
    window.findChild<QAbstractButton*>(QStringLiteral("sample_obd-emissions"))->click();
    turn("loading a sample", [&] { return window.document().datasetIsCurrent(); });
    window.openStage(Stage::Train);
    window.findChild<QPushButton*>(QStringLiteral("trainOrPause"))->click();
    turn("training it", [&] { return !window.document().project().variants.empty(); });
    window.openStage(Stage::Device);
    auto& page = *window.findChild<DevicePage*>();
    bool started = false;
    QObject::connect(&window.device(), &DeviceJob::virtualBoardStarted, &window, [&started] { started = true; });
    window.device().startVirtualBoard();
    turnUntil("starting a virtual Uno", [&] { return started; });
    page.primaryButton().click();
    turnUntil("building, flashing and checking", [&] { return window.document().boardSession().check != nullptr; });
    openView(window, "Ask");
    window.findChild<QTabBar*>(QStringLiteral("questionSources"))->setCurrentIndex(1);
    window.findChild<QPushButton*>(QStringLiteral("streamRows"))->click();
    turnBusily("streaming test rows");
    window.findChild<QPushButton*>(QStringLiteral("connect"))->click();
    openView(window, "Monitor");
    window.findChild<QPushButton*>(QStringLiteral("listen"))->click();
    turnBusily("listening");
}

void measureTable(MainWindow& window, const QString& path)
{
    window.openFile(path);
    turn("loading 1,000,000 x 12", [&] { return window.document().datasetIsCurrent(); });
    auto& views = *window.findChild<DataViews*>();
    auto& table = *window.findChild<TableView*>();
    auto& grid = *window.findChild<QTableView*>(QStringLiteral("table"));
    auto& filter = *window.findChild<QLineEdit*>(QStringLiteral("filter"));
    const auto nothingElse = [] { return true; };
    scroll("scrolling in the file's order", grid);
    views.selectColumn(3);
    turn("selecting a column", nothingElse);
    table.sortBy({3, SortDirection::Descending});
    turn("sorting by a column", nothingElse);
    scroll("scrolling as sorted", grid);
    filter.setText(QStringLiteral("x2 > 20 & kitchen"));
    emit filter.returnPressed();
    turn("filtering and sorting", nothingElse);
    scroll("scrolling as filtered and sorted", grid);
    const std::pair<DataViews::View, const char*> others[] = {{DataViews::View::Distribution, "distribution"},
                                                              {DataViews::View::Scatter, "scatter plot"},
                                                              {DataViews::View::Correlation, "correlations"},
                                                              {DataViews::View::Time, "line over time"}};
    for (const auto& [view, name] : others) {
        views.open(view);
        turn(name, nothingElse);
    }
    window.openFile(path);
    turn("loading it once more", [&] { return window.document().datasetIsCurrent(); });
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    if (!test::useFoldersIn(folder))
        return 1;
    const QString wanted = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const bool wantsTable = wanted.isEmpty() || wanted == u"table";
    const QString path = folder.filePath(QStringLiteral("large.csv"));
    const QString learnedPath = folder.filePath(QStringLiteral("learned.csv"));
    if (!writeLearnedTable(learnedPath) || (wantsTable && !writeLargeTable(path))) {
        std::fprintf(stderr, "cannot write into %s\n", qPrintable(folder.path()));
        return 1;
    }
    WindowSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    settings.setLanguage(Language::Choice::English);
    MainWindow window(settings);
    window.resize(1366, 768);
    window.show();
    turn("showing the window", [] { return true; });
    if (wantsTable)
        measureTable(window, path);
    if (wanted.isEmpty() || wanted == u"training")
        measureTraining(window, learnedPath);
    if (wanted.isEmpty() || wanted == u"export")
        measureExport(window, learnedPath);
    if (wanted.isEmpty() || wanted == u"device")
        measureDevice(window);
    return 0;
}

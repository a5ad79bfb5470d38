// How long the window keeps a person waiting with a large table: CPU time of every turn of the event loop while a CSV
// of a million rows and 12 columns loads, and of showing rows anywhere in it.

#include "common/random.h"
#include "ui/main_window.h"
#include "ui/pages/data_views.h"
#include "ui/widgets/table_view.h"
#include "ui/window_settings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

using namespace broto;
using namespace broto::ui;

namespace {

constexpr int rows = 1'000'000;
constexpr int numbers = 9;
constexpr int pulseMs = 50;
constexpr int quietMs = 4000; ///< long enough for a job in the background

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
    std::sort(turns.begin(), turns.end());
    std::printf("%-34s %6zu turns in %5.1f s: worst %6.1f ms, median %6.3f ms of CPU time\n", what, turns.size(),
                static_cast<double>(all.elapsed()) / 1000, turns.back(), turns[turns.size() / 2]);
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

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.csv"));
    if (!writeLargeTable(path)) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        return 1;
    }
    WindowSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings);
    window.show();
    turn("showing the window", [] { return true; });
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
    return 0;
}

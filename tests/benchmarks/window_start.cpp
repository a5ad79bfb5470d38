// What it costs to start: the processor's time until the window can be used, and the memory then and with a sample
// open, trained and compressed. For a true window give it a display; without one it is measured off the screen.

#include "ui/main_window.h"
#include "ui/own_folders.h"
#include "ui/widgets/stage_names.h"
#include "ui/window_settings.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

using namespace broto;
using namespace broto::ui;

namespace {

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Of this program, in MB.
double residentMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (double kib = 0; word == "VmRSS:" && status >> kib)
            return kib * 1024 / 1e6;
    return 0;
}

template<class Done>
void turnUntil(Done done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
}

void settle()
{
    for (int quiet = 0; quiet < 10; ++quiet)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    if (!test::useFoldersIn(folder))
        return 1;
    WindowSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings);
    window.show();
    settle();
    std::printf("started after %.2f s of processor time, %.0f MB\n", processorSeconds(), residentMemory());
    window.findChild<QAbstractButton*>(QStringLiteral("sample_iris"))->click();
    turnUntil([&] { return window.document().datasetIsCurrent(); });
    settle();
    std::printf("iris is open: %.0f MB\n", residentMemory());
    window.openStage(Stage::Train);
    window.findChild<QPushButton*>(QStringLiteral("trainOrPause"))->click();
    turnUntil([&] { return !window.document().project().variants.empty(); });
    for (const Stage stage : allStages) {
        window.openStage(stage);
        settle();
    }
    std::printf("trained, and every page seen: %.0f MB\n", residentMemory());
    return 0;
}

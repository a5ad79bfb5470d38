// How long a frame of each live plot takes: five curves of 10,000 points, of which a few are new. The processor's time
// from new numbers to the painted picture, on a screen or off it.

#include "common/random.h"
#include "device/line_history.h"
#include "ui/widgets/live_plot.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/training_curves.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using namespace broto;
using namespace broto::ui;

namespace {

constexpr int points = 10'000, curves = 5, frames = 200;
constexpr QSize plotSize(1000, 500);

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

/// Plots are drawn in the next turn of the event loop, and the window is painted in the one after it.
void paint()
{
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::processEvents();
}

void measure(const char* name, QWidget& widget, const std::function<void(int frame)>& change)
{
    widget.resize(plotSize);
    widget.show();
    paint();
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        const double before = cpuMs();
        change(frame);
        paint();
        times.push_back(cpuMs() - before);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-16s median %5.2f ms, worst of %d %6.2f ms\n", name, times[times.size() / 2], frames, times.back());
}

EpochRecord record(int epoch, Random& random)
{
    const auto noise = [&] { return static_cast<float>(0.02 * random.normal()); };
    const auto falling = static_cast<float>(std::exp(-epoch / 2000.0));
    EpochRecord record;
    record.epoch = epoch;
    record.trainingLoss = 0.1f + falling + noise();
    record.validationLoss = 0.2f + falling + noise();
    record.trainingMetric = 1 - record.trainingLoss / 2;
    record.validationMetric = 1 - record.validationLoss / 2;
    return record;
}

std::vector<EpochRecord> records(int count, Random& random)
{
    std::vector<EpochRecord> all;
    for (int epoch = 1; epoch <= count; ++epoch)
        all.push_back(record(epoch, random));
    return all;
}

/// The run that learns, with its two curves a plot, before three others.
void measureCurves()
{
    Random random(1);
    TrainingCurves view;
    std::vector<std::shared_ptr<const TrainedNetwork>> others;
    for (int i = 0; i < curves - 2; ++i) {
        TrainedNetwork other;
        other.number = i + 2;
        other.history = records(points, random);
        others.push_back(std::make_shared<const TrainedNetwork>(std::move(other)));
    }
    view.setData(Task::Classification, true);
    view.setOthers(others);
    view.begin(records(points, random));
    int epoch = points;
    measure("training curves", view, [&](int) {
        std::vector<EpochRecord> more;
        for (int i = 0; i < 100; ++i)
            more.push_back(record(++epoch, random));
        view.add(more);
    });
}

void measurePlotter()
{
    Random random(2);
    LineHistory history;
    int line = 0;
    const auto read = [&] {
        std::string text;
        for (int channel = 0; channel < curves; ++channel)
            text += (channel ? "," : "") + std::to_string(std::sin(line / 300.0 + channel) + 0.1 * random.normal());
        history.add(text, 0.002 * ++line);
    };
    for (int i = 0; i < points; ++i)
        read();
    LivePlot view;
    measure("plotter", view, [&](int) {
        for (int i = 0; i < 17; ++i) // 500 lines a second at 30 frames
            read();
        view.show(history.stretch(0, view.stepsAcross(), LivePlot::mostLines), {});
    });
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application, Theme::Light);
    measureCurves();
    measurePlotter();
    return 0;
}

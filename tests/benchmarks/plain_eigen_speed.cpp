// CPU time per sample of the plain Eigen trainer. Built twice, plain_eigen_speed for every processor of the family and
// plain_eigen_speed_avx2, and as programs of their own: in one program the linker would give one's templates to the
// other. Prints a line a task: its name, nanoseconds, and the mean loss of the last epoch.

#include "common/random.h"
#include "plain_eigen_trainer.h"
#include "training_tasks.h"

#include <cstdio>

using namespace broto;

namespace {

struct Run {
    double nanosecondsPerSample;
    double loss;
};

Run timedRun(const SpeedTask& task, const SpeedRows& data)
{
    PlainEigenTrainer trainer(task.widths, speedBatch, task.classes, 7);
    Random random(1);
    std::vector<std::uint32_t> order(static_cast<std::size_t>(task.rows));
    std::iota(order.begin(), order.end(), 0u);
    double begin = 0, loss = 0;
    for (int epoch = 0; epoch <= task.epochs; ++epoch) {
        if (epoch == 1)
            begin = cpuNanoseconds(); // the first has filled the caches
        random.shuffle(std::span(order));
        loss = 0;
        for (std::size_t row = 0; row < order.size(); row += speedBatch) {
            const std::size_t rows = std::min<std::size_t>(speedBatch, order.size() - row);
            loss += trainer.step({order.data() + row, rows}, data.inputs.data(), data.labels.data(), data.values.data(),
                                 static_cast<float>(speedLearningRate));
        }
    }
    return {(cpuNanoseconds() - begin) / (static_cast<double>(task.rows) * task.epochs), loss / task.rows};
}

}

int main()
{
    for (const SpeedTask& task : speedTasks()) {
        const SpeedRows data = rowsOf(task);
        double loss = 0;
        const double time = leastOf(3, [&] {
            const Run run = timedRun(task, data);
            loss = run.loss;
            return run.nanosecondsPerSample;
        });
        std::printf("%s %.2f %.5f\n", task.name.data(), time, loss);
    }
}

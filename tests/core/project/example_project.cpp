#include "example_project.h"

#include "project/workflow.h"
#include "support/value_of.h"

namespace broto {

using test::valueOf;

namespace {

Project learned(Project project)
{
    project.training.epochs = 3;
    return valueOf(trained(project, dataOf(project)));
}

}

Dataset dataOf(const Project& project)
{
    return valueOf(datasetOf(project));
}

std::string fruitCsv()
{
    std::string csv = "mass (g),colour,firmness,kind\n";
    const char* kinds[] = {"apple", "plum", "lemon"};
    const char* colours[] = {"red", "blue", "yellow", "green"};
    for (int i = 0; i < 30; ++i) {
        const int kind = i % 3;
        const std::string mass = i == 4 ? "" : std::to_string(150 - 40 * kind + i % 7) + ".5";
        csv += mass + "," + colours[i % 5 == 0 ? 3 : kind] + "," + std::to_string((i * 37) % 101) + "," + kinds[kind] +
               "\n";
    }
    return csv;
}

Project fruitProject()
{
    Project project = valueOf(projectWithData("fruit.csv", fruitCsv()));
    project.design.hidden = {{4, Activation::Tanh}, {3, Activation::Relu}};
    return project;
}

Project trainedFruitProject()
{
    return learned(fruitProject());
}

Project retrainedFruitProject()
{
    Project project = trainedFruitProject();
    project.design.hidden = {{5, Activation::HardSwish, 0.25, true}, {3, Activation::Elu}};
    project.training.optimizer = Optimizer::Nesterov;
    project.training.momentum = 0.8;
    project.training.classWeights = ClassWeights::Balanced;
    project.training.labelSmoothing = 0.1;
    return learned(std::move(project));
}

Project trainedLineProject()
{
    std::string csv = "x,y\n";
    for (int i = 0; i < 40; ++i)
        csv += std::to_string(i) + ".5," + std::to_string(3 * i) + ".25\n";
    Project project = valueOf(projectWithData("line.csv", csv));
    project.design.hidden = {{4}};
    return learned(std::move(project));
}

std::string swingCsv()
{
    std::string csv = "t (ms),who,swing (g),light,kind\n";
    for (int i = 0; i < 1200; ++i) {
        const int step = i / 150 % 2 ? i % 4 : i % 16; // fast and slow
        csv += std::to_string(i * 20) + (i < 600 ? ",ana," : ",eva,") + std::to_string(step * (16 - step)) + ".5," +
               (i % 50 == 7 ? std::string() : std::to_string((i * 37) % 11)) + (i / 150 % 2 ? ",fast\n" : ",slow\n");
    }
    return csv;
}

Project trainedWindowProject()
{
    constexpr std::string_view sidecar =
        R"({"columns": {"t": {"role": "time"}, "who": {"role": "group"}, "light": {"missing": "median"}},
            "split": {"method": "stratified"},
            "windows": {"length": 16, "strideSeconds": 0.16, "features": ["mean", "slope", "band-power"],
                        "bands": [[0, 10], [10, 25]], "longestGap": 0.5, "mixed": "drop"}})";
    Project project = valueOf(projectWithData("swing.csv", swingCsv(), sidecar));
    project.design.hidden = {{4}};
    return learned(std::move(project));
}

}

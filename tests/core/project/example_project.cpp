#include "example_project.h"

#include "project/workflow.h"

#include <QtGlobal>

namespace broto {

namespace {

template<class T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", inEnglish(result.error()).c_str());
    return std::move(*result);
}

Project learned(Project project)
{
    project.training.epochs = 3;
    return valueOf(trained(project, valueOf(datasetOf(project))));
}

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

Project trainedLineProject()
{
    std::string csv = "x,y\n";
    for (int i = 0; i < 40; ++i)
        csv += std::to_string(i) + ".5," + std::to_string(3 * i) + ".25\n";
    Project project = valueOf(projectWithData("line.csv", csv));
    project.design.hidden = {{4}};
    return learned(std::move(project));
}

}

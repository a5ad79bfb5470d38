#pragma once

#include "common/result.h"
#include "data/samples.h"
#include "project/workflow.h"
#include "ui/document/document.h"

#include <algorithm>

/// Projects for the tests of the window.
namespace broto::test {

inline const Sample& sample(std::string_view id)
{
    return *std::ranges::find(samples(), id, &Sample::id);
}

inline Project irisProject()
{
    const Sample& iris = sample("iris");
    Result<Project> project = projectWithData(std::string(iris.fileName), std::string(iris.csv), iris.sidecar);
    Q_ASSERT(project);
    project->design.hidden = {{8, Activation::Relu}};
    project->training.epochs = 20;
    return *project;
}

inline Project trainedIris()
{
    const Project project = irisProject();
    const Result<Dataset> data = datasetOf(project);
    Q_ASSERT(data);
    Result<Project> result = trained(project, *data);
    Q_ASSERT(result);
    return *result;
}

}

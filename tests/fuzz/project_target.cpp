#include "fuzz_target.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "require.h"

using namespace broto;

namespace {

/// Whether one more epoch of what a file holds takes no longer than an input may.
bool isSmall(const Project& project)
{
    constexpr std::size_t mostRows = 1000, mostEpochsBefore = 1000;
    constexpr std::int64_t mostParameters = 10000;
    return project.source && project.source->table->rows <= mostRows && project.trained &&
           project.trained->history.size() <= mostEpochsBefore &&
           parameterCount(shapeOf(project.trained->network)) <= mostParameters;
}

/// The state of a training goes on, or there is a sentence that says why not.
void goOn(const Project& project)
{
    const Result<Dataset> data = datasetOf(project);
    if (!data)
        return;
    const int epochs = static_cast<int>(project.trained->history.size()) + 1;
    const Result<Project> after = trainedOn(project, *data, epochs);
    require(after.ok() || !after.error().text.empty(), "a training goes on or says why it cannot");
}

}

/// A project file from anywhere: what can be opened can be saved, and is the same when it is opened again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<Project> project = parseProject({reinterpret_cast<const char*>(data), size});
    if (!project)
        return 0;
    const Result<std::string> saved = projectBytes(*project);
    require(saved.ok(), "a project that was opened can be saved");
    const Result<Project> again = parseProject(*saved);
    require(again.ok() && *projectBytes(*again) == *saved, "a project that was saved is the same when opened again");
    if (isSmall(*project))
        goOn(*project);
    return 0;
}

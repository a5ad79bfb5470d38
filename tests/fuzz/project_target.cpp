#include "fuzz_target.h"
#include "project/project_file.h"
#include "require.h"

using namespace broto;

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
    return 0;
}

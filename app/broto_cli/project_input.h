#pragma once

#include "data/dataset.h"
#include "project/project.h"
#include "session.h"

#include <filesystem>
#include <string>

namespace broto {

enum class UseSidecar { Yes, No };

/// A new project from a CSV file, or from one of the program's own tables: "sample:iris".
Result<Project> openTable(const std::string& table, const ReadOptions& reading, UseSidecar useSidecar,
                          const Session& session);

/// A project file and one of its variants.
struct OpenedVariant {
    Project project;
    std::shared_ptr<const Variant> variant;
    const DeployableModel& model() const { return variant->model; }
};
Result<OpenedVariant> openVariant(const std::string& projectPath, const std::string& variantName);

/// The project's data. An error when the model was not trained on them as they are chosen now.
Result<Dataset> dataFor(const OpenedVariant& opened);

/// An error when writing `output` would destroy the file that is read.
Result<void> mustDiffer(const std::filesystem::path& output, const std::filesystem::path& input);

/// A path as text, and text as a path.
std::string textOf(const std::filesystem::path& path);

/// "0.9565": a metric for people.
std::string metricText(double metric);

}

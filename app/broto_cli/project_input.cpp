#include "project_input.h"

#include "common/number_text.h"
#include "data/samples.h"
#include "platform/file_bytes.h"
#include "project/archive.h"
#include "project/project_file.h"
#include "project/workflow.h"

#include <cmath>

namespace broto {

namespace {

constexpr std::string_view samplePrefix = "sample:";

Result<Project> openSample(std::string_view id, const ReadOptions& reading, UseSidecar useSidecar,
                           const Session& session)
{
    std::string ids;
    for (const Sample& sample : samples()) {
        if (sample.id == id)
            return projectWithData(std::string(sample.fileName), std::string(sample.csv),
                                   useSidecar == UseSidecar::Yes ? sample.sidecar : std::string_view(), reading,
                                   session.control);
        ids += (ids.empty() ? "" : ", ") + std::string(sample.id);
    }
    return message("cli.no-such-sample", BROTO_TEXT("cli", "There is no sample “%1”. There are: %2."), id, ids);
}

}

Result<Project> openTable(const std::string& table, const ReadOptions& reading, UseSidecar useSidecar,
                          const Session& session)
{
    if (table.starts_with(samplePrefix))
        return openSample(std::string_view(table).substr(samplePrefix.size()), reading, useSidecar, session);
    if (useSidecar == UseSidecar::Yes)
        return projectWithFile(table, reading, session.control);
    Result<FileBytes> bytes = FileBytes::openToKeep(table, mostArchiveBytes);
    if (!bytes)
        return bytes.error();
    return projectWithData(table, std::make_shared<const FileBytes>(std::move(*bytes)), {}, reading, session.control);
}

Result<OpenedVariant> openVariant(const std::string& projectPath, const std::string& variantName)
{
    Result<Project> project = loadProject(projectPath);
    if (!project)
        return project.error();
    Result<std::shared_ptr<const Variant>> variant = findVariant(*project, variantName);
    if (!variant)
        return variant.error();
    return OpenedVariant{std::move(*project), std::move(*variant)};
}

Result<Dataset> dataFor(const OpenedVariant& opened)
{
    Result<Dataset> data = datasetOf(opened.project);
    if (!data)
        return data.error();
    if (data->fingerprint != opened.model().provenance.dataFingerprint)
        return message("cli.stale-variant",
                       BROTO_TEXT("cli", "The variant “%1” was made from data that have been changed since. "
                                         "Train again first."),
                       opened.model().name);
    return data;
}

Result<void> mustDiffer(const std::filesystem::path& output, const std::filesystem::path& input)
{
    std::error_code notThere;
    if (!std::filesystem::equivalent(output, input, notThere))
        return {};
    return message("cli.output-is-input",
                   BROTO_TEXT("cli", "%1 is read by this command and would be lost. Choose another file with -o."),
                   textOf(output));
}

std::string textOf(const std::filesystem::path& path)
{
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

std::string metricText(double metric)
{
    return std::isfinite(metric) ? fixed(metric, 4) : "–";
}

}

#include "project/workflow.h"

#include "data/sidecar.h"
#include "data/similar_table.h"
#include "data/table_reader.h"
#include "platform/file.h"
#include "project/archive.h"
#include "project/file_name.h"
#include "project/stage.h"

#include <algorithm>
#include <iterator>

namespace broto {

namespace {

Result<DataChoices> choicesFor(const Table& table, std::string_view sidecar)
{
    if (sidecar.empty())
        return proposeChoices(table);
    const Result<Sidecar> parsed = parseSidecar(sidecar);
    if (!parsed)
        return parsed.error();
    return proposeChoices(table, *parsed);
}

void addRows(Matrix& rows, Eigen::Index& filled, const DataPart& part)
{
    const Eigen::Index count = std::min(rows.rows() - filled, part.raw.rows());
    rows.middleRows(filled, count) = part.raw.topRows(count);
    filled += count;
}

}

Result<Project> projectWithData(std::string fileName, std::shared_ptr<const FileBytes> bytes, std::string_view sidecar,
                                const ReadOptions& reading, const RunControl& control)
{
    Result<Table> table = readTable(bytes->view(), reading, control);
    if (const std::optional<Message> problem = bytes->problem())
        return *problem; // whatever came of bytes that changed meanwhile
    if (!table)
        return table.error();
    Result<DataChoices> choices = choicesFor(*table, sidecar);
    if (!choices)
        return choices.error();
    Project project;
    project.data = std::move(*choices);
    // What was found out is settled with the rest, so that the table reads the same for ever.
    project.data.reading = readingOf(*table);
    project.source =
        DataSource{cleanFileName(fileName), std::move(bytes), std::make_shared<const Table>(std::move(*table))};
    return project;
}

Result<Project> projectWithData(std::string fileName, std::string bytes, std::string_view sidecar,
                                const ReadOptions& reading, const RunControl& control)
{
    return projectWithData(std::move(fileName), std::make_shared<const FileBytes>(FileBytes::of(std::move(bytes))),
                           sidecar, reading, control);
}

Result<Project> projectWithFile(const std::filesystem::path& csv, const ReadOptions& reading, const RunControl& control)
{
    Result<FileBytes> bytes = FileBytes::openToKeep(csv, mostArchiveBytes);
    if (!bytes)
        return bytes.error();
    std::filesystem::path sidecarPath = csv;
    sidecarPath += ".json";
    std::error_code ignored;
    std::string sidecar;
    if (std::filesystem::exists(sidecarPath, ignored)) {
        constexpr std::size_t mostSidecarBytes = std::size_t(16) << 20; // a word on each of 100,000 columns
        Result<std::string> content = readFile(sidecarPath, mostSidecarBytes);
        if (!content)
            return content.error();
        sidecar = std::move(*content);
    }
    const std::u8string name = csv.filename().u8string();
    return projectWithData(std::string(name.begin(), name.end()), std::make_shared<const FileBytes>(std::move(*bytes)),
                           sidecar, reading, control);
}

Result<Project> withTestFile(const Project& project, const std::filesystem::path& csv, const RunControl& control)
{
    Result<FileBytes> opened = FileBytes::openToKeep(csv, mostArchiveBytes);
    if (!opened)
        return opened.error();
    const auto bytes = std::make_shared<const FileBytes>(std::move(*opened));
    Result<Table> table = project.source ? readSimilarTable(bytes->view(), {}, *project.source->table, control)
                                         : readTable(bytes->view(), {}, control);
    if (const std::optional<Message> problem = bytes->problem())
        return *problem;
    if (!table)
        return table.error();
    const std::u8string name = csv.filename().u8string();
    Project after = project;
    after.testSource = DataSource{cleanFileName(std::string(name.begin(), name.end())), bytes,
                                  std::make_shared<const Table>(std::move(*table))};
    after.data.split.method = SplitMethod::File;
    return after;
}

Result<Dataset> datasetOf(const Project& project, const RunControl& control)
{
    if (!project.source)
        return *reasonFor(Stage::Data, project);
    return makeDataset(*project.source->table, project.data, testTableOf(project), control);
}

std::vector<DataCheck> checksOf(const Project& project, const Dataset& data, const RunControl& control)
{
    if (!project.source)
        return {};
    const NetworkShape shape = shapeOf(project.design, data.inputs(), data.outputs());
    return checkData(*project.source->table, project.data, control, static_cast<std::size_t>(parameterCount(shape)));
}

Matrix checkRows(const Dataset& data, std::size_t most)
{
    const std::size_t all = data.test.rows() + data.validation.rows() + data.training.rows();
    Matrix rows(static_cast<Eigen::Index>(std::min(most, all)),
                static_cast<Eigen::Index>(data.preprocessing.features.size()));
    Eigen::Index filled = 0;
    for (const DataPart* part : {&data.test, &data.validation, &data.training})
        addRows(rows, filled, *part);
    return rows;
}

Result<BoardReport> checkWithRowsOf(const Dataset& data, const DeployableModel& model, std::size_t most,
                                    BoardConnection& board, const RunControl& control)
{
    if (!model.preprocessing.stream)
        return checkBoard(model, checkRows(data, most), board, control);
    std::vector<Matrix> recordings;
    for (const DataPart* part : {&data.test, &data.validation, &data.training}) {
        std::vector<Matrix> more = recordingsOf(data, *part, most);
        most -= std::min(most, part->rows());
        std::move(more.begin(), more.end(), std::back_inserter(recordings));
    }
    return checkBoard(model, recordings, board, control);
}

std::string projectName(const Project& project)
{
    if (!project.source)
        return "model";
    const std::string& name = project.source->fileName;
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

}

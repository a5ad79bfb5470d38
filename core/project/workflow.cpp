#include "project/workflow.h"

#include "common/version.h"
#include "compression/compress.h"
#include "compression/predictor.h"
#include "data/sidecar.h"
#include "data/similar_table.h"
#include "data/table_reader.h"
#include "platform/file.h"
#include "project/file_name.h"
#include "project/model_json.h"
#include "project/stage.h"
#include "project/unknown_fields.h"

#include <algorithm>
#include <iterator>

namespace broto {

namespace {

const std::string floatMethod = "float";
const std::string ptqMethod = "ptq";

Message staleResult()
{
    return message("project.stale-training",
                   BROTO_TEXT("core", "The data or the network have changed since the training: train again first."));
}

Message unusableName(std::string_view name)
{
    return message("project.variant-name",
                   BROTO_TEXT("core", "“%1” cannot be the name of a variant: use letters, digits, “-”, “_” and “.”, "
                                      "at most 64 of them, and no “.” at the start."),
                   name);
}

Message unknownMethod(std::string_view method, int bits)
{
    return message("project.unknown-method",
                   BROTO_TEXT("core", "There is no compression “%1” with %2 bits. Use ptq with 8 bits."), method, bits);
}

Result<DataChoices> choicesFor(const Table& table, std::string_view sidecar)
{
    if (sidecar.empty())
        return proposeChoices(table);
    const Result<Sidecar> parsed = parseSidecar(sidecar);
    if (!parsed)
        return parsed.error();
    return proposeChoices(table, *parsed);
}

std::shared_ptr<const Variant> variantOf(DeployableModel model, std::string name, std::string method, int bits,
                                         const Dataset& data)
{
    auto variant = std::make_shared<Variant>();
    variant->method = std::move(method);
    variant->bits = bits;
    model.name = std::move(name);
    variant->validation = evaluate(model, data.validation);
    variant->test = evaluate(model, data.test);
    variant->model = std::move(model);
    return variant;
}

/// Results of a newer program that belong to what is being replaced must not outlive it.
void forgetUnknown(UnknownContent& unknown, std::initializer_list<std::string_view> path)
{
    std::optional<Json> fields = parseJson(unknown.fields);
    if (!fields)
        return;
    removeField(*fields, path);
    unknown.fields = fields->empty() ? std::string() : fields->dump();
}

bool belongsTo(const TrainedNetwork& trained, const Dataset& data)
{
    const NetworkShape shape = shapeOf(trained.network);
    return trained.dataFingerprint == data.fingerprint && !shape.empty() && shape.front().inputs == data.inputs() &&
           shape.back().outputs == data.outputs();
}

std::string namesOf(const std::vector<std::shared_ptr<const Variant>>& variants)
{
    std::string names;
    for (const std::shared_ptr<const Variant>& variant : variants)
        names += (names.empty() ? "" : ", ") + variant->model.name;
    return names;
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
    Result<FileBytes> bytes = FileBytes::open(csv);
    if (!bytes)
        return bytes.error();
    std::filesystem::path sidecarPath = csv;
    sidecarPath += ".json";
    std::error_code ignored;
    std::string sidecar;
    if (std::filesystem::exists(sidecarPath, ignored)) {
        Result<std::string> content = readFile(sidecarPath);
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
    Result<FileBytes> opened = FileBytes::open(csv);
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

Result<Project> trained(const Project& project, const Dataset& data, const RunControl& control,
                        const EpochObserver& observer)
{
    Result<TrainedNetwork> result = train(data, project.design, project.training, control, observer);
    if (!result)
        return result.error();
    Project after = project;
    const auto network = std::make_shared<const TrainedNetwork>(std::move(*result));
    after.trained = network;
    after.variants = {variantOf(floatModel(*network, data, programVersion), "float", floatMethod, 32, data)};
    forgetUnknown(after.unknown, {"trained"});
    forgetUnknown(after.unknown, {"variants"});
    // A network that cannot be quantized is still a result; asking for the compression again tells why it cannot.
    Result<Project> quantized = compressed(after, data, {}, control);
    return quantized ? std::move(*quantized) : std::move(after);
}

std::string variantName(const CompressionRequest& request)
{
    return request.name.empty() ? request.method + "-int" + std::to_string(request.bits) : request.name;
}

Result<Project> compressed(const Project& project, const Dataset& data, const CompressionRequest& request,
                           const RunControl&)
{
    if (request.method != ptqMethod || request.bits != 8)
        return unknownMethod(request.method, request.bits);
    if (!project.trained || !belongsTo(*project.trained, data))
        return staleResult();
    const std::string name = variantName(request);
    if (!usableVariantName(name) || name == floatMethod)
        return unusableName(name);
    Result<DeployableModel> model = quantizeInt8(*project.trained, data, programVersion);
    if (!model)
        return model.error();

    Project after = project;
    std::shared_ptr<const Variant> variant = variantOf(std::move(*model), name, request.method, request.bits, data);
    const auto same = std::find_if(after.variants.begin(), after.variants.end(),
                                   [&](const auto& other) { return other->model.name == name; });
    if (same == after.variants.end())
        after.variants.push_back(std::move(variant));
    else
        *same = std::move(variant);
    forgetUnknown(after.unknown, {"variants", name});
    return after;
}

Result<std::shared_ptr<const Variant>> findVariant(const Project& project, std::string_view name)
{
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        if (variant->model.name == name)
            return variant;
    if (project.variants.empty())
        return *reasonFor(Stage::Export, project);
    return message("project.no-such-variant", BROTO_TEXT("core", "There is no variant “%1”. There are: %2."), name,
                   namesOf(project.variants));
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
                                    BoardClient& board, const RunControl& control)
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

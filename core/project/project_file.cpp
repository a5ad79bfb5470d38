#include "project/project_file.h"

#include "boards/board.h"
#include "common/fingerprint.h"
#include "common/version.h"
#include "data/explained_reading.h"
#include "data/table_reader.h"
#include "platform/file.h"
#include "platform/staged_file.h"
#include "project/archive.h"
#include "project/choices_json.h"
#include "project/file_name.h"
#include "project/model_json.h"
#include "project/older_formats.h"
#include "project/recipe_json.h"
#include "project/runs.h"
#include "project/sensor_pins_json.h"
#include "project/settings_json.h"
#include "project/training_json.h"
#include "project/unknown_fields.h"

#include <algorithm>

namespace broto {

namespace {

constexpr int currentFormat = 5;
const std::string documentName = "project.json";
const std::string dataFolder = "data/";
const std::string testFolder = "test/";
const std::string networkFolder = "network";
const std::string runsFolder = "runs/";
const std::string modelsFolder = "models/";

std::string folderOfRun(int number)
{
    return runsFolder + std::to_string(number);
}

/// Everything of a project but its table: the document, and the arrays that stand beside it.
Json documentOf(const Project& project, std::vector<ArchiveEntry>& arrays)
{
    Json document = {{"format", currentFormat}, {"program", "Broto " + std::string(programVersion)}};
    document["source"] = nullptr;
    if (project.source)
        document["source"] = Json::object({{"file", project.source->fileName}});
    document["testSource"] = nullptr;
    if (project.testSource)
        document["testSource"] = Json::object(
            {{"file", project.testSource->fileName}, {"reading", toJson(readingOf(*project.testSource->table))}});
    document["data"] = toJson(project.data);
    document["design"] = toJson(project.design);
    document["training"] = toJson(project.training);
    document["board"] = project.board;
    if (!project.sensorPins.empty())
        document["sensorPins"] = toJson(project.sensorPins);
    document["trained"] = project.trained ? toJson(*project.trained, networkFolder, arrays) : Json(nullptr);
    document["earlierRuns"] = Json::array();
    for (const std::shared_ptr<const TrainedNetwork>& run : project.earlierRuns)
        document["earlierRuns"].push_back(toJson(*run, folderOfRun(run->number), arrays));
    document["variants"] = Json::array();
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        document["variants"].push_back(toJson(*variant, arrays));
    document["recipes"] = Json::array();
    for (const SavedRecipe& saved : project.recipes)
        document["recipes"].push_back({{"name", saved.name}, {"steps", toJson(saved.recipe)}});
    return document;
}

std::string textOf(const Json& document)
{
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Whether an entry belongs to a part that is written anew each time.
bool isOurs(const std::string& name)
{
    return name == documentName || name.starts_with(dataFolder) || name.starts_with(testFolder) ||
           name.starts_with(networkFolder + "/") || name.starts_with(runsFolder) || name.starts_with(modelsFolder);
}

UnknownContent unknownContentOf(const Json& document, const Project& project, std::vector<ArchiveEntry>& entries)
{
    UnknownContent unknown;
    std::vector<ArchiveEntry> arrays;
    if (const Json fields = unknownFields(document, documentOf(project, arrays)); !fields.empty())
        unknown.fields = textOf(fields);
    for (ArchiveEntry& entry : entries)
        if (!isOurs(entry.name))
            unknown.files.emplace_back(entry.name, std::make_shared<const std::string>(std::move(entry.bytes)));
    return unknown;
}

void checkColumns(const CheckedJson& json, const DataChoices& choices, std::size_t columns)
{
    const std::vector<Role> roles = rolesOf(choices);
    if (roles.size() != columns || std::count(roles.begin(), roles.end(), Role::Target) > 1)
        json["columns"].reportRange();
    if (choices.split.partColumn && *choices.split.partColumn >= columns)
        json["split"]["partColumn"].reportRange();
}

DataSource sourceFrom(const CheckedJson& json, const std::string& folder, const ReadOptions& reading,
                      const ArraySource& files)
{
    DataSource source;
    source.fileName = json["file"].text();
    if (!isCleanFileName(source.fileName)) {
        json["file"].reportRange();
        return source;
    }
    const std::string* bytes = files.find(folder + source.fileName);
    if (!bytes) {
        json.report().add(damage::missingEntry(folder + source.fileName));
        return source;
    }
    source.bytes = std::make_shared<const FileBytes>(FileBytes::of(*bytes));
    Result<Table> table = readTable(source.bytes->view(), reading);
    if (table) {
        explainReading(*table, source.bytes->view());
        source.table = std::make_shared<const Table>(std::move(*table));
    } else {
        json.report().add(damage::wrongTable(source.fileName, table.error()));
    }
    return source;
}

void readVariants(const CheckedJson& json, const ArraySource& files, Project& project)
{
    for (const CheckedJson& item : json.items()) {
        if (json.report().any())
            return;
        auto variant = std::make_shared<const Variant>(variantFrom(item, files));
        for (const std::shared_ptr<const Variant>& other : project.variants)
            if (other->model.name == variant->model.name)
                item["name"].reportRange();
        project.variants.push_back(std::move(variant));
    }
}

void readRecipes(const CheckedJson& json, Project& project)
{
    for (const CheckedJson& item : json.items()) {
        SavedRecipe saved{item["name"].text(), recipeFrom(item["steps"])};
        const bool taken = std::any_of(project.recipes.begin(), project.recipes.end(),
                                       [&](const SavedRecipe& other) { return other.name == saved.name; });
        if (taken || !usableVariantName(saved.name))
            item["name"].reportRange();
        project.recipes.push_back(std::move(saved));
    }
}

/// Oldest first, and none as the last run.
void readEarlierRuns(const CheckedJson& json, const ArraySource& files, Project& project)
{
    const std::vector<CheckedJson> items = json.items();
    if (items.size() > mostEarlierRuns)
        json.reportRange();
    for (const CheckedJson& item : items) {
        if (json.report().any())
            return;
        const int number = runNumberFrom(item["number"]);
        const bool inOrder = project.earlierRuns.empty() || number > project.earlierRuns.back()->number;
        if (!inOrder || (project.trained && number == project.trained->number))
            item["number"].reportRange();
        project.earlierRuns.push_back(
            std::make_shared<const TrainedNetwork>(trainedNetworkFrom(item, folderOfRun(number), files)));
    }
}

/// The catalogue of a newer program may know boards that this one does not: then the project starts at the first board.
std::string knownBoard(const std::string& id)
{
    return findBoard(id) ? id : Project().board;
}

Project projectFrom(const CheckedJson& json, const ArraySource& files)
{
    Project project;
    project.data = dataChoicesFrom(json["data"]);
    project.design = networkDesignFrom(json["design"]);
    project.training = trainingSettingsFrom(json["training"]);
    project.board = knownBoard(json["board"].text());
    if (json.has("sensorPins"))
        project.sensorPins = sensorPinsFrom(json["sensorPins"]);
    if (json.report().any())
        return project;
    if (const CheckedJson source = json["source"]; !source.isNull())
        project.source = sourceFrom(source, dataFolder, project.data.reading, files);
    if (const CheckedJson source = json["testSource"]; !source.isNull())
        project.testSource = sourceFrom(source, testFolder, readOptionsFrom(source["reading"]), files);
    if (json.report().any())
        return project;
    checkColumns(json["data"], project.data, project.source ? project.source->table->columns.size() : 0);
    if (const CheckedJson trained = json["trained"]; !trained.isNull())
        project.trained = std::make_shared<const TrainedNetwork>(trainedNetworkFrom(trained, networkFolder, files));
    readEarlierRuns(json["earlierRuns"], files, project);
    readVariants(json["variants"], files, project);
    readRecipes(json["recipes"], project);
    return project;
}

Message newerFormat(std::int64_t format)
{
    return message("project.newer",
                   BROTO_TEXT("core", "This project was saved by a newer Broto: its file format is %1, and this "
                                      "version reads up to %2. Open it with the newer version."),
                   format, currentFormat);
}

}

std::vector<std::pair<std::string, const DataSource*>> tablesOf(const Project& project)
{
    std::vector<std::pair<std::string, const DataSource*>> tables;
    for (const auto& [folder, source] : {std::pair(dataFolder, &project.source), {testFolder, &project.testSource}})
        if (*source)
            tables.emplace_back(folder + (*source)->fileName, &**source);
    return tables;
}

std::optional<Message> lossOf(const DataSource& table)
{
    // A file that was touched, or that a logger writes on behind what was read, still holds the data.
    if (!table.bytes->problem() || fileFingerprint(table.bytes->view()) == table.table->fingerprint)
        return std::nullopt;
    return message("project.table-lost",
                   BROTO_TEXT("core", "The table %1 was changed or cut short by another program after it was opened, "
                                      "and a project is saved with what it learned from. Write what the file held "
                                      "back into it, from another copy, and save again; leave Broto open until then."),
                   table.fileName);
}

Result<std::vector<ArchiveEntry>> projectEntries(const Project& project, Tables tables)
{
    std::vector<ArchiveEntry> arrays;
    Json document = documentOf(project, arrays);
    if (!project.unknown.fields.empty())
        if (const std::optional<Json> unknown = parseJson(project.unknown.fields))
            addUnknownFields(document, *unknown);

    std::vector<ArchiveEntry> entries = {{documentName, textOf(document)}};
    if (tables == Tables::Included) {
        for (const auto& [name, table] : tablesOf(project)) {
            if (const std::optional<Message> loss = lossOf(*table))
                return *loss;
            entries.push_back({name, std::string(table->bytes->view())});
        }
    }
    std::move(arrays.begin(), arrays.end(), std::back_inserter(entries));
    for (const auto& [name, bytes] : project.unknown.files)
        entries.push_back({name, *bytes});
    return entries;
}

Result<std::string> projectBytes(const Project& project)
{
    const Result<std::vector<ArchiveEntry>> entries = projectEntries(project, Tables::Included);
    return entries ? packArchive(*entries) : entries.error();
}

Result<Project> parseProject(std::string_view bytes)
{
    Result<std::vector<ArchiveEntry>> entries = unpackArchive(bytes);
    return entries ? projectFromEntries(std::move(*entries)) : entries.error();
}

Result<Project> projectFromEntries(std::vector<ArchiveEntry> entries)
{
    DamageReport report;
    const ArraySource files(entries, report);
    const std::string* text = files.find(documentName);
    if (!text)
        return damage::missingEntry(documentName);
    std::optional<Json> document = parseJson(*text);
    if (!document)
        return damage::notJson();

    const CheckedJson json(*document, report);
    const std::int64_t format = json["format"].integer(1, std::numeric_limits<std::int64_t>::max());
    if (!report.any() && format > currentFormat)
        return newerFormat(format);
    if (report.any())
        return report.first();
    bringUpToDate(*document, format);
    Project project = projectFrom(json, files);
    if (report.any())
        return report.first();
    project.unknown = unknownContentOf(*document, project, entries);
    return project;
}

Result<void> saveProject(const Project& project, const std::filesystem::path& path,
                         const std::optional<FileStamp>& expected)
{
    const Result<std::string> bytes = projectBytes(project);
    if (!bytes)
        return bytes.error();
    Result<StagedFile> file = StagedFile::write(path, *bytes, Flush::Now);
    if (!file)
        return file.error();
    if (expected && fileStamp(path) != expected)
        return message("project.changed-meanwhile",
                       BROTO_TEXT("core", "%1 was changed by another program while it was being saved. Nothing of it "
                                          "was replaced: save under another name, or try again."),
                       path.filename().string());
    const Result<void> placed = file->place();
    if (placed)
        removeLeftParts(path);
    return placed;
}

Result<Project> loadProject(const std::filesystem::path& path)
{
    const Result<std::string> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    return parseProject(*bytes);
}

}

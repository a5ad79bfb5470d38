#include "ui/document/document.h"

#include "device/verdict.h"
#include "project/kept_runs.h"

#include <QFileInfo>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr std::size_t mostMessages = 500;
}

Document::Document(QObject* parent) : QObject(parent), m_history(this)
{
    connect(&m_history, &QUndoStack::cleanChanged, this, &Document::fileChanged);
    for (auto signal : {&Document::dataChanged, &Document::checksChanged, &Document::networkChanged,
                        &Document::trainChanged, &Document::compressChanged, &Document::deviceChanged})
        connect(this, signal, this, &Document::stagesChanged);
}

/// A history with unsaved steps says at its end that it is empty, to pages that would ask a document that is half gone.
Document::~Document()
{
    m_history.disconnect();
}

NetworkShape Document::shape() const
{
    if (!m_dataset)
        return {};
    return shapeOf(m_project.design, m_dataset->inputs(), m_dataset->outputs());
}

const Board& Document::board() const
{
    const auto all = boards();
    const auto chosen = std::ranges::find(all, m_project.board, &Board::id);
    return chosen != all.end() ? *chosen : all.front();
}

StageState Document::state(Stage stage) const
{
    const StageState state = stateOf(stage, m_project);
    if (stage == Stage::Data && state == StageState::Done && problem(Stage::Data) && !m_dataset)
        return StageState::Ready; // the choices are made, but nothing can be learned from them
    if (stage != Stage::Device || !m_board.check)
        return state;
    const BoardReport& report = m_board.check->report;
    const bool current = std::ranges::any_of(
        m_project.variants, [&](const auto& variant) { return modelId(variant->model) == report.board.modelId; });
    if (!current)
        return StageState::Stale;
    return agrees(report) ? StageState::Done : state;
}

std::shared_ptr<const Variant> Document::chosenVariant() const
{
    const auto& variants = m_project.variants;
    const auto chosen =
        std::ranges::find_if(variants, [&](const auto& variant) { return variant->model.name == m_chosenVariant; });
    if (chosen != variants.end())
        return *chosen;
    const auto compressed =
        std::ranges::find_if(variants, [](const auto& variant) { return variant->recipe.has_value(); });
    if (compressed != variants.end())
        return *compressed;
    return variants.empty() ? nullptr : variants.front();
}

void Document::chooseVariant(const std::string& name)
{
    if (name == m_chosenVariant)
        return;
    m_chosenVariant = name;
    emit variantChosen();
}

int Document::seriousChecks() const
{
    const auto serious = [](const DataCheck& check) { return check.severity != DataCheck::Severity::Note; };
    return m_checks ? static_cast<int>(std::ranges::count_if(*m_checks, serious)) : 0;
}

Result<std::shared_ptr<const Column>> Document::column(std::size_t index) const
{
    if (index < m_columns.size())
        return m_columns[index];
    const auto& table = m_project.source->table;
    return std::shared_ptr<const Column>(table, &table->columns[index]);
}

QString Document::name() const
{
    if (!m_filePath.isEmpty())
        return QFileInfo(m_filePath).fileName();
    if (m_project.source)
        return QString::fromStdString(m_project.source->fileName);
    return empty() ? QString() : tr("Imported model");
}

bool Document::modified() const
{
    return !m_history.isClean() || m_resultsUnsaved;
}

void Document::replace(Project project, const QString& filePath, std::optional<FileStamp> stamp, Start start)
{
    ++m_revision;
    m_project = std::move(project);
    m_chosenVariant.clear();
    m_filePath = filePath;
    m_fileStamp = stamp;
    m_dataset.reset();
    m_datasetIsCurrent = false;
    m_columns.clear();
    m_checks.reset();
    m_checksAreCurrent = false;
    m_board = {};
    m_resultsUnsaved = start == Start::Unsaved;
    m_history.clear();
    for (Stage stage : {Stage::Data, Stage::Network, Stage::Train, Stage::Compress, Stage::Export, Stage::Device})
        clearProblem(stage);
    emit projectReplaced();
    emit sourceChanged();
    emit checksChanged();
    announceAll();
    emit fileChanged();
}

void Document::markSaved(const QString& filePath, std::optional<FileStamp> stamp, std::optional<std::uint64_t> revision)
{
    m_filePath = filePath;
    m_fileStamp = stamp;
    if (!revision || *revision == m_revision) {
        m_resultsUnsaved = false;
        m_history.setClean();
    } else {
        m_history.resetClean(); // what was saved before is not what the file holds: going back there is a change
    }
    emit fileChanged();
}

void Document::setData(std::optional<DataSource> source, DataChoices choices)
{
    m_project.source = std::move(source);
    m_project.data = choices;
    m_datasetIsCurrent = false;
    m_checksAreCurrent = false;
    m_columns.clear();
    m_checks.reset(); // they are about columns that may not be there any more
    emit sourceChanged();
    setDataChoices(std::move(choices));
}

void Document::setDataChoices(DataChoices choices)
{
    ++m_revision;
    m_project.data = std::move(choices);
    m_datasetIsCurrent = false;
    m_checksAreCurrent = false;
    clearProblem(Stage::Data);
    emit checksChanged();
    announceAll();
}

void Document::setTestData(std::optional<DataSource> source, DataChoices choices)
{
    m_project.testSource = std::move(source);
    setDataChoices(std::move(choices));
}

void Document::setDesign(NetworkDesign design)
{
    ++m_revision;
    m_project.design = std::move(design);
    clearProblem(Stage::Network);
    emit networkChanged();
    emit trainChanged();
    emit compressChanged();
}

void Document::setTrainingSettings(TrainingSettings settings)
{
    ++m_revision;
    m_project.training = settings;
    clearProblem(Stage::Train);
    emit trainChanged();
    emit compressChanged();
}

void Document::setBoard(std::string id)
{
    ++m_revision;
    m_project.board = std::move(id);
    m_board = {};
    clearProblem(Stage::Device);
    emit networkChanged();
    emit compressChanged();
    emit deviceChanged();
}

void Document::setSensorPins(const std::string& board, std::vector<SensorPin> pins)
{
    ++m_revision;
    if (pins.empty())
        m_project.sensorPins.erase(board);
    else
        m_project.sensorPins[board] = std::move(pins);
    emit deviceChanged();
}

void Document::takeColumns(ChosenColumns columns)
{
    m_columns = std::move(columns);
}

void Document::takeDataset(Result<std::shared_ptr<const Dataset>> dataset)
{
    if (dataset) {
        m_dataset = *dataset;
        m_datasetIsCurrent = true;
        if (m_problemIsOfDataset)
            clearProblem(Stage::Data);
    } else {
        m_dataset.reset();
        m_datasetIsCurrent = false;
        report(Stage::Data, dataset.error());
        m_problemIsOfDataset = true;
        m_checks.reset();
        emit checksChanged();
    }
    emit dataChanged();
    emit networkChanged();
    emit trainChanged();
}

void Document::takeChecks(std::vector<DataCheck> checks)
{
    m_checks = std::make_shared<const std::vector<DataCheck>>(std::move(checks));
    m_checksAreCurrent = true;
    emit checksChanged();
}

void Document::setRuns(const Project& project)
{
    ++m_revision;
    m_project.design = project.design;
    m_project.training = project.training;
    m_project.trained = project.trained;
    m_project.earlierRuns = project.earlierRuns;
    m_project.variants = project.variants;
    m_project.unknown = project.unknown;
    clearProblem(Stage::Train);
    emit networkChanged();
    emit trainChanged();
    emit compressChanged();
    emit deviceChanged();
}

void Document::setVariants(const Project& project)
{
    ++m_revision;
    m_project.variants = project.variants;
    clearProblem(Stage::Compress);
    emit compressChanged();
    emit deviceChanged();
}

void Document::takeRun(std::shared_ptr<const TrainedNetwork> run)
{
    ++m_revision;
    m_project = withFinishedRun(std::move(m_project), std::move(run));
    m_resultsUnsaved = true;
    clearProblem(Stage::Train);
    emit trainChanged();
    emit compressChanged();
    emit deviceChanged();
    emit fileChanged();
}

void Document::takeVariants(const Project& result)
{
    if (result.trained != m_project.trained)
        return; // they are of a run that is not the document's any more
    ++m_revision;
    m_project.variants = result.variants;
    m_project.unknown = result.unknown;
    m_resultsUnsaved = true;
    clearProblem(Stage::Compress);
    emit compressChanged();
    emit deviceChanged();
    emit fileChanged();
}

void Document::takeFirmware(std::shared_ptr<const BuiltFirmware> firmware)
{
    m_board = {};
    m_board.firmware = std::move(firmware);
    emit deviceChanged();
}

void Document::takeUpload(FlashReport report)
{
    m_board.upload = std::move(report);
    m_board.check.reset();
    emit deviceChanged();
}

void Document::takeCheck(std::shared_ptr<const CheckedBoard> check)
{
    m_board.check = std::move(check);
    emit deviceChanged();
}

void Document::note(Message message)
{
    if (m_messages.size() >= mostMessages)
        m_messages.erase(m_messages.begin());
    m_messages.push_back(std::move(message));
}

void Document::report(Stage stage, Message problem)
{
    note(problem);
    if (stage == Stage::Data)
        m_problemIsOfDataset = false;
    m_problems[static_cast<std::size_t>(stage)] = std::move(problem);
    emit problemChanged(stage);
}

void Document::clearProblem(Stage stage)
{
    auto& problem = m_problems[static_cast<std::size_t>(stage)];
    if (!problem)
        return;
    problem.reset();
    emit problemChanged(stage);
}

void Document::announceAll()
{
    emit dataChanged();
    emit networkChanged();
    emit trainChanged();
    emit compressChanged();
    emit deviceChanged();
}

}

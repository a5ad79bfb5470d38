#include "project/project_file.h"
#include "project/recipes.h"

#include "compression/predictor.h"
#include "data/data_choices.h"
#include "data/table_reader.h"
#include "example_project.h"
#include "platform/file.h"
#include "project/archive.h"
#include "project/stage.h"
#include "project/unknown_fields.h"
#include "project/workflow.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace broto;

class TestProjectFile : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack_data();
    void everythingComesBack();
    void modelsComeBackToTheBit();
    void historyAndMetricsComeBack();
    void stateAndConditionsComeBack();
    void earlierRunsComeBack();
    void choicesComeBack();
    void testFileComesBackReadTheSameWay();
    void sameProjectGivesSameBytes();
    void sameTrainingGivesSameBytes();
    void filesStandInAFixedOrder();
    void tableKeepsItsOwnBytes();
    void unknownFieldsAreKept();
    void unknownFilesAreKept();
    void unknownResultsGoWhenTheyAreMadeAnew();
    void boardThatIsNotKnownBecomesTheFirst();
    void sensorPinsComeBack();
    void filesWithoutSensorPinsHaveNone();
    void savedFileIsLoadedFromDisk();
    void whatAnotherHasWrittenMeanwhileIsLeftAlone();
    void missingFileIsNamed();
    void numpyReadsTheWeights();
    void formatOneIsRead();
    void formatTwoIsRead();
    void formatThreeIsRead();
    void formatFourIsRead();
    void everyWayOfCompressingComesBack_data();
    void everyWayOfCompressingComesBack();
    void recipesAreKept();
    void adamOfOlderFormatsDecayedWeights_data();
    void adamOfOlderFormatsDecayedWeights();
};

namespace {

std::string bytesOf(const Project& project)
{
    const Result<std::string> bytes = projectBytes(project);
    if (!bytes)
        qFatal("%s", inEnglish(bytes.error()).c_str());
    return *bytes;
}

Project parsed(const std::string& bytes)
{
    Result<Project> project = parseProject(bytes);
    if (!project)
        qFatal("%s", inEnglish(project.error()).c_str());
    return std::move(*project);
}

std::vector<ArchiveEntry> entriesOf(const Project& project)
{
    return *unpackArchive(bytesOf(project));
}

Json documentOf(const Project& project)
{
    return Json::parse(entriesOf(project).front().bytes);
}

bool sameInputs(const runtime::InputFeature& a, const runtime::InputFeature& b)
{
    return a.centre == b.centre && a.lowest == b.lowest && a.highest == b.highest && a.factor == b.factor &&
           a.fill == b.fill && a.exponent == b.exponent && a.categories == b.categories;
}

}

void TestProjectFile::everythingComesBack_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("empty") << 0;
    QTest::newRow("a table") << 1;
    QTest::newRow("classification") << 2;
    QTest::newRow("regression") << 3;
    QTest::newRow("windows") << 4;
    QTest::newRow("two runs") << 5;
}

void TestProjectFile::everythingComesBack()
{
    QFETCH(int, which);
    const Project project = which == 0   ? Project()
                            : which == 1 ? fruitProject()
                            : which == 2 ? trainedFruitProject()
                            : which == 3 ? trainedLineProject()
                            : which == 4 ? trainedWindowProject()
                                         : retrainedFruitProject();
    const std::string bytes = bytesOf(project);
    const Project back = parsed(bytes);
    QVERIFY(back.data == project.data);
    QVERIFY(back.design == project.design);
    QVERIFY(back.training == project.training);
    QCOMPARE(back.source.has_value(), project.source.has_value());
    QCOMPARE(back.trained != nullptr, project.trained != nullptr);
    QCOMPARE(back.earlierRuns.size(), project.earlierRuns.size());
    QCOMPARE(back.variants.size(), project.variants.size());
    QVERIFY(back.unknown.fields.empty());
    QVERIFY(bytesOf(back) == bytes);
}

void TestProjectFile::modelsComeBackToTheBit()
{
    for (const Project& project : {trainedFruitProject(), trainedLineProject(), trainedWindowProject()}) {
        const Project back = parsed(bytesOf(project));
        QCOMPARE(project.variants.size(), std::size_t(2));
        for (std::size_t i = 0; i < project.variants.size(); ++i) {
            const DeployableModel& before = project.variants[i]->model;
            const DeployableModel& after = back.variants[i]->model;
            QCOMPARE(after.name, before.name);
            QVERIFY(after.arithmetic == before.arithmetic);
            QVERIFY(after.layers == before.layers);
            QVERIFY(after.decoding == before.decoding);
            QVERIFY(after.provenance == before.provenance);
            QVERIFY(after.preprocessing.features == before.preprocessing.features);
            QVERIFY(std::equal(after.integerInputs.begin(), after.integerInputs.end(), before.integerInputs.begin(),
                               before.integerInputs.end(), sameInputs));
            QCOMPARE(after.goldenRows.size(), before.goldenRows.size());
            QVERIFY(!before.goldenRows.empty());
            QVERIFY(after.preprocessing.stream == before.preprocessing.stream);
            QCOMPARE(after.goldenWindow, before.goldenWindow);
            QCOMPARE(modelId(after), modelId(before));
        }
    }
}

void TestProjectFile::historyAndMetricsComeBack()
{
    const Project project = trainedFruitProject();
    const Project back = parsed(bytesOf(project));
    QVERIFY(back.trained->history == project.trained->history);
    QCOMPARE(back.trained->history.size(), std::size_t(3));
    QCOMPARE(back.trained->bestEpoch, project.trained->bestEpoch);
    QCOMPARE(back.trained->dataFingerprint, project.trained->dataFingerprint);
    QCOMPARE(back.trained->test.headline, project.trained->test.headline);
    QVERIFY(back.trained->test.confusion == project.trained->test.confusion);
    QCOMPARE(back.variants[1]->test.headline, project.variants[1]->test.headline);
    QCOMPARE(methodOf(*back.variants[1]), std::string("ptq"));
    QCOMPARE(bitsOf(*back.variants[1]), 8);
    const Project line = trainedLineProject();
    QCOMPARE(parsed(bytesOf(line)).trained->test.rootMeanSquareError, line.trained->test.rootMeanSquareError);
    for (std::size_t i = 0; i < project.trained->network.layers.size(); ++i) {
        QVERIFY(back.trained->network.layers[i].weights == project.trained->network.layers[i].weights);
        QVERIFY(back.trained->network.layers[i].bias == project.trained->network.layers[i].bias);
    }
}

void TestProjectFile::stateAndConditionsComeBack()
{
    const Project project = retrainedFruitProject();
    const std::shared_ptr<const TrainedNetwork> run = project.trained;
    const std::shared_ptr<const TrainedNetwork> loaded = parsed(bytesOf(project)).trained;
    const TrainedNetwork& back = *loaded;
    QCOMPARE(back.number, 2);
    QCOMPARE(back.instructionSet, run->instructionSet);
    QVERIFY(!back.instructionSet.empty());
    QVERIFY(back.state->parameters == run->state->parameters);
    QVERIFY(back.state->memory == run->state->memory);
    QCOMPARE(back.state->statistics.size(), run->state->statistics.size());
    QCOMPARE(back.state->firstPower, run->state->firstPower);
    QCOMPARE(back.state->secondPower, run->state->secondPower);
    const std::shared_ptr<const TrainedNetwork> adam = parsed(bytesOf(trainedLineProject())).trained;
    QVERIFY(adam->state->firstPower < 1);
    QVERIFY(adam->state->secondPower < 1);
}

void TestProjectFile::earlierRunsComeBack()
{
    const Project project = retrainedFruitProject();
    QCOMPARE(project.earlierRuns.size(), std::size_t(1));
    const TrainedNetwork& before = *project.earlierRuns.front();
    const Project loaded = parsed(bytesOf(project));
    const TrainedNetwork& after = *loaded.earlierRuns.front();
    QCOMPARE(after.number, 1);
    QVERIFY(after.design == before.design);
    QVERIFY(after.settings == before.settings);
    QVERIFY(after.history == before.history);
    QCOMPARE(after.dataFingerprint, before.dataFingerprint);
    QCOMPARE(after.test.headline, before.test.headline);
    for (std::size_t i = 0; i < before.network.layers.size(); ++i)
        QVERIFY(after.network.layers[i].weights == before.network.layers[i].weights);
    QVERIFY(loaded.unknown.fields.empty());
    QVERIFY(loaded.unknown.files.empty());
    bool found = false;
    for (const ArchiveEntry& entry : entriesOf(project))
        found = found || entry.name == "runs/1/layer-1-weights.npy";
    QVERIFY(found);
}

void TestProjectFile::choicesComeBack()
{
    Project project = fruitProject();
    project.data.task = Task::Regression;
    project.data.scaling = Scaling::Robust;
    project.data.reading.grouping = '\0';
    project.data.reading.comment = '#';
    project.data.reading.dayFirst = true;
    project.data.split = {0.1, 1e-7, 20, std::numeric_limits<std::uint64_t>::max(), SplitMethod::Folds, 3, 7, 6};
    project.data.columns = {{Role::Ignore, ColumnType::Category, {"-200", "°"}, MissingPolicy::LastValue},
                            {Role::Feature},
                            {Role::Target, {}, {}, MissingPolicy::Keep},
                            {Role::Group}};
    project.design.hidden = {{1, Activation::Sigmoid}, {mostUnits, Activation::Linear}};
    project.design.hidden[0].dropout = 0.1;
    project.design.hidden[1].normalised = true;
    project.training = {.epochs = 7,
                        .batch = 3,
                        .seed = 1ull << 63,
                        .optimizer = Optimizer::Momentum,
                        .learningRate = 0.1 + 0.2,
                        .momentum = 0.99,
                        .weightDecay = 1e-7,
                        .schedule = Schedule::Plateau,
                        .warmUpEpochs = 4,
                        .loss = Loss::Huber,
                        .classWeights = ClassWeights::Balanced,
                        .labelSmoothing = 0.05,
                        .l1 = 1e-9,
                        .l2 = 0.3,
                        .largestGradient = 2.5,
                        .initialiser = Initialiser::HeNormal,
                        .patience = 11};
    project.board = "nano";
    const Project back = parsed(bytesOf(project));
    QVERIFY(back.data == project.data);
    QVERIFY(back.design == project.design);
    QVERIFY(back.training == project.training);
    QCOMPARE(back.board, std::string("nano"));
    project.design.hidden.clear();
    QVERIFY(parsed(bytesOf(project)).design.hidden.empty());
}

void TestProjectFile::testFileComesBackReadTheSameWay()
{
    Project project = fruitProject();
    const std::string csv = "kind;weight\nlemon;1,5\nlime;2,5\n";
    project.testSource = DataSource{"test.csv", std::make_shared<const FileBytes>(FileBytes::of(csv)),
                                    std::make_shared<const Table>(*readTable(csv))};
    const std::string bytes = bytesOf(project);
    const Project back = parsed(bytes);
    QVERIFY(back.testSource.has_value());
    QCOMPARE(back.testSource->fileName, std::string("test.csv"));
    QVERIFY(back.testSource->bytes->view() == csv);
    QCOMPARE(back.testSource->table->columns[1].numbers, (std::vector<double>{1.5, 2.5}));
    QVERIFY(bytesOf(back) == bytes);
    QVERIFY(back.unknown.files.empty());
}

void TestProjectFile::sameProjectGivesSameBytes()
{
    const Project project = trainedFruitProject();
    QVERIFY(bytesOf(project) == bytesOf(project));
    QVERIFY(bytesOf(project) != bytesOf(fruitProject()));
}

void TestProjectFile::sameTrainingGivesSameBytes()
{
    QVERIFY(bytesOf(trainedFruitProject()) == bytesOf(trainedFruitProject()));
}

void TestProjectFile::filesStandInAFixedOrder()
{
    QStringList names;
    for (const ArchiveEntry& entry : entriesOf(trainedLineProject()))
        names.append(QString::fromStdString(entry.name));
    const QStringList expected = {
        QStringLiteral("project.json"),
        QStringLiteral("data/line.csv"),
        QStringLiteral("network/layer-1-weights.npy"),
        QStringLiteral("network/layer-1-bias.npy"),
        QStringLiteral("network/layer-2-weights.npy"),
        QStringLiteral("network/layer-2-bias.npy"),
        QStringLiteral("network/state/parameters.npy"),
        QStringLiteral("network/state/memory-1.npy"),
        QStringLiteral("network/state/memory-2.npy"),
        QStringLiteral("models/float/layer-1-weights.npy"),
        QStringLiteral("models/float/layer-1-bias.npy"),
        QStringLiteral("models/float/layer-2-weights.npy"),
        QStringLiteral("models/float/layer-2-bias.npy"),
        QStringLiteral("models/ptq-int8/layer-1-weights.npy"),
        QStringLiteral("models/ptq-int8/layer-1-bias.npy"),
        QStringLiteral("models/ptq-int8/layer-1-weight-scale.npy"),
        QStringLiteral("models/ptq-int8/layer-1-multiplier.npy"),
        QStringLiteral("models/ptq-int8/layer-2-weights.npy"),
        QStringLiteral("models/ptq-int8/layer-2-bias.npy"),
        QStringLiteral("models/ptq-int8/layer-2-weight-scale.npy"),
    };
    QCOMPARE(names, expected);
}

void TestProjectFile::tableKeepsItsOwnBytes()
{
    std::string csv = fruitCsv();
    for (std::size_t at = 0; (at = csv.find('\n', at)) != std::string::npos; at += 2)
        csv.replace(at, 1, "\r\n");
    const auto project = projectWithData("fruit.csv", "\xef\xbb\xbf" + csv);
    QVERIFY(project);
    const Project back = parsed(bytesOf(*project));
    QVERIFY(back.source->bytes->view() == "\xef\xbb\xbf" + csv);
    QCOMPARE(back.source->fileName, std::string("fruit.csv"));
    QCOMPARE(back.source->table->fingerprint, project->source->table->fingerprint);
    QCOMPARE(back.source->table->columns.size(), std::size_t(4));
}

void TestProjectFile::unknownFieldsAreKept()
{
    std::vector<ArchiveEntry> entries = entriesOf(retrainedFruitProject());
    Json document = Json::parse(entries.front().bytes);
    document["earlierRuns"][0]["settings"]["mood"] = "good";
    document["trained"]["state"]["deep"] = 1;
    document["colour"] = {{"deep", {1, 2, 3}}};
    document["training"]["mood"] = 12;
    document["variants"][1]["pruned"] = 0.5;
    document["trained"]["note"] = "seen by a newer program";
    entries.front().bytes = document.dump();

    const Project back = parsed(*packArchive(entries));
    const Json again = documentOf(back);
    QVERIFY(again["colour"] == document["colour"]);
    QVERIFY(again["training"]["mood"] == 12);
    QVERIFY(again["variants"][1]["pruned"] == 0.5);
    QVERIFY(!again["variants"][0].contains("pruned"));
    QVERIFY(again["trained"]["note"] == "seen by a newer program");
    QVERIFY(again["earlierRuns"][0]["settings"]["mood"] == "good");
    QVERIFY(again["trained"]["state"]["deep"] == 1);
    QVERIFY(bytesOf(parsed(bytesOf(back))) == bytesOf(back));
}

void TestProjectFile::unknownFilesAreKept()
{
    std::vector<ArchiveEntry> entries = entriesOf(fruitProject());
    entries.push_back({"captures/today.csv", "1,2,3\n"});
    const std::vector<ArchiveEntry> again = entriesOf(parsed(*packArchive(entries)));
    QVERIFY(again.back() == entries.back());
}

void TestProjectFile::unknownResultsGoWhenTheyAreMadeAnew()
{
    std::vector<ArchiveEntry> entries = entriesOf(trainedFruitProject());
    Json document = Json::parse(entries.front().bytes);
    document["trained"]["mask"] = 1;
    document["variants"][1]["mask"] = 2;
    document["colour"] = "green";
    entries.front().bytes = document.dump();
    const Project project = parsed(*packArchive(entries));
    const Dataset data = *datasetOf(project);

    const Json compressedAgain = documentOf(*compressed(project, data, {}));
    QVERIFY(!compressedAgain["variants"][1].contains("mask"));
    QVERIFY(compressedAgain["trained"].contains("mask"));
    const Json trainedAgain = documentOf(*trained(project, data));
    QVERIFY(!trainedAgain["trained"].contains("mask"));
    QVERIFY(!trainedAgain["variants"][1].contains("mask"));
    QVERIFY(trainedAgain["colour"] == "green");
}

void TestProjectFile::sensorPinsComeBack()
{
    Project project = trainedFruitProject();
    project.sensorPins["uno"] = {{"mass", "A0", 0.1f, -50.25f}, {"colour of old", "A5", 1, 0}};
    project.sensorPins["board-of-the-future"] = {{"mass", "GPIO_77", 3e-7f, 0}};
    const std::string bytes = bytesOf(project);
    const Project back = parsed(bytes);
    QVERIFY(back.sensorPins == project.sensorPins);
    QCOMPARE(bytesOf(back), bytes);
    // The model can take one of them, and an unknown board none.
    const DeployableModel& model = back.variants.back()->model;
    const std::vector<SensorPin> pins = pinsFor(back, model, findBoard("uno").value());
    QCOMPARE(pins.size(), std::size_t(1));
    QCOMPARE(pins.front().feature, std::string("mass"));
    QVERIFY(pinsFor(back, model, findBoard("nano").value()).empty());
}

void TestProjectFile::filesWithoutSensorPinsHaveNone()
{
    const Project project = trainedFruitProject();
    QVERIFY(!documentOf(project).contains("sensorPins"));
    QVERIFY(parsed(bytesOf(project)).sensorPins.empty());
}

void TestProjectFile::boardThatIsNotKnownBecomesTheFirst()
{
    Project project;
    project.board = "board-of-the-future";
    QCOMPARE(parsed(bytesOf(project)).board, std::string("uno"));
}

void TestProjectFile::savedFileIsLoadedFromDisk()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("fruit.broto")).toStdString();
    const Project project = trainedFruitProject();
    QVERIFY(saveProject(project, path));
    const Result<Project> back = loadProject(path);
    QVERIFY(back);
    QVERIFY(bytesOf(*back) == bytesOf(project));
    QVERIFY(!saveProject(project, path / "below" / "a-file"));
}

void TestProjectFile::whatAnotherHasWrittenMeanwhileIsLeftAlone()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("fruit.broto")).toStdString();
    const Project project = trainedFruitProject();
    QVERIFY(saveProject(project, path));
    const std::optional<FileStamp> seen = fileStamp(path);
    QVERIFY(saveProject(project, path, seen));
    QVERIFY(writeFileAtomically(path, "of another window"));
    const Result<void> saved = saveProject(project, path, seen);
    QVERIFY(!saved && saved.error().id == "project.changed-meanwhile");
    QVERIFY(readFile(path).value() == "of another window");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing half done lies beside it
}

void TestProjectFile::missingFileIsNamed()
{
    const Result<Project> none = loadProject("/nowhere/at-all.broto");
    QVERIFY(!none);
    QVERIFY(inEnglish(none.error()).find("/nowhere/at-all.broto") != std::string::npos);
}

void TestProjectFile::numpyReadsTheWeights()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("line.broto"));
    QVERIFY(saveProject(trainedLineProject(), path.toStdString()));
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys\ntry:\n import numpy\nexcept ImportError:\n sys.exit(77)\n"
                                 "import zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                                 "w = numpy.load(z.open('models/ptq-int8/layer-1-weights.npy'))\n"
                                 "print(w.dtype, w.shape)"),
                  path});
    if (!python.waitForFinished(30000) || python.exitCode() == 77)
        QSKIP("numpy (python3-numpy) is not installed");
    QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("int8 (4, 1)"));
}

void TestProjectFile::formatOneIsRead()
{
    // Written by the first version and never again: every later one has to read it.
    const Result<Project> project = loadProject(BROTO_SOURCE_DIR "/tests/data/project/format-1.broto");
    QVERIFY2(project, project ? "" : inEnglish(project.error()).c_str());
    QCOMPARE(project->source->fileName, std::string("fruit.csv"));
    QCOMPARE(project->source->table->rows, std::size_t(30));
    QVERIFY(project->design.hidden == std::vector<HiddenLayer>({{4, Activation::Tanh}, {3, Activation::Tanh}}));
    QCOMPARE(project->trained->history.size(), std::size_t(3));
    QCOMPARE(project->variants.size(), std::size_t(2));
    QCOMPARE(project->variants[1]->model.name, std::string("ptq-int8"));
    QVERIFY(rolesOf(project->data) == (std::vector{Role::Feature, Role::Feature, Role::Feature, Role::Target}));
    QVERIFY(!project->data.split.method);
    QVERIFY(project->unknown.fields.empty());
    QVERIFY(stateOf(Stage::Train, *project) == StageState::Done);
    Predictor predictor(project->variants[1]->model);
    QVERIFY(!predictor.predict(project->variants[1]->model.goldenRows.front()).refused);
}

void TestProjectFile::formatTwoIsRead()
{
    // Written before there were windows.
    const Result<Project> project = loadProject(BROTO_SOURCE_DIR "/tests/data/project/format-2.broto");
    QVERIFY2(project, project ? "" : inEnglish(project.error()).c_str());
    QVERIFY(!project->data.windows);
    QVERIFY(project->data.scaling == Scaling::Robust);
    QVERIFY(!project->variants[1]->model.preprocessing.stream);
    QVERIFY(project->unknown.fields.empty());
    QVERIFY(stateOf(Stage::Train, *project) == StageState::Done);
}

void TestProjectFile::formatThreeIsRead()
{
    // Written before runs were kept, and before there was more than one kind of everything.
    const Result<Project> project = loadProject(BROTO_SOURCE_DIR "/tests/data/project/format-3.broto");
    QVERIFY2(project, project ? "" : inEnglish(project.error()).c_str());
    const TrainingSettings expected = {.epochs = 3, .optimizer = Optimizer::AdamW};
    QVERIFY(project->training == expected);
    QVERIFY(project->design.hidden == std::vector<HiddenLayer>({{4, Activation::Sigmoid}, {3, Activation::Sigmoid}}));
    QCOMPARE(project->trained->number, 1);
    QVERIFY(project->trained->instructionSet.empty());
    QVERIFY(!project->trained->state);
    QVERIFY(project->earlierRuns.empty());
    QVERIFY(project->unknown.fields.empty());
    QVERIFY(project->unknown.files.empty());
    QVERIFY(stateOf(Stage::Train, *project) == StageState::Done);
    QVERIFY(parsed(bytesOf(*project)).trained->settings == expected);
    // And it goes on from there: the next run is the second, the old one stays.
    const Project second = *trained(*project, *datasetOf(*project));
    QCOMPARE(second.trained->number, 2);
    QCOMPARE(second.earlierRuns.size(), std::size_t(1));
}

void TestProjectFile::formatFourIsRead()
{
    // Written when integer weights were kept in one way.
    const Result<Project> project = loadProject(BROTO_SOURCE_DIR "/tests/data/project/format-4.broto");
    QVERIFY2(project, project ? "" : inEnglish(project.error()).c_str());
    QCOMPARE(project->variants.size(), std::size_t(2));
    QVERIFY(project->variants[0]->model.arithmetic == Arithmetic::Float32);
    const DeployableModel& quantized = project->variants[1]->model;
    QVERIFY(quantized.arithmetic == Arithmetic::Int8);
    QCOMPARE(storageText(quantized), std::string("int8"));
    QCOMPARE(quantized.provenance.grownScales, 0);
    QVERIFY(project->unknown.fields.empty());
    QVERIFY(stateOf(Stage::Compress, *project) == StageState::Done);
    QCOMPARE(storageText(parsed(bytesOf(*project)).variants[1]->model), std::string("int8"));
}

void TestProjectFile::everyWayOfCompressingComesBack_data()
{
    QTest::addColumn<Recipe>("recipe");
    QatOptions qat;
    qat.bits = 4;
    qat.scales = Scales::Learned;
    qat.extra = {2, 0.001};
    CodebookOptions codebook;
    codebook.method = CentreMethod::DbStream;
    codebook.centres.dbStream.radius = 0.07;
    codebook.codebooks = Codebooks::OneForAll;
    codebook.extra = {1, 0};
    PruningOptions pruning;
    pruning.share = 0.9;
    pruning.stages = 2;
    pruning.extra = {2, 0.01};
    DistillationOptions distillation;
    distillation.teacher = {{{9}}};
    distillation.student = {{{3, Activation::Tanh, 0.1}}};
    distillation.temperature = 3.5;
    QuantizationOptions mixed = usualOptions(2);
    mixed.layerBits = {8, 4, 2};
    mixed.granularity = Granularity::Layer;
    mixed.activationRange = RangeMethod::Entropy;
    mixed.calibrationRows = 7;
    QTest::newRow("mixed precision") << Recipe{{mixed}};
    QTest::newRow("qat with learned scales") << Recipe{{qat}};
    QTest::newRow("a shared codebook") << Recipe{{codebook}};
    QTest::newRow("pruning") << Recipe{{pruning}};
    QTest::newRow("distillation, ternary") << Recipe{{distillation, usualOptions(2)}};
    QTest::newRow("all of it") << Recipe{{distillation, pruning, qat, codebook}};
}

void TestProjectFile::everyWayOfCompressingComesBack()
{
    QFETCH(Recipe, recipe);
    const Project project = trainedFruitProject();
    const Result<Project> after = compressed(project, dataOf(project), {recipe, "tried"});
    QVERIFY2(after, after ? "" : inEnglish(after.error()).c_str());
    const std::string bytes = bytesOf(*after);
    const Project back = parsed(bytes);
    const Variant &before = *after->variants.back(), &read = *back.variants.back();
    QVERIFY(read.recipe == before.recipe && read.recipe == recipe);
    QVERIFY(read.model.layers == before.model.layers);
    QVERIFY(read.model.provenance == before.model.provenance);
    QCOMPARE(read.extraEpochs, before.extraEpochs);
    QCOMPARE(read.control.has_value(), before.control.has_value());
    if (before.control)
        QCOMPARE(read.control->test.headline, before.control->test.headline);
    QCOMPARE(modelId(read.model), modelId(before.model));
    QVERIFY(bytesOf(back) == bytes);
    // And the stored recipe makes the same model again.
    const Project again = *compressed(back, dataOf(back), {*read.recipe, "again"});
    QVERIFY(again.variants.back()->model.layers == before.model.layers);
}

void TestProjectFile::recipesAreKept()
{
    PruningOptions pruning;
    pruning.extra = {3, 0};
    const Project project = *withRecipe(fruitProject(), {"small", Recipe{{pruning, QatOptions()}}});
    QVERIFY(parsed(bytesOf(project)).recipes == project.recipes);
    QVERIFY(*findRecipe(project, "small") == project.recipes[0].recipe);
    QCOMPARE(findRecipe(project, "large").error().id, std::string_view("project.no-such-recipe"));
    QCOMPARE(findRecipe(fruitProject(), "small").error().id, std::string_view("project.no-recipes"));
    QCOMPARE(withRecipe(project, {"..", {}}).error().id, std::string_view("project.recipe-name"));
    QCOMPARE(withRecipe(project, {"wrong", Recipe{{QatOptions(), pruning}}}).error().id,
             std::string_view("compression.recipe-order"));
    const Project other = *withRecipe(project, {"small", Recipe{{pruning}}});
    QCOMPARE(other.recipes.size(), std::size_t(1));
    QCOMPARE(other.recipes[0].recipe.steps.size(), std::size_t(1));
    QVERIFY(withoutRecipe(other, "small").recipes.empty());
}

void TestProjectFile::adamOfOlderFormatsDecayedWeights_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("adam") << QStringLiteral("adam") << static_cast<int>(Optimizer::AdamW);
    QTest::newRow("sgd") << QStringLiteral("sgd") << static_cast<int>(Optimizer::Sgd);
}

void TestProjectFile::adamOfOlderFormatsDecayedWeights()
{
    QFETCH(QString, before);
    QFETCH(int, after);
    std::vector<ArchiveEntry> entries =
        *unpackArchive(readFile(BROTO_SOURCE_DIR "/tests/data/project/format-3.broto").value());
    Json document = Json::parse(entries.front().bytes);
    document["training"]["optimizer"] = before.toStdString();
    document["trained"]["settings"]["optimizer"] = before.toStdString();
    entries.front().bytes = document.dump();
    const Project project = parsed(*packArchive(entries));
    QCOMPARE(static_cast<int>(project.training.optimizer), after);
    QVERIFY(project.training.schedule == Schedule::Cosine);
    QVERIFY(!project.training.weightDecay);
    QVERIFY(stateOf(Stage::Train, project) == StageState::Done);
}

QTEST_APPLESS_MAIN(TestProjectFile)
#include "tst_project_file.moc"

#include "compression/compress.h"
#include "compression/packed_weights.h"
#include "compression/predictor.h"
#include "core/training/learning_tasks.h"
#include "support/model_fixtures.h"
#include "support/value_of.h"

#include <QTest>

#include <algorithm>

using namespace broto;
using test::identical;

namespace {

PruningOptions pruning(Pruning what, double share, int epochs = 6)
{
    return {what, share, 3, {epochs, 0.01}};
}

QatOptions qat(int bits, Scales scales = Scales::Calibrated)
{
    QatOptions options;
    options.bits = bits;
    options.scales = scales;
    options.extra = {4, 0.01};
    return options;
}

CodebookOptions codebook(std::size_t size, Codebooks codebooks = Codebooks::ALayer)
{
    CodebookOptions options;
    options.size = size;
    options.codebooks = codebooks;
    options.extra = {3, 0.005};
    return options;
}

DistillationOptions distillation()
{
    DistillationOptions options;
    options.teacher = {{{20}}};
    options.student = {{{6, Activation::Relu, 0, true}}};
    return options;
}

TrainedNetwork trainedOn(const Dataset& data, const NetworkDesign& design = {{{16}, {8, Activation::Tanh}}})
{
    TrainingSettings settings;
    settings.epochs = 12;
    return *train(data, design, settings);
}

void everyRecipe()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<int>("epochs");
    const auto row = [](Recipe recipe, int epochs) { QTest::newRow(recipeName(recipe).c_str()) << recipe << epochs; };
    QTest::newRow("nothing") << Recipe{} << 0;
    for (const int bits : {2, 3, 4, 8})
        row({{usualOptions(bits)}}, 0);
    for (const int bits : {2, 4, 8})
        row({{qat(bits)}}, 4);
    for (const std::size_t size : codebookSizes)
        row({{codebook(size)}}, 3);
    row({{pruning(Pruning::Weights, 0.7)}}, 6);
    row({{pruning(Pruning::Neurons, 0.5)}}, 6);
    row({{distillation()}}, 0);
    row({{pruning(Pruning::Weights, 0.5), usualOptions(4)}}, 6);
    row({{pruning(Pruning::Weights, 0.5), qat(4, Scales::Learned)}}, 10);
    row({{pruning(Pruning::Weights, 0.5), qat(8), codebook(16, Codebooks::OneForAll)}}, 13);
    row({{pruning(Pruning::Neurons, 0.5), qat(2)}}, 10);
    row({{distillation(), pruning(Pruning::Neurons, 0.4), qat(8), codebook(4)}}, 13);
}

const IntegerLayer& layerOf(const DeployableModel& model, std::size_t index)
{
    return std::get<IntegerLayer>(model.layers[index]);
}

std::size_t weightsOf(const DeployableModel& model)
{
    std::size_t weights = 0;
    for (std::size_t l = 0; l < model.layers.size(); ++l)
        weights += layerOf(model, l).weights.size();
    return weights;
}

std::size_t zerosOf(const DeployableModel& model)
{
    std::size_t zeros = 0;
    for (std::size_t l = 0; l < model.layers.size(); ++l)
        zeros +=
            static_cast<std::size_t>(std::count(layerOf(model, l).weights.begin(), layerOf(model, l).weights.end(), 0));
    return zeros;
}

}

class TestCompress : public QObject {
    Q_OBJECT

private slots:
    void everyRecipeGivesAValidModel_data();
    void everyRecipeGivesAValidModel();
    void sameSeedGivesTheSameModel_data();
    void sameSeedGivesTheSameModel();
    void noStepsAreQuantizationTo8Bits();
    void controlIsTheFloatNetworkThatLearnsAsLong();
    void controlOfADistilledStudentHasLearnedAlone();
    void pipelinesKeepWhatWasPruned_data();
    void pipelinesKeepWhatWasPruned();
    void smallerNetworksAreSmaller();
    void sparseWeightsAreStoredSoWhereThatIsSmaller_data();
    void sparseWeightsAreStoredSoWhereThatIsSmaller();
    void observerSeesControlAndCompression();
    void twoClassesOfOneOutputCanBeCompressed();
    void normalisedNetworksCanBeCompressed();
    void modelSaysWhereItComesFrom();
    void wrongRecipeIsRefusedBeforeAnythingIsTrained();
    void stopKeepsWhatIsThere_data();
    void stopKeepsWhatIsThere();
    void cancelIsAnError_data();
    void cancelIsAnError();
};

void TestCompress::everyRecipeGivesAValidModel_data()
{
    everyRecipe();
}

void TestCompress::everyRecipeGivesAValidModel()
{
    QFETCH(Recipe, recipe);
    QFETCH(int, epochs);
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 9, 100);
        const TrainedNetwork trained = trainedOn(data);
        const Result<Compressed> compressed = compress(trained, data, recipe, "1.2");
        QVERIFY2(compressed.ok(), compressed ? "" : inEnglish(compressed.error()).c_str());
        const DeployableModel& model = compressed->model;
        const std::optional<Message> problem = problemWith(model);
        QVERIFY2(!problem, problem ? inEnglish(*problem).c_str() : "");
        QCOMPARE(model.name, recipeName(recipe));
        QVERIFY(model.arithmetic == Arithmetic::Int8);
        QCOMPARE(compressed->extraEpochs, epochs);
        QCOMPARE(model.provenance.epochs, 12 + epochs);
        QCOMPARE(model.provenance.testMetric, evaluate(model, data.test).headline);
        const bool distilled = !recipe.steps.empty() && methodName(recipe.steps[0]) == "distill";
        QCOMPARE(compressed->control.has_value(), epochs > 0 || distilled);
        if (epochs > 0)
            QCOMPARE(static_cast<int>(compressed->control->history.size()), epochs);
    }
}

void TestCompress::sameSeedGivesTheSameModel_data()
{
    everyRecipe();
}

void TestCompress::sameSeedGivesTheSameModel()
{
    QFETCH(Recipe, recipe);
    const Dataset data = fixtureDataset(Task::Classification, 9, 100);
    const TrainedNetwork trained = trainedOn(data);
    const Compressed first = *compress(trained, data, recipe, "1.2"), second = *compress(trained, data, recipe, "1.2");
    QCOMPARE(modelId(first.model), modelId(second.model));
    QVERIFY(first.model.layers == second.model.layers);
    QVERIFY(first.model.decoding == second.model.decoding);
    QVERIFY(first.model.provenance == second.model.provenance);
    QVERIFY(!first.control || identical(first.control->network, second.control->network));
}

void TestCompress::noStepsAreQuantizationTo8Bits()
{
    const Dataset data = fixtureDataset(Task::Classification, 9, 100);
    const TrainedNetwork trained = trainedOn(data);
    const DeployableModel plain = *quantize(trained, data, {}, "1.2");
    for (const Recipe& recipe : {Recipe{}, Recipe{{QuantizationOptions()}}}) {
        const DeployableModel model = compress(trained, data, recipe, "1.2")->model;
        QCOMPARE(modelId(model), modelId(plain));
        QCOMPARE(model.name, plain.name);
    }
    QCOMPARE(quantize(trained, data, usualOptions(2), "1.2")->name, std::string("ptq-ternary"));
}

void TestCompress::controlIsTheFloatNetworkThatLearnsAsLong()
{
    const Dataset data = fixtureDataset(Task::Classification, 9, 100);
    const TrainedNetwork trained = trainedOn(data);
    const Recipe recipe{{pruning(Pruning::Weights, 0.5), qat(8)}};
    const Compressed compressed = *compress(trained, data, recipe, "1.2");
    FineTuning tuning;
    tuning.start = trained.network;
    TrainingSettings settings = trained.settings;
    settings.epochs = 10;
    settings.learningRate = 0.01;
    QVERIFY(identical(compressed.control->network, fineTune(data, trained.design, settings, tuning)->run.network));
}

void TestCompress::controlOfADistilledStudentHasLearnedAlone()
{
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 9, 100);
        const TrainedNetwork trained = trainedOn(data);
        const Compressed compressed = *compress(trained, data, {{distillation()}}, "1.2");
        const TrainedNetwork alone = *train(data, distillation().student, trained.settings);
        QVERIFY(identical(compressed.control->network, alone.network));
        QVERIFY(compressed.control->history == alone.history);
        QVERIFY(shapeOf(compressed.model) == shapeOf(alone.network));
    }
}

void TestCompress::pipelinesKeepWhatWasPruned_data()
{
    QTest::addColumn<Recipe>("recipe");
    const PruningOptions pruned = pruning(Pruning::Weights, 0.6);
    for (const Recipe& recipe :
         {Recipe{{pruned}}, Recipe{{pruned, usualOptions(4)}}, Recipe{{pruned, usualOptions(8)}},
          Recipe{{pruned, qat(8)}}, Recipe{{pruned, qat(4, Scales::Learned)}}, Recipe{{pruned, codebook(16)}},
          Recipe{{pruned, qat(8), codebook(256)}}, Recipe{{pruned, qat(4), codebook(4, Codebooks::OneForAll)}},
          Recipe{{distillation(), pruned, qat(8), codebook(16)}}})
        QTest::newRow(recipeName(recipe).c_str()) << recipe;
}

void TestCompress::pipelinesKeepWhatWasPruned()
{
    QFETCH(Recipe, recipe);
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 9, 100);
        const DeployableModel model = test::valueOf(compress(trainedOn(data), data, recipe, "1.2")).model;
        const auto pruned = static_cast<std::size_t>(std::llround(0.6 * static_cast<double>(weightsOf(model))));
        QVERIFY2(zerosOf(model) >= pruned, qPrintable(QString::number(zerosOf(model))));
    }
}

void TestCompress::smallerNetworksAreSmaller()
{
    const Dataset data = fixtureDataset(Task::Classification, 9, 100);
    const TrainedNetwork trained = trainedOn(data);
    const DeployableModel model = compress(trained, data, {{pruning(Pruning::Neurons, 0.5)}}, "1.2")->model;
    QCOMPARE(layerOf(model, 0).outputs, 8);
    QCOMPARE(layerOf(model, 1).outputs, 4);
    QVERIFY(weightBytes(model) < weightBytes(*quantize(trained, data, {}, "1.2")));
}

void TestCompress::sparseWeightsAreStoredSoWhereThatIsSmaller_data()
{
    QTest::addColumn<NetworkDesign>("design");
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<std::string>("storage");
    const NetworkDesign large{{{40}, {30}}}, small{{{8}}};
    const auto pruned = [](double share) { return pruning(Pruning::Weights, share, 3); };
    QTest::newRow("most is gone") << large << Recipe{{pruned(0.8)}} << std::string("sparse");
    QTest::newRow("little is gone") << large << Recipe{{pruned(0.05)}} << std::string("int8");
    QTest::newRow("too small to pay for a kernel") << small << Recipe{{pruned(0.8)}} << std::string("int8");
    QTest::newRow("4 bits are smaller yet") << large << Recipe{{pruned(0.8), qat(4)}} << std::string("int4");
    QTest::newRow("in a codebook") << large << Recipe{{pruned(0.8), codebook(16)}} << std::string("codebook");
    QTest::newRow("neurons") << large << Recipe{{pruning(Pruning::Neurons, 0.8)}} << std::string("int8");
}

void TestCompress::sparseWeightsAreStoredSoWhereThatIsSmaller()
{
    QFETCH(NetworkDesign, design);
    QFETCH(Recipe, recipe);
    QFETCH(std::string, storage);
    const Dataset data = fixtureDataset(Task::Classification, 9, 60);
    const DeployableModel model = compress(trainedOn(data, design), data, recipe, "1.2")->model;
    QVERIFY2(storageText(model).find(storage) == 0 || storageText(model).find("+ " + storage) != std::string::npos,
             storageText(model).c_str());
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        const IntegerLayer& layer = layerOf(model, l);
        IntegerLayer other = layer;
        other.storage = Storage::Sparse;
        if (layer.storage == Storage::Sparse)
            QVERIFY(packedSize(layer) < layer.weights.size());
        else if (storage == "sparse")
            QVERIFY(packedSize(other) >= layer.weights.size());
    }
    QVERIFY(storage == "sparse" || storageText(model).find("sparse") == std::string::npos);
}

void TestCompress::observerSeesControlAndCompression()
{
    const Dataset data = fixtureDataset(Task::Classification, 9, 60);
    int control = 0, compression = 0;
    QVERIFY(compress(trainedOn(data), data, {{pruning(Pruning::Weights, 0.5), qat(8), codebook(16)}}, "1.2", {},
                     [&](LearningPhase phase, const EpochRecord&) {
                         QVERIFY(phase == LearningPhase::Compression || compression == 0); // one after the other
                         ++(phase == LearningPhase::Control ? control : compression);
                     })
                .ok());
    QCOMPARE(control, 13);
    QCOMPARE(compression, 13);
}

void TestCompress::twoClassesOfOneOutputCanBeCompressed()
{
    Dataset data = fixtureDataset(Task::Classification, 9, 100);
    data.target.classes = {"low", "high"};
    for (DataPart* part : {&data.training, &data.validation, &data.test})
        for (std::int32_t& label : part->labels)
            label = label > 0;
    TrainingSettings settings;
    settings.epochs = 10;
    settings.loss = Loss::BinaryCrossEntropy;
    const TrainedNetwork trained = *train(data, {{{8}}}, settings);
    for (const Recipe& recipe : {Recipe{{pruning(Pruning::Weights, 0.3), qat(8), codebook(16)}},
                                 Recipe{{distillation(), pruning(Pruning::Neurons, 0.3), qat(8)}}}) {
        const Compressed compressed = *compress(trained, data, recipe, "1.2");
        QVERIFY(!problemWith(compressed.model));
        QCOMPARE(compressed.model.outputs(), 2);
        QVERIFY(compressed.model.provenance.testMetric > 0.6);
    }
}

/// What normalises has become part of the weights.
void TestCompress::normalisedNetworksCanBeCompressed()
{
    const Dataset data = fixtureDataset(Task::Classification, 9);
    NetworkDesign design{{{16, Activation::Relu, 0.1, true}, {8, Activation::Tanh, 0, true}}};
    const TrainedNetwork trained = trainedOn(data, design);
    for (const Recipe& recipe : {Recipe{}, Recipe{{qat(8)}}, Recipe{{pruning(Pruning::Neurons, 0.2)}}}) {
        const Compressed compressed = *compress(trained, data, recipe, "1.2");
        QVERIFY(!problemWith(compressed.model));
        QVERIFY2(
            compressed.model.provenance.testMetric > trained.test.headline - 0.15,
            qPrintable(QStringLiteral("%1 %2").arg(compressed.model.provenance.testMetric).arg(trained.test.headline)));
    }
}

void TestCompress::modelSaysWhereItComesFrom()
{
    const Dataset data = fixtureDataset(Task::Regression, 9, 60);
    TrainedNetwork trained = trainedOn(data);
    trained.settings.seed = 44;
    const DeployableModel model = compress(trained, data, {{qat(8)}}, "1.2")->model;
    QCOMPARE(model.provenance.version, std::string("1.2"));
    QCOMPARE(model.provenance.dataFingerprint, data.fingerprint);
    QCOMPARE(model.provenance.seed, std::uint64_t{44});
    QCOMPARE(model.provenance.metric, std::string("R2"));
    QCOMPARE(model.provenance.grownScales, 0);
}

void TestCompress::wrongRecipeIsRefusedBeforeAnythingIsTrained()
{
    const Dataset data = fixtureDataset(Task::Classification, 9, 60);
    int epochs = 0;
    const Result<Compressed> compressed = compress(trainedOn(data), data, {{qat(8), pruning(Pruning::Weights, 0.5)}},
                                                   "1.2", {}, [&](LearningPhase, const EpochRecord&) { ++epochs; });
    QVERIFY(!compressed);
    QCOMPARE(compressed.error().id, std::string_view("compression.recipe-order"));
    QCOMPARE(epochs, 0);
}

void TestCompress::stopKeepsWhatIsThere_data()
{
    QTest::addColumn<LearningPhase>("phase");
    QTest::newRow("while the control learns") << LearningPhase::Control;
    QTest::newRow("while the compressed one learns") << LearningPhase::Compression;
}

void TestCompress::stopKeepsWhatIsThere()
{
    QFETCH(LearningPhase, phase);
    const Dataset data = fixtureDataset(Task::Classification, 9, 60);
    QatOptions endless = qat(4);
    endless.extra.epochs = mostEpochs;
    RunControl control;
    int epochs = 0;
    if (phase == LearningPhase::Compression)
        endless.extra.epochs = 200;
    const Result<Compressed> compressed = compress(trainedOn(data), data, {{endless}}, "1.2", control,
                                                   [&](LearningPhase learning, const EpochRecord& record) {
                                                       epochs += learning == LearningPhase::Compression;
                                                       if (learning == phase && record.epoch == 5)
                                                           control.stop();
                                                   });
    QVERIFY(compressed.ok());
    QVERIFY(!problemWith(compressed->model));
    QCOMPARE(epochs, phase == LearningPhase::Control ? 1 : 5);
    QCOMPARE(compressed->extraEpochs, epochs);
    QCOMPARE(compressed->model.provenance.epochs, 12 + epochs);
    QCOMPARE(compressed->control->history.size(), std::size_t{phase == LearningPhase::Control ? 5u : 200u});
}

void TestCompress::cancelIsAnError_data()
{
    everyRecipe();
}

void TestCompress::cancelIsAnError()
{
    QFETCH(Recipe, recipe);
    const Dataset data = fixtureDataset(Task::Classification, 9, 60);
    const TrainedNetwork trained = trainedOn(data);
    RunControl atOnce;
    atOnce.cancel();
    const Result<Compressed> none = compress(trained, data, recipe, "1.2", atOnce);
    QVERIFY(!none);
    QCOMPARE(none.error().id, std::string_view("common.cancelled"));
    RunControl later;
    bool cancelled = false;
    const Result<Compressed> broken =
        compress(trained, data, recipe, "1.2", later, [&](LearningPhase phase, const EpochRecord& record) {
            cancelled = cancelled || (phase == LearningPhase::Compression && record.epoch == 2);
            if (cancelled)
                later.cancel();
        });
    QCOMPARE(broken.ok(), !cancelled);
    QVERIFY(broken.ok() || broken.error().id == std::string_view("common.cancelled"));
}

QTEST_APPLESS_MAIN(TestCompress)
#include "tst_compress.moc"

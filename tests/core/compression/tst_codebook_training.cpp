#include "compression/codebook_training.h"
#include "compression/model_frame.h"
#include "compression/packed_weights.h"
#include "compression/predictor.h"
#include "support/model_fixtures.h"
#include "training/integer_pass.h"
#include "training/training_start.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace broto;

namespace {

NetworkDesign usualDesign()
{
    return {{{16, Activation::Relu}, {9, Activation::Tanh}}};
}

LearningStart startOf(const TrainedNetwork& trained, Zeros zeros = Zeros::Grow)
{
    return {trained.network, trained.design, trained.settings, zeros};
}

/// A network that has learned a little.
TrainedNetwork learned(const Dataset& data, const NetworkDesign& design)
{
    TrainingSettings settings;
    settings.epochs = 15;
    return *train(data, design, settings);
}

CodebookOptions optionsOf(std::size_t size, CentreMethod method, Codebooks codebooks, int epochs)
{
    CodebookOptions options;
    options.size = size;
    options.method = method;
    options.codebooks = codebooks;
    options.extra = {epochs, 0.002};
    return options;
}

DeployableModel modelFrom(const QatResult& result, const TrainedNetwork& trained, const Dataset& data)
{
    return *modelOf(result.network, modelFrame("codebook", Arithmetic::Int8, trained, data, ""), data);
}

void makeEverySecondZero(Network& network)
{
    for (DenseLayer& layer : network.layers)
        for (Eigen::Index i = 0; i < layer.weights.size(); i += 2)
            layer.weights.data()[i] = 0;
}

std::vector<std::uint32_t> firstRows(std::size_t count)
{
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0u);
    return rows;
}

std::vector<InstructionSet> instructionSets()
{
    if (available(InstructionSet::Avx2))
        return {InstructionSet::Baseline, InstructionSet::Avx2};
    return {InstructionSet::Baseline};
}

/// Every weight has an entry by chance.
std::vector<SharedWeights> drawnShares(const QuantizedNetwork& network, std::size_t entries, Codebooks codebooks)
{
    Random random(17);
    std::vector<double> common;
    for (std::size_t i = 0; i < entries; ++i)
        common.push_back(random.uniform(-120, 120));
    std::sort(common.begin(), common.end());
    std::vector<SharedWeights> shares;
    for (const QuantizedLayer& quantized : network.layers) {
        SharedWeights layer;
        layer.size = paddedCount(entries);
        layer.entries = common;
        if (codebooks == Codebooks::ALayer)
            for (double& entry : layer.entries)
                entry *= random.uniform(0.9f, 1.0f);
        std::sort(layer.entries.begin(), layer.entries.end());
        for (std::size_t i = 0; i < quantized.layer.weights.size(); ++i)
            layer.entryOf.push_back(static_cast<std::uint16_t>(random.below(static_cast<std::uint32_t>(entries))));
        shares.push_back(std::move(layer));
    }
    return shares;
}

/// A network on its way to shared weights, with all that a pass of it needs.
struct Learning {
    Dataset data;
    QuantizedNetwork start;
    std::vector<SharedWeights> shares;
    LossRules rules;
    Truth truth;
    Parameters parameters;
    Matrix inputs;
    CodebookForm form;
    IntegerPass pass;

    Learning(Task task, const NetworkDesign& design, std::size_t entries, Codebooks codebooks, InstructionSet set)
        : data(fixtureDataset(task, 5)),
          start(*quantizedNetwork(fixtureTraining(data, design, 5).network, data, {})),
          shares(drawnShares(start, entries, codebooks)),
          rules(rulesFor(data, {})),
          truth(truthOf(data.target, data.training)),
          parameters(design, fixtureTraining(data, design, 5).network),
          inputs(encodedInputs(start.inputs, data.training, data.inputs())),
          form(parameters, kernelsFor(set), start, shares, codebooks),
          pass(parameters, form, rules, kernelsFor(set), inputs, truth, static_cast<int>(data.training.rows()))
    {
    }

    /// Moves every entry, with all weights that have it.
    void moveEntries(Codebooks codebooks)
    {
        for (std::size_t l = 0; l < shares.size(); ++l) {
            Random random(codebooks == Codebooks::OneForAll ? 3 : 3 + l);
            std::vector<float> change(shares[l].entries.size());
            for (float& each : change)
                each = 0.05f * static_cast<float>(random.normal());
            const LayerPlace& place = parameters.layers[l];
            for (int o = 0; o < place.outputs; ++o)
                for (int i = 0; i < place.inputs; ++i)
                    parameters.values[parameter(place, i, o)] +=
                        change[shares[l].entryOf[static_cast<std::size_t>(o * place.inputs + i)]];
        }
    }

    static std::size_t parameter(const LayerPlace& place, int input, int neuron)
    {
        return place.weights + static_cast<std::size_t>(input * place.width + neuron);
    }
};

/// Leaves slopes as they come into pullBack, to see them.
struct UnsharedForm : CodebookForm {
    using CodebookForm::CodebookForm;
    void pullBack(const Parameters&, AlignedFloats&) override {}
};

void everyKind()
{
    QTest::addColumn<std::size_t>("size");
    QTest::addColumn<CentreMethod>("method");
    QTest::addColumn<Codebooks>("codebooks");
    for (const std::size_t size : codebookSizes)
        for (const CentreMethod method : allCentreMethods)
            for (const Codebooks codebooks : {Codebooks::ALayer, Codebooks::OneForAll})
                QTest::addRow("%d entries, %s, %s", static_cast<int>(size), centreMethodName(method).data(),
                              codebooks == Codebooks::ALayer ? "a codebook a layer" : "one for all")
                    << size << method << codebooks;
}

void sizesAndCodebooks()
{
    QTest::addColumn<std::size_t>("size");
    QTest::addColumn<Codebooks>("codebooks");
    for (const std::size_t size : codebookSizes) {
        QTest::addRow("%d entries, a codebook a layer", static_cast<int>(size)) << size << Codebooks::ALayer;
        QTest::addRow("%d entries, one for all", static_cast<int>(size)) << size << Codebooks::OneForAll;
    }
}

}

class TestCodebookTraining : public QObject {
    Q_OBJECT

private slots:
    void everyWeightIsAnEntry_data();
    void everyWeightIsAnEntry();
    void oneCodebookForAllIsStoredOnce();
    void prunedWeightsStayZero_data();
    void prunedWeightsStayZero();
    void networkOfZerosHasTheEntryZero();
    void trainingTheEntriesLowersTheLoss_data();
    void trainingTheEntriesLowersTheLoss();
    void whatIsJudgedIsWhatIsDeployed_data();
    void whatIsJudgedIsWhatIsDeployed();
    void passComputesTheVeryIntegersOfTheBoard_data();
    void passComputesTheVeryIntegersOfTheBoard();
    void slopeOfAnEntryIsTheSumOverItsWeights_data();
    void slopeOfAnEntryIsTheSumOverItsWeights();
    void sharedWeightsStayEqualWithEveryOptimizer_data();
    void sharedWeightsStayEqualWithEveryOptimizer();
    void sameSeedGivesTheSameIntegers();
    void cancelIsAnError();
    void usualSettingsAreAQuarter();
};

void TestCodebookTraining::everyWeightIsAnEntry_data()
{
    everyKind();
}

void TestCodebookTraining::everyWeightIsAnEntry()
{
    QFETCH(std::size_t, size);
    QFETCH(CentreMethod, method);
    QFETCH(Codebooks, codebooks);
    const Dataset data = fixtureDataset(Task::Classification, 3, 100);
    const TrainedNetwork trained = fixtureTraining(data, usualDesign(), 3);
    const QatResult result = *shareWeights(startOf(trained), data, optionsOf(size, method, codebooks, 2));
    for (const QuantizedLayer& quantized : result.network.layers) {
        const IntegerLayer& layer = quantized.layer;
        QVERIFY(layer.storage == Storage::Codebook);
        QVERIFY(fitsStorage(layer));
        QVERIFY(layer.codebook.size() <= size);
        const std::set<std::int8_t> used(layer.weights.begin(), layer.weights.end());
        QVERIFY(used.size() <= size);
        for (const std::int8_t weight : used)
            QVERIFY(std::binary_search(layer.codebook.begin(), layer.codebook.end(), weight));
        const std::size_t together = static_cast<std::size_t>(8 / indexBits(layer.codebook.size()));
        const auto outputs = static_cast<std::size_t>(layer.outputs), inputs = static_cast<std::size_t>(layer.inputs);
        QCOMPARE(packedSize(layer), (outputs + together - 1) / together * inputs);
        QCOMPARE(packedWeights(layer).size(), packedSize(layer));
        if (codebooks == Codebooks::OneForAll)
            QCOMPARE(layer.codebook, result.network.layers[0].layer.codebook);
    }
    QVERIFY(!problemWith(modelFrom(result, trained, data)));
}

void TestCodebookTraining::oneCodebookForAllIsStoredOnce()
{
    const Dataset data = fixtureDataset(Task::Classification, 3, 100);
    const TrainedNetwork trained = fixtureTraining(data, usualDesign(), 3);
    const auto bytesOf = [&](Codebooks codebooks) {
        return weightBytes(modelFrom(
            *shareWeights(startOf(trained), data, optionsOf(16, CentreMethod::KMeans, codebooks, 1)), trained, data));
    };
    QCOMPARE(bytesOf(Codebooks::ALayer) - bytesOf(Codebooks::OneForAll), std::int64_t{2 * 16});
    const std::int64_t indexes = 6 * 8 + 16 * 5 + 9 * 2, perNeuron = (4 + 2) * (16 + 9 + 3);
    QCOMPARE(bytesOf(Codebooks::OneForAll), indexes + perNeuron + 256 + 16);
}

void TestCodebookTraining::prunedWeightsStayZero_data()
{
    everyKind();
}

void TestCodebookTraining::prunedWeightsStayZero()
{
    QFETCH(std::size_t, size);
    QFETCH(CentreMethod, method);
    QFETCH(Codebooks, codebooks);
    const Dataset data = fixtureDataset(Task::Regression, 3, 100);
    TrainedNetwork trained = fixtureTraining(data, usualDesign(), 3);
    makeEverySecondZero(trained.network);
    const QatResult result = *shareWeights(startOf(trained, Zeros::Stay), data, optionsOf(size, method, codebooks, 4));
    std::size_t others = 0;
    for (const QuantizedLayer& quantized : result.network.layers) {
        for (std::size_t i = 0; i < quantized.layer.weights.size(); i += 2)
            QCOMPARE(int{quantized.layer.weights[i]}, 0);
        for (std::size_t i = 1; i < quantized.layer.weights.size(); i += 2)
            others += quantized.layer.weights[i] != 0;
        QVERIFY(quantized.layer.codebook.size() <= size);
    }
    QVERIFY(others > 20);
}

void TestCodebookTraining::networkOfZerosHasTheEntryZero()
{
    const Dataset data = fixtureDataset(Task::Classification, 3, 100);
    TrainedNetwork trained = fixtureTraining(data, usualDesign(), 3);
    for (DenseLayer& layer : trained.network.layers)
        layer.weights.setZero();
    for (DenseLayer& layer : trained.network.layers)
        layer.bias.setZero();
    for (const Zeros zeros : {Zeros::Stay, Zeros::Grow}) {
        const QatResult result =
            *shareWeights(startOf(trained, zeros), data, optionsOf(4, CentreMethod::KMeans, Codebooks::ALayer, 1));
        QVERIFY(zeros == Zeros::Grow || result.network.layers[0].layer.codebook == std::vector<std::int8_t>(4));
        QVERIFY(fitsStorage(result.network.layers[0].layer));
    }
}

void TestCodebookTraining::trainingTheEntriesLowersTheLoss_data()
{
    sizesAndCodebooks();
}

/// Entries alone are little to learn, so the smaller a codebook, the more there is to gain.
void TestCodebookTraining::trainingTheEntriesLowersTheLoss()
{
    QFETCH(std::size_t, size);
    QFETCH(Codebooks, codebooks);
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 3);
        const TrainedNetwork trained = learned(data, usualDesign());
        CodebookOptions options = optionsOf(size, CentreMethod::KMeans, codebooks, 1);
        options.extra.learningRate = 1e-9; // nothing is learned yet
        const QatResult before = *shareWeights(startOf(trained), data, options);
        options.extra = {20, 0.005};
        const QatResult after = *shareWeights(startOf(trained), data, options);
        QVERIFY(before.network.layers[0].layer.weights != after.network.layers[0].layer.weights);
        const double lossBefore = evaluate(modelFrom(before, trained, data), data.training).loss;
        const double lossAfter = evaluate(modelFrom(after, trained, data), data.training).loss;
        QVERIFY2(lossAfter < lossBefore, qPrintable(QStringLiteral("%1 >= %2").arg(lossAfter).arg(lossBefore)));
    }
}

void TestCodebookTraining::whatIsJudgedIsWhatIsDeployed_data()
{
    sizesAndCodebooks();
}

void TestCodebookTraining::whatIsJudgedIsWhatIsDeployed()
{
    QFETCH(std::size_t, size);
    QFETCH(Codebooks, codebooks);
    for (const Task task : {Task::Classification, Task::Regression}) {
        const Dataset data = fixtureDataset(task, 3);
        const TrainedNetwork trained = learned(data, usualDesign());
        const QatResult result =
            *shareWeights(startOf(trained), data, optionsOf(size, CentreMethod::KMeans, codebooks, 8));
        const EpochRecord& best = result.run.history[static_cast<std::size_t>(result.run.bestEpoch) - 1];
        const Metrics judged = evaluate(modelFrom(result, trained, data), data.validation);
        QVERIFY(std::abs(best.validationMetric - judged.headline) < 1e-6);
        QVERIFY(std::abs(best.validationLoss - judged.loss) < 1e-3 * (1 + judged.loss));
    }
}

void TestCodebookTraining::passComputesTheVeryIntegersOfTheBoard_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<NetworkDesign>("design");
    QTest::addColumn<std::size_t>("entries");
    QTest::addColumn<Codebooks>("codebooks");
    QTest::newRow("4 entries") << Task::Classification << usualDesign() << std::size_t{4} << Codebooks::ALayer;
    QTest::newRow("11 entries for all") << Task::Regression << usualDesign() << std::size_t{11} << Codebooks::OneForAll;
    QTest::newRow("256 entries") << Task::Regression << usualDesign() << std::size_t{256} << Codebooks::ALayer;
    QTest::newRow("no hidden layer") << Task::Classification << NetworkDesign{{}} << std::size_t{5}
                                     << Codebooks::ALayer;
    QTest::newRow("one neuron") << Task::Regression << NetworkDesign{{{1}}} << std::size_t{1} << Codebooks::OneForAll;
}

void TestCodebookTraining::passComputesTheVeryIntegersOfTheBoard()
{
    QFETCH(Task, task);
    QFETCH(NetworkDesign, design);
    QFETCH(std::size_t, entries);
    QFETCH(Codebooks, codebooks);
    for (const InstructionSet set : instructionSets()) {
        Learning learning(task, design, entries, codebooks, set);
        learning.moveEntries(codebooks);
        learning.pass.judge(firstRows(learning.data.training.rows()));
        const TrainedNetwork trained = fixtureTraining(learning.data, design, 5);
        const DeployableModel model =
            *modelOf({learning.start.inputs, *learning.form.quantizedLayers()},
                     modelFrame("codebook", Arithmetic::Int8, trained, learning.data, ""), learning.data);
        const float outputScale = std::get<IntegerLayer>(model.layers.back()).outputScale;
        Predictor predictor(model);
        const auto width = static_cast<std::size_t>(learning.parameters.layers.back().width);
        for (std::size_t row = 0; row < learning.data.training.rows(); ++row) {
            const Matrix& raw = learning.data.training.raw;
            const Prediction prediction = predictor.predict({raw.row(static_cast<Eigen::Index>(row)).data(), 4});
            for (std::size_t o = 0; o < prediction.raw.size(); ++o)
                QCOMPARE(learning.pass.outputs()[row * width + o], static_cast<float>(prediction.raw[o]) * outputScale);
        }
    }
}

void TestCodebookTraining::slopeOfAnEntryIsTheSumOverItsWeights_data()
{
    QTest::addColumn<Codebooks>("codebooks");
    QTest::newRow("a codebook a layer") << Codebooks::ALayer;
    QTest::newRow("one for all") << Codebooks::OneForAll;
}

void TestCodebookTraining::slopeOfAnEntryIsTheSumOverItsWeights()
{
    QFETCH(Codebooks, codebooks);
    for (const InstructionSet set : instructionSets()) {
        Learning learning(Task::Classification, usualDesign(), 7, codebooks, set);
        Parameters parameters(usualDesign(), fixtureTraining(learning.data, usualDesign(), 5).network);
        UnsharedForm unshared(parameters, kernelsFor(set), learning.start, learning.shares, codebooks);
        IntegerPass plain(parameters, unshared, learning.rules, kernelsFor(set), learning.inputs, learning.truth,
                          static_cast<int>(learning.data.training.rows()));
        const std::vector<std::uint32_t> rows = firstRows(learning.data.training.rows());
        Random random(1);
        learning.pass.learn(rows, random);
        plain.learn(rows, random);

        double unit = 0;
        for (const QuantizedLayer& quantized : learning.start.layers)
            for (const float scale : quantized.layer.weightScale)
                unit = std::max(unit, double{scale});
        std::vector<std::vector<double>> slopes(3, std::vector<double>(7)), sizes = slopes;
        const auto visit = [&](auto use) {
            for (std::size_t l = 0; l < 3; ++l) {
                const LayerPlace& place = parameters.layers[l];
                for (int o = 0; o < place.outputs; ++o)
                    for (int i = 0; i < place.inputs; ++i) {
                        const std::size_t entry =
                            learning.shares[l].entryOf[static_cast<std::size_t>(o * place.inputs + i)];
                        use(l, static_cast<std::size_t>(o), Learning::parameter(place, i, o),
                            codebooks == Codebooks::OneForAll ? 0 : l, entry);
                    }
            }
        };
        visit([&](std::size_t l, std::size_t neuron, std::size_t parameter, std::size_t book, std::size_t entry) {
            const IntegerLayer& layer = learning.start.layers[l].layer;
            const double slope =
                double{plain.gradient()[parameter]} * layer.inputScale * layer.weightScale[neuron] / unit;
            slopes[book][entry] += slope;
            sizes[book][entry] += std::abs(slope);
        });
        visit([&](std::size_t, std::size_t, std::size_t parameter, std::size_t book, std::size_t entry) {
            QVERIFY(std::abs(learning.pass.gradient()[parameter] - slopes[book][entry]) <= 1e-5 * sizes[book][entry]);
        });
        for (const LayerPlace& place : parameters.layers)
            for (int o = 0; o < place.outputs; ++o)
                QCOMPARE(learning.pass.gradient()[place.bias + static_cast<std::size_t>(o)],
                         plain.gradient()[place.bias + static_cast<std::size_t>(o)]);
    }
}

void TestCodebookTraining::sharedWeightsStayEqualWithEveryOptimizer_data()
{
    QTest::addColumn<Optimizer>("optimizer");
    for (const Optimizer optimizer : allOptimizers)
        QTest::newRow(std::string(optimizerName(optimizer)).c_str()) << optimizer;
}

void TestCodebookTraining::sharedWeightsStayEqualWithEveryOptimizer()
{
    QFETCH(Optimizer, optimizer);
    const Dataset data = fixtureDataset(Task::Classification, 3, 100);
    TrainedNetwork trained = fixtureTraining(data, usualDesign(), 3);
    trained.settings.optimizer = optimizer;
    trained.settings.l1 = trained.settings.l2 = 1e-3;
    trained.settings.largestGradient = 1;
    trained.design.hidden[0].dropout = 0.2;
    const QatResult result =
        *shareWeights(startOf(trained), data, optionsOf(4, CentreMethod::KMeans, Codebooks::OneForAll, 5));
    std::set<float> weights;
    for (const DenseLayer& layer : result.run.network.layers)
        for (const float weight : layer.weights.reshaped())
            weights.insert(weight);
    QVERIFY(weights.size() <= 4);
}

void TestCodebookTraining::sameSeedGivesTheSameIntegers()
{
    const Dataset data = fixtureDataset(Task::Classification, 3, 100);
    const TrainedNetwork trained = fixtureTraining(data, usualDesign(), 3);
    const CodebookOptions options = optionsOf(16, CentreMethod::KMeans, Codebooks::ALayer, 5);
    const QatResult first = *shareWeights(startOf(trained), data, options);
    const QatResult second = *shareWeights(startOf(trained), data, options);
    LearningStart otherStart = startOf(trained);
    otherStart.settings.seed = 99;
    const QatResult other = *shareWeights(otherStart, data, options);
    for (std::size_t l = 0; l < 3; ++l)
        QVERIFY(first.network.layers[l].layer == second.network.layers[l].layer);
    QVERIFY(!(first.network.layers[0].layer == other.network.layers[0].layer));
}

void TestCodebookTraining::cancelIsAnError()
{
    const Dataset data = fixtureDataset(Task::Classification, 3, 100);
    RunControl control;
    control.cancel();
    const Result<QatResult> result =
        shareWeights(startOf(fixtureTraining(data, usualDesign(), 3)), data, CodebookOptions(), control);
    QVERIFY(!result);
    QCOMPARE(result.error().id, std::string_view("common.cancelled"));
}

void TestCodebookTraining::usualSettingsAreAQuarter()
{
    TrainingSettings before;
    before.epochs = 100;
    before.learningRate = 0.02;
    before.patience = 5;
    CodebookOptions options;
    QCOMPARE(codebookSettings(options, before).epochs, 25);
    QCOMPARE(codebookSettings(options, before).learningRate, 0.002);
    QCOMPARE(codebookSettings(options, before).patience, 0);
    options.extra = {7, 0.5};
    QCOMPARE(codebookSettings(options, before).epochs, 7);
    QCOMPARE(codebookSettings(options, before).learningRate, 0.5);
}

QTEST_APPLESS_MAIN(TestCodebookTraining)
#include "tst_codebook_training.moc"

#include "compression/recipe.h"

#include <QTest>

#include <cmath>

using namespace broto;

namespace {

PruningOptions pruning(double share, Pruning what = Pruning::Weights)
{
    PruningOptions options;
    options.share = share;
    options.pruning = what;
    return options;
}

QatOptions qat(int bits)
{
    QatOptions options;
    options.bits = bits;
    return options;
}

CodebookOptions codebook(std::size_t size, CentreMethod method = CentreMethod::KMeans)
{
    CodebookOptions options;
    options.size = size;
    options.method = method;
    return options;
}

QuantizationOptions ptq(int bits, std::vector<int> layerBits = {})
{
    QuantizationOptions options = usualOptions(bits);
    options.layerBits = std::move(layerBits);
    return options;
}

template<class Step>
Step with(Step step, ExtraTraining extra)
{
    step.extra = extra;
    return step;
}

template<class Change>
CodebookOptions withCentres(Change change)
{
    CodebookOptions options;
    change(options.centres);
    return options;
}

}

class TestRecipe : public QObject {
    Q_OBJECT

private slots:
    void namesTellTheSteps_data();
    void namesTellTheSteps();
    void everyMethodHasItsName();
    void everyOptionHasItsName();
    void stepsFollowInOrder_data();
    void stepsFollowInOrder();
    void stepsInAnyOtherOrderAreRefused_data();
    void stepsInAnyOtherOrderAreRefused();
    void numbersOutOfBoundsAreNamed_data();
    void numbersOutOfBoundsAreNamed();
    void bitsAreThoseOfTheLastStep_data();
    void bitsAreThoseOfTheLastStep();
    void onlyQuantizationRoundsAndDoesNoMore();
    void extraEpochsAreThoseOfAllSteps_data();
    void extraEpochsAreThoseOfAllSteps();
};

void TestRecipe::namesTellTheSteps_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<std::string>("name");
    const auto row = [](const char* name, Recipe recipe) { QTest::newRow(name) << recipe << std::string(name); };
    QTest::newRow("nothing") << Recipe{} << std::string("ptq-int8");
    row("ptq-int8", {{ptq(8)}});
    row("ptq-int4", {{ptq(4)}});
    row("ptq-ternary", {{ptq(2)}});
    row("ptq-mixed", {{ptq(8, {8, 4})}});
    row("qat-int8", {{qat(8)}});
    row("qat-ternary", {{qat(2)}});
    row("codebook-16", {{codebook(16)}});
    row("codebook-mean-shift-4", {{codebook(4, CentreMethod::MeanShift)}});
    row("codebook-autocloud-256", {{codebook(256, CentreMethod::AutoCloud)}});
    row("distill-prune-neurons-50-qat-ternary-codebook-affinity-256", // the longest: 64 characters are allowed
        {{DistillationOptions(), pruning(0.5, Pruning::Neurons), qat(2),
          codebook(256, CentreMethod::AffinityPropagation)}});
    row("prune-50", {{pruning(0.5)}});
    row("prune-67", {{pruning(2.0 / 3)}});
    row("prune-neurons-50", {{pruning(0.5, Pruning::Neurons)}});
    row("distill", {{DistillationOptions()}});
    row("prune-50-qat-int4", {{pruning(0.5), qat(4)}});
    row("distill-prune-80-qat-int4-codebook-16", {{DistillationOptions(), pruning(0.8), qat(4), codebook(16)}});
}

void TestRecipe::namesTellTheSteps()
{
    QFETCH(Recipe, recipe);
    QFETCH(std::string, name);
    QCOMPARE(recipeName(recipe), name);
    QVERIFY(checkRecipe(recipe).ok());
}

void TestRecipe::everyMethodHasItsName()
{
    QCOMPARE(methodName(DistillationOptions()), std::string_view("distill"));
    QCOMPARE(methodName(PruningOptions()), std::string_view("prune"));
    QCOMPARE(methodName(QatOptions()), std::string_view("qat"));
    QCOMPARE(methodName(CodebookOptions()), std::string_view("codebook"));
    QCOMPARE(methodName(QuantizationOptions()), std::string_view("ptq"));
}

void TestRecipe::everyOptionHasItsName()
{
    QCOMPARE(granularityName(Granularity::Neuron), std::string_view("neuron"));
    QCOMPARE(granularityName(Granularity::Layer), std::string_view("layer"));
    QCOMPARE(rangeMethodName(RangeMethod::MinMax), std::string_view("min-max"));
    QCOMPARE(rangeMethodName(RangeMethod::Percentile), std::string_view("percentile"));
    QCOMPARE(rangeMethodName(RangeMethod::MeanSquare), std::string_view("mean-square"));
    QCOMPARE(rangeMethodName(RangeMethod::Entropy), std::string_view("entropy"));
    QCOMPARE(roundingName(Rounding::Nearest), std::string_view("nearest"));
    QCOMPARE(roundingName(Rounding::Compensated), std::string_view("compensated"));
    QCOMPARE(pruningName(Pruning::Weights), std::string_view("weights"));
    QCOMPARE(pruningName(Pruning::Neurons), std::string_view("neurons"));
}

void TestRecipe::stepsFollowInOrder_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::newRow("nothing") << Recipe{};
    QTest::newRow("distill, ptq") << Recipe{{DistillationOptions(), ptq(8)}};
    QTest::newRow("distill, codebook") << Recipe{{DistillationOptions(), codebook(4)}};
    QTest::newRow("prune, ptq") << Recipe{{pruning(0.5), ptq(4)}};
    QTest::newRow("prune, codebook") << Recipe{{pruning(0.5), codebook(16)}};
    QTest::newRow("qat, codebook") << Recipe{{qat(8), codebook(16)}};
    QTest::newRow("all but ptq") << Recipe{{DistillationOptions(), pruning(0.5), qat(4), codebook(16)}};
}

void TestRecipe::stepsFollowInOrder()
{
    QFETCH(Recipe, recipe);
    QVERIFY(checkRecipe(recipe).ok());
}

void TestRecipe::stepsInAnyOtherOrderAreRefused_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::newRow("distill after prune") << Recipe{{pruning(0.5), DistillationOptions()}};
    QTest::newRow("prune after qat") << Recipe{{qat(8), pruning(0.5)}};
    QTest::newRow("prune after ptq") << Recipe{{ptq(8), pruning(0.5)}};
    QTest::newRow("qat after ptq") << Recipe{{ptq(8), qat(8)}};
    QTest::newRow("ptq after qat") << Recipe{{qat(8), ptq(8)}};
    QTest::newRow("qat after codebook") << Recipe{{codebook(16), qat(8)}};
    QTest::newRow("ptq after codebook") << Recipe{{codebook(16), ptq(8)}};
    QTest::newRow("codebook after ptq") << Recipe{{ptq(8), codebook(16)}};
    QTest::newRow("ptq at the end of everything") << Recipe{{pruning(0.5), qat(8), codebook(16), ptq(8)}};
    QTest::newRow("prune twice") << Recipe{{pruning(0.5), pruning(0.2, Pruning::Neurons)}};
    QTest::newRow("qat twice") << Recipe{{qat(8), qat(4)}};
    QTest::newRow("distill twice") << Recipe{{DistillationOptions(), DistillationOptions()}};
}

void TestRecipe::stepsInAnyOtherOrderAreRefused()
{
    QFETCH(Recipe, recipe);
    const Result<void> checked = checkRecipe(recipe);
    QVERIFY(!checked);
    QCOMPARE(checked.error().id, std::string_view("compression.recipe-order"));
}

void TestRecipe::numbersOutOfBoundsAreNamed_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<std::string>("id");
    const auto row = [](const char* name, CompressionStep step, const char* id) {
        QTest::newRow(name) << Recipe{{std::move(step)}} << std::string(id);
    };
    DistillationOptions cold;
    cold.temperature = 0;
    PruningOptions stageless;
    stageless.stages = 0;
    QuantizationOptions negativeRows;
    negativeRows.calibrationRows = -1;
    row("temperature of 0", cold, "compression.distillation");
    row("all pruned", pruning(1), "compression.pruning");
    row("no stages", stageless, "compression.pruning");
    row("qat with 1 bit", qat(1), "compression.bits");
    row("qat with 9 bits", qat(9), "compression.bits");
    row("ptq with 0 bits", ptq(0), "compression.bits");
    row("ptq with a layer of 1 bit", ptq(8, {8, 1}), "compression.bits");
    row("ptq on fewer than no rows", negativeRows, "compression.calibration-rows");
    row("codebook of 5", codebook(5), "compression.codebook-size");
    row("codebook of 0", codebook(0), "compression.codebook-size");
    const double none = std::nan("");
    for (const ExtraTraining extra : {ExtraTraining{-1, 0}, ExtraTraining{mostEpochs + 1, 0}, ExtraTraining{0, -1},
                                      ExtraTraining{0, 11}, ExtraTraining{0, none}}) {
        const std::string numbers =
            ", " + std::to_string(extra.epochs) + " extra epochs at " + std::to_string(extra.learningRate);
        row(("prune" + numbers).c_str(), with(pruning(0.5), extra), "compression.extra-training");
        row(("qat" + numbers).c_str(), with(qat(8), extra), "compression.extra-training");
        row(("codebook" + numbers).c_str(), with(codebook(4), extra), "compression.extra-training");
    }
    const auto centres = [&](const char* name, auto change) { row(name, withCentres(change), "compression.centres"); };
    centres("threshold of 0", [](CentreOptions& options) { options.autoCloud.threshold = 0; });
    centres("negative bandwidth", [](CentreOptions& options) { options.meanShift.bandwidth = -0.1; });
    centres("bandwidth that is no number", [=](CentreOptions& options) { options.meanShift.bandwidth = none; });
    centres("damping of 1", [](CentreOptions& options) { options.affinityPropagation.damping = 1; });
    centres("little damping", [](CentreOptions& options) { options.affinityPropagation.damping = 0.4; });
    centres("preference of 0", [](CentreOptions& options) { options.affinityPropagation.preference = 0; });
    centres("no rounds", [](CentreOptions& options) { options.affinityPropagation.mostRounds = 0; });
    centres("radius of 0", [](CentreOptions& options) { options.dbStream.radius = 0; });
    centres("endless radius", [](CentreOptions& options) { options.dbStream.radius = HUGE_VAL; });
    centres("nothing kept", [](CentreOptions& options) { options.dbStream.keptPerValue = 0; });
    centres("no values between cleanings", [](CentreOptions& options) { options.dbStream.valuesBetweenCleanings = 0; });
    centres("share above 1", [](CentreOptions& options) { options.dbStream.minimumShare = 2; });
    centres("intersection above 1", [](CentreOptions& options) { options.dbStream.intersection = 1.5; });
}

void TestRecipe::numbersOutOfBoundsAreNamed()
{
    QFETCH(Recipe, recipe);
    QFETCH(std::string, id);
    const Result<void> checked = checkRecipe(recipe);
    QVERIFY(!checked);
    QCOMPARE(std::string(checked.error().id), id);
    QVERIFY(inEnglish(checked.error()).find('%') == std::string::npos);
}

void TestRecipe::bitsAreThoseOfTheLastStep_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<int>("bits");
    QTest::newRow("nothing") << Recipe{} << 8;
    QTest::newRow("ptq") << Recipe{{ptq(5)}} << 5;
    QTest::newRow("qat") << Recipe{{pruning(0.5), qat(2)}} << 2;
    QTest::newRow("prune") << Recipe{{pruning(0.5)}} << 8;
    QTest::newRow("codebook of 4") << Recipe{{qat(8), codebook(4)}} << 2;
    QTest::newRow("codebook of 16") << Recipe{{codebook(16)}} << 4;
    QTest::newRow("codebook of 256") << Recipe{{codebook(256)}} << 8;
}

void TestRecipe::bitsAreThoseOfTheLastStep()
{
    QFETCH(Recipe, recipe);
    QFETCH(int, bits);
    QCOMPARE(bitsOf(recipe), bits);
}

void TestRecipe::onlyQuantizationRoundsAndDoesNoMore()
{
    QVERIFY(roundsOnly({}));
    QVERIFY(roundsOnly({{QuantizationOptions{}}}));
    QVERIFY(!roundsOnly({{CodebookOptions{}}}));
    QVERIFY(!roundsOnly({{QatOptions{}}}));
    QVERIFY(!roundsOnly({{PruningOptions{}, QuantizationOptions{}}}));
}

void TestRecipe::extraEpochsAreThoseOfAllSteps_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<int>("epochs");
    QTest::newRow("nothing") << Recipe{} << 0;
    QTest::newRow("ptq") << Recipe{{ptq(4)}} << 0;
    QTest::newRow("distill") << Recipe{{DistillationOptions()}} << 0;
    QTest::newRow("prune") << Recipe{{pruning(0.5)}} << 100;
    QTest::newRow("prune much") << Recipe{{pruning(0.8)}} << 200;
    QTest::newRow("qat") << Recipe{{qat(8)}} << 50;
    QTest::newRow("ternary") << Recipe{{qat(2)}} << 100;
    QTest::newRow("codebook") << Recipe{{codebook(16)}} << 50;
    QTest::newRow("all of them") << Recipe{{DistillationOptions(), pruning(0.5), qat(4), codebook(16)}} << 200;
    QTest::newRow("as many as are given")
        << Recipe{{with(pruning(0.5), {7, 0}), with(qat(4), {5, 0}), with(codebook(16), {3, 0})}} << 15;
    QTest::newRow("one a stage at least") << Recipe{{with(pruning(0.5), {2, 0})}} << 5;
}

void TestRecipe::extraEpochsAreThoseOfAllSteps()
{
    QFETCH(Recipe, recipe);
    QFETCH(int, epochs);
    TrainingSettings before;
    before.epochs = 200;
    QCOMPARE(extraEpochs(recipe, before), epochs);
}

QTEST_APPLESS_MAIN(TestRecipe)
#include "tst_recipe.moc"

#include "training/run_difference.h"

#include <QtTest>

#include <functional>
#include <limits>

using namespace broto;

/// Two runs are told apart by what a person would see, and by nothing else.
class TestRunDifference : public QObject {
    Q_OBJECT

private slots:
    void oneChangeIsOneSentence_data();
    void oneChangeIsOneSentence();
    void whatIsNotUsedMakesNoDifference_data();
    void whatIsNotUsedMakesNoDifference();
    void conditionsComeBeforeSettingsAndTheResultLast();
};

namespace {

using Change = std::function<void(TrainedNetwork&)>;

TrainedNetwork example()
{
    TrainedNetwork run;
    run.instructionSet = "avx2";
    run.dataFingerprint = 5;
    run.history.resize(200);
    run.bestEpoch = 40;
    run.training.confusion = {{1, 0}, {0, 1}};
    run.training.headline = 1;
    run.validation.headline = 0.75;
    run.test.headline = 0.5;
    return run;
}

QStringList differences(const Change& before, const Change& after)
{
    TrainedNetwork a = example(), b = example();
    before(a);
    after(b);
    QStringList sentences;
    for (const Message& sentence : runDifferences(a, b))
        sentences.append(QString::fromStdString(inEnglish(sentence)));
    return sentences;
}

void none(TrainedNetwork&) {}

}

Q_DECLARE_METATYPE(Change)

void TestRunDifference::oneChangeIsOneSentence_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const Change& change, const char* sentence) {
        QTest::newRow(name) << change << QString::fromUtf8(sentence);
    };
    row(
        "layers",
        [](TrainedNetwork& r) {
            r.design.hidden = {{4, Activation::HardSwish}};
        },
        "Hidden layers: 4 hard-swish, before: 16 relu, 8 relu.");
    row(
        "no layers", [](TrainedNetwork& r) { r.design.hidden.clear(); },
        "Hidden layers: none, before: 16 relu, 8 relu.");
    row(
        "dropout",
        [](TrainedNetwork& r) {
            r.design.hidden = {{16, Activation::Relu, 0.25}, {8}};
        },
        "Hidden layers: 16 relu dropout 0.25, 8 relu, before: 16 relu, 8 relu.");
    row(
        "normalisation", [](TrainedNetwork& r) { r.design.hidden[1].normalised = true; },
        "Hidden layers: 16 relu, 8 relu batch-norm, before: 16 relu, 8 relu.");
    row(
        "epochs", [](TrainedNetwork& r) { r.settings.epochs = 50; }, "Planned epochs: 50, before: 200.");
    row(
        "batch", [](TrainedNetwork& r) { r.settings.batch = 8; }, "Rows in a batch: 8, before: 32.");
    row(
        "seed", [](TrainedNetwork& r) { r.settings.seed = std::numeric_limits<std::uint64_t>::max(); },
        "Seed: 18446744073709551615, before: 1.");
    row(
        "optimizer", [](TrainedNetwork& r) { r.settings.optimizer = Optimizer::Adamax; },
        "Optimizer: adamax, before: adamw.");
    row(
        "learning rate", [](TrainedNetwork& r) { r.settings.learningRate = 0.1; }, "Learning rate: 0.1, before: 0.01.");
    row(
        "schedule", [](TrainedNetwork& r) { r.settings.schedule = Schedule::Plateau; },
        "Schedule of the learning rate: plateau, before: cosine.");
    row(
        "warm-up", [](TrainedNetwork& r) { r.settings.warmUpEpochs = 5; }, "Epochs of warm-up: 5, before: 0.");
    row(
        "loss", [](TrainedNetwork& r) { r.settings.loss = Loss::BinaryCrossEntropy; },
        "Loss: binary-cross-entropy, before: cross-entropy.");
    row(
        "class weights", [](TrainedNetwork& r) { r.settings.classWeights = ClassWeights::Balanced; },
        "Weights of the classes: balanced, before: equal.");
    row(
        "smoothing", [](TrainedNetwork& r) { r.settings.labelSmoothing = 0.1; }, "Label smoothing: 0.1, before: 0.");
    row(
        "L1", [](TrainedNetwork& r) { r.settings.l1 = 0.001; }, "L1 penalty: 0.001, before: 0.");
    row(
        "L2", [](TrainedNetwork& r) { r.settings.l2 = 0.5; }, "L2 penalty: 0.5, before: 0.");
    row(
        "clipping", [](TrainedNetwork& r) { r.settings.largestGradient = 1; }, "Largest gradient: 1, before: 0.");
    row(
        "initialiser", [](TrainedNetwork& r) { r.settings.initialiser = Initialiser::HeNormal; },
        "First weights: he-normal, before: glorot-uniform.");
    row(
        "patience", [](TrainedNetwork& r) { r.settings.patience = 20; }, "Patience in epochs: 20, before: 0.");
    row(
        "weight decay", [](TrainedNetwork& r) { r.settings.weightDecay = 0.02; }, "Weight decay: 0.02, before: auto.");
    row(
        "data", [](TrainedNetwork& r) { r.dataFingerprint = 6; },
        "The data are others: the table, the columns, how they are prepared or how the rows are split.");
    row(
        "instruction set", [](TrainedNetwork& r) { r.instructionSet = "sse2"; },
        "Instructions of the processor: sse2, before: avx2. The last bits of the weights depend on them.");
    row(
        "stopped", [](TrainedNetwork& r) { r.history.resize(57); }, "Epochs run: 57, before: 200.");
    row(
        "best epoch", [](TrainedNetwork& r) { r.bestEpoch = 41; }, "Best epoch: 41, before: 40.");
    row(
        "better", [](TrainedNetwork& r) { r.test.headline = 0.625; }, "Better: accuracy 0.6250, before: 0.5000.");
    row(
        "worse", [](TrainedNetwork& r) { r.test.headline = 0.25; }, "Worse: accuracy 0.2500, before: 0.5000.");
}

void TestRunDifference::oneChangeIsOneSentence()
{
    QFETCH(Change, change);
    QFETCH(QString, sentence);
    QCOMPARE(differences(none, change), QStringList(sentence));
    QCOMPARE(differences(change, change), QStringList());
}

void TestRunDifference::whatIsNotUsedMakesNoDifference_data()
{
    QTest::addColumn<Change>("both");
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, const Change& both, const Change& change) {
        QTest::newRow(name) << both << change;
    };
    row("momentum of AdamW", none, [](TrainedNetwork& r) { r.settings.momentum = 0.5; });
    row(
        "decay of Adam", [](TrainedNetwork& r) { r.settings.optimizer = Optimizer::Adam; },
        [](TrainedNetwork& r) { r.settings.weightDecay = 0.1; });
    row("the default loss by name", none, [](TrainedNetwork& r) { r.settings.loss = Loss::CrossEntropy; });
    row("the state", none, [](TrainedNetwork& r) { r.state = std::make_shared<const TrainingState>(); });
    row("the number", none, [](TrainedNetwork& r) { r.number = 4; });
    row("instructions that are not known", none, [](TrainedNetwork& r) { r.instructionSet.clear(); });
    row("the validation part where there is a test", none, [](TrainedNetwork& r) { r.validation.headline = 0.1; });
    row(
        "no test rows in either", [](TrainedNetwork& r) { r.test = noMetrics(); }, none);
    row("less than the last digit shown", none, [](TrainedNetwork& r) { r.test.headline += 1e-6; });
}

void TestRunDifference::whatIsNotUsedMakesNoDifference()
{
    QFETCH(Change, both);
    QFETCH(Change, change);
    QCOMPARE(differences(both,
                         [&](TrainedNetwork& run) {
                             both(run);
                             change(run);
                         }),
             QStringList());
}

void TestRunDifference::conditionsComeBeforeSettingsAndTheResultLast()
{
    const QStringList found = differences(none, [](TrainedNetwork& r) {
        r.settings.optimizer = Optimizer::Momentum;
        r.dataFingerprint = 9;
        r.test.headline = 1;
    });
    QCOMPARE(found.size(), 3);
    QVERIFY(found[0].startsWith(QStringLiteral("The data")));
    QVERIFY(found[1].startsWith(QStringLiteral("Optimizer")));
    QVERIFY(found[2].startsWith(QStringLiteral("Better")));
    const auto toMomentum = [](TrainedNetwork& r) { r.settings.optimizer = Optimizer::Momentum; };
    QCOMPARE(differences(toMomentum,
                         [&](TrainedNetwork& r) {
                             toMomentum(r);
                             r.settings.momentum = 0.5;
                         }),
             QStringList(QStringLiteral("Momentum: 0.5, before: 0.9.")));
    // R2 of other kinds of answers is not set beside an accuracy.
    QVERIFY(differences(none,
                        [](TrainedNetwork& r) {
                            r.training.confusion.clear();
                            r.test.headline = 0.9;
                        })
                .filter(QStringLiteral("Better"))
                .isEmpty());
}

QTEST_APPLESS_MAIN(TestRunDifference)
#include "tst_run_difference.moc"

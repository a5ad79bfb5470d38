#include "cli_runner.h"

#include "project/project_file.h"

#include <QJsonArray>
#include <QtTest>

using namespace broto;

/// Training with every setting, once more, further, and again to see whether it was true.
class TestCliRuns : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everySettingCanBeChosen_data();
    void everySettingCanBeChosen();
    void layersTakeDropoutAndNormalisation();
    void lossesOfAnotherTargetAreExplained();
    void patienceEndsATrainingEarly();
    void aProjectIsTrainedOnceMore();
    void aProjectKeepsItsData();
    void runsAreListedWithWhatDiffered();
    void anEarlierRunIsBroughtBack();
    void resumeGoesOnWhereItStood();
    void resumeSaysWhyItCannot();
    void verifyFindsTheSameBits();
    void verifyTellsWhatIsDifferent_data();
    void verifyTellsWhatIsDifferent();
    void projectsThatWereNeverTrainedAreExplained();

private:
    Project load(const QString& name);
    void save(const QString& name, const Project& project);

    CliRunner m_cli;
};

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}

QString errorId(const CliRun& run)
{
    return run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString();
}

Project changed(const Project& project, const std::function<void(TrainedNetwork&)>& change)
{
    auto network = std::make_shared<TrainedNetwork>(*project.trained);
    change(*network);
    Project after = project;
    after.trained = network;
    return after;
}

}

Project TestCliRuns::load(const QString& name)
{
    Result<Project> project = loadProject(m_cli.path(name).toStdString());
    if (!project)
        qFatal("%s", inEnglish(project.error()).c_str());
    return std::move(*project);
}

void TestCliRuns::save(const QString& name, const Project& project)
{
    if (const Result<void> saved = saveProject(project, m_cli.path(name).toStdString()); !saved)
        qFatal("%s", inEnglish(saved.error()).c_str());
}

void TestCliRuns::initTestCase()
{
    m_cli.write(QStringLiteral("t.csv"), easyCsv());
    const CliRun run = m_cli.run(words("train t.csv --epochs 20 --layers 6 --schedule constant -o t.broto"));
    QVERIFY2(run.exitCode == 0, run.errors);
    QVERIFY(!run.output.contains("compared with"));
}

void TestCliRuns::everySettingCanBeChosen_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char* options, const char* name, const QVariant& value) {
        QTest::newRow(options) << QString::fromUtf8(options) << QString::fromUtf8(name) << value;
    };
    for (const char* optimizer : {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "adamax"})
        row(QByteArray("--optimizer ") + optimizer, "optimizer", QString::fromUtf8(optimizer));
    for (const char* schedule : {"constant", "step", "cosine", "plateau"})
        row(QByteArray("--schedule ") + schedule, "schedule", QString::fromUtf8(schedule));
    for (const char* initialiser : {"glorot-uniform", "glorot-normal", "he-uniform", "he-normal"})
        row(QByteArray("--initialiser ") + initialiser, "initialiser", QString::fromUtf8(initialiser));
    for (const char* loss : {"cross-entropy", "binary-cross-entropy"})
        row(QByteArray("--loss ") + loss, "loss", QString::fromUtf8(loss));
    for (const char* loss : {"squared-error", "absolute-error", "huber"})
        row(QByteArray("--target length --ignore kind --task regression --loss ") + loss, "loss",
            QString::fromUtf8(loss));
    row("--loss auto", "loss", QVariant::fromValue(nullptr));
    row("--class-weights balanced", "classWeights", QStringLiteral("balanced"));
    row("--momentum 0.5 --optimizer momentum", "momentum", 0.5);
    row("--weight-decay 0.01", "weightDecay", 0.01);
    row("--weight-decay auto", "weightDecay", QVariant::fromValue(nullptr));
    row("--warm-up 1", "warmUpEpochs", 1);
    row("--label-smoothing 0.1", "labelSmoothing", 0.1);
    row("--l1 0.001", "l1", 0.001);
    row("--l2 0.002", "l2", 0.002);
    row("--clip 1.5", "largestGradient", 1.5);
    row("--patience 3", "patience", 3);
    row("--learning-rate 0.02", "learningRate", 0.02);
    row("--batch 7", "batch", 7);
    row("--seed 9", "seed", 9);
}

void TestCliRuns::everySettingCanBeChosen()
{
    QFETCH(QString, options);
    QFETCH(QString, name);
    QFETCH(QVariant, value);
    const CliRun run =
        m_cli.run((QStringLiteral("train t.csv --epochs 2 --layers 3 -o s.broto --json ") + options).split(u' '));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QCOMPARE(run.json()[QStringLiteral("settings")].toObject()[name], QJsonValue::fromVariant(value));
    const CliRun shown = m_cli.run(words("runs s.broto --json"));
    const QJsonObject stored = shown.json()[QStringLiteral("runs")].toArray()[0].toObject();
    QCOMPARE(stored[QStringLiteral("settings")].toObject()[name], QJsonValue::fromVariant(value));
}

void TestCliRuns::layersTakeDropoutAndNormalisation()
{
    for (const char* activation : {"linear", "relu", "leaky-relu", "elu", "sigmoid", "tanh", "softplus", "swish",
                                   "hard-sigmoid", "hard-swish"}) {
        const CliRun run = m_cli.run(words("train t.csv --epochs 2 --layers 4,3 --dropout 0.25 --batch-norm -o l.broto "
                                           "--json --activation") +
                                     QStringList{QString::fromUtf8(activation)});
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
        const QJsonArray layers = run.json()[QStringLiteral("layers")].toArray();
        QCOMPARE(layers.size(), 2);
        const QJsonObject expected = {{QStringLiteral("units"), 3},
                                      {QStringLiteral("activation"), QString::fromUtf8(activation)},
                                      {QStringLiteral("dropout"), 0.25},
                                      {QStringLiteral("normalised"), true}};
        QCOMPARE(layers[1].toObject(), expected);
    }
    const CliRun plain = m_cli.run(words("train l.broto --no-batch-norm --dropout 0 -o l.broto --json"));
    QVERIFY2(plain.exitCode == 0, plain.output + plain.errors);
    const QJsonObject layer = plain.json()[QStringLiteral("layers")].toArray()[0].toObject();
    QCOMPARE(layer[QStringLiteral("normalised")].toBool(), false);
    QCOMPARE(layer[QStringLiteral("units")].toInt(), 4);
}

void TestCliRuns::lossesOfAnotherTargetAreExplained()
{
    const CliRun run = m_cli.run(words("train t.csv --epochs 2 --loss huber -o none.broto --json"));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(errorId(run), QStringLiteral("training.loss"));
    QVERIFY(m_cli.read(QStringLiteral("none.broto")).isEmpty());
}

void TestCliRuns::patienceEndsATrainingEarly()
{
    const CliRun run = m_cli.run(
        words("train t.csv --epochs 5000 --layers 4 --schedule constant --patience 2 --learning-rate 1 -o p.broto "
              "--json"));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    const int epochs = run.json()[QStringLiteral("epochs")].toInt();
    QVERIFY2(epochs < 5000, qPrintable(QString::number(epochs)));
    QCOMPARE(run.json()[QStringLiteral("bestEpoch")].toInt(), epochs - 2);
}

void TestCliRuns::aProjectIsTrainedOnceMore()
{
    const CliRun run = m_cli.run(words("train t.broto --optimizer sgd --seed 9 -o two.broto"));
    QVERIFY2(run.exitCode == 0, run.errors);
    QVERIFY2(run.output.contains("Run 2 compared with run 1:"), run.output);
    QVERIFY2(run.output.contains("  Optimizer: sgd, before: adamw.\n"), run.output);
    QVERIFY2(run.output.contains("  Seed: 9, before: 1.\n"), run.output);
    QVERIFY2(!run.output.contains("The data are others"), run.output); // the seed is that of the training alone
    const Project before = load(QStringLiteral("t.broto"));
    const Project after = load(QStringLiteral("two.broto"));
    QVERIFY(after.data == before.data);
    QVERIFY(after.trained->settings.schedule == Schedule::Constant); // what is not said stays
    QCOMPARE(after.trained->number, 2);
    QCOMPARE(after.earlierRuns.size(), std::size_t(1));
    // The project itself may be written, a table may not.
    QCOMPARE(m_cli.run(words("train two.broto --seed 10 -o two.broto")).exitCode, 0);
    QCOMPARE(load(QStringLiteral("two.broto")).trained->number, 3);
    QCOMPARE(errorId(m_cli.run(words("train t.csv -o t.csv --json"))), QStringLiteral("cli.output-is-input"));
    const CliRun same = m_cli.run(words("train two.broto -o two.broto"));
    QVERIFY2(same.output.contains("Run 4 is the same as run 3."), same.output);
}

void TestCliRuns::aProjectKeepsItsData()
{
    for (const char* option :
         {"--target kind", "--split 60,20,20", "--scaling none", "--window 4", "--decimal comma"}) {
        const CliRun run = m_cli.run(words("train t.broto -o x.broto") + words(option));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains(words(option)[0].toUtf8()), run.errors);
    }
}

void TestCliRuns::runsAreListedWithWhatDiffered()
{
    QCOMPARE(m_cli.run(words("train t.broto --layers none --epochs 10 -o three.broto")).exitCode, 0);
    const CliRun plain = m_cli.run(words("runs three.broto"));
    QVERIFY2(plain.exitCode == 0, plain.errors);
    for (const char* part : {"1 ", "6 relu", "2*", "none", "Run 2 compared with run 1:",
                             "Hidden layers: none, before: 6 relu.", "Planned epochs: 10, before: 20."})
        QVERIFY2(plain.output.contains(part), part);
    const QJsonArray runs = m_cli.run(words("runs three.broto --json")).json()[QStringLiteral("runs")].toArray();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(
        runs[0].toObject().keys(),
        words("bestEpoch current data differences epochs instructionSet layers metric parameters run settings test "
              "train validation"));
    QCOMPARE(runs[0].toObject()[QStringLiteral("current")].toBool(), false);
    QCOMPARE(runs[1].toObject()[QStringLiteral("current")].toBool(), true);
    QCOMPARE(runs[0].toObject()[QStringLiteral("epochs")].toInt(), 20);
    QVERIFY(runs[0].toObject()[QStringLiteral("differences")].toArray().isEmpty());
    QVERIFY(runs[1].toObject()[QStringLiteral("differences")].toArray().contains(
        QStringLiteral("Hidden layers: none, before: 6 relu.")));
    const CliRun portuguese = m_cli.run(words("runs three.broto --language pt_BR"));
    QVERIFY(!portuguese.output.contains("compared"));
}

void TestCliRuns::anEarlierRunIsBroughtBack()
{
    QCOMPARE(m_cli.run(words("train t.broto --layers none --epochs 10 -o back.broto")).exitCode, 0);
    QCOMPARE(m_cli.run(words("predict t.broto t.csv --raw -o first.csv")).exitCode, 0);
    const CliRun run = m_cli.run(words("runs back.broto --use 1 --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonArray runs = run.json()[QStringLiteral("runs")].toArray();
    QCOMPARE(runs[0].toObject()[QStringLiteral("current")].toBool(), true);
    QCOMPARE(runs[1].toObject()[QStringLiteral("current")].toBool(), false);
    QCOMPARE(m_cli.run(words("predict back.broto t.csv --raw -o again.csv")).exitCode, 0);
    QVERIFY(!m_cli.read(QStringLiteral("first.csv")).isEmpty());
    QCOMPARE(m_cli.read(QStringLiteral("again.csv")), m_cli.read(QStringLiteral("first.csv")));
    QCOMPARE(m_cli.run(words("runs back.broto --use 1")).exitCode, 0); // it is already
    const CliRun none = m_cli.run(words("runs back.broto --use 7 --json"));
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(errorId(none), QStringLiteral("project.no-such-run"));
}

void TestCliRuns::resumeGoesOnWhereItStood()
{
    QCOMPARE(m_cli.run(words("train t.csv --epochs 50 --layers 6 --schedule constant -o whole.broto")).exitCode, 0);
    const CliRun run = m_cli.run(words("resume t.broto --more 30 -o longer.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    QVERIFY2(run.errors.contains("Epoch 50 of 50"), run.errors);
    QVERIFY2(!run.errors.contains("Epoch 20 of"), run.errors);
    QCOMPARE(run.json()[QStringLiteral("epochs")].toInt(), 50);
    QCOMPARE(run.json()[QStringLiteral("run")].toInt(), 1);
    QCOMPARE(m_cli.run(words("predict whole.broto t.csv --raw -o whole.csv")).exitCode, 0);
    QCOMPARE(m_cli.run(words("predict longer.broto t.csv --raw -o longer.csv")).exitCode, 0);
    QVERIFY(!m_cli.read(QStringLiteral("whole.csv")).isEmpty());
    QCOMPARE(m_cli.read(QStringLiteral("longer.csv")), m_cli.read(QStringLiteral("whole.csv")));
    // What was stopped, in the window say, goes on to its planned end, and is what it would have been.
    const Project whole = load(QStringLiteral("whole.broto"));
    Project stopped = load(QStringLiteral("t.broto"));
    stopped.training.epochs = 50;
    save(QStringLiteral("stopped.broto"), changed(stopped, [](TrainedNetwork& r) { r.settings.epochs = 50; }));
    QCOMPARE(m_cli.run(words("resume stopped.broto")).exitCode, 0);
    QCOMPARE(m_cli.read(QStringLiteral("stopped.broto")), m_cli.read(QStringLiteral("whole.broto")));
}

void TestCliRuns::resumeSaysWhyItCannot()
{
    const CliRun whole = m_cli.run(words("resume t.broto --json"));
    QCOMPARE(whole.exitCode, 1);
    QCOMPARE(errorId(whole), QStringLiteral("cli.all-epochs-run"));
    const CliRun tooMany = m_cli.run(words("resume t.broto --more 1000000 --json"));
    QCOMPARE(tooMany.exitCode, 1);
    QCOMPARE(errorId(tooMany), QStringLiteral("training.epochs-to-go-on"));
    save(QStringLiteral("bare.broto"),
         changed(load(QStringLiteral("t.broto")), [](TrainedNetwork& r) { r.state.reset(); }));
    const CliRun bare = m_cli.run(words("resume bare.broto --more 5 --json"));
    QCOMPARE(bare.exitCode, 1);
    QCOMPARE(errorId(bare), QStringLiteral("training.no-state"));
}

void TestCliRuns::verifyFindsTheSameBits()
{
    const CliRun plain = m_cli.run(words("verify t.broto"));
    QVERIFY2(plain.exitCode == 0, plain.errors);
    QVERIFY2(plain.output.contains("The same, bit for bit"), plain.output);
    const CliRun run = m_cli.run(words("verify t.broto --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json.keys(), words("confirmed epochs found instructionSet metric recorded recordedInstructionSet run "
                                "sameNumbers sameWeights tolerance"));
    QVERIFY(json[QStringLiteral("confirmed")].toBool());
    QVERIFY(json[QStringLiteral("tolerance")].isNull());
    QCOMPARE(json[QStringLiteral("epochs")].toInt(), 20);
    // A run that was gone on with past its plan, and one that patience ended.
    QCOMPARE(m_cli.run(words("resume t.broto --more 7 -o further.broto")).exitCode, 0);
    QCOMPARE(m_cli.run(words("verify further.broto")).exitCode, 0);
    QCOMPARE(m_cli.run(words("verify p.broto")).exitCode, 0);
    QCOMPARE(m_cli.run(words("verify l.broto")).exitCode, 0);
}

void TestCliRuns::verifyTellsWhatIsDifferent_data()
{
    QTest::addColumn<std::function<void(TrainedNetwork&)>>("change");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const std::function<void(TrainedNetwork&)>& change, int exitCode,
                        const char* sentence) { QTest::newRow(name) << change << exitCode << QByteArray(sentence); };
    row(
        "the last bit of a weight",
        [](TrainedNetwork& r) {
            float& weight = r.network.layers[0].weights(0, 0);
            weight = std::nextafter(weight, 100.0f);
        },
        1, "the weights are not the same");
    row(
        "a metric", [](TrainedNetwork& r) { r.training.loss += 1e-9; }, 1, "but not the curve or the metrics");
    row(
        "the curve", [](TrainedNetwork& r) { r.history[3].validationLoss += 1; }, 1, "but not the curve");
    row(
        "the seed", [](TrainedNetwork& r) { r.settings.seed = 5; }, 1, "the weights are not the same");
    row(
        "another machine's instructions", [](TrainedNetwork& r) { r.instructionSet = "neon"; }, 0,
        "within the tolerance");
    row(
        "instructions of an older program", [](TrainedNetwork& r) { r.instructionSet.clear(); }, 0, "No single set");
    row(
        "another machine, another metric",
        [](TrainedNetwork& r) {
            r.instructionSet = "neon";
            r.test.headline = 0.1;
        },
        1, "by more than the tolerance");
}

void TestCliRuns::verifyTellsWhatIsDifferent()
{
    QFETCH(std::function<void(TrainedNetwork&)>, change);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, sentence);
    save(QStringLiteral("v.broto"), changed(load(QStringLiteral("t.broto")), change));
    const CliRun run = m_cli.run(words("verify v.broto"));
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.output.contains(sentence), run.output + run.errors);
    const QJsonObject json = m_cli.run(words("verify v.broto --json")).json();
    QCOMPARE(json[QStringLiteral("confirmed")].toBool(), exitCode == 0);
}

void TestCliRuns::projectsThatWereNeverTrainedAreExplained()
{
    Project project = load(QStringLiteral("t.broto"));
    project.trained.reset();
    project.variants.clear();
    save(QStringLiteral("untrained.broto"), project);
    for (const char* command : {"runs", "resume", "verify"}) {
        const CliRun run =
            m_cli.run({QString::fromUtf8(command), QStringLiteral("untrained.broto"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(errorId(run), QStringLiteral("project.not-trained"));
    }
}

QTEST_GUILESS_MAIN(TestCliRuns)
#include "tst_cli_runs.moc"

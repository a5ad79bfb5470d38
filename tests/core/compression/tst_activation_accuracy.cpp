#include "compression/compress.h"
#include "compression/predictor.h"
#include "data/samples.h"
#include "data/sidecar.h"
#include "data/table_reader.h"
#include "training/trainer.h"

#include <QTest>

using namespace broto;

namespace {

constexpr std::uint64_t seeds = 3;

Dataset sampleData(std::string_view id, std::uint64_t seed)
{
    for (const Sample& sample : samples()) {
        if (sample.id != id)
            continue;
        const Table table = *readTable(sample.csv);
        DataChoices choices = *proposeChoices(table, *parseSidecar(sample.sidecar));
        choices.split.seed = seed;
        return *makeDataset(table, choices);
    }
    return {};
}

/// A small network that has learned the sample, in both storages.
struct Models {
    DeployableModel floating;
    DeployableModel integer;
};

Models learned(const Dataset& data, Activation activation, std::uint64_t seed)
{
    TrainingSettings settings;
    settings.seed = seed;
    settings.epochs = 100;
    const TrainedNetwork trained = *train(data, NetworkDesign{{{16, activation}, {8, activation}}}, settings);
    return {floatModel(trained, data, "1.0"), *quantize(trained, data, {}, "1.0")};
}

int differentAnswers(const Models& models, const DataPart& part)
{
    Predictor floating(models.floating), integer(models.integer);
    int different = 0;
    for (Eigen::Index row = 0; row < part.raw.rows(); ++row) {
        const std::span values(part.raw.row(row).data(), static_cast<std::size_t>(part.raw.cols()));
        different += floating.predict(values).classIndex != integer.predict(values).classIndex;
    }
    return different;
}

}

/// What eight bits cost a network that has learned something, by its activation.
class TestActivationAccuracy : public QObject {
    Q_OBJECT

private slots:
    void oneAnswerIn100ChangesAtMost_data();
    void oneAnswerIn100ChangesAtMost();
    void threeThousandthsOfR2AreLostAtMost_data();
    void threeThousandthsOfR2AreLostAtMost();
};

void TestActivationAccuracy::oneAnswerIn100ChangesAtMost_data()
{
    QTest::addColumn<Activation>("activation");
    for (const Activation activation : allActivations)
        QTest::newRow(std::string(activationName(activation)).c_str()) << activation;
}

void TestActivationAccuracy::oneAnswerIn100ChangesAtMost()
{
    QFETCH(Activation, activation);
    for (const std::string_view sample : {"iris", "wine"}) {
        int different = 0, rows = 0;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const Dataset data = sampleData(sample, seed);
            const Models models = learned(data, activation, seed);
            QVERIFY(evaluate(models.floating, data.test).headline > 0.85); // else there is nothing to lose
            for (const DataPart* part : {&data.training, &data.validation, &data.test}) {
                different += differentAnswers(models, *part);
                rows += static_cast<int>(part->rows());
            }
        }
        QVERIFY2(100 * different <= rows, qPrintable(QStringLiteral("%1 of %2").arg(different).arg(rows)));
    }
}

void TestActivationAccuracy::threeThousandthsOfR2AreLostAtMost_data()
{
    oneAnswerIn100ChangesAtMost_data();
}

void TestActivationAccuracy::threeThousandthsOfR2AreLostAtMost()
{
    QFETCH(Activation, activation);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Dataset data = sampleData("obd-emissions", seed);
        const Models models = learned(data, activation, seed);
        const double floating = evaluate(models.floating, data.test).headline;
        const double integer = evaluate(models.integer, data.test).headline;
        QVERIFY(floating > 0.9);
        QVERIFY2(floating - integer <= 0.003, qPrintable(QStringLiteral("%1 became %2").arg(floating).arg(integer)));
    }
}

QTEST_APPLESS_MAIN(TestActivationAccuracy)
#include "tst_activation_accuracy.moc"

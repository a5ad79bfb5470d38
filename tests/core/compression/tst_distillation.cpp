#include "compression/distillation.h"
#include "core/training/learning_tasks.h"
#include "support/model_fixtures.h"
#include "training/loss_pass.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace broto;
using test::identical;

namespace {

constexpr int classCount = 5, rowCount = 11;

/// Outputs, labels and what a teacher answers to some rows, by chance.
struct Answers {
    std::vector<std::vector<double>> outputs;
    std::vector<std::vector<double>> teacher; ///< probabilities
    std::vector<std::int32_t> labels;
    std::vector<std::uint32_t> rows; ///< of the training part, in any order

    explicit Answers(std::uint64_t seed)
    {
        Random random(seed);
        for (int row = 0; row < rowCount; ++row) {
            std::vector<double>& output = outputs.emplace_back();
            std::vector<double>& probabilities = teacher.emplace_back();
            for (int c = 0; c < classCount; ++c) {
                output.push_back(static_cast<float>(3 * random.normal()));
                probabilities.push_back(std::exp(2 * random.normal()));
            }
            if (row == 2) // the teacher is certain
                probabilities = {0, 1, 0, 0, 0};
            const double sum = std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
            for (double& probability : probabilities)
                probability = static_cast<float>(probability / sum);
            labels.push_back(static_cast<std::int32_t>(random.below(classCount)));
            rows.push_back(static_cast<std::uint32_t>((row * 4) % rowCount));
        }
    }
};

std::vector<double> softmax(const std::vector<double>& outputs, double temperature)
{
    const double largest = *std::max_element(outputs.begin(), outputs.end());
    std::vector<double> result;
    for (const double output : outputs)
        result.push_back(std::exp((output - largest) / temperature));
    const double sum = std::accumulate(result.begin(), result.end(), 0.0);
    for (double& probability : result)
        probability /= sum;
    return result;
}

/// The sum over all rows, by its definition: (1 - share) * cross-entropy + share * T^2 * relative entropy.
double lossOf(const Answers& answers, const std::vector<std::vector<double>>& outputs, double temperature, double share)
{
    double loss = 0;
    for (std::size_t i = 0; i < rowCount; ++i) {
        const std::uint32_t row = answers.rows[i];
        const auto label = static_cast<std::size_t>(answers.labels[row]);
        loss -= (1 - share) * std::log(softmax(outputs[i], 1)[label]);
        const std::vector<double> own = softmax(outputs[i], temperature);
        for (std::size_t c = 0; c < classCount; ++c)
            if (const double teacher = answers.teacher[row][c]; teacher > 0)
                loss += share * temperature * temperature * teacher * std::log(teacher / own[c]);
    }
    return loss;
}

std::vector<InstructionSet> instructionSets()
{
    if (available(InstructionSet::Avx2))
        return {InstructionSet::Baseline, InstructionSet::Avx2};
    return {InstructionSet::Baseline};
}

TrainingSettings shortSettings(int epochs)
{
    TrainingSettings settings;
    settings.epochs = epochs;
    return settings;
}

DistillationOptions optionsOf(double temperature, double share)
{
    return {{{{24}, {12}}}, {{{6}}}, temperature, share};
}

}

class TestDistillation : public QObject {
    Q_OBJECT

private slots:
    void softLossAndItsSlopesAreThoseOfTheFormula_data();
    void softLossAndItsSlopesAreThoseOfTheFormula();
    void shareOfNothingIsTrainingAlone_data();
    void shareOfNothingIsTrainingAlone();
    void teacherIsTrainedAsUsual();
    void valuesAreMixedWithTheTeachers();
    void studentFollowsItsTeacher();
    void oneOutputLearnsAsTwo();
    void everyoneHasTheirOwnDesign();
    void sameSeedGivesTheSameStudent();
    void observerSeesTheStudentAlone();
    void numbersOutOfBoundsAreNamed_data();
    void numbersOutOfBoundsAreNamed();
    void designOutOfBoundsIsAnError();
    void cancelIsAnError_data();
    void cancelIsAnError();
};

void TestDistillation::softLossAndItsSlopesAreThoseOfTheFormula_data()
{
    QTest::addColumn<double>("temperature");
    QTest::addColumn<double>("share");
    for (const double temperature : {1.0, 2.0, 5.0, 100.0})
        for (const double share : {0.0, 0.3, 0.9, 1.0})
            QTest::addRow("temperature %g, share %g", temperature, share) << temperature << share;
}

void TestDistillation::softLossAndItsSlopesAreThoseOfTheFormula()
{
    QFETCH(double, temperature);
    QFETCH(double, share);
    constexpr int width = 8;
    const Answers answers(3);
    SoftTargets soft{Matrix(rowCount, classCount), temperature, share};
    for (Eigen::Index row = 0; row < rowCount; ++row)
        for (Eigen::Index c = 0; c < classCount; ++c)
            soft.answers(row, c) =
                static_cast<float>(answers.teacher[static_cast<std::size_t>(row)][static_cast<std::size_t>(c)]);
    for (const InstructionSet set : instructionSets()) {
        LossPass pass({Loss::CrossEntropy, {}, 0, &soft}, kernelsFor(set), rowCount, width);
        AlignedFloats outputs(width * padded(rowCount)), slopes(outputs.size());
        for (std::size_t row = 0; row < rowCount; ++row)
            for (std::size_t c = 0; c < classCount; ++c)
                outputs[row * width + c] = static_cast<float>(answers.outputs[row][c]);
        const Judgement judgement =
            pass.run({answers.labels, {}}, answers.rows, outputs.data(), classCount, width, slopes.data());
        const double loss = lossOf(answers, answers.outputs, temperature, share);
        // At a high temperature the logarithms nearly cancel, and T^2 enlarges what is left of their last bits.
        QVERIFY(std::abs(judgement.loss - loss) <= 1e-5 * loss + 2e-6 * share * temperature * temperature);
        for (std::size_t row = 0; row < rowCount; ++row)
            for (std::size_t c = 0; c < classCount; ++c) {
                constexpr double small = 1e-4;
                std::vector<std::vector<double>> moved = answers.outputs;
                moved[row][c] += small;
                const double above = lossOf(answers, moved, temperature, share);
                moved[row][c] -= 2 * small;
                const double below = lossOf(answers, moved, temperature, share);
                const double slope = (above - below) / (2 * small) / rowCount;
                QVERIFY(std::abs(slopes[row * width + c] - slope) <= 2e-6 + 1e-6 * temperature);
            }
    }
}

void TestDistillation::shareOfNothingIsTrainingAlone_data()
{
    QTest::addColumn<Task>("task");
    QTest::newRow("classification") << Task::Classification;
    QTest::newRow("regression") << Task::Regression;
}

void TestDistillation::shareOfNothingIsTrainingAlone()
{
    QFETCH(Task, task);
    const Dataset data = task == Task::Classification ? test::clouds(150, 50, 50) : test::curve(150, 50, 50);
    const DistillationOptions options = optionsOf(2, 0);
    const Distilled distilled = *distil(data, options, shortSettings(12));
    const TrainedNetwork alone = *train(data, options.student, shortSettings(12));
    QVERIFY(identical(distilled.student.network, alone.network));
    QVERIFY(distilled.student.history == alone.history);
    QCOMPARE(distilled.student.bestEpoch, alone.bestEpoch);
    QVERIFY(!identical(distil(data, optionsOf(2, 0.5), shortSettings(12))->student.network, alone.network));
}

void TestDistillation::teacherIsTrainedAsUsual()
{
    const Dataset data = test::clouds(150, 50, 50);
    const DistillationOptions options = optionsOf(2, 0.9);
    QVERIFY(identical(distil(data, options, shortSettings(12))->teacher.network,
                      train(data, options.teacher, shortSettings(12))->network));
}

/// What is learned by squared errors from the truth and a teacher is what is learned from values between them.
void TestDistillation::valuesAreMixedWithTheTeachers()
{
    const Dataset data = test::curve(150, 50, 50);
    DistillationOptions options = optionsOf(1, 1);
    const Distilled distilled = *distil(data, options, shortSettings(12));
    Dataset ofTeacher = data;
    const Matrix answers = forward(distilled.teacher.network, data.training.inputs);
    for (Eigen::Index row = 0; row < answers.rows(); ++row)
        ofTeacher.training.values(row) = answers(row, 0) * data.target.deviation + data.target.centre;
    const TrainedNetwork alone = *train(ofTeacher, options.student, shortSettings(12));
    const Matrix one = forward(distilled.student.network, data.test.inputs),
                 other = forward(alone.network, data.test.inputs);
    QVERIFY((one - other).cwiseAbs().maxCoeff() < 1e-3f); // the unit of the target costs last bits

    options.share = 0.25;
    const Matrix quarter = forward(distil(data, options, shortSettings(12))->student.network, data.test.inputs);
    for (Eigen::Index row = 0; row < answers.rows(); ++row)
        ofTeacher.training.values(row) = 0.25f * ofTeacher.training.values(row) + 0.75f * data.training.values(row);
    const Matrix mixed = forward(train(ofTeacher, options.student, shortSettings(12))->network, data.test.inputs);
    QVERIFY((quarter - mixed).cwiseAbs().maxCoeff() < 1e-3f);
}

/// By the relative entropy of what both answer to rows that neither has learned from.
void TestDistillation::studentFollowsItsTeacher()
{
    const Dataset data = test::clouds(200, 100, 200);
    const auto distance = [&](double share) {
        const Distilled distilled = *distil(data, optionsOf(2, share), shortSettings(60));
        const Matrix teacher = forward(distilled.teacher.network, data.test.inputs),
                     student = forward(distilled.student.network, data.test.inputs);
        double sum = 0;
        for (Eigen::Index row = 0; row < teacher.rows(); ++row) {
            const auto probabilities = [row](const Matrix& outputs) {
                return softmax({outputs(row, 0), outputs(row, 1), outputs(row, 2)}, 2);
            };
            const std::vector<double> of = probabilities(teacher), own = probabilities(student);
            for (std::size_t c = 0; c < 3; ++c)
                sum += of[c] * std::log(of[c] / own[c]);
        }
        return sum;
    };
    const double following = distance(1), alone = distance(0);
    QVERIFY2(following < 0.5 * alone, qPrintable(QStringLiteral("%1 %2").arg(following).arg(alone)));
}

void TestDistillation::oneOutputLearnsAsTwo()
{
    Dataset data = fixtureDataset(Task::Classification, 3, 100);
    data.target.classes = {"low", "high"};
    for (DataPart* part : {&data.training, &data.validation, &data.test})
        for (std::int32_t& label : part->labels)
            label = label > 0;
    TrainingSettings settings = shortSettings(10);
    settings.loss = Loss::BinaryCrossEntropy;
    const Distilled distilled = *distil(data, optionsOf(2, 0.9), settings);
    QCOMPARE(distilled.teacher.network.layers.back().weights.rows(), Eigen::Index{2});
    QCOMPARE(distilled.student.network.layers.back().weights.rows(), Eigen::Index{2});
    QVERIFY(distilled.student.test.headline > 0.5);
}

void TestDistillation::everyoneHasTheirOwnDesign()
{
    const Dataset data = test::clouds(60, 20, 20);
    DistillationOptions options = optionsOf(2, 0.9);
    options.teacher.hidden[0].normalised = true;
    options.student = {{{5, Activation::Tanh, 0, true}}};
    const Distilled distilled = *distil(data, options, shortSettings(3));
    QVERIFY(distilled.teacher.design == options.teacher);
    QVERIFY(distilled.student.design == options.student);
    QVERIFY(shapeOf(distilled.student.network) == shapeOf(options.student, 2, 3));
    QVERIFY(shapeOf(distilled.teacher.network) == shapeOf(options.teacher, 2, 3));
}

void TestDistillation::sameSeedGivesTheSameStudent()
{
    const Dataset data = test::clouds(60, 20, 20);
    TrainingSettings other = shortSettings(4);
    other.seed = 2;
    const Distilled first = *distil(data, optionsOf(2, 0.9), shortSettings(4));
    QVERIFY(identical(first.student.network, distil(data, optionsOf(2, 0.9), shortSettings(4))->student.network));
    QVERIFY(!identical(first.student.network, distil(data, optionsOf(2, 0.9), other)->student.network));
}

void TestDistillation::observerSeesTheStudentAlone()
{
    const Dataset data = test::clouds(60, 20, 20);
    std::vector<EpochRecord> seen;
    const Distilled distilled = *distil(data, optionsOf(2, 0.9), shortSettings(4), {},
                                        [&](const EpochRecord& record, const LearningNetwork& network) {
                                            seen.push_back(record);
                                            QCOMPARE(network.network().layers.size(), std::size_t{2});
                                        });
    QVERIFY(seen == distilled.student.history);
}

void TestDistillation::numbersOutOfBoundsAreNamed_data()
{
    QTest::addColumn<double>("temperature");
    QTest::addColumn<double>("share");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("share above 1") << 2.0 << 1.01 << QByteArray("(now 1.01)");
    QTest::newRow("negative share") << 2.0 << -0.5 << QByteArray("(now -0.5)");
    QTest::newRow("share that is no number") << 2.0 << std::nan("") << QByteArray("0 to 1");
    QTest::newRow("temperature below 1") << 0.5 << 0.9 << QByteArray("(now 0.5)");
    QTest::newRow("temperature too high") << 101.0 << 0.9 << QByteArray("(now 101)");
    QTest::newRow("temperature that is no number") << std::nan("") << 0.9 << QByteArray("100");
}

void TestDistillation::numbersOutOfBoundsAreNamed()
{
    QFETCH(double, temperature);
    QFETCH(double, share);
    QFETCH(QByteArray, named);
    const Result<Distilled> distilled =
        distil(test::clouds(60, 20, 20), optionsOf(temperature, share), shortSettings(4));
    QVERIFY(!distilled);
    QCOMPARE(distilled.error().id, std::string_view("compression.distillation"));
    QVERIFY2(inEnglish(distilled.error()).find(named.toStdString()) != std::string::npos,
             inEnglish(distilled.error()).c_str());
}

void TestDistillation::designOutOfBoundsIsAnError()
{
    DistillationOptions options = optionsOf(2, 0.9);
    options.student = {{{mostUnits + 1}}};
    QVERIFY(!distil(test::clouds(60, 20, 20), options, shortSettings(2)));
    options = optionsOf(2, 0.9);
    options.teacher = {{{0}}};
    QVERIFY(!distil(test::clouds(60, 20, 20), options, shortSettings(2)));
}

void TestDistillation::cancelIsAnError_data()
{
    QTest::addColumn<bool>("whileTheStudentLearns");
    QTest::newRow("at once") << false;
    QTest::newRow("while the student learns") << true;
}

void TestDistillation::cancelIsAnError()
{
    QFETCH(bool, whileTheStudentLearns);
    RunControl control;
    if (!whileTheStudentLearns)
        control.cancel();
    const Result<Distilled> distilled = distil(test::clouds(60, 20, 20), optionsOf(2, 0.9), shortSettings(20), control,
                                               [&](const EpochRecord&, const LearningNetwork&) { control.cancel(); });
    QVERIFY(!distilled);
    QCOMPARE(distilled.error().id, std::string_view("common.cancelled"));
}

QTEST_APPLESS_MAIN(TestDistillation)
#include "tst_distillation.moc"

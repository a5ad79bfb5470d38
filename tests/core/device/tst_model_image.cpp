// A model as data, run by the interpreter that prepared programs hold: the integers of the workbench.

#include "device/model_image.h"

#include "compression/predictor.h"
#include "core/device/firmware_fixture.h"
#include "runtime/model_image.h"
#include "support/wide_models.h"

#include <QtTest>

#include <cstring>

using namespace broto;

namespace {

constexpr ImageRoom large = {1 << 20, 4, 512, 1024, 256};

/// Where the interpreter looks for its image.
struct DesktopPlace {
    enum { mostFeatures = large.features, mostInputs = large.activations, mostOutputs = large.outputs };
    static const std::uint8_t* image() { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }
    static inline std::vector<std::uint32_t> bytes; ///< of words, as flash is aligned

    static void put(const std::string& image)
    {
        bytes.assign(image.size() / 4 + 1, 0xffffffff);
        std::memcpy(bytes.data(), image.data(), image.size());
    }
};
using Interpreter = runtime::ImageModel<DesktopPlace>;

Board uno()
{
    return findBoard("uno").value();
}

}

class TestModelImage : public QObject {
    Q_OBJECT

private slots:
    void interpreterGivesTheIntegersOfTheWorkbench_data();
    void interpreterGivesTheIntegersOfTheWorkbench();
    void namesAndSizesAreThoseOfTheModel();
    void wrongWeightFailsTheSelfTest();
    void emptyFlashIsNoModel();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void floatsAndStreamsNeedACompiler();
    void sameModelGivesTheSameBytes();
};

void TestModelImage::interpreterGivesTheIntegersOfTheWorkbench_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<Storage>("storage");
    QTest::addColumn<quint64>("seed");
    for (const Task task : {Task::Classification, Task::Regression})
        for (const Storage storage : allStorages)
            for (quint64 seed = 1; seed <= 6; ++seed)
                QTest::addRow("%s %s %d", task == Task::Classification ? "classes" : "numbers",
                              std::string(storageName(storage)).c_str(), static_cast<int>(seed))
                    << task << storage << seed;
}

void TestModelImage::interpreterGivesTheIntegersOfTheWorkbench()
{
    QFETCH(Task, task);
    QFETCH(Storage, storage);
    QFETCH(quint64, seed);
    const DeployableModel model = wildIntegerModel(task, seed, storage);
    const auto image = modelImage(model, "tea", uno(), large);
    QVERIFY2(image, reason(image).c_str());
    DesktopPlace::put(*image);
    QVERIFY(Interpreter::isThere());
    QVERIFY(Interpreter::selfTest());
    QCOMPARE(Interpreter::id(), modelId(model));

    Predictor predictor(model);
    Random random(seed);
    std::vector<std::int32_t> raw(static_cast<std::size_t>(model.outputs()));
    int answered = 0;
    for (int i = 0; i < 60; ++i) {
        const std::vector<float> row = hostileRow(model, random);
        const Prediction due = predictor.predict(row);
        const runtime::InputReport report = Interpreter::infer(row.data(), raw.data());
        QCOMPARE(report.refused != 0, due.refused);
        if (due.refused) {
            QCOMPARE(int{report.feature}, due.refusedFeature);
            continue;
        }
        ++answered;
        QCOMPARE(int{report.outOfRange}, due.outOfRange);
        QVERIFY(raw == due.raw);
        if (task == Task::Regression)
            QCOMPARE(Interpreter::value(raw.data()), due.value);
        else
            QCOMPARE(int{Interpreter::largestOutput(raw.data())}, due.classIndex);
        for (std::uint8_t layer = 0; layer < Interpreter::depth(); ++layer) {
            const std::int8_t* values = nullptr;
            const std::uint16_t count = Interpreter::hidden(layer, row.data(), &values);
            QVERIFY(predictor.hiddenActivations(row, layer) == std::vector<std::int8_t>(values, values + count));
        }
    }
    QVERIFY(answered > 0);
}

void TestModelImage::namesAndSizesAreThoseOfTheModel()
{
    const DeployableModel model = trainedFixture(Task::Classification);
    DesktopPlace::put(modelImage(model, "chá verde", uno(), large).value());
    QCOMPARE(int{Interpreter::rowLength()}, model.features());
    QCOMPARE(int{Interpreter::answerLength()}, model.outputs());
    QVERIFY(Interpreter::classifies());
    QCOMPARE(QByteArray(Interpreter::boardName()), QByteArray("Arduino Uno"));
    for (int f = 0; f < model.features(); ++f) {
        const Feature& feature = model.preprocessing.features[static_cast<std::size_t>(f)];
        QCOMPARE(std::string(Interpreter::featureName(static_cast<std::uint16_t>(f))), feature.name);
        QCOMPARE(std::string(Interpreter::featureUnit(static_cast<std::uint16_t>(f))), feature.unit);
    }
    for (int o = 0; o < model.outputs(); ++o)
        QCOMPARE(std::string(Interpreter::outputName(static_cast<std::uint16_t>(o))),
                 model.decoding.target.classes[static_cast<std::size_t>(o)]);
    const std::int8_t* values = nullptr;
    const std::vector<float> row(static_cast<std::size_t>(model.features()), 1);
    QCOMPARE(int{Interpreter::hidden(200, row.data(), &values)}, 0);
}

void TestModelImage::wrongWeightFailsTheSelfTest()
{
    const DeployableModel model = trainedFixture(Task::Classification);
    std::string image = modelImage(model, "tea", uno(), large).value();
    const std::size_t weights = sizeof(runtime::ImageHeader);
    int caught = 0;
    for (std::size_t at = weights; at < weights + 40; ++at) {
        std::string changed = image;
        changed[at] = static_cast<char>(changed[at] ^ 0x40);
        DesktopPlace::put(changed);
        caught += !Interpreter::selfTest();
    }
    QVERIFY2(caught >= 30, qPrintable(QString::number(caught)));
}

void TestModelImage::emptyFlashIsNoModel()
{
    DesktopPlace::put(std::string(4096, '\xff'));
    QVERIFY(!Interpreter::isThere());
    DesktopPlace::put(std::string(4096, '\0'));
    QVERIFY(!Interpreter::isThere());
}

void TestModelImage::whatDoesNotFitIsRefused_data()
{
    QTest::addColumn<int>("features");
    QTest::addColumn<int>("activations");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("fits");
    QTest::newRow("room enough") << 512 << 1024 << 256 << 100000 << true;
    QTest::newRow("features") << 1 << 1024 << 256 << 100000 << false;
    QTest::newRow("activations") << 512 << 9 << 256 << 100000 << false;
    QTest::newRow("outputs") << 512 << 1024 << 1 << 100000 << false;
    QTest::newRow("flash") << 512 << 1024 << 256 << 300 << false;
}

void TestModelImage::whatDoesNotFitIsRefused()
{
    QFETCH(int, features);
    QFETCH(int, activations);
    QFETCH(int, outputs);
    QFETCH(int, bytes);
    const auto image = modelImage(trainedFixture(Task::Classification), "tea", uno(),
                                  {static_cast<std::size_t>(bytes), 1, features, activations, outputs});
    QTEST(image.ok(), "fits");
    QVERIFY(image || image.error().id == "device.model-too-large-prepared");
}

void TestModelImage::floatsAndStreamsNeedACompiler()
{
    const auto image = modelImage(wideFloatModel(1), "tea", uno(), large);
    QVERIFY(!image && image.error().id == "device.model-needs-compiler");
}

void TestModelImage::sameModelGivesTheSameBytes()
{
    const DeployableModel model = trainedFixture(Task::Regression);
    const std::string packed = modelImage(model, "tea", uno(), {1 << 20, 1, 512, 1024, 256}).value();
    QCOMPARE(modelImage(model, "tea", uno(), {1 << 20, 1, 512, 1024, 256}).value(), packed);
    QVERIFY(packed.size() < modelImage(model, "tea", uno(), large)->size() + 1);
}

QTEST_APPLESS_MAIN(TestModelImage)
#include "tst_model_image.moc"

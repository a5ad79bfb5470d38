#include "export/exported_files.h"

#include "tiny_models.h"

#include <QFile>
#include <QtTest>

#include <limits>

using namespace broto;

namespace {

QString exported(const DeployableModel& model, std::string_view project = "tiny")
{
    const Result<ExportedFiles> files = exportCppHeader(model, project);
    return files && files->size() == 1 ? QString::fromStdString(files->front().bytes) : QString();
}

/// Without the part that is pasted from core/runtime, whose macros end lines with a backslash.
QString withoutRuntime(QString text)
{
    const qsizetype begin = text.indexOf(u"// 2. "), end = text.indexOf(u"// 3. ");
    return begin > 0 && end > begin ? text.remove(begin, end - begin) : QString();
}

QString goldenPath()
{
    return QStringLiteral(BROTO_SOURCE_DIR "/tests/data/export/tiny_ptq_int8.h");
}

}

class TestCppHeader : public QObject {
    Q_OBJECT

private slots:
    void tinyModelBecomesTheGoldenFile();
    void sameModelGivesTheSameBytes();
    void fileIsNamedAfterProjectAndVariant();
    void cardTellsWhatAPersonAsksFirst();
    void partsStandInTheOrderOfReading();
    void integerModelTakesNoFloatArithmeticAlong();
    void onlyTheKernelsTheModelNeedsAreIncluded_data();
    void onlyTheKernelsTheModelNeedsAreIncluded();
    void headerStandsAlone();
    void anotherModelOfTheSameNameIsAnError();
    void whatStandsInTheWayOfStraightLineCodeIsSaid_data();
    void whatStandsInTheWayOfStraightLineCodeIsSaid();
    void hostileNamesStayInCommentsAndLiterals();
    void modelWithoutGoldenRowsTestsItselfAcrossTheTrainedRange();
    void refusedGoldenRowsAreLeftOut();
    void modelWithoutAFiniteAnswerIsNotExported();
    void layersTooLargeForAvrAreRefusedThereInASentence();
};

/// Without the part that is pasted from core/runtime, which changes with those files and is judged by running it.
/// To refresh it after a change that is meant:  BROTO_REFRESH_GOLDEN=1 build/dev/tests/tst_cpp_header
void TestCppHeader::tinyModelBecomesTheGoldenFile()
{
    const QString text = withoutRuntime(exported(tinyClassifier()));
    QVERIFY(!text.isEmpty());
    QFile file(goldenPath());
    if (qEnvironmentVariableIsSet("BROTO_REFRESH_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
        QVERIFY2(lines[i] == expected[i],
                 qPrintable(QStringLiteral("line %1: \"%2\" instead of \"%3\"").arg(i + 1).arg(lines[i], expected[i])));
    QCOMPARE(lines.size(), expected.size());
}

void TestCppHeader::sameModelGivesTheSameBytes()
{
    QCOMPARE(exported(tinyFloatClassifier()), exported(tinyFloatClassifier()));
    DeployableModel other = tinyClassifier();
    std::get<IntegerLayer>(other.layers[0]).weights[0] = 126;
    QVERIFY(exported(other) != exported(tinyClassifier()));
}

void TestCppHeader::fileIsNamedAfterProjectAndVariant()
{
    const Result<ExportedFiles> files = exportCppHeader(tinyClassifier(), "Estação 7");
    QVERIFY(files.ok());
    QCOMPARE(files->size(), std::size_t{1});
    QCOMPARE(files->front().path, std::string("estacao_7_ptq_int8.h"));
    QVERIFY(files->front().bytes.find("namespace estacao_7_ptq_int8 {") != std::string::npos);
    QVERIFY(files->front().bytes.find("Estação 7, variant ptq-int8") != std::string::npos);
}

void TestCppHeader::cardTellsWhatAPersonAsksFirst()
{
    const QString card = exported(tinyRegression()).section(QStringLiteral("#if"), 0, 0);
    for (const auto* fact :
         {"SPDX-License-Identifier: MIT-0", "Broto 1.2.3", "regression: flow (l/min)", "2 inputs, 1 output",
          "R2 0.9688", "data 0123456789abcdef, seed 7, 200 epochs", "6 bytes of weights in flash", "16 bytes of",
          "temperature (°C), trained from 0 to 40", "pressure (Pa), trained from 98000 to 102000",
          "const float row[] = {5.0f, 99000.0f};", "broto::tiny_ptq_int8::predict(row)", "without warranty"})
        QVERIFY2(card.contains(QString::fromUtf8(fact)), fact);
    for (const QString& line : card.trimmed().split(u'\n'))
        QVERIFY(line.startsWith(u"//") && line.size() <= 100);
}

void TestCppHeader::partsStandInTheOrderOfReading()
{
    const QString text = exported(tinyClassifier());
    qsizetype last = -1;
    for (const auto* part :
         {"SPDX", "How to use it", "// 1. What you call", "enum Class", "inline uint16_t classify",
          "// 2. The arithmetic", "inline int8_t scaledInput", "// 3. The model", "layer1", "goldenOutputs",
          "// 4. The network at work", "inline bool selfTest()\n{", "struct Model"}) {
        const qsizetype place = text.indexOf(QLatin1String(part));
        QVERIFY2(place > last, part);
        last = place;
    }
}

void TestCppHeader::integerModelTakesNoFloatArithmeticAlong()
{
    for (const DeployableModel& model : {tinyClassifier(), tinyRegression()}) {
        const QString text = exported(model);
        for (const auto* word : {"math.h", "double", "FloatFeature", "denseFloat", "tanh("})
            QVERIFY2(!text.contains(QLatin1String(word)), word);
    }
}

void TestCppHeader::onlyTheKernelsTheModelNeedsAreIncluded_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<QByteArray>("absent");
    const auto row = [](const char* name, int model, const char* present, const char* absent) {
        QTest::newRow(name) << model << QByteArray(present) << QByteArray(absent);
    };
    row("classification by ReLU", 0,
        "layerRelu<runtime::Int8, layerScores<runtime::Int8, layerClass<runtime::Int8, avrRelu",
        "applyTable denseSums denseHidden BROTO_INT4_8");
    row("linear regression", 1, "denseSums(", "denseHidden applyTable layerScores requantize");
    row("float", 2, "denseFloat( activate<runtime::hyperbolicTangent>(2,", "denseHidden layerScores requantize");
    row("swish in float", 4, "denseFloat( activate<runtime::swish>(2,", "activate<runtime::linear> layerRelu");
    row("tanh in int8", 3, "layerLinear<runtime::Int8, applyTable(", "denseSums layerRelu<runtime::Int8,");
}

void TestCppHeader::onlyTheKernelsTheModelNeedsAreIncluded()
{
    QFETCH(int, model);
    QFETCH(QByteArray, present);
    QFETCH(QByteArray, absent);
    DeployableModel tanh = tinyClassifier();
    std::get<IntegerLayer>(tanh.layers[0]).activation = Activation::Tanh;
    std::get<IntegerLayer>(tanh.layers[0]).table.assign(256, 5);
    DeployableModel swish = tinyFloatClassifier();
    std::get<Float32Layer>(swish.layers[0]).activation = Activation::Swish;
    const std::vector models = {tinyClassifier(), tinyRegression(), tinyFloatClassifier(), tanh, swish};
    const QByteArray text = exported(models[static_cast<std::size_t>(model)]).toUtf8();
    for (const QByteArray& word : present.split(' '))
        QVERIFY2(text.contains(word), word);
    for (const QByteArray& word : absent.split(' '))
        QVERIFY2(!text.contains(word), word);
}

void TestCppHeader::headerStandsAlone()
{
    for (const DeployableModel& model : {tinyClassifier(), tinyRegression(), tinyFloatClassifier()}) {
        const QString text = exported(model);
        for (const QString& line : text.split(u'\n')) {
            QVERIFY2(!line.startsWith(u"#include \""), qPrintable(line));
            QVERIFY2(!line.endsWith(u' ') && !line.contains(u'\t'), qPrintable(line));
        }
        QVERIFY(!text.contains(u"\n\n\n"));
        QCOMPARE(text.count(u"\n#elif !defined(BROTO_MODEL_"), 1);
        QCOMPARE(text.count(u"SPDX"), 1);
    }
}

void TestCppHeader::whatStandsInTheWayOfStraightLineCodeIsSaid_data()
{
    QTest::addColumn<DeployableModel>("model");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, DeployableModel model, auto change, const char* reason) {
        change(model);
        QTest::newRow(name) << model << QByteArray(reason);
    };
    const auto hidden = [](DeployableModel& model) -> IntegerLayer& { return std::get<IntegerLayer>(model.layers[0]); };
    const auto makeSmooth = [&](DeployableModel& model) {
        hidden(model).activation = Activation::Tanh;
        hidden(model).table.assign(256, 5);
    };
    row(
        "nothing", tinyClassifier(), [](DeployableModel&) {}, "");
    row(
        "float", tinyFloatClassifier(), [](DeployableModel&) {}, "computes in float32");
    row(
        "a number", tinyRegression(), [](DeployableModel&) {}, "answers with a number");
    row(
        "storage", tinyClassifier(), [&](DeployableModel& model) { hidden(model).storage = Storage::Sparse; },
        "Layer 1 keeps its weights as sparse");
    row("a smooth activation", tinyClassifier(), makeSmooth, "Layer 1 has the activation tanh");
    row(
        "a smooth activation of sparse weights", tinyClassifier(),
        [&](DeployableModel& model) {
            makeSmooth(model);
            std::get<IntegerLayer>(model.layers[1]).storage = Storage::Sparse;
        },
        "Layer 1 has the activation tanh");
    const auto widen = [&](DeployableModel& model, int neurons) {
        const auto count = static_cast<std::size_t>(neurons);
        IntegerLayer &first = hidden(model), &last = std::get<IntegerLayer>(model.layers[1]);
        first.outputs = last.inputs = neurons;
        first.weights.assign(2 * count, 1);
        last.weights.assign(2 * count, 1);
        first.bias.assign(count, 0);
        first.multiplier.assign(count, 1);
        first.weightScale.assign(count, 1);
    };
    row(
        "weights", tinyClassifier(), [&](DeployableModel& model) { widen(model, 500); },
        "has 2000 weights, and straight-line code holds at most 1200");
    row(
        "activations", tinyClassifier(), [&](DeployableModel& model) { widen(model, 100); },
        "bytes, and straight-line code reaches 64");
}

void TestCppHeader::whatStandsInTheWayOfStraightLineCodeIsSaid()
{
    QFETCH(DeployableModel, model);
    QFETCH(QByteArray, reason);
    const std::optional<Message> problem = straightLineProblem(model);
    QCOMPARE(problem.has_value(), !reason.isEmpty());
    if (problem)
        QVERIFY2(inEnglish(*problem).find(reason.toStdString()) != std::string::npos, inEnglish(*problem).c_str());
}

/// The preprocessor compares a number of the model, so that the same header may be included again.
void TestCppHeader::anotherModelOfTheSameNameIsAnError()
{
    DeployableModel other = tinyClassifier();
    std::get<IntegerLayer>(other.layers[0]).weights[0] = 126;
    static const QRegularExpression define(QStringLiteral("\n#define BROTO_MODEL_TINY_PTQ_INT8_H (0x[0-9a-f]{8}u)\n"));
    const QString text = exported(tinyClassifier());
    const QString id = define.match(text).captured(1), otherId = define.match(exported(other)).captured(1);
    QVERIFY(!id.isEmpty() && !otherId.isEmpty() && id != otherId);
    QVERIFY(text.contains(
        QStringLiteral("\n#elif BROTO_MODEL_TINY_PTQ_INT8_H + 0 != %1\n#error \"Two models in one program "
                       "are called tiny_ptq_int8")
            .arg(id)));
    QVERIFY(text.contains(u"broto-cli export --name NAME\"\n#endif\n"));
}

void TestCppHeader::hostileNamesStayInCommentsAndLiterals()
{
    DeployableModel model = tinyClassifier();
    model.preprocessing.features[0].name = "a\nint injected = 1; //";
    model.preprocessing.features[1].name = "back\\";
    model.preprocessing.features[1].unit = "?\?/";
    model.decoding.target.classes = {"\"; }", "*/ \u202e"};
    const QString text = withoutRuntime(exported(model, "p\n#error line"));
    for (const QString& line : text.split(u'\n')) {
        QVERIFY2(!line.startsWith(u"int injected") && !line.startsWith(u"#error line"), qPrintable(line));
        QVERIFY2(!line.endsWith(u'\\') && !line.endsWith(QLatin1String("?\?/")), qPrintable(line));
    }
    const QLatin1String firstName("= \"a\\012int injected = 1; //\";");
    const QLatin1String unit("= \"?\\?/\";");
    QVERIFY(text.contains(firstName) && text.contains(unit));
    QVERIFY(!text.contains(QChar(0x202e)));
}

void TestCppHeader::modelWithoutGoldenRowsTestsItselfAcrossTheTrainedRange()
{
    DeployableModel model = tinyClassifier();
    model.goldenRows.clear();
    const QString text = exported(model);
    QVERIFY(text.contains(u"enum { goldenRowCount = 3 };"));
    QVERIFY(text.contains(
        u"    0.0f, 98000.0f,   // row 0\n    20.0f, 100000.0f, // row 1\n    40.0f, 102000.0f, // row 2\n"));
}

void TestCppHeader::refusedGoldenRowsAreLeftOut()
{
    const float missing = std::numeric_limits<float>::quiet_NaN();
    DeployableModel model = tinyClassifier();
    model.goldenRows = {{20, missing}, {missing, 100000}};
    const QString text = exported(model);
    QVERIFY(text.contains(u"enum { goldenRowCount = 1 };"));
    QVERIFY(text.contains(u"    __builtin_nanf(\"\"), 100000.0f, // row 0\n"));
}

void TestCppHeader::modelWithoutAFiniteAnswerIsNotExported()
{
    DeployableModel model = tinyFloatClassifier();
    std::get<Float32Layer>(model.layers[1]).weights.assign(4, 3e38f);
    std::get<Float32Layer>(model.layers[1]).bias = {3e38f, -3e38f};
    std::get<Float32Layer>(model.layers[0]).activation = Activation::Linear;
    std::get<Float32Layer>(model.layers[0]).weights = {0, 0, 0, 0};
    std::get<Float32Layer>(model.layers[0]).bias = {2, 2};
    const Result<ExportedFiles> files = exportCppHeader(model, "tiny");
    QVERIFY(!files.ok());
    QCOMPARE(files.error().id, std::string_view("export.no-golden-row"));
}

void TestCppHeader::layersTooLargeForAvrAreRefusedThereInASentence()
{
    // Layers are divided among arrays, but no neuron is.
    DeployableModel model = tinyRegression();
    IntegerLayer& last = std::get<IntegerLayer>(model.layers[0]);
    IntegerLayer hidden = std::get<IntegerLayer>(tinyClassifier().layers[0]);
    hidden.outputs = 40000;
    hidden.weights.assign(2 * 40000, 1);
    hidden.bias.assign(40000, 0);
    hidden.multiplier.assign(40000, 1);
    last.inputs = 40000;
    last.weights.assign(40000, 1);
    model.layers.insert(model.layers.begin(), hidden);
    QString text = exported(model);
    QVERIFY(!text.contains(u"#error \"Layer 1"));
    QVERIFY(text.contains(u"#ifdef __AVR__\n#error \"Layer 2 has 40000 bytes of weights that cannot be divided."));
    QVERIFY(text.contains(u"&& !defined(BROTO_HAS_FAR_FLASH)\n#error \"The model has "));
    QVERIFY(text.contains(u"&& FLASHEND < "));
    for (const auto* part : {"layer1part1[]", "layer1part9[]", "2, 4680, first, second)",
                             "2, 2560, first, runtime::activationsAt(37440, second))"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    QVERIFY(!text.contains(u"layer1part10"));

    std::get<IntegerLayer>(model.layers[0]).storage = Storage::Sparse;
    text = exported(model);
    QVERIFY(text.contains(u"weights1part4[") && !text.contains(u"weights1part5["));
    QVERIFY(text.contains(u"{BROTO_FAR(weights1part2)}, bias1 + 10922, multiplier1 + 10922, "));
}

QTEST_APPLESS_MAIN(TestCppHeader)
#include "tst_cpp_header.moc"

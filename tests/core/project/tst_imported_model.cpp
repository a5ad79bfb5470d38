#include "example_project.h"

#include "compression/predictor.h"
#include "export/onnx_model.h"
#include "export/tflite_model.h"
#include "import/import_model.h"
#include "import/model_order.h"
#include "project/imported_model.h"
#include "project/project_file.h"
#include "project/workflow.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace broto;

/// What a project makes of an imported model.
class ImportedModel : public QObject {
    Q_OBJECT

private slots:
    void aModelAloneIsSavedAndReadAgain();
    void anIntegerModelStandsBesideItsFloatNetwork();
    void withItsDataItBecomesARunThatAnswersTheSame();
    void withDataItCanBeCompressed();
    void featuresAndClassesAreFoundByName();
    void otherDataAreRefusedByName_data();
    void otherDataAreRefusedByName();
};

namespace {

const DeployableModel& variantOf(const Project& project, std::string_view name)
{
    return (*findVariant(project, name))->model;
}

DeployableModel throughOnnx(const DeployableModel& model)
{
    return *importModel(onnxBytes(onnxModel(model)));
}

/// Without what this program wrote about it, and without what stands for missing values: as any other tool's.
DeployableModel asForeign(DeployableModel model)
{
    for (PreprocessingStep& step : model.preprocessing.steps)
        if (auto* fill = std::get_if<FillMissing>(&step))
            fill->values.assign(fill->values.size(), std::numeric_limits<float>::quiet_NaN());
    OnnxModel file = onnxModel(model);
    file.metadata.clear();
    return *importModel(onnxBytes(file));
}

std::vector<std::size_t> backwards(int count)
{
    std::vector<std::size_t> order;
    for (int i = count; i-- > 0;)
        order.push_back(static_cast<std::size_t>(i));
    return order;
}

/// Every row of the data: the largest difference between certainties, or between answers in deviations.
double largestDifference(const DeployableModel& a, const DeployableModel& b, const Dataset& data)
{
    Predictor first(a), second(b);
    double largest = 0;
    for (const DataPart* part : {&data.training, &data.validation, &data.test}) {
        for (Eigen::Index r = 0; r < part->raw.rows(); ++r) {
            const std::span<const float> row(part->raw.row(r).data(), static_cast<std::size_t>(part->raw.cols()));
            const Prediction x = first.predict(row), y = second.predict(row);
            if (x.refused || y.refused)
                continue;
            for (std::size_t c = 0; c < x.certainty.size(); ++c)
                largest = std::max<double>(largest, std::abs(x.certainty[c] - y.certainty[c]));
            if (x.certainty.empty())
                largest = std::max<double>(largest, std::abs(x.value - y.value) / data.target.deviation);
        }
    }
    return largest;
}

}

void ImportedModel::aModelAloneIsSavedAndReadAgain()
{
    const Project before = trainedFruitProject();
    const Project project = projectWithModel(throughOnnx(variantOf(before, "float")));
    QVERIFY(!project.source && !project.trained);
    const Result<Project> again = parseProject(*projectBytes(project));
    QVERIFY2(again.ok(), again ? "" : inEnglish(again.error()).c_str());
    QCOMPARE(again->variants.size(), std::size_t(1));
    QCOMPARE(largestDifference(variantOf(*again, "float"), variantOf(before, "float"), dataOf(before)), 0.0);
}

void ImportedModel::anIntegerModelStandsBesideItsFloatNetwork()
{
    const Project before = trainedFruitProject();
    const DeployableModel& integer = variantOf(before, "ptq-int8");
    const Project project = projectWithModel(*importModel(tfliteBytes(tfliteModel(integer))));
    QCOMPARE(project.variants.size(), std::size_t(2));
    QCOMPARE(largestDifference(variantOf(project, "imported-int8"), integer, dataOf(before)), 0.0);
    QVERIFY(largestDifference(variantOf(project, "float"), variantOf(before, "float"), dataOf(before)) < 0.1);
    const Result<Project> again = parseProject(*projectBytes(project));
    QVERIFY2(again.ok(), again ? "" : inEnglish(again.error()).c_str());
}

void ImportedModel::withItsDataItBecomesARunThatAnswersTheSame()
{
    for (const Project& before : {trainedFruitProject(), trainedLineProject()}) {
        const Dataset data = dataOf(before);
        Project empty = before;
        empty.trained.reset();
        empty.variants.clear();
        const Result<Project> after = withImportedModel(empty, data, throughOnnx(variantOf(before, "float")));
        QVERIFY2(after.ok(), after ? "" : inEnglish(after.error()).c_str());
        QVERIFY(after->trained && belongsTo(*after->trained, data));
        QVERIFY(largestDifference(variantOf(*after, "float"), variantOf(before, "float"), data) < 1e-5);
        QVERIFY(std::abs(after->trained->test.headline - before.trained->test.headline) < 1e-6);
    }
}

void ImportedModel::withDataItCanBeCompressed()
{
    const Project before = trainedLineProject();
    const Dataset data = dataOf(before);
    // A scaler of its own, and none of the names.
    DeployableModel model = asForeign(variantOf(before, "float"));
    QVERIFY(knownFeatures(model).empty());
    Project empty = before;
    empty.trained.reset();
    empty.variants.clear();
    const Result<Project> imported = withImportedModel(empty, data, std::move(model));
    QVERIFY2(imported.ok(), imported ? "" : inEnglish(imported.error()).c_str());
    const Result<Project> after = compressed(*imported, data, {Recipe{{QuantizationOptions{}}}, "again"});
    QVERIFY2(after.ok(), after ? "" : inEnglish(after.error()).c_str());
    QVERIFY(largestDifference(variantOf(*after, "again"), variantOf(before, "float"), data) < 0.1);
    QVERIFY(parseProject(*projectBytes(*after)).ok());
}

void ImportedModel::featuresAndClassesAreFoundByName()
{
    const Project before = trainedFruitProject();
    const Dataset data = dataOf(before);
    for (const char* variant : {"float", "ptq-int8"}) {
        // The same model with its features and classes from the last to the first.
        const DeployableModel& own = variantOf(before, variant);
        DeployableModel model = throughOnnx(reordered(own, backwards(own.features()), backwards(own.outputs())));
        QVERIFY(model.preprocessing.features.front().name != own.preprocessing.features.front().name);
        Project empty = before;
        empty.trained.reset();
        empty.variants.clear();
        const Result<Project> after = withImportedModel(empty, data, std::move(model));
        QVERIFY2(after.ok(), after ? "" : inEnglish(after.error()).c_str());
        const char* name = after->variants.size() > 2 ? "imported-int8" : "float";
        QVERIFY(largestDifference(variantOf(*after, name), variantOf(before, variant), data) < 1e-5);
    }
}

void ImportedModel::otherDataAreRefusedByName_data()
{
    QTest::addColumn<bool>("line"); // the data are those of the line
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("other features") << true << QByteArray("import.other-features");
    QTest::newRow("other features the other way round") << false << QByteArray("import.other-features");
}

void ImportedModel::otherDataAreRefusedByName()
{
    QFETCH(bool, line);
    QFETCH(QByteArray, id);
    const Project fruit = trainedFruitProject(), straight = trainedLineProject();
    const Project& rows = line ? straight : fruit;
    const Result<Project> after =
        withImportedModel(rows, dataOf(rows), throughOnnx(variantOf(line ? fruit : straight, "float")));
    QVERIFY(!after.ok());
    QCOMPARE(std::string(after.error().id), id.toStdString());
}

QTEST_APPLESS_MAIN(ImportedModel)
#include "tst_imported_model.moc"

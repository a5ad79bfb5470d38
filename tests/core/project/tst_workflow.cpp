#include "data/table_reader.h"
#include "export/cost_estimate.h"
#include "project/prediction_rows.h"
#include "project/project_file.h"
#include "project/stage.h"
#include "project/workflow.h"

#include "example_project.h"
#include "support/value_of.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace broto;
using broto::test::valueOf;

class TestWorkflow : public QObject {
    Q_OBJECT

private slots:
    void readingIsSettledByWhatWasFound();
    void sidecarBesideTheFileDecides();
    void damagedSidecarIsAnError();
    void aSidecarBeyondAllMeasureIsAnError();
    void aLargeTableThatIsRewrittenCanBeSaved();
    void aTableThatIsLostSaysHowToSave();
    void trainingMakesFloatAndInteger();
    void trainingDropsVariantsOfTheNetworkBefore();
    void compressionReplacesTheVariantOfItsName();
    void compressionNeedsTheDataOfTheTraining();
    void testFileHasTheTestRows();
    void marksOfMissingValuesHoldForOtherTables();
    void unusableNamesAreRefused_data();
    void unusableNamesAreRefused();
    void stepsOutOfOrderAreRefused();
    void mixedPrecisionFitsTheFlash();
    void variantIsFoundByName();
    void checkRowsBeginWithTheTestRows();
    void windowsOfAnotherTableAreThoseOfTheDataset();
    void aTableWithoutAWindowIsRefused();
    void cancelLeavesNothing();
    void stepsLeaveTheirArgumentAlone();
    void projectIsNamedAfterItsTable_data();
    void projectIsNamedAfterItsTable();
};

namespace {

void write(const QString& path, const std::string& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(bytes));
}

/// A table that is not read into memory.
std::string largeCsv()
{
    std::string csv = "speed,temperature,y\n";
    for (int row = 0; csv.size() <= FileBytes::mostCopied; ++row)
        csv += "1.2345678901234567890123456789,-20.00000000000000000000000000," + std::to_string(row % 7) + "\n";
    return csv;
}

}

void TestWorkflow::readingIsSettledByWhatWasFound()
{
    const auto project = projectWithData("t.csv", "a;b\n1,5;2\n2,5;3\n");
    QVERIFY(project);
    const ReadOptions expected = {.encoding = Encoding::Utf8,
                                  .separator = ';',
                                  .decimal = ',',
                                  .grouping = '\0',
                                  .header = true,
                                  .comment = '\0',
                                  .dayFirst = project->source->table->dayFirst,
                                  .yearFirst = false};
    QVERIFY(project->data.reading == expected);
}

void TestWorkflow::sidecarBesideTheFileDecides()
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("t.csv"));
    write(csv, fruitCsv());
    const auto target = [&] {
        const auto project = projectWithFile(csv.toStdString());
        return project->source->table->columns[*columnWith(Role::Target, project->data)].name;
    };
    QCOMPARE(target(), std::string("kind"));
    write(csv + QStringLiteral(".json"), R"({"target": "firmness"})");
    QCOMPARE(target(), std::string("firmness"));
}

void TestWorkflow::damagedSidecarIsAnError()
{
    QVERIFY(!projectWithData("t.csv", fruitCsv(), "{"));
    QVERIFY(!projectWithData("t.csv", fruitCsv(), R"({"target": "no such column"})"));
}

void TestWorkflow::aSidecarBeyondAllMeasureIsAnError()
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("t.csv"));
    write(csv, "a,b\n1,2\n3,4\n");
    write(csv + QStringLiteral(".json"), "{}");
    QVERIFY(QFile::resize(csv + QStringLiteral(".json"), qint64(1) << 40)); // a hole: it takes up nothing
    QCOMPARE(projectWithFile(csv.toStdString()).error().id, std::string_view("platform.file-too-large"));
}

void TestWorkflow::aLargeTableThatIsRewrittenCanBeSaved()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.csv"));
    const std::string csv = largeCsv();
    write(path, csv);
    const Project project = valueOf(projectWithFile(path.toStdString()));
    write(path, "speed,temperature,y\n1,2,3\n"); // in place
    const Project again = valueOf(parseProject(valueOf(projectBytes(project))));
    QVERIFY(again.source->bytes->view() == csv);
}

/// Where there was no room for a copy of it.
void TestWorkflow::aTableThatIsLostSaysHowToSave()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.csv"));
    const std::string csv = largeCsv();
    write(path, csv);
    auto bytes = std::make_shared<const FileBytes>(valueOf(FileBytes::open(path.toStdString())));
    const Project project = valueOf(projectWithData("large.csv", std::move(bytes)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(3, '9'));
    file.flush();
    const Result<std::string> lost = projectBytes(project);
    QVERIFY(!lost);
    QCOMPARE(lost.error().id, std::string_view("project.table-lost"));
    QVERIFY(inEnglish(lost.error()).find("large.csv") != std::string::npos);
    file.seek(0);
    file.write(csv.data(), 3);
    file.flush();
    QVERIFY(projectBytes(project).ok());
}

void TestWorkflow::trainingMakesFloatAndInteger()
{
    const Project project = trainedFruitProject();
    QVERIFY(project.trained);
    QCOMPARE(project.variants.size(), std::size_t(2));
    QCOMPARE(project.variants[0]->model.name, std::string("float"));
    QVERIFY(project.variants[0]->model.arithmetic == Arithmetic::Float32);
    QCOMPARE(project.variants[1]->model.name, std::string("ptq-int8"));
    QVERIFY(project.variants[1]->model.arithmetic == Arithmetic::Int8);
    QVERIFY(!problemWith(project.variants[0]->model));
    QVERIFY(!problemWith(project.variants[1]->model));
}

void TestWorkflow::trainingDropsVariantsOfTheNetworkBefore()
{
    const Project project = trainedFruitProject();
    const Dataset data = *datasetOf(project);
    const Project extended = *compressed(project, data, {{}, "mine"});
    QCOMPARE(extended.variants.size(), std::size_t(3));
    QCOMPARE(trained(extended, data)->variants.size(), std::size_t(2));
}

void TestWorkflow::compressionReplacesTheVariantOfItsName()
{
    const Project project = trainedFruitProject();
    const Dataset data = *datasetOf(project);
    const Project again = *compressed(project, data, {});
    QCOMPARE(again.variants.size(), std::size_t(2));
    QVERIFY(again.variants[1] != project.variants[1]);
    QCOMPARE(modelId(again.variants[1]->model), modelId(project.variants[1]->model));
    QCOMPARE(compressed(project, data, {{}, "mine"})->variants.back()->model.name, std::string("mine"));
}

void TestWorkflow::compressionNeedsTheDataOfTheTraining()
{
    Project project = trainedFruitProject();
    project.data.columns[1].role = Role::Ignore;
    const auto stale = compressed(project, *datasetOf(project), {});
    QVERIFY(!stale);
    QCOMPARE(stale.error().id, std::string_view("project.stale-training"));
    const Project untrained = fruitProject();
    QVERIFY(!compressed(untrained, *datasetOf(untrained), {}));
}

void TestWorkflow::testFileHasTheTestRows()
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("more.csv"));
    write(csv, fruitCsv());
    const Project before = fruitProject();
    const Result<Project> after = withTestFile(before, csv.toStdString());
    QVERIFY(after.ok());
    QCOMPARE(after->testSource->fileName, std::string("more.csv"));
    const Dataset data = *datasetOf(*after);
    QCOMPARE(data.test.rows(), before.source->table->rows);
    QCOMPARE(data.training.rows() + data.validation.rows(), before.source->table->rows);
    // Another test file makes what was trained stale, the same one does not.
    Project trainedOnce = *trained(*after, data);
    QVERIFY(stateOf(Stage::Train, trainedOnce) == StageState::Done);
    write(csv, fruitCsv() + fruitCsv().substr(fruitCsv().find('\n') + 1));
    trainedOnce = *withTestFile(trainedOnce, csv.toStdString());
    QVERIFY(stateOf(Stage::Train, trainedOnce) == StageState::Stale);
    QCOMPARE(withTestFile(before, csv.toStdString() + "x").error().id, std::string_view("platform.file-missing"));
}

void TestWorkflow::marksOfMissingValuesHoldForOtherTables()
{
    Project project = trainedFruitProject();
    const DeployableModel& model = project.variants[0]->model;
    std::string csv;
    for (const Feature& feature : model.preprocessing.features)
        csv += (csv.empty() ? "" : ",") + feature.name;
    csv += "\n";
    for (const char* row : {"1", "-9"})
        for (std::size_t f = 0; f < model.preprocessing.features.size(); ++f)
            csv += std::string(f ? "," : "") + row + (f + 1 == model.preprocessing.features.size() ? "\n" : "");
    const Table table = *readTable(csv);
    QVERIFY(!rowsOf(project, model, table)->hasNaN());
    for (ColumnChoice& column : project.data.columns)
        column.missingMarks = {"-9"};
    const Matrix rows = *rowsOf(project, model, table);
    QVERIFY(!rows.row(0).hasNaN());
    QVERIFY(rows.row(1).array().isNaN().all());
}

void TestWorkflow::unusableNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"float", "..", ".hidden", "a/b", "a b", "ação", "a\\b"})
        QTest::newRow(name) << QString::fromUtf8(name);
    QTest::newRow("65 letters") << QString(65, QLatin1Char('a'));
}

void TestWorkflow::unusableNamesAreRefused()
{
    QFETCH(QString, name);
    const Project project = trainedFruitProject();
    const auto refused = compressed(project, *datasetOf(project), {{}, name.toStdString()});
    QVERIFY(!refused);
    QVERIFY(std::string_view(refused.error().id).starts_with("project.variant-"));
}

void TestWorkflow::stepsOutOfOrderAreRefused()
{
    const Project project = trainedFruitProject();
    const Dataset data = *datasetOf(project);
    const Recipe backwards{{QatOptions(), PruningOptions()}};
    QCOMPARE(compressed(project, data, {backwards, ""}).error().id, std::string_view("compression.recipe-order"));
    QuantizationOptions tooFine;
    tooFine.bits = 9;
    QCOMPARE(compressed(project, data, {Recipe{{tooFine}}, ""}).error().id, std::string_view("compression.bits"));
    QuantizationOptions tooMany;
    tooMany.layerBits = {8, 8, 8, 8, 8, 8};
    QCOMPARE(compressed(project, data, {Recipe{{tooMany}}, ""}).error().id, std::string_view("compression.layer-bits"));
}

void TestWorkflow::mixedPrecisionFitsTheFlash()
{
    const Project project = trainedFruitProject();
    const Dataset data = *datasetOf(project);
    const Board board = *findBoard(project.board);
    const CostEstimate usual = estimateCost(project.variants[1]->model, board);
    const Result<Recipe> roomy = mixedRecipe(project, data, usual.flashBytes + 2000);
    QVERIFY(roomy);
    const Project mixed = *compressed(project, data, {*roomy, "mixed"});
    QVERIFY(estimateCost(mixed.variants.back()->model, board).flashBytes <= usual.flashBytes + 2000);
    QCOMPARE(mixedRecipe(project, data, 10).error().id, std::string_view("project.too-little-flash"));
    RunControl cancelled;
    cancelled.cancel();
    QCOMPARE(mixedRecipe(project, data, 9000, cancelled).error().id, std::string_view("common.cancelled"));
}

void TestWorkflow::variantIsFoundByName()
{
    const Project project = trainedFruitProject();
    QCOMPARE(*findVariant(project, "float"), project.variants[0]);
    const auto none = findVariant(project, "qat-int8");
    QVERIFY(!none);
    QVERIFY(inEnglish(none.error()).find("float, ptq-int8") != std::string::npos);
    QCOMPARE(findVariant(Project(), "float").error().id, std::string_view("project.no-variant"));
}

void TestWorkflow::checkRowsBeginWithTheTestRows()
{
    const Dataset data = *datasetOf(trainedLineProject());
    const Matrix all = checkRows(data, 1000);
    QCOMPARE(all.rows(), Eigen::Index(40));
    QVERIFY(all.topRows(data.test.raw.rows()) == data.test.raw);
    QVERIFY(all.middleRows(data.test.raw.rows(), data.validation.raw.rows()) == data.validation.raw);
    QVERIFY(all.bottomRows(data.training.raw.rows()) == data.training.raw);
    QVERIFY(checkRows(data, 3) == data.test.raw.topRows(3));
    QVERIFY(checkRows(data, data.test.rows() + 1) == all.topRows(data.test.raw.rows() + 1));
    QCOMPARE(checkRows(data, 0).rows(), Eigen::Index(0));
}

void TestWorkflow::windowsOfAnotherTableAreThoseOfTheDataset()
{
    const Project project = trainedWindowProject();
    const Dataset data = *datasetOf(project);
    const auto windows = windowsOf(project, project.variants.front()->model, *project.source->table);
    QVERIFY(windows);
    QCOMPARE(windows->firstRows.front(), std::size_t(0));
    std::size_t found = 0;
    for (std::size_t i = 0; i < data.training.rows(); ++i) {
        const auto at = std::find(windows->firstRows.begin(), windows->firstRows.end(), data.training.tableRows[i]);
        QVERIFY(at != windows->firstRows.end());
        const Matrix row = windows->rows.row(at - windows->firstRows.begin());
        QVERIFY(row == data.training.raw.row(static_cast<Eigen::Index>(i)));
        ++found;
    }
    QVERIFY(found > 50);
}

void TestWorkflow::aTableWithoutAWindowIsRefused()
{
    const Project project = trainedWindowProject();
    const std::string csv = swingCsv();
    std::size_t end = 0;
    for (int line = 0; line < 12; ++line)
        end = csv.find('\n', end) + 1;
    const Result<Table> table = readTable(csv.substr(0, end));
    const auto windows = windowsOf(project, project.variants.front()->model, *table);
    QVERIFY(!windows);
    QCOMPARE(windows.error().id, std::string_view("project.no-window"));
}

void TestWorkflow::cancelLeavesNothing()
{
    const Project project = fruitProject();
    RunControl control;
    control.cancel();
    const auto none = trained(project, *datasetOf(project), control);
    QVERIFY(!none);
    QCOMPARE(none.error().id, std::string_view("common.cancelled"));
}

void TestWorkflow::stepsLeaveTheirArgumentAlone()
{
    const Project project = fruitProject();
    const auto after = trained(project, *datasetOf(project));
    QVERIFY(after);
    QVERIFY(!project.trained);
    QVERIFY(project.variants.empty());
    QCOMPARE(after->source->bytes, project.source->bytes);
}

void TestWorkflow::projectIsNamedAfterItsTable_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("ending") << QStringLiteral("iris.csv") << QStringLiteral("iris");
    QTest::newRow("two endings") << QStringLiteral("a.b.csv") << QStringLiteral("a.b");
    QTest::newRow("no ending") << QStringLiteral("iris") << QStringLiteral("iris");
    QTest::newRow("only an ending") << QStringLiteral(".csv") << QStringLiteral(".csv");
}

void TestWorkflow::projectIsNamedAfterItsTable()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    const auto project = projectWithData(file.toStdString(), fruitCsv());
    QCOMPARE(QString::fromStdString(projectName(*project)), name);
    QCOMPARE(projectName(Project()), std::string("model"));
}

QTEST_APPLESS_MAIN(TestWorkflow)
#include "tst_workflow.moc"

#include "table_text.h"

#include "data/dataset.h"

#include <QTest>

#include <cstring>
#include <functional>

using namespace broto;

namespace {

/// "a,b,colour,y" in 60 rows; `change` may alter the cells of a row.
Table sampleTable(const std::string& target, const std::function<void(int, std::vector<std::string>&)>& change = {})
{
    std::string csv = "a (V),b,colour,y\n";
    for (int i = 0; i < 60; ++i) {
        std::vector<std::string> cells = {
            std::to_string((i * 37) % 60) + ".5", std::to_string((i * 11) % 17),
            std::vector<std::string>{"red", "green", "blue"}[static_cast<std::size_t>(i % 3)],
            target == "class" ? (i % 4 ? "yes" : "no") : std::to_string(i * 3) + ".25"};
        if (change)
            change(i, cells);
        csv += cells[0] + "," + cells[1] + "," + cells[2] + "," + cells[3] + "\n";
    }
    return readable(csv);
}

Dataset datasetOf(const Table& table, const DataChoices& choices)
{
    Result<Dataset> dataset = makeDataset(table, choices);
    if (!dataset)
        qFatal("%s", inEnglish(dataset.error()).c_str());
    return *std::move(dataset);
}

Dataset datasetOf(const Table& table)
{
    return datasetOf(table, proposeChoices(table));
}

std::string errorOf(const Table& table, const DataChoices& choices)
{
    const Result<Dataset> dataset = makeDataset(table, choices);
    return dataset ? "" : std::string(dataset.error().id);
}

bool sameBits(const Matrix& a, const Matrix& b)
{
    return a.rows() == b.rows() && a.cols() == b.cols() &&
           std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size()) * sizeof(float)) == 0;
}

}

class TestDataset : public QObject {
    Q_OBJECT

private slots:
    void partsHoldTheRowsOfTheTable();
    void changingRowsOutsideTrainingChangesNothingFitted_data();
    void changingRowsOutsideTrainingChangesNothingFitted();
    void changingATrainingRowChangesWhatIsFitted();
    void categoriesAreThoseOfTheTrainingRows();
    void sameChoicesGiveTheSameBits();
    void fingerprintCoversAllChoices();
    void classesAreSorted_data();
    void classesAreSorted();
    void regressionIsScaledByTheTrainingRows();
    void booleanFeatureIsACategory();
    void rowsWithoutATargetAreLeftOutAndCounted();
    void missingFeaturesStayMissingInRawRows();
    void ignoredColumnsAreSaid();
    void rareClassesAreSaid();
    void columnWithoutTrainingValuesIsLeftOut();
    void featureThatWouldBeIgnoredCanBeChosen();
    void errors_data();
    void errors();
    void rolesOfAnotherTableAreRefused();
    void sizesOfDatasetAreThoseOfTheSplit();
};

void TestDataset::partsHoldTheRowsOfTheTable()
{
    const Table table = sampleTable("number");
    const Dataset dataset = datasetOf(table);
    QCOMPARE(dataset.inputs(), 5);
    QCOMPARE(dataset.outputs(), 1);
    for (const DataPart* part : {&dataset.training, &dataset.validation, &dataset.test}) {
        QCOMPARE(static_cast<std::size_t>(part->raw.rows()), part->rows());
        QCOMPARE(static_cast<std::size_t>(part->inputs.rows()), part->rows());
        QVERIFY(part->labels.empty());
        for (std::size_t i = 0; i < part->rows(); ++i) {
            const std::size_t row = part->tableRows[i];
            const auto index = static_cast<Eigen::Index>(i);
            QCOMPARE(part->raw(index, 0), static_cast<float>(table.columns[0].numbers[row]));
            QCOMPARE(part->raw(index, 2), static_cast<float>(table.columns[2].codes[row]));
            QCOMPARE(part->values(index), static_cast<float>(table.columns[3].numbers[row]));
        }
    }
    QCOMPARE(dataset.preprocessing.features[0].name, std::string("a"));
    QCOMPARE(dataset.preprocessing.features[0].unit, std::string("V"));
    QCOMPARE(dataset.preprocessing.features[2].categories, (std::vector<std::string>{"blue", "green", "red"}));
}

void TestDataset::changingRowsOutsideTrainingChangesNothingFitted_data()
{
    QTest::addColumn<std::string>("target");
    QTest::addColumn<Scaling>("scaling");
    for (const char* target : {"class", "number"}) {
        QTest::addRow("%s, standard", target) << std::string(target) << Scaling::Standard;
        QTest::addRow("%s, min-max", target) << std::string(target) << Scaling::MinMax;
    }
}

void TestDataset::changingRowsOutsideTrainingChangesNothingFitted()
{
    QFETCH(std::string, target);
    QFETCH(Scaling, scaling);
    const Table table = sampleTable(target);
    DataChoices choices = proposeChoices(table);
    choices.scaling = scaling;
    const Dataset before = datasetOf(table, choices);
    for (const DataPart* part : {&before.validation, &before.test}) {
        for (const std::size_t changed : part->tableRows) {
            const Table other = sampleTable(target, [&](int row, std::vector<std::string>& cells) {
                if (static_cast<std::size_t>(row) != changed)
                    return;
                cells[0] = "-98765.5";
                cells[1] = "";
                cells[2] = "violet";
                if (target == "number")
                    cells[3] = "1e9";
            });
            const Dataset after = datasetOf(other, choices);
            QVERIFY(after.preprocessing == before.preprocessing);
            QVERIFY(after.target == before.target);
            QVERIFY(sameBits(after.training.inputs, before.training.inputs));
            QCOMPARE(after.training.tableRows, before.training.tableRows);
        }
    }
}

void TestDataset::changingATrainingRowChangesWhatIsFitted()
{
    const Dataset before = datasetOf(sampleTable("class"));
    const auto changed = static_cast<int>(before.training.tableRows[0]);
    const Dataset after = datasetOf(sampleTable("class", [&](int row, std::vector<std::string>& cells) {
        if (row == changed)
            cells[0] = "-98765.5";
    }));
    QVERIFY(after.preprocessing != before.preprocessing);
}

void TestDataset::categoriesAreThoseOfTheTrainingRows()
{
    const Dataset plain = datasetOf(sampleTable("class"));
    const auto inTest = static_cast<int>(plain.test.tableRows[0]);
    const Dataset dataset = datasetOf(sampleTable("class", [&](int row, std::vector<std::string>& cells) {
        if (row == inTest)
            cells[2] = "amber"; // before all others in the alphabet
    }));
    QCOMPARE(dataset.preprocessing.features[2].categories, (std::vector<std::string>{"blue", "green", "red"}));
    QCOMPARE(dataset.test.raw(0, 2), 3.0f);
    QVERIFY(dataset.test.inputs.row(0).tail(3).isZero());
}

void TestDataset::sameChoicesGiveTheSameBits()
{
    const Dataset first = datasetOf(sampleTable("class"));
    const Dataset second = datasetOf(sampleTable("class"));
    QCOMPARE(first.fingerprint, second.fingerprint);
    QVERIFY(first.preprocessing == second.preprocessing);
    QVERIFY(sameBits(first.training.inputs, second.training.inputs));
    QVERIFY(sameBits(first.test.raw, second.test.raw));
    QCOMPARE(first.test.labels, second.test.labels);
}

void TestDataset::fingerprintCoversAllChoices()
{
    const Table table = sampleTable("class");
    const DataChoices choices = proposeChoices(table);
    const std::uint64_t fingerprint = datasetOf(table, choices).fingerprint;
    const std::vector<std::function<void(DataChoices&)>> changes = {
        [](DataChoices& other) { other.split.seed = 2; },
        [](DataChoices& other) { other.split.test = 16; },
        [](DataChoices& other) { other.scaling = Scaling::MinMax; },
        [](DataChoices& other) { other.columns[0].role = Role::Ignore; },
    };
    for (const auto& change : changes) {
        DataChoices other = choices;
        change(other);
        QVERIFY(datasetOf(table, other).fingerprint != fingerprint);
    }
    DataChoices sameTask = choices;
    sameTask.task = Task::Classification;
    QCOMPARE(datasetOf(table, sameTask).fingerprint, fingerprint);
}

void TestDataset::classesAreSorted_data()
{
    QTest::addColumn<std::vector<std::string>>("values");
    QTest::addColumn<std::vector<std::string>>("classes");
    using Texts = std::vector<std::string>;
    QTest::newRow("numbers") << Texts{"10", "9", "-1"} << Texts{"-1", "9", "10"};
    QTest::newRow("numbers written in different ways") << Texts{"1.0", "2", "1", "02"} << Texts{"1", "2"};
    QTest::newRow("both zeros") << Texts{"0", "-0", "1"} << Texts{"0", "1"};
    QTest::newRow("texts") << Texts{"b", "a10", "a9"} << Texts{"a10", "a9", "b"};
    QTest::newRow("words of a boolean") << Texts{"yes", "no"} << Texts{"no", "yes"};
}

void TestDataset::classesAreSorted()
{
    QFETCH(std::vector<std::string>, values);
    std::string csv = "x,y\n";
    for (std::size_t i = 0; i < 60; ++i)
        csv += std::to_string(i % 7) + ".5," + values[i % values.size()] + "\n";
    const Dataset dataset = datasetOf(readable(csv));
    QTEST(dataset.target.classes, "classes");
    QCOMPARE(dataset.target.task, Task::Classification);
    QCOMPARE(dataset.outputs(), static_cast<int>(dataset.target.classes.size()));
    for (const std::int32_t label : dataset.training.labels)
        QVERIFY(label >= 0 && label < dataset.outputs());
}

void TestDataset::regressionIsScaledByTheTrainingRows()
{
    const Dataset dataset = datasetOf(sampleTable("number"));
    const Vector& values = dataset.training.values;
    const double mean = values.cast<double>().mean();
    const double deviation = std::sqrt((values.cast<double>().array() - mean).square().mean());
    QCOMPARE(dataset.target.centre, static_cast<float>(mean));
    QCOMPARE(dataset.target.deviation, static_cast<float>(deviation));
    QCOMPARE(dataset.target.name, std::string("y"));
    QVERIFY(dataset.target.classes.empty());
}

void TestDataset::booleanFeatureIsACategory()
{
    std::string csv = "wet,y\n";
    for (int i = 0; i < 40; ++i)
        csv += std::string(i % 3 ? "yes" : "no") + "," + std::to_string(i) + ".5\n";
    const Dataset dataset = datasetOf(readable(csv));
    QCOMPARE(dataset.preprocessing.features[0].categories, (std::vector<std::string>{"no", "yes"}));
    QCOMPARE(dataset.inputs(), 2);
}

void TestDataset::rowsWithoutATargetAreLeftOutAndCounted()
{
    const Table table = sampleTable("number", [](int row, std::vector<std::string>& cells) {
        if (row % 10 == 0)
            cells[3] = "NA";
    });
    const Dataset dataset = datasetOf(table);
    QCOMPARE(dataset.training.rows() + dataset.validation.rows() + dataset.test.rows(), std::size_t(54));
    for (const std::size_t row : dataset.training.tableRows)
        QVERIFY(row % 10 != 0);
    QCOMPARE(warningIds(dataset.warnings), std::string("data.missing-target"));
    QCOMPARE(inEnglish(dataset.warnings[0]), std::string("Rows left out because the target \"y\" is missing: 6."));
}

void TestDataset::missingFeaturesStayMissingInRawRows()
{
    const Table table = sampleTable("class", [](int row, std::vector<std::string>& cells) {
        if (row % 2 == 0)
            cells[1] = cells[2] = "";
    });
    const Dataset dataset = datasetOf(table);
    for (std::size_t i = 0; i < dataset.training.rows(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        const bool missing = dataset.training.tableRows[i] % 2 == 0;
        QCOMPARE(std::isnan(dataset.training.raw(row, 1)), missing);
        QCOMPARE(std::isnan(dataset.training.raw(row, 2)), missing);
        QVERIFY(!dataset.training.inputs.row(row).hasNaN());
    }
}

void TestDataset::ignoredColumnsAreSaid()
{
    std::string csv = "id,when,remark,fixed,x,y\n";
    for (int i = 0; i < 40; ++i)
        csv += std::to_string(i) + ",2020-01-" + std::to_string(10 + i % 20) + ",a remark of some length about row " +
               std::to_string(i) + ",7," + std::to_string(i % 9) + ".5," + std::to_string(i % 2) + "\n";
    const Table table = readable(csv);
    DataChoices choices = proposeChoices(table);
    std::string said;
    for (const Message& warning : datasetOf(table, choices).warnings)
        said += inEnglish(warning) + "\n";
    for (const char* column : {"Ignored: id.", "Ignored: when.", "Ignored: remark.", "Ignored: fixed."})
        QVERIFY2(said.find(column) != std::string::npos, column);
    QVERIFY(said.find("more than 32 values") != std::string::npos);
    QVERIFY(said.find("Ignored: x") == std::string::npos);
}

void TestDataset::rareClassesAreSaid()
{
    const Dataset dataset = datasetOf(sampleTable("class", [](int row, std::vector<std::string>& cells) {
        if (row == 7)
            cells[3] = "perhaps";
    }));
    QCOMPARE(warningIds(dataset.warnings), std::string("data.rare-classes"));
    QVERIFY(inEnglish(dataset.warnings[0]).find("perhaps") != std::string::npos);
}

void TestDataset::columnWithoutTrainingValuesIsLeftOut()
{
    const Dataset plain = datasetOf(sampleTable("class"));
    const auto inTest = plain.test.tableRows;
    const Table table = sampleTable("class", [&](int row, std::vector<std::string>& cells) {
        if (std::find(inTest.begin(), inTest.end(), static_cast<std::size_t>(row)) == inTest.end())
            cells[1] = "";
    });
    const Dataset dataset = datasetOf(table);
    QCOMPARE(dataset.preprocessing.features.size(), std::size_t(2));
    QCOMPARE(dataset.test.raw.cols(), Eigen::Index(2));
    QCOMPARE(warningIds(dataset.warnings), std::string("data.ignored-columns"));
}

void TestDataset::featureThatWouldBeIgnoredCanBeChosen()
{
    std::string csv = "n,fixed,y\n";
    for (int i = 0; i < 40; ++i)
        csv += std::to_string(i) + ",7," + std::to_string(i % 2) + "\n";
    const Table table = readable(csv);
    DataChoices choices = proposeChoices(table);
    QCOMPARE(errorOf(table, choices), std::string("data.no-features"));
    QVERIFY(chooseFeatures(choices, table, std::vector<std::string>{"n", "fixed"}).ok());
    QCOMPARE(datasetOf(table, choices).inputs(), 2);
}

void TestDataset::errors_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("roles");
    QTest::addColumn<std::string>("task");
    QTest::addColumn<std::string>("id");
    const auto table = [](const char* target) {
        std::string csv = "a,y\n";
        for (int i = 0; i < 300; ++i)
            csv += std::to_string((i * 7) % 13) + "," + fillTemplate(target, {Argument(std::int64_t{i})}) + "\n";
        return csv;
    };
    const auto row = [](const char* name, const std::string& csv, const char* roles, const char* task, const char* id) {
        QTest::newRow(name) << csv << std::string(roles) << std::string(task) << std::string(id);
    };
    row("no target", table("%1.5"), "ff", "", "data.no-target");
    row("two targets", table("%1.5"), "tt", "", "data.several-targets");
    row("no features", table("%1.5"), "it", "", "data.no-features");
    row("one class", table("x"), "ft", "", "data.one-class");
    row("one number", table("7"), "ft", "", "data.one-class");
    row("one number as a class", table("7"), "ft", "classification", "data.one-class");
    row("target without values", table(""), "ft", "", "data.target-empty");
    row("target of dates", table("2020-01-11 00:00:%1"), "ft", "classification", "data.too-many-classes");
    row("target of dates only", "a,y\n1,2020-01-01\n2,2020-01-02\n3,2020-01-01\n", "ft", "", "data.target-is-date");
    row("regression on texts", "a,y\n1,x\n2,y\n3,x\n4,y\n", "ft", "regression", "data.target-not-numeric");
    row("too many classes", table("%1.5"), "ft", "classification", "data.too-many-classes");
    row("too few rows", "a,y\n1,x\n2,y\n3,x\n", "ft", "", "data.too-few-rows");
    row("too few rows with a target", "a,y\n1,x\n2,y\n3,x\n4,\n5,\n6,\n", "ft", "", "data.too-few-rows");
    row("dates as a feature", "d,y\n2020-01-01,1\n2020-01-02,2\n2020-01-03,1\n", "ft", "", "data.feature-not-usable");
    row("a feature without values", "e,y\n,1\n,2\n,1\n", "ft", "", "data.feature-not-usable");
}

void TestDataset::errors()
{
    QFETCH(std::string, csv);
    QFETCH(std::string, roles);
    QFETCH(std::string, task);
    const Table table = readable(csv);
    DataChoices choices = proposeChoices(table);
    for (std::size_t i = 0; i < roles.size(); ++i)
        choices.columns[i].role = roles[i] == 't' ? Role::Target : roles[i] == 'f' ? Role::Feature : Role::Ignore;
    choices.task = taskNamed(task);
    QTEST(errorOf(table, choices), "id");
}

void TestDataset::rolesOfAnotherTableAreRefused()
{
    const Table table = sampleTable("class");
    DataChoices choices = proposeChoices(table);
    choices.columns.pop_back();
    QCOMPARE(errorOf(table, choices), std::string("data.roles-do-not-fit"));
}

void TestDataset::sizesOfDatasetAreThoseOfTheSplit()
{
    const Table table = sampleTable("class");
    DataChoices choices = proposeChoices(table);
    choices.split = {80, 0, 20, 1};
    const Dataset dataset = datasetOf(table, choices);
    QCOMPARE(dataset.training.rows(), std::size_t(48));
    QCOMPARE(dataset.validation.rows(), std::size_t(0));
    QCOMPARE(dataset.test.rows(), std::size_t(12));
    QCOMPARE(dataset.validation.inputs.cols(), dataset.training.inputs.cols());
}

QTEST_APPLESS_MAIN(TestDataset)
#include "tst_dataset.moc"

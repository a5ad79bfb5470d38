#include "table_text.h"

#include "common/number_text.h"
#include "data/dataset.h"

#include <QTest>

#include <cstring>
#include <functional>
#include <set>

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

/// NaN in a fill equals NaN.
bool sameSteps(const Preprocessing& a, const Preprocessing& b)
{
    const auto bits = [](const Preprocessing& preprocessing) {
        std::vector<float> all;
        for (const PreprocessingStep& step : preprocessing.steps) {
            if (const auto* fill = std::get_if<FillMissing>(&step))
                all.insert(all.end(), fill->values.begin(), fill->values.end());
            if (const auto* scale = std::get_if<Scale>(&step)) {
                all.insert(all.end(), scale->centre.begin(), scale->centre.end());
                all.insert(all.end(), scale->factor.begin(), scale->factor.end());
            }
        }
        return all;
    };
    const std::vector<float> left = bits(a), right = bits(b);
    return a.features == b.features && a.steps.size() == b.steps.size() && left.size() == right.size() &&
           std::memcmp(left.data(), right.data(), left.size() * sizeof(float)) == 0;
}

}

class TestDataset : public QObject {
    Q_OBJECT

private slots:
    void partsHoldTheRowsOfTheTable();
    void changingRowsOutsideTrainingChangesNothingFitted_data();
    void changingRowsOutsideTrainingChangesNothingFitted();
    void whatIsFittedKnowsNoOtherPartWhateverTheSplit_data();
    void whatIsFittedKnowsNoOtherPartWhateverTheSplit();
    void whatIsFittedKnowsNoReadingOfOtherWindows_data();
    void whatIsFittedKnowsNoReadingOfOtherWindows();
    void splitByTimeFollowsDatesWithTheDayFirst();
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
    void textsThatCouldBeTheTargetAreSaidToBe();
    void numbersThatFloatsCannotTellApartAreNotLearned();
    void rareClassesAreSaid();
    void columnWithoutTrainingValuesIsLeftOut();
    void featureThatWouldBeIgnoredCanBeChosen();
    void rowsAreLeftOutWhereNothingStandsForAValue_data();
    void rowsAreLeftOutWhereNothingStandsForAValue();
    void lastValueFollowsTimeWithinItsGroup();
    void marksOfMissingValuesLeaveRowsWithoutATargetOut();
    void numbersChosenAsCategoriesAreOneHot();
    void countsAreThoseOfTheParts();
    void cancelEndsItAtEveryStep();
    void testFileIsTheTestPart();
    void testFileChangesNothingFitted();
    void testFileErrors_data();
    void testFileErrors();
    void columnErrors_data();
    void columnErrors();
    void rowsThatAllLackAValueAreAnError();
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
    QTest::addColumn<MissingPolicy>("policy");
    for (const char* target : {"class", "number"}) {
        for (const Scaling scaling : {Scaling::Standard, Scaling::MinMax, Scaling::Robust, Scaling::None}) {
            for (const MissingPolicy policy :
                 {MissingPolicy::Keep, MissingPolicy::DropRows, MissingPolicy::Mean, MissingPolicy::Median,
                  MissingPolicy::MostFrequent, MissingPolicy::LastValue})
                QTest::addRow("%s, %s, %s", target, scalingName(scaling).data(), missingPolicyName(policy).data())
                    << std::string(target) << scaling << policy;
        }
    }
}

void TestDataset::changingRowsOutsideTrainingChangesNothingFitted()
{
    QFETCH(std::string, target);
    QFETCH(Scaling, scaling);
    QFETCH(MissingPolicy, policy);
    const auto withHoles = [](int row, std::vector<std::string>& cells) {
        if (row % 7 == 3)
            cells[1] = "";
        if (row % 11 == 4)
            cells[2] = "";
    };
    const Table table = sampleTable(target, withHoles);
    DataChoices choices = proposeChoices(table);
    choices.scaling = scaling;
    choices.columns[0].missing = choices.columns[1].missing = policy;
    if (policy != MissingPolicy::Mean && policy != MissingPolicy::Median)
        choices.columns[2].missing = policy;
    const Dataset before = datasetOf(table, choices);
    for (const DataPart* part : {&before.validation, &before.test}) {
        for (const std::size_t changed : part->tableRows) {
            const Table other = sampleTable(target, [&](int row, std::vector<std::string>& cells) {
                withHoles(row, cells);
                if (static_cast<std::size_t>(row) != changed)
                    return;
                cells[0] = "-98765.5";
                cells[1] = cells[1].empty() ? "5" : "";
                cells[2] = "violet";
                if (target == "number")
                    cells[3] = "1e9";
            });
            const Dataset after = datasetOf(other, choices);
            QVERIFY(sameSteps(after.preprocessing, before.preprocessing));
            QVERIFY(after.target == before.target);
            QVERIFY(sameBits(after.training.inputs, before.training.inputs));
            QCOMPARE(after.training.tableRows, before.training.tableRows);
        }
    }
}

void TestDataset::whatIsFittedKnowsNoOtherPartWhateverTheSplit_data()
{
    QTest::addColumn<SplitMethod>("method");
    for (const SplitMethod method : {SplitMethod::Random, SplitMethod::Stratified, SplitMethod::Group,
                                     SplitMethod::Time, SplitMethod::Column, SplitMethod::Folds})
        QTest::newRow(splitMethodName(method).data()) << method;
}

void TestDataset::whatIsFittedKnowsNoOtherPartWhateverTheSplit()
{
    QFETCH(SplitMethod, method);
    const auto csvOf = [](const std::vector<std::size_t>& changed) {
        std::string csv = "a,when,subject,part,y\n";
        for (std::size_t i = 0; i < 90; ++i) {
            const bool other = std::find(changed.begin(), changed.end(), i) != changed.end();
            csv += (other   ? "1e6"
                    : i % 8 ? std::to_string(i * 37 % 90) + ".5"
                            : "") +
                   "," + std::to_string(i * 53 % 90) + ",s" + std::to_string(i % 9) + "," +
                   (i % 5 == 1   ? "validation"
                    : i % 5 == 3 ? "test"
                                 : "train") +
                   "," + (i % 4 ? "yes" : "no") + "\n";
        }
        return csv;
    };
    const Table table = readable(csvOf({}));
    DataChoices choices = proposeChoices(table);
    choices.columns[0].missing = MissingPolicy::LastValue;
    choices.columns[1].role = Role::Time;
    choices.columns[2].role = Role::Group;
    choices.columns[3].role = Role::Ignore;
    choices.split.method = method;
    choices.split.partColumn = 3;
    const Dataset before = datasetOf(table, choices);
    std::vector<std::size_t> others = before.validation.tableRows;
    others.insert(others.end(), before.test.tableRows.begin(), before.test.tableRows.end());
    QVERIFY(others.size() > 10);
    const Dataset after = datasetOf(readable(csvOf(others)), choices);
    QVERIFY(after.preprocessing == before.preprocessing);
    QVERIFY(sameBits(after.training.raw, before.training.raw));
    QVERIFY(!sameBits(after.test.raw, before.test.raw));
    QCOMPARE(after.test.tableRows, before.test.tableRows);
    // Most rows without a value have one before them.
    std::size_t missing = 0;
    for (const DataPart* part : {&before.training, &before.validation, &before.test})
        missing += static_cast<std::size_t>(part->raw.array().isNaN().count());
    QVERIFY(missing < 12);
}

void TestDataset::whatIsFittedKnowsNoReadingOfOtherWindows_data()
{
    QTest::addColumn<MissingPolicy>("policy");
    for (const MissingPolicy policy :
         {MissingPolicy::Keep, MissingPolicy::Mean, MissingPolicy::Median, MissingPolicy::LastValue})
        QTest::newRow(missingPolicyName(policy).data()) << policy;
}

void TestDataset::whatIsFittedKnowsNoReadingOfOtherWindows()
{
    QFETCH(MissingPolicy, policy);
    constexpr std::size_t readings = 960, length = 8;
    const auto csvOf = [](const std::vector<std::size_t>& changedWindows) {
        std::vector<bool> changed(readings);
        for (const std::size_t first : changedWindows)
            std::fill_n(changed.begin() + static_cast<std::ptrdiff_t>(first), length, true);
        std::string csv = "time_ms,ax,kind\n";
        for (std::size_t i = 0; i < readings; ++i)
            csv += std::to_string(20 * i) + "," +
                   (changed[i]    ? "1e6"
                    : i % 45 == 9 ? ""
                                  : std::to_string(i * 37 % 90) + ".5") +
                   "," + (i / 40 % 2 ? "tap" : "wave") + "\n";
        return csv;
    };
    const Table table = readable(csvOf({}));
    DataChoices choices = proposeChoices(table);
    QCOMPARE(choices.columns[0].role, Role::Time);
    choices.columns[1].missing = policy;
    choices.windows.emplace();
    choices.windows->length = choices.windows->stride = {double(length)};
    const Dataset before = datasetOf(table, choices);
    std::vector<std::size_t> others = before.validation.tableRows;
    others.insert(others.end(), before.test.tableRows.begin(), before.test.tableRows.end());
    QVERIFY(others.size() > 10);
    const Dataset after = datasetOf(readable(csvOf(others)), choices);
    QVERIFY(sameSteps(after.preprocessing, before.preprocessing));
    QVERIFY(after.preprocessing.features == before.preprocessing.features);
    QVERIFY(after.preprocessing.stream == before.preprocessing.stream);
    QVERIFY(sameBits(after.training.raw, before.training.raw));
    QVERIFY(!sameBits(after.test.raw, before.test.raw));
}

void TestDataset::splitByTimeFollowsDatesWithTheDayFirst()
{
    // In the order of their letters the first of every month would come before all others.
    std::string csv = "when;a;y\n";
    for (int i = 0; i < 60; ++i) {
        const int day = i * 7 % 60;
        csv += (day % 20 < 9 ? "0" : "") + std::to_string(1 + day % 20) + "/0" + std::to_string(1 + day / 20) +
               "/2024 10:00;" + std::to_string(i * i % 17) + ",5;" + std::to_string(i % 13) + ",5\n";
    }
    const Table table = readable(csv);
    DataChoices choices = proposeChoices(table);
    QCOMPARE(choices.columns[0].role, Role::Time);
    choices.split.method = SplitMethod::Time;
    const Dataset data = datasetOf(table, choices);
    const auto times = [&](const DataPart& part) {
        std::vector<double> some;
        for (const std::size_t row : part.tableRows)
            some.push_back(table.columns[0].numbers[row]);
        std::sort(some.begin(), some.end());
        return some;
    };
    QVERIFY(times(data.training).back() < times(data.validation).front());
    QVERIFY(times(data.validation).back() < times(data.test).front());
    QCOMPARE(dateTimeText(times(data.test).back()), std::string("2024-03-20 10:00:00"));
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
        [](DataChoices& other) { other.scaling = Scaling::Robust; },
        [](DataChoices& other) { other.scaling = Scaling::None; },
        [](DataChoices& other) { other.columns[0].role = Role::Ignore; },
        [](DataChoices& other) { other.columns[0].role = Role::Time; },
        [](DataChoices& other) { other.columns[1].type = ColumnType::Category; },
        [](DataChoices& other) { other.columns[0].missing = MissingPolicy::Median; },
        [](DataChoices& other) { other.columns[1].missing = MissingPolicy::Median; },
        [](DataChoices& other) { other.columns[0].missingMarks = {"4.5"}; },
        [](DataChoices& other) {
            other.columns[0].missingMarks = {"4", "5"};
        },
        [](DataChoices& other) { other.split.method = SplitMethod::Random; },
        [](DataChoices& other) { other.split.method = SplitMethod::Time; },
        [](DataChoices& other) { other.split.method = SplitMethod::Folds; },
        [](DataChoices& other) { other.split = {70, 15, 15, 1, SplitMethod::Folds, {}, 5, 1}; },
        [](DataChoices& other) { other.split = {70, 15, 15, 1, SplitMethod::Folds, {}, 6, 1}; },
    };
    std::set<std::uint64_t> seen = {fingerprint};
    for (const auto& change : changes) {
        DataChoices other = choices;
        change(other);
        QVERIFY(seen.insert(datasetOf(table, other).fingerprint).second);
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
    choices.columns[1].role = Role::Ignore; // proposed as the time
    std::string said;
    for (const Message& warning : datasetOf(table, choices).warnings)
        said += inEnglish(warning) + "\n";
    for (const char* column : {"Ignored: id.", "Ignored: when.", "Ignored: remark.", "Ignored: fixed."})
        QVERIFY2(said.find(column) != std::string::npos, column);
    QVERIFY(said.find("Texts that hardly ever come again") != std::string::npos);
    QVERIFY(said.find("Ignored: x") == std::string::npos);
}

void TestDataset::textsThatCouldBeTheTargetAreSaidToBe()
{
    std::string csv = "place,x,y\n";
    for (int i = 0; i < 200; ++i)
        csv += "P" + std::to_string(i % 40) + "," + std::to_string(i % 9) + ".5," + std::to_string(i % 2) + "\n";
    const Table table = readable(csv);
    const Dataset dataset = datasetOf(table);
    QCOMPARE(dataset.target.name, std::string("y"));
    QCOMPARE(warningIds(dataset.warnings), std::string("data.ignored-columns"));
    QCOMPARE(inEnglish(dataset.warnings[0]),
             std::string("Texts with more than 32 values cannot be features. To learn to tell such texts apart, make "
                         "their column the target. Ignored: place."));
}

void TestDataset::numbersThatFloatsCannotTellApartAreNotLearned()
{
    const auto tableOf = [](double target) {
        std::string csv = "fine,a,b,y\n";
        for (int i = 0; i < 60; ++i)
            csv += std::to_string(100000000 + i % 3) + ".25," + std::to_string(i % 7) + ".5," + std::to_string(i % 11) +
                   ".5," + shortest(target + i % 4 + 0.5) + "\n";
        return readable(csv);
    };
    const Table small = tableOf(0);
    const Dataset dataset = datasetOf(small);
    QCOMPARE(dataset.preprocessing.features.size(), std::size_t(2));
    QCOMPARE(warningIds(dataset.warnings), std::string("data.ignored-too-fine"));
    DataChoices choices = proposeChoices(small);
    choices.columns[0].role = Role::Feature;
    const Result<Dataset> feature = makeDataset(small, choices);
    QVERIFY(!feature.ok());
    QCOMPARE(std::string(feature.error().id), std::string("data.feature-too-fine"));

    const Table large = tableOf(99999999);
    QCOMPARE(columnWith(Role::Target, proposeChoices(large)), std::optional<std::size_t>(3));
    const Result<Dataset> target = makeDataset(large, proposeChoices(large));
    QVERIFY(!target.ok());
    QCOMPARE(std::string(target.error().id), std::string("data.target-too-fine"));
    QVERIFY(inEnglish(target.error()).find("such as 100000000, from") != std::string::npos);
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

void TestDataset::rowsAreLeftOutWhereNothingStandsForAValue_data()
{
    QTest::addColumn<MissingPolicy>("policy");
    QTest::addColumn<int>("column");
    QTest::addColumn<std::size_t>("rows");
    QTest::newRow("number, keep") << MissingPolicy::Keep << 1 << std::size_t(48);
    QTest::newRow("number, drop") << MissingPolicy::DropRows << 1 << std::size_t(48);
    QTest::newRow("number, median") << MissingPolicy::Median << 1 << std::size_t(60);
    QTest::newRow("category, keep") << MissingPolicy::Keep << 2 << std::size_t(60);
    QTest::newRow("category, drop") << MissingPolicy::DropRows << 2 << std::size_t(48);
}

void TestDataset::rowsAreLeftOutWhereNothingStandsForAValue()
{
    QFETCH(MissingPolicy, policy);
    QFETCH(int, column);
    QFETCH(std::size_t, rows);
    const auto index = static_cast<std::size_t>(column);
    const Table table = sampleTable("class", [&](int row, std::vector<std::string>& cells) {
        if (row % 5 == 0)
            cells[index] = "";
    });
    DataChoices choices = proposeChoices(table);
    choices.columns[index].missing = policy;
    const Dataset dataset = datasetOf(table, choices);
    std::size_t all = 0;
    for (const DataPart* part : {&dataset.training, &dataset.validation, &dataset.test}) {
        all += part->rows();
        QVERIFY(!part->inputs.hasNaN());
        QCOMPARE(static_cast<std::size_t>(part->raw.rows()), part->rows());
        QCOMPARE(part->labels.size(), part->rows());
    }
    QCOMPARE(all, rows);
    QCOMPARE(warningIds(dataset.warnings), std::string(rows < 60 ? "data.rows-without-value" : ""));
}

void TestDataset::lastValueFollowsTimeWithinItsGroup()
{
    // Times run backwards; two groups take turns.
    std::string csv = "when,who,x,k,y\n";
    for (int i = 0; i < 20; ++i)
        csv += std::to_string(100 - i) + "," + (i % 2 ? "a" : "b") + "," +
               (i == 6 || i == 8 || i == 19 ? "" : std::to_string(i) + ".5") + "," + std::to_string(i % 3) + "," +
               (i % 3 ? "p" : "q") + "\n";
    const Table table = readable(csv);
    DataChoices choices = proposeChoices(table);
    choices.columns[0].role = Role::Time;
    choices.columns[1].role = Role::Group;
    choices.columns[2].missing = MissingPolicy::LastValue;
    choices.split = {100, 0, 0, 1, SplitMethod::Random};
    const Dataset dataset = datasetOf(table, choices);
    QCOMPARE(dataset.training.raw(6, 0), 10.5f);
    QCOMPARE(dataset.training.raw(8, 0), 10.5f);
    QVERIFY(std::isnan(dataset.training.raw(19, 0))); // the oldest of its group
    QVERIFY(!dataset.training.inputs.hasNaN());
    choices.columns[0].role = choices.columns[1].role = Role::Ignore;
    const Dataset inOrder = datasetOf(table, choices);
    QCOMPARE(inOrder.training.raw(6, 0), 5.5f);
    QCOMPARE(inOrder.training.raw(8, 0), 7.5f);
    QCOMPARE(inOrder.training.raw(19, 0), 18.5f);
}

void TestDataset::marksOfMissingValuesLeaveRowsWithoutATargetOut()
{
    const Table table = sampleTable("number", [](int row, std::vector<std::string>& cells) {
        if (row % 6 == 0)
            cells[3] = "-200";
    });
    DataChoices choices = proposeChoices(table);
    choices.columns[3].missingMarks = {"-200"};
    const Dataset dataset = datasetOf(table, choices);
    QCOMPARE(dataset.training.rows() + dataset.validation.rows() + dataset.test.rows(), std::size_t(50));
    QVERIFY(dataset.training.values.minCoeff() > 0);
}

void TestDataset::numbersChosenAsCategoriesAreOneHot()
{
    const Table table = sampleTable("class");
    DataChoices choices = proposeChoices(table);
    choices.columns[1].type = ColumnType::Category;
    const Dataset dataset = datasetOf(table, choices);
    QCOMPARE(dataset.preprocessing.features[1].categories.size(), std::size_t(17));
    QCOMPARE(dataset.preprocessing.features[1].categories[10], std::string("10"));
    QCOMPARE(dataset.inputs(), 1 + 17 + 3);
    for (Eigen::Index row = 0; row < dataset.training.raw.rows(); ++row) {
        const auto category = static_cast<std::size_t>(dataset.training.raw(row, 1));
        const auto number = table.columns[1].numbers[dataset.training.tableRows[static_cast<std::size_t>(row)]];
        QCOMPARE(dataset.preprocessing.features[1].categories[category], shortest(number));
    }
}

void TestDataset::countsAreThoseOfTheParts()
{
    const PartCounts counts = countsOf(datasetOf(sampleTable("class")));
    QCOMPARE(counts.rows, (std::array<std::size_t, 3>{42, 9, 9}));
    QCOMPARE(counts.classes.size(), std::size_t(2));
    for (std::size_t part = 0; part < 3; ++part)
        QCOMPARE(counts.classes[0][part] + counts.classes[1][part], counts.rows[part]);
    QCOMPARE(counts.classes[0][0] + counts.classes[0][1] + counts.classes[0][2], std::size_t(15));
    QVERIFY(countsOf(datasetOf(sampleTable("number"))).classes.empty());
}

void TestDataset::cancelEndsItAtEveryStep()
{
    const Table table = sampleTable("class");
    const DataChoices choices = proposeChoices(table);
    int steps = 0;
    const RunControl counting([&](const Progress&) { ++steps; });
    QVERIFY(makeDataset(table, choices, nullptr, counting));
    QVERIFY(steps > 3);
    for (int end = 0; end <= steps; ++end) {
        RunControl* control = nullptr;
        int reached = 0;
        RunControl ending([&](const Progress&) {
            if (++reached == end)
                control->cancel();
        });
        control = &ending;
        if (end == 0)
            ending.cancel();
        const Result<Dataset> dataset = makeDataset(table, choices, nullptr, ending);
        QVERIFY(!dataset);
        QCOMPARE(std::string(dataset.error().id), std::string("common.cancelled"));
        QCOMPARE(reached, end);
    }
}

void TestDataset::testFileIsTheTestPart()
{
    const Table table = sampleTable("class");
    const Table file =
        readable("y;colour;nothing;b;a [V]\nno;red;1;3;5,5\nyes;violet;2;;7,5\n;red;3;4;8,5\nyes;blue;4;-9;9,5\n");
    DataChoices choices = proposeChoices(table);
    choices.split.method = SplitMethod::File;
    choices.columns[1].missingMarks = {"-9"};
    const Result<Dataset> made = makeDataset(table, choices, &file);
    QVERIFY2(made.ok(), made ? "" : inEnglish(made.error()).c_str());
    const DataPart& test = made->test;
    QCOMPARE(test.tableRows, (std::vector<std::size_t>{0, 1, 3})); // of the file; row 2 has no target
    QCOMPARE(test.labels, (std::vector<std::int32_t>{0, 1, 1}));
    QCOMPARE(test.raw(0, 0), 5.5f);
    QCOMPARE(test.raw(0, 1), 3.0f);
    QVERIFY(std::isnan(test.raw(1, 1)) && std::isnan(test.raw(2, 1)));
    QCOMPARE(test.raw(1, 2), 3.0f); // a colour that the table does not know
    QCOMPARE(made->training.rows() + made->validation.rows(), table.rows);
    QVERIFY(!test.inputs.hasNaN());
}

void TestDataset::testFileChangesNothingFitted()
{
    const Table table = sampleTable("number");
    DataChoices choices = proposeChoices(table);
    choices.split.method = SplitMethod::File;
    const Table one = readable("a,b,colour,y\n1,2,red,3\n2,3,blue,4\n");
    const Table other = readable("a,b,colour,y\n1e6,-2,violet,1e9\n2,3,blue,4\n");
    const Dataset first = *makeDataset(table, choices, &one);
    const Dataset second = *makeDataset(table, choices, &other);
    QVERIFY(first.preprocessing == second.preprocessing);
    QVERIFY(first.target == second.target);
    QVERIFY(sameBits(first.training.inputs, second.training.inputs));
    QVERIFY(first.fingerprint != second.fingerprint);
    QCOMPARE(second.test.values(0), 1e9f);
    // Where the split wants no file it is not looked at.
    choices.split.method.reset();
    QCOMPARE(makeDataset(table, choices, &one)->fingerprint, makeDataset(table, choices)->fingerprint);
}

void TestDataset::testFileErrors_data()
{
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("id");
    const auto row = [](const char* name, const char* csv, const char* id) {
        QTest::newRow(name) << std::string(csv) << std::string(id);
    };
    row("no file", "", "data.no-test-file");
    row("a column is missing", "a,colour,y\n1,red,yes\n2,red,no\n", "data.test-file-column");
    row("the target is missing", "a,b,colour\n1,2,red\n2,3,red\n", "data.test-file-column");
    row("another unit", "a (mV),b,colour,y\n1,2,red,yes\n2,3,red,no\n", "data.other-unit");
    row("texts for numbers", "a,b,colour,y\nx,2,red,yes\n2,3,red,no\n", "data.not-numbers");
    row("an unknown class", "a,b,colour,y\n1,2,red,yes\n2,3,red,maybe\n", "data.test-class-not-known");
}

void TestDataset::testFileErrors()
{
    QFETCH(std::string, csv);
    const Table table = sampleTable("class");
    DataChoices choices = proposeChoices(table);
    choices.split.method = SplitMethod::File;
    const Table file = csv.empty() ? Table() : readable(csv);
    const Result<Dataset> made = makeDataset(table, choices, csv.empty() ? nullptr : &file);
    QVERIFY(!made);
    QTEST(std::string(made.error().id), "id");
}

void TestDataset::columnErrors_data()
{
    QTest::addColumn<std::function<void(DataChoices&)>>("change");
    QTest::addColumn<std::string>("id");
    const auto row = [](const char* name, const std::function<void(DataChoices&)>& change, const char* id) {
        QTest::newRow(name) << change << std::string(id);
    };
    row(
        "mean of categories", [](DataChoices& c) { c.columns[2].missing = MissingPolicy::Mean; },
        "data.missing-policy");
    row(
        "median of categories", [](DataChoices& c) { c.columns[2].missing = MissingPolicy::Median; },
        "data.missing-policy");
    row(
        "texts as numbers", [](DataChoices& c) { c.columns[2].type = ColumnType::Number; }, "data.type-not-possible");
    row(
        "too many categories", [](DataChoices& c) { c.columns[0].type = ColumnType::Category; },
        "data.too-many-categories");
    row(
        "texts as the time", [](DataChoices& c) { c.columns[2].role = Role::Time; }, "data.time-not-usable");
    row(
        "two times", [](DataChoices& c) { c.columns[0].role = c.columns[1].role = Role::Time; }, "data.several-times");
    row(
        "groups that nobody named", [](DataChoices& c) { c.split.method = SplitMethod::Group; },
        "data.no-group-column");
    row(
        "parts that nobody named", [](DataChoices& c) { c.split.method = SplitMethod::Column; }, "data.no-part-column");
    row(
        "parts with other names",
        [](DataChoices& c) {
            c.split.method = SplitMethod::Column;
            c.split.partColumn = 2;
        },
        "data.part-not-known");
    row(
        "parts that are numbers",
        [](DataChoices& c) {
            c.split.method = SplitMethod::Column;
            c.split.partColumn = 1;
        },
        "data.part-not-known");
    row(
        "too few groups",
        [](DataChoices& c) {
            c.columns[2].role = Role::Group;
            c.split = {70, 15, 15, 1, SplitMethod::Folds, {}, 5, 0};
        },
        "data.too-few-groups");
}

void TestDataset::rowsThatAllLackAValueAreAnError()
{
    const Table table =
        sampleTable("class", [](int row, std::vector<std::string>& cells) { cells[row % 2 ? 0 : 1] = ""; });
    DataChoices choices = proposeChoices(table);
    choices.columns[0].missing = choices.columns[1].missing = MissingPolicy::DropRows;
    QCOMPARE(errorOf(table, choices), std::string("data.too-few-training-rows"));
}

void TestDataset::columnErrors()
{
    QFETCH(std::function<void(DataChoices&)>, change);
    const Table table = sampleTable("class");
    DataChoices choices = proposeChoices(table);
    change(choices);
    QTEST(errorOf(table, choices), "id");
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

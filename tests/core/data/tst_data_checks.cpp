#include "table_text.h"

#include "common/random.h"
#include "data/data_checks.h"
#include "data/dataset.h"
#include "data/samples.h"
#include "data/sidecar.h"

#include <QTest>

#include <functional>

using namespace broto;

namespace {

/// A table of honest noise: three numbers that tell the class roughly, in 300 rows; `change` may alter a row's cells.
Table noisyTable(const std::function<void(int, std::vector<std::string>&)>& change = {}, int rows = 300,
                 const std::string& header = "a,b,c,y")
{
    Random random(5);
    std::string csv = header + "\n";
    for (int i = 0; i < rows; ++i) {
        const int label = i % 2;
        std::vector<std::string> cells;
        for (int k = 0; k < 3; ++k)
            cells.push_back(shortest(std::round(1000 * (20 + label + random.normal())) / 1000));
        cells.push_back(label ? "on" : "off");
        if (change)
            change(i, cells);
        for (std::size_t k = 0; k < cells.size(); ++k)
            csv += (k ? "," : "") + cells[k];
        csv += "\n";
    }
    return readable(csv);
}

std::string idsOf(const std::vector<DataCheck>& checks)
{
    std::string ids;
    for (const DataCheck& check : checks)
        ids.append(ids.empty() ? "" : " ").append(check.finding.id.substr(std::string_view("data.check-").size()));
    return ids;
}

const DataCheck* find(const std::vector<DataCheck>& checks, std::string_view id)
{
    const auto found = std::find_if(checks.begin(), checks.end(), [&](const DataCheck& check) {
        return check.finding.id == "data.check-" + std::string(id);
    });
    return found == checks.end() ? nullptr : &*found;
}

/// Whether a check is there and its remedy makes it go away.
bool isFoundAndMended(const Table& table, const DataChoices& choices, std::string_view id)
{
    const std::vector<DataCheck> checks = checkData(table, choices);
    const DataCheck* check = find(checks, id);
    if (!check || !check->remedy)
        return false;
    const Result<Dataset> mended = makeDataset(table, check->remedied);
    const std::vector<DataCheck> after = checkData(table, check->remedied);
    return mended.ok() && !find(after, id);
}

struct SampleTable {
    Table table;
    DataChoices choices;
};

SampleTable sampleNamed(std::string_view id)
{
    for (const Sample& sample : samples()) {
        if (sample.id == id) {
            Table table = readable(sample.csv);
            DataChoices choices = *proposeChoices(table, *parseSidecar(sample.sidecar));
            return {std::move(table), std::move(choices)};
        }
    }
    qFatal("no such sample");
}

}

class TestDataChecks : public QObject {
    Q_OBJECT

private slots:
    void honestDataGetsNoChecks();
    void samplesDoNotDrownInChecks_data();
    void samplesDoNotDrownInChecks();
    void signOfAMissingValueIsProposed_data();
    void signOfAMissingValueIsProposed();
    void ordinaryEndsAreNoSigns_data();
    void ordinaryEndsAreNoSigns();
    void sourcesOfTheTargetAreNamedInTheCarsReadings();
    void numberThatTellsTheClassIsFound();
    void categoryThatTellsTheClassIsFound();
    void curvedCopyOfTheTargetIsFound();
    void onlyFeatureIsNoDisguise();
    void identifierAsFeatureIsFound();
    void constantAndNearlyConstantFeaturesAreFound();
    void numbersThatDifferLittleForTheirSizeAreFound();
    void outliersAreFound();
    void mostlyMissingColumnIsFound();
    void rareClassesCanBeLeftOut();
    void imbalanceIsSaid();
    void repeatedRowsAreCounted();
    void theSplitByTimeIsProposedAgainstRepeatedRowsOnlyWhereItHelps();
    void aStreamIsFoundAndBecomesWindows();
    void columnsToIgnoreAreNamedOrCounted();
    void recordingIsFoundByItsOrder();
    void tableSortedByItsClassesIsNoRecording();
    void timeSplitThatLosesAClassIsNotProposed();
    void groupThatIsSplitIsFound();
    void likelyGroupIsProposed();
    void classWithoutTrainingRowsIsAProblem();
    void largeNetworkIsSaid();
    void choicesThatMakeNoDataSetGetNoChecks();
    void cancelEndsIt();
};

void TestDataChecks::honestDataGetsNoChecks()
{
    const Table table = noisyTable();
    QCOMPARE(idsOf(checkData(table, proposeChoices(table))), std::string());
}

void TestDataChecks::samplesDoNotDrownInChecks_data()
{
    QTest::addColumn<std::string>("sample");
    QTest::addColumn<std::string>("ids");
    const auto row = [](const char* sample, const char* ids) {
        QTest::newRow(sample) << std::string(sample) << std::string(ids);
    };
    row("iris", "");
    row("wine", "");
    row("sine", "");
    row("digits", "nearly-constant");
    row("obd-emissions", "duplicates order");
    row("occupancy", "stream duplicates order"); // one reading a minute: a note
}

void TestDataChecks::samplesDoNotDrownInChecks()
{
    QFETCH(std::string, sample);
    const SampleTable read = sampleNamed(sample);
    QTEST(idsOf(checkData(read.table, read.choices)), "ids");
}

void TestDataChecks::signOfAMissingValueIsProposed_data()
{
    QTest::addColumn<std::string>("mark");
    QTest::newRow("-200") << std::string("-200");
    QTest::newRow("9999") << std::string("9999");
    QTest::newRow("-1 below 20") << std::string("-1");
    QTest::newRow("65535") << std::string("65535");
}

void TestDataChecks::signOfAMissingValueIsProposed()
{
    QFETCH(std::string, mark);
    const Table table = noisyTable([&](int i, std::vector<std::string>& cells) {
        if (i % 25 == 0)
            cells[1] = mark;
    });
    const DataChoices choices = proposeChoices(table);
    const std::vector<DataCheck> checks = checkData(table, choices);
    const DataCheck* check = find(checks, "missing-mark");
    QVERIFY(check);
    QCOMPARE(check->columns, std::vector<std::size_t>{1});
    QCOMPARE(check->remedied.columns[1].missingMarks, std::vector<std::string>{mark});
    QVERIFY(isFoundAndMended(table, choices, "missing-mark"));
    QVERIFY(inEnglish(check->finding).find(mark + " in 12 rows") != std::string::npos);
}

void TestDataChecks::ordinaryEndsAreNoSigns_data()
{
    QTest::addColumn<std::string>("value");
    QTest::newRow("a little below the others") << std::string("14");
    QTest::newRow("within the others") << std::string("20");
    QTest::newRow("no whole number") << std::string("-200.5");
}

void TestDataChecks::ordinaryEndsAreNoSigns()
{
    QFETCH(std::string, value);
    const Table table = noisyTable([&](int i, std::vector<std::string>& cells) {
        if (i % 25 == 0)
            cells[1] = value;
    });
    QVERIFY(!find(checkData(table, proposeChoices(table)), "missing-mark"));
    // Once may be chance.
    const Table once = noisyTable([&](int i, std::vector<std::string>& cells) {
        if (i == 7)
            cells[1] = "-200";
    });
    QVERIFY(!find(checkData(once, proposeChoices(once)), "missing-mark"));
}

void TestDataChecks::sourcesOfTheTargetAreNamedInTheCarsReadings()
{
    const SampleTable car = sampleNamed("obd-emissions");
    for (const char* target : {"CO2 (g/s) [maf]", "CO2 (g/s) [estimated maf]"}) {
        DataChoices choices = proposeChoices(car.table);
        QVERIFY(chooseTarget(choices, car.table, target).ok());
        const std::vector<DataCheck> checks = checkData(car.table, choices);
        const DataCheck* check = find(checks, "disguised-target");
        QVERIFY(check);
        std::string names;
        for (const std::size_t column : check->columns)
            names += car.table.columns[column].header + ";";
        QVERIFY2(names.find("estimated_maf;maf;") != std::string::npos, names.c_str());
        QCOMPARE(check->columns.size(), std::size_t(3)); // and the other CO2
        QVERIFY(isFoundAndMended(car.table, choices, "disguised-target"));
    }
}

void TestDataChecks::numberThatTellsTheClassIsFound()
{
    const Table table =
        noisyTable([](int i, std::vector<std::string>& cells) { cells[2] = std::to_string(i % 2 * 100 + i % 7); });
    QVERIFY(isFoundAndMended(table, proposeChoices(table), "disguised-target"));
}

void TestDataChecks::categoryThatTellsTheClassIsFound()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        cells[2] = std::vector<std::string>{"dark", "bright", "black", "white"}[static_cast<std::size_t>(i % 4)];
    });
    QVERIFY(isFoundAndMended(table, proposeChoices(table), "disguised-target"));
}

void TestDataChecks::curvedCopyOfTheTargetIsFound()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        const double value = (i * 37 % 300) / 30.0;
        cells[0] = shortest(std::exp(value));
        cells[3] = shortest(value);
    });
    QVERIFY(isFoundAndMended(table, proposeChoices(table), "disguised-target"));
}

void TestDataChecks::onlyFeatureIsNoDisguise()
{
    std::string csv = "volt,celsius\n";
    for (int i = 0; i < 100; ++i)
        csv += shortest((i * 37 % 100) / 10.0) + "," + shortest((i * 37 % 100) * 2.5) + "\n";
    const Table table = readable(csv);
    QCOMPARE(idsOf(checkData(table, proposeChoices(table))), std::string());
}

void TestDataChecks::identifierAsFeatureIsFound()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) { cells[0] = std::to_string(i + 1); });
    DataChoices choices = proposeChoices(table);
    QVERIFY(!find(checkData(table, choices), "identifiers"));
    choices.columns[0].role = Role::Feature;
    QVERIFY(isFoundAndMended(table, choices, "identifiers"));
}

void TestDataChecks::constantAndNearlyConstantFeaturesAreFound()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        cells[0] = i == 5 ? "9" : "7";
        cells[1] = "7";
    });
    DataChoices choices = proposeChoices(table);
    choices.columns[1].role = Role::Feature;
    const std::vector<DataCheck> checks = checkData(table, choices);
    QVERIFY(find(checks, "constant") && find(checks, "nearly-constant"));
    QCOMPARE(find(checks, "constant")->columns, std::vector<std::size_t>{1});
    QCOMPARE(find(checks, "nearly-constant")->columns, std::vector<std::size_t>{0});
    QVERIFY(find(checks, "nearly-constant")->severity == DataCheck::Severity::Note);
}

void TestDataChecks::numbersThatDifferLittleForTheirSizeAreFound()
{
    const auto tableAround = [](double feature, double target) {
        return noisyTable(
            [&](int i, std::vector<std::string>& cells) {
                cells[1] = fixed(feature + i * 37 % 101 / 50.0, 3);
                cells[3] = fixed(target + i * 37 % 101 / 50.0, 3);
            },
            300, "a,b,c,pressure");
    };
    const Table fine = tableAround(0, 1e5);
    QVERIFY(!find(checkData(fine, proposeChoices(fine)), "rough"));
    const Table rough = tableAround(-1e6, 1e6);
    const std::vector<DataCheck> checks = checkData(rough, proposeChoices(rough));
    QCOMPARE(std::count_if(checks.begin(), checks.end(),
                           [](const DataCheck& check) { return check.finding.id == "data.check-rough"; }),
             std::ptrdiff_t(2));
    const DataCheck& check = *find(checks, "rough");
    QVERIFY(check.severity == DataCheck::Severity::Warning);
    QCOMPARE(check.columns, std::vector<std::size_t>{3});
    QVERIFY(inEnglish(check.finding).find("such as 1000000, from") != std::string::npos);
}

void TestDataChecks::outliersAreFound()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        if (i == 40)
            cells[2] = "2031.5";
    });
    QVERIFY(find(checkData(table, proposeChoices(table)), "outliers"));
    DataChoices choices = find(checkData(table, proposeChoices(table)), "outliers")->remedied;
    QVERIFY(choices.scaling == Scaling::Robust);
    QVERIFY(!find(checkData(table, choices), "outliers")->remedy); // it is said still, and there is no more to do
}

void TestDataChecks::mostlyMissingColumnIsFound()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        if (i % 3)
            cells[1] = "";
    });
    QVERIFY(isFoundAndMended(table, proposeChoices(table), "mostly-missing"));
}

void TestDataChecks::rareClassesCanBeLeftOut()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        if (i % 60 == 0)
            cells[3] = "flickering";
    });
    const DataChoices choices = proposeChoices(table);
    QVERIFY(isFoundAndMended(table, choices, "rare-classes"));
    const std::vector<DataCheck> checks = checkData(table, choices);
    const Dataset dataset = *makeDataset(table, find(checks, "rare-classes")->remedied);
    QCOMPARE(dataset.target.classes, (std::vector<std::string>{"off", "on"}));
    QCOMPARE(countsOf(dataset).rows[0] + countsOf(dataset).rows[1] + countsOf(dataset).rows[2], std::size_t(295));
}

void TestDataChecks::imbalanceIsSaid()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) { cells[3] = i % 20 ? "off" : "on"; });
    DataChoices choices = proposeChoices(table);
    const std::vector<DataCheck> checks = checkData(table, choices);
    QVERIFY(find(checks, "imbalance"));
    QVERIFY(inEnglish(find(checks, "imbalance")->finding).find("95 %") != std::string::npos);
    QVERIFY(!find(checks, "imbalance")->remedy); // the split does what it can already
    choices.split.method = SplitMethod::Random;
    QVERIFY(find(checkData(table, choices), "imbalance")->remedied.split.method == SplitMethod::Stratified);
}

void TestDataChecks::repeatedRowsAreCounted()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        for (std::size_t k = 0; k < 3; ++k)
            cells[k] = std::to_string((i % 30) * static_cast<int>(k + 3) % 17);
        cells[3] = i % 30 % 2 ? "on" : "off";
    });
    const DataChoices choices = proposeChoices(table);
    const std::vector<DataCheck> checks = checkData(table, choices);
    const DataCheck* check = find(checks, "duplicates");
    QVERIFY(check);
    // Every row is there ten times.
    const std::size_t tests = countsOf(*makeDataset(table, choices)).rows[2];
    QCOMPARE(std::get<std::int64_t>(check->finding.arguments[0]), static_cast<std::int64_t>(tests));
}

void TestDataChecks::theSplitByTimeIsProposedAgainstRepeatedRowsOnlyWhereItHelps()
{
    // The same ten readings again and again: whatever the split, all test rows are known.
    const auto inTurns = [](int i, std::vector<std::string>& cells) {
        for (std::size_t k = 0; k < 3; ++k)
            cells[k] = std::to_string((i % 10) * static_cast<int>(k + 3) % 17);
        cells[3] = i % 10 % 2 ? "on" : "off";
    };
    const Table hopeless = noisyTable(inTurns);
    const std::vector<DataCheck> checks = checkData(hopeless, proposeChoices(hopeless));
    QVERIFY(find(checks, "duplicates"));
    QVERIFY(!find(checks, "duplicates")->remedy);
    // Every reading is written five times in a row: its copies stay on one side of a border in time.
    const Table slow = noisyTable([](int i, std::vector<std::string>& cells) {
        for (std::size_t k = 0; k < 3; ++k)
            cells[k] = std::to_string(i / 5 * static_cast<int>(7 * k + 3) % 211);
        cells[3] = i / 5 % 2 ? "on" : "off";
    });
    QVERIFY(isFoundAndMended(slow, proposeChoices(slow), "duplicates"));
}

void TestDataChecks::aStreamIsFoundAndBecomesWindows()
{
    std::string csv = "t (s),ax,ay,motion\n";
    for (int i = 0; i < 2000; ++i)
        csv += shortest(i * 0.02) + "," + shortest(std::sin(i * 0.7) + i * 37 % 11 * 0.01) + "," +
               shortest(std::cos(i * 0.3) + i * 17 % 13 * 0.01) + "," + (i / 250 % 2 ? "wave" : "rest") + "\n";
    const Table table = readable(csv);
    DataChoices choices = proposeChoices(table);
    choices.columns[0].role = Role::Time;
    const std::vector<DataCheck> checks = checkData(table, choices);
    QVERIFY(!checks.empty());
    QCOMPARE(std::string(checks.front().finding.id), std::string("data.check-stream"));
    QVERIFY(checks.front().severity == DataCheck::Severity::Warning);
    QVERIFY(checks.front().remedied.windows.has_value());
    QVERIFY(isFoundAndMended(table, choices, "stream"));
}

void TestDataChecks::columnsToIgnoreAreNamedOrCounted()
{
    const auto copies = [](int i, std::vector<std::string>& cells) { cells[2] = std::to_string(i % 2 * 100 + i % 7); };
    const Table one = noisyTable(copies);
    const std::vector<DataCheck> single = checkData(one, proposeChoices(one));
    QCOMPARE(inEnglish(*find(single, "disguised-target")->remedy), std::string("Ignore “c”"));
    const Table two = noisyTable([&](int i, std::vector<std::string>& cells) {
        copies(i, cells);
        cells[1] = std::to_string(i % 2 * 50 + i % 5);
    });
    const std::vector<DataCheck> several = checkData(two, proposeChoices(two));
    QCOMPARE(inEnglish(*find(several, "disguised-target")->remedy), std::string("Ignore these 2 columns"));
    QVERIFY(inEnglish(find(several, "disguised-target")->finding).starts_with("Each of these columns"));
}

void TestDataChecks::recordingIsFoundByItsOrder()
{
    double a = 20, b = 3;
    Random random(8);
    const Table table = noisyTable([&](int i, std::vector<std::string>& cells) {
        a += random.normal();
        b += random.normal();
        cells[0] = shortest(a);
        cells[1] = shortest(b);
        cells[3] = i / 15 % 2 ? "on" : "off";
    });
    const DataChoices choices = proposeChoices(table);
    QVERIFY(isFoundAndMended(table, choices, "order"));
    const std::vector<DataCheck> checks = checkData(table, choices);
    QVERIFY(find(checks, "order")->remedied.split.method == SplitMethod::Time);
}

void TestDataChecks::tableSortedByItsClassesIsNoRecording()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        const bool on = i >= 150;
        for (std::size_t k = 0; k < 3; ++k)
            cells[k] = shortest((on ? 50 : 0) + (i * 37 % 11) + static_cast<double>(k) * (i * 13 % 7));
        cells[3] = on ? "on" : "off";
    });
    QVERIFY(!find(checkData(table, proposeChoices(table)), "order"));
}

void TestDataChecks::timeSplitThatLosesAClassIsNotProposed()
{
    double a = 20;
    Random random(8);
    const Table table = noisyTable([&](int i, std::vector<std::string>& cells) {
        for (std::size_t k = 0; k < 3; ++k)
            cells[k] = shortest((a += random.normal()));
        cells[3] = i >= 270 ? "on" : "off"; // the test would be of one class alone
    });
    const std::vector<DataCheck> checks = checkData(table, proposeChoices(table));
    QVERIFY(find(checks, "order"));
    QVERIFY(!find(checks, "order")->remedy);
}

void TestDataChecks::groupThatIsSplitIsFound()
{
    const Table table =
        noisyTable([](int i, std::vector<std::string>& cells) { cells[0] = "g" + std::to_string(i % 9); });
    DataChoices choices = proposeChoices(table);
    choices.columns[0].role = Role::Group;
    QVERIFY(!find(checkData(table, choices), "groups-split")); // groups are kept together where nobody says otherwise
    choices.split.method = SplitMethod::Stratified;
    QVERIFY(isFoundAndMended(table, choices, "groups-split"));
}

void TestDataChecks::likelyGroupIsProposed()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) { cells[0] = std::to_string(i % 9); },
                                   300, "subject_id,b,c,y");
    QVERIFY(isFoundAndMended(table, proposeChoices(table), "likely-group"));
}

void TestDataChecks::classWithoutTrainingRowsIsAProblem()
{
    const Table table = noisyTable([](int i, std::vector<std::string>& cells) {
        if (i >= 280)
            cells[3] = "late";
    });
    DataChoices choices = proposeChoices(table);
    choices.split.method = SplitMethod::Time;
    const std::vector<DataCheck> checks = checkData(table, choices);
    QVERIFY(find(checks, "unlearned-classes"));
    QVERIFY(find(checks, "unlearned-classes")->severity == DataCheck::Severity::Problem);
    QVERIFY(isFoundAndMended(table, choices, "unlearned-classes"));
}

void TestDataChecks::largeNetworkIsSaid()
{
    const Table table = noisyTable();
    const DataChoices choices = proposeChoices(table);
    QVERIFY(!find(checkData(table, choices, {}, 2100), "too-few-rows"));
    QVERIFY(find(checkData(table, choices, {}, 2101), "too-few-rows"));
}

void TestDataChecks::choicesThatMakeNoDataSetGetNoChecks()
{
    const Table table = noisyTable();
    DataChoices choices = proposeChoices(table);
    for (ColumnChoice& column : choices.columns)
        column.role = Role::Ignore;
    QVERIFY(checkData(table, choices).empty());
    choices.columns.clear();
    QVERIFY(checkData(table, choices).empty());
}

void TestDataChecks::cancelEndsIt()
{
    const Table table = noisyTable([](int, std::vector<std::string>& cells) { cells[1] = "7"; });
    DataChoices choices = proposeChoices(table);
    choices.columns[1].role = Role::Feature;
    RunControl control;
    QVERIFY(!checkData(table, choices, control).empty());
    control.cancel();
    QVERIFY(checkData(table, choices, control).empty());
}

QTEST_APPLESS_MAIN(TestDataChecks)
#include "tst_data_checks.moc"

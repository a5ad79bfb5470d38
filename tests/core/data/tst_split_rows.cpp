#include "data/split_rows.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace broto;

namespace {

RowFacts classesOf(const std::vector<int>& sizes)
{
    RowFacts facts;
    facts.labelCount = sizes.size();
    for (std::size_t label = 0; label < sizes.size(); ++label)
        facts.labels.insert(facts.labels.end(), static_cast<std::size_t>(sizes[label]),
                            static_cast<std::int32_t>(label));
    facts.rows = facts.labels.size();
    return facts;
}

Split foldsOf(int folds, int fold, std::uint64_t seed = 1)
{
    Split split;
    split.folds = folds;
    split.fold = fold;
    split.seed = seed;
    return split;
}

}

class TestSplitRows : public QObject {
    Q_OBJECT

private slots:
    void oldestRowsAreForTraining();
    void rowsOfOneTimeStayInOrder();
    void columnDecides();
    void everyRowIsInTheTestOfOneFold();
    void foldsHaveTheClassesInTheirProportions();
    void foldsKeepGroupsTogether();
    void validationShareIsTakenFromTheOtherFolds();
    void foldsThatCannotBeAreRefused_data();
    void foldsThatCannotBeAreRefused();
    void testFileLeavesTheTestPartEmpty();
    void partsHaveManyNames_data();
    void partsHaveManyNames();
};

void TestSplitRows::oldestRowsAreForTraining()
{
    const std::vector<double> times = {5, 1, 9, 3, 7, 0, 2, 8, 4, 6};
    const SplitRows parts = *timeSplit(times, {60, 20, 20});
    QCOMPARE(parts[0], (std::vector<std::size_t>{0, 1, 3, 5, 6, 8})); // times 0 to 5
    QCOMPARE(parts[1], (std::vector<std::size_t>{4, 9}));             // 6 and 7
    QCOMPARE(parts[2], (std::vector<std::size_t>{2, 7}));             // 8 and 9
}

void TestSplitRows::rowsOfOneTimeStayInOrder()
{
    const SplitRows parts = *timeSplit(std::vector<double>(10, 1.5), {60, 20, 20});
    QCOMPARE(parts[0], (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(parts[2], (std::vector<std::size_t>{8, 9}));
}

void TestSplitRows::columnDecides()
{
    RowFacts facts;
    facts.rows = 6;
    facts.parts = {2, 0, 0, 1, 0, 2};
    const SplitRows parts = *splitRows(facts, {}, SplitMethod::Column);
    QCOMPARE(parts[0], (std::vector<std::size_t>{1, 2, 4}));
    QCOMPARE(parts[1], (std::vector<std::size_t>{3}));
    QCOMPARE(parts[2], (std::vector<std::size_t>{0, 5}));
}

void TestSplitRows::everyRowIsInTheTestOfOneFold()
{
    for (const RowFacts& facts : {classesOf({50, 30, 7}), RowFacts{87, {}, 0, {}, 0, {}, {}}}) {
        std::vector<int> tested(facts.rows);
        for (int fold = 0; fold < 5; ++fold) {
            const SplitRows parts = *splitRows(facts, foldsOf(5, fold), SplitMethod::Folds);
            QVERIFY(parts[2].size() == 17 || parts[2].size() == 18);
            QCOMPARE(parts[0].size() + parts[1].size() + parts[2].size(), facts.rows);
            for (const std::size_t row : parts[2])
                ++tested[row];
        }
        QCOMPARE(std::count(tested.begin(), tested.end(), 1), static_cast<std::ptrdiff_t>(facts.rows));
    }
    const RowFacts facts = classesOf({50, 30, 7});
    QCOMPARE(*splitRows(facts, foldsOf(5, 2), SplitMethod::Folds),
             *splitRows(facts, foldsOf(5, 2), SplitMethod::Folds));
    QVERIFY(*splitRows(facts, foldsOf(5, 2, 1), SplitMethod::Folds) !=
            *splitRows(facts, foldsOf(5, 2, 2), SplitMethod::Folds));
}

void TestSplitRows::foldsHaveTheClassesInTheirProportions()
{
    const RowFacts facts = classesOf({50, 30, 7});
    for (int fold = 0; fold < 5; ++fold) {
        const SplitRows parts = *splitRows(facts, foldsOf(5, fold), SplitMethod::Folds);
        std::map<std::int32_t, int> counts;
        for (const std::size_t row : parts[2])
            ++counts[facts.labels[row]];
        QCOMPARE(counts[0], 10);
        QCOMPARE(counts[1], 6);
        QVERIFY(counts[2] == 1 || counts[2] == 2);
    }
}

void TestSplitRows::foldsKeepGroupsTogether()
{
    RowFacts facts = classesOf({40, 40});
    facts.groupCount = 10;
    for (std::size_t row = 0; row < facts.rows; ++row)
        facts.groups.push_back(static_cast<std::int32_t>(row % 10));
    for (int fold = 0; fold < 5; ++fold) {
        const SplitRows parts = *splitRows(facts, foldsOf(5, fold), SplitMethod::Folds);
        std::map<std::int32_t, std::size_t> partOf;
        for (std::size_t part = 0; part < 3; ++part) {
            QVERIFY(!parts[part].empty());
            for (const std::size_t row : parts[part])
                QCOMPARE(partOf.try_emplace(facts.groups[row], part).first->second, part);
        }
    }
}

void TestSplitRows::validationShareIsTakenFromTheOtherFolds()
{
    Split split = foldsOf(5, 0);
    split.training = 75;
    split.validation = 25;
    split.test = 90; // the folds alone decide about the test part
    const SplitRows parts = *splitRows(classesOf({50, 50}), split, SplitMethod::Folds);
    QCOMPARE(parts[0].size(), std::size_t(60));
    QCOMPARE(parts[1].size(), std::size_t(20));
    QCOMPARE(parts[2].size(), std::size_t(20));
}

void TestSplitRows::foldsThatCannotBeAreRefused_data()
{
    QTest::addColumn<int>("folds");
    QTest::addColumn<int>("fold");
    QTest::addColumn<std::string>("id");
    QTest::newRow("one fold") << 1 << 0 << std::string("data.folds");
    QTest::newRow("a negative fold") << 5 << -1 << std::string("data.folds");
    QTest::newRow("a fold past the last") << 5 << 5 << std::string("data.folds");
    QTest::newRow("too many folds") << mostFolds + 1 << 0 << std::string("data.folds");
    QTest::newRow("more folds than rows") << 31 << 0 << std::string("data.too-few-rows-for-folds");
}

void TestSplitRows::foldsThatCannotBeAreRefused()
{
    QFETCH(int, folds);
    QFETCH(int, fold);
    const Result<SplitRows> parts = splitRows(classesOf({15, 15}), foldsOf(folds, fold), SplitMethod::Folds);
    QVERIFY(!parts);
    QTEST(std::string(parts.error().id), "id");
}

void TestSplitRows::testFileLeavesTheTestPartEmpty()
{
    const SplitRows parts = *splitRows(classesOf({50, 50}), {80, 20, 50}, SplitMethod::File);
    QCOMPARE(parts[0].size(), std::size_t(80));
    QCOMPARE(parts[1].size(), std::size_t(20));
    QVERIFY(parts[2].empty());
}

void TestSplitRows::partsHaveManyNames_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("part");
    for (const char* name : {"train", "Training", " TRAIN ", "treino", "Treinamento"})
        QTest::newRow(name) << std::string(name) << 0;
    for (const char* name : {"validation", "Valid", "val", "dev", "validação", "VALIDAÇÃO", "validacao"})
        QTest::newRow(name) << std::string(name) << 1;
    for (const char* name : {"test", "TESTE", "Testing", "holdout"})
        QTest::newRow(name) << std::string(name) << 2;
    for (const char* name : {"", "0", "tset", "trainable", "rest"})
        QTest::newRow(*name ? name : "nothing") << std::string(name) << -1;
}

void TestSplitRows::partsHaveManyNames()
{
    QFETCH(std::string, name);
    QTEST(static_cast<int>(partNamed(name).value_or(-1)), "part");
}

QTEST_APPLESS_MAIN(TestSplitRows)
#include "tst_split_rows.moc"

#include "device/live_history.h"

#include "data/table_reader.h"
#include "device/slider_span.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace broto;
using namespace std::chrono_literals;

namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

const Target species = {Task::Classification, "species", "", {"setosa", "vir, \"ginica\""}};
const Target co2 = {Task::Regression, "CO2", "ppm", {}};

/// Of two features, `truth` for a row of the stream.
LiveAnswer answerOf(float told, float expected, std::optional<float> truth = {}, double time = 100)
{
    LiveAnswer answer;
    answer.question.row = {1.5f, 1};
    if (truth) {
        answer.question.testRow = 0;
        answer.question.truth = *truth;
    }
    answer.board.classIndex = static_cast<int>(told);
    answer.board.value = told;
    answer.workbench.classIndex = static_cast<int>(expected);
    answer.workbench.value = expected;
    answer.same = told == expected;
    answer.time = time;
    return answer;
}

const std::vector<Feature> features = {{"temp", "°C", {}, 0, 10}, {"room", "", {"hall", "bath"}}};

}

/// What was asked of a board and answered.
class TestLiveHistory : public QObject {
    Q_OBJECT

private slots:
    void agreementCountsAllAnswers()
    {
        LiveHistory history(species);
        history.add(answerOf(0, 0));
        history.add(answerOf(1, 0));
        history.add(answerOf(0, 1));
        LiveAnswer outside = answerOf(1, 1);
        outside.outOfRange = {0};
        history.add(outside);
        QCOMPARE(history.answers(), std::size_t(4));
        QCOMPARE(history.same(), std::size_t(2));
        QCOMPARE(history.outsideOfRange(), std::size_t(1));
        QCOMPARE(history.firstDifference().value().board.classIndex, 1);
    }

    void theConfusionMatrixIsOfTheBoardsAnswersToTheRowsOfTheStream()
    {
        LiveHistory history(species);
        history.beginStream();
        history.add(answerOf(0, 0, 0.0f));
        history.add(answerOf(1, 1, 0.0f));
        history.add(answerOf(1, 0, 1.0f)); // the workbench is wrong here, and does not count
        history.add(answerOf(1, 1));       // nobody knows the truth
        history.add(answerOf(1, 1, unknown));
        LiveAnswer refused = answerOf(0, 0, 0.0f);
        refused.board.refused = true;
        history.add(refused);
        const std::vector<std::vector<int>> expected = {{1, 1}, {0, 1}};
        QVERIFY(history.metrics().confusion == expected);
        QCOMPARE(history.rowsOfStream(), std::size_t(3));
        history.beginStream();
        QVERIFY(std::isnan(history.metrics().headline));
        QVERIFY(history.metrics().confusion == (std::vector<std::vector<int>>{{0, 0}, {0, 0}}));
        QCOMPARE(history.answers(), std::size_t(6));
    }

    void aRegressionIsMeasuredLikeEverywhere()
    {
        LiveHistory history(co2);
        QVERIFY(std::isnan(history.metrics().headline));
        for (const float truth : {400.0f, 500.0f, 600.0f})
            history.add(answerOf(truth + 10, truth + 10, truth));
        QCOMPARE(history.metrics().meanAbsoluteError, 10.0);
        QVERIFY(history.metrics().headline > 0.98);
        QCOMPARE(missedBy(history.kept().front(), Task::Regression), 10.0);
        QVERIFY(std::isnan(missedBy(answerOf(1, 1), Task::Regression))); // nobody knows the truth
        QVERIFY(std::isnan(missedBy(answerOf(1, 1, 0.0f), Task::Classification)));
    }

    void theLastTenThousandAreKept()
    {
        LiveHistory history(co2);
        for (std::size_t i = 0; i < LiveHistory::most + 5; ++i)
            history.add(answerOf(static_cast<float>(i), static_cast<float>(i)));
        QCOMPARE(history.kept().size(), LiveHistory::most);
        QCOMPARE(history.kept().front().board.value, 5.0f);
        QCOMPARE(history.answers(), LiveHistory::most + 5);
        QCOMPARE(history.same(), LiveHistory::most + 5);
        const auto points = history.points(3);
        QCOMPARE(points.size(), std::size_t(3));
        QCOMPARE(points.back().number, LiveHistory::most + 5);
        QCOMPARE(points.back().board, double(LiveHistory::most + 4));
    }

    void timesAreCountedInRangesOfEqualWidth()
    {
        LiveHistory history(species);
        QVERIFY(history.times(4).counts.empty());
        history.add(answerOf(0, 0, {}, 10));
        QVERIFY(history.times(4).counts == std::vector<std::size_t>{1});
        for (const double time : {20.0, 20.0, 29.0, 50.0})
            history.add(answerOf(0, 0, {}, time));
        LiveAnswer refused = answerOf(0, 0, {}, 0);
        refused.board.refused = true; // in no time
        history.add(refused);
        const AnswerTimes times = history.times(4);
        QVERIFY((times.counts == std::vector<std::size_t>{1, 3, 0, 1}));
        QCOMPARE(times.usual, 20.0);
        QCOMPARE(times.least, 10.0);
        QCOMPARE(times.most, 50.0);
    }

    void timesOfABoardThatMeasuresOtherwiseAreNotMixedIn()
    {
        LiveHistory history(species);
        LiveAnswer other = answerOf(0, 0, {}, 1600);
        other.timeUnit = TimeUnit::Instructions;
        history.add(other);
        history.add(answerOf(0, 0, {}, 3));
        QCOMPARE(history.times(4).most, 3.0);
        const std::string csv = history.csv(features);
        QVERIFY2(csv.find("1600") == std::string::npos, csv.c_str());
    }

    void aTimeIsInMicrosecondsWhereTheClockIsKnown()
    {
        QCOMPARE(microseconds(1600, TimeUnit::Cycles, 16'000'000), std::optional(100.0));
        QCOMPARE(microseconds(1600, TimeUnit::Microseconds, 0), std::optional(1600.0));
        QVERIFY(!microseconds(1600, TimeUnit::Cycles, 0));
        QVERIFY(!microseconds(1600, TimeUnit::Instructions, 16'000'000));
    }

    void whatWasSeenIsATableThatBrotoReads()
    {
        LiveHistory history(species);
        history.add(answerOf(1, 0, 1.0f, 1234.5678));
        LiveAnswer later = answerOf(0, 0);
        later.at += 1500ms;
        later.question.row = {unknown, 9};
        history.add(later);
        LiveAnswer refused = answerOf(0, 0);
        refused.at += 2s;
        refused.board.refused = refused.workbench.refused = true;
        history.add(refused);
        const std::string csv = history.csv(features);
        QCOMPARE(QByteArray::fromStdString(csv),
                 QByteArray("time (s),temp (°C),room,board,workbench,same,time per answer (us),species\n"
                            "0,1.5,bath,\"vir, \"\"ginica\"\"\",setosa,no,1234.568,\"vir, \"\"ginica\"\"\"\n"
                            "1.5,,?,setosa,setosa,yes,100,\n"
                            "2,1.5,bath,,,yes,,\n"));
        const Result<Table> table = readTable(csv);
        QVERIFY(table);
        QCOMPARE(table->rows, std::size_t(3));
        QCOMPARE(table->columns.size(), std::size_t(8));
        QVERIFY(table->columns[1].unit == "°C");
    }

    void anIndexThatIsNoCategoryHasNoName_data()
    {
        QTest::addColumn<float>("index");
        QTest::newRow("below all") << -1.0f;
        QTest::newRow("one too far") << 2.0f;
        QTest::newRow("far beyond") << 1e30f;
        QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
    }

    void anIndexThatIsNoCategoryHasNoName()
    {
        QFETCH(float, index);
        LiveHistory history(species);
        LiveAnswer answer = answerOf(0, 0);
        answer.question.row[1] = index;
        history.add(answer);
        const std::string csv = history.csv(features);
        QVERIFY2(csv.find("1.5,?,setosa") != std::string::npos, csv.c_str());
    }

    void aRegressionIsWrittenInItsUnit()
    {
        LiveHistory history(co2);
        LiveAnswer answer = answerOf(400.25f, 400.25f, {}, 3000);
        answer.timeUnit = TimeUnit::Instructions;
        history.add(answer);
        QCOMPARE(QByteArray::fromStdString(history.csv(features)),
                 QByteArray("time (s),temp (°C),room,board (ppm),workbench (ppm),same,time per answer (instructions)\n"
                            "0,1.5,bath,400.25,400.25,yes,3000\n"));
    }

    void aSliderGoesBeyondWhatWasLearned_data()
    {
        QTest::addColumn<float>("lowest");
        QTest::addColumn<float>("highest");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("digits");
        QTest::newRow("iris") << 4.0f << 8.0f << 3.0 << 9.0 << 2;
        QTest::newRow("pressure") << 90000.0f << 110000.0f << 85000.0 << 115000.0 << 0;
        QTest::newRow("below zero") << -1.0f << 1.0f << -1.5 << 1.5 << 2;
        QTest::newRow("constant") << 100.0f << 100.0f << 75.0 << 125.0 << 0;
        QTest::newRow("always 0") << 0.0f << 0.0f << -0.25 << 0.25 << 2;
        QTest::newRow("currents") << 0.0f << 0x1p-28f << -0x1p-30 << 0x1.4p-28 << 11;
    }

    void aSliderGoesBeyondWhatWasLearned()
    {
        QFETCH(float, lowest);
        QFETCH(float, highest);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, digits);
        const SliderSpan span = sliderSpan({"x", "", {}, lowest, highest});
        QCOMPARE(span.low, low);
        QCOMPARE(span.high, high);
        QCOMPARE(span.digits, digits);
        for (const int step : {0, 250, SliderSpan::steps})
            QVERIFY(std::abs(span.stepOf(span.valueAt(step)) - step) < 20);
        QCOMPARE(span.stepOf(1e9), SliderSpan::steps);
        QCOMPARE(span.stepOf(-1e9), 0);
    }

    void aRowToBeginWithIsInTheMiddle()
    {
        Preprocessing preprocessing{features, {FillMissing{{unknown, 1}}}};
        QVERIFY((middleRow(preprocessing) == std::vector<float>{5, 1}));
        QVERIFY(!fillOf(preprocessing, 0));
        QCOMPARE(fillOf(preprocessing, 1).value(), 1.0f);
        QVERIFY((outOfRange(features, std::vector<float>{unknown, 2}) == std::vector{1}));
        QVERIFY((outOfRange(features, std::vector<float>{10.5f, 0}) == std::vector{0}));
    }
};

QTEST_APPLESS_MAIN(TestLiveHistory)
#include "tst_live_history.moc"

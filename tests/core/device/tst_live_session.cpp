#include "device/live_session.h"

#include "core/device/firmware_fixture.h"
#include "core/device/predictor_link.h"
#include "support/faulty_link.h"
#include "support/window_fixtures.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <functional>
#include <limits>

using namespace broto;
using namespace std::chrono_literals;

namespace {

/// Holds back what is asked until the gate is open; counts who waits before it.
struct Gate {
    std::atomic<bool> open = true;
    std::atomic<int> waiting = 0;
};

class GatedLink : public Link {
public:
    GatedLink(std::unique_ptr<Link> link, Gate& gate) : m_link(std::move(link)), m_gate(gate) {}

    TimePoint now() const override { return m_link->now(); }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        return m_link->read(bytes, timeLimit);
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        ++m_gate.waiting;
        m_gate.open.wait(false);
        --m_gate.waiting;
        return m_link->write(bytes, timeLimit);
    }

private:
    std::unique_ptr<Link> m_link;
    Gate& m_gate;
};

/// Opens, and never says a word. Its time is ours.
class SilentLink : public Link {
public:
    Result<std::size_t> read(std::span<std::uint8_t>, std::chrono::milliseconds timeLimit) override
    {
        std::atomic<bool> never = false;
        const auto until = now() + timeLimit;
        while (now() < until && !never)
            std::this_thread::yield();
        return std::size_t(0);
    }
    Result<void> write(std::span<const std::uint8_t>, std::chrono::milliseconds) override { return {}; }
};

}

/// Board and workbench, asked the same as long as somebody plays.
class TestLiveSession : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_data = fixtureDataset(Task::Classification, 11);
        m_model = shared(trainedFixture(Task::Classification));
    }

    void aQuestionIsAnsweredByBoth()
    {
        LiveSession session(lines(m_model, *m_model), m_model);
        session.ask(rowOf(m_data.test, 3));
        const std::vector<LiveAnswer> answers = take(session, 1);
        QCOMPARE(answers.size(), std::size_t(1));
        const LiveAnswer& answer = answers[0];
        QVERIFY(answer.same);
        QVERIFY(!answer.difference);
        QVERIFY(answer.board.raw == answer.workbench.raw && !answer.board.raw.empty());
        QCOMPARE(answer.board.classIndex, answer.workbench.classIndex);
        QVERIFY(answer.board.certainty == answer.workbench.certainty);
        QCOMPARE(answer.time, 123.0);
        QVERIFY(answer.timeUnit == TimeUnit::Microseconds);
        QVERIFY(!answer.question.testRow);
        QVERIFY(session.state().connection == ConnectionState::Ready);
        QVERIFY(session.state().hello->boardName == "uno");
    }

    void aRegressionIsDecodedLikeTheWorkbenchs()
    {
        const Dataset data = fixtureDataset(Task::Regression, 11);
        const auto model = shared(trainedFixture(Task::Regression));
        LiveSession session(lines(model, *model), model);
        session.ask(rowOf(data.test, 0));
        const LiveAnswer answer = take(session, 1).at(0);
        QVERIFY(answer.same);
        QCOMPARE(answer.board.value, answer.workbench.value);
        QVERIFY(answer.board.value != 0);
    }

    void aPlantedDifferenceIsToldWithLayerAndNeuron()
    {
        DeployableModel other = *m_model;
        std::get<IntegerLayer>(other.layers[1]).bias[5] += 100000;
        LiveSession session(lines(m_model, other), m_model);
        session.ask(rowOf(m_data.test, 3));
        const LiveAnswer answer = take(session, 1).at(0);
        QVERIFY(!answer.same);
        QCOMPARE(answer.difference.value().layer, 1);
        QCOMPARE(answer.difference->neuron, 5);
        QVERIFY(answer.difference->expected.raw != answer.difference->received.raw);
    }

    void ofAStreamTheFirstDifferenceIsLocated()
    {
        DeployableModel other = *m_model;
        std::get<IntegerLayer>(other.layers[0]).bias[2] += 100000;
        LiveSession session(lines(m_model, other), m_model);
        session.stream(testRows(), 0);
        const auto answers = take(session, m_data.test.rows());
        int located = 0, different = 0;
        for (const LiveAnswer& answer : answers) {
            different += !answer.same;
            located += answer.difference && answer.difference->layer == 0 && answer.difference->neuron == 2;
        }
        QVERIFY(different > 1);
        QCOMPARE(located, 1);
    }

    void floatsMayDifferByWhatRoundingDoes()
    {
        const Dataset data = fixtureDataset(Task::Regression, 3);
        const auto model = shared(floatModel(fixtureTraining(data, {}, 3), data, "test"));
        DeployableModel near = *model, far = *model;
        std::get<Float32Layer>(near.layers.back()).bias[0] += 1e-5f;
        std::get<Float32Layer>(far.layers.back()).bias[0] += 0.5f;
        for (const auto& [board, same] : {std::pair(near, true), std::pair(far, false)}) {
            LiveSession session(lines(model, board), model);
            session.ask(rowOf(data.test, 0));
            const LiveAnswer answer = take(session, 1).at(0);
            QCOMPARE(answer.same, same);
            QVERIFY(answer.largestDifference > 0);
            QVERIFY(!answer.difference); // which is of integers
        }
    }

    void whatLiesOutsideTheTrainedRangeIsNamed()
    {
        LiveSession session(lines(m_model, *m_model), m_model);
        std::vector<float> row = rowOf(m_data.test, 0);
        row[1] = m_model->preprocessing.features[1].highest + 1000;
        row[3] = 7; // a category that nobody has seen
        session.ask(row);
        const LiveAnswer answer = take(session, 1).at(0);
        QVERIFY((answer.outOfRange == std::vector{1, 3}));
        QCOMPARE(answer.board.outOfRange, 2);
        QVERIFY(answer.same);
    }

    void aMissingValueThatNothingStandsForIsRefusedByBoth()
    {
        DeployableModel model = *m_model;
        model.integerInputs[0].fill = runtime::refuseMissing;
        const auto strict = shared(model);
        LiveSession session(lines(strict, model), strict);
        std::vector<float> row = rowOf(m_data.test, 0);
        row[0] = std::numeric_limits<float>::quiet_NaN();
        session.ask(row);
        const LiveAnswer answer = take(session, 1).at(0);
        QVERIFY(answer.same && answer.board.refused && answer.workbench.refused);
        QCOMPARE(answer.board.refusedFeature, 0);
    }

    void ofManyQuestionsTheNewestIsAsked()
    {
        Gate gate;
        LiveSession session(gatedLines(gate), m_model);
        QTRY_VERIFY(session.state().hello);
        gate.open = false;
        session.ask(rowOf(m_data.test, 0));
        QTRY_COMPARE(gate.waiting.load(), 1);
        for (Eigen::Index row = 1; row <= 20; ++row)
            session.ask(rowOf(m_data.test, row));
        gate.open = true;
        gate.open.notify_all();
        const auto answers = take(session, 2);
        QCOMPARE(answers.size(), std::size_t(2));
        QVERIFY(answers[0].question.row == rowOf(m_data.test, 0));
        QVERIFY(answers[1].question.row == rowOf(m_data.test, 20));
    }

    void aStreamAsksEveryRowOnceInOrder()
    {
        LiveSession session(lines(m_model, *m_model), m_model);
        session.stream(testRows(), 0);
        const auto answers = take(session, m_data.test.rows());
        QCOMPARE(answers.size(), m_data.test.rows());
        for (std::size_t i = 0; i < answers.size(); ++i) {
            QCOMPARE(answers[i].question.testRow.value(), i);
            QCOMPARE(answers[i].question.truth, static_cast<float>(m_data.test.labels[i]));
            QVERIFY(answers[i].same);
        }
        QCOMPARE(session.state().streamed, m_data.test.rows());
        QVERIFY(!session.state().streams);
    }

    void aStreamKeepsItsPaceAndCanBeStopped()
    {
        LiveSession session(lines(m_model, *m_model), m_model);
        session.stream(testRows(), 50);
        const auto answers = take(session, 5);
        const auto lasted = answers.back().at - answers.front().at;
        QVERIFY2(lasted >= static_cast<int>(answers.size() - 1) * 20ms - 15ms, "rows came too early");
        session.stopStream();
        QVERIFY(!session.state().streams);
        session.take();
        session.ask(rowOf(m_data.test, 9));
        std::vector<LiveAnswer> rest;
        QTRY_VERIFY((std::ranges::move(session.take(), std::back_inserter(rest)),
                     !rest.empty() && !rest.back().question.testRow));
        QVERIFY(rest.size() <= 2); // one row may have been on its way
    }

    void anotherPaceHoldsAtOnce()
    {
        LiveSession session(lines(m_model, *m_model), m_model);
        session.stream(testRows(), 0.001); // one, and the next after a quarter of an hour
        QCOMPARE(take(session, 1).size(), std::size_t(1));
        session.setRate(0);
        QCOMPARE(take(session, m_data.test.rows() - 1).size(), m_data.test.rows() - 1);
    }

    void aStreamWaitsForWhoTakesItsAnswers()
    {
        const auto rows = std::make_shared<LiveRows>();
        rows->rows = m_data.test.raw.row(0).replicate(2 * LiveSession::mostWaiting, 1);
        rows->truths.assign(2 * LiveSession::mostWaiting, 0);
        LiveSession session(lines(m_model, *m_model), m_model);
        session.stream(rows, 0);
        QTRY_COMPARE(session.state().streamed, LiveSession::mostWaiting);
        session.ask(rowOf(m_data.test, 3)); // a question is asked nevertheless
        QCOMPARE(take(session, 2 * LiveSession::mostWaiting + 1).size(), 2 * LiveSession::mostWaiting + 1);
    }

    void aBoardWithAnotherModelIsNamedWithWhatToDo()
    {
        const auto other = shared(trainedFixture(Task::Regression));
        LiveSession session(lines(other, *other), m_model);
        QTRY_VERIFY(session.hasEnded());
        QVERIFY(session.state().ended->id == "device.other-model");
        QVERIFY(inEnglish(*session.state().ended).find("flash it first") != std::string::npos);
    }

    void aBreakOfTheLineIsToldAndTheQuestionAskedAgain()
    {
        const auto faults = std::make_shared<LineFaults>(5);
        faults->damagedBytes = faults->garbage = faults->stalls = faults->wrongBauds = faults->absences = 0;
        faults->hangUps = 0.02;
        LineSource source = lines(m_model, *m_model);
        source.open = [open = source.open, faults]() -> Result<std::unique_ptr<Link>> {
            return std::unique_ptr<Link>(new FaultyLink(*open(), faults));
        };
        LiveSession session(source, m_model);
        session.stream(testRows(), 0);
        const auto answers = take(session, m_data.test.rows());
        QCOMPARE(answers.size(), m_data.test.rows());
        QVERIFY(std::ranges::all_of(answers, &LiveAnswer::same));
        QVERIFY(faults->hungUp > 0);
    }

    void aBoardThatStaysAwayEndsTheSession()
    {
        auto opened = std::make_shared<std::atomic<int>>(0);
        LineSource source = lines(m_model, *m_model);
        source.open = [open = source.open, opened]() -> Result<std::unique_ptr<Link>> {
            if ((*opened)++ > 0)
                return portGone("/dev/ttyX");
            const auto faults = std::make_shared<LineFaults>(5);
            faults->damagedBytes = faults->garbage = faults->stalls = faults->wrongBauds = faults->absences = 0;
            faults->hangUps = 0.2;
            return std::unique_ptr<Link>(new FaultyLink(*open(), faults));
        };
        LiveSession session(source, m_model);
        session.stream(testRows(), 0);
        QTRY_VERIFY(session.hasEnded());
        QVERIFY(session.state().connection == ConnectionState::Lost);
        QVERIFY(session.state().ended->id == "platform.port-gone");
        QVERIFY(!session.state().streams);
    }

    void aBoardThatIsSilentDoesNotHoldUpTheEnd()
    {
        LineSource source = lines(m_model, *m_model);
        source.open = [] { return Result<std::unique_ptr<Link>>(std::unique_ptr<Link>(new SilentLink)); };
        auto session = std::make_unique<LiveSession>(source, m_model);
        QTRY_VERIFY(session->state().connection == ConnectionState::Greeting);
        const auto begin = std::chrono::steady_clock::now();
        session.reset();
        QVERIFY(std::chrono::steady_clock::now() - begin < 1s); // a greeting takes three
    }

    void windowsAreAskedByTheirFeatures()
    {
        const Dataset data = windowDataset();
        const auto model =
            shared(std::move(quantize(fixtureTraining(data, {{{6, Activation::Relu}}}, 4), data, {}, "test")).value());
        LiveSession session(lines(model, *model), model);
        session.stream(std::make_shared<LiveRows>(testRowsFor(data, *model).value()), 0);
        const auto answers = take(session, data.test.rows());
        QVERIFY(!answers.empty() && std::ranges::all_of(answers, &LiveAnswer::same));
    }

    void whatTheBoardSensesIsAnsweredByBoth()
    {
        auto next = std::make_shared<Eigen::Index>(0);
        LiveSession session(sensing(m_model, *m_model, [this, next] { return rowOf(m_data.test, (*next)++ % 20); }),
                            m_model);
        session.sense(0);
        const auto answers = take(session, 20);
        for (Eigen::Index row = 0; row < 20; ++row) {
            const LiveAnswer& answer = answers.at(static_cast<std::size_t>(row));
            QVERIFY(answer.question.sensed && answer.question.row == rowOf(m_data.test, row));
            QVERIFY(answer.same && answer.board.raw == answer.workbench.raw && !answer.board.raw.empty());
            QVERIFY(!answer.question.testRow && std::isnan(answer.question.truth));
        }
        const LiveSession::State state = session.state();
        QVERIFY(state.senses && !state.streams && state.readings >= 20);
        session.stopStream();
        QVERIFY(!session.state().senses);
        session.ask(rowOf(m_data.test, 30)); // and it goes on with questions
        std::vector<LiveAnswer> rest;
        QTRY_VERIFY((std::ranges::move(session.take(), std::back_inserter(rest)),
                     !rest.empty() && !rest.back().question.sensed));
    }

    void aWrongWeightShowsInWhatIsSensed()
    {
        DeployableModel other = *m_model;
        std::get<IntegerLayer>(other.layers[1]).bias[5] += 100000;
        LiveSession session(sensing(m_model, other, [this] { return rowOf(m_data.test, 3); }), m_model);
        session.sense(0);
        const LiveAnswer answer = take(session, 1).at(0);
        QVERIFY(!answer.same && answer.difference);
    }

    void sensingKeepsItsPace()
    {
        LiveSession session(sensing(m_model, *m_model, [this] { return rowOf(m_data.test, 3); }), m_model);
        session.sense(0.001); // one, and the next after a quarter of an hour
        QCOMPARE(take(session, 1).size(), std::size_t(1));
        QCOMPARE(session.state().readings, std::size_t(1));
        session.setRate(50);
        const auto answers = take(session, 5);
        const auto lasted = answers.back().at - answers.front().at;
        QVERIFY2(lasted >= static_cast<int>(answers.size() - 1) * 20ms - 15ms, "rows came too early");
    }

    void sensingWaitsForWhoTakesItsAnswers()
    {
        LiveSession session(sensing(m_model, *m_model, [this] { return rowOf(m_data.test, 3); }), m_model);
        session.sense(0);
        QTRY_COMPARE(session.state().readings, LiveSession::mostWaiting);
        session.stream(testRows(), 0); // rows take the place of the sensors
        QVERIFY(!session.state().senses);
        const auto answers = take(session, LiveSession::mostWaiting + m_data.test.rows());
        QCOMPARE(answers.back().question.testRow.value(), m_data.test.rows() - 1);
    }

    void readingsOfWindowsAreAnsweredWhenOneIsFull()
    {
        const Shared model = modelOfWindows();
        const Stream& stream = *model->preprocessing.stream;
        LiveSession session(sensing(model, *model, readingsFor(stream)), model);
        session.sense(0.001); // one reading, and no answer yet
        QTRY_COMPARE(session.state().readings, std::size_t(1));
        QCOMPARE(session.state().due, stream.length - 1);
        QVERIFY(session.take().empty());
        session.setRate(0);
        for (const LiveAnswer& answer : take(session, 3)) {
            QVERIFY(answer.same && answer.question.sensed);
            QCOMPARE(answer.question.row.size(), model->preprocessing.features.size());
        }
    }

    void aBoardWithoutSensorsSaysSoAndCanBeAsked()
    {
        LiveSession session(lines(m_model, *m_model), m_model);
        session.sense(0);
        QTRY_VERIFY(session.state().sensingEnded);
        QVERIFY(session.state().sensingEnded->id == "device.no-sensors");
        QVERIFY(!session.state().senses && !session.hasEnded());
        session.ask(rowOf(m_data.test, 3));
        QVERIFY(take(session, 1).at(0).same);
    }

    void aRowThatIsRefusedEndsTheSensingAlone()
    {
        DeployableModel model = *m_model;
        model.integerInputs[1].fill = runtime::refuseMissing;
        const auto strict = shared(model);
        auto broken = std::make_shared<std::atomic<bool>>(false);
        LiveSession session(sensing(strict, model,
                                    [this, broken] {
                                        std::vector<float> row = rowOf(m_data.test, 3);
                                        if (*broken)
                                            row[1] = std::numeric_limits<float>::quiet_NaN();
                                        return row;
                                    }),
                            strict);
        session.sense(0);
        take(session, 1);
        *broken = true;
        QTRY_VERIFY((session.take(), session.state().sensingEnded)); // a session that nobody listens to waits
        const std::string reason = inEnglish(*session.state().sensingEnded);
        QVERIFY2(reason.find(model.preprocessing.features[1].name) != std::string::npos, reason.c_str());
        *broken = false;
        session.take();
        session.sense(0);
        QVERIFY(!session.state().sensingEnded);
        QVERIFY(take(session, 2).back().same);
    }

    void aWindowThatIsRefusedEndsTheSensingAlone()
    {
        const Shared model = modelOfWindows();
        const Stream& stream = *model->preprocessing.stream;
        const auto ofSecond = std::ranges::find(stream.features, 1, &WindowFeature::channel);
        const auto feature = static_cast<std::uint8_t>(ofSecond - stream.features.begin());
        auto broken = std::make_shared<std::atomic<bool>>(true);
        LineSource source = sensing(model, *model, readingsFor(stream),
                                    [feature, broken] { return *broken ? std::optional(feature) : std::nullopt; });
        LiveSession session(std::move(source), model);
        session.sense(0);
        QTRY_VERIFY(session.state().sensingEnded);
        QVERIFY(session.state().sensingEnded->id == "device.refuses-its-row");
        const std::string reason = inEnglish(*session.state().sensingEnded);
        QVERIFY2(reason.find("“" + stream.channels[1].name + "”") != std::string::npos, reason.c_str());
        *broken = false;
        session.sense(0);
        QVERIFY(take(session, 1).at(0).same);
    }

    void rowsOfOtherColumnsAreNotStreamed()
    {
        Dataset other = m_data;
        other.preprocessing.features[0].name = "something else";
        QVERIFY(testRowsFor(other, *m_model).error().id == "device.other-data");
        other = m_data;
        other.test = {};
        QVERIFY(testRowsFor(other, *m_model).error().id == "device.no-test-rows");
    }

    void classesAreFoundByTheirNames()
    {
        DeployableModel turned = *m_model;
        std::ranges::reverse(turned.decoding.target.classes);
        turned.decoding.target.classes[0] = "never seen";
        const LiveRows rows = testRowsFor(m_data, turned).value();
        for (std::size_t i = 0; i < rows.truths.size(); ++i)
            if (m_data.test.labels[i] == 2)
                QVERIFY(std::isnan(rows.truths[i]));
            else
                QCOMPARE(rows.truths[i], static_cast<float>(2 - m_data.test.labels[i]));
    }

private:
    using Shared = std::shared_ptr<const DeployableModel>;

    static Shared shared(DeployableModel model) { return std::make_shared<const DeployableModel>(std::move(model)); }

    static std::vector<float> rowOf(const DataPart& part, Eigen::Index row)
    {
        return {part.raw.row(row).data(), part.raw.row(row).data() + part.raw.cols()};
    }

    std::shared_ptr<const LiveRows> testRows() const
    {
        return std::make_shared<LiveRows>(testRowsFor(m_data, *m_model).value());
    }

    /// A board that says it runs `told`, and runs `run`.
    static LineSource lines(const Shared& told, DeployableModel run)
    {
        return {[told, run = std::move(run)]() -> Result<std::unique_ptr<Link>> {
                    return std::unique_ptr<Link>(new PredictorLink(*told, run));
                },
                [](std::chrono::milliseconds) {}};
    }

    static Shared modelOfWindows()
    {
        const Dataset data = windowDataset();
        return shared(quantize(fixtureTraining(data, {{{6, Activation::Relu}}}, 4), data, {}, "test").value());
    }

    static std::function<std::vector<float>()> readingsFor(const Stream& stream)
    {
        return [channels = stream.channels.size(), i = 0]() mutable {
            return std::vector<float>(channels, static_cast<float>(++i % 7));
        };
    }

    /// The same, with pins.
    static LineSource sensing(const Shared& told, DeployableModel run, std::function<std::vector<float>()> sensors,
                              std::function<std::optional<std::uint8_t>()> refused = {})
    {
        return {[told, run = std::move(run), sensors = std::move(sensors),
                 refused = std::move(refused)]() -> Result<std::unique_ptr<Link>> {
                    auto link = std::make_unique<PredictorLink>(*told, run);
                    link->sensors = sensors;
                    link->refusedFeature = refused;
                    return std::unique_ptr<Link>(std::move(link));
                },
                [](std::chrono::milliseconds) {}};
    }

    LineSource gatedLines(Gate& gate) const
    {
        LineSource source = lines(m_model, *m_model);
        source.open = [open = source.open, &gate]() -> Result<std::unique_ptr<Link>> {
            return std::unique_ptr<Link>(new GatedLink(*open(), gate));
        };
        return source;
    }

    /// What comes until there are so many, or for five seconds.
    static std::vector<LiveAnswer> take(LiveSession& session, std::size_t count)
    {
        std::vector<LiveAnswer> answers;
        const auto more = [&] {
            std::ranges::move(session.take(), std::back_inserter(answers));
            return answers.size() >= count;
        };
        if (!QTest::qWaitFor(more))
            qWarning("only %zu of %zu answers came", answers.size(), count);
        return answers;
    }

    Dataset m_data;
    Shared m_model;
};

QTEST_APPLESS_MAIN(TestLiveSession)
#include "tst_live_session.moc"

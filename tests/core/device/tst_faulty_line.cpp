#include "device/board_connection.h"

#include "support/faulty_link.h"
#include "support/simulated_board.h"

#include <QtTest>

using namespace broto;
using namespace std::chrono_literals;
using Classifier = SimulatedBoard<HandMadeClassifier>;

namespace {

/// A board, its time, and what it has said that nobody has read.
struct Place {
    std::unique_ptr<Classifier> board = std::make_unique<Classifier>();
    std::deque<std::uint8_t> said;
    Link::TimePoint now;
    Link::TimePoint deafUntil; ///< in its boot loader
    int missing = 0;           ///< tries that find no port
};

/// The true board's side of the protocol at 115200 baud.
class BoardLink : public Link {
public:
    explicit BoardLink(std::shared_ptr<Place> place) : m_place(std::move(place)) {}

    TimePoint now() const override { return m_place->now; }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        pass(timeOf(bytes.size()));
        if (m_place->now < m_place->deafUntil)
            return {};
        if (m_place->deafUntil != TimePoint())
            wakeUp();
        const std::vector<std::uint8_t> answer = m_place->board->exchange(bytes);
        m_place->said.insert(m_place->said.end(), answer.begin(), answer.end());
        return {};
    }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        std::deque<std::uint8_t>& said = m_place->said;
        const std::size_t count = std::min({bytes.size(), said.size(), std::size_t(7)}); // a frame comes in pieces
        std::copy_n(said.begin(), count, bytes.begin());
        said.erase(said.begin(), said.begin() + static_cast<std::ptrdiff_t>(count));
        pass(count > 0 ? timeOf(count) : std::chrono::nanoseconds(timeLimit));
        return count;
    }

private:
    static std::chrono::nanoseconds timeOf(std::size_t count) { return static_cast<int>(count) * 87us; }

    void pass(std::chrono::nanoseconds time)
    {
        m_place->now += std::chrono::duration_cast<TimePoint::duration>(time);
        const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(m_place->now.time_since_epoch());
        m_place->board->io.now = static_cast<std::uint32_t>(age.count());
        m_place->board->poll();
    }

    void wakeUp()
    {
        m_place->deafUntil = TimePoint();
        m_place->board->begin();
    }

    std::shared_ptr<Place> m_place;
};

std::vector<float> randomRow(Random& random)
{
    const float second = random.below(20) == 0 ? std::numeric_limits<float>::quiet_NaN() : random.uniform(-50, 50);
    return {std::floor(random.uniform(-60, 110)), std::floor(second)};
}

/// Computed by hand (HandMadeClassifier).
bool isRight(std::span<const float> row, const BoardAnswer& answer)
{
    if (std::isnan(row[1]))
        return answer.refused && answer.refusedFeature == 1;
    return !answer.refused && answer.outOfRange == (row[0] > 100) &&
           answer.raw == std::vector<std::int32_t>{static_cast<std::int32_t>(100 - row[0]),
                                                   static_cast<std::int32_t>(row[0] - row[1])};
}

}

class TestFaultyLine : public QObject {
    Q_OBJECT

private slots:
    void noWrongAnswerAndNoHangOver100000Requests_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<double>("damaged");
        QTest::addColumn<int>("requests");
        QTest::newRow("one byte in 1000") << quint64(1) << 0.001 << 100'000;
        QTest::newRow("one byte in 1000, another seed") << quint64(2) << 0.001 << 20'000;
        QTest::newRow("one byte in 100") << quint64(3) << 0.01 << 20'000;
    }

    void noWrongAnswerAndNoHangOver100000Requests()
    {
        QFETCH(quint64, seed);
        QFETCH(double, damaged);
        QFETCH(int, requests);
        start(seed, damaged);
        while (m_answered < requests && m_wrong == 0) {
            const int before = m_answered;
            askSomething();
            if (m_answered > before)
                m_failuresInARow = 0;
            else
                QVERIFY2(++m_failuresInARow < 4, "the line does not recover");
        }
        qInfo("%d requests in %.0f s of the line's time: %d bytes damaged, garbage %d times, %d stalls, %d hang-ups, "
              "%d lines of another baud; the longest wait was %.2f s; %d requests failed and worked when asked again",
              m_answered, std::chrono::duration<double>(m_place->now.time_since_epoch()).count(), m_faults->damaged,
              m_faults->garbled, m_faults->stalled, m_faults->hungUp, m_faults->wrongBaud,
              std::chrono::duration<double>(m_longest).count(), m_failures);
        QCOMPARE(m_wrong, 0);
        QVERIFY(m_longest < 5s);
        QVERIFY(m_faults->damaged > requests / 100 && m_faults->garbled > 0 && m_faults->stalled > 0);
        QVERIFY(m_faults->hungUp > 0 && m_faults->wrongBaud > 0);
    }

private:
    void start(std::uint64_t seed, double damaged)
    {
        m_place = std::make_shared<Place>();
        m_faults = std::make_shared<LineFaults>(seed);
        m_faults->damagedBytes = damaged;
        m_random = Random(seed + 100);
        m_answered = m_wrong = m_failures = m_failuresInARow = 0;
        m_longest = {};
        m_lastFact = {};
        ConnectionOptions options;
        options.onState = [this](ConnectionState) { note(); };
        Result<BoardConnection> opened =
            BoardConnection::open({[this] { return openLine(); }, wait()}, m_control, options);
        for (int tries = 0; !opened && tries < 5; ++tries)
            opened = BoardConnection::open({[this] { return openLine(); }, wait()}, m_control, options);
        m_board.emplace(std::move(opened.value()));
    }

    std::function<void(std::chrono::milliseconds)> wait()
    {
        return [place = m_place](std::chrono::milliseconds time) { place->now += time; };
    }

    /// Most boards are reset by it; those that are not go on saying what they were asked over the line before.
    Result<std::unique_ptr<Link>> openLine()
    {
        if (m_place->missing == 0 && m_faults->happens(m_faults->absences))
            m_place->missing = 3;
        if (m_place->missing > 0 && --m_place->missing > 0)
            return portProblem("/dev/ttyX", ENOENT);
        if (m_random.below(4) > 0) {
            m_place->board = std::make_unique<Classifier>();
            m_place->said.clear();
            m_place->deafUntil = m_place->now + 1s;
        }
        return std::unique_ptr<Link>(std::make_unique<FaultyLink>(std::make_unique<BoardLink>(m_place), m_faults));
    }

    void askSomething()
    {
        const std::uint32_t kind = m_random.below(10);
        if (kind < 5)
            return askRows();
        const std::vector<float> row = randomRow(m_random);
        const bool isMissing = std::isnan(row[1]);
        if (kind < 8)
            return judge(m_board->ask([&](BoardClient& board) { return board.infer(row); }),
                         [&](const BoardAnswer& answer) { return isRight(row, answer); });
        if (kind == 8 && !isMissing)
            return judge(m_board->ask([&](BoardClient& board) { return board.layer(0, row); }),
                         [&](const std::vector<std::int8_t>& values) {
                             const int first = static_cast<int>(row[0]);
                             return values == std::vector<std::int8_t>{static_cast<std::int8_t>(first),
                                                                       static_cast<std::int8_t>(first + 1),
                                                                       static_cast<std::int8_t>(first + 2)};
                         });
        if (!isMissing)
            return judge(
                m_board->ask([&](BoardClient& board) { return board.bench(3, row); }),
                [](const std::vector<std::uint32_t>& times) { return times == std::vector<std::uint32_t>(3, 1000); });
        judge(m_board->ask([](BoardClient& board) { return board.selfTest(); }), [](bool passed) { return passed; });
    }

    template<class Answer, class Judge>
    void judge(const Result<Answer>& answer, Judge isRightAnswer)
    {
        note();
        if (!answer) {
            ++m_failures;
            return;
        }
        ++m_answered;
        m_wrong += !isRightAnswer(*answer);
    }

    void askRows()
    {
        Matrix rows(1 + m_random.below(60), 2);
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            rows.row(i) = Eigen::Map<const Eigen::RowVectorXf>(randomRow(m_random).data(), 2);
        Eigen::Index due = 0;
        const auto asked = m_board->inferAll(rows, [&](Eigen::Index i, const BoardAnswer& answer) {
            note();
            m_wrong += i != due++ || !isRight({rows.row(i).data(), 2}, answer);
            ++m_answered;
        });
        note();
        m_failures += !asked;
        m_wrong += asked && due != rows.rows();
    }

    /// Something has come, or the connection has told what it does.
    void note()
    {
        m_longest = std::max(m_longest, m_place->now - m_lastFact);
        m_lastFact = m_place->now;
    }

    std::shared_ptr<Place> m_place;
    std::shared_ptr<LineFaults> m_faults;
    RunControl m_control;
    std::optional<BoardConnection> m_board;
    Random m_random{1};
    int m_answered = 0, m_wrong = 0, m_failures = 0, m_failuresInARow = 0;
    Link::TimePoint::duration m_longest{};
    Link::TimePoint m_lastFact;
};

QTEST_APPLESS_MAIN(TestFaultyLine)
#include "tst_faulty_line.moc"

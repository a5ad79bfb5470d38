#include "device/board_connection.h"

#include "core/device/simulated_link.h"

#include <QtTest>

#include <cerrno>

using namespace broto;
using namespace std::chrono_literals;
using State = ConnectionState;

class TestBoardConnection : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_board = std::make_shared<SimulatedBoard<HandMadeClassifier>>();
        m_link = nullptr;
        m_control.emplace();
        m_states.clear();
        m_openings = m_missing = m_waits = 0;
        m_problem = ENOENT;
        m_onWaiting = {};
        m_onOpened = {};
    }

    void openingTellsWhatItDoes()
    {
        const auto board = connect();
        QVERIFY(board);
        QVERIFY(board->hello().modelName == "tea_ptq_int8");
        QVERIFY((m_states == std::vector{State::Opening, State::Greeting, State::Ready}));
    }

    void aPortThatIsMissingFromTheBeginningIsNotWaitedFor()
    {
        m_missing = 1;
        QVERIFY(connect().error().id == "platform.port-missing");
        QVERIFY((m_states == std::vector{State::Opening, State::Lost}));
        QCOMPARE(m_waits, 0);
    }

    void aBrokenLineIsOpenedAgainAndTheQuestionAskedAgain()
    {
        auto board = connect();
        m_states.clear();
        m_link->readsUntilGone = 1; // in the middle of the answer
        m_missing = 2;
        QVERIFY(isAnswered(*board));
        QVERIFY((m_states == std::vector{State::Opening, State::Waiting, State::Opening, State::Waiting, State::Opening,
                                         State::Greeting, State::Ready}));
    }

    void rowsGoOnBehindTheLastAnswer()
    {
        auto board = connect();
        Matrix rows(50, 2);
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            rows.row(i) << static_cast<float>(i), 5;
        int asked = 0;
        m_onOpened = [&](SimulatedLink<HandMadeClassifier>& link) {
            link.onTheWayThere = [&](std::vector<std::uint8_t>&) { ++asked; };
        };
        m_onOpened(*m_link);
        m_link->readsUntilGone = 100;
        Eigen::Index due = 0;
        const auto done = board->inferAll(rows, [&](Eigen::Index row, const BoardAnswer& answer) {
            QCOMPARE(row, due++);
            QCOMPARE(answer.raw[0], 100 - static_cast<int>(row));
        });
        QVERIFY(done);
        QCOMPARE(due, rows.rows());
        QCOMPARE(m_openings, 2);
        QVERIFY2(asked <= 50 + 1 + 3, qPrintable(QString::number(asked))); // a greeting and what was under way
    }

    void aBoardThatHangsIsOpenedAgain()
    {
        auto board = connect();
        m_link->onTheWayBack = [](std::vector<std::uint8_t>& bytes) { bytes.clear(); };
        QVERIFY(isAnswered(*board));
        QCOMPARE(m_openings, 2);
    }

    void aQuestionThatMakesEveryBoardHangComesToAnEnd()
    {
        auto board = connect();
        m_onOpened = [](SimulatedLink<HandMadeClassifier>& link) {
            link.onTheWayThere = [](std::vector<std::uint8_t>& bytes) {
                if (framesIn(bytes).at(0).type == runtime::inferFrame)
                    bytes.clear();
            };
        };
        m_onOpened(*m_link);
        QVERIFY(ask(*board).error().id == "device.no-answer");
        QCOMPARE(m_openings, 3);
    }

    void patienceEndsAndTheNextQuestionTriesAgain()
    {
        auto board = connect();
        m_link->readsUntilGone = 0;
        m_missing = 1000;
        QVERIFY(ask(*board).error().id == "platform.port-gone");
        QVERIFY(m_states.back() == State::Lost);
        QCOMPARE(m_waits, 15); // three seconds
        m_missing = 0;
        QVERIFY(isAnswered(*board));
        QVERIFY(m_states.back() == State::Ready);
    }

    void patienceEndsOnceForManyRows()
    {
        auto board = connect();
        m_link->readsUntilGone = 100;
        m_missing = 1000;
        int answered = 0;
        const auto done = board->inferAll(Matrix::Ones(100, 2), [&](Eigen::Index, const BoardAnswer&) { ++answered; });
        QVERIFY(done.error().id == "platform.port-gone");
        QVERIFY(answered > 0 && answered < 100);
        QCOMPARE(m_waits, 15);
    }

    void aPortThatSomebodyElseHasTakenIsNamedAsThat()
    {
        auto board = connect();
        m_link->readsUntilGone = 0;
        m_missing = 1000;
        m_problem = EBUSY;
        QVERIFY(ask(*board).error().id == "platform.port-busy");
    }

    void waitingCanBeCancelled()
    {
        auto board = connect();
        m_link->readsUntilGone = 0;
        m_missing = 1000;
        m_onWaiting = [this] { m_control->cancel(); };
        QVERIFY(ask(*board).error().id == "common.cancelled");
        QCOMPARE(m_waits, 1);
    }

    void anotherModelIsNotTakenForTheSame()
    {
        auto board = connect();
        m_link->readsUntilGone = 0;
        m_onOpened = [](SimulatedLink<HandMadeClassifier>& link) {
            link.onTheWayBack = [](std::vector<std::uint8_t>& bytes) {
                ReceivedFrame frame = framesIn(bytes).at(0);
                frame.payload[1] ^= 1; // of the model's id
                frame.payload[24] = 'p';
                bytes = frameOf(frame.id, frame.type, frame.payload);
            };
        };
        const auto answer = ask(*board);
        QVERIFY(answer.error().id == "device.other-model-now");
        const std::string text = inEnglish(answer.error());
        QVERIFY2(text.find("tea_ptq") != std::string::npos && text.find("pea_ptq") != std::string::npos, text.c_str());
    }

    /// What calls itself the same and tells more numbers than before would be read beyond its end.
    void theSameModelInAnotherShapeIsNotTakenForTheSame()
    {
        auto board = connect();
        m_link->readsUntilGone = 0;
        m_onOpened = [](SimulatedLink<HandMadeClassifier>& link) {
            link.onTheWayBack = [](std::vector<std::uint8_t>& bytes) {
                ReceivedFrame frame = framesIn(bytes).at(0);
                ++frame.payload[15]; // of the outputs
                bytes = frameOf(frame.id, frame.type, frame.payload);
            };
        };
        QVERIFY(ask(*board).error().id == "device.other-model-now");
    }

    void aLineThatCannotBeOpenedAgainIsGone()
    {
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        SimulatedLink<HandMadeClassifier>* line = link.get();
        BoardConnection board(std::move(BoardClient::connect(std::move(link))).value());
        QVERIFY(isAnswered(board));
        line->readsUntilGone = 0;
        QVERIFY(ask(board).error().id == "platform.port-gone");
        QVERIFY(ask(board).error().id == "platform.port-gone");
    }

private:
    Result<BoardConnection> connect()
    {
        ConnectionOptions options;
        options.onState = [this](State state) { m_states.push_back(state); };
        return BoardConnection::open({[this] { return open(); },
                                      [this](std::chrono::milliseconds) {
                                          ++m_waits;
                                          if (m_onWaiting)
                                              m_onWaiting();
                                      }},
                                     *m_control, options);
    }

    Result<std::unique_ptr<Link>> open()
    {
        if (m_missing > 0) {
            --m_missing;
            return portProblem("/dev/ttyX", m_problem);
        }
        ++m_openings;
        auto link = std::make_unique<SimulatedLink<HandMadeClassifier>>(m_board);
        m_link = link.get();
        if (m_onOpened)
            m_onOpened(*link);
        return std::unique_ptr<Link>(std::move(link));
    }

    static Result<BoardAnswer> ask(BoardConnection& board)
    {
        const float row[] = {90, 5};
        return board.ask([&](BoardClient& asked) { return asked.infer(row); });
    }

    static bool isAnswered(BoardConnection& board)
    {
        const auto answer = ask(board);
        return answer && answer->raw == std::vector<std::int32_t>{10, 85};
    }

    std::shared_ptr<SimulatedBoard<HandMadeClassifier>> m_board;
    SimulatedLink<HandMadeClassifier>* m_link = nullptr; ///< the last one that was opened
    std::optional<RunControl> m_control;
    std::vector<State> m_states;
    std::function<void()> m_onWaiting;
    std::function<void(SimulatedLink<HandMadeClassifier>&)> m_onOpened;
    int m_openings = 0, m_missing = 0, m_waits = 0;
    int m_problem = ENOENT;
};

QTEST_APPLESS_MAIN(TestBoardConnection)
#include "tst_board_connection.moc"

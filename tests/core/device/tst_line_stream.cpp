#include "core/device/board_fixture.h"
#include "data/table_reader.h"
#include "device/baud_guess.h"
#include "device/capture.h"
#include "device/line_stream.h"
#include "device/line_text.h"
#include "device/virtual_board.h"
#include "platform/pseudo_terminal.h"

#include <QtTest>

#include <thread>

using namespace broto;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

Port portOf(const PseudoTerminal& terminal)
{
    Port port;
    port.path = terminal.path();
    port.isVirtual = true;
    return port;
}

std::size_t writeText(PseudoTerminal& terminal, const std::string& text)
{
    return terminal.write({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}

/// What a device prints, as it comes through a port: from a terminal, and from a virtual Uno.
class TestLineStream : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folders.emplace(); }
    void cleanup() { m_folders.reset(); }

    void linesComeAndBytesGo()
    {
        PseudoTerminal terminal = std::move(PseudoTerminal::open().value());
        auto stream = LineStream::open(portOf(terminal), 57600);
        QVERIFY(stream);
        QCOMPARE(terminal.baud(), 57600);
        QTRY_VERIFY((*stream)->seconds() > LineReader::silenceBeforeLine);
        writeText(terminal, "1,2\r\n3,");
        std::vector<TimedLine> lines = (*stream)->waitForLines(5s);
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].text == "1,2" && lines[0].seconds > 0 && lines[0].seconds <= (*stream)->seconds());
        QTRY_VERIFY((*stream)->state().unfinished == "3,");
        (*stream)->send("test\n");
        std::string heard;
        std::array<std::uint8_t, 16> bytes;
        QTRY_VERIFY((heard.append(reinterpret_cast<char*>(bytes.data()), terminal.read(bytes))) == "test\n");
        QVERIFY((*stream)->take().empty());
        QVERIFY(!(*stream)->state().ended);
    }

    void aBoardThatGoesIsTold()
    {
        std::optional<PseudoTerminal> terminal = std::move(PseudoTerminal::open().value());
        auto stream = LineStream::open(portOf(*terminal), 115200);
        QVERIFY(stream);
        terminal.reset();
        QVERIFY((*stream)->waitForLines(20s).empty());
        QVERIFY((*stream)->state().ended->id == "platform.port-gone");
    }

    void thePortIsFreeAfterwards()
    {
        PseudoTerminal terminal = std::move(PseudoTerminal::open().value());
        {
            auto stream = LineStream::open(portOf(terminal), 115200);
            QVERIFY(stream);
            QVERIFY(LineStream::open(portOf(terminal), 115200).error().id == "platform.port-busy");
        }
        QVERIFY(LineStream::open(portOf(terminal), 115200));
    }

    /// 500 readings a second, as text at 115200 baud: for BROTO_CAPTURE_SECONDS, or 5.
    void noReadingIsLost()
    {
        const std::optional<VirtualBoard> board = printingBoard(115200);
        if (!board)
            QSKIP("SKIPPED: broto-virtual-board, avrdude or avr-gcc is missing");
        const int seconds = std::max(qEnvironmentVariableIntValue("BROTO_CAPTURE_SECONDS"), 5);
        const auto wanted = static_cast<std::size_t>(500 * seconds);
        auto stream = LineStream::open(board->port(), 115200);
        QVERIFY(stream);
        Capture capture({});
        const Clock::time_point limit = Clock::now() + std::chrono::seconds(4 * seconds + 20);
        while (capture.rows() < wanted && Clock::now() < limit && !(*stream)->state().ended)
            for (const TimedLine& line : (*stream)->waitForLines(100ms))
                capture.take(line);
        QVERIFY2(capture.rows() >= wanted, qPrintable(QString::number(capture.rows())));
        QCOMPARE((*stream)->state().lost, std::size_t(0));
        QCOMPARE(capture.passedOver(), std::size_t(2)); // "Ready" and the names

        const auto path = m_folders->path() / "rows.csv";
        QVERIFY(saveCapture(capture.captured(), path, IfFileExists::Refuse));
        const Table table = readTable(readFile(path).value()).value();
        QCOMPARE(table.columns.size(), std::size_t(3));
        QVERIFY(table.columns[0].header == "count" && table.rows >= wanted);
        for (std::size_t row = 0; row < table.rows; ++row) {
            QCOMPARE(table.columns[0].numbers[row], static_cast<double>(row));
            QCOMPARE(table.columns[1].numbers[row], static_cast<double>(row % 100));
            QCOMPARE(table.columns[2].numbers[row], -static_cast<double>(row % 50));
        }
        qInfo("%zu readings, none lost", table.rows);
    }

    void theBaudRateIsFoundOut_data()
    {
        QTest::addColumn<int>("baud");
        for (const int baud : {115200, 9600, 38400})
            QTest::addRow("%d", baud) << baud;
    }
    void theBaudRateIsFoundOut()
    {
        QFETCH(int, baud);
        const std::optional<VirtualBoard> board = printingBoard(baud);
        if (!board)
            QSKIP("SKIPPED: broto-virtual-board, avrdude or avr-gcc is missing");
        const Result<BaudGuess> guess = guessBaud(board->port());
        QVERIFY(guess);
        QVERIFY2(guess->baud == baud, inEnglish(guess->reason).c_str());
        QVERIFY(guess->heard.back().baud == baud); // it looked no further
        QVERIFY(inEnglish(guess->reason).starts_with(std::to_string(baud) + " baud"));
    }

    void lookingForTheBaudRateCanBeCancelled()
    {
        PseudoTerminal terminal = std::move(PseudoTerminal::open().value());
        RunControl control;
        std::thread other([&] { control.cancel(); });
        QVERIFY(guessBaud(portOf(terminal), control).error().id == "common.cancelled");
        other.join();
    }

    void textIsToldFromNoise()
    {
        const HeardAtBaud text = heardAtBaud(9600, "5\nTemp: 20 \u00b0C\r\n1,2\nunfinished");
        QCOMPARE(text.readable, text.bytes);
        QCOMPARE(text.lines, std::size_t(2));
        const HeardAtBaud noise = heardAtBaud(115200, "\xff\xc3\x80\x01"
                                                      "a\n\xf0\x07\n");
        QCOMPARE(noise.bytes, std::size_t(9));
        QCOMPARE(noise.readable, std::size_t(5)); // one of them a letter by chance
        QCOMPARE(noise.lines, std::size_t(0));
    }

    void whatNobodyCanReadIsWrittenInDigits()
    {
        QVERIFY(readableText("20 \u00b0C\t\u26c5 \U0001f321") == "20 \u00b0C\t\u26c5 \U0001f321");
        QVERIFY(readableText("\x1b[2J\x07\xff\xc2") == "\\x1b[2J\\x07\\xff\\xc2");
        QVERIFY(readableText("\xc0\x80\xed\xa0\x80\xc2\x9b") == "\\xc0\\x80\\xed\\xa0\\x80\\xc2\\x9b");
    }

    void theBestRateIsTheOneWithText()
    {
        const BaudGuess guess = bestBaud({{115200, 100, 40, 0}, {9600, 50, 49, 3}, {57600, 80, 60, 1}});
        QCOMPARE(guess.baud.value(), 9600);
        QCOMPARE(QString::fromStdString(inEnglish(guess.reason)),
                 QStringLiteral("9600 baud: there, 98 % of 50 bytes are text, in 3 whole lines."));
    }

    void noRateIsSaidWhereNoneGivesText()
    {
        QVERIFY(bestBaud({{115200, 0, 0, 0}, {9600, 0, 0, 0}}).reason.id == "device.nothing-heard");
        const BaudGuess guess = bestBaud({{115200, 100, 40, 0}, {9600, 50, 30, 0}});
        QVERIFY(!guess.baud && guess.reason.id == "device.no-baud");
    }

private:
    /// A virtual Uno with the program that prints readings.
    std::optional<VirtualBoard> printingBoard(int baud)
    {
        if (!findOwnProgram("broto-virtual-board") || !findProgram("avrdude"))
            return std::nullopt;
        const auto hex = compileProgram(m_folders->path(), "readings.c", "readings" + std::to_string(baud),
                                        {"-DBAUD=" + std::to_string(baud) + "UL", "-DRATE=500UL"});
        Result<VirtualBoard> board = VirtualBoard::start("uno");
        if (!hex || !board || !uploadProgram(board->port(), *hex))
            return std::nullopt;
        return std::move(*board);
    }

    std::optional<OwnFolders> m_folders;
};

QTEST_APPLESS_MAIN(TestLineStream)
#include "tst_line_stream.moc"

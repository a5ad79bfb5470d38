#include "device/line_reader.h"
#include "runtime/frame.h"

#include <QtTest>

using namespace broto;

namespace {

struct ByteSink {
    std::string bytes;
    void write(std::uint8_t byte) { bytes += static_cast<char>(byte); }
};

std::string frameOf(const std::vector<std::uint8_t>& payload,
                    std::uint8_t type = runtime::inferFrame | runtime::answerBit)
{
    ByteSink sink;
    runtime::writeFrame(sink, 0x0a0d, type, payload.data(), static_cast<std::uint16_t>(payload.size()));
    return sink.bytes;
}

/// Behind a silence, so that the first line counts.
class Reading {
public:
    Reading& take(const std::string& bytes, double seconds = 1, double perByte = 0)
    {
        reader.take({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, seconds, lines, perByte);
        return *this;
    }
    QStringList texts() const
    {
        QStringList texts;
        for (const TimedLine& line : lines)
            texts.append(QString::fromLatin1(line.text.c_str()));
        return texts;
    }

    LineReader reader;
    std::vector<TimedLine> lines;
};

QStringList listOf(std::initializer_list<const char*> texts)
{
    QStringList list;
    for (const char* text : texts)
        list.append(QString::fromLatin1(text));
    return list;
}

}

class TestLineReader : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfLineEndEndsOneLine()
    {
        QCOMPARE(Reading().take("a\nb\r\nc\rd\n\ne\r\n").texts(), listOf({"a", "b", "c", "d", "", "e"}));
    }

    void aLineEndMayBeCutApart()
    {
        QCOMPARE(Reading().take("1,2\r").take("\n3,", 1.01).take("4\n", 1.02).texts(), listOf({"1,2", "3,4"}));
    }

    void theFirstLineCountsAfterSilence()
    {
        QCOMPARE(Reading().take("temp,hum\n1,2\n", LineReader::silenceBeforeLine).texts(), listOf({"temp,hum", "1,2"}));
    }

    void aFirstLineThatWasUnderWayIsDropped()
    {
        QCOMPARE(Reading().take("5,60\n21.5,61\n", 0.002).texts(), listOf({"21.5,61"}));
    }

    void whatCameBeforeAResetIsNoBeginningOfALine()
    {
        QCOMPARE(Reading().take("21.", 0.001).take("temp,hum\n1,2\n", 1.6).texts(), listOf({"temp,hum", "1,2"}));
    }

    void aPauseWithinALaterLineDoesNotDivideIt()
    {
        QCOMPARE(Reading().take("Temp: ").take("21.5\n", 2.5).texts(), listOf({"Temp: 21.5"}));
    }

    void theTimeOfALineIsThatOfItsEnd()
    {
        Reading reading;
        reading.take("a\nbc\n", 2, 0.1);
        QCOMPARE(reading.lines[0].seconds, 1.7);
        QCOMPARE(reading.lines[1].seconds, 2.0);
    }

    void anUnfinishedLineCanBeLookedAt()
    {
        Reading reading;
        reading.take("1,2\nValue? ");
        QVERIFY(reading.reader.unfinished() == "Value? ");
    }

    void framesArePassedOver_data()
    {
        using namespace runtime;
        QTest::addColumn<int>("type");
        for (const int request :
             {helloFrame, inferFrame, sampleFrame, layerFrame, benchFrame, selfTestFrame, windowFrame, senseFrame}) {
            QTest::addRow("request %d", request) << request;
            QTest::addRow("answer to %d", request) << (request | answerBit);
        }
        QTest::newRow("error") << int(errorFrame);
    }

    void framesArePassedOver()
    {
        QFETCH(int, type);
        const auto framed = [type](const std::vector<std::uint8_t>& payload) {
            return frameOf(payload, static_cast<std::uint8_t>(type));
        };
        Reading reading;
        reading.take("1,2\n" + framed({10, 13, 0, 65, 10}) + "3,4\n" + framed({}) + framed({1}) + "5,6\n");
        QCOMPARE(reading.texts(), listOf({"1,2", "3,4", "5,6"}));
        QCOMPARE(reading.reader.frames(), std::size_t(3));
    }

    void aLongFrameInPiecesIsPassedOver()
    {
        const std::string frame = frameOf(std::vector<std::uint8_t>(runtime::largestPayload, '\n'));
        Reading reading;
        double time = 1;
        for (std::size_t i = 0; i < frame.size(); i += 100)
            reading.take(frame.substr(i, 100), time += 0.001);
        reading.take("1,2\n", time + 0.001);
        QCOMPARE(reading.texts(), listOf({"1,2"}));
        QCOMPARE(reading.reader.frames(), std::size_t(1));
    }

    void aZeroThatBeginsNoFrameLosesNoText()
    {
        Reading reading;
        reading.take("1,2\n").take(std::string("\0", 1) + "3,4\n5,6\n", 1.01);
        QCOMPARE(reading.texts(), listOf({"1,2", "3,4", "5,6"}));
        QCOMPARE(reading.reader.frames(), std::size_t(0));
    }

    void zerosBehindEveryLineLoseNoText()
    {
        const std::string line("1,2\n\0", 5);
        QCOMPARE(Reading().take(line + line + line + "3,4,5\n").texts(), listOf({"1,2", "1,2", "1,2", "3,4,5"}));
    }

    void aFrameThatBreaksOffHoldsNothingUp()
    {
        Reading reading;
        reading.take(std::string("a\n\0\x03", 4)).take("b\nc\n", 1.2); // "\x03" may begin a frame
        QCOMPARE(reading.texts(), listOf({"a",
                                          "\x03"
                                          "b",
                                          "c"}));
    }

    void aDamagedFrameIsNoFrame()
    {
        std::string frame = frameOf({1, 2, 3, 4});
        frame[8] ^= 0x10;
        Reading reading;
        reading.take("a\n" + frame + "b\nc\n").take({}, 1.1); // silence: no frame comes behind its last zero
        QCOMPARE(reading.reader.frames(), std::size_t(0));
        QVERIFY(reading.lines.back().text == "c");
    }

    void anEndlessLineIsDropped()
    {
        Reading reading;
        reading.take(std::string(LineReader::longestLine + 1, 'x')).take("\nb\n", 1.01);
        QCOMPARE(reading.texts(), listOf({"b"}));
        QCOMPARE(reading.reader.tooLongLines(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestLineReader)
#include "tst_line_reader.moc"

#include "runtime/frame.h"

#include "common/random.h"
#include "support/simulated_board.h"

#include <QtTest>

using namespace broto;
using namespace broto::runtime;
using Bytes = std::vector<std::uint8_t>;

class TestFrame : public QObject {
    Q_OBJECT
private slots:
    void checksumIsThatOfZip();
    void everyPayloadComesBack_data();
    void everyPayloadComesBack();
    void noZeroStandsInsideAFrame();
    void everyTruncationIsGarbage();
    void everyFlippedBitIsFound();
    void everyLostOrDoubledByteIsFound();
    void garbageNeverPassesAndNeverOverflows();
    void aFrameAfterGarbageIsFound();
    void oversizedFrameIsNamedButNotKept();
    void endlessFrameIsGarbage();
};

static Bytes payloadOf(int kind, std::size_t size)
{
    Random random(size + 1);
    Bytes payload(size);
    for (std::size_t i = 0; i < size; ++i)
        payload[i] = static_cast<std::uint8_t>(kind == 0 ? 0 : kind == 1 ? 1 + i % 255 : random.below(4));
    return payload;
}

void TestFrame::checksumIsThatOfZip()
{
    std::uint32_t crc = crcStart;
    for (const char c : std::string_view("123456789"))
        crc = crcWith(crc, static_cast<std::uint8_t>(c));
    QCOMPARE(~crc, 0xcbf43926u);
    for (int i = 0; i < 4; ++i)
        crc = crcWith(crc, static_cast<std::uint8_t>(0xcbf43926u >> 8 * i));
    QCOMPARE(crc, crcOfWhole);
}

void TestFrame::everyPayloadComesBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("zeros") << 0;
    QTest::newRow("no zeros") << 1;
    QTest::newRow("some zeros") << 2;
}

void TestFrame::everyPayloadComesBack()
{
    QFETCH(int, kind);
    for (std::size_t size = 0; size < 800; ++size) {
        const Bytes payload = payloadOf(kind, size);
        const auto id = static_cast<std::uint16_t>(size * 77);
        const std::vector<ReceivedFrame> frames = framesIn(frameOf(id, 2, payload));
        QCOMPARE(frames.size(), std::size_t(1));
        QVERIFY(frames[0] == (ReceivedFrame{id, 2, payload}));
    }
    const Bytes largest = payloadOf(kind, largestPayload);
    const std::vector<ReceivedFrame> frames = framesIn(frameOf(65535, 255, largest));
    QVERIFY(frames.size() == 1 && frames[0] == (ReceivedFrame{65535, 255, largest}));
}

void TestFrame::noZeroStandsInsideAFrame()
{
    for (const std::size_t size : {0, 1, 246, 247, 248, 500}) {
        for (int kind = 0; kind < 3; ++kind) {
            const Bytes bytes = frameOf(0, 2, payloadOf(kind, size));
            QCOMPARE(std::count(bytes.begin(), bytes.end(), 0), 2);
            QCOMPARE(bytes.front(), std::uint8_t(0));
            QCOMPARE(bytes.back(), std::uint8_t(0));
        }
    }
}

void TestFrame::everyTruncationIsGarbage()
{
    const Bytes whole = frameOf(513, 2, payloadOf(1, 300));
    for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
        Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        part.push_back(0);
        QVERIFY2(framesIn(part).empty() || part == whole, qPrintable(QString::number(size)));
    }
}

void TestFrame::everyFlippedBitIsFound()
{
    const Bytes whole = frameOf(7, 2, payloadOf(2, 60));
    for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
        Bytes flipped = whole;
        flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ 1u << bit % 8);
        QVERIFY2(framesIn(flipped).empty(), qPrintable(QString::number(bit)));
    }
}

void TestFrame::everyLostOrDoubledByteIsFound()
{
    const Bytes whole = frameOf(7, 2, payloadOf(1, 60));
    for (std::size_t i = 1; i + 1 < whole.size(); ++i) {
        const auto here = static_cast<std::ptrdiff_t>(i);
        Bytes shorter = whole;
        shorter.erase(shorter.begin() + here);
        QVERIFY(framesIn(shorter).empty());
        Bytes longer(whole.size() + 1);
        std::copy(whole.begin() + here, whole.end(), std::copy_n(whole.begin(), here + 1, longer.begin()));
        QVERIFY(framesIn(longer).empty());
    }
}

void TestFrame::garbageNeverPassesAndNeverOverflows()
{
    Random random(3);
    std::vector<std::uint8_t> buffer(16 + 8, 0xa5);
    FrameDecoder decoder(buffer.data(), 16);
    for (int i = 0; i < 1'000'000; ++i) {
        const FrameDecoder::Event event = decoder.accept(static_cast<std::uint8_t>(random.below(i % 2 ? 256 : 6)));
        QVERIFY(event == FrameDecoder::nothing || event == FrameDecoder::garbage);
    }
    QCOMPARE(Bytes(buffer.begin() + 16, buffer.end()), Bytes(8, 0xa5));
}

void TestFrame::aFrameAfterGarbageIsFound()
{
    for (const Bytes& garbage :
         {Bytes{1, 2, 3}, Bytes{0, 255, 1}, Bytes{0, 0, 0}, Bytes{0, 9}, Bytes{'h', 'i', '\n'}}) {
        Bytes stream = garbage;
        const Bytes frame = frameOf(9, 1);
        stream.insert(stream.end(), frame.begin(), frame.end());
        QCOMPARE(framesIn(stream).size(), std::size_t(1));
    }
}

void TestFrame::oversizedFrameIsNamedButNotKept()
{
    std::vector<std::uint8_t> buffer(10 + 4, 0xa5);
    FrameDecoder decoder(buffer.data(), 10);
    FrameDecoder::Event last = FrameDecoder::nothing;
    for (const std::uint8_t byte : frameOf(400, 3, payloadOf(1, 11)))
        last = decoder.accept(byte);
    QCOMPARE(last, FrameDecoder::oversized);
    QCOMPARE(decoder.id(), std::uint16_t(400));
    QCOMPARE(decoder.type(), std::uint8_t(3));
    QCOMPARE(Bytes(buffer.begin() + 10, buffer.end()), Bytes(4, 0xa5));
}

void TestFrame::endlessFrameIsGarbage()
{
    std::uint8_t buffer[8];
    FrameDecoder decoder(buffer, sizeof buffer);
    for (int i = 0; i < 200'000; ++i)
        QCOMPARE(decoder.accept(7), FrameDecoder::nothing);
    QCOMPARE(decoder.accept(0), FrameDecoder::garbage);
}

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"

#include "runtime/stream_window.h"

#include <QtTest>

#include <limits>
#include <vector>

using namespace broto::runtime;

class TestStreamWindow : public QObject {
    Q_OBJECT
private slots:
    void windowsAreCompleteAtTheirStride_data();
    void windowsAreCompleteAtTheirStride();
    void aWindowHoldsTheLatestReadingsInTheirOrder();
    void aReadingThatIsNoNumberBeginsTheStreamAnew_data();
    void aReadingThatIsNoNumberBeginsTheStreamAnew();
};

void TestStreamWindow::windowsAreCompleteAtTheirStride_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("stride");
    QTest::addColumn<QList<int>>("full"); // after how many readings
    QTest::newRow("overlapping") << 4 << 2 << QList<int>{4, 6, 8, 10, 12};
    QTest::newRow("one behind the other") << 4 << 4 << QList<int>{4, 8, 12};
    QTest::newRow("with readings between") << 4 << 5 << QList<int>{4, 9};
    QTest::newRow("after every reading") << 3 << 1 << QList<int>{3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    QTest::newRow("of one reading") << 1 << 1 << QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
}

void TestStreamWindow::windowsAreCompleteAtTheirStride()
{
    QFETCH(int, length);
    QFETCH(int, stride);
    QFETCH(QList<int>, full);
    std::vector<float> values(static_cast<std::size_t>(length));
    StreamRing ring(values.data(), 1, static_cast<uint16_t>(length), static_cast<uint16_t>(stride));
    QCOMPARE(int(ring.due()), length);
    QList<int> found;
    for (int i = 1; i <= 12; ++i) {
        const float reading = static_cast<float>(i);
        const int due = ring.due() == 0 ? stride : ring.due();
        const StreamEvent event = ring.push(&reading);
        QCOMPARE(int(ring.due()), due - 1);
        QCOMPARE(event == streamWindowFull, ring.due() == 0);
        if (event == streamWindowFull)
            found << i;
    }
    QCOMPARE(found, full);
}

void TestStreamWindow::aWindowHoldsTheLatestReadingsInTheirOrder()
{
    float values[6];
    StreamRing ring(values, 2, 3, 2);
    for (int i = 0; i < 7; ++i) {
        const float reading[] = {static_cast<float>(i), static_cast<float>(-10 * i)};
        if (ring.push(reading) != streamWindowFull)
            continue;
        for (uint16_t j = 0; j < 3; ++j) {
            QCOMPARE(ring.window(0)[j], static_cast<float>(i - 2 + j));
            QCOMPARE(ring.window(1)[j], static_cast<float>(-10 * (i - 2 + j)));
        }
    }
    QCOMPARE(int(ring.due()), 0);
}

void TestStreamWindow::aReadingThatIsNoNumberBeginsTheStreamAnew_data()
{
    QTest::addColumn<float>("value");
    QTest::newRow("missing") << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
    QTest::newRow("infinite below zero") << -std::numeric_limits<float>::infinity();
}

void TestStreamWindow::aReadingThatIsNoNumberBeginsTheStreamAnew()
{
    QFETCH(float, value);
    float values[6];
    StreamRing ring(values, 2, 3, 1);
    const float good[] = {1, 2}, bad[] = {1, value};
    QCOMPARE(ring.push(good), streamNeedsMore);
    QCOMPARE(ring.push(good), streamNeedsMore);
    QCOMPARE(ring.push(bad), streamRestarted);
    QCOMPARE(int(ring.due()), 3);
    QCOMPARE(ring.push(good), streamNeedsMore);
    QCOMPARE(ring.push(good), streamNeedsMore);
    QCOMPARE(ring.push(good), streamWindowFull);
    QCOMPARE(ring.push(good), streamWindowFull);
}

QTEST_APPLESS_MAIN(TestStreamWindow)
#include "tst_stream_window.moc"

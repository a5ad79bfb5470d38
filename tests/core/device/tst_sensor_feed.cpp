#include "device/virtual/sensor_feed.h"

#include <QtTest>

#include <cmath>

using namespace broto;

class TestSensorFeed : public QObject {
    Q_OBJECT

private slots:
    void rowsFollowEachOtherAndBeginAgain()
    {
        const auto feed = SensorFeed::fromCsv("A0,A1\n0.5,1\n1.5,2\n2.5,3\n", 10, m_pins);
        QVERIFY(feed);
        QCOMPARE(feed->volts(0, 0), 0.5);
        QCOMPARE(feed->volts(1, 0.0999), 1.0);
        QCOMPARE(feed->volts(0, 0.15), 1.5);
        QCOMPARE(feed->volts(1, 0.25), 3.0);
        QCOMPARE(feed->volts(0, 0.35), 0.5);
        QCOMPARE(feed->volts(0, 1e6 + 0.15), 2.5); // row 10,000,001, which is 2 of 3
    }

    void columnsArePinsByTheirNamesOrInTheirOrder()
    {
        const auto named = SensorFeed::fromCsv("time (s),A5 (V),A1 (V)\n0,4.5,1.25\n1,4.25,1.5\n", 1, m_pins);
        QVERIFY(named);
        QCOMPARE(named->volts(5, 0), 4.5);
        QCOMPARE(named->volts(1, 1), 1.5);
        QCOMPARE(named->volts(0, 0), 0.0);
        const auto inOrder = SensorFeed::fromCsv("heat,light\n0.5,1.25\n0.75,2.5\n", 1, m_pins);
        QVERIFY(inOrder);
        QCOMPARE(inOrder->volts(0, 1), 0.75);
        QCOMPARE(inOrder->volts(1, 0), 1.25);
        const auto comma = SensorFeed::fromCsv("A0;A1\n0,5;1,25\n0,75;2,5\n", 1, m_pins);
        QVERIFY(comma);
        QCOMPARE(comma->volts(1, 0), 1.25);
    }

    void aMissingValueIsAWireThatIsOff()
    {
        const auto feed = SensorFeed::fromCsv("A0,A1\n0.5,1.5\n,2.5\n1.5,3.5\n", 1, m_pins);
        QVERIFY(feed);
        QCOMPARE(feed->volts(0, 1), 0.0);
        QCOMPARE(feed->volts(9, 0), 0.0);
        QCOMPARE(feed->volts(-1, 0), 0.0);
    }

    void whatIsNoVoltageIsNamed()
    {
        const auto words = SensorFeed::fromCsv("A0,A1\nhigh,1.5\nlow,2.5\nhigh,3.5\n", 1, m_pins);
        QVERIFY(!words && words.error().id == "device.no-numbers-for-pin");
        QVERIFY(inEnglish(words.error()).find("A0") != std::string::npos);
        const auto wide = SensorFeed::fromCsv("a,b,c,d,e,f,g,h,i\n1,2,3,4,5,1,2,3,4\n5,4,3,2,1,5,4,3,2\n", 1, m_pins);
        QVERIFY(!wide && wide.error().id == "device.too-many-pins");
        QVERIFY(!SensorFeed::fromCsv("", 1, m_pins));
    }

    void aPinThatTheBoardHasNotIsRefusedByName_data()
    {
        QTest::addColumn<QString>("board");
        QTest::addColumn<QString>("column");
        QTest::addColumn<bool>("has");
        QTest::newRow("the last one of an Uno") << "uno"
                                                << "A5" << true;
        QTest::newRow("one more than an Uno has") << "uno"
                                                  << "A6" << false;
        QTest::newRow("that of a Nano") << "nano"
                                        << "A7" << true;
        QTest::newRow("one more than the emulator has") << "mega"
                                                        << "A8" << false;
        QTest::newRow("of two digits") << "mega"
                                       << "A15" << false;
    }

    void aPinThatTheBoardHasNotIsRefusedByName()
    {
        QFETCH(QString, board);
        QFETCH(QString, column);
        const std::vector<std::string> pins = SensorFeed::pinsOf(board.toStdString());
        const auto feed = SensorFeed::fromCsv("A0," + column.toStdString() + "\n1,2\n2,3\n3,4\n", 1, pins);
        QTEST(feed.ok(), "has");
        if (feed)
            return;
        QCOMPARE(feed.error().id, "device.no-pin-to-feed");
        QVERIFY(inEnglish(feed.error()).find("“" + column.toStdString() + "”") != std::string::npos);
        QVERIFY(inEnglish(feed.error()).find("A0 to " + pins.back()) != std::string::npos);
    }

    void wavesAreGentleAndOfDifferentPeriods()
    {
        const SensorFeed feed = SensorFeed::waves();
        for (int pin = 0; pin < SensorFeed::mostPins; ++pin) {
            double least = 5, most = 0;
            for (int i = 0; i < 6000; ++i) {
                const double volts = feed.volts(pin, i * 0.01);
                QVERIFY(std::abs(feed.volts(pin, i * 0.01 + 0.01) - volts) < 0.02);
                least = std::min(least, volts);
                most = std::max(most, volts);
            }
            QVERIFY(least > 0.9 && least < 1.1 && most > 3.9 && most < 4.1);
        }
        QVERIFY(std::abs(feed.volts(0, 11) - feed.volts(1, 11)) > 0.1);
    }

private:
    const std::vector<std::string> m_pins = SensorFeed::pinsOf("nano");
};

QTEST_APPLESS_MAIN(TestSensorFeed)
#include "tst_sensor_feed.moc"

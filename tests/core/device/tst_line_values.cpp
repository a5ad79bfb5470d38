#include "device/line_channels.h"
#include "device/line_values.h"

#include <QtTest>

#include <cmath>

using namespace broto;

namespace {

/// "temp=20.5[°C] hum=60": what was read of a line, for people to compare.
QString readingOf(const QByteArray& line)
{
    QStringList parts;
    for (const LineNumber& number : numbersIn({line.constData(), static_cast<std::size_t>(line.size())})) {
        QString part = number.label.empty() ? QString() : QString::fromStdString(number.label) + u'=';
        part += std::isnan(number.number) ? QStringLiteral("nan") : QString::number(number.number, 'g', 12);
        if (!number.unit.empty())
            part += QStringLiteral("[%1]").arg(QString::fromStdString(number.unit));
        parts.append(part);
    }
    return parts.join(u' ');
}

QString namesOf(const LineChannels& channels)
{
    QStringList names;
    for (const LineChannel& channel : channels.channels())
        names.append(QString::fromStdString(channel.unit.empty() ? channel.name : channel.name + "/" + channel.unit));
    return names.join(u' ');
}

QString valuesOf(const std::vector<double>& values)
{
    QStringList texts;
    for (const double value : values)
        texts.append(std::isnan(value) ? QStringLiteral("-") : QString::number(value));
    return texts.join(u' ');
}

}

class TestLineValues : public QObject {
    Q_OBJECT

private slots:
    void aLineOfNumbersIsRead_data()
    {
        QTest::addColumn<QString>("read");
        const auto row = [](const char* line, const char* read) { QTest::newRow(line) << QString::fromUtf8(read); };
        row("42", "42");
        row("-1.5e-3", "-0.0015");
        row("1,2,3", "1 2 3");
        row("1.5, 2.5, -3", "1.5 2.5 -3");
        row("1,2,3,", "1 2 3");
        row("1;2;3", "1 2 3");
        row("1,5;2,5", "1.5 2.5");
        row("1.5\t2.5", "1.5 2.5");
        row("1,5\t2,5", "1.5 2.5");
        row("1 2  3", "1 2 3");
        row("1,5 2,5", "1.5 2.5");
        row("1,5, 2,5", "1.5 2.5");
        row("1.5,2.5, 3", "1.5 2.5 3");
        row("1 | 2 | 3", "1 2 3");
        row("  7\t", "7");
        row("1,,3", "1 nan 3");
        row("temp:20.5", "temp=20.5");
        row("temp:20.5,hum:60", "temp=20.5 hum=60");
        row("temp:20.5 hum:60", "temp=20.5 hum=60");
        row("temp:20.5\thum:60", "temp=20.5 hum=60");
        row("t:1,5", "t=1.5");
        row("t:1,5 h:2,5", "t=1.5 h=2.5");
        row("t:1,5, h:2,5", "t=1.5 h=2.5");
        row("t:1,5;h:2", "t=1.5 h=2");
        row("Temp: 20.5 °C, Hum: 60 %", "Temp=20.5[°C] Hum=60[%]");
        row("Temp: 20.5 °C Hum: 60 %", "Temp=20.5[°C] Hum=60[%]");
        row("Temp:\t20.5\tHum:\t60", "Temp=20.5 Hum=60");
        row("t = 5 h = 6", "t=5 h=6");
        row("x=1 y=2 z=-3", "x=1 y=2 z=-3");
        row("soil moisture: 20 light: 3", "soil moisture=20 light=3");
        row("sensor0Value = 0.5 - - - - sensor1Value = 0.25",
            "sensor0Value=0.5 sensor1Value=0.25"); // the mini-course's sketch
        row("23.5 °C 60 %", "23.5[°C] 60[%]");
        row("23.5 °C,60 %", "23.5[°C] 60[%]");
        row("{\"temp\": 20.5, \"hum\": 60}", "temp=20.5 hum=60");
        row("{\"temp\":null,\"hum\":60}", "temp=nan hum=60");
        row("Temp: nan, Hum: nan", "Temp=nan Hum=nan");
        row("Temp: nan Hum: 60", "Temp=nan Hum=60");
        row("20.5,nan", "20.5 nan");
        row("inf 3", "nan 3");
    }
    void aLineOfNumbersIsRead()
    {
        QFETCH(QString, read);
        QCOMPARE(readingOf(QTest::currentDataTag()), read);
    }

    void textIsNoReading()
    {
        for (const char* line : {"",
                                 "   ",
                                 "Hello",
                                 "Calibrating...",
                                 "Version 2",
                                 "DHT22 ready",
                                 "nan",
                                 "nan,nan",
                                 "10 readings",
                                 "1,2,x",
                                 "{}",
                                 "{\"on\":true}",
                                 "{\"a\":{\"b\":1}}",
                                 "T: ",
                                 "T:",
                                 ":",
                                 "=5",
                                 "12:30:15",
                                 "2024-01-01 12:00:00 t=5",
                                 "I (1234) main: temp=5",

                                 "[E][WiFi.cpp:120] failed",
                                 "1.2.3.4",
                                 "0x1F",
                                 "--",
                                 "1,2 and 3"})
            QVERIFY2(readingOf(line).isEmpty(), line);
    }

    void namesAboveNumbersAreToldFromText()
    {
        QVERIFY((namesIn("Temp (°C), Hum (%)") == std::vector<std::string>{"Temp (°C)", "Hum (%)"}));
        QVERIFY(namesIn("x\ty\tz").size() == 3);
        for (const char* text : {"Hello", "1,2", "x,1", "a:1,b:2", "a,,b", ""})
            QVERIFY2(namesIn(text).empty(), text);
    }

    void channelsKeepTheirPlaces()
    {
        LineChannels channels;
        QCOMPARE(valuesOf(channels.take("t:1,h:2")), QStringLiteral("1 2"));
        QCOMPARE(valuesOf(channels.take("h:3 °C")), QStringLiteral("- 3"));
        QCOMPARE(valuesOf(channels.take("p:9,t:4")), QStringLiteral("4 - 9"));
        QCOMPARE(namesOf(channels), QStringLiteral("t h/°C p"));
    }

    void namesOfTheFirstLineAreTaken()
    {
        LineChannels channels;
        QVERIFY(channels.take("Temp (°C),Hum").empty());
        QCOMPARE(valuesOf(channels.take("1,2")), QStringLiteral("1 2"));
        QCOMPARE(namesOf(channels), QStringLiteral("Temp/°C Hum"));
    }

    void namesThatComeLaterAreTakenToo()
    {
        LineChannels channels;
        channels.take("1,2");
        QCOMPARE(namesOf(channels), QStringLiteral("value 1 value 2"));
        channels.take("x,y"); // the board was reset
        channels.take("3,4");
        QCOMPARE(namesOf(channels), QStringLiteral("x y"));
        channels.take("a,b");
        QCOMPARE(namesOf(channels), QStringLiteral("x y"));
    }

    void textMuchLaterNamesNothing()
    {
        LineChannels channels;
        for (int i = 0; i < 200; ++i)
            channels.take("1,2");
        channels.take("Error, trying again");
        QCOMPARE(namesOf(channels), QStringLiteral("value 1 value 2"));
    }

    void aLineThatLostANumberIsNoReading()
    {
        LineChannels channels;
        channels.take("1,2,3");
        QVERIFY(channels.take("1,23").empty());
        QVERIFY(channels.take("1,23").empty());
        QCOMPARE(valuesOf(channels.take("4,5,6")), QStringLiteral("4 5 6"));
        QVERIFY(channels.take("7,8").empty());
    }

    void anotherCountIsBelievedTheThirdTime()
    {
        LineChannels channels;
        channels.take("1");
        QVERIFY(channels.take("1,2,3").empty());
        QVERIFY(channels.take("1,2,3").empty());
        QCOMPARE(valuesOf(channels.take("1,2,3")), QStringLiteral("1 2 3"));
    }

    void givenNamesSayHowManyNumbersThereAre()
    {
        LineChannels channels({"ax", "ay (g)"});
        for (int i = 0; i < 5; ++i)
            QVERIFY(channels.take("1,2,3").empty());
        QCOMPARE(valuesOf(channels.take("1,2")), QStringLiteral("1 2"));
        QCOMPARE(namesOf(channels), QStringLiteral("ax ay/g"));
    }

    void thereAreOnlySoManyChannels()
    {
        LineChannels channels;
        for (std::size_t i = 0; i < LineChannels::most + 10; ++i)
            channels.take("label" + std::to_string(i) + "x:1");
        QCOMPARE(channels.channels().size(), LineChannels::most);
        QCOMPARE(channels.take("1,2").size(), LineChannels::most);
        QCOMPARE(channels.channels().size(), LineChannels::most);
    }
};

QTEST_APPLESS_MAIN(TestLineValues)
#include "tst_line_values.moc"

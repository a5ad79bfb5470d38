#include "data/window_choices.h"

#include "common/message.h"

#include <QTest>

#include <limits>

using namespace broto;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<StreamChannel> channelsCalled(std::initializer_list<const char*> names)
{
    std::vector<StreamChannel> channels;
    for (const char* name : names)
        channels.push_back({name, "g"});
    return channels;
}

WindowChoices withBands(double length, std::vector<FrequencyBand> bands)
{
    WindowChoices choices;
    choices.length = {length};
    choices.features = {runtime::bandPowerFeature};
    choices.bands = std::move(bands);
    return choices;
}

QString idOf(const std::optional<Message>& problem)
{
    return problem ? QString::fromUtf8(problem->id.data(), static_cast<qsizetype>(problem->id.size())) : QString();
}

}

class TestWindowChoices : public QObject {
    Q_OBJECT

private slots:
    void everyNameIsReadBack()
    {
        for (const auto unit : {WindowSpan::Unit::Readings, WindowSpan::Unit::Seconds})
            QCOMPARE(windowUnitNamed(windowUnitName(unit)), std::optional(unit));
        for (const auto mixed : {MixedWindows::Majority, MixedWindows::Drop})
            QCOMPARE(mixedWindowsNamed(mixedWindowsName(mixed)), std::optional(mixed));
        for (const auto value : {WindowValue::Last, WindowValue::Mean})
            QCOMPARE(windowValueNamed(windowValueName(value)), std::optional(value));
        QVERIFY(!windowUnitNamed("hours") && !mixedWindowsNamed("") && !windowValueNamed("first"));
    }

    void theDefaultIsSensible() { QVERIFY(!problemWith(WindowChoices())); }

    void choicesThatMakeNoSenseAreNamed_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<WindowChoices>("choices");
        const auto changed = [](auto change) {
            WindowChoices choices;
            change(choices);
            return choices;
        };
        QTest::newRow("no length") << "data.window-span" << changed([](auto& c) { c.length.amount = 0; });
        QTest::newRow("an endless length")
            << "data.window-span" << changed([](auto& c) { c.length.amount = infinite; });
        QTest::newRow("a stride back") << "data.window-span" << changed([](auto& c) { c.stride.amount = -1; });
        QTest::newRow("a rate below 0") << "data.window-rate" << changed([](auto& c) { c.readingsPerSecond = -1; });
        QTest::newRow("a gap below 0") << "data.window-rate" << changed([](auto& c) { c.longestGap = -0.1; });
        QTest::newRow("no feature") << "data.window-no-feature" << changed([](auto& c) { c.features.clear(); });
        QTest::newRow("a feature twice") << "data.window-feature-order" << changed([](auto& c) {
            c.features = {runtime::meanFeature, runtime::meanFeature};
        });
        QTest::newRow("features in another order") << "data.window-feature-order" << changed([](auto& c) {
            c.features = {runtime::maxFeature, runtime::meanFeature};
        });
        QTest::newRow("band powers of no band") << "data.window-bands" << withBands(64, {});
        QTest::newRow("a band that ends first") << "data.window-bands" << withBands(64, {{0.4, 0.2}});
    }

    void choicesThatMakeNoSenseAreNamed()
    {
        QFETCH(WindowChoices, choices);
        QTEST(idOf(problemWith(choices)), "id");
        QVERIFY(!streamFor(choices, channelsCalled({"ax"}), 50));
    }

    void featuresOfAChannelStandTogetherInTheirOrder()
    {
        WindowChoices choices;
        choices.features = {runtime::meanFeature, runtime::maxFeature};
        const Result<Stream> stream = streamFor(choices, channelsCalled({"ax", "ay"}), 0);
        QVERIFY(stream);
        QCOMPARE(stream->features, (std::vector<WindowFeature>{{runtime::meanFeature, 0},
                                                               {runtime::maxFeature, 0},
                                                               {runtime::meanFeature, 1},
                                                               {runtime::maxFeature, 1}}));
        QVERIFY(!problemWith(*stream));
    }

    void secondsBecomeReadingsByTheRate_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("readings");
        QTest::newRow("a second at 50 Hz") << 1.0 << 50.0 << 50;
        QTest::newRow("rounded to the nearest") << 1.28 << 49.9 << 64;
        QTest::newRow("a minute, one reading each 10 s") << 60.0 << 0.1 << 6;
    }

    void secondsBecomeReadingsByTheRate()
    {
        QFETCH(double, seconds);
        QFETCH(double, rate);
        WindowChoices choices;
        choices.length = {seconds, WindowSpan::Unit::Seconds};
        const Result<Stream> stream = streamFor(choices, channelsCalled({"ax"}), rate);
        QVERIFY(stream);
        QTEST(stream->length, "readings");
    }

    void secondsWithoutARateAreRefused()
    {
        WindowChoices choices;
        choices.stride = {1, WindowSpan::Unit::Seconds};
        QCOMPARE(streamFor(choices, channelsCalled({"ax"}), 0).error().id, "data.window-no-rate");
    }

    void bandsBecomePlacesOfTheSpectrum_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("from 0: the mean is no frequency") << 0.0 << 0.125 << 0.0 << 1 << 7;
        QTest::newRow("the end belongs to the next band") << 0.125 << 0.25 << 0.0 << 8 << 15;
        QTest::newRow("half the rate belongs to the last") << 0.25 << 0.5 << 0.0 << 16 << 32;
        QTest::newRow("in Hz") << 5.0 << 10.0 << 64.0 << 5 << 9;
        QTest::newRow("past half the rate") << 20.0 << 400.0 << 64.0 << 20 << 32;
        QTest::newRow("equal bands at 50 Hz") << 6.25 << 12.5 << 50.0 << 8 << 15;
    }

    void bandsBecomePlacesOfTheSpectrum()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(double, rate);
        const Result<Stream> stream = streamFor(withBands(64, {{from, to}}), channelsCalled({"ax"}), rate);
        QVERIFY(stream);
        QTEST(stream->features.front().firstBin, "first");
        QTEST(stream->features.front().lastBin, "last");
    }

    void bandsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<QString>("id");
        QTest::newRow("no power of two") << 50.0 << 0.1 << 0.2 << "data.window-no-spectrum";
        QTest::newRow("too short") << 4.0 << 0.1 << 0.4 << "data.window-no-spectrum";
        QTest::newRow("between two places") << 64.0 << 0.126 << 0.139 << "data.window-empty-band";
        QTest::newRow("above half the rate") << 64.0 << 0.6 << 0.7 << "data.window-empty-band";
    }

    void bandsThatCannotBeAreRefused()
    {
        QFETCH(double, length);
        QFETCH(double, from);
        QFETCH(double, to);
        const Result<Stream> stream = streamFor(withBands(length, {{from, to}}), channelsCalled({"ax"}), 0);
        QVERIFY(!stream);
        QTEST(QString::fromStdString(std::string(stream.error().id)), "id");
    }

    void windowsTooLargeForAnyBoardAreRefused()
    {
        WindowChoices choices;
        choices.length = {16384};
        const std::vector<StreamChannel> many(17, StreamChannel{"ax", "g"});
        QCOMPARE(streamFor(choices, many, 0).error().id, "data.window-too-large");
        choices.length = {16385};
        QCOMPARE(streamFor(choices, channelsCalled({"ax"}), 0).error().id, "data.window-length");
        QCOMPARE(streamFor(WindowChoices(), std::vector<StreamChannel>(65), 0).error().id, "data.window-too-large");
    }

    void windowsShorterThanAStepAreRefused()
    {
        WindowChoices choices;
        choices.length = {2, WindowSpan::Unit::Seconds};
        const Message problem = streamFor(choices, channelsCalled({"ax"}), 0.0625).error();
        QCOMPARE(problem.id, "data.window-between-readings");
        QVERIFY(inEnglish(problem).find("every 16 seconds") != std::string::npos);
    }

    void settingAFeatureKeepsTheOrder()
    {
        WindowChoices choices;
        choices.features = {runtime::meanFeature, runtime::maxFeature};
        setFeature(choices, runtime::deviationFeature, true);
        QCOMPARE(choices.features, (std::vector<WindowFeatureKind>{runtime::meanFeature, runtime::deviationFeature,
                                                                   runtime::maxFeature}));
        setFeature(choices, runtime::deviationFeature, true);
        QCOMPARE(choices.features.size(), std::size_t{3});
        setFeature(choices, runtime::meanFeature, false);
        QVERIFY(!hasFeature(choices, runtime::meanFeature));
    }

    void theFirstBandPowerBringsBands()
    {
        WindowChoices choices;
        setFeature(choices, runtime::bandPowerFeature, true, 50);
        QCOMPARE(choices.bands, (std::vector<FrequencyBand>{{0, 6.25}, {6.25, 12.5}, {12.5, 18.75}, {18.75, 25}}));
        QVERIFY(!problemWith(choices));
    }

    void featuresAreNamedWithTheirUnits_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("unit");
        QTest::newRow("mean") << int(runtime::meanFeature) << "ax mean"
                              << "m/s²";
        QTest::newRow("energy") << int(runtime::energyFeature) << "ax energy"
                                << "(m/s²)²";
        QTest::newRow("crossings") << int(runtime::zeroCrossingsFeature) << "ax zero-crossings"
                                   << "";
        QTest::newRow("slope") << int(runtime::slopeFeature) << "ax slope"
                               << "m/s²/s";
        QTest::newRow("power") << int(runtime::bandPowerFeature) << "ax power 0.781-5.469 Hz"
                               << "(m/s²)²";
    }

    void featuresAreNamedWithTheirUnits()
    {
        QFETCH(int, kind);
        Stream stream;
        stream.channels = {{"ax", "m/s²"}};
        stream.length = 64;
        stream.readingsPerSecond = 50;
        const bool power = kind == runtime::bandPowerFeature;
        const WindowFeature feature{static_cast<WindowFeatureKind>(kind), 0, power ? 1 : 0, power ? 7 : 0};
        QTEST(QString::fromStdString(windowFeatureTitle(feature, stream)), "title");
        QTEST(QString::fromStdString(windowFeatureUnit(feature, stream)), "unit");
    }
};

QTEST_APPLESS_MAIN(TestWindowChoices)
#include "tst_window_choices.moc"

#include "table_text.h"

#include "data/window_dataset.h"
#include "data/window_plan.h"

#include <QTest>

#include <limits>

#include <algorithm>
#include <functional>
#include <set>

using namespace broto;

namespace {

/// A table "t,hand,ax,ay,gesture"; `cells` makes a row of it.
using Cells = std::function<std::vector<std::string>(int)>;

Table recorded(int rows, const Cells& cells)
{
    std::string csv = "t (s),hand,ax (g),ay (g),gesture\n";
    for (int i = 0; i < rows; ++i) {
        const std::vector<std::string> row = cells(i);
        for (std::size_t c = 0; c < row.size(); ++c)
            csv += (c ? "," : "") + row[c];
        csv += "\n";
    }
    return readable(csv);
}

std::string at50Hz(int reading)
{
    return std::to_string(reading / 50) + "." + std::to_string(100 + reading % 50 * 2).substr(1);
}

/// 400 rows at 50 Hz; the second half is another gesture.
std::vector<std::string> plain(int i)
{
    return {at50Hz(i), "a", std::to_string(i % 7) + ".5", std::to_string(i % 5) + ".25", i < 200 ? "wave" : "tap"};
}

DataChoices choicesFor(const Table& table, double length, double stride)
{
    DataChoices choices = proposeChoices(table);
    choices.columns[0].role = Role::Time;
    choices.columns[1].role = Role::Ignore;
    choices.columns[2].role = choices.columns[3].role = Role::Feature;
    choices.columns[4].role = Role::Target;
    choices.windows = WindowChoices();
    choices.windows->length = {length};
    choices.windows->stride = {stride};
    return choices;
}

WindowPlan planned(const Table& table, const DataChoices& choices)
{
    Result<WindowPlan> plan = planWindows(table, choices);
    if (!plan)
        qFatal("%s", inEnglish(plan.error()).c_str());
    return *std::move(plan);
}

QString errorOf(const Table& table, const DataChoices& choices)
{
    const Result<WindowPlan> plan = planWindows(table, choices);
    return plan ? QString() : QString::fromStdString(std::string(plan.error().id));
}

std::size_t droppedFor(const WindowPlan& plan, DroppedWindow::Reason reason)
{
    return static_cast<std::size_t>(std::count_if(plan.dropped.begin(), plan.dropped.end(),
                                                  [&](const DroppedWindow& d) { return d.reason == reason; }));
}

/// Whether two parts have a reading in common.
bool leaks(const WindowPlan& plan)
{
    std::map<std::size_t, SplitPart> partOfRow;
    for (const PlannedWindow& window : plan.windows)
        for (int i = 0; i < plan.stream.length; ++i)
            if (partOfRow.try_emplace(window.firstRow + static_cast<std::size_t>(i), window.part).first->second !=
                window.part)
                return true;
    return false;
}

}

class TestWindowPlan : public QObject {
    Q_OBJECT

private slots:
    void windowsFollowEachOtherByTheStride()
    {
        const Table table = recorded(400, plain);
        DataChoices choices = choicesFor(table, 20, 10);
        choices.split = {1, 0, 0};
        const WindowPlan plan = planned(table, choices);
        QCOMPARE(plan.windows.size(), std::size_t{39});
        QCOMPARE(plan.windows[3].firstRow, std::size_t{30});
        QCOMPARE(plan.stretches.size(), std::size_t{1});
        QCOMPARE(plan.stream.readingsPerSecond, 50.0);
        QCOMPARE(plan.stream.channels.size(), std::size_t{2});
        QCOMPARE(plan.classes, (std::vector<std::string>{"tap", "wave"}));
        QCOMPARE(plan.windows.front().label, 1);
        QCOMPARE(plan.windows.back().label, 0);
    }

    void stretchesBeginWhereReadingsDoNotFollow_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<std::size_t>("stretches");
        QTest::addColumn<std::size_t>("broken");
        QTest::newRow("one recording") << 0 << std::size_t{1} << std::size_t{0};
        QTest::newRow("two hands") << 1 << std::size_t{2} << std::size_t{0};
        QTest::newRow("a pause of a second") << 2 << std::size_t{2} << std::size_t{0};
        QTest::newRow("one reading lost: no gap yet") << 3 << std::size_t{1} << std::size_t{0};
        QTest::newRow("the clock starts again") << 4 << std::size_t{2} << std::size_t{0};
        QTest::newRow("a value is missing") << 5 << std::size_t{2} << std::size_t{1};
        QTest::newRow("a time is missing") << 6 << std::size_t{2} << std::size_t{1};
        QTest::newRow("a value no float can hold") << 7 << std::size_t{2} << std::size_t{1};
    }

    void stretchesBeginWhereReadingsDoNotFollow()
    {
        QFETCH(int, kind);
        const Table table = recorded(400, [kind](int i) {
            std::vector<std::string> cells = plain(i);
            if (kind == 1 && i >= 150)
                cells[1] = "b";
            if (kind == 2 && i >= 150)
                cells[0] = at50Hz(i + 50);
            if (kind == 3 && i >= 150)
                cells[0] = at50Hz(i + 1);
            if (kind == 4 && i >= 150)
                cells[0] = at50Hz(i - 150);
            if (kind == 5 && i == 150)
                cells[2] = "";
            if (kind == 6 && i == 150)
                cells[0] = "";
            if (kind == 7 && i == 150)
                cells[2] = "1e39";
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        if (kind == 1)
            choices.columns[1].role = Role::Group;
        choices.split = {1, 0, 0, 1, SplitMethod::Random};
        const WindowPlan plan = planned(table, choices);
        QTEST(plan.stretches.size(), "stretches");
        QTEST(plan.brokenRows, "broken");
        for (const PlannedWindow& window : plan.windows) {
            const WindowStretch& stretch = plan.stretches[window.stretch];
            QVERIFY(window.firstRow >= stretch.firstRow);
            QVERIFY(window.firstRow + 20 <= stretch.firstRow + stretch.rows);
        }
    }

    void aChosenGapDecides()
    {
        const Table table = recorded(400, [](int i) {
            std::vector<std::string> cells = plain(i);
            if (i >= 150)
                cells[0] = at50Hz(i + 1);
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        choices.split = {1, 0, 0, 1, SplitMethod::Random};
        choices.windows->longestGap = 0.03;
        QCOMPARE(planned(table, choices).stretches.size(), std::size_t{2});
    }

    void missingReadingsAreFilledByAChosenPolicy_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<std::size_t>("stretches");
        QTest::addColumn<int>("missing");
        QTest::addColumn<float>("fill");
        QTest::newRow("nothing chosen") << -1 << std::size_t{2} << int(MissingReading::Restart) << 0.0f;
        QTest::newRow("keep") << int(MissingPolicy::Keep) << std::size_t{2} << int(MissingReading::Restart) << 0.0f;
        QTest::newRow("drop") << int(MissingPolicy::DropRows) << std::size_t{2} << int(MissingReading::Restart) << 0.0f;
        QTest::newRow("median") << int(MissingPolicy::Median) << std::size_t{1} << int(MissingReading::Fill) << 3.5f;
        QTest::newRow("last value") << int(MissingPolicy::LastValue) << std::size_t{1} << int(MissingReading::LastValue)
                                    << 0.0f;
    }

    void missingReadingsAreFilledByAChosenPolicy()
    {
        QFETCH(int, policy);
        const Table table = recorded(400, [](int i) {
            std::vector<std::string> cells = plain(i);
            if (i == 150)
                cells[2] = "";
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        choices.split = {1, 0, 0, 1, SplitMethod::Random};
        if (policy >= 0)
            choices.columns[2].missing = static_cast<MissingPolicy>(policy);
        const WindowPlan plan = planned(table, choices);
        QTEST(plan.stretches.size(), "stretches");
        QTEST(int(plan.stream.channels[0].missing), "missing");
        QTEST(plan.stream.channels[0].fill, "fill");
    }

    void nothingStandsBeforeAFirstReading()
    {
        const Table table = recorded(400, [](int i) {
            std::vector<std::string> cells = plain(i);
            if (i < 3)
                cells[2] = "";
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        choices.columns[2].missing = MissingPolicy::LastValue;
        const WindowPlan plan = planned(table, choices);
        QCOMPARE(plan.stretches.front().firstRow, std::size_t{3});
        QCOMPARE(plan.brokenRows, std::size_t{3});
    }

    void mixedWindowsHaveTheClassOfMostReadings_data()
    {
        QTest::addColumn<int>("border");
        QTest::addColumn<QString>("ofSecond");
        QTest::newRow("12 of 20 are the first") << 32 << "wave";
        QTest::newRow("8 of 20 are the first") << 28 << "tap";
        QTest::newRow("half and half: the later") << 30 << "tap";
    }

    void mixedWindowsHaveTheClassOfMostReadings()
    {
        QFETCH(int, border);
        const Table table = recorded(400, [border](int i) {
            std::vector<std::string> cells = plain(i);
            cells[4] = i < border ? "wave" : "tap";
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 20);
        choices.split = {1, 0, 0, 1, SplitMethod::Random};
        WindowPlan plan = planned(table, choices);
        QTEST(QString::fromStdString(plan.classes[static_cast<std::size_t>(plan.windows[1].label)]), "ofSecond");
        QCOMPARE(plan.mixedWindows, std::size_t{1});
        choices.windows->mixed = MixedWindows::Drop;
        plan = planned(table, choices);
        QCOMPARE(droppedFor(plan, DroppedWindow::Reason::Mixed), std::size_t{1});
        QCOMPARE(plan.windows[1].firstRow, std::size_t{40});
    }

    void regressionTakesTheLastOrTheMeanValue()
    {
        const Table table = recorded(400, [](int i) {
            std::vector<std::string> cells = plain(i);
            cells[4] = i == 25 ? "" : std::to_string(i) + ".5";
            return cells;
        });
        DataChoices choices = choicesFor(table, 4, 4);
        choices.split = {1, 0, 0, 1, SplitMethod::Random};
        QCOMPARE(planned(table, choices).windows[1].value, 7.5f);
        choices.windows->value = WindowValue::Mean;
        const WindowPlan plan = planned(table, choices);
        QCOMPARE(plan.windows[1].value, 6.0f);
        QCOMPARE(plan.windows[6].value, (24.5f + 26.5f + 27.5f) / 3);
    }

    void aWindowWithoutATargetIsLeftOut()
    {
        const Table table = recorded(400, [](int i) {
            std::vector<std::string> cells = plain(i);
            if (i >= 40 && i < 60)
                cells[4] = "";
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 20);
        const WindowPlan plan = planned(table, choices);
        QCOMPARE(droppedFor(plan, DroppedWindow::Reason::NoTarget), std::size_t{1});
        QVERIFY(!plan.warnings.empty());
    }

    void noTwoPartsShareAReading_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<bool>("groups");
        QTest::addColumn<double>("stride");
        for (const auto method : {SplitMethod::Random, SplitMethod::Stratified, SplitMethod::Group, SplitMethod::Time,
                                  SplitMethod::Folds, SplitMethod::File, SplitMethod::Column})
            for (const bool groups : {false, true})
                for (const double stride : {3.0, 10.0, 20.0, 25.0})
                    if (groups || method != SplitMethod::Group)
                        QTest::addRow("%s, %s groups, a window each %g", std::string(splitMethodName(method)).c_str(),
                                      groups ? "with" : "without", stride)
                            << int(method) << groups << stride;
    }

    void noTwoPartsShareAReading()
    {
        QFETCH(int, method);
        QFETCH(bool, groups);
        QFETCH(double, stride);
        const bool byColumn = static_cast<SplitMethod>(method) == SplitMethod::Column;
        const Table table = recorded(3000, [byColumn](int i) {
            std::vector<std::string> cells = plain(i % 400);
            cells[0] = at50Hz(i);
            const char* const parts[] = {"train", "validation", "test"};
            cells[1] = byColumn ? parts[i / 333 % 3] : "hand" + std::to_string(i / 300);
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, stride);
        choices.split.method = static_cast<SplitMethod>(method);
        if (byColumn)
            choices.split.partColumn = 1;
        else if (groups)
            choices.columns[1].role = Role::Group;
        const WindowPlan plan = planned(table, choices);
        QVERIFY(!leaks(plan));
        const std::array<std::size_t, 3> counts = windowCounts(plan);
        QVERIFY(counts[0] > 0 && counts[1] > 0);
        QCOMPARE(counts[2] == 0, static_cast<SplitMethod>(method) == SplitMethod::File);
        // What is lost between the parts is little, and nothing where windows do not overlap.
        const std::size_t lost = droppedFor(plan, DroppedWindow::Reason::BetweenParts);
        const bool ownPlaces = static_cast<SplitMethod>(method) == SplitMethod::Time;
        QVERIFY2(7 * lost <= plan.windows.size(), qPrintable(QString::number(lost)));
        if (stride >= 20 && !ownPlaces)
            QCOMPARE(lost, std::size_t{0});
    }

    void wholeRecordingsGoToOnePartAtRandom()
    {
        const Table table = recorded(3000, [](int i) {
            std::vector<std::string> cells = plain(i % 400);
            cells[0] = at50Hz(i + i / 60 * 100); // pauses
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        const WindowPlan plan = planned(table, choices);
        QCOMPARE(plan.stretches.size(), std::size_t{50});
        std::map<std::size_t, std::set<SplitPart>> parts;
        for (const PlannedWindow& window : plan.windows)
            parts[window.stretch].insert(window.part);
        for (const auto& [stretch, in] : parts)
            QCOMPARE(in.size(), std::size_t{1});
    }

    void theSameSeedGivesTheSameParts()
    {
        const Table table = recorded(3000, [](int i) {
            std::vector<std::string> cells = plain(i % 400);
            cells[0] = at50Hz(i);
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        const auto partsOf = [&] {
            std::vector<int> parts;
            for (const PlannedWindow& window : planned(table, choices).windows)
                parts.push_back(static_cast<int>(window.part));
            return parts;
        };
        const std::vector<int> once = partsOf();
        QCOMPARE(partsOf(), once);
        choices.split.seed = 2;
        QVERIFY(partsOf() != once);
    }

    void whatCannotBePlannedIsSaid_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("id");
        QTest::newRow("no windows chosen") << 0 << "data.no-windows";
        QTest::newRow("texts as a channel") << 1 << "data.window-channel";
        QTest::newRow("longer than the recording") << 2 << "data.no-window-fits";
        QTest::newRow("no target") << 3 << "data.no-target";
        QTest::newRow("seconds without times") << 4 << "data.window-no-rate";
        QTest::newRow("every window mixed") << 5 << "data.no-window-left";
        QTest::newRow("one class left") << 6 << "data.one-class-in-windows";
        QTest::newRow("one piece for three parts") << 7 << "data.too-few-blocks";
    }

    void whatCannotBePlannedIsSaid()
    {
        QFETCH(int, kind);
        const Table table = recorded(400, [kind](int i) {
            std::vector<std::string> cells = plain(i);
            cells[1] = i % 2 ? "left" : "right";
            if (kind == 5)
                cells[4] = i % 2 ? "wave" : "tap";
            if (kind == 6)
                cells[4] = i < 395 ? "wave" : "tap";
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        if (kind == 0)
            choices.windows.reset();
        if (kind == 1)
            choices.columns[1].role = Role::Feature;
        if (kind == 2)
            choices.windows->length = {500};
        if (kind == 3)
            choices.columns[4].role = Role::Ignore;
        if (kind == 4) {
            choices.columns[0].role = Role::Ignore;
            choices.windows->length = {1, WindowSpan::Unit::Seconds};
        }
        if (kind == 5)
            choices.windows->mixed = MixedWindows::Drop;
        if (kind == 7)
            choices.windows->length = {390};
        QTEST(errorOf(table, choices), "id");
    }

    void theProposalFollowsTheRate_data()
    {
        QTest::addColumn<int>("recording"); // rows without a pause
        QTest::addColumn<bool>("timed");
        QTest::addColumn<double>("length");
        QTest::newRow("a second at 50 Hz") << 400 << true << 64.0;
        QTest::newRow("no times") << 400 << false << 64.0;
        QTest::newRow("half of short recordings") << 80 << true << 32.0;
        QTest::newRow("never below 8") << 10 << true << 8.0;
    }

    void theProposalFollowsTheRate()
    {
        QFETCH(int, recording);
        QFETCH(bool, timed);
        const Table table = recorded(400, [recording](int i) {
            std::vector<std::string> cells = plain(i);
            cells[0] = at50Hz(i + i / recording * 100);
            return cells;
        });
        DataChoices choices = choicesFor(table, 20, 10);
        choices.columns[0].role = timed ? Role::Time : Role::Ignore;
        const WindowChoices proposed = proposeWindows(table, choices);
        QTEST(proposed.length.amount, "length");
        QCOMPARE(proposed.stride.amount, proposed.length.amount / 2);
        QVERIFY(!problemWith(proposed));
        QCOMPARE(measuredRate(table, choices).has_value(), timed);
    }

    /// A model that is asked later finds the windows of another table as the planner found those of its own.
    void noValueIsCarriedOverFromTheRecordingBefore()
    {
        const float missing = std::numeric_limits<float>::quiet_NaN();
        Stream stream;
        stream.length = 2;
        stream.stride = 1;
        stream.channels = {{"ax", "g", MissingReading::LastValue}};
        Matrix readings(7, 1);
        readings << 1, missing, 3, missing, 5, 6, missing;
        ReadingFacts facts;
        facts.groups = {0, 0, 0, 1, 1, 1, 1};
        QCOMPARE(windowsIn(stream, readings, facts), (std::vector<std::size_t>{0, 1, 4, 5}));
        stream.channels[0].missing = MissingReading::Restart;
        QCOMPARE(windowsIn(stream, readings, facts), (std::vector<std::size_t>{4}));
    }
};

QTEST_APPLESS_MAIN(TestWindowPlan)
#include "tst_window_plan.moc"

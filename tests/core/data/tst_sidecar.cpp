#include "table_text.h"

#include "data/sidecar.h"

#include <QTest>

using namespace broto;

class TestSidecar : public QObject {
    Q_OBJECT

private slots:
    void allFieldsAreTaken();
    void allFieldsAreOptionalAndUnknownOnesIgnored();
    void windowsAreTaken();
    void windowsAreProposedWhereNothingIsSaid();
    void oneColumnIsTheTime();
    void whatIsNotASidecarIsRefused_data();
    void whatIsNotASidecarIsRefused();
};

void TestSidecar::allFieldsAreTaken()
{
    const Result<Sidecar> sidecar = parseSidecar(
        R"({"title": "T", "description": "D", "source": "S", "licence": "L", "target": "y", "features": ["a", "b"],
            "task": "regression"})");
    QVERIFY(sidecar.ok());
    QCOMPARE(sidecar->title, std::string("T"));
    QCOMPARE(sidecar->description, std::string("D"));
    QCOMPARE(sidecar->source, std::string("S"));
    QCOMPARE(sidecar->licence, std::string("L"));
    QCOMPARE(sidecar->target, std::string("y"));
    QCOMPARE(sidecar->features, (std::vector<std::string>{"a", "b"}));
    QVERIFY(sidecar->task == Task::Regression);
}

void TestSidecar::allFieldsAreOptionalAndUnknownOnesIgnored()
{
    const Result<Sidecar> sidecar = parseSidecar(R"({"colour": {"deep": [1, null]}})");
    QVERIFY(sidecar.ok());
    QVERIFY(sidecar->target.empty() && sidecar->features.empty() && !sidecar->task);
}

void TestSidecar::windowsAreTaken()
{
    const Result<Sidecar> sidecar = parseSidecar(
        R"({"windows": {"lengthSeconds": 1.28, "stride": 16, "readingsPerSecond": 50, "longestGap": 0.5,
            "features": ["max", "mean", "band-power"], "bands": [[0, 5], [5, 10.5]], "mixed": "drop",
            "value": "mean"}})");
    QVERIFY(sidecar.ok());
    const WindowChoices& windows = sidecar->windows.value().windows;
    QVERIFY(windows.length == (WindowSpan{1.28, WindowSpan::Unit::Seconds}));
    QVERIFY(windows.stride == WindowSpan{16});
    QCOMPARE(windows.readingsPerSecond, 50.0);
    QCOMPARE(windows.longestGap, std::optional(0.5));
    QCOMPARE(windows.features,
             (std::vector<WindowFeatureKind>{runtime::meanFeature, runtime::maxFeature, runtime::bandPowerFeature}));
    QCOMPARE(windows.bands, (std::vector<FrequencyBand>{{0, 5}, {5, 10.5}}));
    QVERIFY(windows.mixed == MixedWindows::Drop && windows.value == WindowValue::Mean);
}

void TestSidecar::windowsAreProposedWhereNothingIsSaid()
{
    std::string csv = "ax,kind\n";
    for (int i = 0; i < 300; ++i)
        csv += std::to_string(i * 7 % 31) + ".5," + (i % 100 < 50 ? "a" : "b") + "\n";
    const Table table = readable(csv);
    const Result<DataChoices> choices = proposeChoices(table, *parseSidecar(R"({"windows": {}})"));
    QVERIFY(choices.ok());
    QVERIFY(choices->windows->length == WindowSpan{64} && choices->windows->stride == WindowSpan{32});
    QVERIFY(!proposeChoices(table, *parseSidecar("{}"))->windows);
}

void TestSidecar::oneColumnIsTheTime()
{
    const Table table = readable("when,t_ms,x,y\n2024-03-01,1,5,a\n2024-03-02,2,6,b\n2024-03-03,4,6,b\n");
    const Result<DataChoices> choices =
        proposeChoices(table, *parseSidecar(R"({"columns": {"t_ms": {"role": "time"}}})"));
    QVERIFY(choices.ok());
    QVERIFY(choices->columns[0].role == Role::Ignore);
    QVERIFY(choices->columns[1].role == Role::Time);
}

void TestSidecar::whatIsNotASidecarIsRefused_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<std::string>("id");
    const std::string notJson = "data.sidecar-not-json";
    const std::string field = "data.sidecar-field";
    QTest::newRow("nothing") << std::string() << notJson;
    QTest::newRow("no JSON") << std::string("target: y") << notJson;
    QTest::newRow("cut off") << std::string(R"({"target": "y")") << notJson;
    QTest::newRow("an array") << std::string("[]") << notJson;
    QTest::newRow("deep garbage") << std::string(100'000, '[') << notJson;
    QTest::newRow("broken UTF-8") << std::string("{\"target\": \"\xff\"}") << notJson;
    QTest::newRow("target is a number") << std::string(R"({"target": 3})") << field;
    QTest::newRow("features is a text") << std::string(R"({"features": "a"})") << field;
    QTest::newRow("feature is a number") << std::string(R"({"features": ["a", 3]})") << field;
    const auto row = [&](const char* name, const char* json) { QTest::newRow(name) << std::string(json) << field; };
    row("windows are a number", R"({"windows": 64})");
    row("a length is a text", R"({"windows": {"length": "64"}})");
    row("unknown feature", R"({"windows": {"features": ["average"]}})");
    row("a band of three", R"({"windows": {"bands": [[1, 2, 3]]}})");
    row("unknown mixture", R"({"windows": {"mixed": "both"}})");
    row("columns is an array", R"({"columns": []})");
    row("column is a text", R"({"columns": {"a": "group"}})");
    row("unknown role", R"({"columns": {"a": {"role": "guest"}}})");
    row("unknown type", R"({"columns": {"a": {"type": "colour"}}})");
    row("marks are one text", R"({"columns": {"a": {"missingMarks": "-200"}}})");
    row("mark is a number", R"({"columns": {"a": {"missingMarks": [-200]}}})");
    row("unknown policy", R"({"columns": {"a": {"missing": "guess"}}})");
    row("unknown scaling", R"({"scaling": "log"})");
    row("split is a text", R"({"split": "time"})");
    row("unknown split", R"({"split": {"method": "dice"}})");
    row("negative share", R"({"split": {"test": -1}})");
    row("share is a text", R"({"split": {"test": "15"}})");
    row("one fold", R"({"split": {"folds": 1}})");
    row("half a fold", R"({"split": {"folds": 2.5}})");
    row("fold 7 of 3", R"({"split": {"method": "folds", "folds": 3, "fold": 7}})");
    row("the sixth of as many folds as there are unless said", R"({"split": {"method": "folds", "fold": 5}})");
    row("fold beyond 64 bits", R"({"split": {"fold": 18446744073709551616}})");
    QTest::newRow("unknown task") << std::string(R"({"task": "clustering"})") << field;
}

void TestSidecar::whatIsNotASidecarIsRefused()
{
    QFETCH(std::string, json);
    const Result<Sidecar> sidecar = parseSidecar(json);
    QVERIFY(!sidecar);
    QTEST(std::string(sidecar.error().id), "id");
}

QTEST_APPLESS_MAIN(TestSidecar)
#include "tst_sidecar.moc"

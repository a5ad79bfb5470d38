#include "data/sidecar.h"

#include <QTest>

using namespace broto;

class TestSidecar : public QObject {
    Q_OBJECT

private slots:
    void allFieldsAreTaken();
    void allFieldsAreOptionalAndUnknownOnesIgnored();
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

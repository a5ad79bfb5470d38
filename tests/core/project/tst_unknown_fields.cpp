#include "project/unknown_fields.h"

#include <QtTest>

using namespace broto;

class TestUnknownFields : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatIsUnknownIsFound_data();
    void onlyWhatIsUnknownIsFound();
    void whatIsFoundGoesBack();
    void whatHasLostItsPlaceIsDropped();
    void aPathIsRemovedWhereItLeads();
    void whatMovesTakesItsPlace_data();
    void whatMovesTakesItsPlace();
};

namespace {

QByteArray textOf(const Json& json)
{
    return QByteArray::fromStdString(json.dump());
}

}

void TestUnknownFields::onlyWhatIsUnknownIsFound_data()
{
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArray>("known");
    QTest::addColumn<QByteArray>("unknown");
    QTest::newRow("nothing") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":2})") << QByteArray("{}");
    QTest::newRow("a field") << QByteArray(R"({"a":1,"b":[2]})") << QByteArray(R"({"a":1})")
                             << QByteArray(R"({"b":[2]})");
    QTest::newRow("an inner field") << QByteArray(R"({"a":{"x":1,"y":2}})") << QByteArray(R"({"a":{"x":1}})")
                                    << QByteArray(R"({"a":{"y":2}})");
    QTest::newRow("in a named item") << QByteArray(R"({"a":[{"name":"n","x":1},{"name":"m"}]})")
                                     << QByteArray(R"({"a":[{"name":"m"},{"name":"n"}]})")
                                     << QByteArray(R"({"a":{"n":{"x":1}}})");
    QTest::newRow("in a numbered item") << QByteArray(R"({"a":[{"number":2,"x":1},{"number":10}]})")
                                        << QByteArray(R"({"a":[{"number":2},{"number":10}]})")
                                        << QByteArray(R"({"a":{"2":{"x":1}}})");
    QTest::newRow("in an unnamed item") << QByteArray(R"({"a":[{"x":1}]})") << QByteArray(R"({"a":[{}]})")
                                        << QByteArray("{}");
    QTest::newRow("another kind") << QByteArray(R"({"a":{"x":1}})") << QByteArray(R"({"a":null})") << QByteArray("{}");
}

void TestUnknownFields::onlyWhatIsUnknownIsFound()
{
    QFETCH(QByteArray, read);
    QFETCH(QByteArray, known);
    QFETCH(QByteArray, unknown);
    QCOMPARE(textOf(unknownFields(Json::parse(read), Json::parse(known))), unknown);
}

void TestUnknownFields::whatIsFoundGoesBack()
{
    const Json read = Json::parse(R"({"a":{"x":1,"y":2},"v":[{"name":"n","k":1}],"z":3})");
    Json document = Json::parse(R"({"a":{"x":9},"v":[{"name":"m"},{"name":"n"}]})");
    addUnknownFields(document, unknownFields(read, document));
    QCOMPARE(textOf(document), QByteArray(R"({"a":{"x":9,"y":2},"v":[{"name":"m"},{"name":"n","k":1}],"z":3})"));
}

void TestUnknownFields::whatHasLostItsPlaceIsDropped()
{
    Json document = Json::parse(R"({"trained":null,"v":[]})");
    addUnknownFields(document, Json::parse(R"({"trained":{"mask":1},"v":{"n":{"k":1}}})"));
    QCOMPARE(textOf(document), QByteArray(R"({"trained":null,"v":[]})"));
    addUnknownFields(document, Json::parse("[1]"));
    QCOMPARE(textOf(document), QByteArray(R"({"trained":null,"v":[]})"));
}

void TestUnknownFields::aPathIsRemovedWhereItLeads()
{
    Json document = Json::parse(R"({"v":{"n":1,"m":2},"t":3})");
    removeField(document, {"v", "n"});
    removeField(document, {"v", "none"});
    removeField(document, {"t", "deeper"});
    QCOMPARE(textOf(document), QByteArray(R"({"v":{"m":2},"t":3})"));
    removeField(document, {"v"});
    QCOMPARE(textOf(document), QByteArray(R"({"t":3})"));
}

void TestUnknownFields::whatMovesTakesItsPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("nothing at all") << QByteArray() << QByteArray();
    QTest::newRow("to a new place") << QByteArray(R"({"t":{"x":1}})") << QByteArray(R"({"v":{"n":{"x":1}}})");
    QTest::newRow("beside others") << QByteArray(R"({"t":{"x":1},"v":{"m":2}})")
                                   << QByteArray(R"({"v":{"m":2,"n":{"x":1}}})");
    QTest::newRow("over another") << QByteArray(R"({"t":{"x":1},"v":{"n":{"y":2}}})")
                                  << QByteArray(R"({"v":{"n":{"x":1}}})");
    QTest::newRow("nothing to move") << QByteArray(R"({"v":{"n":{"y":2},"m":3}})") << QByteArray(R"({"v":{"m":3}})");
}

void TestUnknownFields::whatMovesTakesItsPlace()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    UnknownContent unknown;
    unknown.fields = before.toStdString();
    moveUnknown(unknown, {"t"}, {"v", "n"});
    QCOMPARE(QByteArray::fromStdString(unknown.fields), after);
}

QTEST_APPLESS_MAIN(TestUnknownFields)
#include "tst_unknown_fields.moc"

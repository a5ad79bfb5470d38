#include "project/file_name.h"

#include <QtTest>

using namespace broto;

class TestFileName : public QObject {
    Q_OBJECT

private slots:
    void namesAreCleaned_data();
    void namesAreCleaned();
    void longNamesAreCut();
};

void TestFileName::namesAreCleaned_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("plain") << QByteArray("iris.csv") << QByteArray("iris.csv");
    QTest::newRow("accents") << QByteArray("emissões.csv") << QByteArray("emissões.csv");
    QTest::newRow("folders") << QByteArray("/tmp/a/iris.csv") << QByteArray("iris.csv");
    QTest::newRow("foreign folders") << QByteArray("C:\\data\\iris.csv") << QByteArray("iris.csv");
    QTest::newRow("way up") << QByteArray("../..") << QByteArray("table.csv");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("table.csv");
    QTest::newRow("folder only") << QByteArray("data/") << QByteArray("table.csv");
    QTest::newRow("control characters") << QByteArray("a\nb\tc") << QByteArray("a_b_c");
    QTest::newRow("reserved letters") << QByteArray("a:b*c?") << QByteArray("a_b_c_");
    QTest::newRow("not UTF-8") << QByteArray("t\xe1"
                                             "bua.csv")
                               << QByteArray("t_bua.csv");
    QTest::newRow("cut UTF-8") << QByteArray("a\xc3") << QByteArray("a_");
    QTest::newRow("overlong UTF-8") << QByteArray("\xc0\xaf\xe0\x80\xaf") << QByteArray("_____");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("___");
}

void TestFileName::namesAreCleaned()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, clean);
    QCOMPARE(QByteArray::fromStdString(cleanFileName(name.toStdString())), clean);
    QCOMPARE(isCleanFileName(name.toStdString()), name == clean);
    QVERIFY(isCleanFileName(clean.toStdString()));
}

void TestFileName::longNamesAreCut()
{
    const std::string clean = cleanFileName(std::string(5000, 'x'));
    QVERIFY(clean.size() < 250);
    QVERIFY(isCleanFileName(clean));
}

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_file_name.moc"

#include "project/archive.h"

#include <QtTest>
#include <cstdlib>
#include <ctime>

using namespace broto;

class TestArchive : public QObject {
    Q_OBJECT

private slots:
    void entriesComeBackInOrder();
    void timeZoneLeavesNoTrace();
    void noTimeOfDayIsStored();
    void twoEntriesOfOneNameAreRefused();
    void moreThanTheLimitIsNotUnpacked();
    void tooManyEntriesAreNotPacked();
    void whatIsNoArchiveIsRefused_data();
    void whatIsNoArchiveIsRefused();
};

namespace {

const std::vector<ArchiveEntry> three = {
    {"project.json", "{}"}, {"data/tábua.csv", std::string(5000, 'a')}, {"empty", ""}};

std::string packed(const std::vector<ArchiveEntry>& entries)
{
    const Result<std::string> bytes = packArchive(entries);
    return bytes ? *bytes : std::string();
}

}

void TestArchive::entriesComeBackInOrder()
{
    const auto back = unpackArchive(packed(three));
    QVERIFY(back);
    QVERIFY(*back == three);
    const auto none = unpackArchive(packed({{"only", "x"}}));
    QVERIFY(none);
    QCOMPARE(none->size(), std::size_t(1));
}

void TestArchive::timeZoneLeavesNoTrace()
{
    const QByteArray before = qgetenv("TZ");
    std::vector<std::string> packages;
    for (const char* zone : {"UTC", "America/Sao_Paulo", "Pacific/Kiritimati", "Asia/Kolkata"}) {
        qputenv("TZ", zone);
        tzset();
        packages.push_back(packed(three));
    }
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    tzset();
    for (const std::string& bytes : packages)
        QVERIFY(bytes == packages.front() && !bytes.empty());
}

void TestArchive::noTimeOfDayIsStored()
{
    // Local header of the first entry: signature, version, flags, method, then time and date.
    const std::string bytes = packed(three);
    QCOMPARE(QByteArray(bytes.data() + 10, 4).toHex(), QByteArray("00602100"));
}

void TestArchive::twoEntriesOfOneNameAreRefused()
{
    std::string bytes = packed({{"aaaa", "1"}, {"bbbb", "2"}});
    QVERIFY(unpackArchive(bytes));
    for (std::size_t at = bytes.find("bbbb"); at != std::string::npos; at = bytes.find("bbbb", at))
        bytes.replace(at, 4, "aaaa");
    const auto back = unpackArchive(bytes);
    QVERIFY(!back);
    QCOMPARE(back.error().id, std::string_view("project.damaged"));
}

void TestArchive::moreThanTheLimitIsNotUnpacked()
{
    const std::string bomb = packed({{"small", "x"}, {"bomb", std::string(10'000'000, '\0')}});
    QVERIFY(bomb.size() < 20'000);
    QVERIFY(unpackArchive(bomb));
    const auto back = unpackArchive(bomb, 1'000'000);
    QVERIFY(!back);
    QCOMPARE(back.error().id, std::string_view("project.damaged"));
    QVERIFY(!unpackArchive(bomb, 10'000'000)); // the sum counts, not the largest
    QVERIFY(unpackArchive(bomb, 10'000'001));
}

void TestArchive::tooManyEntriesAreNotPacked()
{
    std::vector<ArchiveEntry> entries;
    for (std::size_t i = 0; i <= mostArchiveEntries; ++i)
        entries.push_back({std::to_string(i), ""});
    const auto bytes = packArchive(entries);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().id, std::string_view("project.too-large"));
}

void TestArchive::whatIsNoArchiveIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("a,b\n1,2\n");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("a ZIP's first letters") << QByteArray("PK\x03\x04");
    QTest::newRow("a directory's end alone") << QByteArray("PK\x05\x06").append(QByteArray(18, '\xff'));
}

void TestArchive::whatIsNoArchiveIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto back = unpackArchive(bytes.toStdString());
    QVERIFY(!back);
    QCOMPARE(back.error().id, std::string_view("project.damaged"));
}

QTEST_APPLESS_MAIN(TestArchive)
#include "tst_archive.moc"

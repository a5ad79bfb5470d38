#include "expected_table.h"

#include "data/table_reader.h"

#include <QDir>
#include <QTest>

using namespace broto;

/// Every table of tests/data/csv, cell by cell, against what a careful person says that it means.
class TestHostileTables : public QObject {
    Q_OBJECT

private slots:
    void thereAreManyAndEachHasItsExpectation();
    void everyCellIsRead_data();
    void everyCellIsRead();
    void previewAgrees_data() { everyCellIsRead_data(); }
    void previewAgrees();
    void whatWasFoundOutReadsTheSameAgain_data() { everyCellIsRead_data(); }
    void whatWasFoundOutReadsTheSameAgain();
};

namespace {

QDir folder()
{
    return QDir(QStringLiteral(BROTO_SOURCE_DIR "/tests/data/csv"));
}

QStringList namesOf(const QString& ending)
{
    QStringList names = folder().entryList({QStringLiteral("*") + ending}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(ending.size());
    return names;
}

std::string bytesOf(const QString& fileName)
{
    QFile file(folder().filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(fileName));
    return file.readAll().toStdString();
}

std::string tableBytes(const QString& name)
{
    return bytesOf(name + QStringLiteral(".csv"));
}

Expectation expectationFor(const QString& name)
{
    return Expectation::parse(bytesOf(name + QStringLiteral(".expected.json")));
}

QString listed(const QStringList& differences)
{
    constexpr qsizetype most = 20;
    return QStringLiteral("\n  ") + differences.mid(0, most).join(QStringLiteral("\n  "));
}

/// As expected, or refused for the expected reason.
QStringList differences(const Result<Table>& read, const Expectation& expected)
{
    const QString reason = read ? QStringLiteral("read") : QString::fromStdString(std::string(read.error().id));
    const QString wanted =
        expected.contains("error") ? QString::fromStdString(expected["error"]) : QStringLiteral("read");
    if (reason != wanted)
        return {QStringLiteral("%1 instead of %2").arg(reason, wanted)};
    return read ? ::differences(*read, expected) : QStringList();
}

}

void TestHostileTables::thereAreManyAndEachHasItsExpectation()
{
    const QStringList tables = namesOf(QStringLiteral(".csv"));
    QVERIFY(tables.size() >= 60);
    QCOMPARE(namesOf(QStringLiteral(".expected.json")), tables);
}

void TestHostileTables::everyCellIsRead_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : namesOf(QStringLiteral(".csv")))
        QTest::newRow(qPrintable(name)) << name;
}

void TestHostileTables::everyCellIsRead()
{
    QFETCH(QString, name);
    const QStringList wrong = differences(readTable(tableBytes(name)), expectationFor(name));
    QVERIFY2(wrong.isEmpty(), qPrintable(listed(wrong)));
}

void TestHostileTables::previewAgrees()
{
    QFETCH(QString, name);
    const QStringList wrong = differences(previewTable(tableBytes(name), {}, 1000), expectationFor(name));
    QVERIFY2(wrong.isEmpty(), qPrintable(listed(wrong)));
}

void TestHostileTables::whatWasFoundOutReadsTheSameAgain()
{
    QFETCH(QString, name);
    const std::string bytes = tableBytes(name);
    const Result<Table> found = readTable(bytes);
    if (!found)
        return; // that it should not be is everyCellIsRead's to say
    const Result<Table> again = readTable(bytes, readingOf(*found));
    QVERIFY2(again.ok(), again ? "" : inEnglish(again.error()).c_str());
    const QStringList wrong = ::differences(*again, *found);
    QVERIFY2(wrong.isEmpty(), qPrintable(listed(wrong)));
}

QTEST_APPLESS_MAIN(TestHostileTables)
#include "tst_hostile_tables.moc"

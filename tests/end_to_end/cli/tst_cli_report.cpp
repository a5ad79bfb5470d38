#include "cli_runner.h"

#include <QJsonArray>
#include <QtTest>

/// The page that tells all about a project, as the command line writes it.
class TestCliReport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aReportIsWritten();
    void equalProjectsHaveEqualReports();
    void reportsSpeakTheLanguageAskedFor();
    void whatCannotBeWrittenIsExplained();
    void aBoardIsAskedForAVariantAlone();

private:
    CliRunner m_cli;
};

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}

QString errorId(const CliRun& run)
{
    return run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString();
}

}

void TestCliReport::initTestCase()
{
    const CliRun run = m_cli.run(words("train sample:iris --epochs 20 --layers 6 -o flowers.broto"));
    QVERIFY2(run.exitCode == 0, run.errors);
}

void TestCliReport::aReportIsWritten()
{
    const CliRun run = m_cli.run(words("report flowers.broto -o flowers.html --date 2026-11-29 --json"));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    const QByteArray html = m_cli.read(QStringLiteral("flowers.html"));
    QCOMPARE(run.json()[QStringLiteral("bytes")].toInteger(), html.size());
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    for (const char* part : {"<h1>flowers</h1>", "flowers.broto · 2026-11-29", "iris.csv", "petal length", "<svg ",
                             "Confusion matrix (Test)", "ptq-int8", "Arduino Uno", "broto-cli verify"})
        QVERIFY2(html.contains(part), part);
    // The figures are those that other commands tell.
    const QJsonArray runs = m_cli.run(words("runs flowers.broto --json")).json()[QStringLiteral("runs")].toArray();
    const QByteArray accuracy = QByteArray::number(runs[0].toObject()[QStringLiteral("test")].toDouble(), 'f', 4);
    QVERIFY2(html.contains("<td class=\"number\">" + accuracy + "</td>"), accuracy);
    QVERIFY(html.contains(runs[0].toObject()[QStringLiteral("data")].toString().toUtf8()));
}

void TestCliReport::equalProjectsHaveEqualReports()
{
    QCOMPARE(m_cli.run(words("report flowers.broto -o one.html")).exitCode, 0);
    QCOMPARE(m_cli.run(words("report flowers.broto -o two.html")).exitCode, 0);
    const QByteArray one = m_cli.read(QStringLiteral("one.html"));
    QVERIFY(!one.isEmpty());
    QCOMPARE(one, m_cli.read(QStringLiteral("two.html")));
}

void TestCliReport::reportsSpeakTheLanguageAskedFor()
{
    const CliRun run = m_cli.run(words("report flowers.broto -o flores.html --language pt_BR"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QByteArray html = m_cli.read(QStringLiteral("flores.html"));
    QVERIFY(html.contains("lang=\"pt-BR\""));
    QVERIFY(html.contains("Matriz de confusão (Teste)"));
    QVERIFY(html.contains("Como repetir"));
    QVERIFY(!html.contains("How to repeat it"));
}

void TestCliReport::whatCannotBeWrittenIsExplained()
{
    const QByteArray before = m_cli.read(QStringLiteral("flowers.broto"));
    QCOMPARE(errorId(m_cli.run(words("report flowers.broto -o flowers.broto --json"))),
             QStringLiteral("cli.output-is-input"));
    QCOMPARE(m_cli.read(QStringLiteral("flowers.broto")), before);
    const CliRun nowhere = m_cli.run(words("report flowers.broto -o no/such/folder/r.html"));
    QCOMPARE(nowhere.exitCode, 1);
    QVERIFY(nowhere.errors.contains("no/such/folder"));
    QCOMPARE(m_cli.run(words("report missing.broto -o r.html")).exitCode, 1);
    QVERIFY(m_cli.read(QStringLiteral("r.html")).isEmpty());
    QCOMPARE(m_cli.run(words("report flowers.broto")).exitCode, 2);
}

void TestCliReport::aBoardIsAskedForAVariantAlone()
{
    QCOMPARE(m_cli.run(words("report flowers.broto -o r.html --virtual uno")).exitCode, 2);
    QCOMPARE(m_cli.run(words("report flowers.broto -o r.html --variant none --virtual uno")).exitCode, 1);
    QVERIFY(m_cli.read(QStringLiteral("r.html")).isEmpty());
}

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_cli_report.moc"

#include "cli_runner.h"

#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>
#include <QtTest>

class TestCliDemo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyAnswerIsIdentical();
    void usersOwnBoardIsLeftAlone();
    void interruptedDemoLeavesNothingRunning();

private:
    CliRunner m_cli;
};

namespace {

constexpr int secondsAllowed = 90;

}

void TestCliDemo::initTestCase()
{
    for (const char* tool : {"avr-gcc", "avr-g++", "avrdude"})
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QString::fromLatin1(tool))));
}

void TestCliDemo::everyAnswerIsIdentical()
{
    const CliRun run = m_cli.run({QStringLiteral("demo"), QStringLiteral("--json")}, 400'000);
    QVERIFY2(run.exitCode == 0, run.errors + run.output);
    const QJsonArray checks = run.json()[QStringLiteral("checks")].toArray();
    QCOMPARE(checks.size(), 2);
    QStringList tasks;
    for (const QJsonValue& check : checks) {
        tasks.append(check[QStringLiteral("task")].toString());
        QVERIFY(check[QStringLiteral("rows")].toInt() >= 100);
        QCOMPARE(check[QStringLiteral("identical")].toInt(), check[QStringLiteral("rows")].toInt());
    }
    QCOMPARE(tasks, (QStringList{QStringLiteral("classification"), QStringLiteral("regression")}));
    const double seconds = run.json()[QStringLiteral("seconds")].toDouble();
    QVERIFY(seconds > 0);
    if (seconds >= secondsAllowed)
        QWARN(qPrintable(QStringLiteral("the demonstration took %1 s; %2 s are allowed on an idle computer")
                             .arg(seconds)
                             .arg(secondsAllowed)));
    QCOMPARE(m_cli.runningPrograms(), QStringList());
}

void TestCliDemo::usersOwnBoardIsLeftAlone()
{
    QVERIFY(QDir(m_cli.path(QStringLiteral("state"))).isEmpty());
    QVERIFY(QDir(m_cli.path(QStringLiteral("run"))).isEmpty());
}

void TestCliDemo::interruptedDemoLeavesNothingRunning()
{
    const std::unique_ptr<QProcess> process = m_cli.start({QStringLiteral("demo")});
    QVERIFY(waitForErrors(*process, "iris"));
    process->terminate();
    QVERIFY(process->waitForFinished(5000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 1);
    QCOMPARE(m_cli.runningPrograms(), QStringList());
}

QTEST_GUILESS_MAIN(TestCliDemo)
#include "tst_cli_demo.moc"

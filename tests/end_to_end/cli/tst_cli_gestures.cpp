#include "cli_runner.h"

#include <QStandardPaths>
#include <QtTest>

/// Windows of readings on the command line: learned, predicted, and every one of them checked on a virtual Uno.
class TestCliGestures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void trainingTellsOfTheWindows();
    void inspectAndCompareTellOfTheWindows();
    void windowsAreChosenByOptions_data();
    void windowsAreChosenByOptions();
    void optionsThatMakeNoWindowsAreExplained_data();
    void optionsThatMakeNoWindowsAreExplained();
    void everyWindowOfATableIsAnswered();
    void everyWindowIsTheSameOnTheBoard();

private:
    CliRunner m_cli;
};

namespace {

constexpr int longRun = 1'000'000; // milliseconds: the board runs in real time

QStringList words(const QByteArray& line)
{
    return QString::fromUtf8(line).split(u' ');
}

/// 50 readings a second of two sensors, in two gestures that take turns.
QByteArray motionCsv()
{
    constexpr const char* people[] = {",ana,", ",eva,", ",ian,", ",lia,"};
    QByteArray csv = "t,person,ax (g),ay,kind\n";
    for (int i = 0; i < 2000; ++i) {
        const int step = i / 100 % 2 ? i % 5 : i % 20;
        csv += QByteArray::number(i * 0.02, 'f', 2) + people[i / 500] + QByteArray::number(step * 0.25) + ',' +
               QByteArray::number((i * 37) % 11) + (i / 100 % 2 ? ",fast\n" : ",slow\n");
    }
    return csv;
}

}

void TestCliGestures::initTestCase()
{
    m_cli.write(QStringLiteral("motion.csv"), motionCsv());
    const CliRun run = m_cli.run(words("train sample:gestures -o g.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
}

void TestCliGestures::cleanup()
{
    QCOMPARE(m_cli.runningPrograms(), QStringList());
}

void TestCliGestures::trainingTellsOfTheWindows()
{
    const CliRun run = m_cli.run(words("train sample:gestures --epochs 60 -o again.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject windows = run.json()[QStringLiteral("windows")].toObject();
    QCOMPARE(windows[QStringLiteral("length")].toInt(), 64);
    QCOMPARE(windows[QStringLiteral("stride")].toInt(), 16);
    QCOMPARE(windows[QStringLiteral("readingsPerSecond")].toDouble(), 50.0);
    QCOMPARE(windows[QStringLiteral("features")].toInt(), 15);
    QVERIFY(run.json()[QStringLiteral("test")].toDouble() > 0.9);
}

void TestCliGestures::inspectAndCompareTellOfTheWindows()
{
    const QByteArray sentence =
        "Windows of 64 readings of 3 columns, a new one every 16 readings, told by 15 features. 50 readings a second.";
    const CliRun inspected = m_cli.run(words("inspect sample:gestures"));
    QVERIFY2(inspected.output.contains(sentence), inspected.output);
    const CliRun compared = m_cli.run(words("compare g.broto --board uno"));
    QVERIFY2(compared.output.contains(sentence), compared.output);
}

void TestCliGestures::windowsAreChosenByOptions_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("features"); // of two channels
    const QByteArray usual = "--time t --group person ";
    QTest::newRow("readings") << usual + "--window 40" << 40 << 20 << 10;
    QTest::newRow("seconds") << usual + "--window-seconds 0.64 --stride-seconds 0.16" << 32 << 8 << 10;
    QTest::newRow("a rate instead of times")
        << QByteArray("--ignore t,person --target kind --rate 100 --window-seconds 0.32") << 32 << 16 << 10;
    QTest::newRow("features") << usual + "--window-features mean,slope,energy" << 64 << 32 << 6;
    QTest::newRow("bands") << usual + "--window 32 --bands 0-5,5-10,10-25" << 32 << 16 << 16;
    QTest::newRow("four bands of their own") << usual + "--window-features band-power" << 64 << 32 << 8;
    QTest::newRow("no mixtures") << usual + "--window 32 --mixed-windows drop" << 32 << 16 << 10;
}

void TestCliGestures::windowsAreChosenByOptions()
{
    QFETCH(QByteArray, options);
    const CliRun run = m_cli.run(words("train motion.csv --epochs 2 -o m.broto --json " + options));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject windows = run.json()[QStringLiteral("windows")].toObject();
    QTEST(windows[QStringLiteral("length")].toInt(), "length");
    QTEST(windows[QStringLiteral("stride")].toInt(), "stride");
    QTEST(windows[QStringLiteral("features")].toInt(), "features");
}

void TestCliGestures::optionsThatMakeNoWindowsAreExplained_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("id");
    QTest::newRow("longer than the recording")
        << QByteArray("--time t --group person --window 1500") << 1 << "data.no-window-fits";
    QTest::newRow("seconds without times")
        << QByteArray("--ignore t,person --target kind --window-seconds 1") << 1 << "data.window-no-rate";
    QTest::newRow("texts as a channel") << QByteArray("--time t --window 32") << 1 << "data.window-channel";
    QTest::newRow("bands of another length")
        << QByteArray("--time t --group person --window 50 --bands 0-5") << 1 << "data.window-no-spectrum";
    QTest::newRow("the target as the time") << QByteArray("--time kind --window 32") << 1 << "cli.role-of-target";
    QTest::newRow("no such feature") << QByteArray("--window-features average") << 2 << QString();
    QTest::newRow("a band back") << QByteArray("--bands 5-1") << 2 << QString();
    QTest::newRow("no length") << QByteArray("--window 0") << 2 << QString();
}

void TestCliGestures::optionsThatMakeNoWindowsAreExplained()
{
    QFETCH(QByteArray, options);
    QFETCH(QString, id);
    const CliRun run = m_cli.run(words("train motion.csv --epochs 2 -o m.broto --json " + options));
    QTEST(run.exitCode, "exitCode");
    if (!id.isEmpty())
        QCOMPARE(run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString(), id);
}

void TestCliGestures::everyWindowOfATableIsAnswered()
{
    const CliRun trained =
        m_cli.run(words("train motion.csv --time t --group person --window 32 --epochs 2 -o p.broto"));
    QVERIFY2(trained.exitCode == 0, trained.errors);
    const CliRun run = m_cli.run(words("predict p.broto motion.csv -o answers.csv --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QList<QByteArray> lines = m_cli.read(QStringLiteral("answers.csv")).trimmed().split('\n');
    QVERIFY(lines[0].startsWith("first_row,last_row,prediction,fast,slow"));
    QCOMPARE(lines.size() - 1, 4 * ((500 - 32) / 16 + 1)); // four people, no window of two
    QVERIFY(lines[2].startsWith("17,48,"));
}

void TestCliGestures::everyWindowIsTheSameOnTheBoard()
{
    for (const char* tool : {"avr-gcc", "avr-g++", "avrdude"})
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("NOT TESTED: %1 is not installed").arg(QString::fromLatin1(tool))));
    const CliRun flashed = m_cli.run(words("flash g.broto --variant ptq-int8 --board uno --virtual --json"), 300'000);
    QVERIFY2(flashed.exitCode == 0, flashed.errors);
    const CliRun checked =
        m_cli.run(words("check g.broto --variant ptq-int8 --virtual uno --rows 5000 --json"), longRun);
    QVERIFY2(checked.exitCode == 0, checked.errors + checked.output);
    const int windows = checked.json()[QStringLiteral("rows")].toInt();
    const int identical = checked.json()[QStringLiteral("identical")].toInt();
    qInfo("%d of %d windows identical on the virtual Uno", identical, windows);
    QVERIFY(windows > 800);
    QCOMPARE(identical, windows);
    QVERIFY(checked.json()[QStringLiteral("firstDifference")].isNull());
}

QTEST_GUILESS_MAIN(TestCliGestures)
#include "tst_cli_gestures.moc"

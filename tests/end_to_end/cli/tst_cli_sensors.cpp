#include "cli_runner.h"

#include "device/virtual_board.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QStandardPaths>
#include <QtTest>

#include <cmath>

using namespace broto;
using namespace std::chrono_literals;

namespace {

constexpr int feedRows = 20;

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}

QString errorId(const CliRun& run)
{
    return run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString();
}

/// A0 tells which row it is; A3 is something else in each.
double firstVolts(int row)
{
    return 0.25 * row;
}
double secondVolts(int row)
{
    return std::round((2.5 + 2.4 * std::sin(row * 1.3)) * 1000) / 1000;
}

int countOf(double volts)
{
    return static_cast<int>(std::lround(volts * 1000)) * 1023 / 5000;
}

QByteArray volts()
{
    QByteArray csv = "A0,A3\n";
    for (int row = 0; row < feedRows; ++row)
        csv += QByteArray::number(firstVolts(row), 'f', 3) + ',' + QByteArray::number(secondVolts(row), 'f', 3) + '\n';
    return csv;
}

}

/// Pins in a program, and what a board reads from them.
class TestCliSensors : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char* tool : {"avr-gcc", "avr-g++", "avrdude"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QString::fromLatin1(tool))));
        // For the boards that this program starts itself.
        qputenv("XDG_STATE_HOME", m_cli.path(QStringLiteral("state")).toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_cli.path(QStringLiteral("run")).toLocal8Bit());
        qputenv("BROTO_PROGRAMS", BROTO_PROGRAM_DIR);
        m_cli.write(QStringLiteral("t.csv"), easyCsv());
        const CliRun run = m_cli.run(words("train t.csv --epochs 20 --layers 6 -o t.broto"));
        QVERIFY2(run.exitCode == 0, run.errors);
    }

    void cleanup() { QCOMPARE(m_cli.runningPrograms(), QStringList()); }

    void boardAnswersWhatItsPinsRead()
    {
        const QString file = m_cli.write(QStringLiteral("volts.csv"), volts());
        auto program = ChildProcess::start({*findOwnProgram("broto-virtual-board"),
                                            {"--board", "uno", "--sensor", file.toStdString(), "--sensor-rate", "20"},
                                            {}});
        QVERIFY(program && program->readLine(5s)->find("ready") != std::string::npos);
        const CliRun flash = m_cli.run(words("flash t.broto --variant ptq-int8 --board uno --virtual "
                                             "--pin length=A0*0.05 --pin width=A3*0.03+-2.5"));
        QVERIFY2(flash.exitCode == 0, flash.errors);
        const CliRun run =
            m_cli.run(words("sense t.broto --variant ptq-int8 --virtual uno --rate 40 --count 60 --json"));
        QVERIFY2(run.exitCode == 0, run.errors + run.output);
        const QJsonObject document = run.json();
        QCOMPARE(document[QStringLiteral("answers")].toInt(), 60);
        QCOMPARE(document[QStringLiteral("same")].toInt(), 60);
        QSet<int> seen;
        for (const auto& each : document[QStringLiteral("rows")].toArray()) {
            const QJsonObject row = each.toObject();
            QCOMPARE(row[QStringLiteral("board")].toString(), row[QStringLiteral("workbench")].toString());
            const QJsonObject values = row[QStringLiteral("values")].toObject();
            const int fed = rowOf(values[QStringLiteral("length")].toDouble());
            QVERIFY2(fed >= 0, run.output);
            seen.insert(fed);
            // Between the two readings the next row may have come.
            const double second = values[QStringLiteral("width")].toDouble();
            QVERIFY2(isSecond(second, fed) || isSecond(second, (fed + 1) % feedRows), run.output);
        }
        QVERIFY(seen.size() > 5);

        const CliRun lines = m_cli.run(words("sense t.broto --variant ptq-int8 --virtual uno --rate 100 --count 3"));
        QVERIFY2(lines.exitCode == 0, lines.errors);
        const QList<QByteArray> csv = lines.output.split('\n');
        QCOMPARE(csv.first(), QByteArray("seconds,length,width,board,workbench,same"));
        QCOMPARE(csv.size(), 5);
        QVERIFY2(csv[1].startsWith("0.0") && csv[1].endsWith(",yes"), lines.output);
        QVERIFY2(lines.errors.contains("3 of 3 answers are those of the workbench"), lines.errors);
    }

    void boardThatNobodyWiredHasMovingValues()
    {
        const CliRun flash = m_cli.run(
            words("flash t.broto --variant ptq-int8 --board uno --virtual --pin length=A0*0.05 --pin width=A3*0.03"));
        QVERIFY2(flash.exitCode == 0, flash.errors);
        const CliRun run = m_cli.run(words("sense t.broto --variant ptq-int8 --virtual uno --rate 5 --count 8 --json"));
        QVERIFY2(run.exitCode == 0, run.errors + run.output);
        double least = HUGE_VAL, most = -HUGE_VAL;
        for (const auto& each : run.json()[QStringLiteral("rows")].toArray()) {
            const double value = each[QStringLiteral("values")][QStringLiteral("length")].toDouble();
            least = std::min(least, value);
            most = std::max(most, value);
        }
        QVERIFY2(most - least > 1, run.output);
    }

    void pinsAreKeptInTheProjectIfSoWanted()
    {
        m_cli.write(QStringLiteral("kept.broto"), m_cli.read(QStringLiteral("t.broto")));
        const char* build = "build kept.broto --variant ptq-int8 --board uno -o %1 --json";
        const QString header = QStringLiteral("/t_ptq_int8/sensors.h");
        const auto run = [&](const QString& folder, const char* more) {
            return m_cli.run((QString::fromLatin1(build).arg(folder) + QString::fromLatin1(more)).split(u' '));
        };
        QCOMPARE(run(QStringLiteral("a"), " --pin length=A0*2").exitCode, 0);
        QVERIFY(QFile::exists(m_cli.path(QStringLiteral("a") + header)));
        QCOMPARE(run(QStringLiteral("b"), "").exitCode, 0);
        QVERIFY(!QFile::exists(m_cli.path(QStringLiteral("b") + header)));
        // Not by a build that comes to nothing: its folder is a file.
        const QByteArray before = m_cli.read(QStringLiteral("kept.broto"));
        m_cli.write(QStringLiteral("file"), "x");
        QVERIFY(run(QStringLiteral("file"), " --pin length=A0*2 --keep-pins").exitCode != 0);
        QVERIFY(m_cli.read(QStringLiteral("kept.broto")) == before);
        QCOMPARE(run(QStringLiteral("c"), " --pin length=A0*2 --keep-pins").exitCode, 0);
        QCOMPARE(run(QStringLiteral("d"), "").exitCode, 0);
        QVERIFY(m_cli.read(QStringLiteral("d") + header).contains("analogRead(A0), 2.0f, 0.0f)"));
    }

    void wrongPinsAreExplained_data()
    {
        QTest::addColumn<QString>("pins");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("id");
        QTest::newRow("no pin") << QStringLiteral("uno --pin length") << 2 << QStringLiteral("cli.wrong-use");
        QTest::newRow("no factor") << QStringLiteral("uno --pin length=A0*x") << 2 << QStringLiteral("cli.wrong-use");
        QTest::newRow("endless offset") << QStringLiteral("uno --pin length=A0+1e99") << 2
                                        << QStringLiteral("cli.wrong-use");
        QTest::newRow("pins to keep, but none")
            << QStringLiteral("uno --keep-pins") << 2 << QStringLiteral("cli.wrong-use");
        QTest::newRow("pin of another board")
            << QStringLiteral("uno --pin length=A9") << 1 << QStringLiteral("device.no-such-pin");
        QTest::newRow("unknown feature") << QStringLiteral("uno --pin height=A0") << 1
                                         << QStringLiteral("device.no-such-feature");
        QTest::newRow("two pins of one feature")
            << QStringLiteral("uno --pin length=A0 --pin length=A1") << 1 << QStringLiteral("device.pin-twice");
        QTest::newRow("board without pins")
            << QStringLiteral("microbit --pin length=A0") << 1 << QStringLiteral("device.no-pins");
    }

    void wrongPinsAreExplained()
    {
        QFETCH(QString, pins);
        QFETCH(QString, id);
        const CliRun run =
            m_cli.run((QStringLiteral("build t.broto --variant ptq-int8 -o none --json --board ") + pins).split(u' '));
        QTEST(run.exitCode, "exitCode");
        QCOMPARE(errorId(run), id);
        QVERIFY(!QFile::exists(m_cli.path(QStringLiteral("none"))));
    }

    void boardWithoutPinsSaysSo()
    {
        const CliRun flash = m_cli.run(words("flash t.broto --variant ptq-int8 --board uno --virtual"));
        QVERIFY2(flash.exitCode == 0, flash.errors);
        const CliRun run = m_cli.run(words("sense t.broto --variant ptq-int8 --virtual uno --count 1 --json"));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(errorId(run), QStringLiteral("device.no-sensors"));
    }

private:
    /// -1: none of them was fed.
    static int rowOf(double length)
    {
        for (int row = 0; row < feedRows; ++row)
            if (std::abs(length - countOf(firstVolts(row)) * 0.05) < 1e-4)
                return row;
        return -1;
    }
    static bool isSecond(double width, int row)
    {
        return std::abs(width - (countOf(secondVolts(row)) * 0.03 - 2.5)) < 1e-4;
    }

    CliRunner m_cli;
};

QTEST_GUILESS_MAIN(TestCliSensors)
#include "tst_cli_sensors.moc"

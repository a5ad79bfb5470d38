#include "cli_runner.h"
#include "core/device/board_fixture.h"
#include "device/virtual_board.h"
#include "platform/pseudo_terminal.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

#include <signal.h>

using namespace broto;

namespace {

QStringList wordsOf(const QString& line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

QString idOfError(const CliRun& run)
{
    return run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString();
}

}

/// monitor and capture, on a terminal that a test writes to and on a virtual Uno.
class TestCliLines : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_terminal.emplace(std::move(PseudoTerminal::open().value()));
        m_port = QString::fromStdString(m_terminal->path());
    }
    void cleanup()
    {
        m_terminal.reset();
        QCOMPARE(m_cli.runningPrograms(), QStringList());
    }

    void monitorPrintsLinesUntilItIsInterrupted()
    {
        const auto process = listening(QStringLiteral("monitor --port %1").arg(m_port));
        print("Hello\r\n\x1b[31m20 \u00b0C\nhalf");
        QTRY_VERIFY(output(*process).contains("C\n"));
        QVERIFY(interrupt(*process));
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(output(*process), QByteArray("Hello\n\\x1b[31m20 \u00b0C\nhalf\n"));
    }

    void monitorTellsWhenLinesCame()
    {
        const auto process = listening(QStringLiteral("monitor --time --port %1").arg(m_port));
        print("a\n");
        QTRY_VERIFY(QRegularExpression(QStringLiteral("^ +\\d+\\.\\d{3}  a\\n$"))
                        .match(QString::fromUtf8(output(*process)))
                        .hasMatch());
        QVERIFY(interrupt(*process));
    }

    void monitorLeavesOneDocument()
    {
        const auto process = listening(QStringLiteral("monitor --json --baud 57600 --seconds 2 --port %1").arg(m_port));
        QCOMPARE(m_terminal->baud(), 57600);
        print("a\nb\n");
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 0);
        const QJsonObject document = QJsonDocument::fromJson(output(*process)).object();
        QCOMPARE(document[QStringLiteral("baud")].toInt(), 57600);
        const QJsonArray lines = document[QStringLiteral("lines")].toArray();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].toObject()[QStringLiteral("text")].toString(), QStringLiteral("b"));
    }

    void aDeviceThatGoesEndsTheMonitor()
    {
        const auto process = listening(QStringLiteral("monitor --port %1").arg(m_port));
        m_terminal.reset();
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 1);
        QVERIFY(process->readAllStandardError().contains("is gone"));
    }

    void noiseIsTold()
    {
        const auto process = listening(QStringLiteral("monitor --port %1").arg(m_port));
        for (int i = 0; i < 10; ++i)
            print(QByteArray(40, '\x8f') + '\n');
        QVERIFY(waitForErrors(*process, "--baud auto"));
        QVERIFY(interrupt(*process));
    }

    void captureEndsAfterItsRows()
    {
        const auto process =
            listening(QStringLiteral("capture --port %1 --columns x,y --label gesture=wave --rows 3 -o rows.csv --json")
                          .arg(m_port));
        print("Ready\n1,2\n3,4\n5\n6,7\n8,9\n");
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(m_cli.read(QStringLiteral("rows.csv")), QByteArray("x,y,gesture\n1,2,wave\n3,4,wave\n6,7,wave\n"));
        const QJsonObject document = QJsonDocument::fromJson(output(*process)).object();
        QCOMPARE(document[QStringLiteral("rows")].toInt(), 3);
        QCOMPARE(document[QStringLiteral("passedOver")].toInt(), 2);
        QCOMPARE(document[QStringLiteral("columns")].toArray().size(), 3);
        QCOMPARE(document[QStringLiteral("appended")].toBool(), false);
    }

    void aSecondCaptureIsAppended()
    {
        m_cli.write(QStringLiteral("more.csv"), "t;h\n1,5;2\n");
        const auto process = listening(QStringLiteral("capture --port %1 --rows 1 --append -o more.csv").arg(m_port));
        print("h:60 t:20.5\nh:0 t:0\n");
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 0);
        QVERIFY(output(*process).contains("added to more.csv"));
        QCOMPARE(m_cli.read(QStringLiteral("more.csv")), QByteArray("t;h\n1,5;2\n20,5;60\n"));
    }

    void rowsThatDoNotFitAreSavedBeside()
    {
        m_cli.write(QStringLiteral("other.csv"), "a,b\n1,2\n");
        const auto process = listening(QStringLiteral("capture --port %1 --rows 1 --append -o other.csv").arg(m_port));
        print("x:1\nx:2\n");
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 1);
        QCOMPARE(m_cli.read(QStringLiteral("other.csv")), QByteArray("a,b\n1,2\n"));
        QCOMPARE(m_cli.read(QStringLiteral("other-1.csv")), QByteArray("x\n1\n"));
        QVERIFY(output(*process).contains("other-1.csv"));
    }

    void aFileThatIsThereIsRefusedBeforeAnythingBegins()
    {
        m_cli.write(QStringLiteral("there.csv"), "a,b\n1,2\n");
        const CliRun run = m_cli.run(wordsOf(QStringLiteral("capture --port /dev/no-such-port -o there.csv --json")));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(idOfError(run), QStringLiteral("device.capture-file-exists"));
    }

    void interruptedItKeepsItsRows()
    {
        const auto process = listening(QStringLiteral("capture --port %1 -o kept.csv").arg(m_port));
        print("1 2\n3 4\n");
        QVERIFY(waitForErrors(*process, "The first row has come"));
        QVERIFY(interrupt(*process));
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(m_cli.read(QStringLiteral("kept.csv")), QByteArray("value 1,value 2\n1,2\n3,4\n"));
    }

    void aDeviceThatGoesLeavesItsRows()
    {
        const auto process = listening(QStringLiteral("capture --port %1 -o gone.csv").arg(m_port));
        print("1 2\n");
        QVERIFY(waitForErrors(*process, "The first row has come"));
        m_terminal.reset();
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 1);
        QVERIFY(process->readAllStandardError().contains("is gone"));
        QCOMPARE(m_cli.read(QStringLiteral("gone.csv")), QByteArray("value 1,value 2\n1,2\n"));
    }

    void withoutRowsNothingIsSaved()
    {
        const auto process =
            listening(QStringLiteral("capture --port %1 --seconds 0.5 -o none.csv --json").arg(m_port));
        print("Error 5\n");
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 1);
        QVERIFY(output(*process).contains("cli.no-row") && output(*process).contains("Error 5"));
        QVERIFY(!QFile::exists(m_cli.path(QStringLiteral("none.csv"))));
    }

    void wrongUseIsExplained_data()
    {
        QTest::addColumn<int>("exitCode");
        for (const char* options : {"--baud fast", "--baud 9600.5", "--label wave", "--rows 0", "--seconds -1",
                                    "--rows 5 --seconds 5", "--columns a,,b", "--countdown -1"})
            QTest::newRow(options) << 2;
    }
    void wrongUseIsExplained()
    {
        const CliRun run = m_cli.run(wordsOf(QStringLiteral("capture --port %1 -o wrong.csv ").arg(m_port)) +
                                     wordsOf(QString::fromLatin1(QTest::currentDataTag())));
        QTEST(run.exitCode, "exitCode");
    }

    void aVirtualBoardIsCapturedFrom()
    {
        qputenv("XDG_STATE_HOME", m_cli.path(QStringLiteral("state")).toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_cli.path(QStringLiteral("run")).toLocal8Bit());
        qputenv("BROTO_PROGRAMS", BROTO_PROGRAM_DIR);
        const auto hex = compileProgram(m_cli.path(QStringLiteral(".")).toStdString(), "readings.c", "readings",
                                        {"-DBAUD=9600UL", "-DRATE=20UL"});
        if (!hex || !findProgram("avrdude") || !findOwnProgram("broto-virtual-board"))
            QSKIP("SKIPPED: broto-virtual-board, avrdude or avr-gcc is missing");
        const Result<VirtualBoard> board = VirtualBoard::start("uno");
        QVERIFY(board && uploadProgram(board->port(), *hex));
        const CliRun run = m_cli.run(wordsOf(
            QStringLiteral("capture --virtual uno --baud auto --time --countdown 2 --rows 20 -o uno.csv --json")));
        QVERIFY2(run.exitCode == 0, run.errors);
        QVERIFY2(run.errors.contains("9600 baud: there, ") && run.errors.contains("begins in 2 s"), run.errors);
        const QList<QByteArray> lines = m_cli.read(QStringLiteral("uno.csv")).trimmed().split('\n');
        QCOMPARE(lines.size(), 21);
        QCOMPARE(lines[0], QByteArray("time (s),count,up,down"));
        const int first = lines[1].split(',')[1].toInt();
        for (int row = 0; row < 20; ++row)
            QCOMPARE(lines[row + 1].split(',')[1].toInt(), first + row);
    }

private:
    /// Starts a command and waits until it has the port, so that nothing is said to nobody.
    std::unique_ptr<QProcess> listening(const QString& command)
    {
        m_output.clear();
        auto process = m_cli.start(wordsOf(command));
        if (!waitForErrors(*process, "Listening to"))
            qFatal("%s does not listen", qPrintable(command));
        // The command takes what comes at once for the rest of a line.
        QElapsedTimer silence;
        silence.start();
        while (silence.elapsed() < 150)
            process->waitForReadyRead(10);
        return process;
    }

    void print(const QByteArray& text)
    {
        const std::span bytes(reinterpret_cast<const std::uint8_t*>(text.constData()),
                              static_cast<std::size_t>(text.size()));
        QCOMPARE(m_terminal->write(bytes), bytes.size());
    }

    QByteArray output(QProcess& process)
    {
        process.setReadChannel(QProcess::StandardOutput);
        process.waitForReadyRead(10);
        m_output += process.readAllStandardOutput();
        return m_output;
    }

    static bool interrupt(QProcess& process)
    {
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        return process.waitForFinished();
    }

    CliRunner m_cli;
    std::optional<PseudoTerminal> m_terminal;
    QString m_port;
    QByteArray m_output; ///< of the command that runs
};

QTEST_GUILESS_MAIN(TestCliLines)
#include "tst_cli_lines.moc"

#include "cli_runner.h"

#include "device/board_client.h"
#include "device/virtual_board.h"

#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>
#include <QtTest>
#include <signal.h>

using namespace broto;

/// Build, flash and check on a virtual Uno, and every way they can fail.
class TestCliBoards : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void boardsAreListed();
    void portsAreListed();
    void buildMeasures();
    void flashedBoardIsIdentical();
    void everyStorageIsIdentical_data();
    void everyStorageIsIdentical();
    void predictionEqualsTheBoard();
    void microbitIsFlashedByItsDriveAndIdentical();
    void floatModelHasItsLargestDifference();
    void flippedWeightIsFound();
    void otherModelOnTheBoardIsNamed();
    void blankBoardIsExplained();
    void missingPortIsExplained();
    void busyPortIsExplained();
    void missingToolsAreNamed_data();
    void missingToolsAreNamed();
    void boardThatCannotBeBuiltForIsExplained();
    void interruptedCheckLeavesNothingRunning();
    void boardThatDiesEndsTheCommand_data();
    void boardThatDiesEndsTheCommand();

private:
    /// Flashes a virtual Uno. What went wrong, or nothing.
    QByteArray flash(const char* variant, const char* project = "t.broto");

    CliRunner m_cli;
};

namespace {

constexpr int longestWait = 5000; // milliseconds until a command must have said what is wrong

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}

QString errorId(const CliRun& run)
{
    return run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString();
}

/// The uploader and everything of the compiler that is installed.
QStringList toolNames()
{
    const QFileInfo compiler(QStandardPaths::findExecutable(QStringLiteral("avr-gcc")));
    return compiler.dir().entryList({QStringLiteral("avr-*")}) + QStringList{QStringLiteral("avrdude")};
}

}

void TestCliBoards::initTestCase()
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

QByteArray TestCliBoards::flash(const char* variant, const char* project)
{
    const CliRun run = m_cli.run({QStringLiteral("flash"), QString::fromLatin1(project), QStringLiteral("--variant"),
                                  QString::fromLatin1(variant), QStringLiteral("--board"), QStringLiteral("uno"),
                                  QStringLiteral("--virtual")});
    return run.exitCode == 0 ? QByteArray() : run.errors;
}

void TestCliBoards::cleanup()
{
    QCOMPARE(m_cli.runningPrograms(), QStringList());
}

void TestCliBoards::boardsAreListed()
{
    const CliRun run = m_cli.run(words("boards --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonArray boards = run.json()[QStringLiteral("boards")].toArray();
    QVERIFY(boards.size() >= 30);
    QCOMPARE(boards[0].toObject()[QStringLiteral("id")].toString(), QStringLiteral("uno"));
    QCOMPARE(boards[0].toObject()[QStringLiteral("virtual")].toBool(), true);
    QVERIFY(m_cli.run(words("boards")).output.contains("ATmega328P"));
}

void TestCliBoards::portsAreListed()
{
    const CliRun run = m_cli.run(words("ports --json"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.json()[QStringLiteral("ports")].isArray());
    QCOMPARE(m_cli.run(words("ports")).exitCode, 0);
}

void TestCliBoards::buildMeasures()
{
    const CliRun run = m_cli.run(words("build t.broto --variant ptq-int8 --board uno -o firmware --json"));
    QVERIFY2(run.exitCode == 0, run.errors + run.output);
    const QJsonObject json = run.json();
    QVERIFY(json[QStringLiteral("flashBytes")].toInt() > 1000);
    QVERIFY(json[QStringLiteral("ramBytes")].toInt() > 100);
    QVERIFY(QFile::exists(json[QStringLiteral("hex")].toString()));
    QVERIFY(QFile::exists(json[QStringLiteral("elf")].toString()));
    QVERIFY(QFile::exists(m_cli.path(QStringLiteral("firmware/t_ptq_int8/t_ptq_int8.h"))));
}

void TestCliBoards::flashedBoardIsIdentical()
{
    const CliRun flash = m_cli.run(words("flash t.broto --variant ptq-int8 --board uno --virtual --json"));
    QVERIFY2(flash.exitCode == 0, flash.errors + flash.output);
    QCOMPARE(m_cli.runningPrograms(), QStringList());
    // The board is another process now; it remembers what was flashed.
    const CliRun check = m_cli.run(words("check t.broto --variant ptq-int8 --virtual uno --rows 50 --json"));
    QVERIFY2(check.exitCode == 0, check.errors + check.output);
    QCOMPARE(check.json()[QStringLiteral("rows")].toInt(), 50);
    QCOMPARE(check.json()[QStringLiteral("identical")].toInt(), 50);
    QVERIFY(check.json().contains(QStringLiteral("firstDifference")));
    QVERIFY(check.json()[QStringLiteral("firstDifference")].isNull());
    const CliRun all = m_cli.run(words("check t.broto --variant ptq-int8 --virtual uno"));
    QVERIFY2(all.output.contains("60 of 60"), all.output);
}

void TestCliBoards::everyStorageIsIdentical_data()
{
    QTest::addColumn<QString>("compress");
    for (const char* compress :
         {"--method ptq --bits 4", "--method qat --bits 2", "--method codebook --entries 4",
          "--method codebook --entries 16", "--method codebook --entries 256", "--method prune --share 0.95"})
        QTest::newRow(compress) << QString::fromUtf8(compress);
}

/// All rows on a virtual Uno.
void TestCliBoards::everyStorageIsIdentical()
{
    QFETCH(QString, compress);
    if (!QFile::exists(m_cli.path(QStringLiteral("wide.broto")))) {
        const CliRun trained = m_cli.run(words("train t.csv --epochs 10 --layers 40,20 -o wide.broto"));
        QVERIFY2(trained.exitCode == 0, trained.errors);
    }
    const CliRun made = m_cli.run(words("compress wide.broto --name tried") + compress.split(u' '));
    QVERIFY2(made.exitCode == 0, made.errors);
    const CliRun flashed = m_cli.run(words("flash wide.broto --variant tried --board uno --virtual"));
    QVERIFY2(flashed.exitCode == 0, flashed.errors);
    const CliRun check = m_cli.run(words("check wide.broto --variant tried --virtual uno --json"));
    QVERIFY2(check.exitCode == 0, check.errors);
    QCOMPARE(check.json()[QStringLiteral("rows")].toInt(), 60);
    QCOMPARE(check.json()[QStringLiteral("identical")].toInt(), 60);
}

void TestCliBoards::predictionEqualsTheBoard()
{
    QCOMPARE(flash("ptq-int8"), QByteArray());
    m_cli.write(QStringLiteral("rows.csv"), "length (cm),width (cm)\n10,40\n30,25\n22.25,33.5\n");
    const CliRun run = m_cli.run(words("predict t.broto --variant ptq-int8 rows.csv --raw -o out.csv"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QList<QByteArray> lines = m_cli.read(QStringLiteral("out.csv")).split('\n');

    auto virtualBoard = VirtualBoard::start("uno");
    QVERIFY(virtualBoard);
    auto board = BoardClient::connect(*openLink(virtualBoard->port()));
    QVERIFY(board);
    const float rows[3][2] = {{10, 40}, {30, 25}, {22.25f, 33.5f}};
    for (int i = 0; i < 3; ++i) {
        const auto answer = board->infer(rows[i]);
        QVERIFY(answer);
        const QList<QByteArray> cells = lines[i + 1].split(',');
        QCOMPARE(cells[3].toInt(), answer->raw[0]);
        QCOMPARE(cells[4].toInt(), answer->raw[1]);
    }
}

/// From one command to the next its program is kept.
void TestCliBoards::microbitIsFlashedByItsDriveAndIdentical()
{
    for (const char* tool : {"arm-none-eabi-g++", "qemu-system-arm"})
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QString::fromLatin1(tool))));
    const CliRun flash = m_cli.run(words("flash t.broto --variant ptq-int8 --board microbit --virtual --json"));
    QVERIFY2(flash.exitCode == 0, flash.errors + flash.output);
    QCOMPARE(flash.json()[QStringLiteral("board")].toString(), QStringLiteral("microbit"));
    const CliRun check = m_cli.run(words("check t.broto --variant ptq-int8 --virtual microbit --json"));
    QVERIFY2(check.exitCode == 0, check.errors + check.output);
    QCOMPARE(check.json()[QStringLiteral("rows")].toInt(), 60);
    QCOMPARE(check.json()[QStringLiteral("identical")].toInt(), 60);
}

void TestCliBoards::floatModelHasItsLargestDifference()
{
    const CliRun flash = m_cli.run(words("flash t.broto --variant float --board uno --virtual --json"));
    QVERIFY2(flash.exitCode == 0, flash.errors + flash.output);
    const CliRun check = m_cli.run(words("check t.broto --variant float --virtual uno --rows 20 --json"));
    QVERIFY2(check.exitCode == 0, check.errors + check.output);
    QVERIFY(check.json().contains(QStringLiteral("largestDifference")));
    QVERIFY(!check.json().contains(QStringLiteral("identical")));
    QVERIFY(check.json()[QStringLiteral("largestDifference")].toDouble() < 1e-3);
}

void TestCliBoards::flippedWeightIsFound()
{
    QCOMPARE(flash("ptq-int8"), QByteArray());
    // In the image lie the weights of four neurons together, input by input, each with 128 added.
    QProcess python;
    python.setWorkingDirectory(m_cli.path(QString()));
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import zipfile, pathlib, sys\n"
                                 "z = zipfile.ZipFile('t.broto')\n"
                                 "w = z.read('models/ptq-int8/layer-1-weights.npy')[-12:]\n"
                                 "w = bytes((w[2 * n + i] + 128) % 256 for i in range(2) for n in range(4))\n"
                                 "done = 0\n"
                                 "for f in pathlib.Path('state').rglob('*'):\n"
                                 "    b = bytearray(f.read_bytes()) if f.is_file() else bytearray()\n"
                                 "    if b.count(w) == 1:\n"
                                 "        b[b.index(w) + 2] ^= 0x40\n"
                                 "        f.write_bytes(b)\n"
                                 "        done += 1\n"
                                 "sys.exit(0 if done == 1 else 1)")});
    QVERIFY(python.waitForFinished(30'000));
    QCOMPARE(python.exitCode(), 0);
    const CliRun check = m_cli.run(words("check t.broto --variant ptq-int8 --virtual uno --json"));
    QCOMPARE(check.exitCode, 1);
    const QJsonObject difference = check.json()[QStringLiteral("firstDifference")].toObject();
    QCOMPARE(difference[QStringLiteral("layer")].toInt(-1), 0);
    QCOMPARE(difference[QStringLiteral("neuron")].toInt(-1), 2);
    QVERIFY(check.json()[QStringLiteral("identical")].toInt() < check.json()[QStringLiteral("rows")].toInt());
    const CliRun plain = m_cli.run(words("check t.broto --variant ptq-int8 --virtual uno"));
    QCOMPARE(plain.exitCode, 1);
    QVERIFY2(plain.output.contains("layer 1, neuron 3"), plain.output);
}

void TestCliBoards::otherModelOnTheBoardIsNamed()
{
    QCOMPARE(flash("float"), QByteArray());
    const CliRun check = m_cli.run(words("check t.broto --variant ptq-int8 --virtual uno --json"));
    QCOMPARE(check.exitCode, 1);
    QCOMPARE(errorId(check), QStringLiteral("device.other-model"));
}

void TestCliBoards::blankBoardIsExplained()
{
    CliRunner fresh;
    fresh.write(QStringLiteral("t.broto"), m_cli.read(QStringLiteral("t.broto")));
    const CliRun check = fresh.run(words("check t.broto --variant ptq-int8 --virtual uno --json"));
    QCOMPARE(check.exitCode, 1);
    QVERIFY2(!errorId(check).isEmpty(), check.output);
    QVERIFY(check.milliseconds < longestWait);
    QCOMPARE(fresh.runningPrograms(), QStringList());
}

void TestCliBoards::missingPortIsExplained()
{
    for (const char* command : {"check t.broto --variant ptq-int8 --port /dev/ttyNOWHERE --json",
                                "flash t.broto --variant ptq-int8 --board uno --port /dev/ttyNOWHERE --json"}) {
        const CliRun run = m_cli.run(words(command));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains("/dev/ttyNOWHERE"), run.output);
        QVERIFY(run.milliseconds < longestWait);
    }
    const CliRun file = m_cli.run(words("check t.broto --variant ptq-int8 --port t.csv --json"));
    QCOMPARE(file.exitCode, 1);
    QVERIFY(!errorId(file).isEmpty());
}

void TestCliBoards::busyPortIsExplained()
{
    auto virtualBoard = VirtualBoard::start("uno");
    QVERIFY(virtualBoard);
    const auto link = openLink(virtualBoard->port());
    QVERIFY(link);
    const QString port = QString::fromStdString(virtualBoard->port().path);
    for (const char* command :
         {"check t.broto --variant ptq-int8 --json", "flash t.broto --variant ptq-int8 --board uno --json"}) {
        const CliRun run = m_cli.run(words(command) + QStringList{QStringLiteral("--port"), port});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(errorId(run).contains(QStringLiteral("port-busy")), run.output);
        QVERIFY2(run.output.contains(port.toUtf8()), run.output);
        QVERIFY(run.milliseconds < longestWait);
    }
}

void TestCliBoards::missingToolsAreNamed_data()
{
    QTest::addColumn<QStringList>("hidden");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("package");
    QTest::newRow("no compiler to build with")
        << toolNames() << QStringLiteral("build t.broto --variant float --board uno -o d --json")
        << QStringLiteral("gcc-avr");
    QTest::newRow("no compiler to flash with")
        << toolNames() << QStringLiteral("flash t.broto --variant float --board uno --virtual --json")
        << QStringLiteral("gcc-avr");
    QTest::newRow("no uploader") << QStringList{QStringLiteral("avrdude")}
                                 << QStringLiteral("flash t.broto --variant ptq-int8 --board uno --virtual --json")
                                 << QStringLiteral("avrdude");
    QTest::newRow("no tools for the demonstration")
        << toolNames() << QStringLiteral("demo --json") << QStringLiteral("avrdude");
}

void TestCliBoards::missingToolsAreNamed()
{
    QFETCH(QStringList, hidden);
    QFETCH(QString, line);
    QFETCH(QString, package);
    CliRunner cli;
    cli.write(QStringLiteral("t.broto"), m_cli.read(QStringLiteral("t.broto")));
    QStringList left = toolNames();
    for (const QString& name : hidden)
        left.removeAll(name);
    cli.hideProgramsExcept(left);
    const CliRun run = cli.run(line.split(u' '));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains(package.toUtf8()), run.output);
    QVERIFY(run.milliseconds < longestWait);
    QCOMPARE(cli.runningPrograms(), QStringList());
}

void TestCliBoards::boardThatCannotBeBuiltForIsExplained()
{
    const CliRun build = m_cli.run(words("build t.broto --variant ptq-int8 --board esp32 -o d --json"));
    QCOMPARE(build.exitCode, 1);
    QVERIFY2(build.output.contains("arduino-cli"), build.output);
    QVERIFY(!QFile::exists(m_cli.path(QStringLiteral("d"))));
}

void TestCliBoards::interruptedCheckLeavesNothingRunning()
{
    QCOMPARE(flash("ptq-int8"), QByteArray());
    const std::unique_ptr<QProcess> process = m_cli.start(words("check t.broto --variant ptq-int8 --virtual uno"));
    QVERIFY(waitForErrors(*process, "Connecting"));
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    QVERIFY(process->waitForFinished(longestWait));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 1);
    QCOMPARE(m_cli.runningPrograms(), QStringList());
}

void TestCliBoards::boardThatDiesEndsTheCommand_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("moment");
    QTest::newRow("while checking") << QStringLiteral("check long.broto --variant ptq-int8 --rows 3000 --json")
                                    << QByteArray("Checking: 25 %");
    QTest::newRow("while uploading") << QStringLiteral("flash t.broto --variant ptq-int8 --board uno --json")
                                     << QByteArray("Uploading");
}

void TestCliBoards::boardThatDiesEndsTheCommand()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, moment);
    // Ten seconds of checking, so that the board dies in them however busy this computer is.
    const QByteArray table = easyCsv();
    const auto headerEnd = table.indexOf('\n') + 1;
    m_cli.write(QStringLiteral("long.csv"), table.first(headerEnd) + table.sliced(headerEnd).repeated(50));
    const CliRun trained = m_cli.run(words("train long.csv --epochs 1 --layers 6 -o long.broto"));
    QVERIFY2(trained.exitCode == 0, trained.errors);
    QCOMPARE(flash("ptq-int8", "long.broto"), QByteArray());
    auto virtualBoard = VirtualBoard::start("uno");
    QVERIFY(virtualBoard);
    const std::unique_ptr<QProcess> process = m_cli.start(
        line.split(u' ') + QStringList{QStringLiteral("--port"), QString::fromStdString(virtualBoard->port().path)});
    QVERIFY(waitForErrors(*process, moment));
    ::kill(static_cast<pid_t>(virtualBoard->processId()), SIGKILL);
    QVERIFY(process->waitForFinished(longestWait));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 1);
    CliRun run;
    run.output = process->readAllStandardOutput();
    QVERIFY2(!errorId(run).isEmpty(), run.output);
    if (line.startsWith(QStringLiteral("check")))
        QVERIFY(process->readAllStandardError().contains("Waiting until it is back"));
}

QTEST_GUILESS_MAIN(TestCliBoards)
#include "tst_cli_boards.moc"

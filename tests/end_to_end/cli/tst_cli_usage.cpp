#include "cli_runner.h"

#include <QtTest>

class TestCliUsage : public QObject {
    Q_OBJECT

private slots:
    void wrongUseExitsWithTwo_data();
    void wrongUseExitsWithTwo();
    void optionsGivenTwiceAreNamed();
    void unknownCommandsAreNamed();
    void commandsThatExistAreListed();
    void helpAndVersionSucceed();
    void errorsAreInTheUsersLanguage();
    void aLanguageThatIsNotThereIsWrongUse();
};

void TestCliUsage::wrongUseExitsWithTwo_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const char* line) { QTest::newRow(name) << QString::fromUtf8(line); };
    row("nothing", "");
    row("unknown command", "bake data.csv");
    row("a command of a later version", "search data.csv --board uno");
    row("unknown option", "inspect data.csv --frobnicate");
    row("no table", "inspect");
    row("two tables", "inspect a.csv b.csv");
    row("unknown separator", "inspect data.csv --separator colon");
    row("decimal sign that is none", "inspect data.csv --decimal semicolon");
    row("unknown grouping", "train data.csv --grouping dash -o m.broto");
    row("unknown encoding", "inspect data.csv --encoding ebcdic");
    row("header that may be", "inspect data.csv --header maybe");
    row("unknown comment sign", "predict m.broto rows.csv --comment ! -o out.csv");
    row("unknown order of dates", "inspect data.csv --date-order year-last");
    row("train without -o", "train data.csv");
    row("features and ignore", "train data.csv --features a --ignore b -o m.broto");
    row("empty name", "train data.csv --features a,,b -o m.broto");
    row("unknown task", "train data.csv --task clustering -o m.broto");
    row("layers are words", "train data.csv --layers many -o m.broto");
    row("layer of nothing", "train data.csv --layers 16,0 -o m.broto");
    row("layer too wide", "train data.csv --layers 1025 -o m.broto");
    row("too many layers", "train data.csv --layers 1,1,1,1,1,1,1,1,1 -o m.broto");
    row("unknown activation", "train data.csv --activation mish -o m.broto");
    row("no epochs", "train data.csv --epochs 0 -o m.broto");
    row("half an epoch", "train data.csv --epochs 1.5 -o m.broto");
    row("negative batch", "train data.csv --batch -4 -o m.broto");
    row("unknown optimizer", "train data.csv --optimizer magic -o m.broto");
    row("learning rate of 0", "train data.csv --learning-rate 0 -o m.broto");
    row("learning rate is no number", "train data.csv --learning-rate nan -o m.broto");
    row("learning rate beyond all", "train data.csv --learning-rate inf -o m.broto");
    row("unknown schedule", "train data.csv --schedule weekly -o m.broto");
    row("negative warm-up", "train data.csv --warm-up -1 -o m.broto");
    row("momentum of 1", "train data.csv --momentum 1 -o m.broto");
    row("decay that is no number", "train data.csv --weight-decay much -o m.broto");
    row("decay beyond all", "train data.csv --weight-decay 1e9 -o m.broto");
    row("unknown loss", "train data.csv --loss hinge -o m.broto");
    row("unknown class weights", "train data.csv --class-weights fair -o m.broto");
    row("all of the truth is spread", "train data.csv --label-smoothing 1 -o m.broto");
    row("negative L1", "train data.csv --l1 -0.1 -o m.broto");
    row("L2 is no number", "train data.csv --l2 nan -o m.broto");
    row("negative clipping", "train data.csv --clip -1 -o m.broto");
    row("unknown initialiser", "train data.csv --initialiser ones -o m.broto");
    row("half a patience", "train data.csv --patience 0.5 -o m.broto");
    row("dropout of everything", "train data.csv --dropout 1 -o m.broto");
    row("a million and one epochs", "train data.csv --epochs 1000001 -o m.broto");
    row("a project with a target", "train m.broto --target y -o m.broto");
    row("resume without a project", "resume");
    row("resume for no epochs", "resume m.broto --more 0");
    row("runs without a project", "runs");
    row("use no run", "runs m.broto --use 0");
    row("verify without a project", "verify");
    row("split of two", "train data.csv --split 70,30 -o m.broto");
    row("nothing to train on", "train data.csv --split 0,50,50 -o m.broto");
    row("negative share", "train data.csv --split 70,-15,15 -o m.broto");
    row("negative seed", "train data.csv --seed -1 -o m.broto");
    row("compress without a method", "compress m.broto");
    row("an unknown method", "compress m.broto --method shrink");
    row("one bit", "compress m.broto --method ptq --bits 1");
    row("compare on an unknown board", "compare m.broto --board toaster");
    row("predict without rows", "predict m.broto -o out.csv");
    row("predict without -o", "predict m.broto rows.csv");
    row("export without a variant", "export m.broto --format cpp -o d");
    row("a format of a later version", "export m.broto --variant float --format caffe -o d");
    row("build without a board", "build m.broto --variant float -o d");
    row("flash to a port and a virtual board", "flash m.broto --variant float --board uno --port p --virtual");
    row("check a port and a virtual board", "check m.broto --variant float --port p --virtual uno");
    row("check a board that is never virtual", "check m.broto --variant float --virtual esp32");
    row("check no rows", "check m.broto --variant float --virtual uno --rows 0");
}

void TestCliUsage::wrongUseExitsWithTwo()
{
    QFETCH(QString, line);
    const QStringList arguments = line.split(u' ', Qt::SkipEmptyParts);
    CliRunner cli;
    const CliRun plain = cli.run(arguments);
    QCOMPARE(plain.exitCode, 2);
    QVERIFY(plain.output.isEmpty());
    QVERIFY2(plain.errors.startsWith("broto-cli: "), plain.errors);
    QCOMPARE(plain.errors.count('\n'), 1);

    const CliRun json = cli.run(arguments + QStringList{QStringLiteral("--json")});
    QCOMPARE(json.exitCode, 2);
    const QJsonObject error = json.json()[QStringLiteral("error")].toObject();
    QCOMPARE(error[QStringLiteral("id")].toString(), QStringLiteral("cli.wrong-use"));
    QVERIFY(!error[QStringLiteral("message")].toString().isEmpty());
}

void TestCliUsage::optionsGivenTwiceAreNamed()
{
    CliRunner cli;
    const CliRun run = cli.run(QStringLiteral("train t.csv -o m.broto --epochs 5 --epochs 6").split(u' '));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.errors.contains("--epochs can be given only once."), run.errors);
}

void TestCliUsage::unknownCommandsAreNamed()
{
    CliRunner cli;
    const CliRun run = cli.run({QStringLiteral("bake"), QStringLiteral("data.csv")});
    QVERIFY2(run.errors.contains("“bake”"), run.errors);
}

void TestCliUsage::commandsThatExistAreListed()
{
    CliRunner cli;
    const CliRun help = cli.run({QStringLiteral("--help")});
    QCOMPARE(help.exitCode, 0);
    for (const char* command :
         {"inspect", "train", "resume", "runs", "verify", "compress", "compare", "predict", "export", "import",
          "boards", "ports", "build", "flash", "check", "monitor", "capture", "demo"})
        QVERIFY2(help.output.contains(QByteArray("\n  ") + command + " "), command);
    QVERIFY(!help.output.contains("\n  search"));
}

void TestCliUsage::helpAndVersionSucceed()
{
    CliRunner cli;
    const CliRun version = cli.run({QStringLiteral("--version")});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith("broto-cli 0."));
    const CliRun help = cli.run({QStringLiteral("train"), QStringLiteral("--help")});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains("--learning-rate"));
    QVERIFY(help.errors.isEmpty());
}

void TestCliUsage::errorsAreInTheUsersLanguage()
{
    CliRunner cli;
    const QStringList arguments = {QStringLiteral("predict"), QStringLiteral("none.broto"), QStringLiteral("r.csv"),
                                   QStringLiteral("-o"), QStringLiteral("o.csv")};
    const CliRun english = cli.run(arguments);
    QCOMPARE(english.exitCode, 1);
    const CliRun portuguese = cli.run(arguments + QStringList{QStringLiteral("--language"), QStringLiteral("pt_BR")});
    QCOMPARE(portuguese.exitCode, 1);
    QVERIFY(portuguese.errors.contains("none.broto"));
    QVERIFY(english.errors != portuguese.errors);
}

void TestCliUsage::aLanguageThatIsNotThereIsWrongUse()
{
    CliRunner cli;
    const CliRun run = cli.run({QStringLiteral("boards"), QStringLiteral("--language"), QStringLiteral("xx")});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.errors.contains("pt_BR"), run.errors.constData());
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"

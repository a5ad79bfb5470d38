#include "cli_runner.h"

#include <QJsonArray>
#include <QtTest>

/// Tables as people have them, and what the command line says about each.
class TestCliTables : public QObject {
    Q_OBJECT

private slots:
    void inspectTellsWhatItFound();
    void inspectKnowsTheSamples();
    void sidecarDecidesTheRoles();
    void badTablesAreExplained_data();
    void badTablesAreExplained();
    void raggedTableNamesItsFirstBadLine();
    void columnsAreChosenByName();
    void ignoringTheTargetMovesIt();
    void ignoredColumnsAreSaid();
    void inspectSaysWhyNothingCanBeLearned();
    void filesThatAreReadAreNotOverwritten();
    void emptyPartsHaveNoMetrics();
    void rowsAreSharedOutAsAsked_data();
    void rowsAreSharedOutAsAsked();
    void columnsAreLearnedFromWithoutValuesThatMeanMissing_data();
    void columnsAreLearnedFromWithoutValuesThatMeanMissing();
    void valuesThatMeanMissingAreLeftOutOfPredictionsToo();
    void dataOptionsThatCannotBeAreNamed_data();
    void dataOptionsThatCannotBeAreNamed();
};

namespace {

CliRun train(CliRunner& cli, const QString& table, const QStringList& more = {})
{
    return cli.run(QStringList{QStringLiteral("train"), table, QStringLiteral("--epochs"), QStringLiteral("2"),
                               QStringLiteral("-o"), QStringLiteral("model.broto"), QStringLiteral("--json")} +
                   more);
}

QString errorId(const CliRun& run)
{
    return run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString();
}

QString errorMessage(const CliRun& run)
{
    return run.json()[QStringLiteral("error")].toObject()[QStringLiteral("message")].toString();
}

}

void TestCliTables::inspectTellsWhatItFound()
{
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), "Temperature (°C);kind\n1,5;a\n2,5;b\n;a\n4,0;b\n");
    const CliRun run = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject json = run.json();
    for (const char* key : {"columns", "decimal", "encoding", "header", "rows", "separator", "warnings", "grouping",
                            "comment", "dateOrder", "raggedRows", "guesses", "checks", "windows"})
        QVERIFY2(json.contains(QString::fromUtf8(key)), key);
    QCOMPARE(json[QStringLiteral("rows")].toInt(), 4);
    QCOMPARE(json[QStringLiteral("separator")].toString(), QStringLiteral(";"));
    QCOMPARE(json[QStringLiteral("decimal")].toString(), QStringLiteral(","));
    QCOMPARE(json[QStringLiteral("encoding")].toString(), QStringLiteral("utf-8"));
    QCOMPARE(json[QStringLiteral("header")].toBool(), true);
    const QJsonArray columns = json[QStringLiteral("columns")].toArray();
    QCOMPARE(columns.size(), 2);
    const QJsonObject first = columns[0].toObject();
    for (const char* key : {"max", "mean", "min", "missing", "name", "role", "type", "unit", "values"})
        QVERIFY2(first.contains(QString::fromUtf8(key)), key);
    QCOMPARE(first[QStringLiteral("name")].toString(), QStringLiteral("Temperature"));
    QCOMPARE(first[QStringLiteral("unit")].toString(), QStringLiteral("°C"));
    QCOMPARE(first[QStringLiteral("type")].toString(), QStringLiteral("number"));
    QCOMPARE(first[QStringLiteral("role")].toString(), QStringLiteral("feature"));
    QCOMPARE(first[QStringLiteral("missing")].toInt(), 1);
    QCOMPARE(first[QStringLiteral("values")].toInt(), 3);
    QCOMPARE(first[QStringLiteral("min")].toDouble(), 1.5);
    QCOMPARE(first[QStringLiteral("max")].toDouble(), 4.0);
    const QJsonObject second = columns[1].toObject();
    QCOMPARE(second[QStringLiteral("role")].toString(), QStringLiteral("target"));
    QVERIFY(second[QStringLiteral("min")].isNull());

    const CliRun plain = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv")});
    QCOMPARE(plain.exitCode, 0);
    QVERIFY(plain.output.contains("Temperature"));
}

void TestCliTables::inspectKnowsTheSamples()
{
    CliRunner cli;
    const CliRun iris = cli.run({QStringLiteral("inspect"), QStringLiteral("sample:iris"), QStringLiteral("--json")});
    QCOMPARE(iris.exitCode, 0);
    QCOMPARE(iris.json()[QStringLiteral("rows")].toInt(), 150);
    const CliRun none = cli.run({QStringLiteral("inspect"), QStringLiteral("sample:tulip"), QStringLiteral("--json")});
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(errorId(none), QStringLiteral("cli.no-such-sample"));
    QVERIFY(errorMessage(none).contains(QStringLiteral("iris")));
}

void TestCliTables::sidecarDecidesTheRoles()
{
    CliRunner cli;
    const QString table = cli.write(QStringLiteral("t.csv"), easyCsv());
    cli.write(QStringLiteral("t.csv.json"), R"({"target": "width", "features": ["length"]})");
    QCOMPARE(train(cli, table).json()[QStringLiteral("target")].toString(), QStringLiteral("width"));
    const CliRun chosen = train(cli, table, {QStringLiteral("--target"), QStringLiteral("kind")});
    QCOMPARE(chosen.json()[QStringLiteral("target")].toString(), QStringLiteral("kind"));
    QCOMPARE(chosen.json()[QStringLiteral("task")].toString(), QStringLiteral("classification"));
}

void TestCliTables::badTablesAreExplained_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("word"); ///< something the sentence must name
    QTest::newRow("empty") << QByteArray() << QString() << QStringLiteral("empty");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\0\1",
                                          8)
                            << QString() << QStringLiteral("binary");
    QTest::newRow("header only") << QByteArray("a,b\n") << QString() << QStringLiteral("row");
    QTest::newRow("no such target") << easyCsv() << QStringLiteral("weight") << QStringLiteral("weight");
    QTest::newRow("one class") << easyCsv().replace("long", "wide") << QStringLiteral("kind") << QStringLiteral("kind");
    QTest::newRow("ambiguous target") << QByteArray("speed (km/h),speed (m/s),kind\n1,2,a\n2,3,b\n3,5,a\n4,7,b\n")
                                      << QStringLiteral("speed") << QStringLiteral("speed");
    QTest::newRow("one column") << QByteArray("kind\na\nb\na\nb\n") << QString() << QString();
    QTest::newRow("one row") << QByteArray("a,b\n1,2\n") << QString() << QString();
}

void TestCliTables::badTablesAreExplained()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, target);
    QFETCH(QString, word);
    CliRunner cli;
    const QString table = cli.write(QStringLiteral("t.csv"), bytes);
    QElapsedTimer timer;
    timer.start();
    const CliRun run =
        train(cli, table, target.isEmpty() ? QStringList() : QStringList{QStringLiteral("--target"), target});
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(!errorId(run).isEmpty(), run.output);
    QVERIFY2(errorMessage(run).contains(word), qPrintable(errorMessage(run)));
    QVERIFY(!QFile::exists(cli.path(QStringLiteral("model.broto"))));

    const CliRun missing = train(cli, QStringLiteral("nowhere.csv"));
    QCOMPARE(missing.exitCode, 1);
    QVERIFY(errorMessage(missing).contains(QStringLiteral("nowhere.csv")));
}

void TestCliTables::raggedTableNamesItsFirstBadLine()
{
    CliRunner cli;
    QByteArray csv = easyCsv();
    QList<QByteArray> lines = csv.split('\n');
    lines[7] += ",surplus"; // line 8 of the file
    lines[20] = "1";
    cli.write(QStringLiteral("t.csv"), lines.join('\n'));
    const CliRun run = train(cli, QStringLiteral("t.csv"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.errors.contains("8"), run.errors);
    const CliRun inspected = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv"), QStringLiteral("--json")});
    QCOMPARE(inspected.json()[QStringLiteral("rows")].toInt(), 58);
    QVERIFY(inspected.json()[QStringLiteral("warnings")].toArray()[0].toString().contains(QStringLiteral("8")));
}

void TestCliTables::columnsAreChosenByName()
{
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), easyCsv());
    const CliRun run = train(cli, QStringLiteral("t.csv"),
                             {QStringLiteral("--target"), QStringLiteral("length (cm)"), QStringLiteral("--features"),
                              QStringLiteral("width"), QStringLiteral("--task"), QStringLiteral("regression"),
                              QStringLiteral("--layers"), QStringLiteral("none")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[QStringLiteral("target")].toString(), QStringLiteral("length"));
    QCOMPARE(run.json()[QStringLiteral("task")].toString(), QStringLiteral("regression"));
    QCOMPARE(run.json()[QStringLiteral("metric")].toString(), QStringLiteral("R2"));
    QCOMPARE(run.json()[QStringLiteral("parameters")].toInt(), 2);
}

void TestCliTables::ignoringTheTargetMovesIt()
{
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), easyCsv());
    const CliRun run = train(cli, QStringLiteral("t.csv"), {QStringLiteral("--ignore"), QStringLiteral("kind")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[QStringLiteral("target")].toString(), QStringLiteral("width"));
    const CliRun none = train(cli, QStringLiteral("t.csv"), {QStringLiteral("--ignore"), QStringLiteral("colour")});
    QCOMPARE(none.exitCode, 1);
    QVERIFY(errorMessage(none).contains(QStringLiteral("colour")));
}

void TestCliTables::ignoredColumnsAreSaid()
{
    CliRunner cli;
    QByteArray csv = "date," + easyCsv();
    int day = 0;
    for (qsizetype at = csv.indexOf('\n'); at >= 0 && at + 1 < csv.size(); at = csv.indexOf('\n', at + 1))
        csv.insert(at + 1, "2015-02-" + QByteArray::number(day++ % 28 + 1).rightJustified(2, '0') + " 17:51:00,");
    cli.write(QStringLiteral("t.csv"), csv);
    const CliRun run = train(cli, QStringLiteral("t.csv"), {QStringLiteral("--ignore"), QStringLiteral("date")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.errors.contains("date"), run.errors);
}

void TestCliTables::inspectSaysWhyNothingCanBeLearned()
{
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), "a,kind\n1.5,x\n2.5,x\n3.5,x\n");
    const CliRun run = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray warnings = run.json()[QStringLiteral("warnings")].toArray();
    QString all;
    for (const QJsonValue warning : warnings)
        all += warning.toString() + u'\n';
    QVERIFY2(all.contains(QStringLiteral("kind")) && all.contains(QStringLiteral("No column is left")),
             qPrintable(all));
}

void TestCliTables::filesThatAreReadAreNotOverwritten()
{
    CliRunner cli;
    const QString table = cli.write(QStringLiteral("t.csv"), easyCsv());
    QCOMPARE(train(cli, table).exitCode, 0);
    const QByteArray project = cli.read(QStringLiteral("model.broto"));
    const CliRun training = cli.run({QStringLiteral("train"), QStringLiteral("t.csv"), QStringLiteral("-o"),
                                     QStringLiteral("./t.csv"), QStringLiteral("--json")});
    QCOMPARE(training.exitCode, 1);
    QCOMPARE(errorId(training), QStringLiteral("cli.output-is-input"));
    for (const char* output : {"t.csv", "model.broto"}) {
        const CliRun run = cli.run({QStringLiteral("predict"), QStringLiteral("model.broto"), QStringLiteral("t.csv"),
                                    QStringLiteral("-o"), QString::fromUtf8(output), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(errorId(run), QStringLiteral("cli.output-is-input"));
    }
    QCOMPARE(cli.read(QStringLiteral("t.csv")), easyCsv());
    QCOMPARE(cli.read(QStringLiteral("model.broto")), project);
}

void TestCliTables::emptyPartsHaveNoMetrics()
{
    CliRunner cli;
    const CliRun run = train(cli, cli.write(QStringLiteral("t.csv"), easyCsv()),
                             {QStringLiteral("--split"), QStringLiteral("100,0,0")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.json()[QStringLiteral("train")].isDouble());
    QVERIFY(run.json()[QStringLiteral("validation")].isNull());
    QVERIFY(run.json()[QStringLiteral("test")].isNull());
}

namespace {

/// 40 rows: a number that tells the kind, a time that runs backwards, four people and the part of each row.
QByteArray peopleCsv()
{
    QByteArray csv = "x,when,who,part,kind\n";
    for (int i = 0; i < 40; ++i)
        csv += QByteArray::number(i % 2 * 5 + i % 3) + ".5," + QByteArray::number(1000 - i * i) + ",p" +
               QByteArray::number(i / 10) +
               (i % 4 == 3   ? ",Teste,"
                : i % 4 == 2 ? ",val,"
                             : ",train,") +
               (i % 2 ? "b\n" : "a\n");
    return csv;
}

}

void TestCliTables::rowsAreSharedOutAsAsked_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* options, const char* rows) {
        QTest::newRow(options) << QString::fromUtf8(options) << QString::fromUtf8(rows);
    };
    row("--split-by random", "28 6 6");
    row("--split-by time:when --split 50,25,25", "20 10 10");
    row("--split-by time", "28 6 6");
    row("--split-by group:who --split 50,25,25", "20 10 10");
    row("--split-by column:part", "20 10 10");
    row("--folds 4", "25 5 10");
    row("--folds 4 --fold 4", "25 5 10");
    row("--split-by group:who --folds 4 --split 2,1,0", "20 10 10");
    row("--test-file t.csv", "33 7 40");
    row("--scaling robust --missing median --missing-value x=0.5", "28 6 6");
    row("--missing drop-rows --missing-value 0.5", "24 3 6");
}

void TestCliTables::rowsAreSharedOutAsAsked()
{
    QFETCH(QString, options);
    QFETCH(QString, rows);
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), peopleCsv());
    const CliRun run = cli.run((QStringLiteral("train t.csv --features x --epochs 2 -o model.broto ") + options)
                                   .split(u' ', Qt::SkipEmptyParts));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    const QStringList counts = rows.split(u' ');
    const QString sentence =
        QStringLiteral("Rows: training %1, validation %2, test %3.").arg(counts[0], counts[1], counts[2]);
    QVERIFY2(run.output.contains(sentence.toUtf8()), run.output.constData());
    // What was decided is in the project, with the rows of the test file.
    const CliRun again = cli.run({QStringLiteral("compress"), QStringLiteral("model.broto"), QStringLiteral("--method"),
                                  QStringLiteral("ptq"), QStringLiteral("--name"), QStringLiteral("again")});
    QVERIFY2(again.exitCode == 0, again.errors.constData());
}

void TestCliTables::columnsAreLearnedFromWithoutValuesThatMeanMissing_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("of one column") << QStringLiteral("--missing-value a=Sum");
    QTest::newRow("of all columns") << QStringLiteral("--missing-value Sum");
    QTest::newRow("with a target") << QStringLiteral("--target class --missing-value Sum");
}

void TestCliTables::columnsAreLearnedFromWithoutValuesThatMeanMissing()
{
    QFETCH(QString, options);
    QByteArray csv = "a,b,class\n";
    for (int i = 0; i < 60; ++i)
        csv += QByteArray::number(i * 37 % 60) + ".5," + QByteArray::number(i % 7) + ".5," + (i % 2 ? "A" : "B") + "\n";
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), csv + "Sum,,\n");
    const CliRun run = cli.run((QStringLiteral("train t.csv --epochs 2 -o model.broto ") + options).split(u' '));
    QVERIFY2(run.exitCode == 0, run.errors);
    QVERIFY2(!run.errors.contains("Ignored") && !run.errors.contains("If it stands for a missing value"), run.errors);
    cli.write(QStringLiteral("rows.csv"), "b\n1.5\n");
    QVERIFY(cli.run(QStringLiteral("predict model.broto rows.csv -o out.csv").split(u' ')).errors.contains("\"a\""));
}

void TestCliTables::valuesThatMeanMissingAreLeftOutOfPredictionsToo()
{
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), peopleCsv());
    QCOMPARE(cli.run(QStringLiteral("train t.csv --features x --epochs 2 -o model.broto --missing keep "
                                    "--missing-value -200")
                         .split(u' '))
                 .exitCode,
             0);
    cli.write(QStringLiteral("rows.csv"), "x\n1.5\n-200\n6.5\n");
    const CliRun run = cli.run(QStringLiteral("predict model.broto rows.csv -o out.csv --json").split(u' '));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[QStringLiteral("refused")].toInt(), 1);
}

void TestCliTables::dataOptionsThatCannotBeAreNamed_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* options, int exitCode, const char* id) {
        QTest::newRow(options) << QString::fromUtf8(options) << exitCode << QString::fromUtf8(id);
    };
    row("--split-by group:nobody", 1, "data.no-such-column");
    row("--split-by group:kind", 1, "cli.split-by-target");
    row("--split-by column:who", 1, "data.part-not-known");
    row("--missing-value nothing=5", 1, "data.no-such-column");
    row("--split-by group:who --folds 9", 1, "data.too-few-groups");
    row("--folds 3 --fold 4", 1, "data.folds");
    row("--test-file nowhere.csv", 1, "platform.file-missing");
    row("--split-by group", 2, "");
    row("--folds 1", 2, "");
    row("--fold 2", 2, "");
    row("--scaling log", 2, "");
    row("--missing guess", 2, "");
    row("--test-file t.csv --folds 3", 2, "");
}

void TestCliTables::dataOptionsThatCannotBeAreNamed()
{
    QFETCH(QString, options);
    QFETCH(int, exitCode);
    QFETCH(QString, id);
    CliRunner cli;
    const CliRun run = train(cli, cli.write(QStringLiteral("t.csv"), peopleCsv()), options.split(u' '));
    QCOMPARE(run.exitCode, exitCode);
    if (exitCode == 1)
        QCOMPARE(errorId(run), id);
}

QTEST_GUILESS_MAIN(TestCliTables)
#include "tst_cli_tables.moc"

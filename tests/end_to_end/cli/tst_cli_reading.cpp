#include "cli_runner.h"

#include <QJsonArray>
#include <QtTest>

/// How tables are read: what is found out, told and chosen.
class TestCliReading : public QObject {
    Q_OBJECT

private slots:
    void guessesAreToldWithTheirReasons();
    void statisticsAreToldPerColumn();
    void timesAreShownAsText();
    void checksComeWithTheirRemedies();
    void whatWouldBeLearnedIsTold();
    void wholeNumbersAreNotRoundedForPeople();
    void whatIsIgnoredIsToldWhereNothingIsLeft();
    void optionsDecideHowATableIsRead_data();
    void optionsDecideHowATableIsRead();
    void whatWasChosenIsToldAsChosen();
    void trainingAndPredictionsTakeTheOptions();
};

namespace {

CliRun inspect(CliRunner& cli, const QByteArray& csv, const QString& options = {})
{
    cli.write(QStringLiteral("t.csv"), csv);
    return cli.run((QStringLiteral("inspect t.csv --json ") + options).split(u' ', Qt::SkipEmptyParts));
}

QJsonObject columnOf(const QJsonObject& json, int index)
{
    return json[QStringLiteral("columns")].toArray()[index].toObject();
}

QJsonObject guessAbout(const QJsonObject& json, const QString& about)
{
    for (const QJsonValue guess : json[QStringLiteral("guesses")].toArray())
        if (guess[QStringLiteral("about")].toString() == about)
            return guess.toObject();
    return {};
}

/// "name:type:missing:max" of all columns.
QString summaryOf(const QJsonObject& json)
{
    QStringList columns;
    for (const QJsonValue column : json[QStringLiteral("columns")].toArray()) {
        const QJsonValue max = column[QStringLiteral("max")];
        columns << QStringLiteral("%1:%2:%3:%4")
                       .arg(column[QStringLiteral("name")].toString(), column[QStringLiteral("type")].toString())
                       .arg(column[QStringLiteral("missing")].toInt())
                       .arg(max.isNull() ? QString() : QString::number(max.toDouble()));
    }
    return columns.join(u' ');
}

}

void TestCliReading::guessesAreToldWithTheirReasons()
{
    CliRunner cli;
    const QByteArray csv = "data;x\n04/02/2015;1,5\n05/02/2015;2,5\n06/03/2015;3,5\n";
    const QJsonObject json = inspect(cli, csv).json();
    QCOMPARE(json[QStringLiteral("dateOrder")].toString(), QStringLiteral("day-first"));
    for (const char* about : {"separator", "decimal", "dateOrder"}) {
        const QJsonObject guess = guessAbout(json, QString::fromUtf8(about));
        QVERIFY2(!guess[QStringLiteral("reason")].toString().isEmpty(), about);
        QCOMPARE(guess[QStringLiteral("chosen")].toBool(true), false);
        const CliRun plain = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv")});
        QVERIFY(plain.output.contains(guess[QStringLiteral("reason")].toString().toUtf8()));
    }
}

void TestCliReading::statisticsAreToldPerColumn()
{
    CliRunner cli;
    const QJsonObject json = inspect(cli, "a (m),b\n1,x\n2,y\n3,x\n4,y\n10,x\n,y\n").json();
    const QJsonObject a = columnOf(json, 0);
    QCOMPARE(a[QStringLiteral("header")].toString(), QStringLiteral("a (m)"));
    QCOMPARE(a[QStringLiteral("mean")].toDouble(), 4.0);
    QCOMPARE(a[QStringLiteral("deviation")].toDouble(), std::sqrt(10.0));
    QCOMPARE(a[QStringLiteral("lowerQuartile")].toDouble(), 2.0);
    QCOMPARE(a[QStringLiteral("median")].toDouble(), 3.0);
    QCOMPARE(a[QStringLiteral("upperQuartile")].toDouble(), 4.0);
    QVERIFY(a[QStringLiteral("earliest")].isNull());
    QVERIFY(columnOf(json, 1)[QStringLiteral("median")].isNull());
    QCOMPARE(json[QStringLiteral("raggedRows")].toInt(-1), 0);
}

void TestCliReading::timesAreShownAsText()
{
    CliRunner cli;
    const QByteArray csv = "when,clock,x\n2015-02-04 17:51:00,08:00,1.5\n2015-02-05 00:00:00.5,17:30,2.5\n";
    const QJsonObject json = inspect(cli, csv).json();
    QCOMPARE(columnOf(json, 0)[QStringLiteral("type")].toString(), QStringLiteral("datetime"));
    QCOMPARE(columnOf(json, 0)[QStringLiteral("earliest")].toString(), QStringLiteral("2015-02-04 17:51:00"));
    QCOMPARE(columnOf(json, 0)[QStringLiteral("latest")].toString(), QStringLiteral("2015-02-05 00:00:00.5"));
    QVERIFY(columnOf(json, 0)[QStringLiteral("min")].isNull());
    QCOMPARE(columnOf(json, 1)[QStringLiteral("latest")].toString(), QStringLiteral("17:30:00"));
    const CliRun plain = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv")});
    QVERIFY2(plain.output.contains("2015-02-04 17:51:00"), plain.output.constData());
}

void TestCliReading::checksComeWithTheirRemedies()
{
    CliRunner cli;
    QByteArray csv = "x,copy,y\n";
    for (int i = 0; i < 60; ++i)
        csv += QByteArray::number(i % 7) + ".5," + QByteArray::number(i * 13 % 60) + ".25," +
               QByteArray::number(i * 13 % 60) + ".25\n";
    const QJsonObject json = inspect(cli, csv).json();
    const QJsonArray checks = json[QStringLiteral("checks")].toArray();
    bool found = false;
    for (const QJsonValue check : checks) {
        QVERIFY(!check[QStringLiteral("finding")].toString().isEmpty());
        QVERIFY(json[QStringLiteral("warnings")].toArray().contains(check[QStringLiteral("finding")]));
        if (check[QStringLiteral("columns")].toArray() == QJsonArray{QStringLiteral("copy")}) {
            found = true;
            QVERIFY(check[QStringLiteral("remedy")].isString());
            const CliRun plain = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv")});
            QVERIFY(plain.output.contains(check[QStringLiteral("remedy")].toString().toUtf8()));
        }
    }
    QVERIFY(found);
}

void TestCliReading::whatWouldBeLearnedIsTold()
{
    CliRunner cli;
    const CliRun run = cli.run({QStringLiteral("inspect"), QStringLiteral("sample:iris"), QStringLiteral("--json")});
    const QJsonObject learning = run.json()[QStringLiteral("learning")].toObject();
    QCOMPARE(learning[QStringLiteral("task")].toString(), QStringLiteral("classification"));
    QCOMPARE(learning[QStringLiteral("target")].toString(), QStringLiteral("species"));
    QCOMPARE(learning[QStringLiteral("inputs")].toInt(), 4);
    QCOMPARE(learning[QStringLiteral("features")].toArray().size(), 4);
    const QJsonObject split = learning[QStringLiteral("split")].toObject();
    QCOMPARE(split[QStringLiteral("method")].toString(), QStringLiteral("stratified"));
    const QJsonArray classes = split[QStringLiteral("classes")].toArray();
    QCOMPARE(classes.size(), 3);
    int training = 0;
    for (const QJsonValue ofClass : classes)
        training += ofClass[QStringLiteral("training")].toInt();
    QCOMPARE(training, split[QStringLiteral("training")].toInt());
    const CliRun people = cli.run({QStringLiteral("inspect"), QStringLiteral("sample:iris")});
    QVERIFY2(people.output.contains("“species” can be learned (classification). Numbers that enter the network: 4. "
                                    "Split (stratified), in rows: training 105"),
             people.output.constData());
    const CliRun inPortuguese = cli.run({QStringLiteral("inspect"), QStringLiteral("sample:iris"),
                                         QStringLiteral("--language"), QStringLiteral("pt_BR")});
    for (const char* words : {"(classificação)", "Divisão (estratificada)", "categoria", "alvo", "atributo"})
        QVERIFY2(inPortuguese.output.contains(words), inPortuguese.output.constData());
}

void TestCliReading::wholeNumbersAreNotRoundedForPeople()
{
    CliRunner cli;
    cli.write(QStringLiteral("t.csv"), "a,b,y\n1235159,0.0005,1.5\n1312345,0.25,2.5\n1400001,0.5,3\n1299999,1,4\n");
    const CliRun run = cli.run({QStringLiteral("inspect"), QStringLiteral("t.csv")});
    QVERIFY2(run.output.contains(" 1235159 "), run.output.constData());
    QVERIFY2(run.output.contains(" 0.0005 "), run.output.constData());
}

void TestCliReading::whatIsIgnoredIsToldWhereNothingIsLeft()
{
    CliRunner cli;
    const QJsonObject json = inspect(cli, "id,y\n1,5\n2,7\n3,5\n4,7\n5,5\n6,7\n7,5\n8,7\n9,5\n10,7\n").json();
    QVERIFY(json[QStringLiteral("learning")].isNull());
    QString warnings;
    for (const QJsonValue warning : json[QStringLiteral("warnings")].toArray())
        warnings += warning.toString() + u'\n';
    QVERIFY2(warnings.contains(QStringLiteral("id")) && warnings.contains(QStringLiteral("No column is left")),
             qPrintable(warnings));
}

void TestCliReading::optionsDecideHowATableIsRead_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("summary");
    const auto row = [](const char* options, const QByteArray& csv, const char* summary) {
        QTest::newRow(options) << csv << QString::fromUtf8(options) << QString::fromUtf8(summary);
    };
    row("--separator comma", "a;b,c\n1,5;2\n2,6;3\n", "a;b:integer:0:2 c:category:0:");
    row("--separator ; --decimal comma", "a;b\n1,234;2\n5,678;3\n", "a:number:0:5.678 b:integer:0:3");
    row("--decimal point --grouping comma", "a;b\n1,234;2\n5,678;3\n", "a:integer:0:5678 b:integer:0:3");
    row("--separator blanks", "a b\n1 2\n3 4\n", "a:integer:0:3 b:integer:0:4");
    row("--header no", "a,b\nc,d\n", "column 1:category:0: column 2:category:0:");
    row("--header yes", "1,2\n3,4\n5,6\n", "1:integer:0:5 2:integer:0:6");
    row("--comment none", "a,b\n#1,2\n#3,4\n", "a:category:0: b:integer:0:4");
    row("--comment #", "a,b\n#1,2\n3,4\n5,6\n", "a:integer:0:5 b:integer:0:6");
    row("--encoding windows-1252", "caf\xc3\xa9,b\n1,2\n3,4\n", "cafÃ©:integer:0:3 b:integer:0:4");
}

void TestCliReading::optionsDecideHowATableIsRead()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, options);
    CliRunner cli;
    const CliRun run = inspect(cli, csv, options);
    QVERIFY2(run.exitCode == 0, run.output.constData());
    QTEST(summaryOf(run.json()), "summary");
}

void TestCliReading::whatWasChosenIsToldAsChosen()
{
    CliRunner cli;
    const QByteArray csv = "data;x\n04/02/2015;1,5\n05/02/2015;2,5\n";
    const QJsonObject json = inspect(cli, csv, QStringLiteral("--date-order month-first --separator semicolon")).json();
    QCOMPARE(json[QStringLiteral("dateOrder")].toString(), QStringLiteral("month-first"));
    QCOMPARE(columnOf(json, 0)[QStringLiteral("earliest")].toString(), QStringLiteral("2015-04-02"));
    QVERIFY(guessAbout(json, QStringLiteral("dateOrder"))[QStringLiteral("chosen")].toBool());
    QVERIFY(guessAbout(json, QStringLiteral("separator"))[QStringLiteral("chosen")].toBool());
    QVERIFY(!guessAbout(json, QStringLiteral("decimal"))[QStringLiteral("chosen")].toBool(true));
}

void TestCliReading::trainingAndPredictionsTakeTheOptions()
{
    // Read by itself, a comma before three digits would be a decimal sign here.
    CliRunner cli;
    QByteArray csv = "x;y\n";
    for (int i = 0; i < 40; ++i)
        csv += QByteArray::number(1 + i % 9) + ",000;" + QByteArray::number(2 + 2 * (i % 9)) + ",500\n";
    cli.write(QStringLiteral("t.csv"), csv);
    const QString reading = QStringLiteral(" --decimal point --grouping comma");
    const CliRun trained =
        cli.run((QStringLiteral("train t.csv --task regression --epochs 1 -o m.broto --json") + reading).split(u' '));
    QVERIFY2(trained.exitCode == 0, trained.errors.constData());
    const QString predict = QStringLiteral("predict m.broto t.csv -o o.csv --json");
    // What the rows leave open means what it meant in the table that was learned from.
    QCOMPARE(cli.run(predict.split(u' ')).json()[QStringLiteral("outOfRange")].toInt(), 0);
    QCOMPARE(cli.run((predict + reading).split(u' ')).json()[QStringLiteral("outOfRange")].toInt(), 0);
    const CliRun outside = cli.run((predict + QStringLiteral(" --decimal comma")).split(u' '));
    QCOMPARE(outside.json()[QStringLiteral("outOfRange")].toInt(), 40); // 1 to 9, where it learned 1000 to 9000
}

QTEST_GUILESS_MAIN(TestCliReading)
#include "tst_cli_reading.moc"

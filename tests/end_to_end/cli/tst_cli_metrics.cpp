#include "cli_runner.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}

/// Three kinds, the last one rare, and a mass in grams.
QByteArray thingsCsv()
{
    QByteArray csv = "x,y,kind,mass (g)\n";
    for (int i = 0; i < 90; ++i) {
        const int kind = i % 10 == 9 ? 2 : i % 2;
        const int x = i * 17 % 10 + 4 * kind, y = i * 7 % 11;
        csv += QByteArray::number(x) + ".5," + QByteArray::number(y) + ".25," + QByteArray(1, "abc"[kind]) + "," +
               QByteArray::number(3 * x - y) + ".5\n";
    }
    return csv;
}

double number(const QJsonObject& object, const char* name)
{
    return object[QLatin1String(name)].toDouble(-1e9);
}

QJsonObject partOf(const QJsonObject& document, const char* name)
{
    return document[QLatin1String("parts")][QLatin1String(name)].toObject();
}

}

class TestCliMetrics : public QObject {
    Q_OBJECT

private slots:
    void init() { m_cli.write(QStringLiteral("t.csv"), thingsCsv()); }

    void classesAreJudgedOneByOne();
    void aRegressionIsJudgedInItsUnit();
    void partsWithoutRowsAreNull();
    void peopleReadTheMetricsAsLines();
    void errorsOfSmallTargetsHaveDigits();
    void allFoldsAreTriedInTurn();
    void oneFoldIsNoCrossValidation();

private:
    CliRunner m_cli;
};

void TestCliMetrics::classesAreJudgedOneByOne()
{
    const CliRun run = m_cli.run(words("train t.csv --target kind --features x,y --epochs 30 -o m.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject document = run.json();
    for (const char* name : {"training", "validation", "test"}) {
        const QJsonObject part = partOf(document, name);
        QCOMPARE(part.keys(), words("accuracy auc balancedAccuracy classes confusion logLoss macroF1 rows"));
        const QJsonArray classes = part[QLatin1String("classes")].toArray();
        const QJsonArray confusion = part[QLatin1String("confusion")].toArray();
        QCOMPARE(classes.size(), 3);
        double recalls = 0, f1s = 0;
        int rows = 0;
        for (int i = 0; i < 3; ++i) {
            const QJsonObject score = classes[i].toObject();
            QCOMPARE(score[QLatin1String("name")].toString(), QString(QLatin1Char("abc"[i])));
            int ofClass = 0, answers = 0;
            for (int j = 0; j < 3; ++j) {
                ofClass += confusion[i][j].toInt();
                answers += confusion[j][i].toInt();
            }
            QCOMPARE(score[QLatin1String("rows")].toInt(), ofClass);
            QVERIFY(ofClass > 0);
            QCOMPARE(number(score, "recall"), confusion[i][i].toDouble() / ofClass);
            if (answers > 0)
                QCOMPARE(number(score, "precision"), confusion[i][i].toDouble() / answers);
            QVERIFY(number(score, "auc") > 0 && number(score, "auc") <= 1);
            recalls += number(score, "recall");
            f1s += number(score, "f1");
            rows += ofClass;
        }
        QCOMPARE(part[QLatin1String("rows")].toInt(), rows);
        QVERIFY(std::abs(number(part, "balancedAccuracy") - recalls / 3) < 1e-9);
        QVERIFY(std::abs(number(part, "macroF1") - f1s / 3) < 1e-9);
        QVERIFY(number(part, "logLoss") > 0);
    }
    QCOMPARE(number(partOf(document, "test"), "accuracy"), number(document, "test"));
    QVERIFY(document[QLatin1String("crossValidation")].isNull());
}

void TestCliMetrics::aRegressionIsJudgedInItsUnit()
{
    const CliRun run = m_cli.run(words("train t.csv --target mass --features x,y --epochs 60 -o m.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject document = run.json();
    const QJsonObject part = partOf(document, "test");
    QCOMPARE(part.keys(), words("meanAbsoluteError r2 residuals rootMeanSquareError rows unit"));
    QCOMPARE(part[QLatin1String("unit")].toString(), QStringLiteral("g"));
    QCOMPARE(number(part, "r2"), number(document, "test"));
    const QJsonObject residuals = part[QLatin1String("residuals")].toObject();
    const double error = number(part, "rootMeanSquareError");
    QVERIFY(std::abs(std::hypot(number(residuals, "mean"), number(residuals, "deviation")) - error) < 1e-6 * error);
    QVERIFY(std::abs(number(residuals, "largest")) >= number(part, "meanAbsoluteError"));
    const int row = residuals[QLatin1String("row")].toInt();
    QVERIFY(row >= 1 && row <= 90);
}

void TestCliMetrics::partsWithoutRowsAreNull()
{
    const CliRun run =
        m_cli.run(words("train t.csv --target kind --features x,y --epochs 3 --split 80,20,0 -o m.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject parts = run.json()[QLatin1String("parts")].toObject();
    QVERIFY(parts[QLatin1String("test")].isNull());
    QVERIFY(parts[QLatin1String("validation")].isObject());
}

void TestCliMetrics::peopleReadTheMetricsAsLines()
{
    const CliRun classes = m_cli.run(words("train t.csv --target kind --features x,y --epochs 3 -o m.broto"));
    for (const char* line :
         {"\nbalanced accuracy: training 0.", "\nmacro F1: training 0.", "\nAUC: training 0.", "\nlog loss: training "})
        QVERIFY2(classes.output.contains(line), classes.output);
    const CliRun values = m_cli.run(words("train t.csv --target mass --features x,y --epochs 3 -o m.broto"));
    for (const char* line : {"\nmean absolute error (g): training ", "\nroot mean square error (g): training ",
                             "\nmean of the residuals (g): training ", "\ndeviation of the residuals (g): training "})
        QVERIFY2(values.output.contains(line), values.output);
}

void TestCliMetrics::errorsOfSmallTargetsHaveDigits()
{
    QByteArray csv = "x,y,current (A)\n";
    for (int i = 0; i < 60; ++i)
        csv += QByteArray::number(i * 17 % 10) + ".5," + QByteArray::number(i * 7 % 11) + ".25," +
               QByteArray::number(i * 13 % 29) + ".5e-9\n";
    m_cli.write(QStringLiteral("small.csv"), csv);
    const CliRun run = m_cli.run(words("train small.csv --epochs 3 -o m.broto"));
    const QRegularExpression digits(QStringLiteral("mean absolute error \\(A\\): training [1-9][.0-9]*e-0[89],"));
    QVERIFY2(digits.match(QString::fromUtf8(run.output)).hasMatch(), run.output);
}

void TestCliMetrics::allFoldsAreTriedInTurn()
{
    const CliRun run =
        m_cli.run(words("train t.csv --target kind --features x,y --epochs 10 --folds 4 -o m.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    for (int fold = 1; fold <= 4; ++fold)
        QVERIFY2(run.errors.contains("Fold " + QByteArray::number(fold) + " of 4: test 0."), run.errors);
    const QJsonObject document = run.json();
    const QJsonObject result = document[QLatin1String("crossValidation")].toObject();
    const QJsonArray tests = result[QLatin1String("tests")].toArray();
    QCOMPARE(result[QLatin1String("folds")].toInt(), 4);
    QCOMPARE(tests.size(), 4);
    double sum = 0, squares = 0;
    for (const QJsonValue& test : tests)
        sum += test.toDouble();
    for (const QJsonValue& test : tests)
        squares += (test.toDouble() - sum / 4) * (test.toDouble() - sum / 4);
    QVERIFY(std::abs(number(result, "mean") - sum / 4) < 1e-9);
    QVERIFY(std::abs(number(result, "deviation") - std::sqrt(squares / 3)) < 1e-9);
    // What is saved is the network of the first of them.
    QCOMPARE(number(document, "test"), tests[0].toDouble());
    for (int fold = 2; fold <= 4; ++fold) {
        const CliRun alone =
            m_cli.run(words("train t.csv --target kind --features x,y --epochs 10 --folds 4 -o m.broto --json") +
                      QStringList{QStringLiteral("--fold"), QString::number(fold)});
        QCOMPARE(number(alone.json(), "test"), tests[fold - 1].toDouble());
    }
    const CliRun lines = m_cli.run(words("train t.csv --target kind --features x,y --epochs 10 --folds 4 -o m.broto"));
    QVERIFY2(lines.output.contains("\n4 folds: mean test accuracy 0."), lines.output);
}

void TestCliMetrics::oneFoldIsNoCrossValidation()
{
    const CliRun run =
        m_cli.run(words("train t.csv --target kind --features x,y --epochs 2 --folds 4 --fold 2 -o m.broto --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    QVERIFY(run.json()[QLatin1String("crossValidation")].isNull());
}

QTEST_GUILESS_MAIN(TestCliMetrics)
#include "tst_cli_metrics.moc"

#include "cli_runner.h"

#include <QJsonArray>
#include <QtTest>

/// Commands that make and read project files.
class TestCliProjects : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void trainTellsWhatItLearned();
    void sameSeedGivesTheSameBytes();
    void compareHasOneRowAVariant();
    void compareSaysWhatDoesNotFit();
    void compressAddsAVariant();
    void failedCompressionLeavesTheFile();
    void predictWritesAnswersAndCertainties();
    void predictWritesNumbersForARegression();
    void rowsThatLackAColumnAreExplained();
    void damagedProjectsAreExplained_data();
    void damagedProjectsAreExplained();
    void unknownVariantsAreNamed();
    void unwritableOutputIsExplained();
    void interruptedTrainingLeavesNothing();

private:
    CliRunner m_cli;
};

namespace {

const QString table = QStringLiteral("t.csv");
const QString project = QStringLiteral("t.broto");

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}

QList<QList<QByteArray>> cellsOf(const QByteArray& csv)
{
    QList<QList<QByteArray>> rows;
    for (const QByteArray& line : csv.trimmed().split('\n'))
        rows.append(line.split(','));
    return rows;
}

}

void TestCliProjects::initTestCase()
{
    m_cli.write(table, easyCsv());
    const CliRun run = m_cli.run(words("train t.csv --epochs 40 --layers 6 --seed 3 -o t.broto"));
    QVERIFY2(run.exitCode == 0, run.errors);
    QVERIFY(run.errors.contains("Epoch 40 of 40"));
    QVERIFY(run.output.contains("ptq-int8"));
}

void TestCliProjects::trainTellsWhatItLearned()
{
    const CliRun run = m_cli.run(words("train t.csv --epochs 40 --layers 6 --seed 3 -o other.broto --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json.keys(),
             words("bestEpoch crossValidation epochs instructionSet layers metric parameters parts run seed "
                   "settings target task test train validation variants windows"));
    QCOMPARE(json[QStringLiteral("task")].toString(), QStringLiteral("classification"));
    QCOMPARE(json[QStringLiteral("target")].toString(), QStringLiteral("kind"));
    QCOMPARE(json[QStringLiteral("metric")].toString(), QStringLiteral("accuracy"));
    QCOMPARE(json[QStringLiteral("epochs")].toInt(), 40);
    QCOMPARE(json[QStringLiteral("parameters")].toInt(), 2 * 6 + 6 + 6 * 2 + 2);
    QCOMPARE(json[QStringLiteral("seed")].toInt(), 3);
    QCOMPARE(json[QStringLiteral("variants")].toArray(),
             (QJsonArray{QStringLiteral("float"), QStringLiteral("ptq-int8")}));
    QVERIFY(json[QStringLiteral("train")].toDouble() > 0.9);
}

void TestCliProjects::sameSeedGivesTheSameBytes()
{
    const auto make = [&](const QString& name, const QString& seed) {
        QCOMPARE(m_cli
                     .run(words("train t.csv --epochs 5 --seed") +
                          QStringList{seed, QStringLiteral("-o"), name + QStringLiteral(".broto")})
                     .exitCode,
                 0);
        QCOMPARE(m_cli
                     .run(QStringList{QStringLiteral("export"), name + QStringLiteral(".broto")} +
                          words("--variant ptq-int8 --format cpp -o") + QStringList{name})
                     .exitCode,
                 0);
    };
    make(QStringLiteral("one"), QStringLiteral("7"));
    make(QStringLiteral("two"), QStringLiteral("7"));
    make(QStringLiteral("three"), QStringLiteral("8"));
    QVERIFY(!m_cli.read(QStringLiteral("one.broto")).isEmpty());
    QVERIFY(m_cli.read(QStringLiteral("one.broto")) == m_cli.read(QStringLiteral("two.broto")));
    QVERIFY(m_cli.read(QStringLiteral("one.broto")) != m_cli.read(QStringLiteral("three.broto")));
    const QByteArray header = m_cli.read(QStringLiteral("one/t_ptq_int8.h"));
    QVERIFY(!header.isEmpty());
    QVERIFY(header == m_cli.read(QStringLiteral("two/t_ptq_int8.h")));
    QVERIFY(header != m_cli.read(QStringLiteral("three/t_ptq_int8.h")));
}

void TestCliProjects::compareHasOneRowAVariant()
{
    const QJsonObject bare = m_cli.run(words("compare t.broto --json")).json();
    QCOMPARE(bare[QStringLiteral("metric")].toString(), QStringLiteral("accuracy"));
    const QJsonArray variants = bare[QStringLiteral("variants")].toArray();
    QCOMPARE(variants.size(), 2);
    const QStringList keys =
        words("agreement bits change changeInterval control cycles extraEpochs fits flashBytes interval method metric "
              "microjoules microseconds name probability ramBytes storage weightBytes");
    QCOMPARE(variants[0].toObject().keys(), keys);
    QCOMPARE(variants[0].toObject()[QStringLiteral("change")].toDouble(), 0.0);
    for (const char* cost : {"cycles", "flashBytes", "microjoules", "microseconds", "ramBytes"})
        QVERIFY2(variants[0].toObject()[QString::fromLatin1(cost)].isNull(), cost);
    QCOMPARE(variants[0].toObject()[QStringLiteral("weightBytes")].toInt(), 4 * (2 * 6 + 6 + 6 * 2 + 2));

    const CliRun onBoard = m_cli.run(words("compare t.broto --board uno --json"));
    const QJsonArray costs = onBoard.json()[QStringLiteral("variants")].toArray();
    for (const char* cost : {"cycles", "flashBytes", "microjoules", "microseconds", "ramBytes"})
        QVERIFY2(costs[1].toObject()[QString::fromLatin1(cost)].toDouble() > 0, cost);
    QVERIFY(costs[1].toObject()[QStringLiteral("fits")].toBool());
    const CliRun plain = m_cli.run(words("compare t.broto --board uno"));
    QVERIFY(plain.output.contains("Arduino Uno"));
}

void TestCliProjects::compareSaysWhatDoesNotFit()
{
    const CliRun trained = m_cli.run(words("train t.csv --epochs 1 --layers 100,100 -o large.broto"));
    QVERIFY2(trained.exitCode == 0, trained.errors);
    const CliRun compared = m_cli.run(words("compare large.broto --board uno"));
    QVERIFY2(compared.output.contains("float does not fit: it takes "), compared.output);
    QVERIFY2(compared.output.contains(" of stack; the Arduino Uno has "), compared.output);
    QVERIFY2(!compared.output.contains("int8 does not fit"), compared.output);
}

void TestCliProjects::compressAddsAVariant()
{
    m_cli.write(QStringLiteral("c.broto"), m_cli.read(project));
    const CliRun run = m_cli.run(words("compress c.broto --method ptq --name mine --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    QCOMPARE(run.json()[QStringLiteral("variant")].toString(), QStringLiteral("mine"));
    const CliRun compared = m_cli.run(words("compare c.broto --json"));
    QCOMPARE(compared.json()[QStringLiteral("variants")].toArray().size(), 3);
    QCOMPARE(m_cli.run(words("compress c.broto --method ptq")).exitCode, 0);
    QCOMPARE(m_cli.run(words("compare c.broto --json")).json()[QStringLiteral("variants")].toArray().size(), 3);
}

void TestCliProjects::failedCompressionLeavesTheFile()
{
    const CliRun run = m_cli.run(words("compress t.broto --method ptq --name ../x --json"));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString(),
             QStringLiteral("project.variant-name"));
    QCOMPARE(m_cli.run(words("compare t.broto --json")).json()[QStringLiteral("variants")].toArray().size(), 2);
}

void TestCliProjects::predictWritesAnswersAndCertainties()
{
    m_cli.write(QStringLiteral("rows.csv"), "width (cm),length (cm)\n40,10\n25,30\n,30\n");
    const CliRun run = m_cli.run(words("predict t.broto --variant ptq-int8 rows.csv --raw -o out.csv --json"));
    QVERIFY2(run.exitCode == 0, run.errors);
    QCOMPARE(run.json()[QStringLiteral("rows")].toInt(), 3);
    const auto cells = cellsOf(m_cli.read(QStringLiteral("out.csv")));
    QCOMPARE(cells.size(), 4);
    QCOMPARE(cells[0], (QList<QByteArray>{"prediction", "long", "wide", "raw_0", "raw_1"}));
    QCOMPARE(cells[1][0], QByteArray("wide"));
    QCOMPARE(cells[2][0], QByteArray("long"));
    for (const auto& row : cells.mid(1)) {
        QVERIFY(std::abs(row[1].toDouble() + row[2].toDouble() - 1) < 1e-5);
        QCOMPARE(row[1].toDouble() > row[2].toDouble(), row[3].toInt() > row[4].toInt());
    }
    const CliRun plain = m_cli.run(words("predict t.broto rows.csv -o out.csv"));
    QCOMPARE(plain.exitCode, 0);
    QCOMPARE(cellsOf(m_cli.read(QStringLiteral("out.csv")))[0].size(), 3);
}

void TestCliProjects::predictWritesNumbersForARegression()
{
    QCOMPARE(
        m_cli.run(words("train t.csv --target length --ignore kind --task regression --epochs 2 -o r.broto")).exitCode,
        0);
    m_cli.write(QStringLiteral("rows.csv"), "width\n40\n30\n");
    QCOMPARE(m_cli.run(words("predict r.broto rows.csv --raw -o out.csv")).exitCode, 0);
    const auto cells = cellsOf(m_cli.read(QStringLiteral("out.csv")));
    QCOMPARE(cells[0], (QList<QByteArray>{"prediction", "raw_0"}));
    bool isNumber = false;
    cells[1][0].toDouble(&isNumber);
    QVERIFY(isNumber);
}

void TestCliProjects::rowsThatLackAColumnAreExplained()
{
    m_cli.write(QStringLiteral("rows.csv"), "length (cm)\n10\n20\n");
    const CliRun run = m_cli.run(words("predict t.broto rows.csv -o none.csv"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains("width"), run.errors);
    QVERIFY(m_cli.read(QStringLiteral("none.csv")).isEmpty());
}

void TestCliProjects::damagedProjectsAreExplained_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = m_cli.read(project);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a table") << easyCsv();
    QTest::newRow("cut off") << whole.left(whole.size() / 2);
    QByteArray flipped = whole;
    flipped[200] = static_cast<char>(flipped[200] ^ 4);
    QTest::newRow("one bit flipped") << flipped;
}

void TestCliProjects::damagedProjectsAreExplained()
{
    QFETCH(QByteArray, bytes);
    m_cli.write(QStringLiteral("bad.broto"), bytes);
    const CliRun run = m_cli.run(words("compare bad.broto --json"));
    QCOMPARE(run.exitCode, 1);
    const QJsonObject error = run.json()[QStringLiteral("error")].toObject();
    QCOMPARE(error[QStringLiteral("id")].toString(), QStringLiteral("project.damaged"));
}

void TestCliProjects::unknownVariantsAreNamed()
{
    const CliRun run = m_cli.run(words("export t.broto --variant qat-int8 --format cpp -o d"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.errors.contains("qat-int8"));
    QVERIFY(run.errors.contains("float, ptq-int8"));
}

void TestCliProjects::unwritableOutputIsExplained()
{
    const CliRun train = m_cli.run(words("train t.csv --epochs 1 -o no/such/folder/m.broto"));
    QCOMPARE(train.exitCode, 1);
    QVERIFY2(train.errors.contains("no/such/folder"), train.errors);
    const CliRun exported = m_cli.run(words("export t.broto --variant float --format cpp -o t.csv/below"));
    QCOMPARE(exported.exitCode, 1);
    QVERIFY2(exported.errors.contains("t.csv is a file"), exported.errors);
}

void TestCliProjects::interruptedTrainingLeavesNothing()
{
    const std::unique_ptr<QProcess> process = m_cli.start(words("train t.csv --epochs 1000000 -o never.broto --json"));
    QVERIFY(waitForErrors(*process, "Epoch 1 of"));
    process->terminate();
    QVERIFY(process->waitForFinished(5000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 1);
    CliRun run;
    run.output = process->readAllStandardOutput();
    QCOMPARE(run.json()[QStringLiteral("error")].toObject()[QStringLiteral("id")].toString(),
             QStringLiteral("common.cancelled"));
    QVERIFY(m_cli.read(QStringLiteral("never.broto")).isEmpty());
}

QTEST_GUILESS_MAIN(TestCliProjects)
#include "tst_cli_projects.moc"

#include "cli_runner.h"

#include <QJsonArray>
#include <QTest>

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ');
}

}

/// What `compress` and `compare` do with every method and option.
class TestCliCompress : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyMethodAddsItsVariant_data();
    void everyMethodAddsItsVariant();
    void wrongUseIsToldApartFromFailure_data();
    void wrongUseIsToldApartFromFailure();
    void nothingThatCannotBeReadIsSaved_data();
    void nothingThatCannotBeReadIsSaved();
    void recipesAreKeptAndRepeated();
    void mixedPrecisionKeepsWithinTheFlash();
    void compareTellsHowSureItIs();

private:
    QJsonObject compress(const QString& arguments, int expected = 0);

    CliRunner m_cli;
};

void TestCliCompress::initTestCase()
{
    m_cli.write(QStringLiteral("t.csv"), easyCsv());
    const CliRun run = m_cli.run(words("train t.csv --epochs 8 --layers 6,4 -o t.broto"));
    QVERIFY2(run.exitCode == 0, run.errors);
}

QJsonObject TestCliCompress::compress(const QString& arguments, int expected)
{
    const CliRun run = m_cli.run(words("compress t.broto --json") + arguments.split(u' '));
    if (run.exitCode != expected)
        qWarning("%d: %s", run.exitCode, run.errors.constData());
    return run.exitCode == expected ? run.json() : QJsonObject();
}

void TestCliCompress::everyMethodAddsItsVariant_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("storage");
    QTest::addColumn<bool>("control");
    const auto row = [](const char* arguments, const char* variant, const char* storage, bool control) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(variant)
                                 << QString::fromUtf8(storage) << control;
    };
    row("--method ptq", "ptq-int8", "int8", false);
    row("--method ptq --bits 4 --per layer --rounding nearest --no-correct-bias", "ptq-int4", "int4", false);
    row("--method ptq --bits 2 --ranges entropy --weight-ranges mean-square --calibration-rows 20", "ptq-ternary",
        "ternary", false);
    row("--method ptq --bits 8,4,2", "ptq-mixed", "int8 + int4 + ternary", false);
    row("--method qat --bits 4 --scales learned --epochs 3 --learning-rate 0.01", "qat-int4", "int4", true);
    row("--method qat --bits 2", "qat-ternary", "ternary", true);
    row("--method codebook --entries 4 --shared", "codebook-4", "codebook", true);
    row("--method codebook --entries 256 --centres autocloud --threshold 1.43", "codebook-autocloud-256", "codebook",
        true);
    row("--method prune --share 0.8 --stages 1", "prune-80", "int8", true);
    row("--method prune --share 0.5 --neurons", "prune-neurons-50", "int8", true);
    row("--method distill --teacher 12,8 --student 3 --temperature 4 --follow 0.5", "distill", "int8", true);
    row("--method prune,qat,codebook --bits 8 --name small", "small", "codebook", true);
}

void TestCliCompress::everyMethodAddsItsVariant()
{
    QFETCH(QString, arguments);
    QFETCH(QString, variant);
    QFETCH(QString, storage);
    QFETCH(bool, control);
    const QJsonObject json = compress(arguments);
    QCOMPARE(json[QStringLiteral("variant")].toString(), variant);
    QCOMPARE(json[QStringLiteral("storage")].toString(), storage);
    QCOMPARE(json[QStringLiteral("control")].isDouble(), control);
    QVERIFY(json[QStringLiteral("weightBytes")].toInt() > 0);
    QVERIFY(json[QStringLiteral("recipe")].toArray().size() >= 1);
}

void TestCliCompress::wrongUseIsToldApartFromFailure_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char* arguments, int exitCode) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << exitCode;
    };
    row("--method shrink", 2);
    row("--method ptq --flash 9000 --per layer", 2);
    row("--bits 4", 2);
    row("--method qat --entries 16", 2);
    row("--method qat --bits 8,4", 2);
    row("--method ptq --bits 9", 2);
    row("--method codebook --entries 5", 2);
    row("--method ptq --board mega", 2);
    row("--method ptq --bits 4 --flash 4000", 2);
    row("--recipe mine --bits 4", 2);
    row("--recipe mine", 1);
    row("--method codebook,prune", 1);
    row("--method prune --share 1.5", 1);
    row("--method distill --temperature 0.1", 1);
    row("--method ptq --name ../x", 1);
    row("--method ptq --name float", 1);
    row("--method ptq --flash 10", 1);
}

void TestCliCompress::wrongUseIsToldApartFromFailure()
{
    QFETCH(QString, arguments);
    QFETCH(int, exitCode);
    const QByteArray before = m_cli.read(QStringLiteral("t.broto"));
    const CliRun run = m_cli.run(words("compress t.broto") + arguments.split(u' '));
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(!run.errors.isEmpty());
    QVERIFY(m_cli.read(QStringLiteral("t.broto")) == before);
}

void TestCliCompress::nothingThatCannotBeReadIsSaved_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char* arguments :
         {"--method ptq --calibration-rows -5", "--method codebook --threshold -1", "--method codebook --radius inf",
          "--method codebook --bandwidth nan", "--method codebook --centres dbstream --radius -1",
          "--method qat --epochs -3", "--method qat --learning-rate nan", "--method prune --share nan",
          "--method distill --follow nan"})
        QTest::newRow(arguments) << QString::fromUtf8(arguments);
}

void TestCliCompress::nothingThatCannotBeReadIsSaved()
{
    QFETCH(QString, arguments);
    const CliRun run = m_cli.run(words("compress t.broto --name odd") + arguments.split(u' '));
    QVERIFY2(run.exitCode == 1 || run.exitCode == 2, run.output);
    QCOMPARE(m_cli.run(words("compare t.broto")).exitCode, 0);
}

void TestCliCompress::recipesAreKeptAndRepeated()
{
    const QJsonObject first =
        compress(QStringLiteral("--method prune,qat --share 0.6 --bits 4 --save-recipe mine --name one"));
    const QJsonObject second = compress(QStringLiteral("--recipe mine --name two"));
    QCOMPARE(second[QStringLiteral("recipe")], first[QStringLiteral("recipe")]);
    QCOMPARE(second[QStringLiteral("metric")], first[QStringLiteral("metric")]);
    QCOMPARE(second[QStringLiteral("weightBytes")], first[QStringLiteral("weightBytes")]);
}

void TestCliCompress::mixedPrecisionKeepsWithinTheFlash()
{
    QVERIFY(!compress(QStringLiteral("--method ptq --flash 9000 --board mega --name roomy")).isEmpty());
    const CliRun run = m_cli.run(words("compare t.broto --board mega --json"));
    int flash = 0;
    for (const QJsonValue& value : run.json()[QStringLiteral("variants")].toArray())
        if (value[QStringLiteral("name")].toString() == QStringLiteral("roomy"))
            flash = value[QStringLiteral("flashBytes")].toInt();
    QVERIFY2(flash > 0 && flash <= 9000, qPrintable(QString::number(flash)));
}

void TestCliCompress::compareTellsHowSureItIs()
{
    QVERIFY(!compress(QStringLiteral("--method qat")).isEmpty());
    const CliRun run = m_cli.run(words("compare t.broto --board uno --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonArray variants = run.json()[QStringLiteral("variants")].toArray();
    QVERIFY(variants.size() >= 3);
    for (const QJsonValue& variant : variants) {
        const QJsonArray interval = variant[QStringLiteral("interval")].toArray();
        const double metric = variant[QStringLiteral("metric")].toDouble();
        QVERIFY(interval[0].toDouble() <= metric && metric <= interval[1].toDouble());
        const QJsonArray change = variant[QStringLiteral("changeInterval")].toArray();
        QVERIFY(change[0].toDouble() <= variant[QStringLiteral("change")].toDouble() + 1e-9);
        QVERIFY(change[1].toDouble() >= variant[QStringLiteral("change")].toDouble() - 1e-9);
        QVERIFY(variant[QStringLiteral("agreement")].toDouble() <= 1);
        QVERIFY(variant[QStringLiteral("flashBytes")].toInt() > 0);
    }
    QVERIFY(m_cli.run(words("compare t.broto")).output.contains("95 % interval"));
}

QTEST_GUILESS_MAIN(TestCliCompress)
#include "tst_cli_compress.moc"

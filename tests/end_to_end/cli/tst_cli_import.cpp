#include "cli_runner.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

namespace {

/// Of a file that was written.
QString pathIn(const QJsonArray& files, qsizetype index)
{
    return files[index].toObject()[QStringLiteral("path")].toString();
}

}

/// Out to .tflite and .onnx, and in again.
class TestCliImport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasExportedPredictsTheSameWhenImported_data();
    void whatWasExportedPredictsTheSameWhenImported();
    void withRowsItIsJudgedAndCompressed();
    void aForeignModelIsReadAndAnswers();
    void wrongUseIsToldApartFromFailure_data();
    void wrongUseIsToldApartFromFailure();

private:
    CliRun run(const QString& line) { return m_cli.run(line.split(u' ')); }
    CliRunner m_cli;
};

void TestCliImport::initTestCase()
{
    m_cli.write(QStringLiteral("t.csv"), easyCsv());
    const CliRun trained = run(QStringLiteral("train t.csv --epochs 8 --layers 6,4 -o t.broto"));
    QVERIFY2(trained.exitCode == 0, trained.errors);
    m_cli.write(QStringLiteral("line.json"),
                R"({"model_quantized": false, "num_layers": 1, "layers": [
                    {"activation": "linear", "weights": [[2], [-1]], "biases": [0.5]}]})");
    m_cli.write(QStringLiteral("table.onnx"), easyCsv());
    m_cli.write(QStringLiteral("keras.tflite"), "PK\x03\x04 an archive");
    m_cli.write(QStringLiteral("half.tflite"), "\x1c.._TFL3 and no more");
    m_cli.write(QStringLiteral("keyless.json"), R"({"layers": [{"activation": "linear", "weights": [[2], [-1]]}]})");
    m_cli.write(QStringLiteral("rows.csv"), "feature 1,feature 2\n3,1\n-1,0.25\n");
}

void TestCliImport::whatWasExportedPredictsTheSameWhenImported_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("imported");
    QTest::newRow("float, tflite") << "float"
                                   << "tflite"
                                   << "float";
    QTest::newRow("float, onnx") << "float"
                                 << "onnx"
                                 << "float";
    QTest::newRow("int8, tflite") << "ptq-int8"
                                  << "tflite"
                                  << "imported-int8";
    QTest::newRow("int8, onnx") << "ptq-int8"
                                << "onnx"
                                << "imported-int8";
}

void TestCliImport::whatWasExportedPredictsTheSameWhenImported()
{
    QFETCH(QString, variant);
    QFETCH(QString, format);
    QFETCH(QString, imported);
    const CliRun out =
        run(QStringLiteral("export t.broto --variant %1 --format %2 -o out --json").arg(variant, format));
    QVERIFY2(out.exitCode == 0, out.errors);
    const QJsonArray files = out.json()[QStringLiteral("files")].toArray();
    QCOMPARE(files.size(), 2); // the description stands beside it
    const QString model = pathIn(files, 0);
    QVERIFY(model.endsWith(QStringLiteral(".") + format) && pathIn(files, 1) == model + QStringLiteral(".json"));
    const CliRun in = run(QStringLiteral("import %1 -o in.broto --json").arg(model));
    QVERIFY2(in.exitCode == 0, in.errors);
    const CliRun before = run(QStringLiteral("predict t.broto --variant %1 t.csv --raw -o before.csv").arg(variant));
    QVERIFY2(before.exitCode == 0, before.errors);
    const CliRun after = run(QStringLiteral("predict in.broto --variant %1 t.csv --raw -o after.csv").arg(imported));
    QVERIFY2(after.exitCode == 0, after.errors);
    QCOMPARE(m_cli.read(QStringLiteral("after.csv")), m_cli.read(QStringLiteral("before.csv")));
    // And so does what is exported of it.
    const CliRun header =
        run(QStringLiteral("export in.broto --variant %1 --format cpp --replace -o header").arg(imported));
    QVERIFY2(header.exitCode == 0, header.errors);
}

void TestCliImport::withRowsItIsJudgedAndCompressed()
{
    const CliRun out = run(QStringLiteral("export t.broto --variant float --format onnx -o again --json"));
    const QString model = pathIn(out.json()[QStringLiteral("files")].toArray(), 0);
    const CliRun in = run(QStringLiteral("import %1 --data t.csv -o judged.broto --json").arg(model));
    QVERIFY2(in.exitCode == 0, in.errors);
    const QJsonArray variants = in.json()[QStringLiteral("variants")].toArray();
    QCOMPARE(variants.size(), 2);
    const QString name = QStringLiteral("variants"), metric = QStringLiteral("metric");
    const CliRun before = run(QStringLiteral("compare t.broto --json"));
    QCOMPARE(variants[0].toObject()[metric], before.json()[name].toArray()[0].toObject()[metric]);
    const CliRun compressed = run(QStringLiteral("compress judged.broto --method ptq --bits 4"));
    QVERIFY2(compressed.exitCode == 0, compressed.errors);
    const CliRun compared = run(QStringLiteral("compare judged.broto --board uno --json"));
    QVERIFY2(compared.exitCode == 0, compared.errors);
    QCOMPARE(compared.json()[QStringLiteral("variants")].toArray().size(), 3);
}

void TestCliImport::aForeignModelIsReadAndAnswers()
{
    const CliRun in = run(QStringLiteral("import line.json -o line.broto"));
    QVERIFY2(in.exitCode == 0, in.errors);
    QVERIFY2(in.output.contains("2-1"), in.output);
    const CliRun asked = run(QStringLiteral("predict line.broto rows.csv -o answers.csv"));
    QVERIFY2(asked.exitCode == 0, asked.errors);
    QCOMPARE(m_cli.read(QStringLiteral("answers.csv")), QByteArray("prediction\n5.5\n-1.75\n"));
    const CliRun refused = run(QStringLiteral("compress line.broto --method ptq --bits 4"));
    QCOMPARE(refused.exitCode, 1);
}

void TestCliImport::wrongUseIsToldApartFromFailure_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* arguments, int exitCode, const char* says) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << exitCode << QByteArray(says);
    };
    row("import", 2, "model");
    row("import line.json", 2, "output");
    row("import line.json --target y -o x.broto", 2, "--data");
    row("import nowhere.onnx -o x.broto", 1, "nowhere.onnx");
    row("import t.csv -o x.broto", 1, "no model that can be imported");
    row("import line.json -o line.json", 1, "would be lost");
    row("import table.onnx -o x.broto", 1, "no model that can be imported");
    row("import keras.tflite -o x.broto", 1, "Keras");
    row("import half.tflite -o x.broto", 1, "cut short");
    row("import keyless.json -o x.broto", 1, "\"biases\" is missing");
    row("import line.json --data t.csv -o x.broto", 1, "another target");
    row("export t.broto --variant float --format caffe -o out", 2, "caffe");
}

void TestCliImport::wrongUseIsToldApartFromFailure()
{
    QFETCH(QString, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    const CliRun ended = run(arguments);
    QVERIFY2(ended.exitCode == exitCode, ended.errors);
    QVERIFY2(ended.errors.contains(says), ended.errors);
    QVERIFY(!QFileInfo::exists(m_cli.path(QStringLiteral("x.broto"))));
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cli_import.moc"

#include "cli_runner.h"

#include "export/formats.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace broto;

/// Exporting in every format from the command line.
class TestCliExport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void severalFormatsLieSideBySide();
    void exportingAgainChangesNothing();
    void changedFilesAreKeptUntilReplaced();
    void anotherNameIsTakenForAllThatIsWritten();
    void twoModelsOfOneNameAreToldApartByTheCompiler_data();
    void twoModelsOfOneNameAreToldApartByTheCompiler();
    void headersOfBothLanguagesInOneFileAreOneError_data();
    void headersOfBothLanguagesInOneFileAreOneError();
    void whatIsInTheWayIsSaidBeforeAnythingIsWritten();
    void nothingIsLeftOfAnExportThatFails();
    void formatThatCannotHoldTheModelSaysWhy();
    void straightLineCodeIsAskedFor();
    void formatsAreExplained();

private:
    CliRun exported(const QString& format, const QString& folder, const QStringList& more = {});
    QStringList filesBelow(const QString& folder) const;

    CliRunner m_cli;
};

CliRun TestCliExport::exported(const QString& format, const QString& folder, const QStringList& more)
{
    return m_cli.run(QStringList{QStringLiteral("export"), QStringLiteral("t.broto"), QStringLiteral("--variant"),
                                 QStringLiteral("ptq-int8"), QStringLiteral("--format"), format, QStringLiteral("-o"),
                                 folder} +
                     more);
}

QStringList TestCliExport::filesBelow(const QString& folder) const
{
    QStringList files;
    QDirIterator each(m_cli.path(folder), QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files << QDir(m_cli.path(QString())).relativeFilePath(each.next());
    files.sort();
    return files;
}

void TestCliExport::initTestCase()
{
    m_cli.write(QStringLiteral("t.csv"), easyCsv());
    const CliRun run = m_cli.run({QStringLiteral("train"), QStringLiteral("t.csv"), QStringLiteral("--epochs"),
                                  QStringLiteral("40"), QStringLiteral("-o"), QStringLiteral("t.broto")});
    QVERIFY2(run.exitCode == 0, run.errors);
}

void TestCliExport::everyFormatIsWritten_data()
{
    QTest::addColumn<QString>("format");
    for (const ExportFormat& format : exportFormats())
        QTest::newRow(std::string(format.id).c_str()) << QString::fromStdString(std::string(format.id));
}

void TestCliExport::everyFormatIsWritten()
{
    QFETCH(QString, format);
    const CliRun run = exported(format, format, {QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject json = run.json();
    QCOMPARE(json.keys(), (QStringList{QStringLiteral("files"), QStringLiteral("formats"), QStringLiteral("variant")}));
    QCOMPARE(json[u"variant"].toString(), QStringLiteral("ptq-int8"));
    QCOMPARE(json[u"formats"].toArray(), QJsonArray{format});
    QStringList told;
    for (const QJsonValue& file : json[u"files"].toArray()) {
        told << file[u"path"].toString();
        QCOMPARE(file[u"format"].toString(), format);
        QCOMPARE(file[u"bytes"].toInteger(), qint64{m_cli.read(told.back()).size()});
    }
    told.sort();
    QVERIFY(!told.isEmpty());
    QCOMPARE(told, filesBelow(format));
}

void TestCliExport::severalFormatsLieSideBySide()
{
    const CliRun run = exported(QStringLiteral("cmake,cpp,cpp"), QStringLiteral("two"));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, QByteArray("Wrote two/t_ptq_int8.h.\nWrote two/t_ptq_int8_cmake, with 5 files.\n"));
    const CliRun all = exported(QStringLiteral("all"), QStringLiteral("all"), {QStringLiteral("--json")});
    QCOMPARE(all.json()[u"formats"].toArray().size(), qsizetype(exportFormats().size()));
    QCOMPARE(filesBelow(QStringLiteral("all")).size(), all.json()[u"files"].toArray().size());
}

void TestCliExport::exportingAgainChangesNothing()
{
    QCOMPARE(exported(QStringLiteral("arduino,arduino-zip"), QStringLiteral("again")).exitCode, 0);
    const QByteArray before = m_cli.read(QStringLiteral("again/t_ptq_int8.zip"));
    QCOMPARE(exported(QStringLiteral("arduino,arduino-zip"), QStringLiteral("again")).exitCode, 0);
    QVERIFY(!before.isEmpty() && m_cli.read(QStringLiteral("again/t_ptq_int8.zip")) == before);
}

void TestCliExport::changedFilesAreKeptUntilReplaced()
{
    const QString folder = QStringLiteral("kept"), sketch = QStringLiteral("kept/t_ptq_int8_sketch/"),
                  mine = sketch + QStringLiteral("t_ptq_int8_sketch.ino");
    QCOMPARE(exported(QStringLiteral("arduino-sketch"), folder).exitCode, 0);
    const QByteArray original = m_cli.read(mine);
    m_cli.write(mine, "// mine\n");
    QVERIFY(QFile::remove(m_cli.path(sketch + QStringLiteral("t_ptq_int8.h"))));

    const CliRun refused = exported(QStringLiteral("arduino-sketch"), folder);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("t_ptq_int8_sketch.ino is there already") && refused.errors.contains("--replace"),
             refused.errors);
    QCOMPARE(m_cli.read(mine), QByteArray("// mine\n"));
    QCOMPARE(filesBelow(folder).size(), 1); // nothing else was written either

    QCOMPARE(exported(QStringLiteral("arduino-sketch"), folder, {QStringLiteral("--replace")}).exitCode, 0);
    QCOMPARE(m_cli.read(mine), original);
    QCOMPARE(filesBelow(folder).size(), 2);
}

void TestCliExport::anotherNameIsTakenForAllThatIsWritten()
{
    QCOMPARE(exported(QStringLiteral("cpp,arduino-sketch"), QStringLiteral("named"),
                      {QStringLiteral("--name"), QStringLiteral("my garden")})
                 .exitCode,
             0);
    QCOMPARE(filesBelow(QStringLiteral("named")),
             (QStringList{QStringLiteral("named/my_garden_ptq_int8.h"),
                          QStringLiteral("named/my_garden_ptq_int8_sketch/my_garden_ptq_int8.h"),
                          QStringLiteral("named/my_garden_ptq_int8_sketch/my_garden_ptq_int8_sketch.ino")}));
    QVERIFY(m_cli.read(QStringLiteral("named/my_garden_ptq_int8.h")).contains("namespace my_garden_ptq_int8 {"));
}

void TestCliExport::twoModelsOfOneNameAreToldApartByTheCompiler_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("compiler");
    QTest::addColumn<QString>("ending");
    QTest::newRow("C++") << QStringLiteral("cpp") << QStringLiteral("g++") << QStringLiteral(".h");
    QTest::newRow("C") << QStringLiteral("c99") << QStringLiteral("gcc") << QStringLiteral("_c99.h");
}

void TestCliExport::twoModelsOfOneNameAreToldApartByTheCompiler()
{
    QFETCH(QString, format);
    QFETCH(QString, compiler);
    QFETCH(QString, ending);
    const QString program = QStandardPaths::findExecutable(compiler);
    if (program.isEmpty())
        QSKIP("There is no g++ here.");
    const auto words = [](const QString& line) { return line.split(u' '); };
    QCOMPARE(exported(format, QStringLiteral("first")).exitCode, 0);
    QVERIFY(QDir(m_cli.path(QString())).mkpath(QStringLiteral("again")));
    QCOMPARE(m_cli.run(words(QStringLiteral("train t.csv --epochs 2 --seed 9 -o again/t.broto"))).exitCode, 0);
    for (const QString& name : {QString(), QStringLiteral(" --name other")})
        QCOMPARE(
            m_cli
                .run(words(QStringLiteral("export again/t.broto --variant ptq-int8 --format %1 -o second").arg(format) +
                           name))
                .exitCode,
            0);

    const auto compiled = [&](const QString& second) {
        const QString source = format == u"cpp" ? QStringLiteral("two.cpp") : QStringLiteral("two.c");
        m_cli.write(
            source,
            QStringLiteral("#include \"first/t_ptq_int8%1\"\n#include \"%2\"\n").arg(ending, second + ending).toUtf8());
        QProcess process;
        process.start(program, {QStringLiteral("-fsyntax-only"), m_cli.path(source)});
        process.waitForFinished(60000);
        return std::pair(process.exitCode(), process.readAllStandardError());
    };
    QCOMPARE(compiled(QStringLiteral("first/t_ptq_int8")).first, 0);
    const auto [exitCode, errors] = compiled(QStringLiteral("second/t_ptq_int8"));
    QVERIFY(exitCode != 0);
    QVERIFY2(errors.contains("Two models in one program are called t_ptq_int8") && errors.contains("--name"), errors);
    const auto other = compiled(QStringLiteral("second/other_ptq_int8"));
    QVERIFY2(other.first == 0, other.second);
}

void TestCliExport::headersOfBothLanguagesInOneFileAreOneError_data()
{
    QTest::addColumn<QStringList>("headers");
    const QString cpp = QStringLiteral("t_ptq_int8.h"), c99 = QStringLiteral("t_ptq_int8_c99.h");
    QTest::newRow("C99 last") << QStringList{cpp, c99};
    QTest::newRow("C++ last") << QStringList{c99, cpp};
    QTest::newRow("of different models") << QStringList{cpp, QStringLiteral("other_ptq_int8_c99.h")};
}

void TestCliExport::headersOfBothLanguagesInOneFileAreOneError()
{
    QFETCH(QStringList, headers);
    const QString program = QStandardPaths::findExecutable(QStringLiteral("g++"));
    if (program.isEmpty())
        QSKIP("There is no g++ here.");
    const QString folder = QStringLiteral("languages");
    QCOMPARE(exported(QStringLiteral("cpp,c99"), folder).exitCode, 0);
    QCOMPARE(exported(QStringLiteral("c99"), folder, {QStringLiteral("--name"), QStringLiteral("other")}).exitCode, 0);
    const auto errorsOf = [&](const QStringList& included) {
        QByteArray source;
        for (const QString& header : included)
            source += "#include \"languages/" + header.toUtf8() + "\"\n";
        m_cli.write(QStringLiteral("both.cpp"), source);
        QProcess process;
        process.start(program, {QStringLiteral("-fsyntax-only"), m_cli.path(QStringLiteral("both.cpp"))});
        process.waitForFinished(60000);
        return process.readAllStandardError();
    };
    for (const QString& header : headers)
        QCOMPARE(errorsOf({header, header}), QByteArray());
    const QByteArray errors = errorsOf(headers);
    QCOMPARE(errors.count("error: "), 1);
    QVERIFY2(errors.contains("C++ headers and C99 headers of Broto cannot be in one source file"), errors);
}

void TestCliExport::whatIsInTheWayIsSaidBeforeAnythingIsWritten()
{
    const QString folder = QStringLiteral("way");
    QVERIFY(QDir(m_cli.path(QString())).mkpath(QStringLiteral("way/t_ptq_int8.json")));
    const CliRun folderThere = exported(QStringLiteral("cpp,json"), folder, {QStringLiteral("--replace")});
    QCOMPARE(folderThere.exitCode, 1);
    QVERIFY2(folderThere.errors.contains("t_ptq_int8.json is a folder"), folderThere.errors);
    QVERIFY(filesBelow(folder).isEmpty());

    m_cli.write(QStringLiteral("way/t_ptq_int8_sketch"), "a file\n");
    const CliRun fileThere = exported(QStringLiteral("cpp,arduino-sketch"), folder, {QStringLiteral("--replace")});
    QCOMPARE(fileThere.exitCode, 1);
    QVERIFY2(fileThere.errors.contains("t_ptq_int8_sketch is a file"), fileThere.errors);
    QCOMPARE(filesBelow(folder).size(), 1);
}

/// The folder has the longest path that there may be, so that it can be made and no file in it.
void TestCliExport::nothingIsLeftOfAnExportThatFails()
{
    constexpr qsizetype longestPath = 4095, longestName = 200;
    const QString above = QStringLiteral("above");
    QVERIFY(QDir(m_cli.path(QString())).mkpath(above));
    QString folder = above + QStringLiteral("/left");
    while (m_cli.path(folder).size() + longestName + 2 < longestPath)
        folder += u'/' + QString(longestName, u'd');
    folder += u'/' + QString(longestPath - m_cli.path(folder).size() - 1, u'e');
    const CliRun run = exported(QStringLiteral("cpp,json"), m_cli.path(folder));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains("cannot be written"), run.errors);
    QVERIFY(QDir(m_cli.path(above)).isEmpty());
}

/// Asked for by its name it is an error; among all of them it is left out.
void TestCliExport::formatThatCannotHoldTheModelSaysWhy()
{
    const auto words = [](const char* line) { return QString::fromUtf8(line).split(u' '); };
    QCOMPARE(m_cli.run(words("train sample:gestures --window 64 --epochs 2 -o g.broto")).exitCode, 0);
    const CliRun refused = m_cli.run(words("export g.broto --variant ptq-int8 --format cpp,c99 -o windows"));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("windows of readings"), refused.errors);
    QVERIFY(!QFile::exists(m_cli.path(QStringLiteral("windows"))));

    const CliRun all = m_cli.run(words("export g.broto --variant ptq-int8 --format all -o windows --json"));
    QCOMPARE(all.exitCode, 0);
    QVERIFY2(all.errors.contains("windows of readings"), all.errors);
    const QJsonArray formats = all.json()[u"formats"].toArray();
    QVERIFY(formats.contains(QStringLiteral("cpp")) && !formats.contains(QStringLiteral("c99")));
    QCOMPARE(filesBelow(QStringLiteral("windows")).size(), all.json()[u"files"].toArray().size());
}

void TestCliExport::straightLineCodeIsAskedFor()
{
    const QStringList asked = {QStringLiteral("--straight-line")};
    QCOMPARE(exported(QStringLiteral("cpp,arduino-sketch"), QStringLiteral("loops")).exitCode, 0);
    QCOMPARE(exported(QStringLiteral("cpp,arduino-sketch"), QStringLiteral("straight"), asked).exitCode, 0);
    QVERIFY(!m_cli.read(QStringLiteral("loops/t_ptq_int8.h")).contains("straightLine"));
    QVERIFY(m_cli.read(QStringLiteral("straight/t_ptq_int8.h")).contains("straightLine"));
    QCOMPARE(m_cli.read(QStringLiteral("straight/t_ptq_int8_sketch/t_ptq_int8.h")),
             m_cli.read(QStringLiteral("straight/t_ptq_int8.h")));
    const CliRun unheeded = exported(QStringLiteral("json,onnx"), QStringLiteral("unheeded"), asked);
    QCOMPARE(unheeded.exitCode, 1);
    QVERIFY2(unheeded.errors.contains("cpp, arduino-zip, arduino, arduino-sketch, platformio"), unheeded.errors);
    QVERIFY(filesBelow(QStringLiteral("unheeded")).isEmpty());
}

void TestCliExport::formatsAreExplained()
{
    const CliRun run = m_cli.run({QStringLiteral("export"), QStringLiteral("--help")});
    QCOMPARE(run.exitCode, 0);
    for (const ExportFormat& format : exportFormats())
        QVERIFY(run.output.contains(QByteArray::fromStdString(std::string(format.id) + ": ")));
}

QTEST_APPLESS_MAIN(TestCliExport)
#include "tst_cli_export.moc"

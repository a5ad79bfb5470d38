#include "export/formats.h"

#include "export/code_formats.h"
#include "project/archive.h"
#include "tiny_models.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

#include <set>

using namespace broto;

namespace {

const std::string hostile = "*/ @MODEL@\n#error \"x\" \\\n${PATH} $(reboot) <b>|`%s` \u202e\xff ?\?/ 'é'";

DeployableModel hostileModel()
{
    DeployableModel model = tinyClassifier();
    model.preprocessing.features[0].name = hostile;
    model.preprocessing.features[1].unit = hostile;
    model.decoding.target.name = hostile;
    model.decoding.target.classes = {hostile, std::string(10000, 'n')};
    return model;
}

QString fileOf(const ExportedFiles& files, const std::string& path)
{
    for (const ExportedFile& file : files)
        if (file.path == path)
            return QString::fromStdString(file.bytes);
    return {};
}

ExportedFiles made(std::string_view format, const DeployableModel& model, std::string_view project = "tiny")
{
    return findExportFormat(format).value().make(model, {project, {}, {}}).value();
}

QMap<QString, QString> properties(const QString& text)
{
    QMap<QString, QString> values;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts))
        values[line.section(u'=', 0, 0)] = line.section(u'=', 1);
    return values;
}

/// .tflite and .onnx, which have a description beside them.
bool isGraph(const QByteArray& format)
{
    return format == "tflite" || format == "onnx";
}

bool isDescription(std::string_view path)
{
    return path.ends_with(".tflite.json") || path.ends_with(".onnx.json");
}

}

class TestFormats : public QObject {
    Q_OBJECT

private slots:
    void formatsAreFoundByTheirIds();
    void unknownFormatIsAnErrorThatListsAll();
    void sameModelGivesTheSameBytes_data() { everyFormat(); }
    void sameModelGivesTheSameBytes();
    void formatsNeverMixInOneFolder();
    void everyCodeFormatHoldsTheHeaderAsItIs_data() { everyFormat(); }
    void everyCodeFormatHoldsTheHeaderAsItIs();
    void hostileNamesNeverLeaveTheirPlace_data() { everyFormat(); }
    void hostileNamesNeverLeaveTheirPlace();
    void noMarkIsLeftOpen_data() { everyFormat(); }
    void noMarkIsLeftOpen();
    void modelWithoutAnAnswerIsNoFile_data() { everyFormat(); }
    void modelWithoutAnAnswerIsNoFile();

    void arduinoLibraryKeepsTheSpecification_data();
    void arduinoLibraryKeepsTheSpecification();
    void arduinoKeywordsAreNameTabKind();
    void arduinoKeywordsAreThoseOfTheHeader();
    void longNamesKeepArduinosLimit();
    void arduinoZipHoldsTheFolder();
    void sketchBearsTheNameOfItsFolder();
    void examplesFillARowByItsNames();
    void platformIoLibraryIsDescribed();
    void espIdfComponentIsDescribed();
    void cmakePackageNamesItsTarget();

private:
    static void everyFormat();
};

void TestFormats::everyFormat()
{
    QTest::addColumn<QByteArray>("format");
    for (const ExportFormat& format : exportFormats())
        QTest::newRow(std::string(format.id).c_str()) << QByteArray::fromStdString(std::string(format.id));
}

void TestFormats::formatsAreFoundByTheirIds()
{
    std::set<std::string_view> ids, titles, purposes;
    for (const ExportFormat& format : exportFormats()) {
        ids.insert(format.id);
        titles.insert(format.title);
        purposes.insert(format.purpose);
        QCOMPARE(findExportFormat(format.id)->title, format.title);
        QVERIFY(format.purpose.ends_with('.') && !format.title.ends_with('.'));
    }
    QCOMPARE(ids.size(), exportFormats().size());
    QCOMPARE(titles.size(), exportFormats().size());
    QCOMPARE(purposes.size(), exportFormats().size());
    QCOMPARE(exportFormats().front().id, std::string_view("cpp"));
}

void TestFormats::unknownFormatIsAnErrorThatListsAll()
{
    const Result<ExportFormat> none = findExportFormat("pascal");
    QVERIFY(!none);
    QCOMPARE(none.error().id, std::string_view("export.no-such-format"));
    const std::string text = inEnglish(none.error());
    for (const ExportFormat& format : exportFormats())
        QVERIFY(text.find(format.id) != std::string::npos);
}

void TestFormats::sameModelGivesTheSameBytes()
{
    QFETCH(QByteArray, format);
    for (const DeployableModel& model : {tinyClassifier(), tinyRegression(), tinyFloatClassifier()}) {
        const ExportedFiles files = made(format.toStdString(), model);
        QVERIFY(!files.empty() && files == made(format.toStdString(), model));
        std::set<std::string> paths;
        for (const ExportedFile& file : files) {
            QVERIFY2(paths.insert(file.path).second, file.path.c_str());
            QVERIFY2(!file.bytes.empty(), file.path.c_str());
            static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_./]*$"));
            QVERIFY2(plain.match(QString::fromStdString(file.path)).hasMatch(), file.path.c_str());
        }
    }
}

/// What is exported into one folder in several formats lies apart: one file, or one folder, a format.
void TestFormats::formatsNeverMixInOneFolder()
{
    std::set<std::string> places;
    for (const ExportFormat& format : exportFormats()) {
        std::set<std::string> own;
        for (const ExportedFile& file : made(format.id, tinyClassifier()))
            if (const std::string top = file.path.substr(0, file.path.find('/')); !isDescription(top))
                own.insert(top);
        QCOMPARE(own.size(), std::size_t{1});
        QVERIFY2(places.insert(*own.begin()).second, own.begin()->c_str());
    }
}

void TestFormats::everyCodeFormatHoldsTheHeaderAsItIs()
{
    QFETCH(QByteArray, format);
    if (format == "json" || format == "c99" || isGraph(format))
        return; // they say the same in another language
    const std::string header = exportCppHeader(tinyRegression(), "tiny")->front().bytes;
    ExportedFiles files = made(format.toStdString(), tinyRegression());
    if (format == "arduino-zip") {
        const auto entries = unpackArchive(files.front().bytes);
        files.clear();
        for (const ArchiveEntry& entry : *entries)
            files.push_back({entry.name, entry.bytes});
    }
    QCOMPARE(std::count_if(files.begin(), files.end(), [&](const auto& file) { return file.bytes == header; }), 1);
}

void TestFormats::hostileNamesNeverLeaveTheirPlace()
{
    QFETCH(QByteArray, format);
    if (format == "arduino-zip" || isGraph(format))
        return; // the folder has the same files; a graph is no text
    for (const ExportedFile& file : made(format.toStdString(), hostileModel(), hostile)) {
        const QString text = QString::fromStdString(file.bytes);
        for (const QString& line : text.split(u'\n')) {
            QVERIFY2(!line.startsWith(u"#error \"x"), file.path.c_str());
            const bool isMacro = !line.contains(u"//") && !line.contains(u"x\""); // our own go on
            QVERIFY2(!line.endsWith(u'\\') || file.path.ends_with(".md") || isMacro, qPrintable(line));
        }
        QVERIFY2(!text.contains(QChar(0x202e)) || format == "json", file.path.c_str()); // that keeps names as they are
        QVERIFY2(!text.contains(u'\0') && !text.contains(u'\r'), file.path.c_str());
        if (file.path.ends_with("CMakeLists.txt") || file.path.ends_with(".ini"))
            QVERIFY2(!text.contains(u"(reboot"), file.path.c_str());
    }
}

void TestFormats::noMarkIsLeftOpen()
{
    QFETCH(QByteArray, format);
    if (format == "arduino-zip")
        return;
    static const QRegularExpression mark(QStringLiteral("@[A-Z_]+@"));
    for (const DeployableModel& model : {tinyClassifier(), tinyRegression(), tinyFloatClassifier()})
        for (const ExportedFile& file : made(format.toStdString(), model))
            QVERIFY2(!mark.match(QString::fromStdString(file.bytes)).hasMatch(), file.path.c_str());
}

void TestFormats::modelWithoutAnAnswerIsNoFile()
{
    QFETCH(QByteArray, format);
    if (format == "json" || isGraph(format))
        return; // they need no golden row
    DeployableModel model = tinyFloatClassifier();
    for (ModelLayer& layer : model.layers)
        std::get<Float32Layer>(layer).bias.assign(2, std::numeric_limits<float>::infinity());
    const Result<ExportedFiles> files = findExportFormat(format.toStdString())->make(model, {"tiny", {}, {}});
    QVERIFY(!files);
    QCOMPARE(files.error().id, std::string_view("export.no-golden-row"));
}

void TestFormats::arduinoLibraryKeepsTheSpecification_data()
{
    QTest::addColumn<QByteArray>("project");
    QTest::newRow("usual") << QByteArray("tiny");
    QTest::newRow("accents") << QByteArray("Estação ☔");
    QTest::newRow("very long") << QByteArray(500, 'x');
    QTest::newRow("begins with Arduino") << QByteArray("Arduino Uno");
    QTest::newRow("hostile") << QByteArray::fromStdString(hostile);
}

/// The rules of the library specification, and those of arduino-lint's schema that it is published with.
void TestFormats::arduinoLibraryKeepsTheSpecification()
{
    QFETCH(QByteArray, project);
    const ExportedFiles files = made("arduino", tinyClassifier(), project.toStdString());
    const std::string name = identifierFor(project.toStdString(), "ptq-int8");
    const QString text = fileOf(files, name + "/library.properties");
    const QMap<QString, QString> values = properties(text);
    for (const char* field :
         {"name", "version", "author", "maintainer", "sentence", "paragraph", "category", "architectures", "includes"})
        QVERIFY2(!values.value(QLatin1String(field)).isEmpty(), field);
    QVERIFY(values.contains(QStringLiteral("url")));
    QCOMPARE(values.size(), 10);
    QCOMPARE(text.count(u'\n'), 10);
    static const QRegularExpression allowed(QStringLiteral("^[a-zA-Z][a-zA-Z0-9 _.\\-]{0,62}$"));
    QVERIFY2(allowed.match(values[QStringLiteral("name")]).hasMatch(), qPrintable(values[QStringLiteral("name")]));
    QVERIFY(!values[QStringLiteral("name")].startsWith(u"arduino", Qt::CaseInsensitive));
    QCOMPARE(values[QStringLiteral("version")], QStringLiteral("1.0.0"));
    QCOMPARE(values[QStringLiteral("category")], QStringLiteral("Data Processing"));
    QCOMPARE(values[QStringLiteral("architectures")], QStringLiteral("*"));
    const std::string header = values[QStringLiteral("includes")].toStdString();
    QVERIFY(!fileOf(files, name + "/src/" + header).isEmpty());
    for (const char* example : {"Constants", "AnalogPins"})
        QVERIFY(fileOf(files, name + "/examples/" + example + '/' + example + ".ino")
                    .contains(QString::fromStdString("#include <" + header + ">")));
}

void TestFormats::arduinoKeywordsAreNameTabKind()
{
    const QString text = fileOf(made("arduino", tinyClassifier()), "tiny_ptq_int8/keywords.txt");
    static const QRegularExpression line(QStringLiteral("^[A-Za-z_]\\w*\\t(KEYWORD1|KEYWORD2|KEYWORD3|LITERAL1)$"));
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& keyword : lines)
        QVERIFY2(line.match(keyword).hasMatch(), qPrintable(keyword));
    for (const char* keyword :
         {"tiny_ptq_int8\tKEYWORD1", "classify\tKEYWORD2", "class_hot\tLITERAL1", "feature_temperature\tLITERAL1"})
        QVERIFY2(lines.contains(QLatin1String(keyword)), keyword);
    QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), lines.size());
}

/// Nothing that the header lacks, and all that stands in its first part.
void TestFormats::arduinoKeywordsAreThoseOfTheHeader()
{
    for (const DeployableModel& model : {tinyClassifier(), tinyRegression(), tinyFloatClassifier()}) {
        const ExportedFiles files = made("arduino", model);
        const std::string name = identifierFor("tiny", model.name);
        const QString header = fileOf(files, name + "/src/" + name + ".h");
        const QString interface =
            header.section(QStringLiteral("// 1. What you call"), 1).section(QStringLiteral("// 2. "), 0, 0);
        QSet<QString> words;
        for (const QString& line : fileOf(files, name + "/keywords.txt").split(u'\n', Qt::SkipEmptyParts))
            words.insert(line.section(u'\t', 0, 0));
        for (const QString& word : words)
            QVERIFY2(interface.contains(QRegularExpression(QStringLiteral("\\b%1\\b").arg(word))), qPrintable(word));
        QSet<QString> callable = {QStringLiteral("infer"), QStringLiteral("selfTest"),    QStringLiteral("Workspace"),
                                  QStringLiteral("Raw"),   QStringLiteral("widestLayer"), QStringLiteral("Feature")};
        const bool isClassification = model.decoding.target.task == Task::Classification;
        callable.insert(isClassification ? QStringLiteral("classify") : QStringLiteral("predict"));
        QCOMPARE(words.contains(QStringLiteral("classifyCounts")),
                 isClassification && model.arithmetic == Arithmetic::Int8);
        QVERIFY2(words.contains(callable), qPrintable(QStringList(words.values()).join(u' ')));
    }
}

/// The Arduino IDE opens no sketch of a name with more than 63 characters.
void TestFormats::longNamesKeepArduinosLimit()
{
    DeployableModel model = tinyClassifier();
    model.name = "a variant with a name that is long as well";
    const std::string project = "a project with a name that nobody would like to type into a dialog more than once";
    for (const ExportedFile& file : made("arduino-sketch", model, project))
        QVERIFY2(file.path.substr(0, file.path.find('/')).size() <= 61, file.path.c_str()); // "_2" may come behind it
}

void TestFormats::arduinoZipHoldsTheFolder()
{
    const ExportedFiles folder = made("arduino", tinyClassifier());
    const ExportedFiles zip = made("arduino-zip", tinyClassifier());
    QCOMPARE(zip.size(), std::size_t{1});
    QCOMPARE(zip.front().path, std::string("tiny_ptq_int8.zip"));
    const auto entries = unpackArchive(zip.front().bytes);
    QVERIFY(entries);
    QCOMPARE(entries->size(), folder.size());
    for (std::size_t i = 0; i < folder.size(); ++i) {
        QCOMPARE((*entries)[i].name, folder[i].path);
        QCOMPARE((*entries)[i].bytes, folder[i].bytes);
    }
}

void TestFormats::sketchBearsTheNameOfItsFolder()
{
    const ExportedFiles files = made("arduino-sketch", tinyRegression());
    const QString sketch = fileOf(files, "tiny_ptq_int8_sketch/tiny_ptq_int8_sketch.ino");
    QVERIFY(sketch.contains(u"#include \"tiny_ptq_int8.h\""));
    QVERIFY(!fileOf(files, "tiny_ptq_int8_sketch/tiny_ptq_int8.h").isEmpty());
}

void TestFormats::examplesFillARowByItsNames()
{
    const ExportedFiles files = made("arduino", tinyRegression());
    const QString constants = fileOf(files, "tiny_ptq_int8/examples/Constants/Constants.ino");
    QVERIFY(constants.contains(u"    row[model::feature_temperature] = 5.0f;  // temperature (°C)\n"));
    QVERIFY(constants.contains(u"    row[model::feature_pressure] = 99000.0f; // pressure (Pa)\n"));
    QVERIFY(constants.contains(u"Serial.println(F(\" l/min\"));"));
    const QString pins = fileOf(files, "tiny_ptq_int8/examples/AnalogPins/AnalogPins.ino");
    QVERIFY(pins.contains(u"row[model::feature_pressure] = measured(1, 98000.0f, 102000.0f);"));
}

void TestFormats::platformIoLibraryIsDescribed()
{
    const ExportedFiles files = made("platformio", hostileModel(), hostile);
    const std::string name = identifierFor(hostile, "ptq-int8"), folder = name + "_platformio/";
    const QString text = fileOf(files, folder + "lib/" + name + "/library.json");
    const QJsonObject library = QJsonDocument::fromJson(text.toUtf8()).object();
    QCOMPARE(library[u"name"].toString().toStdString(), name);
    QCOMPARE(library[u"headers"].toString().toStdString(), name + ".h");
    QVERIFY(!fileOf(files, folder + "lib/" + name + "/src/" + name + ".h").isEmpty());
    QVERIFY(!library[u"description"].toString().isEmpty() && library[u"description"].toString().toUtf8().size() <= 255);
    QCOMPARE(library[u"version"].toString(), QStringLiteral("1.0.0"));
    QCOMPARE(library[u"license"].toString(), QStringLiteral("MIT-0"));
    QVERIFY(fileOf(files, folder + "src/main.cpp").contains(u"#include <Arduino.h>\n#include <"));
    const QString ini = fileOf(files, folder + "platformio.ini");
    for (const char* board : {"uno", "megaatmega2560", "esp32dev", "pico"})
        QVERIFY2(ini.contains(QStringLiteral("[env:%1]\n").arg(QLatin1String(board))), board);
}

void TestFormats::espIdfComponentIsDescribed()
{
    const ExportedFiles files = made("esp-idf", hostileModel(), hostile);
    const std::string name = identifierFor(hostile, "ptq-int8"), folder = name + "_esp_idf/";
    const std::string component = folder + "components/" + name + '/';
    const QString manifest = fileOf(files, component + "idf_component.yml");
    static const QRegularExpression description(QStringLiteral("\ndescription: (\"[^\n]*\")\n"));
    const QString quoted = description.match(manifest).captured(1);
    QVERIFY2(QJsonDocument::fromJson('[' + quoted.toUtf8() + ']').isArray(), qPrintable(manifest));
    QVERIFY(manifest.startsWith(u"version: \"1.0.0\"\n") && manifest.contains(u"\nlicense: \"MIT-0\"\n"));
    QVERIFY(fileOf(files, component + "CMakeLists.txt").contains(u"idf_component_register(INCLUDE_DIRS \"include\")"));
    QVERIFY(!fileOf(files, component + "include/" + name + ".h").isEmpty());
    QVERIFY(fileOf(files, folder + "main/CMakeLists.txt").contains(QString::fromStdString("REQUIRES " + name + ')')));
}

void TestFormats::cmakePackageNamesItsTarget()
{
    const QString text = fileOf(made("cmake", tinyClassifier()), "tiny_ptq_int8_cmake/CMakeLists.txt");
    QVERIFY(text.contains(u"add_library(broto::tiny_ptq_int8 ALIAS tiny_ptq_int8)"));
}

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"

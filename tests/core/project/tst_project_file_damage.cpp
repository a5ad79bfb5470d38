#include "project/project_file.h"

#include "example_project.h"
#include "project/archive.h"
#include "project/checked_json.h"
#include "project/npy.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace broto;

/// Whatever a file holds: one clear sentence, and never a crash.
class TestProjectFileDamage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTruncationIsAnError();
    void flippedBitsNeverPassUnnoticed();
    void wrongValuesAreNamed_data();
    void wrongValuesAreNamed();
    void everyFieldIsNeeded();
    void missingEntriesAreNamed_data();
    void missingEntriesAreNamed();
    void wrongArraysAreNamed();
    void negativeVariancesAreNamed();
    void runsMustStandInOrder();
    void moreRunsThanAreKeptAreRefused();
    void hostileJsonIsRefused_data();
    void hostileJsonIsRefused();
    void jsonThatTakesTooMuchMemoryIsRefused();
    void newerFormatSaysSo();

private:
    Message errorOf(const std::vector<ArchiveEntry>& entries) const;

    std::string m_bytes;
    std::vector<ArchiveEntry> m_entries;
};

void TestProjectFileDamage::initTestCase()
{
    Project project = retrainedFruitProject();
    project.sensorPins["uno"] = {{"mass", "A0", 0.5f, -2}, {"age", "A1", 1, 0}};
    m_bytes = *projectBytes(project);
    m_entries = *unpackArchive(m_bytes);
    QVERIFY(parseProject(m_bytes));
}

Message TestProjectFileDamage::errorOf(const std::vector<ArchiveEntry>& entries) const
{
    const Result<Project> project = parseProject(*packArchive(entries));
    return project ? message("no error", "") : project.error();
}

void TestProjectFileDamage::everyTruncationIsAnError()
{
    for (std::size_t length = 0; length < m_bytes.size(); ++length) {
        const Result<Project> project = parseProject(std::string_view(m_bytes).substr(0, length));
        QVERIFY2(!project, qPrintable(QString::number(length)));
        QCOMPARE(project.error().id, std::string_view("project.damaged"));
    }
}

void TestProjectFileDamage::flippedBitsNeverPassUnnoticed()
{
    std::string bytes = m_bytes;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char before = bytes[at];
        bytes[at] = static_cast<char>(before ^ (1 << at % 8));
        // What still opens (a flip in a file's permissions, say) must hold the very same project.
        if (const Result<Project> project = parseProject(bytes))
            QVERIFY2(*projectBytes(*project) == m_bytes, qPrintable(QString::number(at)));
        bytes[at] = before;
    }
}

void TestProjectFileDamage::wrongValuesAreNamed_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* pointer, const char* value, const char* named) {
        QTest::newRow(name) << QString::fromUtf8(pointer) << QString::fromUtf8(value) << QString::fromUtf8(named);
    };
    row("format is text", "/format", "\"1\"", "format");
    row("format is 0", "/format", "0", "format");
    row("no roles", "/data/columns", "[]", "data.columns");
    row("two targets", "/data/columns/0/role", "\"target\"", "data.columns");
    row("unknown role", "/data/columns/0/role", "\"guest\"", "data.columns[0].role");
    row("unknown type", "/data/columns/1/type", "\"colour\"", "data.columns[1].type");
    row("unknown policy", "/data/columns/1/missing", "\"guess\"", "data.columns[1].missing");
    row("mark is a number", "/data/columns/1/missingMarks", "[-200]", "data.columns[1].missingMarks[0]");
    row("unknown scaling", "/data/scaling", "\"logarithmic\"", "data.scaling");
    row("unknown split", "/data/split/method", "\"dice\"", "data.split.method");
    row("parts in no column", "/data/split/partColumn", "4", "data.split.partColumn");
    row("one fold", "/data/split/folds", "1", "data.split.folds");
    row("a fold past the last", "/data/split/fold", "5", "data.split.fold");
    row("unknown task", "/data/task", "\"clustering\"", "data.task");
    row("long separator", "/data/reading/separator", "\"ab\"", "data.reading.separator");
    row("unknown encoding", "/data/reading/encoding", "\"morse\"", "data.reading.encoding");
    row("no separator", "/data/reading/separator", "\"\"", "data.reading.separator");
    row("long comment", "/data/reading/comment", "\"//\"", "data.reading.comment");
    row("test file is not there", "/testSource", R"({"file": "x.csv", "reading": {"encoding": null, "separator": null,
        "decimal": null, "grouping": "", "header": null, "comment": "", "dayFirst": null}})",
        "test/x.csv");
    row("test file leads away", "/testSource", R"({"file": "../x.csv", "reading": {"encoding": null, "separator": null,
        "decimal": null, "grouping": "", "header": null, "comment": "", "dayFirst": null}})",
        "testSource.file");
    row("header is a number", "/data/reading/header", "1", "data.reading.header");
    row("negative share", "/data/split/test", "-1", "data.split.test");
    row("negative seed", "/data/split/seed", "-1", "data.split.seed");
    row("no units", "/design/hidden/0/units", "0", "design.hidden[0].units");
    row("too many units", "/design/hidden/0/units", "1025", "design.hidden[0].units");
    row("units beyond 64 bits", "/design/hidden/0/units", "18446744073709551615", "design.hidden[0].units");
    row("hidden is text", "/design/hidden", "\"16,8\"", "design.hidden");
    row("unknown activation", "/design/hidden/0/activation", "\"mish\"", "design.hidden[0].activation");
    row("no epochs", "/training/epochs", "0", "training.epochs");
    row("half an epoch", "/training/epochs", "1.5", "training.epochs");
    row("rate is 0", "/training/learningRate", "0", "training.learningRate");
    row("rate is missing", "/training/learningRate", "null", "training.learningRate");
    row("dropout is more than all", "/design/hidden/0/dropout", "1.5", "design.hidden[0].dropout");
    row("dropout is negative", "/design/hidden/0/dropout", "-0.1", "design.hidden[0].dropout");
    row("normalised is a number", "/design/hidden/0/normalised", "1", "design.hidden[0].normalised");
    row("unknown optimizer", "/training/optimizer", "\"lion\"", "training.optimizer");
    row("momentum beyond 1", "/training/momentum", "1.01", "training.momentum");
    row("decay is text", "/training/weightDecay", "\"auto\"", "training.weightDecay");
    row("decay is negative", "/training/weightDecay", "-1", "training.weightDecay");
    row("unknown schedule", "/training/schedule", "\"weekly\"", "training.schedule");
    row("negative warm-up", "/training/warmUpEpochs", "-1", "training.warmUpEpochs");
    row("unknown loss", "/training/loss", "\"hinge\"", "training.loss");
    row("unknown class weights", "/training/classWeights", "\"fair\"", "training.classWeights");
    row("smoothing beyond 1", "/training/labelSmoothing", "2", "training.labelSmoothing");
    row("negative L1", "/training/l1", "-1", "training.l1");
    row("L2 is missing", "/training/l2", "null", "training.l2");
    row("negative clipping", "/training/largestGradient", "-1", "training.largestGradient");
    row("unknown initialiser", "/training/initialiser", "\"ones\"", "training.initialiser");
    row("half a patience", "/training/patience", "0.5", "training.patience");
    row("board is a number", "/board", "1", "board");
    row("pins are no list", "/sensorPins", "{}", "sensorPins");
    row("pins of a board without a name", "/sensorPins", R"([{"board": "", "pins": []}])", "sensorPins[0].board");
    row("pins of a board twice", "/sensorPins", R"([{"board": "uno", "pins": []}, {"board": "uno", "pins": []}])",
        "sensorPins[1].board");
    row("a feature with two pins", "/sensorPins", R"([{"board": "uno", "pins": [
        {"feature": "x", "pin": "A0", "factor": 1, "offset": 0}, {"feature": "x", "pin": "A1", "factor": 1, "offset": 0}]}])",
        "sensorPins[0].pins[1].feature");
    row("factor beyond a float", "/sensorPins", R"([{"board": "uno", "pins": [
        {"feature": "x", "pin": "A0", "factor": 1e39, "offset": 0}]}])",
        "sensorPins[0].pins[0].factor");
    row("offset is missing", "/sensorPins", R"([{"board": "uno", "pins": [
        {"feature": "x", "pin": "A0", "factor": 1, "offset": null}]}])",
        "sensorPins[0].pins[0].offset");
    row("file leads away", "/source/file", "\"../../etc/passwd\"", "source.file");
    row("file has no name", "/source/file", "\"\"", "source.file");
    row("fingerprint is no number", "/trained/dataFingerprint", "\"xyz\"", "trained.dataFingerprint");
    row("fingerprint is too long", "/trained/dataFingerprint", "\"00000000000000000\"", "trained.dataFingerprint");
    row("history has holes", "/trained/history/trainingLoss", "[1]", "trained.history.trainingLoss");
    row("loss is text", "/trained/history/trainingLoss/0", "\"x\"", "trained.history.trainingLoss[0]");
    row("loss is no float", "/trained/history/trainingLoss/0", "1e300", "trained.history.trainingLoss[0]");
    row("layers do not fit the design", "/trained/design/hidden/0/units", "6", "trained.layers");
    row("no layers", "/trained/layers", "[]", "trained.layers");
    row("ragged confusion", "/trained/metrics/test/confusion", "[[1,2],[3]]", "trained.metrics.test.confusion[1]");
    row("negative confusion", "/trained/metrics/test/confusion", "[[-1]]", "trained.metrics.test.confusion[0][0]");
    row("number is 0", "/trained/number", "0", "trained.number");
    row("number after which there is none", "/trained/number", "2147483647", "trained.number");
    row("number is that of an earlier run", "/trained/number", "1", "earlierRuns[0].number");
    row("instruction set is a number", "/trained/instructionSet", "2", "trained.instructionSet");
    row("power beyond 1", "/trained/state/firstPower", "1.5", "trained.state.firstPower");
    row("power is negative", "/trained/state/secondPower", "-0.1", "trained.state.secondPower");
    row("memory of another optimizer", "/trained/settings/optimizer", "\"adam\"", "network/state/memory-2.npy");
    row("a loss of two classes for three", "/trained/settings/loss", "\"binary-cross-entropy\"", "trained.state");
    row("statistics of a layer that has none", "/trained/design/hidden/1/normalised", "true",
        "network/state/parameters.npy");
    row("state of other epochs", "/trained/history/epoch/0", "2", "trained.state");
    row("earlier runs is an object", "/earlierRuns", "{}", "earlierRuns");
    row("a run of a newer number", "/earlierRuns/0/number", "5", "runs/5/layer-1-weights.npy");
    row("variants is an object", "/variants", "{}", "variants");
    row("variant leads away", "/variants/0/name", "\"../x\"", "variants[0].name");
    row("two of one name", "/variants/1/name", "\"float\"", "models/float");
    row("unknown arithmetic", "/variants/1/arithmetic", "\"int3\"", "variants[1].arithmetic");
    row("bits", "/variants/1/bits", "64", "variants[1].bits");
    row("exponent beyond int8", "/variants/1/integerInputs/0/exponent", "200", "variants[1].integerInputs[0].exponent");
    row("unknown step", "/variants/0/preprocessing/steps/0/kind", "\"magic\"",
        "variants[0].preprocessing.steps[0].kind");
    row("short golden row", "/variants/0/goldenRows/0", "[1]", "variants[0].goldenRows[0]");
    row("layer of a million inputs", "/variants/1/layers/0/inputs", "1000000", "models/ptq-int8/layer-1-weights.npy");
    row("shift out of range", "/variants/1/layers/0/shift", "3", "ptq-int8");
    row("a class too few", "/variants/1/decoding/classes", "[\"apple\"]", "ptq-int8");
    row("a fill too few", "/variants/1/preprocessing/steps/0/values", "[1]", "ptq-int8");
}

void TestProjectFileDamage::wrongValuesAreNamed()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, named);
    std::vector<ArchiveEntry> entries = m_entries;
    Json document = Json::parse(entries.front().bytes);
    const Json::json_pointer place(pointer.toStdString());
    QVERIFY2(document.contains(place), "the document has no such place: mend the test");
    document[place] = Json::parse(value.toStdString());
    entries.front().bytes = document.dump();
    const Message error = errorOf(entries);
    QCOMPARE(error.id, std::string_view("project.damaged"));
    QVERIFY2(QString::fromStdString(inEnglish(error)).contains(named), inEnglish(error).c_str());
}

void TestProjectFileDamage::everyFieldIsNeeded()
{
    const Json document = Json::parse(m_entries.front().bytes);
    const Json flat = document.flatten();
    std::set<std::string> places;
    for (const auto& [text, value] : flat.items())
        for (Json::json_pointer place(text); !place.empty(); place.pop_back())
            places.insert(place.to_string());
    places.erase("/program");
    places.erase("/data/reading/yearFirst"); // younger than the format
    places.erase("/sensorPins");
    for (const std::string& text : places) {
        const Json::json_pointer place(text);
        Json damaged = document;
        if (!damaged.at(place.parent_pointer()).is_object())
            continue;
        damaged.at(place.parent_pointer()).erase(place.back());
        std::vector<ArchiveEntry> entries = m_entries;
        entries.front().bytes = damaged.dump();
        QVERIFY2(errorOf(entries).id == "project.damaged", text.c_str());
    }
}

void TestProjectFileDamage::missingEntriesAreNamed_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i)
        QTest::newRow(m_entries[static_cast<std::size_t>(i)].name.c_str()) << i;
}

void TestProjectFileDamage::missingEntriesAreNamed()
{
    QFETCH(int, index);
    std::vector<ArchiveEntry> entries = m_entries;
    const std::string name = entries[static_cast<std::size_t>(index)].name;
    entries.erase(entries.begin() + index);
    const Message error = errorOf(entries);
    QCOMPARE(error.id, std::string_view("project.damaged"));
    QVERIFY2(inEnglish(error).find(name) != std::string::npos, inEnglish(error).c_str());
}

void TestProjectFileDamage::wrongArraysAreNamed()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].name.ends_with(".npy"))
            continue;
        std::vector<ArchiveEntry> entries = m_entries;
        entries[i].bytes.pop_back();
        QVERIFY2(inEnglish(errorOf(entries)).find(m_entries[i].name) != std::string::npos, m_entries[i].name.c_str());
        if (m_entries[i].bytes.find("<f4") == std::string::npos)
            continue;
        const float hostile = std::nanf("");
        entries[i].bytes = m_entries[i].bytes;
        entries[i].bytes.replace(entries[i].bytes.size() - 4, 4, reinterpret_cast<const char*>(&hostile), 4);
        QVERIFY2(inEnglish(errorOf(entries)).find(m_entries[i].name) != std::string::npos, m_entries[i].name.c_str());
    }
}

void TestProjectFileDamage::negativeVariancesAreNamed()
{
    std::vector<ArchiveEntry> entries = m_entries;
    const auto statistics = std::find_if(entries.begin(), entries.end(), [](const ArchiveEntry& entry) {
        return entry.name == "network/state/statistics.npy";
    });
    QVERIFY(statistics != entries.end());
    const float negative = -1;
    statistics->bytes.replace(statistics->bytes.size() - 4, 4, reinterpret_cast<const char*>(&negative), 4);
    QVERIFY(inEnglish(errorOf(entries)).find("network/state/statistics.npy") != std::string::npos);
}

void TestProjectFileDamage::runsMustStandInOrder()
{
    std::vector<ArchiveEntry> entries = m_entries;
    Json document = Json::parse(entries.front().bytes);
    document["earlierRuns"].push_back(document["earlierRuns"][0]);
    entries.front().bytes = document.dump();
    QVERIFY(inEnglish(errorOf(entries)).find("earlierRuns[1].number") != std::string::npos);
}

void TestProjectFileDamage::moreRunsThanAreKeptAreRefused()
{
    std::vector<ArchiveEntry> entries = m_entries;
    Json document = Json::parse(entries.front().bytes);
    for (int i = 0; i < 100; ++i)
        document["earlierRuns"].push_back(document["earlierRuns"][0]);
    entries.front().bytes = document.dump();
    QVERIFY(inEnglish(errorOf(entries)).find("“earlierRuns”") != std::string::npos);
}

void TestProjectFileDamage::hostileJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("no fields") << QByteArray("{}");
    QTest::newRow("only a format") << QByteArray(R"({"format":1})");
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[');
    QTest::newRow("a million brackets and back") << QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
    QTest::newRow("a deep object") << QByteArray(R"({"format":)") + QByteArray(R"({"a":)").repeated(100'000) + "1" +
                                          QByteArray(100'001, '}');
    QTest::newRow("a number beyond all") << QByteArray(R"({"format":1e999})");
    QTest::newRow("not UTF-8") << QByteArray("{\"format\":1,\"board\":\"\xff\"}");
}

void TestProjectFileDamage::hostileJsonIsRefused()
{
    QFETCH(QByteArray, text);
    std::vector<ArchiveEntry> entries = m_entries;
    entries.front().bytes = text.toStdString();
    QCOMPARE(errorOf(entries).id, std::string_view("project.damaged"));
}

void TestProjectFileDamage::jsonThatTakesTooMuchMemoryIsRefused()
{
    const std::string lists = "[" + std::string(QByteArray("[],").repeated(999)) + "[]]";
    QVERIFY(!parseJson(lists, 50'000)); // they are 3 KB of text
    QCOMPARE(parseJson(lists, 200'000)->size(), std::size_t(1000));
    QVERIFY(!parseJson('"' + std::string(1000, 'x') + '"', 500));
    QVERIFY(!parseJson("{\"" + std::string(1000, 'x') + "\": 1}", 500));
    const std::string numbers = "[" + std::string(QByteArray("0.25,").repeated(999)) + "1]";
    QVERIFY(parseJson(numbers, 20'000).has_value()); // 20 bytes a number are enough for curves
}

void TestProjectFileDamage::newerFormatSaysSo()
{
    std::vector<ArchiveEntry> entries = m_entries;
    entries.front().bytes = R"({"format": 6, "everything": "else is different"})";
    const Message error = errorOf(entries);
    QCOMPARE(error.id, std::string_view("project.newer"));
    QVERIFY(inEnglish(error).find('6') != std::string::npos);
}

QTEST_APPLESS_MAIN(TestProjectFileDamage)
#include "tst_project_file_damage.moc"

#include "table_text.h"

#include "data/dataset.h"
#include "data/samples.h"
#include "data/sidecar.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace broto;

namespace {

const Sample& sampleNamed(std::string_view id)
{
    for (const Sample& sample : samples()) {
        if (sample.id == id)
            return sample;
    }
    qFatal("no such sample");
}

Dataset datasetOf(const Sample& sample)
{
    const Table table = readable(sample.csv);
    return *makeDataset(table, *proposeChoices(table, *parseSidecar(sample.sidecar)));
}

}

class TestSamples : public QObject {
    Q_OBJECT

private slots:
    void allAreThere();
    void embeddedBytesAreThoseOfTheFiles();
    void everySampleSaysWhereItComesFrom();
    void everySampleBecomesADatasetAndOnlyUselessColumnsAreWarnedOf();
    void typesRolesAndTargetsAreRightWithoutATouch_data();
    void typesRolesAndTargetsAreRightWithoutATouch();
    void irisIsClassifiedByFourNumbers();
    void emissionsTakeTheCoursesFourInputs();
    void wineDigitsAndOccupancyAreClassified();
    void sineIsARegressionOfOneInput();
    void gesturesAreWindowsOfThreeAxes();
    void gesturesAreMadeByTheirScript();
};

void TestSamples::allAreThere()
{
    std::vector<std::string> ids;
    for (const Sample& sample : samples())
        ids.emplace_back(sample.id);
    QCOMPARE(ids,
             (std::vector<std::string>{"digits", "gestures", "iris", "obd-emissions", "occupancy", "sine", "wine"}));
}

void TestSamples::embeddedBytesAreThoseOfTheFiles()
{
    for (const Sample& sample : samples()) {
        const QString path = QString::fromUtf8(BROTO_SOURCE_DIR "/resources/samples/") +
                             QString::fromStdString(std::string(sample.fileName));
        QFile csv(path);
        QFile sidecar(path + QStringLiteral(".json"));
        QVERIFY(csv.open(QIODevice::ReadOnly) && sidecar.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().toStdString() == sample.csv);
        QVERIFY(sidecar.readAll().toStdString() == sample.sidecar);
    }
}

void TestSamples::everySampleSaysWhereItComesFrom()
{
    for (const Sample& sample : samples()) {
        const Result<Sidecar> sidecar = parseSidecar(sample.sidecar);
        QVERIFY(sidecar.ok());
        QVERIFY(!sidecar->title.empty() && !sidecar->description.empty());
        QVERIFY(!sidecar->source.empty() && !sidecar->licence.empty());
    }
}

void TestSamples::everySampleBecomesADatasetAndOnlyUselessColumnsAreWarnedOf()
{
    for (const Sample& sample : samples()) {
        QCOMPARE(warningIds(readable(sample.csv).warnings), std::string());
        // Corners that no digit reaches.
        QCOMPARE(warningIds(datasetOf(sample).warnings),
                 std::string(sample.id == "digits" ? "data.ignored-columns" : ""));
    }
}

void TestSamples::typesRolesAndTargetsAreRightWithoutATouch_data()
{
    QTest::addColumn<std::string>("sample");
    QTest::addColumn<bool>("withSidecar"); // that of obd-emissions chooses among equals: what CO2 is learned from
    QTest::addColumn<std::string>("target");
    QTest::addColumn<Task>("task");
    QTest::addColumn<std::string>("columns"); // the beginnings of their types and roles
    const auto row = [](const char* sample, bool withSidecar, const char* target, Task task,
                        const std::string& columns) {
        QTest::addRow("%s%s", sample, withSidecar ? "" : ", without the file beside it")
            << std::string(sample) << withSidecar << std::string(target) << task << columns;
    };
    const std::string iris = "num-fea num-fea num-fea num-fea cat-tar ";
    const std::string wine = "num-fea num-fea num-fea num-fea int-fea num-fea num-fea num-fea num-fea num-fea num-fea "
                             "num-fea int-fea int-tar ";
    const std::string occupancy = "dat-tim num-fea num-fea num-fea num-fea num-fea int-tar ";
    const std::string car = "num-ign num-tar num-ign int-fea int-fea num-ign num-ign int-ign int-fea int-fea ";
    std::string digits;
    for (int pixel = 0; pixel < 64; ++pixel)
        digits += pixel == 0 || pixel == 32 || pixel == 39 ? "con-ign " : "int-fea ";
    digits += "int-tar ";
    for (const bool withSidecar : {true, false}) {
        row("iris", withSidecar, "species", Task::Classification, iris);
        row("wine", withSidecar, "cultivar", Task::Classification, wine);
        row("digits", withSidecar, "digit", Task::Classification, digits);
        row("occupancy", withSidecar, "Occupancy", Task::Classification, occupancy);
    }
    row("gestures", true, "gesture", Task::Classification, "num-tim cat-gro num-fea num-fea num-fea cat-tar ");
    row("obd-emissions", true, "CO2 (g/s) [maf]", Task::Regression, car);
    row("sine", true, "sine", Task::Regression, "num-fea num-tar ");
}

void TestSamples::typesRolesAndTargetsAreRightWithoutATouch()
{
    QFETCH(std::string, sample);
    QFETCH(bool, withSidecar);
    const Table table = readable(sampleNamed(sample).csv);
    const DataChoices choices =
        withSidecar ? *proposeChoices(table, *parseSidecar(sampleNamed(sample).sidecar)) : proposeChoices(table);
    std::string columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        columns.append(typeName(table.columns[i].type).substr(0, 3)).append("-");
        columns.append(roleName(choices.columns[i].role).substr(0, 3)).append(" ");
    }
    QTEST(columns, "columns");
    const Column& target = table.columns[columnWith(Role::Target, choices).value()];
    QTEST(target.header, "target");
    QTEST(choices.task.value_or(suggestedTask(target)), "task");
    QVERIFY(makeDataset(table, choices).ok());
}

void TestSamples::irisIsClassifiedByFourNumbers()
{
    const Dataset iris = datasetOf(sampleNamed("iris"));
    QCOMPARE(iris.inputs(), 4);
    QCOMPARE(iris.target.classes, (std::vector<std::string>{"setosa", "versicolor", "virginica"}));
    QCOMPARE(iris.training.rows(), std::size_t(105));
    QCOMPARE(iris.preprocessing.features[0].name, std::string("sepal length"));
    QCOMPARE(iris.preprocessing.features[0].unit, std::string("cm"));
}

void TestSamples::emissionsTakeTheCoursesFourInputs()
{
    const Dataset emissions = datasetOf(sampleNamed("obd-emissions"));
    QCOMPARE(emissions.target.task, Task::Regression);
    QCOMPARE(emissions.target.name, std::string("CO2 (g/s) [maf]"));
    QCOMPARE(emissions.target.unit, std::string("g/s"));
    std::vector<std::string> names;
    for (const Feature& feature : emissions.preprocessing.features)
        names.push_back(feature.name);
    QCOMPARE(names, (std::vector<std::string>{"intake_pressure", "intake_temperature", "rpm", "speed"}));
    QCOMPARE(emissions.training.rows() + emissions.validation.rows() + emissions.test.rows(), std::size_t(10230));
}

void TestSamples::wineDigitsAndOccupancyAreClassified()
{
    const Dataset wine = datasetOf(sampleNamed("wine"));
    QCOMPARE(wine.target.classes, (std::vector<std::string>{"1", "2", "3"}));
    QCOMPARE(wine.inputs(), 13);
    const Dataset digits = datasetOf(sampleNamed("digits"));
    QCOMPARE(digits.target.classes.size(), std::size_t(10));
    QCOMPARE(digits.inputs(), 61); // three pixels are always white
    const Dataset occupancy = datasetOf(sampleNamed("occupancy"));
    QCOMPARE(occupancy.target.classes, (std::vector<std::string>{"0", "1"}));
    QCOMPARE(occupancy.inputs(), 5);
    QCOMPARE(occupancy.preprocessing.features[0].unit, std::string("°C"));
}

void TestSamples::sineIsARegressionOfOneInput()
{
    const Dataset sine = datasetOf(sampleNamed("sine"));
    QCOMPARE(sine.target.task, Task::Regression);
    QCOMPARE(sine.inputs(), 1);
    QVERIFY(sine.preprocessing.features[0].lowest >= 0 && sine.preprocessing.features[0].highest < 6.2832f);
}

void TestSamples::gesturesAreWindowsOfThreeAxes()
{
    const Dataset gestures = datasetOf(sampleNamed("gestures"));
    const Stream& stream = gestures.preprocessing.stream.value();
    QCOMPARE(stream.channels.size(), std::size_t(3));
    QCOMPARE(stream.readingsPerSecond, 50.0);
    QCOMPARE(gestures.inputs(), 15);
    QCOMPARE(gestures.preprocessing.features[0].name, std::string("ax mean"));
    QCOMPARE(gestures.preprocessing.features[0].unit, std::string("g"));
    QCOMPARE(gestures.target.classes, (std::vector<std::string>{"circle", "idle", "shake", "tap", "tilt"}));
    QVERIFY(gestures.training.rows() > 400 && gestures.validation.rows() > 50 && gestures.test.rows() > 50);
}

void TestSamples::gesturesAreMadeByTheirScript()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        QSKIP("NOT TESTED: python3 is not installed");
    const QTemporaryDir folder;
    const QString made = folder.filePath(QStringLiteral("gestures.csv"));
    const QString script = QStringLiteral(BROTO_SOURCE_DIR "/resources/samples/make_gestures.py");
    QCOMPARE(QProcess::execute(
                 python, {script, QStringLiteral("--seed"), QStringLiteral("1"), QStringLiteral("--output"), made}),
             0);
    QFile file(made);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().toStdString() == sampleNamed("gestures").csv);
}

QTEST_APPLESS_MAIN(TestSamples)
#include "tst_samples.moc"

#include "table_text.h"

#include "data/dataset.h"
#include "data/samples.h"

#include <QFile>
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
    void irisIsClassifiedByFourNumbers();
    void emissionsTakeTheCoursesFourInputs();
    void wineDigitsAndOccupancyAreClassified();
    void sineIsARegressionOfOneInput();
};

void TestSamples::allAreThere()
{
    std::vector<std::string> ids;
    for (const Sample& sample : samples())
        ids.emplace_back(sample.id);
    QCOMPARE(ids, (std::vector<std::string>{"digits", "iris", "obd-emissions", "occupancy", "sine", "wine"}));
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
        // Dates there, and corners that no digit reaches here.
        const bool hasMore = sample.id == "occupancy" || sample.id == "digits";
        QCOMPARE(warningIds(datasetOf(sample).warnings), std::string(hasMore ? "data.ignored-columns" : ""));
    }
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

QTEST_APPLESS_MAIN(TestSamples)
#include "tst_samples.moc"

#include "device/sensed_rows.h"

#include "data/table_reader.h"

#include <QtTest>

#include <limits>

using namespace broto;

/// What a board has sensed, as rows of the table that its model learns from.
class TestSensedRows : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_model = {};
        m_model.preprocessing.features = {{"temp", "°C", {}, 0, 50}, {"light", "", {}, 0, 100}};
        m_model.decoding.target = {};
        m_model.decoding.target.name = "state";
        m_model.decoding.target.task = Task::Classification;
        m_model.decoding.target.classes = {"bad", "good"};
    }

    void labelledRowsAreAddedAsTheTableIsWritten()
    {
        const std::string csv = "light;state;temp (°C)\n10;good;20,5\n11;bad;21,5\n";
        const auto rows = rowsForTable({{21.1f, 50}, {std::numeric_limits<float>::quiet_NaN(), 7}}, "so-so", m_model,
                                       *readTable(csv));
        QVERIFY(rows);
        const Result<std::string> longer = withRowsAppended(csv, *rows);
        QVERIFY2(longer, longer ? "" : inEnglish(longer.error()).c_str());
        QCOMPARE(QString::fromStdString(*longer), QString::fromStdString(csv + "50;so-so;21,1\n7;so-so;\n"));
    }

    void aNumberIsTheLabelOfARegression()
    {
        m_model.decoding.target.task = Task::Regression;
        const Table table = *readTable("temp,light,state\n1,2,3.5\n4,5,6.5\n");
        const auto rows = rowsForTable({{1, 2}}, "7.5", m_model, table);
        QVERIFY(rows);
        QCOMPARE(rows->columns.back().numbers, std::vector<double>{7.5});
        QVERIFY(rowsForTable({{1, 2}}, "good", m_model, table).error().id == "device.no-label");
    }

    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("said");
        QTest::newRow("no label") << "temp,light,state\n1,2,a\n3,4,b\n"
                                  << ""
                                  << "Say which “state”";
        QTest::newRow("feature") << "temp,lux,state\n1,2,a\n3,4,b\n"
                                 << "a"
                                 << "no column “light”";
        QTest::newRow("target") << "temp,light,mood\n1,2,a\n3,4,b\n"
                                << "a"
                                << "no column “state”";
        QTest::newRow("more columns") << "temp,light,state,who\n1,2,a,x\n3,4,b,y\n"
                                      << "a"
                                      << "the column “who” too";
    }

    void whatDoesNotFitIsNamed()
    {
        QFETCH(QString, csv);
        QFETCH(QString, label);
        QFETCH(QString, said);
        const auto rows = rowsForTable({{1, 2}}, label.toStdString(), m_model, *readTable(csv.toStdString()));
        QVERIFY(!rows);
        QVERIFY2(inEnglish(rows.error()).find(said.toStdString()) != std::string::npos,
                 inEnglish(rows.error()).c_str());
    }

    void readingsOfWindowsAreCapturedElsewhere()
    {
        m_model.preprocessing.stream.emplace();
        const auto rows = rowsForTable({{1, 2}}, "good", m_model, *readTable("temp,light,state\n1,2,a\n3,4,b\n"));
        QVERIFY(!rows && rows.error().id == "device.sensed-readings");
    }

private:
    DeployableModel m_model;
};

QTEST_APPLESS_MAIN(TestSensedRows)
#include "tst_sensed_rows.moc"

#include "data/table_reader.h"
#include "device/capture_run.h"
#include "device/line_history.h"
#include "platform/file.h"

#include <QtTest>

#include <cmath>

using namespace broto;
namespace fs = std::filesystem;

namespace {

Capture captureOf(std::initializer_list<const char*> lines, CaptureOptions options = {})
{
    Capture capture(std::move(options));
    double seconds = 10;
    for (const char* line : lines)
        capture.take({line, seconds += 0.5});
    return capture;
}

QString csvText(const Capture& capture)
{
    return QString::fromStdString(csvOf(capture.captured()));
}

CapturedRows twoRows()
{
    return captureOf({"a,b", "1.5,2", "3,4"}).captured();
}

QString appended(const char* csv, const CapturedRows& rows)
{
    const Result<std::string> longer = withRowsAppended(csv, rows);
    return longer ? QString::fromStdString(*longer) : QString::fromLatin1(longer.error().id.data());
}

}

class TestCapture : public QObject {
    Q_OBJECT

private slots:
    void rowsBecomeATable()
    {
        QCOMPARE(csvText(captureOf({"Temp (°C),Hum", "20.5,60", "21,61"})),
                 QStringLiteral("Temp (°C),Hum\n20.5,60\n21,61\n"));
    }

    void labelsNameTheColumns()
    {
        QCOMPARE(csvText(captureOf({"Temp: 20.5 °C, Hum: 60 %", "Temp: 21 °C, Hum: nan"})),
                 QStringLiteral("Temp (°C),Hum (%)\n20.5,60\n21,\n"));
    }

    void labelsOnLinesOfTheirOwnShareARow()
    {
        const Capture capture = captureOf({"T:1", "H:2", "T:3", "H:4", "T:5"});
        QCOMPARE(csvText(capture), QStringLiteral("T,H\n1,2\n3,4\n5,\n"));
        QVERIFY(capture.lastRowIsOpen());
    }

    void aLabelColumnAndTimesAreAdded()
    {
        CaptureOptions options;
        options.columns = {"x", "y"};
        options.times = true;
        QVERIFY(parseLabel(" gesture = wave, left ", options));
        QCOMPARE(csvText(captureOf({"1 2", "3 4"}, options)),
                 QStringLiteral("time (s),x,y,gesture\n0,1,2,\"wave, left\"\n0.5,3,4,\"wave, left\"\n"));
    }

    void aLabelNeedsANameAndAValue()
    {
        CaptureOptions options;
        for (const char* text : {"", "gesture", "gesture=", "=wave"})
            QVERIFY2(!parseLabel(text, options), text);
    }

    void wantedColumnsAreChosenByTheirLabels()
    {
        CaptureOptions options;
        options.columns = {"hum", "pressure"};
        const Capture capture = captureOf({"Temp:20,Hum:60 %", "Temp:21,Hum:61 %"}, options);
        QCOMPARE(csvText(capture), QStringLiteral("Hum (%),pressure\n60,\n61,\n"));
        QVERIFY(capture.missingColumns() == std::vector<std::string>{"pressure"});
    }

    void textIsPassedOverAndCounted()
    {
        const Capture capture = captureOf({"Ready", "", "1,2", "1", "3,4"});
        QCOMPARE(capture.rows(), std::size_t(2));
        QCOMPARE(capture.passedOver(), std::size_t(2));
        QVERIFY(capture.firstPassedOver() == "Ready");
    }

    void whatComesBeforeTheBeginningTeachesTheNames()
    {
        Capture capture({});
        capture.getReady({"x,y", 1});
        capture.getReady({"0,0", 2});
        capture.take({"1,2", 3});
        QCOMPARE(csvText(capture), QStringLiteral("x,y\n1,2\n"));
    }

    void whatWasKnownBeforeNamesTheColumnsThatStillCome()
    {
        Capture before({});
        for (const char* line : {"Ready: 1", "x,y", "0,0"})
            before.getReady({line, 1});
        Capture capture({}, before.channels());
        capture.take({"1,2", 3});
        QCOMPARE(csvText(capture), QStringLiteral("x,y\n1,2\n"));
    }

    void onlySoManyRowsAreGiven()
    {
        QCOMPARE(captureOf({"1", "2", "3"}).captured(2).columns[0].numbers.size(), std::size_t(2));
    }

    void rowsAreAppendedAsTheTableIsWritten_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("longer");
        const auto row = [](const char* name, const char* csv, const char* longer) {
            QTest::newRow(name) << QString::fromUtf8(csv) << QString::fromUtf8(longer);
        };
        row("plain", "a,b\n7,8.5\n", "a,b\n7,8.5\n1.5,2\n3,4\n");
        row("no line end at the end", "a,b\n7,8.5", "a,b\n7,8.5\n1.5,2\n3,4\n");
        row("Windows' line ends", "a,b\r\n7,8.5\r\n", "a,b\r\n7,8.5\r\n1.5,2\r\n3,4\r\n");
        row("another order", "b,a\n8.5,7\n", "b,a\n8.5,7\n2,1.5\n4,3\n");
        row("decimal commas", "a;b\n7;8,5\n", "a;b\n7;8,5\n1,5;2\n3;4\n");
        row("quoted names", "\"a\",\"b\"\n7,8.5\n", "\"a\",\"b\"\n7,8.5\n1.5,2\n3,4\n");
        row("a line above", "# my data\na,b\n7,8.5\n", "# my data\na,b\n7,8.5\n1.5,2\n3,4\n");
        row("a byte order mark",
            "\xef\xbb\xbf"
            "a,b\n7,8.5\n",
            "\xef\xbb\xbf"
            "a,b\n7,8.5\n1.5,2\n3,4\n");
        row("another column", "a,c\n7,8.5\n", "device.other-columns");
        row("a column more", "a,b,c\n7,8.5,9\n", "device.other-columns");
        row("a column less", "a\n7\n", "device.other-columns");
        row("no names", "7,8.5\n9,9.5\n", "device.other-columns");
    }
    void rowsAreAppendedAsTheTableIsWritten()
    {
        QFETCH(QString, csv);
        QFETCH(QString, longer);
        QCOMPARE(appended(csv.toUtf8(), twoRows()), longer);
    }

    void appendedRowsAreReadAgainAsTheyWere()
    {
        const std::string longer = withRowsAppended("a;b\n7;8,5\n1;0,25\n", twoRows()).value();
        const Table table = readTable(longer).value();
        QCOMPARE(table.rows, std::size_t(4));
        QVERIFY((table.columns[0].numbers == std::vector<double>{7, 1, 1.5, 3}));
        QVERIFY((table.columns[1].numbers == std::vector<double>{8.5, 0.25, 2, 4}));
    }

    void rowsAreAppendedBeforeWhatIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("tail");
        QTest::newRow("a logger that lost its power") << QByteArray("\n") + QByteArray(512, '\0');
        QTest::newRow("in the middle of a line") << QByteArray(3, '\0');
        QTest::newRow("DOS's mark of the end") << QByteArray("\n\x1a");
        QTest::newRow("both") << QByteArray("\r\n\x1a\0\0", 5);
    }

    void rowsAreAppendedBeforeWhatIsNotRead()
    {
        QFETCH(QByteArray, tail);
        const std::string csv = "a,b\n7,8\n9,1" + tail.toStdString();
        const Result<Table> table = readTable(withRowsAppended(csv, twoRows()).value());
        QVERIFY2(table, table ? "" : inEnglish(table.error()).c_str());
        QVERIFY((table->columns[0].numbers == std::vector<double>{7, 9, 1.5, 3}));
        QVERIFY((table->columns[1].numbers == std::vector<double>{8, 1, 2, 4}));
    }

    void aNewFileIsMade()
    {
        const fs::path path = m_folder.path() / "new.csv";
        const SavedCapture saved = saveCapture(twoRows(), path, IfFileExists::Refuse).value();
        QVERIFY(saved.path == path && !saved.appended && !saved.savedElsewhere);
        QVERIFY(readFile(path).value() == "a,b\n1.5,2\n3,4\n");
    }

    void aFileThatFitsIsAppendedTo()
    {
        const fs::path path = m_folder.path() / "fits.csv";
        QVERIFY(saveCapture(twoRows(), path, IfFileExists::Append));
        QVERIFY(checkCaptureFile(path, IfFileExists::Append));
        QVERIFY(saveCapture(twoRows(), path, IfFileExists::Append)->appended);
        QVERIFY(readFile(path).value() == "a,b\n1.5,2\n3,4\n1.5,2\n3,4\n");
    }

    void anEmptyFileIsBegun()
    {
        const fs::path path = m_folder.path() / "empty.csv";
        QVERIFY(writeFileAtomically(path, "\n"));
        QVERIFY(checkCaptureFile(path, IfFileExists::Append));
        QVERIFY(!saveCapture(twoRows(), path, IfFileExists::Append)->appended);
        QVERIFY(readFile(path).value() == "a,b\n1.5,2\n3,4\n");
    }

    void neitherTheFileNorTheRowsAreLostWhereTheyDoNotFit()
    {
        const fs::path path = m_folder.path() / "other.csv";
        QVERIFY(writeFileAtomically(path, "x\n1\n"));
        const SavedCapture saved = saveCapture(twoRows(), path, IfFileExists::Append).value();
        QVERIFY(saved.savedElsewhere && saved.savedElsewhere->id == "device.other-columns");
        QVERIFY(saved.path == m_folder.path() / "other-1.csv");
        QVERIFY(readFile(path).value() == "x\n1\n");
        QVERIFY(readFile(saved.path).value() == "a,b\n1.5,2\n3,4\n");
        QVERIFY(saveCapture(twoRows(), path, IfFileExists::Append)->path == m_folder.path() / "other-2.csv");
    }

    void aFileThatIsThereIsRefusedUnlessAddedTo()
    {
        const fs::path path = m_folder.path() / "there.csv";
        QVERIFY(checkCaptureFile(path, IfFileExists::Refuse));
        QVERIFY(writeFileAtomically(path, "x\n1\n"));
        QVERIFY(checkCaptureFile(path, IfFileExists::Refuse).error().id == "device.capture-file-exists");
        QVERIFY(saveCapture(twoRows(), path, IfFileExists::Refuse)->path == m_folder.path() / "there-1.csv");
        QVERIFY(readFile(path).value() == "x\n1\n");
    }

    void theLastTenThousandPointsAreKept()
    {
        LineHistory history;
        const int lines = 12'345;
        for (int i = 0; i < lines; ++i)
            QVERIFY(history.add("a:" + std::to_string(i) + ",b:nan", i));
        QVERIFY(!history.add("text", lines));
        QCOMPARE(history.channels(), std::size_t(2));
        QCOMPARE(history.points(0), LineHistory::mostPoints);
        QCOMPARE(history.points(1), std::size_t(0));
        QCOMPARE(history.last(0), lines - 1.0);
        QVERIFY(std::isnan(history.last(1)));
        const Series series = history.series(0);
        for (std::size_t i = 0; i < LineHistory::mostPoints; ++i) {
            QCOMPARE(series.values[i], static_cast<double>(lines - LineHistory::mostPoints + i));
            QCOMPARE(series.times[i], series.values[i]);
        }
    }

    void thePlottersStretchHoldsAllLines()
    {
        LineHistory history;
        QCOMPARE(history.stretch(10, 100, 8).lines.size(), std::size_t(0));
        for (int i = 0; i <= 1000; ++i)
            history.add("a:" + std::to_string(i % 10) + " b:-5 c:99", 0.01 * i);
        const PlottedStretch all = history.stretch(0, 100, 2);
        QCOMPARE(all.lines.size(), std::size_t(2));
        QCOMPARE(all.from, 0.0);
        QCOMPARE(all.to, 10.0);
        QVERIFY(all.least < -5 && all.least > -7 && all.most > 9 && all.most < 11);
        QVERIFY(all.lines[0].x.size() <= 204 && !all.lines[0].everyValue);
        const PlottedStretch last = history.stretch(2, 1000, 8);
        QCOMPARE(last.from, 8.0);
        QVERIFY(last.lines[0].everyValue && last.most > 99);
        QCOMPARE(valuesAt(last, 9.434)[0], 3.0);
        QCOMPARE(valuesAt(last, 100)[1], -5.0);
    }

    void aRunCountsDownAndEnds()
    {
        CaptureRun run({}, {2, 1, 0}, 10);
        run.take({"x,y", 10.5});
        QCOMPARE(run.countdownLeft(10.5), 1.5);
        run.take({"1,2", 11.9});
        run.take({"3,4", 12.0});
        QCOMPARE(run.rows(), std::size_t(1));
        QCOMPARE(run.share(12.5), 0.5);
        QVERIFY(!run.isOver(13));
        run.take({"5,6", 13.5}); // too late
        QVERIFY(run.isOver(13.01));
        QVERIFY(csvOf(run.captured()) == "x,y\n3,4\n");
    }

    void aRunOfRowsWaitsForTheRestOfItsLastRow()
    {
        CaptureRun run({}, {0, 0, 2}, 0);
        double time = 0;
        for (const char* line : {"T:1", "H:2", "T:3"})
            run.take({line, time += 1});
        QVERIFY(!run.isOver(time));
        QCOMPARE(run.share(time), 1.0);
        run.take({"H:4", 4});
        QVERIFY(run.isOver(4));
        QVERIFY(csvOf(run.captured()) == "T,H\n1,2\n3,4\n");
    }

private:
    TemporaryFolder m_folder = std::move(TemporaryFolder::make("test").value());
};

QTEST_APPLESS_MAIN(TestCapture)
#include "tst_capture.moc"

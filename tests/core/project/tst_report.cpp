#include "common/fingerprint.h"
#include "common/number_text.h"
#include "example_project.h"
#include "export/cost_estimate.h"
#include "project/choice_names.h"
#include "project/report/chart.h"
#include "project/report/report_html.h"
#include "project/variants.h"
#include "project/workflow.h"
#include "support/value_of.h"

#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

using namespace broto;
using test::valueOf;

/// The page that tells all about a project.
class TestReport : public QObject {
    Q_OBJECT

private slots:
    void everyProjectGivesAWellFormedPage_data();
    void everyProjectGivesAWellFormedPage();
    void namesFromOutsideStayText();
    void figuresAreThoseOfTheProject();
    void figuresOfARegressionAreThoseOfTheProject();
    void equalProjectsHaveEqualReports();
    void theBoardsAnswersAreTold();
    void whatHasChangedSinceIsSaid();
    void everySentenceGoesThroughTheTranslation();
    void nothingIsNoReport();
    void numbersAreWrittenAsInTheWindow();
    void choicesHaveTheNamesOfTheWindow();
    void axesHaveRoundNumbers_data();
    void axesHaveRoundNumbers();
};

namespace {

/// A page, read again as XML.
struct ReadPage {
    QString problem; ///< empty: it is well-formed
    QSet<QString> elements;
    QString text;
    QStringList cells; ///< of all tables, row by row
    int drawings = 0;
};

ReadPage readPage(const std::string& html)
{
    QXmlStreamReader xml(QString::fromStdString(html));
    ReadPage page;
    bool inCell = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            const QString name = xml.name().toString();
            page.elements << name;
            page.drawings += name == u"svg";
            inCell = name == u"td" || name == u"th";
            if (inCell)
                page.cells << QString();
        } else if (token == QXmlStreamReader::EndElement) {
            inCell = false;
        } else if (token == QXmlStreamReader::Characters) {
            page.text += xml.text();
            if (inCell)
                page.cells.last() += xml.text();
        }
    }
    if (xml.hasError())
        page.problem = xml.errorString();
    return page;
}

std::string reportOf(const Project& project, const ReportRequest& request = {}, const ReportLanguage& language = {})
{
    return valueOf(reportHtml(project, request, language));
}

/// The `index`-th cell behind the first one that says `name`.
QString cellAfter(const ReadPage& page, const QString& name, qsizetype index = 1)
{
    const qsizetype place = page.cells.indexOf(name);
    return place < 0 || place + index >= page.cells.size() ? QStringLiteral("no cell") : page.cells[place + index];
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

const std::string hostile = "<script>alert('&')</script>\"]]>";

/// The fruits, with names that would be HTML.
Project hostileProject()
{
    std::string csv = fruitCsv();
    const auto replaceAll = [&csv](const std::string& from, const std::string& to) {
        for (std::size_t at = csv.find(from); at != std::string::npos; at = csv.find(from, at + to.size()))
            csv.replace(at, from.size(), to);
    };
    replaceAll("apple", "</td><b>apple</b>");
    replaceAll("firmness", "<img src=x onerror=alert(1)>");
    replaceAll("red", "&lt;red&gt;");
    Project project = valueOf(projectWithData("fruit & more.csv", csv));
    project.training.epochs = 3;
    return valueOf(trained(project, dataOf(project)));
}

}

void TestReport::everyProjectGivesAWellFormedPage_data()
{
    QTest::addColumn<int>("drawings");
    QTest::newRow("data alone") << 1; // of the network that would be trained
    QTest::newRow("classification") << 3;
    QTest::newRow("two runs") << 3;
    QTest::newRow("regression") << 5;
    QTest::newRow("windows") << 3;
    QTest::newRow("no target") << 0;
}

void TestReport::everyProjectGivesAWellFormedPage()
{
    QFETCH(int, drawings);
    const QByteArray name = QTest::currentDataTag();
    Project project = name == "data alone"       ? fruitProject()
                      : name == "classification" ? trainedFruitProject()
                      : name == "two runs"       ? retrainedFruitProject()
                      : name == "regression"     ? trainedLineProject()
                      : name == "windows"        ? trainedWindowProject()
                                                 : fruitProject();
    if (name == "no target")
        for (ColumnChoice& choice : project.data.columns)
            choice.role = Role::Ignore;
    const ReadPage page = readPage(reportOf(project));
    QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));
    QCOMPARE(page.drawings, drawings);
    QVERIFY(page.text.contains(QStringLiteral("How to repeat it")));
    for (const char* element : {"script", "img", "link", "a", "iframe", "object", "form", "image", "use"})
        QVERIFY2(!page.elements.contains(QString::fromUtf8(element)), element);
}

void TestReport::namesFromOutsideStayText()
{
    const Project project = hostileProject();
    ReportRequest request{hostile, hostile, hostile + "\x01\xff\u202e"};
    request.check = ReportedCheck{};
    request.check->report.board.boardName = hostile;
    request.check->variant = hostile;
    const std::string html = reportOf(project, request);
    const ReadPage page = readPage(html);
    QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));
    QVERIFY2(!page.elements.contains(QStringLiteral("script")) && !page.elements.contains(QStringLiteral("b")) &&
                 !page.elements.contains(QStringLiteral("img")) && !page.elements.contains(QStringLiteral("i")),
             html.c_str());
    QVERIFY(html.find("<script") == std::string::npos);
    // They are told all the same, letter by letter.
    QVERIFY(page.text.contains(text(hostile)));
    QVERIFY(page.cells.contains(QStringLiteral("</td><b>apple</b>")));
    QVERIFY(page.cells.contains(QStringLiteral("<img src=x onerror=alert(1)>")));
    QVERIFY(page.cells.contains(QStringLiteral("fruit & more.csv")));
    QVERIFY(!page.text.contains(QChar(0x202e)));
}

void TestReport::figuresAreThoseOfTheProject()
{
    const Project project = retrainedFruitProject();
    const TrainedNetwork& run = *project.trained;
    const ReadPage page = readPage(reportOf(project));
    QCOMPARE(cellAfter(page, QStringLiteral("Accuracy")), text(fixed(run.training.headline, 4)));
    QCOMPARE(cellAfter(page, QStringLiteral("Log loss"), 3), text(fixed(run.test.loss, 4)));
    QCOMPARE(cellAfter(page, QStringLiteral("Seed")), QString::number(run.settings.seed));
    QVERIFY(cellAfter(page, QStringLiteral("Best epoch")).startsWith(QString::number(run.bestEpoch) + u':'));
    QCOMPARE(cellAfter(page, QStringLiteral("Fingerprint of what was learned from")),
             text(hexadecimal(run.dataFingerprint)));
    QCOMPARE(cellAfter(page, QStringLiteral("Rows")), QStringLiteral("30"));
    // The confusion matrix of the test rows, row by row.
    const qsizetype corner = page.cells.indexOf(QStringLiteral("True class ↓ · answer →"));
    QVERIFY(corner >= 0);
    const auto classes = static_cast<qsizetype>(run.test.confusion.size());
    for (qsizetype i = 0; i < classes; ++i)
        for (qsizetype j = 0; j < classes; ++j)
            QCOMPARE(page.cells[corner + (i + 1) * (classes + 1) + j + 1],
                     QString::number(run.test.confusion[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]));
    const ReportLanguage language;
    const ReportWords english(language);
    for (const std::shared_ptr<const Variant>& variant : project.variants) {
        QVERIFY(page.cells.contains(text(hexadecimal(modelId(variant->model)))));
        QVERIFY(page.cells.contains(text(fixed(variant->test.headline, 4))));
        const CostEstimate cost = estimateCost(variant->model, valueOf(findBoard(project.board)));
        QVERIFY(page.cells.contains(text(english.fixedNumber(cost.microseconds, 1))));
    }
}

void TestReport::figuresOfARegressionAreThoseOfTheProject()
{
    const Project project = trainedLineProject();
    const ReadPage page = readPage(reportOf(project));
    const TrainedNetwork& run = *project.trained;
    QCOMPARE(cellAfter(page, QStringLiteral("R²")), text(fixed(run.training.headline, 4)));
    const double error = cellAfter(page, QStringLiteral("Mean absolute error"), 3).toDouble();
    QVERIFY(std::abs(error - run.test.meanAbsoluteError) <= 1e-5 * std::abs(error));
    const double root = cellAfter(page, QStringLiteral("Root mean square error"), 3).toDouble();
    QVERIFY(std::abs(root - run.test.rootMeanSquareError) <= 1e-5 * std::abs(root));
    QVERIFY(page.text.contains(QStringLiteral("Answers beside the truth (Test)")));
}

void TestReport::equalProjectsHaveEqualReports()
{
    const ReportRequest request{"fruit", "fruit.broto", "today"};
    QCOMPARE(reportOf(trainedFruitProject(), request), reportOf(trainedFruitProject(), request));
    QVERIFY(reportOf(trainedFruitProject(), request) != reportOf(retrainedFruitProject(), request));
    QVERIFY(reportOf(trainedFruitProject(), request).find("today") != std::string::npos);
}

void TestReport::theBoardsAnswersAreTold()
{
    const Project project = trainedFruitProject();
    const Variant& variant = *project.variants.back();
    ReportRequest request;
    request.check = ReportedCheck{{}, variant.model.name};
    BoardReport& report = request.check->report;
    report.board.boardName = "Arduino Uno";
    report.board.modelId = modelId(variant.model);
    report.rows = 30;
    report.identical = 29;
    report.times = {1700, 1704, 1696};
    Difference& difference = report.firstDifference.emplace();
    difference.row = 4;
    difference.outputName = "apple";
    difference.expected.raw = 4470;
    difference.received.raw = 4391;
    difference.layer = 0;
    difference.neuron = 2;
    const ReadPage page = readPage(reportOf(project, request));
    QCOMPARE(cellAfter(page, QStringLiteral("Against the workbench")), QStringLiteral("29 of 30 rows identical"));
    QCOMPARE(cellAfter(page, QStringLiteral("Time for one answer")),
             QStringLiteral("1,700.0 µs (1,696.0 to 1,704.0), measured on the board"));
    QCOMPARE(cellAfter(page, QStringLiteral("First difference")),
             QStringLiteral("The first difference is in row 5. At the output “apple” the workbench has 4,470 and the "
                            "board 4,391. It begins in layer 1, neuron 3."));
    QVERIFY(!page.text.contains(QStringLiteral("made anew or deleted")));
    report.board.modelId ^= 1;
    QVERIFY(readPage(reportOf(project, request)).text.contains(QStringLiteral("made anew or deleted")));
    QVERIFY(!readPage(reportOf(project)).text.contains(QStringLiteral("Check of the board")));
}

void TestReport::whatHasChangedSinceIsSaid()
{
    Project project = trainedLineProject();
    const QString sentence = QStringLiteral("have been changed since the network was trained");
    QVERIFY(!readPage(reportOf(project)).text.contains(sentence));
    project.data.scaling = Scaling::None;
    const ReadPage page = readPage(reportOf(project));
    QVERIFY(page.text.contains(sentence));
    QVERIFY(!page.text.contains(QStringLiteral("Answers beside the truth"))); // of rows that it has not learned from
    QCOMPARE(cellAfter(page, QStringLiteral("R²")), text(fixed(project.trained->training.headline, 4)));
}

void TestReport::everySentenceGoesThroughTheTranslation()
{
    const ReportLanguage shouting{"pt-BR", ',', '.',
                                  [](std::string_view english) { return "¡" + std::string(english); }};
    const std::string html = reportOf(trainedLineProject(), {"line", {}, {}}, shouting);
    const ReadPage page = readPage(html);
    QVERIFY(html.find("lang=\"pt-BR\"") != std::string::npos);
    const double metric = trainedLineProject().trained->training.headline;
    QVERIFY(page.cells.contains(text(fixed(metric, 4)).replace(u'.', u',')));
    // What stands in cells of titles is all of this program's.
    for (const char* title : {"Column", "Neurons", "Measure", "Optimizer", "Flash (B)", "Written by"}) {
        QVERIFY2(page.cells.contains(u'¡' + QString::fromUtf8(title)), title);
        QVERIFY2(!page.cells.contains(QString::fromUtf8(title)), title);
    }
}

void TestReport::nothingIsNoReport()
{
    const Result<std::string> report = reportHtml({}, {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().id, std::string_view("project.nothing-to-report"));
    RunControl control;
    control.cancel();
    const Result<std::string> cancelled = reportHtml(trainedLineProject(), {}, {}, control);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().id, std::string_view("common.cancelled"));
}

void TestReport::numbersAreWrittenAsInTheWindow()
{
    const ReportLanguage portuguese{"pt-BR", ',', '.', {}};
    const ReportWords words(portuguese);
    QCOMPARE(words.whole(999), "999");
    QCOMPARE(words.whole(1534), "1.534");
    QCOMPARE(words.whole(-1534), "-1.534");
    QCOMPARE(words.whole(10230000), "10.230.000");
    QCOMPARE(words.number(10230.5), "10.230,5");
    QCOMPARE(words.number(-0.25), "-0,25");
    QCOMPARE(words.number(1e-12), "1e-12");
    QCOMPARE(words.fixedNumber(1704.25, 1), "1.704,2");
    const ReportLanguage english;
    QCOMPARE(ReportWords(english).whole(10230), "10,230");
}

void TestReport::choicesHaveTheNamesOfTheWindow()
{
    Project project = trainedLineProject();
    project.data.columns.front().role = Role::Ignore;
    const ReadPage page = readPage(reportOf(project));
    for (const Message& name : {nameOf(Role::Ignore), nameOf(Role::Target), nameOf(project.trained->settings.optimizer),
                                nameOf(project.trained->settings.schedule)})
        QVERIFY2(page.cells.contains(text(inEnglish(name))), inEnglish(name).c_str());
}

void TestReport::axesHaveRoundNumbers_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QList<double>>("ticks");
    QTest::newRow("0 to 1") << 0.0 << 1.0 << QList<double>{0, 0.2, 0.4, 0.6, 0.8, 1};
    QTest::newRow("1 to 200") << 1.0 << 200.0 << QList<double>{50, 100, 150, 200};
    QTest::newRow("around 0") << -3.0 << 4.0 << QList<double>{-2, 0, 2, 4};
    QTest::newRow("one value") << 10.0 << 10.0 << QList<double>{9, 9.5, 10, 10.5, 11};
    QTest::newRow("nothing but 0") << 0.0 << 0.0 << QList<double>{-1, -0.5, 0, 0.5, 1};
    QTest::newRow("tiny") << 0.0 << 1e-300 << QList<double>{-1, -0.5, 0, 0.5, 1};
}

void TestReport::axesHaveRoundNumbers()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QList<double>, ticks);
    const ChartAxis axis = chartAxis(low, high, 6);
    QVERIFY(axis.low < axis.high);
    QCOMPARE(static_cast<qsizetype>(axis.ticks.size()), ticks.size());
    for (qsizetype i = 0; i < ticks.size(); ++i)
        QCOMPARE(axis.ticks[static_cast<std::size_t>(i)] + 100, ticks[i] + 100);
}

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"

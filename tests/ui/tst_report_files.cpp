#include "ui/document/document.h"
#include "ui/fixtures.h"
#include "ui/jobs/report_job.h"
#include "ui/jobs/report_pages.h"
#include "ui/jobs/report_pdf.h"
#include "ui/main_menu.h"
#include "ui/main_window.h"
#include "ui/report_files.h"
#include "ui/widgets/message_strip.h"
#include "ui/window_settings.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>

#include <cmath>

using namespace broto;
using namespace broto::ui;

/// Reports from the window: asked for, written in the background, and told of.
class ReportFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::speakEnglish(); }

    void aReportIsWrittenInTheBackground_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("HTML") << QStringLiteral("a.html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("PDF") << QStringLiteral("a.pdf") << QByteArray("%PDF-");
        QTest::newRow("PDF, shouted") << QStringLiteral("A.PDF") << QByteArray("%PDF-");
    }

    void aReportIsWrittenInTheBackground()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);
        const Written written(test::trainedIris(), m_folder.filePath(name));
        QVERIFY(written.done);
        QVERIFY(written.bytes.startsWith(beginning));
        QCOMPARE(written.said, QStringLiteral("The report was saved as %1.").arg(name));
    }

    void theReportTellsOfTheLastCheck()
    {
        Document document;
        document.replace(test::trainedIris(), {});
        auto check = std::make_shared<CheckedBoard>();
        check->report.board.boardName = "Board of the test";
        check->variant = "ptq-int8";
        document.takeCheck(check);
        const QByteArray html = writtenBy(document, m_folder.filePath(QStringLiteral("check.html")));
        QVERIFY(html.contains("Board of the test"));
        QVERIFY(html.contains(QLocale().toString(QDate::currentDate(), QLocale::LongFormat).toUtf8()));
    }

    void whatCannotBeWrittenIsSaid()
    {
        const Written written(test::trainedIris(), m_folder.filePath(QStringLiteral("no/folder/a.html")));
        QVERIFY(!written.done);
        QVERIFY2(written.said.contains(QStringLiteral("a.html")), qPrintable(written.said));
    }

    void drawingsStayDrawingsOnPaper()
    {
        const QString svg = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\">"
                                           "<path d=\"M0 0L9 9\" stroke=\"#000000\"/></svg>");
        const QByteArray with = reportPdf(QStringLiteral("<p>a</p><p>%1%1</p>").arg(svg), QStringLiteral("t"));
        QVERIFY(with.startsWith("%PDF-"));
        QVERIFY(!with.contains("/Subtype /Image")); // no picture made of points
        QVERIFY(reportPdf(QStringLiteral("<p>a <svg without an end</p>"), {}).startsWith("%PDF-"));
    }

    void aTableStaysOnOnePageWithItsHeading_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("partedBefore");
        QTest::addColumn<bool>("partedAfter");
        QTest::newRow("it begins at the end of a page") << 20 << 20 << true << false;
        QTest::newRow("a page is too short for it") << 20 << 90 << true << true;
        QTest::newRow("it ends before the page does") << 3 << 5 << false << false;
    }

    void aTableStaysOnOnePageWithItsHeading()
    {
        QFETCH(int, lines);
        QFETCH(int, rows);
        QTextDocument document;
        document.setHtml(QStringLiteral("<p>line</p>").repeated(lines) +
                         QStringLiteral("<h2>All</h2><h3>these</h3><table>") +
                         QStringLiteral("<tr><td>cell</td></tr>").repeated(rows) + QStringLiteral("</table>"));
        document.setPageSize({500, 900});
        const QTextBlock heading = document.findBlockByNumber(lines);
        QCOMPARE(heading.text(), QStringLiteral("All"));
        const auto parted = [&document, &heading] {
            const auto pageOf = [](double y) { return std::floor(y / 900); };
            const QAbstractTextDocumentLayout& layout = *document.documentLayout();
            const QRectF table = layout.frameBoundingRect(document.rootFrame()->childFrames().at(0));
            return pageOf(layout.blockBoundingRect(heading).top()) != pageOf(table.bottom());
        };
        QTEST(parted(), "partedBefore");
        keepTogether(document);
        QTEST(parted(), "partedAfter");
    }

    void theMenuAsksWhere()
    {
        qputenv("XDG_STATE_HOME", m_folder.filePath(QStringLiteral("state")).toLocal8Bit()); // no crash of others
        WindowSettings settings(m_folder.filePath(QStringLiteral("settings.ini")));
        settings.setLanguage(Language::Choice::English);
        MainWindow window(settings);
        QAction* report = window.findChild<MainMenu*>()->report;
        QCOMPARE(report->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_P));
        QVERIFY(!report->isEnabled());
        window.document().replace(test::irisProject(), {});
        QVERIFY(report->isEnabled());
        report->trigger();
        auto* dialog = window.findChild<QFileDialog*>(QStringLiteral("reportDialog"));
        QVERIFY(dialog);
        QVERIFY2(dialog->selectedFiles().value(0).endsWith(QStringLiteral("iris-report.pdf")),
                 qPrintable(dialog->selectedFiles().value(0)));
        dialog->close();
    }

private:
    /// What became of a project's report.
    struct Written {
        Written(const Project& project, const QString& path)
        {
            Document document;
            document.replace(project, {});
            QWidget window;
            MessageStrip line(&window);
            ReportJob job(document);
            ReportFiles files(document, job, line, window);
            QSignalSpy ended(&job.runner(), &JobRunner::finished);
            QSignalSpy saved(&files, &ReportFiles::written);
            files.writeTo(path);
            ended.wait(60'000);
            done = saved.size() == 1;
            said = line.text();
            QFile file(path);
            if (file.open(QIODevice::ReadOnly))
                bytes = file.readAll();
        }
        bool done = false;
        QString said;
        QByteArray bytes;
    };

    static QByteArray writtenBy(Document& document, const QString& path)
    {
        ReportJob job(document);
        QSignalSpy ended(&job.runner(), &JobRunner::finished);
        job.write(path, [](const Result<void>&) {});
        ended.wait(60'000);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(ReportFilesTest)
#include "tst_report_files.moc"

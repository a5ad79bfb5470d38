#include "platform/pseudo_terminal.h"
#include "ui/fixtures.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/live_line.h"
#include "ui/jobs/open_job.h"
#include "ui/pages/device_page.h"
#include "ui/pages/serial_panel.h"
#include "ui/widgets/live_plot.h"
#include "ui/widgets/monitor_view.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

using namespace broto;
using namespace broto::ui;

namespace {

/// A device on a terminal, and the part of the window that listens to it.
class Bench {
public:
    explicit Bench(SerialPanel::View view)
    {
        Port port;
        port.path = terminal->path();
        port.isVirtual = true;
        panel.resize(900, 500);
        panel.showView(view);
        panel.setPort(port);
        panel.show();
    }

    /// Listens, and leaves the silence before a line that counts.
    void listen()
    {
        button("listen")->click();
        QTRY_COMPARE(line.state(), SerialLine::State::Open);
        QTRY_VERIFY(line.seconds() > 2 * LineReader::silenceBeforeLine);
    }
    void print(const QByteArray& text)
    {
        const std::span bytes(reinterpret_cast<const std::uint8_t*>(text.constData()),
                              static_cast<std::size_t>(text.size()));
        QCOMPARE(terminal->write(bytes), bytes.size());
    }
    QPushButton* button(const char* name) const { return find<QPushButton>(name); }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    template<class Widget>
    Widget* find(const char* name) const
    {
        return panel.findChild<Widget*>(QLatin1String(name));
    }

    std::optional<PseudoTerminal> terminal{std::move(PseudoTerminal::open().value())};
    Document document;
    JobRunner runner;
    OpenJob open{document, runner};
    SerialLine line{runner};
    CaptureJob capture{line};
    SerialPanel panel{document, open, line, capture};
};

}

/// What a device prints, in the window.
class SerialTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        test::speakEnglish();
    }

    void linesAreShownAndSent()
    {
        Bench bench(SerialPanel::View::Monitor);
        const auto* text = bench.find<QPlainTextEdit>("monitorText");
        QVERIFY(!bench.find<QLineEdit>("monitorToSend")->isEnabled());
        QCOMPARE(bench.button("monitorSend")->toolTip(), QStringLiteral("Listen to the board first."));
        QVERIFY(text->placeholderText().startsWith(QStringLiteral("Press Listen")));
        bench.listen();
        QVERIFY(text->placeholderText().startsWith(QStringLiteral("Nothing has come yet")));
        QCOMPARE(bench.button("monitorSend")->toolTip(), QStringLiteral("Send the line to the board"));
        QVERIFY(bench.text("serialStatus").contains(QStringLiteral("nothing has come")));
        bench.print("Hello");
        QTRY_COMPARE(bench.text("serialStatus"), QStringLiteral("No whole line yet"));
        bench.print("\r\n\x1b[2J1,2\n");
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("Hello\n\\x1b[2J1,2"));
        QCOMPARE(bench.text("serialStatus"), QStringLiteral("2 lines"));

        QTest::keyClicks(bench.find<QLineEdit>("monitorToSend"), QStringLiteral("test"));
        QTest::keyClick(bench.find<QLineEdit>("monitorToSend"), Qt::Key_Return);
        std::string heard;
        std::array<std::uint8_t, 16> bytes;
        QTRY_VERIFY((heard.append(reinterpret_cast<char*>(bytes.data()), bench.terminal->read(bytes))) == "test\n");
    }

    void aHeldMonitorKeepsWhatComes()
    {
        Bench bench(SerialPanel::View::Monitor);
        bench.listen();
        bench.button("monitorPause")->click();
        bench.print("a\nb\n");
        QTRY_COMPARE(bench.line.lines(), std::size_t(2));
        const auto* text = bench.find<QPlainTextEdit>("monitorText");
        QCOMPARE(text->toPlainText(), QString());
        bench.button("monitorPause")->click();
        QCOMPARE(text->toPlainText(), QStringLiteral("a\nb"));
        bench.find<QCheckBox>("monitorTimes")->setChecked(true);
        QVERIFY(text->toPlainText().contains(QStringLiteral("  a\n")));
    }

    void theMonitorForgetsOldLines()
    {
        MonitorView view;
        for (int i = 0; i <= MonitorView::mostLines; ++i)
            view.take({{std::to_string(i), 0.001 * i}});
        QVERIFY(view.text().startsWith(QStringLiteral("1\n2\n")));
        QCOMPARE(view.text().count(u'\n'), MonitorView::mostLines);
        view.clear();
        QVERIFY(view.text().isEmpty());
    }

    void numbersAreDrawn()
    {
        Bench bench(SerialPanel::View::Plotter);
        const auto* plot = bench.find<LivePlot>("plotter");
        QVERIFY(!plot->isVisible()); // and no axes without numbers
        QVERIFY(bench.text("plotterEmpty").startsWith(QStringLiteral("Press Listen")));
        QVERIFY(!bench.button("plotterPause")->isEnabled() && !bench.button("plotterClear")->isEnabled());
        QCOMPARE(bench.button("plotterClear")->toolTip(), QStringLiteral("Nothing is drawn yet."));
        bench.listen();
        QVERIFY(bench.text("plotterEmpty").startsWith(QStringLiteral("No line with numbers")));
        bench.print("temp:1 °C,hum:2\ntemp:2,hum:3\n");
        QTRY_COMPARE(plot->pointsShown(), std::size_t(4));
        QVERIFY(plot->isVisible() && bench.button("plotterPause")->isEnabled());
        QCOMPARE(plot->legendLines(), QStringList({QStringLiteral("temp (°C)"), QStringLiteral("hum")}));
        bench.button("plotterPause")->click();
        bench.print("temp:3,hum:4\n");
        QTRY_COMPARE(bench.line.lines(), std::size_t(3));
        QCOMPARE(plot->pointsShown(), std::size_t(4));
        bench.button("plotterPause")->click();
        QCOMPARE(plot->pointsShown(), std::size_t(6));
    }

    void theFirstCaptureBecomesTheData()
    {
        Bench bench(SerialPanel::View::Capture);
        bench.listen();
        bench.print("x,y\n");
        QTRY_COMPARE(bench.line.lines(), std::size_t(1));
        fillIn(bench, 0);
        begin(bench);
        bench.print("Ready\n1,2\n3,4\n");
        QTRY_COMPARE(bench.capture.rows(), std::size_t(2));
        bench.button("captureStart")->click();
        QCOMPARE(bench.text("captureNumber"), QStringLiteral("2 rows"));
        QVERIFY(bench.text("captureNote").contains(QStringLiteral("x, y, gesture")));
        QVERIFY(bench.text("captureNote").contains(QStringLiteral("1 line ")));
        QCOMPARE(bench.button("captureAdd")->text(), QStringLiteral("Use as the data"));
        bench.button("captureAdd")->click();
        QTRY_VERIFY(bench.document.project().source);
        const Table& table = *bench.document.project().source->table;
        QCOMPARE(table.rows, std::size_t(2));
        QVERIFY(table.columns[2].header == "gesture");
        QCOMPARE(bench.capture.state(), CaptureJob::State::Idle);
        QCOMPARE(bench.text("captureNote"), QStringLiteral("2 rows were added to capture.csv, which has 2 now."));
        QCOMPARE(bench.button("captureAdd")->text(), QStringLiteral("Add to capture.csv"));
    }

    void moreRowsAreAnEditOfTheData()
    {
        Bench bench(SerialPanel::View::Capture);
        bench.document.replace(test::projectOf("x;y;gesture\n1,5;2;wave\n2,5;3;circle\n"), {});
        bench.listen();
        fillIn(bench, 0);
        begin(bench);
        bench.print("y:2 x:0.25\n");
        QTRY_COMPARE(bench.capture.rows(), std::size_t(1));
        bench.button("captureStart")->click();
        QCOMPARE(bench.button("captureAdd")->text(), QStringLiteral("Add to readings.csv"));
        bench.button("captureAdd")->click();
        QTRY_COMPARE(bench.document.project().source->table->rows, std::size_t(3));
        QVERIFY(bench.document.project().source->bytes->view().ends_with("\n0,25;2;wave\n"));
        QCOMPARE(bench.text("captureNote"), QStringLiteral("1 row was added to readings.csv, which has 3 now."));
        QCOMPARE(bench.document.history().undoText(), QStringLiteral("Add rows"));
        bench.document.history().undo();
        QCOMPARE(bench.document.project().source->table->rows, std::size_t(2));
    }

    void rowsThatDoNotFitAreKept()
    {
        Bench bench(SerialPanel::View::Capture);
        bench.document.replace(test::irisProject(), {});
        bench.listen();
        fillIn(bench, 0);
        begin(bench);
        bench.print("x:1\n");
        QTRY_COMPARE(bench.capture.rows(), std::size_t(1));
        bench.button("captureStart")->click();
        bench.button("captureAdd")->click();
        QTRY_VERIFY(bench.document.problem(Stage::Device));
        QVERIFY(bench.document.problem(Stage::Device)->id == "device.other-columns");
        QCOMPARE(bench.capture.rows(), std::size_t(1));
        QVERIFY(bench.button("captureSave")->isVisible());
        bench.button("captureDiscard")->click();
        QVERIFY(!bench.button("captureSave")->isVisible());
    }

    void aCaptureCountsDownAndEnds()
    {
        Bench bench(SerialPanel::View::Capture);
        bench.listen();
        fillIn(bench, 1);
        bench.find<QDoubleSpinBox>("captureSeconds")->setValue(0.5);
        begin(bench);
        QCOMPARE(bench.text("captureNumber"), QStringLiteral("1 s"));
        bench.print("0\n"); // too early
        QTRY_VERIFY(bench.capture.state() == CaptureJob::State::Capturing && bench.capture.share() > 0.1);
        bench.print("1\n2\n");
        QTRY_COMPARE(bench.capture.state(), CaptureJob::State::Captured);
        QVERIFY(csvOf(bench.capture.captured()) == "value 1,gesture\n1,wave\n2,wave\n");
    }

    void aCaptureWithoutARowSaysWhatCame()
    {
        Bench bench(SerialPanel::View::Capture);
        bench.listen();
        fillIn(bench, 0);
        QCOMPARE(bench.text("captureNumber"), QStringLiteral("No rows yet"));
        begin(bench);
        bench.button("captureStart")->click();
        QVERIFY2(bench.text("captureNote").startsWith(QStringLiteral("No line came in ")),
                 qPrintable(bench.text("captureNote")));
        begin(bench);
        bench.print("Ready\n");
        QTRY_COMPARE(bench.capture.passedOver(), std::size_t(1));
        bench.button("captureStart")->click();
        QVERIFY2(bench.text("captureNote").startsWith(QStringLiteral("1 line came in ")),
                 qPrintable(bench.text("captureNote")));
        bench.find<QSpinBox>("captureCountdown")->setValue(60);
        begin(bench);
        bench.button("captureStart")->click(); // it had not begun
        QVERIFY2(bench.text("captureNote").startsWith(QStringLiteral("No line with numbers")),
                 qPrintable(bench.text("captureNote")));
    }

    void aLabelNeedsItsValue()
    {
        Bench bench(SerialPanel::View::Capture);
        QVERIFY(!bench.button("captureStart")->isEnabled());
        QVERIFY(bench.button("captureStart")->toolTip().startsWith(QStringLiteral("Listen to the board first")));
        bench.listen();
        QVERIFY(bench.button("captureStart")->isEnabled());
        bench.find<QLineEdit>("captureLabelName")->setText(QStringLiteral("gesture"));
        QVERIFY(!bench.button("captureStart")->isEnabled());
        QVERIFY(bench.text("captureNote").contains(QStringLiteral("needs a column and a value")));
    }

    void aDeviceThatGoesIsToldAndItsRowsAreKept()
    {
        Bench bench(SerialPanel::View::Capture);
        bench.listen();
        fillIn(bench, 0);
        begin(bench);
        bench.print("1 2\n");
        QTRY_COMPARE(bench.capture.rows(), std::size_t(1));
        bench.terminal.reset();
        QTRY_COMPARE(bench.line.state(), SerialLine::State::Closed);
        QVERIFY(bench.text("serialStatus").contains(QStringLiteral("is gone")));
        QVERIFY(bench.document.messages().back().id == "platform.port-gone");
        QVERIFY(bench.button("listen")->isEnabled());
        bench.panel.missPort();
        QVERIFY(!bench.button("listen")->isEnabled());
        QVERIFY(bench.text("serialStatus").contains(QStringLiteral("is gone"))); // still
        QCOMPARE(bench.capture.state(), CaptureJob::State::Captured);
        QCOMPARE(bench.capture.rows(), std::size_t(1));
    }

    void thePortIsLentWhileTheBoardIsFlashed()
    {
        Bench bench(SerialPanel::View::Monitor);
        bench.listen();
        std::atomic<bool> go = false;
        bench.runner.start(
            JobKind::Build,
            [&go](const RunControl&) -> Result<bool> {
                go.wait(false);
                return true;
            },
            [](const Result<bool>&) {});
        QCOMPARE(bench.line.state(), SerialLine::State::Lent);
        QVERIFY(openLink(bench.line.port(), 115200)); // it is free
        go = true;
        go.notify_all();
        QTRY_COMPARE(bench.line.state(), SerialLine::State::Open);
    }

    void anotherPortEndsListening()
    {
        Bench bench(SerialPanel::View::Monitor);
        bench.listen();
        bench.panel.setPort({});
        QCOMPARE(bench.line.state(), SerialLine::State::Closed);
        QVERIFY(!bench.button("listen")->isEnabled());
    }

    void anotherRateIsTakenAtOnce()
    {
        Bench bench(SerialPanel::View::Monitor);
        bench.listen();
        auto* baud = bench.find<QComboBox>("baud");
        QCOMPARE(bench.terminal->baud(), 115200);
        baud->setCurrentIndex(baud->findData(9600));
        emit baud->activated(baud->currentIndex());
        QTRY_COMPARE(bench.line.state(), SerialLine::State::Open);
        QCOMPARE(bench.terminal->baud(), 9600);
    }

    void aBusyPortIsExplained()
    {
        Bench bench(SerialPanel::View::Monitor);
        Port port;
        port.path = bench.terminal->path();
        port.isVirtual = true;
        const auto other = openLink(port, 9600);
        bench.button("listen")->click();
        QTRY_VERIFY(bench.text("serialStatus").contains(QStringLiteral("in use by another program")));
        QCOMPARE(bench.button("listen")->text(), QStringLiteral("Listen"));
    }

    void thePageOfTheDeviceNeedsNoModelToListen()
    {
        Bench bench(SerialPanel::View::Monitor);
        DeviceJob device(bench.document, bench.runner);
        LiveLine live(bench.runner, bench.line);
        DevicePage page(bench.document, bench.runner, device, bench.open, bench.line, bench.capture, live);
        page.show();
        auto* views = page.findChild<QTabBar*>(QStringLiteral("deviceViews"));
        QCOMPARE(views->count(), 5);
        QVERIFY(page.findChild<QWidget*>(QStringLiteral("monitorText"))->isHidden() ||
                !page.findChild<QWidget*>(QStringLiteral("monitorText"))->isVisible());
        views->setCurrentIndex(2);
        QVERIFY(page.findChild<QWidget*>(QStringLiteral("monitorText"))->isVisible());
        views->setCurrentIndex(4);
        QVERIFY(page.findChild<QWidget*>(QStringLiteral("captureStart"))->isVisible());
    }

private:
    /// Starts a capture. What is said in the moment of its beginning was on its way before.
    static void begin(const Bench& bench)
    {
        constexpr double onItsWay = 0.02;
        const double start = bench.line.seconds();
        bench.button("captureStart")->click();
        QTRY_VERIFY(bench.line.seconds() > start + onItsWay);
    }
    static void fillIn(const Bench& bench, int countdown)
    {
        bench.find<QLineEdit>("captureLabelName")->setText(QStringLiteral("gesture"));
        bench.find<QLineEdit>("captureLabelValue")->setText(QStringLiteral("wave"));
        bench.find<QSpinBox>("captureCountdown")->setValue(countdown);
        bench.find<QDoubleSpinBox>("captureSeconds")->setValue(0);
    }
};

QTEST_MAIN(SerialTest)
#include "tst_serial.moc"

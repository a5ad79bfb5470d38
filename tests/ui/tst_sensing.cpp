#include "data/table_reader.h"
#include "device/firmware.h"
#include "device/flasher.h"
#include "device/sensed_quantity.h"
#include "device/virtual_board.h"
#include "platform/paths.h"
#include "ui/fixtures.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/device_job.h"
#include "ui/jobs/live_line.h"
#include "ui/jobs/open_job.h"
#include "ui/jobs/serial_line.h"
#include "ui/own_folders.h"
#include "ui/pages/ask_panel.h"
#include "ui/pages/seen_panel.h"
#include "ui/widgets/fitted_label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace broto;
using namespace broto::ui;

namespace {

const char* const boardId = "uno";
constexpr int sensorsTab = 2;

/// The part of the window that asks a board, at its sensors.
class SensorBench {
public:
    explicit SensorBench(std::optional<Port> port, const Project& project = iris())
    {
        document.replace(project, {});
        document.setBoard(boardId);
        document.chooseVariant("ptq-int8");
        panel.resize(860, 620);
        panel.setPort(std::move(port));
        panel.show();
        find<QTabBar>("questionSources")->setCurrentIndex(sensorsTab);
        if (!QTest::qWaitFor([this] { return document.dataset() != nullptr; }))
            qFatal("the data do not get ready");
    }

    static const Project& iris()
    {
        static const Project trained = test::trainedIris();
        return trained;
    }

    /// Every feature has one, over the range that was learned.
    void choosePins()
    {
        const Board& board = document.board();
        std::vector<SensorPin> pins;
        for (const SensedQuantity& quantity : sensedQuantities(document.chosenVariant()->model))
            pins.push_back(pinThatSpans(quantity, board.analogPins[pins.size()], board));
        document.setSensorPins(boardId, pins);
    }

    /// As fast as it goes.
    void start() const
    {
        find<QComboBox>("sensorRate")->setCurrentIndex(0);
        button("sense")->click();
    }

    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    QPushButton* button(const char* name) const { return find<QPushButton>(name); }
    template<class Widget>
    Widget* find(const char* name) const
    {
        return panel.findChild<Widget*>(QLatin1String(name));
    }
    const LiveHistory& history() const { return panel.seen().history(); }

    Document document;
    JobRunner runner;
    DatasetPreparer preparer{document};
    SerialLine listener{runner};
    LiveLine line{runner, listener};
    OpenJob open{document, runner};
    AskPanel panel{document, line, open};
};

}

/// The sensors of a true virtual board, in the window.
class SensingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        test::speakEnglish();
        QVERIFY(test::useFoldersIn(m_folder));
        qputenv("BROTO_PROGRAMS", BROTO_PROGRAM_DIR);
        if (!findProgram("avr-gcc") || !findProgram("avrdude"))
            return; // what needs no board runs nevertheless
        Result<VirtualBoard> board = VirtualBoard::start(boardId);
        QVERIFY2(board, board ? "" : inEnglish(board.error()).c_str());
        m_board.emplace(std::move(*board));
    }

    void init()
    {
        const QByteArrayView test = QTest::currentTestFunction();
        if (!m_board && !test.startsWith("withoutPins") && !test.startsWith("aBoardWithout"))
            QSKIP("SKIPPED: avr-gcc or avrdude is not installed (gcc-avr, avr-libc, avrdude)");
    }

    void withoutPinsTheyAreChosenAndTheProgramIsBuiltAgain()
    {
        Port port;
        port.path = "/dev/nowhere";
        SensorBench bench(port);
        QVERIFY(bench.text("sensorNote").contains(QStringLiteral("say which one measures what")));
        QVERIFY(bench.button("sensorPins")->isVisible() && bench.button("sensorPins")->isEnabled());
        QVERIFY(!bench.button("flashPins")->isVisible());
        bench.button("sensorPins")->click();
        auto* popup = bench.panel.findChild<QFrame*>(QStringLiteral("sensorPinsPopup"));
        QVERIFY(popup && popup->isVisible());
        popup->close();
        bench.choosePins();
        QVERIFY(!bench.button("sensorPins")->isVisible());
        QVERIFY(bench.button("sense")->isEnabled());                 // whether the program reads them is found out
        QVERIFY(!bench.find<QTabBar>("seenViews")->isTabVisible(1)); // a true class is not known
        bench.find<QTabBar>("questionSources")->setCurrentIndex(0);
        QVERIFY(bench.find<QTabBar>("seenViews")->isTabVisible(1));
    }

    void aBoardWithoutAnalogPinsSaysSo()
    {
        SensorBench bench({});
        bench.document.setBoard("microbit");
        QVERIFY(bench.text("sensorNote").contains(QStringLiteral("reads no pins of the")));
        QVERIFY(!bench.button("sensorPins")->isVisible());
        QVERIFY(!bench.button("sense")->isEnabled());
    }

    void aProgramWithoutPinsIsFoundOut()
    {
        SensorBench bench(port());
        put(bench);
        bench.choosePins();
        bench.start();
        QTRY_VERIFY2(bench.text("sensorNote").contains(QStringLiteral("reads no pins yet")),
                     qPrintable(bench.text("sensorNote")));
        QTRY_VERIFY(!bench.button("sense")->isEnabled()); // what was begun before that was known has ended
        QVERIFY(bench.button("sensorPins")->isVisible());
        QSignalSpy wanted(&bench.panel, &AskPanel::flashWanted);
        bench.button("flashPins")->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(bench.history().answers(), std::size_t(0));
    }

    void wavesMoveTheSlidersAndAreAnsweredByBoth()
    {
        SensorBench bench(port());
        bench.choosePins();
        flash(bench);
        bench.start();
        QTRY_COMPARE(bench.button("sense")->text(), QStringLiteral("Stop"));
        std::set<int> places;
        const auto* slider = bench.find<QSlider>("featureSlider");
        QTRY_VERIFY_WITH_TIMEOUT((places.insert(slider->value()), places.size() >= 5), 30'000);
        QVERIFY(!slider->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(bench.history().answers() >= 30, 30'000);
        QCOMPARE(bench.history().same(), bench.history().answers());
        QCOMPARE(bench.find<FittedLabel>("answerSign")->text(), QStringLiteral("="));
        QVERIFY(bench.history().kept().back().question.sensed);
        bench.button("sense")->click();
        QTRY_COMPARE(bench.button("sense")->text(), QStringLiteral("Start"));
        bench.button("connect")->click(); // what was on its way is not waited for
        QCOMPARE(bench.line.state(), LiveLine::State::Closed);
        const QString all = QString::number(bench.history().answers());
        QTRY_COMPARE(bench.text("agreement"), QStringLiteral("%1 of %1 identical").arg(all));
        const float last = bench.history().kept().back().question.row[0];
        QVERIFY(std::abs(bench.find<QDoubleSpinBox>("featureField")->value() - static_cast<double>(last)) < 1e-3);
        QCOMPARE(bench.history().rowsOfStream(), std::size_t(0));
        saveAndReadBack(bench);
        addToTheTable(bench);
    }

    void anotherTabEndsTheSensing()
    {
        SensorBench bench(port());
        bench.choosePins();
        put(bench);
        bench.start();
        QTRY_VERIFY(bench.history().answers() > 0);
        bench.find<QTabBar>("questionSources")->setCurrentIndex(0);
        QTRY_VERIFY(!bench.line.session().senses);
        QVERIFY(bench.find<QSlider>("featureSlider")->isEnabled());
    }

    void ofWindowsTheReadingsUntilTheNextAnswerAreTold()
    {
        SensorBench bench(port(), trainedGestures());
        bench.choosePins();
        put(bench);
        QCOMPARE(bench.find<QComboBox>("sensorRate")->currentText(), QStringLiteral("as learned: 50 a second"));
        bench.start();
        QTRY_VERIFY2(bench.text("sensorNote").endsWith(QStringLiteral("until the next answer")),
                     qPrintable(bench.text("sensorNote")));
        QTRY_VERIFY_WITH_TIMEOUT(bench.history().answers() >= 3, 60'000);
        QCOMPARE(bench.history().same(), bench.history().answers());
        QCOMPARE(bench.history().kept().back().question.row.size(),
                 bench.document.chosenVariant()->model.preprocessing.features.size());
        QVERIFY(!bench.button("addSensed")->isEnabled());
        QVERIFY(bench.text("sensedNote").startsWith(QStringLiteral("The model takes windows")));
    }

private:
    static Project trainedGestures()
    {
        const Sample& gestures = test::sample("gestures");
        Project project =
            projectWithData(std::string(gestures.fileName), std::string(gestures.csv), gestures.sidecar).value();
        project.design.hidden = {{8, Activation::Relu}};
        project.training.epochs = 3;
        return trained(project, datasetOf(project).value()).value();
    }

    Port port() const { return m_board->port(); }

    /// Without its check, which takes its time with windows.
    void put(const SensorBench& bench) const
    {
        const DeployableModel& model = bench.document.chosenVariant()->model;
        const Board& board = bench.document.board();
        const std::filesystem::path folder(m_folder.filePath(QStringLiteral("firmware")).toStdString());
        const Result<Firmware> firmware =
            buildFirmware(model, "sensing", board, folder, {}, pinsFor(bench.document.project(), model, board));
        QVERIFY2(firmware, firmware ? "" : inEnglish(firmware.error()).c_str());
        const Result<FlashReport> flashed = flashFirmware(*firmware, board, m_board->port());
        QVERIFY2(flashed, flashed ? "" : inEnglish(flashed.error()).c_str());
    }

    /// As a person does.
    void flash(SensorBench& bench) const
    {
        DeviceJob device(bench.document, bench.runner);
        device.run(bench.document.chosenVariant(), port());
        QTRY_VERIFY_WITH_TIMEOUT(!device.running(), 120'000);
        const auto& problem = bench.document.problem(Stage::Device);
        QVERIFY2(!problem, problem ? inEnglish(*problem).c_str() : "");
        const auto& check = bench.document.boardSession().check;
        QVERIFY(check && check->report.identical == check->report.rows);
    }

    void saveAndReadBack(SensorBench& bench)
    {
        const QString path = m_folder.filePath(QStringLiteral("sensed.csv"));
        bench.button("saveSeen")->click();
        auto* dialog = bench.panel.findChild<QFileDialog*>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->close();
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const Result<Table> table = readTable(file.readAll().toStdString());
        QVERIFY(table);
        QCOMPARE(table->rows, bench.history().answers());
        QCOMPARE(table->columns.size(), std::size_t(1 + 4 + 2 + 2)); // and no truth
        for (std::size_t row = 0; row < table->rows; ++row)
            QCOMPARE(static_cast<float>(table->columns[1].numbers[row]), bench.history().kept()[row].question.row[0]);
        QVERIFY(table->columns[1].distinct > 3);
    }

    static void addToTheTable(SensorBench& bench)
    {
        const std::size_t before = bench.document.project().source->table->rows;
        const std::size_t sensed = bench.history().answers();
        QVERIFY(!bench.button("addSensed")->isEnabled());
        QVERIFY(bench.text("sensedNote").startsWith(QStringLiteral("Say which")));
        bench.find<QComboBox>("sensedLabel")->setEditText(QStringLiteral("a new class"));
        QVERIFY(bench.button("addSensed")->isEnabled());
        bench.button("addSensed")->click();
        QTRY_COMPARE(bench.document.project().source->table->rows, before + sensed);
        const Table& table = *bench.document.project().source->table;
        const Column& label = table.columns.back();
        QCOMPARE(label.categories[static_cast<std::size_t>(label.codes.back())], std::string("a new class"));
        QCOMPARE(static_cast<float>(table.columns[0].numbers.back()), bench.history().kept().back().question.row[0]);
        QTRY_VERIFY(!bench.button("addSensed")->isVisible()); // they are there now
        QVERIFY(bench.text("sensedNote").contains(QStringLiteral("were added")));
        bench.document.history().undo();
        QCOMPARE(bench.document.project().source->table->rows, before);
    }

    QTemporaryDir m_folder;
    std::optional<VirtualBoard> m_board;
};

QTEST_MAIN(SensingTest)
#include "tst_sensing.moc"

#include "compression/predictor.h"
#include "data/table_reader.h"
#include "device/flasher.h"
#include "device/prepared_firmware.h"
#include "device/virtual_board.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "project/variants.h"
#include "ui/fixtures.h"
#include "ui/jobs/capture_job.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/device_job.h"
#include "ui/jobs/live_line.h"
#include "ui/jobs/open_job.h"
#include "ui/jobs/serial_line.h"
#include "ui/models/ports_model.h"
#include "ui/own_folders.h"
#include "ui/pages/ask_panel.h"
#include "ui/pages/device_page.h"
#include "ui/pages/seen_panel.h"
#include "ui/widgets/answer_card.h"
#include "ui/widgets/answers_over_time.h"
#include "ui/widgets/confusion_map.h"
#include "ui/widgets/fitted_label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <atomic>
#include <cmath>
#include <memory>

using namespace broto;
using namespace broto::ui;

namespace {

const char* const boardId = "microbit";

/// The records of an Intel HEX file with other bytes in place of some that it holds once.
QByteArray withOtherBytes(const QByteArray& hex, const QByteArray& before, const QByteArray& after)
{
    constexpr qsizetype head = 9; // of a record: colon, count, address, kind
    QByteArray data;
    QByteArrayList lines = hex.split('\n');
    for (const QByteArray& line : lines)
        if (line.mid(7, 2) == "00")
            data += QByteArray::fromHex(line.mid(head, 2 * line.mid(1, 2).toInt(nullptr, 16)));
    if (data.count(before) != 1)
        qFatal("the bytes stand %lld times in the program", static_cast<long long>(data.count(before)));
    data.replace(before, after);
    for (QByteArray& line : lines) {
        if (line.mid(7, 2) != "00")
            continue;
        const qsizetype count = line.mid(1, 2).toInt(nullptr, 16);
        QByteArray bytes = QByteArray::fromHex(line.mid(1, 8)) + data.left(count);
        data.remove(0, count);
        int sum = 0;
        for (const char byte : bytes)
            sum += static_cast<unsigned char>(byte);
        bytes += static_cast<char>(-sum);
        line = ':' + bytes.toHex().toUpper() + '\r';
    }
    return lines.join('\n');
}

QByteArray idBytes(const DeployableModel& model)
{
    const std::uint64_t id = modelId(model);
    return QByteArray(reinterpret_cast<const char*>(&id), sizeof id);
}

/// The part of the window that asks a board.
class Bench {
public:
    explicit Bench(std::optional<Port> port)
    {
        document.replace(project(), {});
        document.chooseVariant("ptq-int8");
        panel.resize(860, 620);
        panel.setPort(std::move(port));
        panel.show();
        if (!QTest::qWaitFor([this] { return document.dataset() != nullptr; }))
            qFatal("the data do not get ready");
    }

    static const Project& project()
    {
        static const Project iris = test::trainedIris();
        return iris;
    }
    static const DeployableModel& model() { return findVariant(project(), "ptq-int8").value()->model; }

    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    QString large(const char* label) const { return find<FittedLabel>(label)->text(); }
    QPushButton* button(const char* name) const { return find<QPushButton>(name); }
    template<class Widget>
    Widget* find(const char* name) const
    {
        return panel.findChild<Widget*>(QLatin1String(name));
    }
    const LiveHistory& history() const { return panel.seen().history(); }
    void streamAll() const
    {
        find<QTabBar>("questionSources")->setCurrentIndex(1);
        find<QComboBox>("streamRate")->setCurrentIndex(0);
        emit find<QComboBox>("streamRate")->activated(0);
        button("streamRows")->click();
    }

    Document document;
    JobRunner runner;
    DatasetPreparer preparer{document};
    SerialLine listener{runner};
    LiveLine line{runner, listener};
    OpenJob open{document, runner};
    AskPanel panel{document, line, open};
};

/// Has the port to itself until it may go on.
class HeldJob {
public:
    explicit HeldJob(JobRunner& runner)
    {
        runner.start(
            JobKind::Check,
            [go = m_go](const RunControl&) -> Result<bool> {
                go->wait(false);
                return true;
            },
            [](const Result<bool>&) {});
    }
    ~HeldJob() { letGo(); }

    void letGo()
    {
        *m_go = true;
        m_go->notify_all();
    }

private:
    std::shared_ptr<std::atomic<bool>> m_go = std::make_shared<std::atomic<bool>>(false);
};

}

/// Questions for a true virtual board, in the window.
class AskingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        test::speakEnglish();
        QVERIFY(test::useFoldersIn(m_folder));
        qputenv("BROTO_PROGRAMS", BROTO_PROGRAM_DIR);
        if (!findProgram("qemu-system-arm") || !isPrepared(findBoard(boardId).value()))
            return; // what needs no board runs nevertheless
        Result<VirtualBoard> board = VirtualBoard::start(boardId);
        QVERIFY2(board, board ? "" : inEnglish(board.error()).c_str());
        m_board.emplace(std::move(*board));
        flash(Bench::model());
    }

    void init()
    {
        const QByteArrayList needNoBoard = {"withoutABoardTheNextStepIsToStartOne",
                                            "aStreamThatNobodyAnswersLeavesWhatWasSeen",
                                            "aBoardThatIsNotInTheListIsLeftAlone", "slidersBeginBelowTheirQuestion"};
        if (!m_board && !needNoBoard.contains(QTest::currentTestFunction()))
            QSKIP("SKIPPED: qemu-system-arm is not installed, or no program was prepared (gcc-arm-none-eabi)");
    }

    void withoutABoardTheNextStepIsToStartOne()
    {
        const Bench bench({});
        QVERIFY(!bench.button("connect")->isEnabled());
        QVERIFY(!bench.button("streamRows")->isEnabled());
        QVERIFY(!bench.find<QSlider>("featureSlider")->isEnabled());
        QCOMPARE(bench.text("liveStatus"), QStringLiteral("Choose a board on the left, or start a virtual one."));
        QCOMPARE(bench.button("liveNext")->text(), QStringLiteral("Start a virtual Arduino Uno"));
        QSignalSpy wanted(&bench.panel, &AskPanel::boardWanted);
        bench.button("liveNext")->click();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!bench.button("saveSeen")->isEnabled());
        // What cannot be pressed says why.
        for (const char* name : {"connect", "streamRows", "takeTestRow", "sense"})
            QVERIFY2(bench.button(name)->toolTip().startsWith(QStringLiteral("There is no board to ")), name);
        QCOMPARE(bench.button("saveSeen")->toolTip(), QStringLiteral("Nothing was asked yet"));
    }

    /// The board has gone between the last look and the press: what it answered before is all there is.
    void aStreamThatNobodyAnswersLeavesWhatWasSeen()
    {
        SeenPanel seen;
        seen.setTarget(Bench::model().decoding.target);
        LiveAnswer answer;
        answer.board.classIndex = answer.workbench.classIndex = 1;
        answer.same = true;
        answer.question = {{0, 0, 0, 0}, 0, 1};
        seen.add({answer, answer}); // each the first row of a stream
        QCOMPARE(seen.history().rowsOfStream(), std::size_t(1));
        answer.question.testRow = 1;
        seen.add({answer});
        QCOMPARE(seen.history().rowsOfStream(), std::size_t(2));
        seen.show();
        QCOMPARE(seen.findChild<QLabel*>(QStringLiteral("boardQuality"))->text(),
                 QStringLiteral("Accuracy 100.0 % on 2 test rows"));
        QCOMPARE(seen.findChild<QTabBar*>(QStringLiteral("seenViews"))->currentIndex(), 1);

        Bench bench(missingBoard());
        bench.streamAll();
        QTRY_COMPARE(bench.line.state(), LiveLine::State::Closed);
        QCOMPARE(bench.find<QTabBar>("seenViews")->currentIndex(), 0);
        QCOMPARE(bench.text("liveStatus"),
                 QStringLiteral("The virtual Arduino Uno at /dev/nowhere has stopped. Start it again."));
        QVERIFY(bench.document.messages().back().id == "platform.port-missing"); // and stays to be read
    }

    void aBoardThatIsNotInTheListIsLeftAlone()
    {
        Bench bench(missingBoard());
        QVERIFY(bench.button("connect")->isEnabled());
        bench.panel.missPort(0); // nobody talks to it
        QVERIFY(!bench.button("connect")->isEnabled());
        QVERIFY(!bench.button("streamRows")->isEnabled());
        QVERIFY(bench.button("liveNext")->isVisible());
        bench.panel.setPort(missingBoard());
        QVERIFY(bench.button("connect")->isEnabled());
    }

    void slidersBeginBelowTheirQuestion()
    {
        const Bench bench({});
        const QWidget* take = bench.button("takeTestRow");
        const QWidget* slider = bench.find<QSlider>("featureSlider");
        const auto top = [&](const QWidget* widget) { return widget->mapTo(&bench.panel, QPoint()).y(); };
        QVERIFY2(top(slider) - top(take) - take->height() < 60, qPrintable(QString::number(top(slider) - top(take))));
    }

    void aSliderAsksBoardAndWorkbench()
    {
        Bench bench(port());
        QCOMPARE(bench.large("boardAnswer"), QStringLiteral("–"));
        bench.button("connect")->click();
        QCOMPARE(bench.button("connect")->text(), QStringLiteral("Disconnect"));
        QTRY_COMPARE(bench.large("answerSign"), QStringLiteral("="));
        QVERIFY2(bench.text("liveStatus").contains(QStringLiteral("answers as")), qPrintable(bench.text("liveStatus")));
        QCOMPARE(bench.large("boardAnswer"), bench.large("workbenchAnswer"));
        QVERIFY(bench.text("answerNote").startsWith(QStringLiteral("Identical to the bit")));
        QTRY_COMPARE(bench.text("agreement"), QStringLiteral("1 of 1 identical"));

        auto* slider = bench.find<QSlider>("featureSlider");
        slider->setValue(slider->value() + 100);
        QTRY_COMPARE(bench.history().answers(), std::size_t(2));
        const std::vector<float>& asked = bench.history().kept().back().question.row;
        QCOMPARE(asked[0], static_cast<float>(bench.find<QDoubleSpinBox>("featureField")->value()));
        QTRY_COMPARE(bench.text("agreement"), QStringLiteral("2 of 2 identical"));
        QVERIFY(!bench.find<QLabel>("answerTruth")->isVisible());
        bench.button("takeTestRow")->click(); // which the table knows
        QTRY_VERIFY(bench.find<QLabel>("answerTruth")->isVisible());
        QVERIFY(bench.text("answerTruth").startsWith(QStringLiteral("In the table: ")));
        bench.button("connect")->click();
        QCOMPARE(bench.line.state(), LiveLine::State::Closed);
    }

    void aSliderIsDraggedFromWhereItIsPressed()
    {
        const Bench bench(port());
        auto* slider = bench.find<QSlider>("featureSlider");
        const QPoint right(slider->width() - 20, slider->height() / 2);
        QTest::mousePress(slider, Qt::LeftButton, {}, right);
        const int pressed = slider->value();
        QVERIFY(pressed > 800);
        QTest::mouseMove(slider, right - QPoint(60, 0));
        QTRY_VERIFY(slider->value() < pressed - 100);
        QTest::mouseRelease(slider, Qt::LeftButton, {}, right - QPoint(60, 0));
        QTRY_VERIFY(bench.history().answers() >= 1);
        const double asked = bench.find<QDoubleSpinBox>("featureField")->value();
        QTRY_COMPARE(bench.history().kept().back().question.row[0], static_cast<float>(asked));
    }

    void theFirstSliderConnectsByItself()
    {
        const Bench bench(port());
        bench.find<QSlider>("featureSlider")->setValue(100);
        QTRY_COMPARE(bench.history().answers(), std::size_t(1));
        QTRY_COMPARE(bench.text("agreement"), QStringLiteral("1 of 1 identical"));
    }

    void whatWasNotLearnedIsMarked()
    {
        const Bench bench(port());
        bench.find<QSlider>("featureSlider")->setValue(bench.find<QSlider>("featureSlider")->maximum());
        QVERIFY(bench.text("featureNote").startsWith(QStringLiteral("outside ")));
        QTRY_VERIFY(bench.find<QLabel>("answerOutside")->isVisible());
        QVERIFY(bench.text("answerOutside").contains(QStringLiteral("sepal")));
        QCOMPARE(bench.history().outsideOfRange(), std::size_t(1));

        bench.find<QToolButton>("featureMissing")->click();
        QVERIFY(!bench.find<QSlider>("featureSlider")->isEnabled());
        QTRY_VERIFY(!bench.find<QLabel>("answerOutside")->isVisible());
        const LiveAnswer& answer = bench.history().kept().back();
        QVERIFY(std::isnan(answer.question.row[0]) && answer.same);
    }

    void testRowsFillTheConfusionMatrixOfTheBoard()
    {
        Bench bench(port());
        bench.streamAll();
        const DataPart& part = bench.document.dataset()->test;
        QTRY_COMPARE_WITH_TIMEOUT(bench.history().answers(), part.rows(), 20'000);
        QTRY_COMPARE(bench.button("streamRows")->text(), QStringLiteral("Stream test rows"));
        const Metrics expected = evaluate(Bench::model(), part);
        QVERIFY(bench.history().metrics().confusion == expected.confusion);
        const QString rows = QString::number(part.rows());
        QTRY_COMPARE(bench.text("agreement"), QStringLiteral("%1 of %1 identical").arg(rows));
        QVERIFY2(bench.text("boardQuality").endsWith(QStringLiteral("on %1 test rows").arg(rows)),
                 qPrintable(bench.text("boardQuality")));
        const auto* map = bench.panel.findChild<ConfusionMap*>();
        QTRY_COMPARE(map->count(0, 0), expected.confusion[0][0]);
        bench.find<QTabBar>("seenViews")->setCurrentIndex(0);
        QCOMPARE(bench.panel.findChild<AnswersOverTime*>()->pointsShown(), part.rows());
        bench.streamAll(); // again, from the first: the matrix begins anew
        QTRY_COMPARE_WITH_TIMEOUT(bench.history().answers(), 2 * part.rows(), 20'000);
        QVERIFY(bench.history().metrics().confusion == expected.confusion);
    }

    void whatWasSeenIsSaved()
    {
        Bench bench(port());
        bench.streamAll();
        const std::size_t rows = bench.document.dataset()->test.rows();
        QTRY_COMPARE_WITH_TIMEOUT(bench.history().answers(), rows, 20'000);
        QTRY_VERIFY(bench.button("saveSeen")->isEnabled());
        const QString path = m_folder.filePath(QStringLiteral("seen.csv"));
        bench.button("saveSeen")->click();
        auto* dialog = bench.panel.findChild<QFileDialog*>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->close();
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray csv = file.readAll();
        const Result<Table> table = readTable(csv.toStdString());
        QVERIFY(table);
        QCOMPARE(table->rows, rows);
        QCOMPARE(table->columns.size(), std::size_t(1 + 4 + 2 + 2 + 1));
        QCOMPARE(csv.count(",yes,"), static_cast<qsizetype>(rows));
    }

    void aStreamCanBeStopped()
    {
        Bench bench(port());
        bench.find<QTabBar>("questionSources")->setCurrentIndex(1);
        bench.button("streamRows")->click(); // ten rows a second
        QTRY_VERIFY(bench.history().answers() > 0);
        QTRY_COMPARE(bench.button("streamRows")->text(), QStringLiteral("Stop"));
        QVERIFY(!bench.find<QSlider>("featureSlider")->isEnabled());
        bench.button("streamRows")->click();
        QTRY_COMPARE(bench.button("streamRows")->text(), QStringLiteral("Stream test rows"));
        QVERIFY(bench.history().answers() < bench.document.dataset()->test.rows());
    }

    void theMonitorLendsThePortAndGetsItBack()
    {
        Bench bench(port());
        bench.listener.open(port(), SerialLine::usualBaud);
        QTRY_COMPARE(bench.listener.state(), SerialLine::State::Open);
        bench.button("connect")->click();
        QCOMPARE(bench.listener.state(), SerialLine::State::Lent);
        QVERIFY(bench.listener.isLentForQuestions());
        QTRY_COMPARE(bench.history().answers(), std::size_t(1));
        bench.button("connect")->click();
        QTRY_COMPARE(bench.listener.state(), SerialLine::State::Open);
        QVERIFY(!bench.listener.isLentForQuestions());
    }

    void aJobGetsThePortAndTheQuestionsGoOnBehindIt()
    {
        Bench bench(port());
        bench.button("connect")->click();
        QTRY_COMPARE(bench.history().answers(), std::size_t(1));
        HeldJob job(bench.runner);
        QCOMPARE(bench.line.state(), LiveLine::State::Lent);
        QVERIFY(openLink(port())); // it is free
        QVERIFY(bench.text("liveStatus").contains(QStringLiteral("go on afterwards")));
        job.letGo();
        QTRY_COMPARE(bench.line.state(), LiveLine::State::Open);
        QTRY_COMPARE(bench.history().answers(), std::size_t(2));
    }

    void questionsThatWereEndedDuringAJobDoNotGoOnBehindIt()
    {
        Bench bench(port());
        bench.button("connect")->click();
        QTRY_COMPARE(bench.history().answers(), std::size_t(1));
        HeldJob job(bench.runner);
        QCOMPARE(bench.line.state(), LiveLine::State::Lent);
        bench.line.close();
        QCOMPARE(bench.line.state(), LiveLine::State::Closed);
        job.letGo();
        QTRY_VERIFY(!bench.runner.current());
        QVERIFY(!bench.listener.isLentForQuestions());
        bench.button("connect")->click(); // and they can be asked again
        QTRY_COMPARE(bench.line.state(), LiveLine::State::Open);
    }

    void aBoardThatIsGoneForAMomentStaysTheChosenOne()
    {
        Bench bench(port());
        CaptureJob capture(bench.listener);
        OpenJob open(bench.document, bench.runner);
        DeviceJob device(bench.document, bench.runner);
        DevicePage page(bench.document, bench.runner, device, open, bench.listener, capture, bench.line);
        page.show();
        const auto* list = page.findChild<QListView*>(QStringLiteral("ports"));
        const auto* ports = qobject_cast<const PortsModel*>(list->model());
        const auto rowOfBoard = [&] { return ports->rowOf(port().path); };
        QVERIFY(rowOfBoard() >= 0);
        page.findChild<QListView*>(QStringLiteral("ports"))->setCurrentIndex(ports->index(rowOfBoard()));
        page.findChild<QPushButton*>(QStringLiteral("connect"))->click();
        QTRY_VERIFY(bench.line.session().hello);

        const VirtualBoardEntry entry = registeredVirtualBoards().at(0);
        unregisterVirtualBoard(entry);
        QTRY_COMPARE(rowOfBoard(), -1);
        QVERIFY(!list->currentIndex().isValid());
        QCOMPARE(bench.line.state(), LiveLine::State::Open);
        QVERIFY(registerVirtualBoard(entry));
        QTRY_VERIFY(list->currentIndex().isValid());
        QCOMPARE(list->currentIndex().row(), rowOfBoard());
        QCOMPARE(bench.line.state(), LiveLine::State::Open);
    }

    void aBoardThatStaysAwayIsLetGo()
    {
        Bench bench(port());
        CaptureJob capture(bench.listener);
        OpenJob open(bench.document, bench.runner);
        DeviceJob device(bench.document, bench.runner);
        DevicePage page(bench.document, bench.runner, device, open, bench.listener, capture, bench.line);
        page.show();
        auto* list = page.findChild<QListView*>(QStringLiteral("ports"));
        const auto* ports = qobject_cast<const PortsModel*>(list->model());
        list->setCurrentIndex(ports->index(ports->rowOf(port().path)));
        auto* button = page.findChild<QPushButton*>(QStringLiteral("connect"));
        const auto* status = page.findChild<QLabel*>(QStringLiteral("liveStatus"));
        button->click();
        QTRY_VERIFY(bench.line.session().hello);

        const VirtualBoardEntry entry = registeredVirtualBoards().at(0);
        unregisterVirtualBoard(entry);
        QTRY_COMPARE_WITH_TIMEOUT(bench.line.state(), LiveLine::State::Closed, 20'000);
        QVERIFY2(status->text().endsWith(QStringLiteral("has stopped. Start it again.")), qPrintable(status->text()));
        QVERIFY(!button->isEnabled());
        QVERIFY(bench.document.messages().back().id == "platform.port-gone");
        QVERIFY(registerVirtualBoard(entry));
        QTRY_VERIFY(button->isEnabled());
        QVERIFY(status->text().startsWith(QStringLiteral("Connect, or move a slider")));
    }

    void anotherModelOnTheBoardIsNamedWithAButton()
    {
        Bench bench(port());
        bench.document.chooseVariant("float");
        bench.button("connect")->click();
        QTRY_COMPARE(bench.line.state(), LiveLine::State::Closed);
        QVERIFY2(bench.text("liveStatus").contains(QStringLiteral("flash it first")),
                 qPrintable(bench.text("liveStatus")));
        QCOMPARE(bench.button("liveNext")->text(), QStringLiteral("Flash this model"));
        QSignalSpy wanted(&bench.panel, &AskPanel::flashWanted);
        bench.button("liveNext")->click();
        QCOMPARE(wanted.count(), 1);
    }

    void aWrongWeightIsShownWithLayerAndNeuron()
    {
        // The board says that it runs the model, and one weight is another.
        DeployableModel other = Bench::model();
        auto& layer = std::get<IntegerLayer>(other.layers[0]);
        const std::size_t neuron = 3;
        std::int8_t& weight = layer.weights[neuron * static_cast<std::size_t>(layer.inputs) + 2];
        weight = static_cast<std::int8_t>(weight > 0 ? weight - 100 : weight + 100);
        flash(other, &Bench::model());
        Bench bench(port());
        bench.streamAll();
        QTRY_COMPARE_WITH_TIMEOUT(bench.history().answers(), bench.document.dataset()->test.rows(), 20'000);
        QVERIFY(bench.history().same() < bench.history().answers());
        const Difference difference = bench.history().firstDifference()->difference.value();
        QCOMPARE(difference.layer, 0);
        QCOMPARE(difference.neuron, static_cast<int>(neuron));
        QTRY_VERIFY2(bench.text("firstDifference").contains(QStringLiteral("It begins in layer 1, neuron 4.")),
                     qPrintable(bench.text("firstDifference")));
        bench.find<QTabBar>("questionSources")->setCurrentIndex(0);
        const LiveQuestion& question = bench.history().firstDifference()->question;
        bench.line.ask(question.row);
        QTRY_COMPARE(bench.large("answerSign"), QStringLiteral("≠"));
        QTRY_VERIFY2(bench.text("answerNote").contains(QStringLiteral("It begins in layer 1, neuron 4.")),
                     qPrintable(bench.text("answerNote")));
        flash(Bench::model());
    }

private:
    Port port() const { return m_board->port(); }
    static Port missingBoard()
    {
        Port port;
        port.path = "/dev/nowhere";
        port.boardId = "uno";
        port.isVirtual = true;
        return port;
    }

    /// With `told` the program says that it runs this model.
    void flash(const DeployableModel& model, const DeployableModel* told = nullptr)
    {
        const Board board = findBoard(boardId).value();
        const Result<Firmware> firmware = prepareFirmware(
            model, "iris", board, std::filesystem::path(m_folder.filePath(QStringLiteral("firmware")).toStdString()));
        QVERIFY2(firmware, firmware ? "" : inEnglish(firmware.error()).c_str());
        if (told) {
            const auto& path = firmware->files.at(FirmwareForm::Hex);
            const std::string hex = readFile(path).value();
            QVERIFY(writeFileAtomically(
                path, withOtherBytes(QByteArray::fromStdString(hex), idBytes(model), idBytes(*told)).toStdString()));
        }
        const Result<FlashReport> flashed = flashFirmware(*firmware, board, m_board->port());
        QVERIFY2(flashed, flashed ? "" : inEnglish(flashed.error()).c_str());
    }

    QTemporaryDir m_folder;
    std::optional<VirtualBoard> m_board;
};

QTEST_MAIN(AskingTest)
#include "tst_asking.moc"

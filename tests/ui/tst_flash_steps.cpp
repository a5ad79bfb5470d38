// What the Device page says of building, uploading and checking. The uploader is a script that stands in for avrdude.

#include "device/prepared_firmware.h"
#include "platform/file.h"
#include "platform/pseudo_terminal.h"
#include "project/variants.h"
#include "ui/fixtures.h"
#include "ui/jobs/device_job.h"
#include "ui/own_folders.h"
#include "ui/pages/check_verdict.h"
#include "ui/pages/device_log.h"
#include "ui/pages/flash_steps.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace broto;
using namespace broto::ui;

namespace {

using Step = DeviceJob::Step;
using StepState = DeviceJob::StepState;

/// The part of the page that flashes.
struct Bench {
    Bench()
    {
        document.replace(project(), {});
        document.chooseVariant("ptq-int8");
        QObject::connect(&device, &DeviceJob::changed, &steps, [this] { refresh(); });
        QObject::connect(&document, &Document::deviceChanged, &steps, [this] { refresh(); });
        for (QWidget* part : std::initializer_list<QWidget*>{&steps, &verdict, &log})
            part->show();
        refresh();
    }

    static const Project& project()
    {
        static const Project iris = test::trainedIris();
        return iris;
    }
    QString result(int step) const { return steps.findChild<StepLine*>(QStringLiteral("step%1").arg(step))->result(); }
    QString note() const { return verdict.findChild<QLabel*>(QStringLiteral("verdictNote"))->text(); }
    void refresh()
    {
        steps.refresh();
        verdict.refresh();
        log.refresh();
    }
    void run()
    {
        Port port;
        port.path = terminal.path();
        device.run(document.chosenVariant(), port);
    }

    Document document;
    JobRunner runner;
    DeviceJob device{document, runner};
    FlashSteps steps{document, device, runner};
    CheckVerdict verdict{document};
    DeviceLog log{device};
    PseudoTerminal terminal{std::move(PseudoTerminal::open().value())};
};

}

class FlashStepsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        test::speakEnglish();
        QVERIFY(test::useFoldersIn(m_home));
        qputenv("PATH", m_home.path().toLocal8Bit()); // no compiler, and no uploader but this
    }

    void anUploadThatIsCancelledMayLeaveHalfAProgram()
    {
        needPrepared();
        pretendToUpload("read go <" + m_home.path().toLocal8Bit() + "/gate");
        QCOMPARE(::mkfifo((m_home.path().toLocal8Bit() + "/gate").constData(), 0600), 0);
        Bench bench;
        QCOMPARE(bench.result(2), QStringLiteral("Write it to the board and read it back"));
        bench.run();
        QTRY_COMPARE(bench.device.state(Step::Upload), StepState::Running);
        QVERIFY2(bench.result(1).endsWith(QStringLiteral("of the ready-made program")), qPrintable(bench.result(1)));
        bench.runner.cancel();
        QCOMPARE(bench.device.state(Step::Upload), StepState::Cancelled);
        QVERIFY2(bench.result(2).contains(QStringLiteral("half a program")), qPrintable(bench.result(2)));
        bench.device.forgetFailures(); // another board is chosen
        QCOMPARE(bench.result(2), QStringLiteral("Write it to the board and read it back"));
    }

    void aFailedUploadSaysSoInItsLine()
    {
        needPrepared();
        pretendToUpload("exit 1");
        Bench bench;
        bench.run();
        QTRY_COMPARE(bench.device.state(Step::Upload), StepState::Failed);
        QVERIFY2(bench.result(2).startsWith(QStringLiteral("The program did not get onto the board")),
                 qPrintable(bench.result(2)));
        QCOMPARE(bench.result(3), QStringLiteral("Send rows and compare every answer"));
    }

    void aFailedBuildSaysSoInItsLine()
    {
        Bench bench;
        bench.document.setBoard("esp32");
        bench.run();
        QTRY_COMPARE(bench.device.state(Step::Build), StepState::Failed);
        QCOMPARE(bench.result(1), QStringLiteral("Nothing was built"));
        bench.device.forgetFailures();
        QVERIFY2(bench.result(1).startsWith(QStringLiteral("Compile the firmware for ")), qPrintable(bench.result(1)));
    }

    void aReadyMadeProgramIsNotMeasuredByTheEstimate()
    {
        Bench bench;
        check(bench, true);
        QVERIFY2(bench.note().contains(QStringLiteral("ready-made program")), qPrintable(bench.note()));
        QVERIFY(bench.note().contains(QStringLiteral("avr-gcc")));
        QVERIFY(!bench.note().contains(QStringLiteral("estimated")));
        check(bench, false);
        QVERIFY2(bench.note().endsWith(QStringLiteral("were estimated.")) ||
                     bench.note().contains(QStringLiteral("were estimated with every score")),
                 qPrintable(bench.note()));
    }

    void theLogFoldsWhenItIsEmptied()
    {
        needPrepared();
        pretendToUpload("exit 1");
        Bench bench;
        bench.run();
        QTRY_COMPARE(bench.device.state(Step::Upload), StepState::Failed);
        auto* show = bench.log.findChild<QPushButton*>(QStringLiteral("showLog"));
        QVERIFY(show->isVisible());
        show->click();
        QVERIFY(bench.log.findChild<QPlainTextEdit*>()->isVisible());
        bench.document.replace(Bench::project(), {});
        QVERIFY(bench.device.log().empty());
        QVERIFY(!bench.log.findChild<QPlainTextEdit*>()->isVisible());
        QVERIFY(!show->isVisible());
    }

private:
    static void needPrepared()
    {
        if (!isPrepared(findBoard("uno").value()))
            QSKIP("SKIPPED: nothing was prepared when this was built (gcc-avr, avr-libc, arduino-core-avr)");
    }
    void pretendToUpload(const QByteArray& doing) const
    {
        const QString program = m_home.filePath(QStringLiteral("avrdude"));
        QVERIFY(writeFileAtomically(program.toStdString(), "#!/bin/sh\n" + doing.toStdString() + "\n"));
        QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    /// As if an Uno had answered 10 rows in 1.9 ms each.
    static void check(Bench& bench, bool prepared)
    {
        const DeployableModel& model = bench.document.chosenVariant()->model;
        BuiltFirmware built{
            std::move(TemporaryFolder::make("flash").value()), {}, modelId(model), model.name, "uno", 1};
        built.firmware.isPrepared = prepared;
        bench.document.takeFirmware(std::make_shared<const BuiltFirmware>(std::move(built)));
        CheckedBoard checked;
        checked.report.board.boardName = bench.document.board().name;
        checked.report.board.modelId = modelId(model);
        checked.report.rows = checked.report.identical = 10;
        checked.report.times.assign(10, 1900);
        checked.variant = model.name;
        bench.document.takeCheck(std::make_shared<const CheckedBoard>(std::move(checked)));
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(FlashStepsTest)
#include "tst_flash_steps.moc"

#include "ui/jobs/growing_list.h"
#include "ui/jobs/job_runner.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <semaphore>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace broto;
using namespace broto::ui;

namespace {

/// Waits on the worker thread until the job is cancelled or stopped.
void waitForRequest(const RunControl& control)
{
    while (!control.stopRequested())
        std::this_thread::yield();
}

}

class JobRunnerTest : public QObject {
    Q_OBJECT

private slots:
    void aResultComesBackOnTheThreadOfTheRunner()
    {
        JobRunner runner;
        QSignalSpy finished(&runner, &JobRunner::finished);
        int result = 0;
        QThread* deliveredOn = nullptr;
        runner.start(
            JobKind::Train, [](const RunControl&) -> Result<int> { return 42; },
            [&](Result<int> value) {
                result = *value;
                deliveredOn = QThread::currentThread();
            });
        QCOMPARE(runner.current(), std::optional(JobKind::Train));
        QVERIFY(finished.wait());
        QCOMPARE(result, 42);
        QCOMPARE(deliveredOn, QThread::currentThread());
        QVERIFY(!runner.current());
        QCOMPARE(finished.first().at(1).value<JobRunner::Outcome>(), JobRunner::Outcome::Done);
    }

    void whatIsToBeDoneFirstIsDoneBeforeTheJob()
    {
        JobRunner runner;
        std::atomic<int> step = 0;
        int found = 0;
        connect(&runner, &JobRunner::beginning, this, [&](JobKind kind) {
            if (kind == JobKind::Train)
                runner.doFirst([&] { step = 1; });
        });
        runner.start(
            JobKind::Train, [&](const RunControl&) -> Result<int> { return step.exchange(2); },
            [&](Result<int> value) { found = *value; });
        QTRY_COMPARE(found, 1);
    }

    void oneThatWasStoppedIsToldFromOneThatWasNot()
    {
        JobRunner runner;
        QSignalSpy finished(&runner, &JobRunner::finished);
        const auto once = [&](bool stop) {
            runner.start(
                JobKind::Train,
                [stop](const RunControl& control) -> Result<int> {
                    if (stop)
                        waitForRequest(control);
                    return 1;
                },
                [](const Result<int>&) {});
            if (stop)
                runner.stop();
            return finished.wait();
        };
        QVERIFY(once(true));
        QVERIFY(runner.stopped());
        QVERIFY(once(false));
        QVERIFY(!runner.stopped());
    }

    void aLateResultIsDropped()
    {
        JobRunner runner;
        std::binary_semaphore mayEnd(0);
        int late = 0, current = 0;
        runner.start(
            JobKind::Train,
            [&](const RunControl&) -> Result<int> {
                mayEnd.acquire();
                return 1;
            },
            [&](Result<int> value) { late = *value; });
        runner.start(
            JobKind::Compress, [](const RunControl&) -> Result<int> { return 2; },
            [&](Result<int> value) { current = *value; });
        mayEnd.release();
        QTRY_COMPARE(current, 2);
        QCOMPARE(late, 0);
    }

    void cancelDropsTheResultAndTellsTheWork()
    {
        JobRunner runner;
        QSignalSpy finished(&runner, &JobRunner::finished);
        std::atomic<bool> told = false;
        bool delivered = false;
        std::binary_semaphore begun(0);
        runner.start(
            JobKind::Train,
            [&](const RunControl& control) -> Result<int> {
                begun.release();
                waitForRequest(control);
                told = control.cancelled();
                return 1;
            },
            [&](Result<int>) { delivered = true; });
        begun.acquire();
        runner.cancel();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished.first().at(1).value<JobRunner::Outcome>(), JobRunner::Outcome::Dropped);
        QTRY_VERIFY(told);
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }

    void whatNobodyWaitsForIsNotBegun()
    {
        JobRunner runner;
        std::binary_semaphore mayEnd(0);
        std::atomic<bool> begun = false;
        int result = 0;
        runner.start(
            JobKind::Look,
            [&](const RunControl&) -> Result<int> {
                mayEnd.acquire();
                return 1;
            },
            [&](Result<int>) {});
        runner.start(
            JobKind::Look,
            [&](const RunControl&) -> Result<int> {
                begun = true;
                return 2;
            },
            [&](Result<int>) {});
        runner.start(
            JobKind::Look, [](const RunControl&) -> Result<int> { return 3; },
            [&](Result<int> value) { result = *value; });
        mayEnd.release();
        QTRY_COMPARE(result, 3);
        QVERIFY(!begun);
    }

    void stopKeepsTheResult()
    {
        JobRunner runner;
        int result = 0;
        runner.start(
            JobKind::Train,
            [](const RunControl& control) -> Result<int> {
                waitForRequest(control);
                return control.cancelled() ? -1 : 7;
            },
            [&](Result<int> value) { result = *value; });
        runner.stop();
        QTRY_COMPARE(result, 7);
    }

    void destructionWaitsForTheWork()
    {
        std::atomic<bool> ended = false;
        bool delivered = false;
        {
            JobRunner runner;
            std::binary_semaphore begun(0);
            runner.start(
                JobKind::Train,
                [&](const RunControl& control) -> Result<int> {
                    begun.release();
                    waitForRequest(control);
                    ended = true;
                    return 1;
                },
                [&](Result<int>) { delivered = true; });
            begun.acquire();
        }
        QVERIFY(ended);
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }

    void whatALibraryThrowsBecomesAnError()
    {
        JobRunner runner;
        std::string id;
        runner.start(
            JobKind::Train, [](const RunControl&) -> Result<int> { throw std::runtime_error("out of paper"); },
            [&](Result<int> value) { id = value.error().id; });
        QTRY_COMPARE(id, std::string("ui.unexpected"));
    }

    void progressIsThinned()
    {
        JobRunner runner;
        QSignalSpy progressed(&runner, &JobRunner::progressed);
        bool done = false;
        constexpr int reports = 100'000;
        runner.start(
            JobKind::Train,
            [](const RunControl& control) -> Result<int> {
                for (int i = 1; i <= reports; ++i)
                    control.report(i, reports);
                return 0;
            },
            [&](Result<int>) { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(progressed.count() >= 1);
        QVERIFY(progressed.count() < 1000);
        QCOMPARE(runner.progress().done, double(reports));
    }

    void whatOneThreadAddsAnotherReadsInOrder()
    {
        constexpr std::size_t count = 5000; // several pieces of the list
        const auto list = std::make_unique<GrowingList<int, count>>();
        std::vector<int> read{-1}; // something else stands before
        std::thread writer([&] {
            for (std::size_t i = 0; i < count; ++i)
                list->add(static_cast<int>(i));
        });
        while (read.size() < 1 + count)
            list->appendTo(read, 1);
        writer.join();
        QVERIFY(!list->appendTo(read, 1));
        QCOMPARE(read.front(), -1);
        for (std::size_t i = 0; i < count; ++i)
            QCOMPARE(read[i + 1], static_cast<int>(i));
    }

    void aDeliveryMayStartTheNextJob()
    {
        JobRunner runner;
        int second = 0;
        runner.start(
            JobKind::Build, [](const RunControl&) -> Result<int> { return 1; },
            [&](Result<int>) {
                runner.start(
                    JobKind::Upload, [](const RunControl&) -> Result<int> { return 2; },
                    [&](Result<int> value) { second = *value; });
            });
        QTRY_COMPARE(second, 2);
        QVERIFY(!runner.current());
    }
};

QTEST_MAIN(JobRunnerTest)
#include "tst_job_runner.moc"

#include "device/upload_watch.h"

#include <QtTest>

using namespace broto;
using namespace std::chrono_literals;

class TestUploadWatch : public QObject {
    Q_OBJECT

private slots:
    void uploadThatEndsByItselfIsLeftAlone()
    {
        UploadWatch watch("/", 10s, m_caller, m_uploader);
        watch.moved();
        QVERIFY(watch.finish() == UploadWatch::Verdict::Fine);
        QVERIFY(!m_uploader.stopRequested());
    }

    void portThatIsGoneEndsIt()
    {
        RunControl uploader;
        UploadWatch watch("/no/such/port", 10s, m_caller, uploader);
        QTRY_VERIFY(uploader.cancelled());
        QVERIFY(watch.finish() == UploadWatch::Verdict::BoardGone);
    }

    void uploadThatStandsStillIsEnded()
    {
        RunControl uploader;
        UploadWatch watch("/", 150ms, m_caller, uploader);
        QTRY_VERIFY(uploader.cancelled());
        QVERIFY(watch.finish() == UploadWatch::Verdict::Stalled);
    }

    void callerEndsIt_data()
    {
        QTest::addColumn<bool>("cancels");
        QTest::newRow("stop") << false;
        QTest::newRow("cancel") << true;
    }

    void callerEndsIt()
    {
        QFETCH(bool, cancels);
        RunControl caller, uploader;
        UploadWatch watch("/", 10s, caller, uploader);
        cancels ? caller.cancel() : caller.stop();
        QTRY_VERIFY(uploader.cancelled());
        QVERIFY(watch.finish() == UploadWatch::Verdict::Stopped);
    }

private:
    RunControl m_caller;
    RunControl m_uploader;
};

QTEST_APPLESS_MAIN(TestUploadWatch)
#include "tst_upload_watch.moc"

#include "row_rate.h"

#include "core/device/firmware_fixture.h"

#include <QtTest>

using namespace broto;

class TestRowRate : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useTestCache();
        if (!findProgram("avr-gcc"))
            QSKIP("SKIPPED: avr-gcc is not installed (gcc-avr, avr-libc)");
    }

    /// By the Uno's own clock, so that no load of this computer counts.
    void rowsPassNearlyAsFastAsTheLineCarriesThem()
    {
        const Result<RowRate> rate = rowRate("A", 1000);
        QVERIFY2(rate, reason(rate).c_str());
        qInfo("%.1f rows/s, the line's limit is %.1f", rate->rowsASecond, rate->limit());
        QCOMPARE(rate->rows, std::size_t(1000));
        QCOMPARE(rate->identical, std::size_t(1000));
        QVERIFY(rate->rowsASecond >= 0.8 * rate->limit());
        QVERIFY(rate->mostUnanswered > rate->requestBytes); // there are several under way
        QVERIFY(rate->mostUnanswered <= rate->receiveBuffer);
    }
};

QTEST_APPLESS_MAIN(TestRowRate)
#include "tst_row_rate.moc"

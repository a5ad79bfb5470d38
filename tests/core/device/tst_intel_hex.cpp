#include "device/virtual/intel_hex.h"

#include "common/random.h"

#include <QtTest>

using namespace broto;

class TestIntelHex : public QObject {
    Q_OBJECT

private slots:
    void bytesLieWhereTheFileSays()
    {
        const auto flash = flashOfHex(":020000040001F9\r\n:0300020001020AEE\r\n:00000001FF\r\n", 0x10000, 8);
        QVERIFY2(flash, flash ? "" : inEnglish(flash.error()).c_str());
        QVERIFY(*flash == std::string("\xff\xff\x01\x02\x0a\xff\xff\xff", 8));
    }

    void segmentsAreSixteenBytesApart()
    {
        const auto flash = flashOfHex(":020000020001FB\n:0100000055AA\n:00000001FF\n", 0, 32);
        QVERIFY2(flash, flash ? "" : inEnglish(flash.error()).c_str());
        QCOMPARE(flash->find('\x55'), std::size_t(16));
    }

    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<quint32>("address");
        QTest::newRow("from 0") << 0u;
        QTest::newRow("in the middle of nowhere") << 0x20400000u;
        QTest::newRow("over an edge of 64 KiB") << 0x4020ff00u;
    }

    void whatIsWrittenIsReadAgain()
    {
        QFETCH(quint32, address);
        Random random(3);
        std::string flash(200'000, '\xff');
        for (std::size_t i = 0; i < 150'000; ++i)
            flash[i] = static_cast<char>(random.below(256));
        flash.replace(1000, 5000, 5000, '\xff');
        const auto read = flashOfHex(hexOfFlash(flash, address), address, 200'000);
        QVERIFY2(read, read ? "" : inEnglish(read.error()).c_str());
        QVERIFY(*read == flash);
    }

    void everyDamageIsFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("id");
        const auto row = [](const char* name, const char* text, const char* id) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(id);
        };
        row("nothing", "", "device.hex-unfinished");
        row("no end", ":0100000055AA\n", "device.hex-unfinished");
        row("checksum", ":0100000055AB\n:00000001FF\n", "device.hex-damaged");
        row("odd digits", ":0100000055A\n:00000001FF\n", "device.hex-damaged");
        row("no digits", ":01000000GGAA\n:00000001FF\n", "device.hex-damaged");
        row("a sign among digits", ":01000000+5AA\n:00000001FF\n", "device.hex-damaged");
        row("longer than it says", ":01000000555555\n:00000001FF\n", "device.hex-damaged");
        row("shorter than it says", ":0200000055A9\n:00000001FF\n", "device.hex-damaged");
        row("a type that is none", ":0100000955A1\n:00000001FF\n", "device.hex-damaged");
        row("no colon", "0100000055AA\n:00000001FF\n", "device.hex-damaged");
        row("an ELF",
            "\x7f"
            "ELF\x01\x01",
            "device.hex-damaged");
        row("behind the flash", ":01002000558A\n:00000001FF\n", "device.hex-elsewhere");
        row("over the end of the flash",
            ":02001F005555"
            "35\n:00000001FF\n",
            "device.hex-elsewhere");
        row("far away", ":020000041000EA\n:0100000055AA\n:00000001FF\n", "device.hex-elsewhere");
    }

    void everyDamageIsFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, id);
        const auto flash = flashOfHex(text.toStdString(), 0, 32);
        QVERIFY(!flash);
        QCOMPARE(QByteArray::fromStdString(std::string(flash.error().id)), id);
    }
};

QTEST_APPLESS_MAIN(TestIntelHex)
#include "tst_intel_hex.moc"

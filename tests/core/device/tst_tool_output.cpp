#include "device/compiler_output.h"
#include "device/uploader_output.h"

#include <QtTest>

using namespace broto;

/// What the compiler and the uploader say, as they say it, and what a person gets to read.
class TestToolOutput : public QObject {
    Q_OBJECT

private slots:
    void compilerFailuresBecomeSentences_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("error")
            << QByteArray("In file included from a.h:3:0,\n/tmp/x y/tea.ino:12:3: error: 'server' was not declared\n"
                          "tea.ino:14:1: error: another\n")
            << QByteArray("device.compiler-error") << QByteArray("tea.ino:12:3: error: 'server' was not declared");
        QTest::newRow("linker") << QByteArray("/usr/lib/avr/bin/ld: core.a: undefined reference to `setup'\n")
                                << QByteArray("device.compiler-error") << QByteArray("undefined reference to `setup'");
        QTest::newRow("no known form") << QByteArray("collect2: killed\n\n") << QByteArray("device.compiler-error")
                                       << QByteArray("collect2: killed");
        QTest::newRow("nothing said") << QByteArray() << QByteArray("device.compiler-error") << QByteArray("program");
        QTest::newRow("no C library") << QByteArray("x.h:1:20: fatal error: avr/io.h: No such file or directory\n")
                                      << QByteArray("device.compiler-missing") << QByteArray("avr-libc");
        QTest::newRow("flash") << QByteArray("ld: region `text' overflowed by 812 bytes\n")
                               << QByteArray("device.flash-full") << QByteArray("Arduino Uno");
        QTest::newRow("RAM") << QByteArray("ld: region `data' overflowed by 12 bytes\n")
                             << QByteArray("device.ram-full") << QByteArray("Arduino Uno");
        QTest::newRow("array") << QByteArray("tea.h:9:1: error: size of array 'weights' is too large\n")
                               << QByteArray("device.layer-too-large") << QByteArray("32,767");
    }

    void compilerFailuresBecomeSentences()
    {
        QFETCH(QByteArray, output);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, part);
        const Message failure = compilerFailure(output.toStdString(), "Arduino Uno");
        QCOMPARE(QByteArray(failure.id.data()), id);
        QVERIFY2(inEnglish(failure).find(part.toStdString()) != std::string::npos, inEnglish(failure).c_str());
    }

    void sectionsAreAdded()
    {
        const std::string listing =
            "tea.elf  :\nsection   size      addr\n.data       46   8388864\n.text     3690      0\n"
            ".bss       377   8388910\n.comment   17   0\nTotal   4130\n";
        QCOMPARE(sectionBytes(listing, {".text", ".data"}).value_or(-1), std::int64_t(3736));
        QCOMPARE(sectionBytes(listing, {".data", ".bss", ".noinit"}).value_or(-1), std::int64_t(423));
        QVERIFY(!sectionBytes(listing, {".eeprom"}));
        QVERIFY(!sectionBytes(".text many\n", {".text"}));
        QVERIFY(!sectionBytes("", {".text"}));
    }

    void symbolIsFound()
    {
        const std::string listing = "00000068 T __ctors_start\n         U setup\n00800100 D x\n";
        QCOMPARE(symbolAddress(listing, "__ctors_start").value_or(0), std::uint64_t(0x68));
        QVERIFY(!symbolAddress(listing, "setup"));
        QVERIFY(!symbolAddress(listing, "y"));
    }

    void uploadProgressFollowsTheBars()
    {
        UploaderOutput output;
        output.add("avrdude: AVR device initialized\nReading | ##################################################"
                   " | 100% 0.00s\n\n");
        QCOMPARE(output.progress(), 0.0); // an old avrdude reads the signature with a bar of its own
        output.add("Writing | #####");
        QCOMPARE(output.progress(), 0.05);
        output.add(std::string(45, '#') + " | 100% 0.43s\n\n");
        QCOMPARE(output.progress(), 0.5);
        output.add("avrdude: verifying\n\nReading | ");
        output.add(std::string(25, '#'));
        QCOMPARE(output.progress(), 0.75);
        output.add(std::string(100, '#')); // never more than all
        QCOMPARE(output.progress(), 1.0);
        QVERIFY(output.marks() > 150);
    }

    void uploadFailuresBecomeSentences_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("no port") << QByteArray(
                                        "avrdude OS error: cannot open port /dev/ttyX: No such file or directory\n")
                                 << QByteArray("platform.port-missing") << QByteArray("/dev/ttyX");
        QTest::newRow("busy") << QByteArray("avrdude OS error: cannot open port /dev/ttyX: Device or resource busy\n")
                              << QByteArray("platform.port-busy") << QByteArray("/dev/ttyX");
        QTest::newRow("forbidden") << QByteArray("avrdude OS error: cannot open port /dev/ttyX: Permission denied\n")
                                   << QByteArray("platform.port-forbidden") << QByteArray("dialout");
        QTest::newRow("no loader") << QByteArray("avrdude warning: attempt 10 of 10: not in sync: resp=0x00\n"
                                                 "avrdude error: unable to open programmer arduino on port /dev/ttyX\n")
                                   << QByteArray("device.uploader-unanswered") << QByteArray("Arduino Uno");
        QTest::newRow("verification")
            << QByteArray("Writing | ##\navrdude warning: verification mismatch at byte 0x01a4: 0x0c != 0xff\n")
            << QByteArray("device.verification-failed") << QByteArray("0x01a4");
        QTest::newRow("verification, older words")
            << QByteArray("Writing | ##\navrdude: verification error, first mismatch at byte 0x0123\n")
            << QByteArray("device.verification-failed") << QByteArray("0x0123");
        QTest::newRow("unplugged") << QByteArray("Writing | ###avrdude OS error: unable to read: Input/output error\n")
                                   << QByteArray("platform.port-gone") << QByteArray("/dev/ttyX");
        QTest::newRow("another chip")
            << QByteArray("avrdude: device signature = 0x1e9406 (probably m168)\navrdude error: expected signature for "
                          "ATmega328P is 1E 95 0F\n")
            << QByteArray("device.other-chip") << QByteArray("Arduino Uno");
        QTest::newRow("anything else") << QByteArray("Writing | ##\navrdude error: page 3 is cursed\n")
                                       << QByteArray("device.upload-failed") << QByteArray("page 3 is cursed");
    }

    void uploadFailuresBecomeSentences()
    {
        QFETCH(QByteArray, output);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, part);
        UploaderOutput uploader;
        uploader.add(output.toStdString());
        const Message failure = uploader.failure("/dev/ttyX", "Arduino Uno");
        QCOMPARE(QByteArray(failure.id.data()), id);
        QVERIFY2(inEnglish(failure).find(part.toStdString()) != std::string::npos, inEnglish(failure).c_str());
    }
};

QTEST_APPLESS_MAIN(TestToolOutput)
#include "tst_tool_output.moc"

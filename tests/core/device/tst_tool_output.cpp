#include "device/avrdude_output.h"
#include "device/compiler_output.h"
#include "device/percent_output.h"

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
        QTest::newRow("RAM by far") << QByteArray("ld: address 0x801488 of tea.elf section `.bss' is not within region "
                                                  "`data'\ncollect2: error: ld returned 1 exit status\n")
                                    << QByteArray("device.ram-full") << QByteArray("Arduino Uno");
        QTest::newRow("flash, by arduino-cli")
            << QByteArray("Error during build: text section exceeds available space in board\n")
            << QByteArray("device.flash-full") << QByteArray("Arduino Uno");
        QTest::newRow("RAM, by arduino-cli")
            << QByteArray("Error during build: data section exceeds available space in board\n")
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
        AvrdudeOutput output;
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
        QVERIFY(output.signs() > 150);
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
        AvrdudeOutput uploader;
        uploader.add(output.toStdString());
        const Message failure = uploader.failure("/dev/ttyX", "Arduino Uno");
        QCOMPARE(QByteArray(failure.id.data()), id);
        QVERIFY2(inEnglish(failure).find(part.toStdString()) != std::string::npos, inEnglish(failure).c_str());
    }

    void toolsThatCountArePercentOfTheWhole_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<int>("files");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<double>("progress");
        const auto row = [](const char* name, const char* tool, int files, const char* said, double progress) {
            QTest::newRow(name) << QByteArray(tool) << files << QByteArray(said) << progress;
        };
        row("bossac writes", "bossac", 1,
            "Erase flash\n\nDone in 0.8 seconds\nWrite 10452 bytes to flash (164 pages)\n\r[===     ] 40% (64/164 "
            "pages)",
            0.05 + 0.4 * 0.55);
        row("bossac verifies", "bossac", 1,
            "Write 10452 bytes to flash (164 pages)\n[====] 100% (164/164 pages)\nVerify 10452 bytes of flash\n[==  ] "
            "50% "
            "(82/164 pages)\r",
            0.8);
        row("dfu-util downloads", "dfu-util", 1,
            "Erase   \t[=========================] 100%        52480 bytes\nErase    done.\nDownload\t[=====    ]  20% "
            "    "
            "10240 bytes",
            0.36);
        row("st-flash counts pages", "st-flash", 1, "Flash page at addr: 0x08000000 erased\n  3/ 12 pages written\n",
            0.1 + 0.25 * 0.8);
        row("openocd says what is done", "openocd", 1,
            "** Programming Started **\n** Programming Finished **\n** Verify Started **\n", 0.65);
        row("teensy", "teensy_loader_cli", 1, "Found HalfKay Bootloader\nProgramming....", 0.3);
        row("esptool, the last of three files", "esptool", 3,
            "Writing at 0x00001000... (100 %)\nWriting at 0x00008000... (100 %)\nWriting at 0x00010000... (12 %)\r"
            "Writing at 0x00014000... (50 %)\r",
            2.0 / 3 + 1.0 / 6);
        row("stm32flash", "stm32flash", 1, "Wrote and verified address 0x08001000 (52.00%) Done.\r", 0.52);
        row("never more than all", "stm32flash", 1, "(300%)", 1.0);
        row("a percent sign of no number", "stm32flash", 1, "100 %\r%\r%%\r", 1.0);
        row("nothing", "bossac", 1, "", 0.0);
    }

    void toolsThatCountArePercentOfTheWhole()
    {
        QFETCH(QByteArray, tool);
        QFETCH(int, files);
        QFETCH(QByteArray, said);
        QFETCH(double, progress);
        const std::vector<std::string> arguments(static_cast<std::size_t>(files), "a.bin");
        const auto output = followUploader(tool.toStdString(), arguments);
        double before = 0;
        for (const char c : said.toStdString()) { // as a pipe may cut it
            output->add({&c, 1});
            QVERIFY(output->progress() >= before);
            before = output->progress();
        }
        if (tool != "teensy_loader_cli" || !said.isEmpty())
            output->add("\n");
        QVERIFY2(std::abs(output->progress() - progress) < 1e-9, qPrintable(QString::number(output->progress())));
        QCOMPARE(output->signs() > 0, progress > 0);
    }

    void failuresOfOtherToolsBecomeSentences_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QByteArray>("id");
        const auto row = [](const char* tool, const char* output, const char* id) {
            QTest::addRow("%s: %s", tool, id) << QByteArray(tool) << QByteArray(output) << QByteArray(id);
        };
        row("bossac", "No device found on ttyACM0\n", "device.uploader-unanswered");
        row("bossac", "Verify failed\nPage errors: 3\n", "device.verification-failed");
        row("dfu-util", "dfu-util: No DFU capable USB device available\n", "device.uploader-unanswered");
        row("dfu-util", "dfu-util: Cannot open DFU device 2341:0369 found on devnum 9 (LIBUSB_ERROR_ACCESS)\n",
            "platform.port-forbidden");
        row("st-flash", "Couldn't find any ST-Link devices\n", "device.uploader-unanswered");
        row("openocd", "Error: unable to find a matching CMSIS-DAP device\n", "device.uploader-unanswered");
        row("esptool", "A fatal error occurred: Failed to connect to ESP32: No serial data received.\n",
            "device.uploader-unanswered");
        row("esptool", "could not open port '/dev/ttyX': [Errno 13] Permission denied\n", "platform.port-forbidden");
        row("arduino-cli", "Failed uploading: uploading error: port is busy\n", "platform.port-busy");
        row("arduino-cli", "Failed uploading: the moon is full\n", "device.upload-failed");
        row("teensy_loader_cli", "", "device.upload-failed");
    }

    void failuresOfOtherToolsBecomeSentences()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, output);
        QFETCH(QByteArray, id);
        const auto uploader = followUploader(tool.toStdString(), {});
        uploader->add(output.toStdString());
        QCOMPARE(QByteArray(uploader->failure("/dev/ttyX", "Arduino Zero").id.data()), id);
    }
};

QTEST_APPLESS_MAIN(TestToolOutput)
#include "tst_tool_output.moc"

#include "core/device/board_fixture.h"
#include "device/board_connection.h"
#include "device/serial_ports.h"
#include "platform/pseudo_terminal.h"
#include "support/usb/usb_port_disguise.h"

#include <QtTest>

#include <thread>

using namespace broto;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class TestSerialPorts : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace(std::move(TemporaryFolder::make("test").value()));
        m_board.emplace(std::move(PseudoTerminal::open().value()));
        m_disguise.emplace(m_folder->path(), m_board->path());
        if (realPorts().size() != 1)
            QSKIP("SKIPPED: this system's serial port library cannot be given a port for the test");
    }
    void cleanup()
    {
        m_disguise.reset();
        m_board.reset();
        m_folder.reset();
    }

    void aBoardOnUsbIsListedWithAllThatIsKnownOfIt()
    {
        const Port port = realPorts().at(0);
        QVERIFY(port.path == UsbPortDisguise::port);
        QVERIFY(port.boardId == "uno");
        QVERIFY(port.description == "Arduino Uno");
        QVERIFY(port.serialNumber == "A1B2");
        QVERIFY(port.hasUsbId && port.usb.vendor == 0x2341 && port.usb.product == 0x0043);
        QVERIFY(!port.isVirtual);
    }

    void bytesGoBothWays()
    {
        auto link = openRealPort(UsbPortDisguise::port, 115200);
        QVERIFY2(link, link ? "" : inEnglish(link.error()).c_str());
        QCOMPARE(m_board->baud(), 115200);
        QVERIFY(sendBytes(**link, std::string("\0\r\n\x03\xff", 5)));
        std::uint8_t bytes[16];
        std::size_t count = 0;
        QTRY_VERIFY((count += m_board->read(std::span(bytes).subspan(count))) == 5);
        QCOMPARE(m_board->write(std::span(bytes).first(5)), std::size_t(5));
        QCOMPARE(readUntil(**link, "\xff", 2s), std::string("\0\r\n\x03\xff", 5));
    }

    void silenceIsNoErrorAndLastsAsLongAsAsked()
    {
        auto link = openRealPort(UsbPortDisguise::port, 115200);
        std::uint8_t byte;
        const Clock::time_point start = Clock::now();
        QVERIFY((*link)->read({&byte, 1}, 100ms).value() == 0);
        QVERIFY(Clock::now() - start >= 100ms);
        QVERIFY((*link)->read({&byte, 1}, 0ms).value() == 0); // no time at all is not for ever
    }

    void aBoardThatIsPluggedInElsewhereIsFoundByItsSerialNumber()
    {
        Port before = realPorts().at(0);
        before.path = "/dev/ttyACM77";
        auto link = linesTo(before).open();
        QVERIFY2(link, link ? "" : inEnglish(link.error()).c_str());
        QVERIFY(sendBytes(**link, "a"));
        std::uint8_t bytes[4];
        std::size_t count = 0;
        QTRY_VERIFY((count += m_board->read(bytes)) == 1);
        before.serialNumber = "another";
        QVERIFY(linesTo(before).open().error().id == "platform.port-missing");
    }

    void anUnpluggedBoardIsNoticedAtOnce()
    {
        auto link = openRealPort(UsbPortDisguise::port, 115200);
        const Clock::time_point start = Clock::now();
        std::thread hand([&] { m_board.reset(); });
        std::uint8_t byte;
        const Result<std::size_t> received = (*link)->read({&byte, 1}, 20s);
        hand.join();
        QVERIFY(received.error().id == "platform.port-gone");
        QVERIFY((*link)->write({&byte, 1}, 20s).error().id == "platform.port-gone");
        QVERIFY(Clock::now() - start < 5s);
    }

    void aBoardThatTakesNothingIsReported()
    {
        auto link = openRealPort(UsbPortDisguise::port, 115200);
        const std::vector<std::uint8_t> much(1'000'000);
        QVERIFY((*link)->write(much, 200ms).error().id == "platform.port-stuck");
    }

    void aPortThatVanishedIsMissing()
    {
        m_board.reset();
        QVERIFY(openRealPort(UsbPortDisguise::port, 115200).error().id == "platform.port-missing");
    }

private:
    std::optional<TemporaryFolder> m_folder;
    std::optional<PseudoTerminal> m_board;
    std::optional<UsbPortDisguise> m_disguise;
};

QTEST_APPLESS_MAIN(TestSerialPorts)
#include "tst_serial_ports.moc"

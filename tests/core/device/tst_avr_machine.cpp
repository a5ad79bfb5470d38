#include "common/random.h"
#include "device/virtual/avr_machine.h"

#include <QtTest>

using namespace broto;

class TestAvrMachine : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_machine = std::move(AvrMachine::make(std::get<AvrKind>(findMachineKind("uno")->emulation)).value());
        m_machine->pressReset();
    }
    void cleanup() { m_machine.reset(); }

    void theBootloaderFitsAndItsVersionIsInPlace()
    {
        const std::string_view flash = m_machine->flash();
        QCOMPARE(flash.size(), std::size_t(32768));
        QVERIFY(flash[0x7e00] != '\xff');
        QVERIFY(flash.substr(0x7ffe) != "\xff\xff");
        QCOMPARE(flash.find_first_not_of('\xff'), std::size_t(0x7e00));
    }

    void theBootloaderCannotBeOverwrittenByAnImage()
    {
        const std::string before(m_machine->flash());
        m_machine->setFlash(std::string(m_machine->flashSize(), '\0'));
        QVERIFY(m_machine->flash().substr(0x7e00) == std::string_view(before).substr(0x7e00));
        QVERIFY(m_machine->flash()[0] == '\0');
    }

    void theBootloaderAnswersItsProtocol()
    {
        m_machine->run(500'000);
        m_machine->send('0'); // get in sync
        m_machine->send(' ');
        m_machine->run(500'000);
        QVERIFY(m_machine->takeSent() == std::vector<std::uint8_t>({0x14, 0x10}));
        QVERIFY(m_machine->baud() > 115200 && m_machine->baud() < 118000);
    }

    void bytesArriveNoFasterThanTheLineCarriesThem()
    {
        m_machine->run(500'000);
        for (int i = 0; i < 100; ++i)
            m_machine->send(i % 2 ? ' ' : '0');
        m_machine->run(10 * 1360);
        QVERIFY(m_machine->waitingToArrive() >= 88);
        m_machine->run(100 * 1600);
        QCOMPARE(m_machine->waitingToArrive(), std::size_t(0));
    }

    void timePassesAsAsked()
    {
        const std::uint64_t before = m_machine->elapsedCycles();
        m_machine->run(1'000'000);
        const std::uint64_t passed = m_machine->elapsedCycles() - before;
        QVERIFY(passed >= 1'000'000 && passed < 1'002'000);
    }

    void resetDropsWhatIsOnTheLine()
    {
        m_machine->run(500'000);
        m_machine->send('0');
        m_machine->send(' ');
        m_machine->pressReset();
        QCOMPARE(m_machine->waitingToArrive(), std::size_t(0));
        m_machine->run(500'000);
        QVERIFY(m_machine->takeSent().empty());
    }

    void atPowerOnTheSketchStartsAtOnce()
    {
        m_machine->setFlash(std::string(m_machine->flashSize(), '\0'));
        m_machine->powerOn();
        m_machine->run(100'000); // a sketch of nothing but NOP runs into the bootloader, over and over
        m_machine->send('0');
        m_machine->send(' ');
        m_machine->run(500'000);
        QVERIFY(m_machine->takeSent().empty());
    }

    void noProgramHoweverWrongEndsTheEmulator()
    {
        Random random(7);
        int halts = 0;
        for (int image = 0; image < 500; ++image) {
            std::string flash(m_machine->flashSize(), '\0');
            for (char& byte : flash)
                byte = static_cast<char>(random.below(256));
            m_machine->setFlash(flash);
            m_machine->powerOn();
            m_machine->run(200'000);
            m_machine->takeSent();
            halts += m_machine->halted();
        }
        QVERIFY(halts > 100); // most went astray, as they should here
        m_machine->setFlash(std::string(m_machine->flashSize(), '\xff'));
        m_machine->pressReset();
        theBootloaderAnswersItsProtocol();
    }

private:
    std::unique_ptr<AvrMachine> m_machine;
};

QTEST_APPLESS_MAIN(TestAvrMachine)
#include "tst_avr_machine.moc"

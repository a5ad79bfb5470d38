#include "device/virtual/avr_machine.h"

#include "bootloader_files.h"

#include <algorithm>
#include <cassert>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include <sim_avr.h>

#include <avr_adc.h>
#include <avr_uart.h>
#include <sim_io.h>
#include <sim_regbit.h>

#ifdef __SANITIZE_ADDRESS__
/// Read by the leak sanitizer: libsimavr 1.6 keeps the names of its interrupt lines when a machine goes.
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libsimavr.so";
}
#endif

namespace broto {

namespace {

/// How many cycles the emulator may run before it comes back: far below the 1360 of a byte at 115200 baud.
constexpr std::uint32_t cyclesBetweenChecks = 160;

/// A program that has lost its way reads and writes what its chip does not have, and the emulator lets it: data by
/// 16-bit addresses, flash by 24-bit ones. Memory that is never touched costs nothing.
constexpr std::size_t addressableData = (1 << 16) + 16;
constexpr std::size_t addressableFlash = (1 << 24) + 16;

template<class Byte>
bool enlarge(Byte*& memory, std::size_t size)
{
    void* larger = std::calloc(size, 1);
    if (!larger)
        return false;
    std::free(memory);
    memory = static_cast<Byte*>(larger);
    return true;
}

std::string_view bootloaderOf(const AvrKind& kind)
{
    for (const EmbeddedFile& file : bootloaderFiles())
        if (file.name == kind.bootloader)
            return file.bytes;
    return {};
}

Message cannotEmulate(const AvrKind& kind)
{
    return message("device.cannot-emulate",
                   BROTO_TEXT("core", "This installation cannot emulate the %1. Install libsimavr again."),
                   kind.processor);
}

}

Result<std::unique_ptr<AvrMachine>> AvrMachine::make(const AvrKind& kind)
{
    avr_global_logger_set([](avr_t*, int, const char*, va_list) {}); // a bad sketch is no reason to print
    avr_t* avr = avr_make_mcu_by_name(kind.processor);
    const std::size_t loaderSize = bootloaderOf(kind).size();
    if (!avr || loaderSize == 0)
        return cannotEmulate(kind);
    avr_init(avr);
    std::unique_ptr<AvrMachine> machine(new AvrMachine(kind, avr));
    if (!enlarge(avr->data, addressableData) || !enlarge(avr->flash, addressableFlash) ||
        kind.bootloaderAddress + loaderSize > machine->flashSize())
        return cannotEmulate(kind);
    machine->setFlash(std::string(machine->flashSize(), '\xff'));
    machine->connectUart();
    machine->connectConverter();
    machine->powerOn();
    return machine;
}

AvrMachine::AvrMachine(const AvrKind& kind, avr_t* avr) : m_kind(kind), m_avr(avr)
{
    avr->frequency = kind.clockHz;
    avr->codeend = avr->flashend;
    avr->reset_pc = kind.bootloaderAddress;
    avr->run_cycle_limit = cyclesBetweenChecks;
    avr->vcc = avr->avcc = avr->aref = supplyMillivolts;
    avr->sleep = [](avr_t*, avr_cycle_count_t) {}; // time is the caller's affair
}

AvrMachine::~AvrMachine()
{
    avr_terminate(m_avr);
    std::free(m_avr);
}

void AvrMachine::connectUart()
{
    std::uint32_t flags = 0;
    avr_ioctl(m_avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
    flags &= ~static_cast<std::uint32_t>(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
    avr_ioctl(m_avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);

    const auto line = [this](int number) { return avr_io_getirq(m_avr, AVR_IOCTL_UART_GETIRQ('0'), number); };
    m_uartInput = line(UART_IRQ_INPUT);
    avr_irq_register_notify(
        line(UART_IRQ_OUTPUT),
        [](avr_irq_t*, std::uint32_t value, void* machine) {
            static_cast<AvrMachine*>(machine)->m_fromMachine.push_back(static_cast<std::uint8_t>(value));
        },
        this);
    avr_irq_register_notify(
        line(UART_IRQ_OUT_XON),
        [](avr_irq_t*, std::uint32_t, void* machine) { static_cast<AvrMachine*>(machine)->m_uartReady = true; }, this);
    avr_irq_register_notify(
        line(UART_IRQ_OUT_XOFF),
        [](avr_irq_t*, std::uint32_t full, void* machine) {
            if (full)
                static_cast<AvrMachine*>(machine)->m_uartReady = false;
        },
        this);
}

/// The emulator tells which pin a conversion that begins is of.
void AvrMachine::connectConverter()
{
    avr_irq_register_notify(
        avr_io_getirq(m_avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_OUT_TRIGGER),
        [](avr_irq_t*, std::uint32_t value, void* machine) {
            avr_adc_mux_t source;
            static_assert(sizeof value <= sizeof source);
            std::memcpy(&source, &value, sizeof value);
            if (source.kind == ADC_MUX_SINGLE)
                static_cast<AvrMachine*>(machine)->feedConverter(source.src);
        },
        this);
}

void AvrMachine::feedConverter(std::uint32_t source)
{
    constexpr std::uint32_t pins = 8;
    if (m_pinMillivolts && source < pins)
        avr_raise_irq(avr_io_getirq(m_avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_ADC0 + static_cast<int>(source)),
                      std::min(m_pinMillivolts(static_cast<int>(source)), supplyMillivolts));
}

std::size_t AvrMachine::flashSize() const
{
    return m_avr->flashend + 1;
}

std::string_view AvrMachine::flash() const
{
    return {reinterpret_cast<const char*>(m_avr->flash), flashSize()};
}

void AvrMachine::setFlash(std::string_view bytes)
{
    assert(bytes.size() == flashSize());
    std::memcpy(m_avr->flash, bytes.data(), bytes.size());
    const std::string_view loader = bootloaderOf(m_kind);
    std::memcpy(m_avr->flash + m_kind.bootloaderAddress, loader.data(), loader.size());
}

void AvrMachine::powerOn()
{
    restart();
    avr_regbit_set(m_avr, m_avr->reset_flags.porf);
}

void AvrMachine::pressReset()
{
    restart();
    avr_regbit_set(m_avr, m_avr->reset_flags.extrf); // what the bootloader looks at
}

void AvrMachine::restart()
{
    avr_reset(m_avr);
    m_toMachine.clear();
    m_fromMachine.clear();
    m_uartReady = false;
    m_halted = false;
}

void AvrMachine::run(std::uint64_t cycles)
{
    const std::uint64_t end = m_elapsed + cycles;
    while (!m_halted && m_elapsed < end) {
        feedUart();
        const avr_cycle_count_t before = m_avr->cycle;
        const int state = avr_run(m_avr);
        // A watchdog reset may set the emulator's own count back.
        m_elapsed += m_avr->cycle > before ? m_avr->cycle - before : 1;
        m_halted = state == cpu_Done || state == cpu_Crashed;
    }
}

bool AvrMachine::inBootloader() const
{
    return m_avr->pc >= m_kind.bootloaderAddress;
}

void AvrMachine::feedUart()
{
    if (m_toMachine.empty() || !m_uartReady || m_elapsed < m_nextArrival)
        return;
    const std::uint8_t byte = m_toMachine.front();
    m_toMachine.pop_front();
    m_nextArrival = m_elapsed + cyclesPerByte();
    avr_raise_irq(m_uartInput, byte);
}

std::uint32_t AvrMachine::cyclesPerByte() const
{
    constexpr int bitsPerByte = 10;
    constexpr std::uint8_t doubleSpeed = 1 << 1;
    const std::uint8_t* data = m_avr->data;
    const std::uint32_t divisor = data[m_kind.baudRegister] | (data[m_kind.baudRegister + 1] & 0xfu) << 8;
    return (divisor + 1) * (data[m_kind.statusRegister] & doubleSpeed ? 8 : 16) * bitsPerByte;
}

double AvrMachine::baud() const
{
    return m_kind.clockHz * 10.0 / cyclesPerByte();
}

std::vector<std::uint8_t> AvrMachine::takeSent()
{
    return std::exchange(m_fromMachine, {});
}

}

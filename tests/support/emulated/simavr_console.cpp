// Runs an ELF on an AVR of libsimavr and passes on what its serial port says, until it sleeps for good or the
// cycles are used up. Nothing is paced: it runs as fast as it can. A program that writes 1 and then 2 to GPIOR0 has a
// line "counted" in between what it says, with the cycles from one to the other and the bytes of stack that they took.
// A third argument is a line that is typed when the program has said its first line; its second ends the run.

extern "C" {
#include <avr_uart.h>
#include <sim_avr.h>
#include <sim_elf.h>
}

#include <algorithm>
#include <cstdarg>
#include <cstdint>
#include <cstdio>

namespace {

constexpr std::uint32_t clockHz = 16000000;
constexpr avr_cycle_count_t mostCycles = avr_cycle_count_t{clockHz} * 7200; // who runs it has a limit of time, too

/// A line for a program that waits for one.
struct Typing {
    const char* line = nullptr; ///< none: nobody types
    avr_irq_t* input = nullptr;
    int linesSaid = 0;

    bool isAnswered() const { return line && linesSaid > 1; }
};

void passOn(avr_irq_t*, std::uint32_t byte, void* data)
{
    std::putchar(static_cast<int>(byte & 0xff));
    auto& typing = *static_cast<Typing*>(data);
    typing.linesSaid += (byte & 0xff) == '\n';
}

/// The UART keeps what comes before the program takes it: a line of up to 60 characters.
void type(Typing& typing)
{
    for (const char* c = typing.line; *c != '\0'; ++c)
        avr_raise_irq(typing.input, static_cast<unsigned char>(*c));
    avr_raise_irq(typing.input, '\n');
}

/// What happens between two writes to GPIOR0.
struct Counting {
    bool on = false;
    avr_cycle_count_t begin = 0;
    int stackBegin = 0, stackEnd = 0;
};

int stackPointer(const avr_t* avr)
{
    return avr->data[R_SPL] | avr->data[R_SPH] << 8;
}

void countBetween(avr_t* avr, avr_io_addr_t, std::uint8_t value, void* data)
{
    auto& counting = *static_cast<Counting*>(data);
    counting.on = value == 1;
    if (counting.on) {
        counting.begin = avr->cycle;
        counting.stackBegin = counting.stackEnd = stackPointer(avr);
    } else {
        std::printf("counted %llu %d\n", static_cast<unsigned long long>(avr->cycle - counting.begin),
                    counting.stackBegin - counting.stackEnd);
    }
}

/// libsimavr tells about itself on the same stream; a test reads only what the program says.
void keepQuiet(avr_t*, const int, const char*, va_list) {}

int failed(const char* why)
{
    std::fprintf(stderr, "simavr_console: %s\n", why);
    return 1;
}

}

int main(int argumentCount, char** arguments)
{
    avr_global_logger_set(keepQuiet);
    static elf_firmware_t firmware; // static: libsimavr frees neither, and leak checkers see that they are held
    static avr_t* avr = nullptr;
    if (argumentCount < 3 || argumentCount > 4 || elf_read_firmware(arguments[2], &firmware) != 0)
        return failed("give it the name of a chip and an ELF file that can be read");
    avr = avr_make_mcu_by_name(arguments[1]);
    if (!avr || avr_init(avr) != 0)
        return failed("libsimavr does not know this chip");
    firmware.frequency = clockHz;
    avr_load_firmware(avr, &firmware);

    std::uint32_t flags = 0;
    avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
    flags &= ~static_cast<std::uint32_t>(AVR_UART_FLAG_STDIO);
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    static Typing typing;
    typing.line = argumentCount == 4 ? arguments[3] : nullptr;
    typing.input = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), passOn, &typing);

    static Counting counting;
    constexpr avr_io_addr_t generalPurpose0 = 0x3e;
    avr_register_io_write(avr, generalPurpose0, countBetween, &counting);

    int state = cpu_Running;
    bool isTyped = typing.line == nullptr;
    while (state != cpu_Done && state != cpu_Crashed && avr->cycle < mostCycles && !typing.isAnswered()) {
        state = avr_run(avr);
        if (!isTyped && typing.linesSaid == 1) {
            type(typing);
            isTyped = true;
        }
        if (counting.on)
            counting.stackEnd = std::min(counting.stackEnd, stackPointer(avr));
    }
    avr_terminate(avr);
    return state == cpu_Done || typing.isAnswered()
               ? 0
               : failed(state == cpu_Crashed ? "the program crashed" : "the program did not end");
}

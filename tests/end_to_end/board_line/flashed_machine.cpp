#include "flashed_machine.h"

#include "device/firmware.h"
#include "device/virtual/machine_kind.h"
#include "platform/file.h"
#include "support/machine_link.h"

#include <charconv>

namespace broto {

namespace {

/// -1: no such number.
int hexNumber(std::string_view text, std::size_t place, std::size_t digits)
{
    int number = -1;
    if (place + digits <= text.size())
        std::from_chars(text.data() + place, text.data() + place + digits, number, 16);
    return number;
}

const AvrKind& uno()
{
    return std::get<AvrKind>(findMachineKind("uno")->emulation);
}

}

std::string imageOf(std::string_view hexFile, std::size_t size)
{
    std::string image(size, '\xff');
    for (std::size_t line = hexFile.find(':'); line != std::string_view::npos; line = hexFile.find(':', line + 1)) {
        const int count = hexNumber(hexFile, line + 1, 2);
        const int address = hexNumber(hexFile, line + 3, 4);
        const int type = hexNumber(hexFile, line + 7, 2);
        if (type == 1)
            return image;
        if (count < 0 || type != 0 || static_cast<std::size_t>(address + count) > size)
            break;
        for (int i = 0; i < count; ++i)
            image[static_cast<std::size_t>(address + i)] =
                static_cast<char>(hexNumber(hexFile, line + 9 + 2 * static_cast<std::size_t>(i), 2));
    }
    return {};
}

Result<std::string> unoImage(const DeployableModel& model, const std::vector<SensorPin>& pins)
{
    const Result<Board> board = findBoard("uno");
    if (!board)
        return board.error();
    const Result<TemporaryFolder> folder = TemporaryFolder::make("uno");
    if (!folder)
        return folder.error();
    const Result<Firmware> firmware = buildFirmware(model, "net", *board, folder->path(), {}, pins);
    if (!firmware)
        return firmware.error();
    const Result<std::string> hex = readFile(firmware->files.at(FirmwareForm::Hex));
    if (!hex)
        return hex.error();
    return imageOf(*hex, static_cast<std::size_t>(32768));
}

std::shared_ptr<AvrMachine> unoWith(std::string_view image)
{
    std::shared_ptr<AvrMachine> machine = std::move(AvrMachine::make(uno())).value();
    machine->setFlash(image);
    machine->powerOn();
    return machine;
}

LineSource linesTo(std::shared_ptr<AvrMachine> machine, std::shared_ptr<std::size_t> most)
{
    const auto open = [machine, most]() -> Result<std::unique_ptr<Link>> {
        machine->pressReset();
        auto link = std::make_unique<MachineLink>(machine, uno().clockHz);
        return std::unique_ptr<Link>(std::make_unique<UnansweredBytes>(std::move(link), most));
    };
    const auto wait = [machine](std::chrono::milliseconds time) {
        machine->run(uno().clockHz / 1000 * static_cast<std::uint64_t>(time.count()));
    };
    return {open, wait};
}

double secondsOf(const AvrMachine& machine)
{
    return static_cast<double>(machine.elapsedCycles()) / uno().clockHz;
}

}

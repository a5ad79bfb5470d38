#include "device/virtual/intel_hex.h"
#include "fuzz_target.h"
#include "require.h"

using namespace broto;

/// Any file on the drive of a virtual board: what is taken fills the flash, and means the same when it is written
/// again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::uint32_t address = 0x1ff00, bytes = 4096; // over an edge of 64 KiB
    const Result<std::string> flash = flashOfHex({reinterpret_cast<const char*>(data), size}, address, bytes);
    if (!flash)
        return 0;
    require(flash->size() == bytes, "the flash is as large as the board's");
    const Result<std::string> again = flashOfHex(hexOfFlash(*flash, address), address, bytes);
    require(again && *again == *flash, "what was read is what is written");
    return 0;
}

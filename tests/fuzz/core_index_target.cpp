#include "device/core_size.h"
#include "fuzz_target.h"
#include "require.h"

#include <algorithm>
#include <string_view>

using namespace broto;

/// The index of an Arduino core's maker, as it comes from the network: the first line is the core that is looked for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(input.find('\n'), input.size());
    const auto bytes = coreDownloadBytes(input.substr(std::min(line + 1, input.size())), input.substr(0, line));
    require(!bytes || *bytes > 0, "a download has a size");
    return 0;
}

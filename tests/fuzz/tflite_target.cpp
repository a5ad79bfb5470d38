#include "fuzz_target.h"
#include "import/import_model.h"
#include "imported_invariants.h"

using namespace broto;

/// A .tflite file from anywhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (size > 8)
        bytes.replace(4, 4, "TFL3"); // else most inputs would be turned away at the door
    requireSoundImport(importModel(bytes));
    return 0;
}

#include "fuzz_target.h"
#include "import/import_model.h"
#include "imported_invariants.h"

using namespace broto;

/// An .onnx file from anywhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    requireSoundImport(importModel({reinterpret_cast<const char*>(data), size}));
    return 0;
}

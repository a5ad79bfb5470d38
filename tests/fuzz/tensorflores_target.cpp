#include "fuzz_target.h"
#include "import/import_model.h"
#include "imported_invariants.h"

using namespace broto;

/// JSON of TensorFlores from anywhere; what does not begin like it would be taken for another format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view json(reinterpret_cast<const char*>(data), size);
    if (json.starts_with('{'))
        requireSoundImport(importModel(json));
    return 0;
}

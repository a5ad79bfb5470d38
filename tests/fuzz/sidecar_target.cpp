#include "data/sidecar.h"
#include "data/table_reader.h"
#include "fuzz_target.h"
#include "require.h"

using namespace broto;

/// A file beside a table that anybody may have written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Table table = *readTable("a (s),b,part,y\n1,x,train,2\n2,y,test,3\n3,x,train,4\n");
    const Result<Sidecar> sidecar = parseSidecar({reinterpret_cast<const char*>(data), size});
    if (!sidecar)
        return 0;
    const Result<DataChoices> choices = proposeChoices(table, *sidecar);
    require(!choices || choices->columns.size() == table.columns.size(), "there is one choice a column");
    return 0;
}

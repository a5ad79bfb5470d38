#include "data/sidecar.h"
#include "data/table_reader.h"
#include "fuzz_target.h"
#include "project/project_file.h"
#include "require.h"

using namespace broto;

namespace {

constexpr std::string_view csv = "a (s),b,part,y\n1,x,train,2\n2,y,test,3\n3,x,train,4\n";

/// A project of that table with these choices can be opened again.
bool survivesSaving(const Table& table, const DataChoices& choices)
{
    Project project;
    project.source = DataSource{"data.csv", std::make_shared<const FileBytes>(FileBytes::of(std::string(csv))),
                                std::make_shared<const Table>(table)};
    project.data = choices;
    const Result<std::string> saved = projectBytes(project);
    const Result<Project> again = saved ? parseProject(*saved) : saved.error();
    return again.ok() && again->data == choices;
}

}

/// A file beside a table that anybody may have written: what it makes of the choices can be saved and opened again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Table table = *readTable(csv);
    const Result<Sidecar> sidecar = parseSidecar({reinterpret_cast<const char*>(data), size});
    if (!sidecar)
        return 0;
    const Result<DataChoices> choices = proposeChoices(table, *sidecar);
    require(!choices || choices->columns.size() == table.columns.size(), "there is one choice a column");
    require(!choices || survivesSaving(table, *choices), "what was chosen can be saved and opened again");
    return 0;
}

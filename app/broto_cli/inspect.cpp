#include "commands.h"
#include "language.h"
#include "project_input.h"
#include "reading_options.h"
#include "table_report.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

struct InspectOptions {
    std::string table;
    ReadingOptions reading;
};

Result<Outcome> inspect(const InspectOptions& options, const Session& session)
{
    const Result<Project> project = openTable(options.table, readOptions(options.reading), UseSidecar::Yes, session);
    if (!project)
        return project.error();
    return tableReport(*project, session.control);
}

}

void addInspect(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("inspect", text(BROTO_TEXT("cli", "Show what is in a table")));
    const auto options = std::make_shared<InspectOptions>();
    command->add_option("table", options->table, text(BROTO_TEXT("cli", "A CSV file, or a sample such as sample:iris")))
        ->required();
    addReadingOptions(*command, options->reading);
    command->callback([=, &session] { session.action = [=, &session] { return inspect(*options, session); }; });
}

}

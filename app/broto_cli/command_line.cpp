#include "command_line.h"

#include "commands.h"
#include "common/version.h"
#include "language.h"
#include "platform/termination.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <iostream>

namespace broto {

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUse = 2 };

bool has(int argc, char** argv, std::string_view option)
{
    for (int i = 1; i < argc; ++i)
        if (argv[i] == option)
            return true;
    return false;
}

/// "--language pt_BR" or "--language=pt_BR". Needed before the options are read, because they are described in it.
std::string languageFrom(int argc, char** argv)
{
    constexpr std::string_view option = "--language";
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == option && i + 1 < argc)
            return argv[i + 1];
        if (argument.starts_with(option) && argument.substr(option.size()).starts_with('='))
            return std::string(argument.substr(option.size() + 1));
    }
    return {};
}

void printDocument(const Json& document)
{
    std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

int endWith(const Session& session, const Message& error, ExitCode code)
{
    const std::string sentence = inUserLanguage(error);
    if (session.json)
        printDocument({{"error", {{"id", std::string(error.id)}, {"message", sentence}}}});
    else
        std::cerr << "broto-cli: " << sentence << '\n';
    return code;
}

/// CLI11 says of an option that was given twice that at most one was required.
std::string reasonOf(const CLI::ParseError& error)
{
    const std::string said = error.what();
    const std::size_t end = said.find(": At Most 1 required");
    return end == std::string::npos ? said : text(BROTO_TEXT("cli", "%1 can be given only once"), said.substr(0, end));
}

/// What CLI11 found wrong, or the help it was asked for.
int endParsing(const Session& session, const CLI::App& app, const CLI::ParseError& error)
{
    if (error.get_exit_code() == 0) {
        app.exit(error, std::cout, std::cerr);
        return Done;
    }
    const std::vector<std::string> extras = app.remaining();
    std::string reason = app.get_subcommands().empty() && !extras.empty() && !extras.front().starts_with('-')
                             ? text(BROTO_TEXT("cli", "There is no command “%1”"), extras.front())
                             : reasonOf(error);
    reason.erase(reason.find_last_not_of(". \n") + 1);
    std::replace(reason.begin(), reason.end(), '\n', ' ');
    return endWith(session, message("cli.wrong-use", BROTO_TEXT("cli", "%1. Add --help to see how to use it."), reason),
                   WrongUse);
}

void addGlobalOptions(CLI::App& app, Session& session)
{
    app.set_help_flag("-h,--help", text(BROTO_TEXT("cli", "Show how to use this and stop")));
    app.set_version_flag("--version", "broto-cli " + std::string(programVersion),
                         text(BROTO_TEXT("cli", "Show the version and stop")));
    app.add_flag("--json", session.json, text(BROTO_TEXT("cli", "Print exactly one JSON document on standard output")));
    app.add_flag("--quiet", session.quiet, text(BROTO_TEXT("cli", "No progress on standard error")));
    app.add_option("--language", session.language,
                   text(BROTO_TEXT("cli", "Language of sentences: en or pt_BR (default: the system's)")))
        ->check(problemWithLanguage);
    app.require_subcommand(1);
    app.fallthrough();
}

/// Above all of a memory that is full.
Result<Outcome> outcomeOf(const Session& session)
{
    try {
        return session.action();
    } catch (const std::exception& error) {
        return message("cli.unexpected", BROTO_TEXT("cli", "Something went wrong that should not: %1."), error.what());
    }
}

int runAction(Session& session)
{
    cancelOnTermination(session.control);
    const Result<Outcome> outcome = outcomeOf(session);
    if (!outcome)
        return endWith(session, outcome.error(), Failed);
    if (session.json)
        printDocument(outcome->document);
    else
        std::cout << outcome->text;
    std::cout.flush();
    return outcome->failed || !std::cout ? Failed : Done;
}

}

int runCommandLine(int argc, char** argv)
{
    QCoreApplication qt(argc, argv);
    useLanguage(languageFrom(argc, argv));
    Session session;
    CLI::App app(text(BROTO_TEXT("cli", "From a table of sensor readings to a board that answers.")), "broto-cli");
    addGlobalOptions(app, session);
    addCommands(app, session);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        session.json = has(argc, argv, "--json");
        return endParsing(session, app, error);
    }
    return runAction(session);
}

}

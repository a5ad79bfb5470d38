#include "device/capture_run.h"

#include "commands.h"
#include "common/cancelled.h"
#include "common/number_text.h"
#include "device/line_text.h"
#include "heard_device.h"
#include "language.h"
#include "option_text.h"
#include "text_table.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace broto {

namespace {

struct CaptureCommandOptions {
    HeardDeviceOptions device;
    std::string columns;
    std::string label;
    std::size_t rows = 0; ///< 0: no limit
    double seconds = 0;   ///< 0: no limit
    double countdown = 0;
    std::string output;
    bool times = false;
    bool append = false;
};

CaptureOptions captureOptionsOf(const CaptureCommandOptions& options)
{
    CaptureOptions result;
    result.columns = parseNames(options.columns).value_or(std::vector<std::string>());
    result.times = options.times;
    parseLabel(options.label, result);
    return result;
}

std::string joinedNames(const std::vector<std::string>& names)
{
    std::string joined;
    for (const std::string& name : names)
        joined.append(joined.empty() ? "" : ", ").append(name);
    return joined;
}

/// Tells how far a capture is, on standard error.
class CaptureProgress {
public:
    explicit CaptureProgress(Session& session) : m_session(session)
    {
        session.showProgress(text(BROTO_TEXT("cli", "Capturing:")));
    }

    void tell(const CaptureRun& run, double now)
    {
        const double left = std::ceil(run.countdownLeft(now));
        if (left > 0 && left < m_left)
            m_session.note(message("cli.countdown", BROTO_TEXT("cli", "The capture begins in %1 s …"), left));
        m_left = left;
        if (run.rows() > 0 && !m_columnsTold)
            m_session.note(message("cli.capture-columns", BROTO_TEXT("cli", "The first row has come: %1."),
                                   joinedNames(run.capture().columns())));
        m_columnsTold = run.rows() > 0;
        m_session.control.report(run.share(now), 1);
    }

private:
    Session& m_session;
    double m_left = HUGE_VAL;
    bool m_columnsTold = false;
};

/// Until the capture is over or ended by the person. An error: the device is gone; what came before is there.
Result<void> follow(CaptureRun& run, HeardDevice& device, Session& session)
{
    CaptureProgress progress(session);
    for (double now = device.stream().seconds(); !run.isOver(now) && !session.control.stopRequested();
         now = device.stream().seconds()) {
        progress.tell(run, now);
        const Result<std::vector<TimedLine>> lines = device.nextLines();
        if (!lines)
            return lines.error();
        for (const TimedLine& line : *lines)
            run.take(line);
    }
    progress.tell(run, device.stream().seconds());
    return {};
}

Message noRow(const Capture& capture, const std::string& port)
{
    if (capture.passedOver() == 0)
        return message("cli.no-line",
                       BROTO_TEXT("cli", "No line came from %1, and nothing was saved. Does its program "
                                         "print by itself, and is the baud rate right?"),
                       port);
    return message("cli.no-row",
                   BROTO_TEXT("cli", "No line of %1 was a row, and nothing was saved. The first one: “%2”. Is the baud "
                                     "rate right, and do --columns fit?"),
                   port, readableText(capture.firstPassedOver()));
}

void warnAboutCapture(const Capture& capture, const LineStream& stream, const Session& session)
{
    if (capture.passedOver() > 0)
        session.note(message("cli.passed-over", BROTO_TEXT("cli", "Lines that are no rows: %1. The first one: “%2”."),
                             capture.passedOver(), readableText(capture.firstPassedOver())));
    if (const std::vector<std::string> missing = capture.missingColumns(); !missing.empty())
        session.warn(message("cli.empty-columns", BROTO_TEXT("cli", "Nothing came for these columns: %1."),
                             joinedNames(missing)));
    if (const std::size_t lost = stream.state().lost; lost > 0)
        session.warn(
            message("cli.lost-lines", BROTO_TEXT("cli", "The computer was too slow: lines that were lost: %1."), lost));
}

Outcome outcomeOfCapture(const CapturedRows& rows, const SavedCapture& saved, const CaptureRun& run,
                         const HeardDevice& device)
{
    Json columns = Json::array();
    for (const CapturedColumn& column : rows.columns)
        columns.push_back(column.header);
    const std::string path = saved.path.string();
    const std::string sentence =
        saved.appended ? text(BROTO_TEXT("cli", "%1 rows in %2 s, added to %3."),
                              grouped(static_cast<long long>(rows.rows)), secondsText(run.seconds()), path)
                       : text(BROTO_TEXT("cli", "%1 rows in %2 s, saved as %3."),
                              grouped(static_cast<long long>(rows.rows)), secondsText(run.seconds()), path);
    return {{{"file", path},
             {"rows", rows.rows},
             {"columns", std::move(columns)},
             {"appended", saved.appended},
             {"passedOver", run.capture().passedOver()},
             {"seconds", jsonNumber(run.seconds())},
             {"port", device.path()},
             {"baud", device.baud()}},
            sentence + "\n"};
}

Result<Outcome> capture(const CaptureCommandOptions& options, Session& session)
{
    const IfFileExists then = options.append ? IfFileExists::Append : IfFileExists::Refuse;
    if (const Result<void> possible = checkCaptureFile(options.output, then); !possible)
        return possible.error();
    Result<HeardDevice> device = HeardDevice::open(options.device, session);
    if (!device)
        return device.error();
    CaptureRun run(captureOptionsOf(options), {options.countdown, options.seconds, options.rows},
                   device->stream().seconds());
    const Result<void> ended = follow(run, *device, session);
    const CapturedRows rows = run.captured();
    if (rows.rows == 0)
        return !ended                        ? ended.error()
               : session.control.cancelled() ? cancelledByUser()
                                             : noRow(run.capture(), device->path());
    const Result<SavedCapture> saved = saveCapture(rows, options.output, then);
    if (!saved)
        return saved.error();
    warnAboutCapture(run.capture(), device->stream(), session);
    Outcome outcome = outcomeOfCapture(rows, *saved, run, *device);
    if (saved->savedElsewhere)
        session.warn(*saved->savedElsewhere);
    if (!ended)
        session.warn(ended.error());
    outcome.failed = !ended || saved->savedElsewhere;
    return outcome;
}

}

void addCapture(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand(
        "capture", text(BROTO_TEXT("cli", "Save the numbers that a device prints as rows of a CSV")));
    const auto options = std::make_shared<CaptureCommandOptions>();
    addHeardDeviceOptions(*command, options->device);
    command
        ->add_option("--columns", options->columns,
                     text(BROTO_TEXT("cli", "Names for the numbers of a line in their order, or those labels alone; "
                                            "apart by commas")))
        ->check(readableBy(parseNames, text(BROTO_TEXT("cli", "these are no names apart by commas"))));
    command
        ->add_option("--label", options->label,
                     text(BROTO_TEXT("cli", "A column with one value in all rows: gesture=wave")))
        ->check([](const std::string& typed) {
            CaptureOptions ignored;
            return parseLabel(typed, ignored)
                       ? std::string()
                       : text(BROTO_TEXT("cli", "“%1” is no name and value, such as gesture=wave"), typed);
        });
    CLI::Option* seconds =
        command->add_option("--seconds", options->seconds, text(BROTO_TEXT("cli", "End after so many seconds")));
    seconds->check(CLI::PositiveNumber);
    command->add_option("--rows", options->rows, text(BROTO_TEXT("cli", "End after so many rows")))
        ->check(CLI::Range(1, 1'000'000'000))
        ->excludes(seconds);
    command
        ->add_option("--countdown", options->countdown,
                     text(BROTO_TEXT("cli", "Seconds to get ready in, before the first row")))
        ->check(CLI::Range(0.0, 3600.0));
    command->add_flag("--time", options->times,
                      text(BROTO_TEXT("cli", "A first column with the seconds since the first row")));
    command->add_flag("--append", options->append,
                      text(BROTO_TEXT("cli", "Add the rows to the file, if it has the same columns")));
    command->add_option("-o,--output", options->output, text(BROTO_TEXT("cli", "The CSV file")))->required();
    command->callback([=, &session] { session.action = [=, &session] { return capture(*options, session); }; });
}

}

#include "demo_task.h"

#include "check_report.h"
#include "choice_words.h"
#include "common/number_text.h"
#include "device/firmware.h"
#include "device/flasher.h"
#include "device/verdict.h"
#include "project/workflow.h"
#include "text_table.h"

#include <numeric>

namespace broto {

namespace {

constexpr std::size_t rowsToCheck = 200;

double meanMicroseconds(const BoardReport& report)
{
    if (report.times.empty())
        return 0;
    const double sum = std::accumulate(report.times.begin(), report.times.end(), 0.0);
    const double mean = sum / static_cast<double>(report.times.size());
    return microseconds(mean, report).value_or(0); // its board is a virtual Uno, which counts cycles
}

void tellOpened(const Project& project, const Dataset& data, const Session& session)
{
    session.note(message("cli.demo-open", BROTO_TEXT("cli", "\n%1: %2 rows, to learn “%3” from %4 columns"),
                         project.source->fileName, project.source->table->rows, data.target.name,
                         data.preprocessing.features.size()));
}

void tellTrained(const DemoResult& result, const TrainedNetwork& trained, const Session& session)
{
    session.note(message("cli.demo-train",
                         BROTO_TEXT("cli", "  Train     %1 %2 on rows it has not seen, after %3 epochs"),
                         wordFor(headlineName(result.task)), metricText(result.floatMetric), trained.history.size()));
}

void tellCompressed(const DemoResult& result, const Variant& floating, const Variant& int8, const Session& session)
{
    session.note(message("cli.demo-compress", BROTO_TEXT("cli", "  Compress  %1 bytes of weights instead of %2, %3 %4"),
                         grouped(weightBytes(int8.model)), grouped(weightBytes(floating.model)),
                         wordFor(headlineName(result.task)), metricText(result.int8Metric)));
}

void tellBuilt(const Firmware& firmware, const Board& board, const Session& session)
{
    session.note(message(
        "cli.demo-build", BROTO_TEXT("cli", "  Build     %1 bytes of flash of %2, %3 bytes of RAM of %4"),
        grouped(firmware.flashBytes), grouped(board.flashBytes), grouped(firmware.ramBytes), grouped(board.ramBytes)));
}

void tellFlashed(const FlashReport& report, const Session& session)
{
    session.note(message("cli.demo-flash", BROTO_TEXT("cli", "  Upload    verified, %1 s"), fixed(report.seconds, 1)));
}

void tellChecked(const BoardReport& report, const Session& session)
{
    session.note(message("cli.demo-check", BROTO_TEXT("cli", "  Check     %1 of %2 rows identical"), report.identical,
                         report.rows));
}

/// Everything before the board: the data and the trained project.
struct Learned {
    Project project;
    Dataset data;
};

Result<Learned> learn(std::string_view sample, Session& session)
{
    Result<Project> project = openTable("sample:" + std::string(sample), {}, UseSidecar::Yes, session);
    if (!project)
        return project.error();
    Result<Dataset> data = datasetOf(*project);
    if (!data)
        return data.error();
    tellOpened(*project, *data, session);
    Result<Project> after = trained(*project, *data, session.control);
    if (!after)
        return after.error();
    return Learned{std::move(*after), std::move(*data)};
}

Result<BoardReport> tryOnBoard(const DeployableModel& model, const Learned& learned, const DemoPlace& place,
                               DemoResult& result, Session& session)
{
    const Result<Firmware> firmware =
        buildFirmware(model, projectName(learned.project), place.board, place.folder, session.control);
    if (!firmware)
        return firmware.error();
    result.flashBytes = firmware->flashBytes;
    result.ramBytes = firmware->ramBytes;
    tellBuilt(*firmware, place.board, session);
    const Result<FlashReport> flashed = flashFirmware(*firmware, place.board, place.port, session.control);
    if (!flashed)
        return flashed.error();
    tellFlashed(*flashed, session);
    return checkOverPort(model, learned.data, rowsToCheck, place.port, session, greetingAfterFlashing);
}

}

Result<DemoResult> runDemoTask(std::string_view sample, const DemoPlace& place, Session& session)
{
    const Result<Learned> learned = learn(sample, session);
    if (!learned)
        return learned.error();
    const auto floating = findVariant(learned->project, "float");
    const auto int8 = findVariant(learned->project, variantName({}));
    if (!floating || !int8)
        return floating ? int8.error() : floating.error();

    DemoResult result;
    result.sample = sample;
    result.task = learned->data.target.task;
    result.floatMetric = (*floating)->test.headline;
    result.int8Metric = (*int8)->test.headline;
    tellTrained(result, *learned->project.trained, session);
    tellCompressed(result, **floating, **int8, session);
    Result<BoardReport> report = tryOnBoard((*int8)->model, *learned, place, result, session);
    if (!report)
        return report.error();
    tellChecked(*report, session);
    result.microseconds = meanMicroseconds(*report);
    result.good = agrees(*report);
    result.report = std::move(*report);
    return result;
}

}

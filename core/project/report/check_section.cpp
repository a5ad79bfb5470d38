#include "common/fingerprint.h"
#include "device/answer_times.h"
#include "project/report/report_sections.h"

#include <algorithm>

namespace broto {

namespace {

/// The variant that was checked, if it is still the one that ran there.
const DeployableModel* checkedModel(const ReportFacts& facts)
{
    const ReportedCheck& check = *facts.request.check;
    for (const std::shared_ptr<const Variant>& variant : facts.project.variants)
        if (variant->model.name == check.variant && modelId(variant->model) == check.report.board.modelId)
            return &variant->model;
    return nullptr;
}

std::string identicalText(const BoardReport& report, const ReportWords& words)
{
    const bool windows = report.board.channels > 0;
    if (report.board.floatOutputs)
        return words.say(windows ? BROTO_TEXT("core", "%1 windows, largest difference %2")
                                 : BROTO_TEXT("core", "%1 rows, largest difference %2"),
                         report.rows, report.largestDifference);
    return words.say(windows ? BROTO_TEXT("core", "%1 of %2 windows identical")
                             : BROTO_TEXT("core", "%1 of %2 rows identical"),
                     report.identical, report.rows);
}

std::string timeText(const BoardReport& report, const ReportWords& words)
{
    const AnswerTimes times = answerTimes({report.times.begin(), report.times.end()});
    const std::optional<double> usual = microseconds(times.usual, report);
    if (!usual)
        return words.say(BROTO_TEXT("core", "%1 instructions (%2 to %3): an emulator that knows no cycles"),
                         times.usual, times.least, times.most);
    return words.say(BROTO_TEXT("core", "%1 µs (%2 to %3), measured on the board"), words.fixedNumber(*usual, 1),
                     words.fixedNumber(microseconds(times.least, report).value_or(0), 1),
                     words.fixedNumber(microseconds(times.most, report).value_or(0), 1));
}

/// People count from 1.
std::string differenceText(const Difference& difference, const BoardReport& report, const DeployableModel* model,
                           const ReportWords& words)
{
    std::string text =
        words.say(report.board.channels > 0 ? BROTO_TEXT("core", "window %1, output %2: %3 here, %4 on the board.")
                                            : BROTO_TEXT("core", "row %1, output %2: %3 here, %4 on the board."),
                  difference.row + 1, difference.output + 1, difference.expected, difference.received);
    const auto feature = static_cast<std::size_t>(std::max(0, difference.feature));
    if (difference.feature >= 0 && model && feature < model->preprocessing.features.size())
        text += " " + words.say(BROTO_TEXT("core", "It begins in the feature “%1” of the window."),
                                model->preprocessing.features[feature].name);
    if (difference.layer >= 0)
        text += " " + words.say(BROTO_TEXT("core", "It begins in layer %1, neuron %2."), difference.layer + 1,
                                difference.neuron + 1);
    return text;
}

}

void addBoardCheck(HtmlPage& page, const ReportFacts& facts)
{
    if (!facts.request.check)
        return;
    const ReportWords& words = facts.words;
    const BoardReport& report = facts.request.check->report;
    const DeployableModel* model = checkedModel(facts);
    page.heading(words.say(BROTO_TEXT("core", "Check of the board")));
    std::vector<std::pair<std::string, std::string>> lines = {
        {words.say(BROTO_TEXT("core", "Board")), report.board.boardName},
        {words.say(BROTO_TEXT("core", "Variant")), facts.request.check->variant},
        {words.say(BROTO_TEXT("core", "Model")), hexadecimal(report.board.modelId)},
        {words.say(BROTO_TEXT("core", "Against the workbench")), identicalText(report, words)}};
    if (!report.times.empty())
        lines.emplace_back(words.say(BROTO_TEXT("core", "Time for one answer")), timeText(report, words));
    if (report.firstDifference)
        lines.emplace_back(words.say(BROTO_TEXT("core", "First difference")),
                           differenceText(*report.firstDifference, report, model, words));
    page.facts(lines);
    if (!model)
        page.note(words.say(BROTO_TEXT("core", "The variant has been made anew or deleted since the check.")));
}

}

#include "common/fingerprint.h"
#include "device/answer_times.h"
#include "device/verdict.h"
#include "project/report/report_sections.h"

namespace broto {

namespace {

/// Whether the variant that was checked is still the one that ran there.
bool isStillThere(const ReportFacts& facts)
{
    const ReportedCheck& check = *facts.request.check;
    for (const std::shared_ptr<const Variant>& variant : facts.project.variants)
        if (variant->model.name == check.variant && modelId(variant->model) == check.report.board.modelId)
            return true;
    return false;
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

std::string differenceText(const BoardReport& report, const ReportWords& words)
{
    std::string text;
    for (const Message& sentence : whereTheyPart(report))
        text += (text.empty() ? "" : " ") + words.sentence(sentence);
    return text;
}

}

void addBoardCheck(HtmlPage& page, const ReportFacts& facts)
{
    if (!facts.request.check)
        return;
    const ReportWords& words = facts.words;
    const BoardReport& report = facts.request.check->report;
    page.heading(words.say(BROTO_TEXT("core", "Check of the board")));
    std::vector<std::pair<std::string, std::string>> lines = {
        {words.say(BROTO_TEXT("core", "Board")), report.board.boardName},
        {words.say(BROTO_TEXT("core", "Variant")), facts.request.check->variant},
        {words.say(BROTO_TEXT("core", "Model")), hexadecimal(report.board.modelId)},
        {words.say(BROTO_TEXT("core", "Against the workbench")), words.sentence(verdictOf(report))}};
    if (!report.times.empty())
        lines.emplace_back(words.say(BROTO_TEXT("core", "Time for one answer")), timeText(report, words));
    if (report.firstDifference)
        lines.emplace_back(words.say(BROTO_TEXT("core", "First difference")), differenceText(report, words));
    page.facts(lines);
    if (!isStillThere(facts))
        page.note(words.say(BROTO_TEXT("core", "The variant has been made anew or deleted since the check.")));
}

}

#include "project/report/report_html.h"

#include "common/cancelled.h"
#include "common/version.h"
#include "project/report/report_sections.h"
#include "project/variants.h"
#include "project/workflow.h"

namespace broto {

namespace {

void addFront(HtmlPage& page, const ReportFacts& facts, const std::string& title)
{
    page.title(title);
    std::string line = facts.request.projectFile;
    if (!facts.request.date.empty())
        line += (line.empty() ? "" : " · ") + facts.request.date;
    if (!line.empty())
        page.note(line);
    if (facts.run() && facts.data && !facts.sameData)
        page.paragraph(facts.words.say(BROTO_TEXT(
            "core", "The data or their preparation have been changed since the network was trained: what stands "
                    "here about the data is as they are now, what stands about the network as it was then.")));
}

ReportFacts factsOf(const Project& project, const ReportRequest& request, const ReportWords& words,
                    const RunControl& control)
{
    ReportFacts facts{project, request, words, control, {}, {}, {}, false};
    if (!project.source)
        return facts;
    Result<Dataset> data = datasetOf(project, control);
    if (!data) {
        facts.noData = data.error();
        return facts;
    }
    facts.checks = checksOf(project, *data, control);
    facts.sameData = project.trained && belongsTo(*project.trained, *data);
    facts.data = std::move(*data);
    return facts;
}

}

std::optional<Target> ReportFacts::target() const
{
    if (sameData || (data && !run()))
        return data->target;
    if (!project.variants.empty())
        return project.variants.front()->model.decoding.target;
    return std::nullopt;
}

Result<std::string> reportHtml(const Project& project, const ReportRequest& request, const ReportLanguage& language,
                               const RunControl& control)
{
    if (!project.source && project.variants.empty())
        return message("project.nothing-to-report",
                       BROTO_TEXT("core", "There is nothing to report on yet. Open a table or a model first."));
    const ReportWords words(language);
    const ReportFacts facts = factsOf(project, request, words, control);
    const std::string title = request.title.empty() ? projectName(project) : request.title;
    HtmlPage page(language.code, words.say(BROTO_TEXT("core", "Report on %1"), title),
                  "Broto " + std::string(programVersion));
    addFront(page, facts, title);
    for (const auto add : {addData, addChecks, addNetwork, addTraining, addResults, addRuns, addComparison,
                           addBoardCheck, addRepetition})
        if (!control.cancelled())
            add(page, facts);
    if (control.cancelled())
        return cancelledByUser();
    return page.text();
}

}

#include "common/fingerprint.h"
#include "common/version.h"
#include "project/report/report_sections.h"

namespace broto {

namespace {

using RepetitionLines = std::vector<std::pair<std::string, std::string>>;

void addRunLines(RepetitionLines& lines, const TrainedNetwork& run, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    if (!isImported(run))
        lines.emplace_back(words.say(BROTO_TEXT("core", "Seed of the training")), std::to_string(run.settings.seed));
    lines.emplace_back(words.say(BROTO_TEXT("core", "Fingerprint of what was learned from")),
                       hexadecimal(run.dataFingerprint));
    const bool known = !run.instructionSet.empty() && run.instructionSet != "mixed";
    if (!isImported(run))
        lines.emplace_back(words.say(BROTO_TEXT("core", "Instructions of the processor")),
                           known ? run.instructionSet : words.say(BROTO_TEXT("core", "not known")));
}

}

void addRepetition(HtmlPage& page, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    const Project& project = facts.project;
    page.heading(words.say(BROTO_TEXT("core", "How to repeat it")));
    RepetitionLines lines = {{words.say(BROTO_TEXT("core", "Written by")), "Broto " + std::string(programVersion)}};
    if (!project.variants.empty())
        lines.emplace_back(words.say(BROTO_TEXT("core", "Models made by")),
                           "Broto " + project.variants.front()->model.provenance.version);
    if (project.source) {
        lines.emplace_back(words.say(BROTO_TEXT("core", "Fingerprint of the table")),
                           hexadecimal(project.source->table->fingerprint));
        lines.emplace_back(words.say(BROTO_TEXT("core", "Seed of the split")), std::to_string(project.data.split.seed));
    }
    if (facts.run())
        addRunLines(lines, *facts.run(), facts);
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        lines.emplace_back(words.say(BROTO_TEXT("core", "Model “%1”"), variant->model.name),
                           hexadecimal(modelId(variant->model)));
    page.facts(lines);
    if (!facts.run() || isImported(*facts.run()))
        return;
    page.paragraph(words.say(BROTO_TEXT("core", "The project file holds the table, the settings and the seed. The "
                                                "command “broto-cli verify” with that file trains the run again and "
                                                "compares every bit, on a processor with the same instructions.")));
    page.note(words.say(BROTO_TEXT("core", "A board tells the number of the model that runs on it; the check compares "
                                           "it with the one above.")));
}

}

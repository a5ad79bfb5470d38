#include "run_text.h"

#include "language.h"
#include "training/run_difference.h"

namespace broto {

namespace {

using Run = std::shared_ptr<const TrainedNetwork>;

/// A run and the one before it, which is null for the first.
std::pair<Run, Run> runWithItsForerunner(const Project& project, int number)
{
    Run before;
    for (const Run& run : allRuns(project)) {
        if (run->number == number)
            return {run, before};
        before = run;
    }
    return {};
}

}

std::vector<std::string> differencesFromBefore(const Project& project, int number)
{
    const auto [run, before] = runWithItsForerunner(project, number);
    std::vector<std::string> sentences;
    if (run && before)
        for (const Message& sentence : runDifferences(*before, *run))
            sentences.push_back(inUserLanguage(sentence));
    return sentences;
}

std::string differencesText(const Project& project, int number)
{
    const auto [run, before] = runWithItsForerunner(project, number);
    if (!run || !before)
        return {};
    const std::vector<std::string> sentences = differencesFromBefore(project, number);
    if (sentences.empty())
        return text(BROTO_TEXT("cli", "Run %1 is the same as run %2."), number, before->number) + "\n";
    std::string lines = text(BROTO_TEXT("cli", "Run %1 compared with run %2:"), number, before->number) + "\n";
    for (const std::string& sentence : sentences)
        lines += "  " + sentence + "\n";
    return lines;
}

}

#include "project/lesson.h"

#include <algorithm>

namespace broto {

namespace {

/// How many times the lowest validation loss the last one is; 1 where there is none.
double riseOf(const TrainedNetwork& run)
{
    if (run.history.empty())
        return 1;
    const float lowest = std::ranges::min_element(run.history, {}, &EpochRecord::validationLoss)->validationLoss;
    return lowest > 0 ? double(run.history.back().validationLoss) / double(lowest) : 1;
}

struct Reached {
    const Project& project;
    const LessonDeeds& deeds;

    bool operator()(const goal::PageOpened& wanted) const { return deeds.opened.contains(wanted.stage); }

    bool operator()(const goal::DataOpened& wanted) const
    {
        return project.source && project.source->fileName == wanted.file;
    }

    bool operator()(const goal::Designed& wanted) const
    {
        const auto& hidden = project.design.hidden;
        int neurons = 0;
        for (const HiddenLayer& layer : hidden)
            neurons += layer.units;
        return static_cast<int>(hidden.size()) == wanted.layers &&
               (wanted.small ? neurons <= wanted.neurons : neurons >= wanted.neurons);
    }

    bool operator()(const goal::Trained& wanted) const
    {
        return isCurrent() && static_cast<int>(project.trained->history.size()) >= wanted.epochs &&
               (!wanted.metric || project.trained->validation.headline >= *wanted.metric);
    }

    bool operator()(const goal::Overfitted& wanted) const
    {
        return isCurrent() && riseOf(*project.trained) >= wanted.times;
    }

    bool operator()(const goal::Settled& wanted) const
    {
        return isCurrent() && static_cast<int>(project.trained->history.size()) >= wanted.epochs &&
               riseOf(*project.trained) <= wanted.times;
    }

    bool operator()(const goal::RunsKept& wanted) const
    {
        const int count = static_cast<int>(project.earlierRuns.size()) + (project.trained ? 1 : 0);
        return count >= wanted.count;
    }

    bool operator()(const goal::VariantMade& wanted) const
    {
        return any(wanted.method, wanted.bits, [](const Variant&) { return true; });
    }

    bool operator()(const goal::VariantKeeps& wanted) const
    {
        return project.trained && any(wanted.method, wanted.bits, [&](const Variant& variant) {
                   return variant.test.headline >= project.trained->test.headline - wanted.loss;
               });
    }

    bool operator()(const goal::CodeTaken&) const { return deeds.codeTaken; }
    bool operator()(const goal::BoardAgrees&) const { return deeds.boardAgrees; }

private:
    bool isCurrent() const { return project.trained && stateOf(Stage::Train, project) == StageState::Done; }

    template<class Test>
    bool any(const std::string& method, const std::optional<int>& bits, Test test) const
    {
        return std::ranges::any_of(project.variants, [&](const std::shared_ptr<const Variant>& each) {
            return methodOf(*each) == method && (!bits || bitsOf(*each) <= *bits) && test(*each);
        });
    }
};

}

bool isReached(const LessonGoal& goal, const Project& project, const LessonDeeds& deeds)
{
    return std::visit(Reached{project, deeds}, goal);
}

}

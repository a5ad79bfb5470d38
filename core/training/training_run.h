#pragma once

#include "training/course.h"
#include "training/fine_tuning.h"
#include "training/loss_pass.h"
#include "training/optimizers/update_rule.h"
#include "training/pass.h"
#include "training/trainer.h"
#include "training/zero_mask.h"

#include <memory>
#include <optional>

namespace broto {

/// One training, epoch by epoch.
class TrainingRun {
public:
    /// From a seed. `data` must outlive it. The settings have been checked.
    TrainingRun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                InstructionSet instructions);

    /// From a network, which fits the design. `data` and `tuning` must outlive it.
    TrainingRun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                InstructionSet instructions, const FineTuning& tuning);

    /// Takes up where an earlier run ended, to go on up to `epochs` in all. It has a state, which may be damaged.
    Result<void> restore(const TrainedNetwork& earlier, int epochs);

    /// Whatever patience there is.
    void runExactly(int epochs) { m_course.runExactly(epochs); }

    Result<TrainedNetwork> run(const RunControl& control, const EpochObserver& observer);

    /// After run: the form of a network in integers, as the best epoch's parameters shape it; else null.
    std::unique_ptr<IntegerForm> takeForm();

private:
    TrainingRun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                InstructionSet instructions, const FineTuning* tuning, Parameters parameters);
    std::unique_ptr<Pass> makePass(const LossRules& rules, const Matrix& inputs, const Truth& truth, int largestBatch);
    Result<void> runEpoch(const RunControl& control);
    std::optional<Judgement> learnAllRows(const RunControl& control);
    EpochRecord judged(const Judgement& learned);
    Judgement judgeValidation();
    float metricOf(const Judgement& judgement, double rows, double squaredDistances) const;
    void keepIfBest();
    TrainedNetwork finished();
    TrainingState state() const;
    bool fits(const TrainingState& state) const;
    Network answering(const Parameters& parameters) const;

    const Dataset& m_data;
    const InstructionSet m_instructions;
    TrainedNetwork m_result; ///< grows with the run
    const TrainingSettings& m_settings = m_result.settings;
    const LossRules m_rules;
    const Truth m_truth;
    const Truth m_validationTruth;
    const double m_squaredDistances; ///< regression: of the scaled target
    const double m_validationSquaredDistances;
    Parameters m_parameters;
    Parameters m_best; ///< of the best epoch of this run
    bool m_bestIsNew = false;
    std::unique_ptr<UpdateRule> m_rule;
    std::unique_ptr<IntegerForm> m_form; ///< of a network that learns in integers
    std::unique_ptr<Pass> m_pass;
    std::unique_ptr<Pass> m_validationPass;
    std::optional<ZeroMask> m_zeros; ///< where they stay
    Course m_course;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_validationRows;
    bool m_epochsAreLong;
    std::optional<TrainingState> m_lastWhole; ///< long epochs: before the one that is running
};

}

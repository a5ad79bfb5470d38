#pragma once

#include "training/batch_pass.h"
#include "training/course.h"
#include "training/optimizers/update_rule.h"
#include "training/trainer.h"

#include <memory>
#include <optional>

namespace broto {

/// One training, epoch by epoch.
class TrainingRun {
public:
    /// `data` must outlive it. The settings have been checked.
    TrainingRun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                InstructionSet instructions);

    /// Takes up where an earlier run ended, to go on up to `epochs` in all. It has a state, which may be damaged.
    Result<void> restore(const TrainedNetwork& earlier, int epochs);

    /// Whatever patience there is.
    void runExactly(int epochs) { m_course.runExactly(epochs); }

    Result<TrainedNetwork> run(const RunControl& control, const EpochObserver& observer);

private:
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
    BatchPass m_pass;
    BatchPass m_validationPass;
    Course m_course;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_validationRows;
    bool m_epochsAreLong;
    std::optional<TrainingState> m_lastWhole; ///< long epochs: before the one that is running
};

}

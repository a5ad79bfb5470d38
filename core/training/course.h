#pragma once

#include "training/trainer.h"

namespace broto {

/// How a training has gone so far, as far as it decides how it goes on. Made of the history alone, record by record, so
/// that a training can be taken up again anywhere.
class Course {
public:
    explicit Course(const TrainingSettings& settings) : m_settings(settings), m_epochsToRun(settings.epochs) {}

    /// Another end than the settings', which keep deciding about the learning rate: beyond theirs it stays what it was
    /// last. A patience that has run out begins anew.
    void goOnTo(int epochs);
    /// An end that nothing brings nearer.
    void runExactly(int epochs);

    void add(const EpochRecord& record, bool hasValidation);

    int epochs() const { return m_epochs; }
    int epochsToRun() const { return m_epochsToRun; } ///< unless patience ends it earlier
    int bestEpoch() const { return m_bestEpoch; }     ///< the one with the lowest judged loss, 0 before the first
    bool over() const;                                ///< all epochs run, or none better for too long

    /// Of the next epoch.
    double learningRate() const;

private:
    bool patienceIsOver() const;

    TrainingSettings m_settings;
    int m_epochsToRun;
    int m_patientSince = 0;
    int m_epochs = 0;
    int m_bestEpoch = 0;
    float m_lowestLoss = 0;
    int m_waited = 0; ///< Plateau: epochs since the loss fell or the rate was halved
    double m_plateauShare = 1;
};

}

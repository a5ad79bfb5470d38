#include "training/course.h"

#include <algorithm>

namespace broto {

namespace {

/// From 1 down to a hundredth along a smooth S: like half a cosine, but the same bits on every machine. Large steps
/// find the place, small ones settle in it.
double smoothFall(double passed)
{
    constexpr double lowestShare = 0.01;
    return 1 - (1 - lowestShare) * passed * passed * (3 - 2 * passed);
}

double stepsDown(double passed)
{
    return passed < 1.0 / 3 ? 1 : passed < 2.0 / 3 ? 0.1 : 0.01;
}

}

void Course::add(const EpochRecord& record, bool hasValidation)
{
    constexpr int plateau = 10;
    const float loss = hasValidation ? record.validationLoss : record.trainingLoss;
    m_epochs = record.epoch;
    if (m_bestEpoch == 0 || loss < m_lowestLoss) {
        m_bestEpoch = record.epoch;
        m_lowestLoss = loss;
        m_waited = 0;
    } else if (++m_waited == plateau) {
        m_plateauShare /= 2;
        m_waited = 0;
    }
}

void Course::goOnTo(int epochs)
{
    m_epochsToRun = epochs;
    if (patienceIsOver())
        m_patientSince = m_epochs;
}

void Course::runExactly(int epochs)
{
    m_epochsToRun = epochs;
    m_settings.patience = 0;
}

bool Course::over() const
{
    return m_epochs >= m_epochsToRun || patienceIsOver();
}

bool Course::patienceIsOver() const
{
    return m_settings.patience > 0 && m_epochs - std::max(m_bestEpoch, m_patientSince) >= m_settings.patience;
}

double Course::learningRate() const
{
    const double rate = m_settings.learningRate;
    if (m_epochs < m_settings.warmUpEpochs)
        return rate * (m_epochs + 1) / (m_settings.warmUpEpochs + 1);
    const int passedEpochs = m_epochs - m_settings.warmUpEpochs;
    const int laterEpochs = m_settings.epochs - m_settings.warmUpEpochs - 1;
    const double passed = laterEpochs > 0 ? std::min(1.0, static_cast<double>(passedEpochs) / laterEpochs) : 0;
    switch (m_settings.schedule) {
    case Schedule::Constant:
        return rate;
    case Schedule::Step:
        return rate * stepsDown(passed);
    case Schedule::Cosine:
        return rate * smoothFall(passed);
    case Schedule::Plateau:
        return rate * m_plateauShare;
    }
    return rate;
}

}

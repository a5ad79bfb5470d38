#pragma once

#include "network/loss.h"
#include "training/training_settings.h"

#include <QString>

/// What a person can choose about a training, in the language of the window: a name, and a sentence that says what it
/// is.
namespace broto::ui {

/// As they are offered: the usual ones first.
inline constexpr Activation offeredActivations[] = {
    Activation::Relu,     Activation::Tanh,  Activation::Sigmoid,   Activation::LeakyRelu,   Activation::Elu,
    Activation::Softplus, Activation::Swish, Activation::HardSwish, Activation::HardSigmoid, Activation::Linear};
QString activationText(Activation activation);
QString activationExplanation(Activation activation);
QString optimizerText(Optimizer optimizer);
QString optimizerExplanation(Optimizer optimizer);
QString scheduleText(Schedule schedule);
QString scheduleExplanation(Schedule schedule);
QString initialiserText(Initialiser initialiser);
QString initialiserExplanation(Initialiser initialiser);
QString lossText(Loss loss);

/// A message of the core about runs, with names and numbers as the window shows them: "ReLU" for relu.
Message withShownNames(Message message);
QString lossExplanation(Loss loss);

}

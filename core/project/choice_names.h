#pragma once

#include "common/message.h"
#include "data/data_checks.h"
#include "data/data_choices.h"
#include "network/activation.h"
#include "network/loss.h"
#include "training/training_settings.h"

namespace broto {

// What a person can choose, by the names that the window and a report share.
Message nameOf(Role role);
Message nameOf(ColumnType type);
Message nameOf(Scaling scaling);
Message nameOf(SplitMethod method);
Message nameOf(DataCheck::Severity severity);
Message nameOf(Schedule schedule);
Message nameOf(Loss loss);
Message nameOf(Optimizer optimizer);
Message nameOf(Initialiser initialiser);
Message nameOf(Activation activation);

/// "Accuracy" or "R²": what a model of such a task is judged by.
Message metricNameOf(Task task);

}

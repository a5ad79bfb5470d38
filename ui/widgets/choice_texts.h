#pragma once

#include "data/data_choices.h"

#include <QString>

/// What a person can choose about data, in the language of the window: a name, and a sentence that says what it is.
namespace broto::ui {

QString roleText(Role role);
QString roleExplanation(Role role);
QString typeText(ColumnType type);
QString missingPolicyText(MissingPolicy policy);
QString missingPolicyExplanation(MissingPolicy policy);
QString scalingText(Scaling scaling);
QString scalingExplanation(Scaling scaling);
QString splitMethodText(SplitMethod method);
QString splitMethodExplanation(SplitMethod method);

}

#pragma once

#include "compression/deployable_model.h"
#include "support/integer_reference.h"

namespace broto {

/// An int8 model in the terms of the reference.
reference::Model referenceModel(const DeployableModel& model);

}

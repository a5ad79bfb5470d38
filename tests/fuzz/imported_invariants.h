#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"

/// What holds for whatever comes out of a model file: a sentence that says why not, or a model that keeps its promises,
/// answers a row, and can be written and read again. Ends the program when it does not.
void requireSoundImport(const broto::Result<broto::DeployableModel>& imported);

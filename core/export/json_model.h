#pragma once

#include "export/exported_files.h"

namespace broto {

/// The whole model as one JSON file, for other programs: docs/model-json.md says what everything means, and is enough
/// to compute the answers from it. Fields are only ever added; what changes the meaning of one raises "version".
Result<ExportedFiles> exportJson(const DeployableModel& model, std::string_view projectName);

}

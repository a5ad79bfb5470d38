#pragma once

#include "common/unit_text.h"
#include "project/choice_names.h"
#include "project/report/report_language.h"

namespace broto {

/// What a network does, in a report's words.
std::string nameOf(Task task, const ReportWords& words);

}

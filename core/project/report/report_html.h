#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/board_check.h"
#include "project/project.h"
#include "project/report/report_language.h"

#include <optional>
#include <string>

namespace broto {

/// A board's report, and the variant that ran there.
struct ReportedCheck {
    BoardReport report;
    std::string variant;
};

/// What a report tells that is in no project.
struct ReportRequest {
    std::string title;       ///< empty: what the table is called
    std::string projectFile; ///< without folders; empty: it was never saved
    std::string date;        ///< as it is to be read; empty: none, and equal projects have equal reports
    std::optional<ReportedCheck> check = {};
};

/// One page that tells all about a project: what was learned from, the network, its training, how good it is, what
/// compression made of it, the board, and how to do it again. HTML that is well-formed XML, loads nothing and runs
/// nothing; its drawings are SVG elements inside. What the project has not come to is left out; with nothing at all it
/// is an error.
Result<std::string> reportHtml(const Project& project, const ReportRequest& request, const ReportLanguage& language,
                               const RunControl& control = {});

}

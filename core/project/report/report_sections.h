#pragma once

#include "data/data_checks.h"
#include "data/dataset.h"
#include "project/report/html_page.h"
#include "project/report/report_html.h"

namespace broto {

/// What the sections are made of.
struct ReportFacts {
    const Project& project;
    const ReportRequest& request;
    const ReportWords& words;
    const RunControl& control;
    std::optional<Dataset> data;   ///< as it is chosen now
    std::optional<Message> noData; ///< why there is none
    std::vector<DataCheck> checks; ///< of that data
    bool sameData = false;         ///< the trained network has learned from that data

    const TrainedNetwork* run() const { return project.trained.get(); }
    /// Of what was learned; nothing where that is not known.
    std::optional<Target> target() const;
};

// Each adds its section where there is something to tell.
void addData(HtmlPage& page, const ReportFacts& facts);
void addChecks(HtmlPage& page, const ReportFacts& facts);
void addNetwork(HtmlPage& page, const ReportFacts& facts);
void addTraining(HtmlPage& page, const ReportFacts& facts);
void addResults(HtmlPage& page, const ReportFacts& facts);
void addRuns(HtmlPage& page, const ReportFacts& facts);
void addComparison(HtmlPage& page, const ReportFacts& facts);
void addBoardCheck(HtmlPage& page, const ReportFacts& facts);
void addRepetition(HtmlPage& page, const ReportFacts& facts);

}

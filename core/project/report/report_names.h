#pragma once

#include "compression/deployable_model.h"
#include "data/data_checks.h"
#include "data/data_choices.h"
#include "project/report/report_language.h"
#include "training/training_settings.h"

namespace broto {

/// What choices are called in a report.
std::string nameOf(Role role, const ReportWords& words);
std::string nameOf(ColumnType type, const ReportWords& words);
std::string nameOf(Task task, const ReportWords& words);
std::string nameOf(Scaling scaling, const ReportWords& words);
std::string nameOf(SplitMethod method, const ReportWords& words);
std::string nameOf(DataCheck::Severity severity, const ReportWords& words);
std::string nameOf(Schedule schedule, const ReportWords& words);
std::string nameOf(Loss loss, const ReportWords& words);
std::string nameOf(Optimizer optimizer);
std::string nameOf(Initialiser initialiser, const ReportWords& words);
std::string nameOf(Activation activation, const ReportWords& words);

/// "Accuracy" or "R²".
std::string metricName(Task task, const ReportWords& words);

/// "Root mean square error (g/s)".
std::string inUnit(const std::string& name, const std::string& unit);

}

#include "training/part_report.h"

#include "training/trainer.h"

#include <limits>

namespace broto {

namespace {

void reportClasses(PartReport& report, const Matrix& outputs, const DataPart& part)
{
    report.classes = classReport(report.metrics.confusion);
    const Matrix probabilities = classProbabilities(outputs);
    for (Eigen::Index i = 0; i < probabilities.cols(); ++i) {
        const Vector ofClass = probabilities.col(i);
        report.curves.push_back(rocCurve({ofClass.data(), part.rows()}, part.labels, static_cast<std::int32_t>(i)));
    }
    report.area = meanRocArea(probabilities, part.labels);
}

void reportValues(PartReport& report, const Matrix& outputs, const DataPart& part, const Target& target)
{
    report.truth.assign(part.values.begin(), part.values.end());
    for (Eigen::Index row = 0; row < outputs.rows(); ++row)
        report.answers.push_back(outputs(row, 0) * target.deviation + target.centre);
    report.residuals = residualsOf(report.truth, report.answers);
}

}

PartReport reportOn(const Network& network, const Dataset& data, const DataPart& part)
{
    PartReport report;
    report.metrics = evaluate(network, data, part);
    if (part.rows() == 0) {
        report.classes = classReport({});
        report.area = std::numeric_limits<double>::quiet_NaN();
        report.residuals = residualsOf({}, {});
        return report;
    }
    const Matrix outputs = forward(network, part.inputs);
    if (data.target.task == Task::Classification)
        reportClasses(report, outputs, part);
    else
        reportValues(report, outputs, part, data.target);
    return report;
}

}

#include "device/live_history.h"

#include "common/unit_text.h"
#include "device/csv_cells.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

std::string timeTitle(TimeUnit unit)
{
    static constexpr const char* units[] = {"us", "cycles", "instructions"};
    return inUnit("time per answer", units[static_cast<int>(unit)]);
}

std::string featureCell(const Feature& feature, float value)
{
    if (feature.categories.empty() || std::isnan(value))
        return csvNumber(value);
    const bool isOne =
        value >= 0 && value < static_cast<float>(feature.categories.size()); // a board may tell any number
    return isOne ? csvText(feature.categories[static_cast<std::size_t>(value)]) : "?";
}

std::string answerCell(const Target& target, float number)
{
    if (target.task == Task::Regression || std::isnan(number))
        return csvNumber(number);
    return csvText(target.classes[static_cast<std::size_t>(number)]);
}

std::vector<std::int32_t> asLabels(const std::vector<float>& numbers)
{
    return {numbers.begin(), numbers.end()};
}

}

float answerNumber(const Prediction& prediction, Task task)
{
    if (prediction.refused)
        return std::numeric_limits<float>::quiet_NaN();
    return task == Task::Classification ? static_cast<float>(prediction.classIndex) : prediction.value;
}

void LiveHistory::add(LiveAnswer answer)
{
    if (m_answers == 0)
        m_begin = answer.at;
    ++m_answers;
    m_same += answer.same;
    m_outside += !answer.outOfRange.empty();
    if (!answer.same && !m_firstDifference)
        m_firstDifference = answer;
    const float told = answerNumber(answer.board, m_target.task);
    if (answer.question.testRow && !std::isnan(answer.question.truth) && !std::isnan(told)) {
        m_truths.push_back(answer.question.truth);
        m_told.push_back(told);
    }
    m_kept.push_back(std::move(answer));
    if (m_kept.size() > most)
        m_kept.pop_front();
}

void LiveHistory::beginStream()
{
    m_truths.clear();
    m_told.clear();
}

Metrics LiveHistory::metrics() const
{
    if (m_target.task == Task::Regression)
        return m_truths.empty() ? noMetrics() : regressionMetrics(m_truths, m_told);
    const std::size_t classes = m_target.classes.size();
    Metrics metrics = classificationMetrics(asLabels(m_truths), asLabels(m_told), static_cast<int>(classes));
    metrics.confusion.resize(classes, std::vector<int>(classes)); // of no rows too
    return metrics;
}

std::vector<LivePoint> LiveHistory::points(std::size_t newest) const
{
    const std::size_t count = std::min(newest, m_kept.size());
    std::vector<LivePoint> points;
    for (std::size_t i = m_kept.size() - count; i < m_kept.size(); ++i) {
        const LiveAnswer& answer = m_kept[i];
        points.push_back({m_answers - m_kept.size() + i + 1, answerNumber(answer.board, m_target.task),
                          answerNumber(answer.workbench, m_target.task), answer.question.truth, answer.same,
                          !answer.outOfRange.empty()});
    }
    return points;
}

bool LiveHistory::isTimed(const LiveAnswer& answer) const
{
    return !answer.board.refused && answer.timeUnit == timeUnit();
}

AnswerTimes LiveHistory::times(std::size_t ranges) const
{
    std::vector<double> times;
    const std::size_t count = std::min(timed, m_kept.size());
    for (auto answer = m_kept.end() - static_cast<std::ptrdiff_t>(count); answer != m_kept.end(); ++answer)
        if (isTimed(*answer))
            times.push_back(answer->time);
    return answerTimes(std::move(times), ranges);
}

std::string LiveHistory::csv(const std::vector<Feature>& features) const
{
    const bool anyTruth =
        std::ranges::any_of(m_kept, [](const LiveAnswer& answer) { return !std::isnan(answer.question.truth); });
    std::string csv = "time (s)";
    for (const Feature& feature : features)
        csv += ',' + csvText(inUnit(feature.name, feature.unit));
    for (const char* side : {"board", "workbench"})
        csv += ',' + csvText(inUnit(side, m_target.unit));
    csv +=
        ",same," + timeTitle(timeUnit()) + (anyTruth ? ',' + csvText(inUnit(m_target.name, m_target.unit)) : "") + '\n';
    for (const LiveAnswer& answer : m_kept) {
        constexpr double thousandths = 1000;
        const double seconds = std::chrono::duration<double>(answer.at - m_begin).count();
        csv += csvNumber(std::round(seconds * thousandths) / thousandths);
        for (std::size_t i = 0; i < features.size(); ++i)
            csv += ',' + featureCell(features[i], answer.question.row[i]);
        for (const Prediction* told : {&answer.board, &answer.workbench})
            csv += ',' + answerCell(m_target, answerNumber(*told, m_target.task));
        csv += answer.same ? ",yes," : ",no,";
        csv += !isTimed(answer) ? "" : csvNumber(std::round(answer.time * thousandths) / thousandths);
        csv += (anyTruth ? ',' + answerCell(m_target, answer.question.truth) : "") + '\n';
    }
    return csv;
}

}

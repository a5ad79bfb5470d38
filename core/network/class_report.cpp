#include "network/class_report.h"

#include <cassert>
#include <limits>

namespace broto {

namespace {

double share(int part, int whole)
{
    return whole > 0 ? static_cast<double>(part) / whole : 0;
}

double meanOf(double sum, int count)
{
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

}

ClassReport classReport(const std::vector<std::vector<int>>& confusion)
{
    ClassReport report;
    double recalls = 0, f1s = 0;
    int classesWithRows = 0, classesSeen = 0;
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        assert(confusion[i].size() == confusion.size());
        const int right = confusion[i][i];
        ClassScore score;
        int answers = 0;
        for (std::size_t j = 0; j < confusion.size(); ++j) {
            score.rows += confusion[i][j];
            answers += confusion[j][i];
        }
        score.precision = share(right, answers);
        score.recall = share(right, score.rows);
        score.f1 = share(2 * right, score.rows + answers);
        recalls += score.recall;
        f1s += score.f1;
        classesWithRows += score.rows > 0;
        classesSeen += score.rows > 0 || answers > 0;
        report.classes.push_back(score);
    }
    report.balancedAccuracy = meanOf(recalls, classesWithRows);
    report.macroF1 = meanOf(f1s, classesSeen);
    return report;
}

}

#pragma once

#include "data/dataset.h"
#include "network/answer_points.h"
#include "ui/widgets/plot_canvas.h"

namespace broto::ui {

/// The answers of a network that answers numbers: against the truth, with the diagonal they should lie on; or what is
/// left between the two, by the answer.
class AnswersPlot : public PlotCanvas {
    Q_OBJECT

public:
    enum class Kind { Answers, Residuals };

    explicit AnswersPlot(QWidget* parent = nullptr);

    void show(AnswerPoints points, Kind kind, const Target& target);
    int pointsShown() const { return static_cast<int>(m_points.points.size()); }

private:
    void style();
    QString readOut(const QPointF& place) const;
    QString csv() const;
    double acrossOf(const AnswerPoint& point) const;
    double upOf(const AnswerPoint& point) const;

    AnswerPoints m_points;
    Kind m_kind = Kind::Answers;
    QString m_target;
};

}

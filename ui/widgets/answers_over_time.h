#pragma once

#include "device/live_history.h"
#include "ui/widgets/plot_canvas.h"

namespace broto::ui {

/// The board's newest answers one after the other, and what is true where that is known. Of classes every one has its
/// line.
class AnswersOverTime : public PlotCanvas {
    Q_OBJECT

public:
    static constexpr std::size_t newest = 200; ///< answers that are drawn

    explicit AnswersOverTime(QWidget* parent = nullptr);

    void show(std::vector<LivePoint> points, const Target& target);
    std::size_t pointsShown() const { return m_points.size(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void drawNumbers();
    void drawClasses();
    QString readOut(const QPointF& place) const;
    QString told(double answer) const;
    QString csv() const;

    std::vector<LivePoint> m_points;
    Target m_target;
};

}

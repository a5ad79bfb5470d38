#pragma once

#include "device/live_history.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace broto::ui {

class AnswersOverTime;
class AnswersPlot;
class ConfusionMap;
class Meter;
class TimeBars;

/// What a board has answered so far: how often it agrees with the workbench, how long it takes, how good it is, and its
/// answers over time.
class SeenPanel : public QWidget {
    Q_OBJECT

public:
    explicit SeenPanel(QWidget* parent = nullptr);

    void setTarget(const Target& target);             ///< forgets what was seen
    void add(const std::vector<LiveAnswer>& answers); ///< the first row of a stream begins what is told of it anew
    void setTruthIsKnown(bool known);                 ///< else there is nothing to set the answers against
    const LiveHistory& history() const { return m_history; }

signals:
    void saveWanted(); ///< of history()

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void beginStream();
    void clear();
    void makeFacts();
    void makeViews();
    void drawSoon();
    void draw();
    void drawFacts(const Metrics& metrics);
    void drawMatrix(const Metrics& metrics);
    void retranslate();

    Target m_target;
    LiveHistory m_history;
    QTimer m_redraw;
    QLabel *m_agreement, *m_time, *m_difference, *m_kept, *m_quality;
    Meter* m_meter;
    TimeBars* m_times;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    ConfusionMap* m_confusion;
    AnswersPlot* m_answers;
    AnswersOverTime* m_overTime;
    QPushButton *m_clear, *m_save;
};

}

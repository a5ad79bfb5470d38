#pragma once

#include "device/line_history.h"
#include "device/line_reader.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace broto::ui {

class LivePlot;

/// The numbers that a device prints, drawn as they come. Held still, they can be zoomed into; what comes meanwhile is
/// kept.
class PlotterView : public QWidget {
    Q_OBJECT

public:
    explicit PlotterView(QWidget* parent = nullptr);

    void take(const std::vector<TimedLine>& lines);
    void setListening(bool listens);
    void clear(); ///< for another device, or times that begin anew

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void draw();
    void sayWhatIsShown();
    void refreshButtons();
    void retranslate();

    LineHistory m_history;
    bool m_listens = false;
    QLabel* m_spanLabel;
    QComboBox* m_span;
    QPushButton *m_pause, *m_clear;
    QStackedWidget* m_stack;
    LivePlot* m_plot;
    QLabel* m_empty; ///< in its place while there is nothing to draw
    QLabel* m_note;
};

}

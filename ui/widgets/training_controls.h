#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace broto::ui {

/// What there is to be controlled at the moment.
struct TrainingControlState {
    bool running = false;
    bool paused = false;
    bool mayStart = false; ///< there are data, and no other job runs
    bool mayGoOn = false;  ///< there is a run that can have more epochs
    bool slow = false;
};

/// Train, pause and resume, step, stop, cancel, and going on with a run that is over.
class TrainingControls : public QWidget {
    Q_OBJECT

public:
    explicit TrainingControls(QWidget* parent = nullptr);

    void show(const TrainingControlState& state);
    void focusPause(); ///< so that Space pauses

signals:
    void trainWanted();
    void pauseWanted(); ///< or resume
    void stepWanted();
    void stopWanted();
    void cancelWanted();
    void moreWanted(int epochs);
    void slowWanted(bool slow);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QPushButton* addButton(const char* name, const char* icon);

    TrainingControlState m_state;
    QPushButton *m_train, *m_step, *m_slow, *m_stop, *m_cancel;
    QSpinBox* m_more;
    QPushButton* m_goOn;
};

}

#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace broto::ui {

/// One step of several: a mark, its name, what came of it, the time it took, and its progress while it runs.
class StepLine : public QFrame {
    Q_OBJECT

public:
    enum class State { Waiting, Running, Done, Failed };

    explicit StepLine(QWidget* parent = nullptr);

    void setName(const QString& name);
    void setState(State state);
    void setResult(const QString& result, const QString& time);
    void setProgress(double fraction); ///< negative: unknown
    State state() const { return m_state; }
    QString result() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    State m_state = State::Waiting;
    QLabel* m_name;
    QLabel* m_result;
    QLabel* m_time;
    QProgressBar* m_bar;
};

}

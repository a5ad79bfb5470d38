#pragma once

#include "device/answer_times.h"

#include <QWidget>

namespace broto::ui {

/// How long answers took, as a small histogram.
class TimeBars : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t ranges = 24;

    explicit TimeBars(QWidget* parent = nullptr);

    void show(AnswerTimes times, TimeUnit unit);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    AnswerTimes m_times;
};

}

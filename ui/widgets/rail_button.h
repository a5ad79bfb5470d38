#pragma once

#include "project/stage.h"

#include <QAbstractButton>

namespace broto::ui {

/// What stands in the rail: an icon and a name, beside each other or, where room is scarce, one above the other.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const QString& icon, QWidget* parent);

    void setCompact(bool compact);
    QSize sizeHint() const override;

    static int widthOf(bool compact); ///< of a rail

protected:
    void paintEvent(QPaintEvent* event) override;

    bool compact() const { return m_compact; }

private:
    QString m_icon;
    bool m_compact = false;
};

/// One step of the rail with its state.
class StageButton : public RailButton {
    Q_OBJECT

public:
    enum class Mark { Empty, Ready, Stale, Running, Done };

    StageButton(Stage stage, QWidget* parent);

    void setMark(Mark mark);
    void setCount(int count);          ///< of what should be looked at there; 0 is not shown
    void setNote(const QString& note); ///< why it is as it is
    Mark mark() const { return m_mark; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void paintMark(QPainter& painter, const QPointF& centre) const;

    Stage m_stage;
    int m_count = 0;
    Mark m_mark = Mark::Empty;
};

}

#pragma once

#include "project/stage.h"
#include "ui/jobs/job_runner.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>
#include <set>

namespace broto::ui {

class Document;

/// One step of the rail: icon, name and state.
class StageButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Mark { Empty, Ready, Stale, Running, Done };

    StageButton(Stage stage, QWidget* parent);

    void setMark(Mark mark);
    void setCompact(bool compact);     ///< its icon alone
    void setCount(int count);          ///< of what should be looked at there; 0 is not shown
    void setNote(const QString& note); ///< why it is as it is
    Mark mark() const { return m_mark; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refreshToolTip();
    void paintMark(QPainter& painter, const QPointF& centre) const;

    Stage m_stage;
    bool m_compact = false;
    int m_count = 0;
    QString m_note;
    Mark m_mark = Mark::Empty;
};

/// The six steps. Every one can be opened; the tooltip says why one is empty or stale.
class StageRail : public QWidget {
    Q_OBJECT

public:
    explicit StageRail(QWidget* parent = nullptr);

    using QWidget::show;
    void show(const Document& document, std::optional<JobKind> running);
    void select(Stage stage);
    void clearSelection();         ///< no step is open: the welcome page
    void setCompact(bool compact); ///< icons alone, where room is scarce
    void hideStages(const std::set<Stage>& hidden);
    QAbstractButton& lessons() { return *m_lessons; } ///< checked while they are shown
    StageButton& button(Stage stage) { return *m_buttons[static_cast<std::size_t>(stage)]; }

signals:
    void chosen(Stage stage);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::array<StageButton*, 6> m_buttons;
    QAbstractButton* m_lessons;
    bool m_compact = false;
};

}

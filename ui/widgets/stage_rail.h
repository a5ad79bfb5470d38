#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/widgets/rail_button.h"

#include <QWidget>

#include <array>
#include <set>

namespace broto::ui {

class Document;

/// The six steps. Every one can be opened; the tooltip says why one is empty or stale.
class StageRail : public QWidget {
    Q_OBJECT

public:
    explicit StageRail(QWidget* parent = nullptr);

    using QWidget::show;
    void show(const Document& document, std::optional<JobKind> running);
    void select(Stage stage);
    void clearSelection();         ///< no step is open: the welcome page
    void setCompact(bool compact); ///< where room is scarce
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
    RailButton* m_lessons;
    bool m_compact = false;
};

}

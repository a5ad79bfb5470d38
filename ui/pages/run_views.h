#pragma once

#include "ui/widgets/run_view.h"

#include <vector>

class QStackedWidget;
class QTabBar;

namespace broto::ui {

class FoldsView;
class TrainingCurves;

/// A run from several sides, one tab each. Only the one that is open is computed.
class RunViews : public QWidget {
    Q_OBJECT

public:
    explicit RunViews(QWidget* parent = nullptr);

    TrainingCurves& curves() { return *m_curves; }
    FoldsView& folds() { return *m_folds; }
    void show(const ViewedRun& run);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Tab {
        RunView* view;
        std::optional<Task> task; ///< nothing: for both
    };

    void retranslate();

    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    TrainingCurves* m_curves;
    std::vector<Tab> m_views;
    FoldsView* m_folds;
};

}

#pragma once

#include <QFrame>

#include <set>

class QTabWidget;

namespace broto::ui {

class CheckList;
class Document;
class MissingList;
class ScalingList;
class SplitPanel;
class TargetRow;
class WindowPlanner;
class WindowsPanel;

/// What is learned, always in sight, and one tab for each thing that can be done about the data before.
class PreparationPanel : public QFrame {
    Q_OBJECT

public:
    PreparationPanel(Document& document, const WindowPlanner& planner, QWidget* parent = nullptr);

    /// As high as all of what has been opened needs: nothing is blank, and what was opened does not move again.
    QSize sizeHint() const override;

signals:
    void columnWanted(std::size_t column);
    void testFileWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refreshChecks();
    void showProblem();

    Document& m_document;
    TargetRow* m_target;
    QTabWidget* m_tabs;
    CheckList* m_checks;
    SplitPanel* m_split;
    MissingList* m_missing;
    ScalingList* m_scaling;
    WindowsPanel* m_windows;
    std::set<int> m_opened = {0}; ///< tabs
};

}

#pragma once

#include "training/cross_validation.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace broto::ui {

class FoldsModel;

/// What there is to say about a cross-validation.
struct FoldsState {
    bool mayStart = false;
    bool running = false;
    bool current = true; ///< of data, network and settings as they are now
    int planned = 0;
    Task task = Task::Classification;
    std::vector<FoldResult> folds;
    std::optional<CrossValidation> result;
    std::optional<Message> problem; ///< of a fold that failed
};

/// Asks for a cross-validation, and shows its folds one by one, their mean and their deviation.
class FoldsView : public QWidget {
    Q_OBJECT

public:
    explicit FoldsView(QWidget* parent = nullptr);

    void show(const FoldsState& state);

signals:
    void wanted(int folds);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void refresh();
    QString summary() const;

    FoldsState m_state;
    QLabel* m_countLabel;
    QSpinBox* m_count;
    QPushButton* m_start;
    FoldsModel* m_model;
    QTableView* m_table;
    QLabel* m_empty;
    QStackedWidget* m_stack;
    QLabel* m_summary;
    QLabel* m_note;
};

}

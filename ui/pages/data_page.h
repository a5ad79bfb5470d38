#pragma once

#include "data/data_choices.h"
#include "ui/pages/stage_page.h"

class QComboBox;
class QSpinBox;

namespace broto::ui {

class ColumnCard;
class DataViews;
class MessageStrip;
class OpenJob;
class SplitBar;

/// The table as it was understood, the role of every column, what is learned, and how the rows are shared out.
class DataPage : public StagePage {
    Q_OBJECT

public:
    DataPage(Document& document, OpenJob& open, QWidget* parent = nullptr);

    DataViews& views() { return *m_views; }

protected:
    void retranslate() override;

private:
    void refreshTable();
    void refreshChoices();
    void refreshColumn();
    void refreshSentence();
    void refreshWarnings();
    void openLink(const QString& link);
    void chooseReading(const QString& part);
    void chooseTarget(int index);
    void chooseRole(Role role);
    void makeTarget(std::size_t column);
    void chooseTask(int index);
    void chooseSeed(int seed);
    QWidget* makeTable();
    QWidget* makeChoices();

    OpenJob& m_open;
    DataViews* m_views;
    ColumnCard* m_card;
    QLabel* m_sentence;
    QLabel* m_targetLabel;
    QComboBox* m_target;
    QLabel* m_taskLabel;
    QComboBox* m_task;
    QLabel* m_splitLabel;
    SplitBar* m_split;
    QLabel* m_seedLabel;
    QSpinBox* m_seed;
    QWidget* m_warnings;
};

}

#pragma once

#include "ui/pages/stage_page.h"

namespace broto::ui {

class ColumnCard;
class DataViews;
class MessageStack;
class OpenJob;
class PreparationPanel;
class UnderstoodLine;
class WindowPlanner;

/// Where the data are made ready: how the table was understood, its rows, what is decided about each column, what is
/// learned, how the rows are shared out, and what to know before training.
class DataPage : public StagePage {
    Q_OBJECT

public:
    DataPage(Document& document, OpenJob& open, const WindowPlanner& planner, QWidget* parent = nullptr);

    DataViews& views() { return *m_views; }

protected:
    void retranslate() override;
    bool showsBesideCause(const Message& problem) const override;

private:
    QWidget* makeViews();
    QWidget* makeSide();
    QWidget* makeBody(const WindowPlanner& planner);
    void refreshTable();
    void refreshChoices();
    void showWarnings();
    void showColumn(std::size_t column);
    void chooseTestFile();

    OpenJob& m_open;
    UnderstoodLine* m_understood;
    MessageStack* m_warnings;
    DataViews* m_views;
    PreparationPanel* m_preparation;
    ColumnCard* m_card;
};

}

#pragma once

#include "project/project.h"
#include "ui/widgets/reading_part.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;
class QTableView;

namespace broto::ui {

class TableModel;

/// The choices for one part of how a table is read, why it was guessed so, and the first rows as each choice would read
/// them. Closes by itself, and goes when it is closed.
class ReadingPopup : public QFrame {
    Q_OBJECT

public:
    ReadingPopup(const DataSource& source, const ReadingPart& part, QWidget* parent);

    void openBelow(const QWidget& widget);

signals:
    void readingWanted(const ReadOptions& reading);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void preview();
    void take();
    void findOutAgain();
    QString reasonText() const;
    std::optional<int> chosenValue() const;

    DataSource m_source;
    ReadingPart m_part;
    ReadOptions m_others; ///< what else was chosen
    QListWidget* m_choices;
    TableModel* m_model;
    QTableView* m_rows;
    QLabel* m_outcome;
    QPushButton* m_take;
};

}

#pragma once

#include "project/stage.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace broto::ui {

class Document;

/// What a stage needs that is not there yet, and a button that gets it.
class MissingNote : public QWidget {
    Q_OBJECT

public:
    explicit MissingNote(QWidget* parent = nullptr);

    void show(const Document& document, Stage stage);

signals:
    void stageWanted(Stage stage);

private:
    QLabel* m_text;
    QPushButton* m_get;
    Stage m_missing = Stage::Data;
};

}

#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace broto::ui {

class Document;

/// The columns that lack values, and what stands for them; each leads to its card, where that is chosen.
class MissingList : public QWidget {
    Q_OBJECT

public:
    explicit MissingList(Document& document, QWidget* parent = nullptr);

signals:
    void columnWanted(std::size_t column);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    bool addColumn(std::size_t index);

    Document& m_document;
    QLabel* m_note;
    QWidget* m_list = nullptr;
    QGridLayout* m_rows = nullptr;
};

}

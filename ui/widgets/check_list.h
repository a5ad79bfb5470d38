#pragma once

#include "data/data_checks.h"

#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace broto {
struct Dataset;
}

namespace broto::ui {

class CheckRow;
class Document;

/// What to know about the data before training, the worst first, each with its remedy; after it what was done when the
/// data were made ready.
class CheckList : public QWidget {
    Q_OBJECT

public:
    explicit CheckList(Document& document, QWidget* parent = nullptr);

signals:
    void columnWanted(std::size_t column);
    void windowsMade(); ///< by a remedy
    void focusIsFree(); ///< a remedy was applied, and there is no other to go on with

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void rebuild();
    void apply(const DataCheck& check, const CheckRow* row);
    void moveFocus();
    void addRow(const DataCheck& check, const std::vector<std::string>& headers);
    void refreshState();

    Document& m_document;
    std::shared_ptr<const std::vector<DataCheck>> m_shown;
    std::shared_ptr<const Dataset> m_dataset; ///< whose warnings are shown
    QVBoxLayout* m_rows;
    int m_applied = -1; ///< the row whose remedy was applied from the keyboard or by a click; -1: none
    QLabel* m_state;    ///< what there is to say while there is no row
};

}

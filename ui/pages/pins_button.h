#pragma once

#include <QPushButton>

namespace broto::ui {

class Document;

/// Opens what the pins of the chosen board measure for the chosen variant.
class PinsButton : public QPushButton {
    Q_OBJECT

public:
    explicit PinsButton(Document& document, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void open();

    Document& m_document;
};

}

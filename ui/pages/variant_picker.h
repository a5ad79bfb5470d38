#pragma once

#include <QComboBox>

namespace broto::ui {

class Document;

/// The variants of the document's run, to choose the one that all pages are about.
class VariantPicker : public QComboBox {
    Q_OBJECT

public:
    explicit VariantPicker(Document& document, QWidget* parent = nullptr);

private:
    void refresh();

    Document& m_document;
};

}

#pragma once

#include "export/exported_files.h"
#include "ui/pages/stage_page.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace broto::ui {

class ByteBar;
class CodeView;
class VariantPicker;

/// The C++ that a variant becomes: to read, copy and save.
class ExportPage : public StagePage {
    Q_OBJECT

public:
    explicit ExportPage(Document& document, QWidget* parent = nullptr);

    void copy();
    void saveAs();
    void find();
    bool saveTo(const QString& path);

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void refreshBytes(const Variant& variant);
    QWidget* makeTools();

    QLabel* m_variantLabel;
    VariantPicker* m_variant;
    QLineEdit* m_find;
    QPushButton* m_copy;
    QPushButton* m_save;
    ByteBar* m_bytes;
    QLabel* m_file;
    CodeView* m_code;
    ExportedFile m_exported;
    std::shared_ptr<const Variant> m_shown;
};

}

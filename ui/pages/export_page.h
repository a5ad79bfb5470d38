#pragma once

#include "export/exported_files.h"
#include "ui/pages/stage_page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace broto::ui {

class ByteBar;
class CodeView;

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
    void refreshCode();
    void refreshBytes(const Variant& variant);
    std::shared_ptr<const Variant> chosenVariant() const;
    QWidget* makeTools();

    QLabel* m_variantLabel;
    QComboBox* m_variant;
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

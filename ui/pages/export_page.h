#pragma once

#include "ui/jobs/export_job.h"
#include "ui/pages/stage_page.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace broto::ui {

class ByteBar;
class ExportActions;
class FilesView;
class FormatList;
class VariantPicker;

/// What a variant becomes: what each byte is for above, the formats on the left, to be dragged, copied and saved, and
/// the files of the chosen one to read.
class ExportPage : public StagePage {
    Q_OBJECT

public:
    explicit ExportPage(Document& document, QWidget* parent = nullptr);

    void copy(); ///< all of the shown file
    void saveAs();
    void find();
    ExportActions& actions() { return *m_actions; }

signals:
    void taken(); ///< the code: saved, copied, dragged out or opened elsewhere

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBytes();
    QWidget* makeFormats();
    void refresh();
    void refreshBytes();
    void refreshStraight();
    HeaderOptions chosenOptions() const;
    void refreshCard(int format);
    void chooseFormat(int format);
    void showFiles();
    void showMenu(const QPoint& place);

    ExportJob m_job;
    ExportActions* m_actions;
    std::shared_ptr<const Variant> m_variant;
    std::shared_ptr<const Dataset> m_dataset; ///< that it was made from, once it is ready
    std::string m_projectName;
    HeaderOptions m_options;
    ByteBar* m_flash;
    ByteBar* m_ram;
    QLabel* m_variantLabel;
    VariantPicker* m_picker;
    FormatList* m_formats;
    QLabel* m_purpose;
    QLabel* m_hint;
    QCheckBox* m_straight; ///< code without loops; only for boards and formats it is for
    QPushButton* m_save;
    QPushButton* m_copyFiles;
    QPushButton* m_showInFolder;
    QPushButton* m_openInIde;
    FilesView* m_view;
};

}

#pragma once

#include "device/tools.h"
#include "ui/widgets/side_panel.h"

#include <QStringList>

namespace broto::ui {

/// Beside the pages: which of the programs that build, upload and emulate are on this computer, and the folders in
/// which they are looked for first.
class ToolPanel : public SidePanel {
    Q_OBJECT

public:
    explicit ToolPanel(QStringList folders, QWidget* parent = nullptr);

signals:
    void foldersChanged(const QStringList& folders);

protected:
    void refresh() override;
    void showEvent(QShowEvent* event) override;

private:
    void showTools(QVBoxLayout& column, ToolUse use);
    void showFolders(QVBoxLayout& column);
    void chooseFolder();
    void setFolders(const QStringList& folders);

    QStringList m_folders;
    std::vector<Tool> m_tools; ///< as they were when the panel was shown
};

}

#pragma once

#include "ui/widgets/side_panel.h"

namespace broto::ui {

/// Beside the pages: what the open one is for, how to read it and what its words mean, with figures.
class ExplanationPanel : public SidePanel {
    Q_OBJECT

public:
    explicit ExplanationPanel(QWidget* parent = nullptr);

    void setPage(const QString& page); ///< a name for explanationOf()

protected:
    void refresh() override;
    void showEvent(QShowEvent* event) override;

private:
    QString m_page;
};

}

#pragma once

#include "data/data_checks.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace broto::ui {

/// One thing to know about the data: an icon that says how bad it is, a sentence in which the columns are links, and a
/// button that does something about it.
class CheckRow : public QWidget {
    Q_OBJECT

public:
    CheckRow(const DataCheck& check, const std::vector<std::string>& headers, QWidget* parent = nullptr);

    void setRemedyEnabled(bool enabled);
    bool takeFocus(); ///< to its remedy; false where there is none

signals:
    void columnWanted(std::size_t column);
    void remedyWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DataCheck::Severity m_severity;
    QPushButton* m_remedy = nullptr;
};

/// "Problem", "Warning" or "Note".
QString severityText(DataCheck::Severity severity);

}

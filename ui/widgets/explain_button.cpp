#include "ui/widgets/explain_button.h"

#include "ui/widgets/icon.h"

#include <QEvent>

namespace broto::ui {

ExplainButton::ExplainButton(QWidget* parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("explain"));
    setIcon(ui::icon(QStringLiteral("help"), Tint::Muted));
    setIconSize(QSize(20, 20));
    retranslate();
}

void ExplainButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void ExplainButton::retranslate()
{
    setAccessibleName(tr("Explain this page"));
    setToolTip(tr("What this page is for, how to read it, and what its words mean (F1)"));
}

}

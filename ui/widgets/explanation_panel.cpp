#include "ui/widgets/explanation_panel.h"

#include "ui/widgets/explanation.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

QWidget* widgetFor(const ExplanationPart& part, QWidget* parent)
{
    if (part.kind == ExplanationPart::Kind::Figure)
        return new FigureView(part.figure, part.text, parent);
    const bool heading = part.kind == ExplanationPart::Kind::Heading;
    QLabel* label = makeLabel(heading ? Type::Heading : Type::Text, Tone::Plain, parent);
    label->setTextFormat(heading ? Qt::PlainText : Qt::MarkdownText);
    label->setText(part.text);
    label->setWordWrap(true);
    return label;
}

}

ExplanationPanel::ExplanationPanel(QWidget* parent) : SidePanel(parent)
{
    setObjectName(QStringLiteral("explanationPanel"));
    ExplanationPanel::refresh();
}

void ExplanationPanel::setPage(const QString& page)
{
    if (page == m_page)
        return;
    m_page = page;
    if (isVisible())
        refresh();
}

void ExplanationPanel::showEvent(QShowEvent* event)
{
    refresh();
    SidePanel::showEvent(event);
}

/// Anew, from its beginning: a page is opened a few times a minute at most.
void ExplanationPanel::refresh()
{
    describeClosing(tr("Close the explanation"), tr("Closes the explanation (F1)"));
    const Explanation explanation = explanationOf(m_page, QLocale()).value_or(Explanation());
    write(explanation.title, tr("Explanation of the page"), space::small, [&explanation](QVBoxLayout& column) {
        for (const ExplanationPart& part : explanation.parts) {
            if (part.kind == ExplanationPart::Kind::Heading && column.count() > 0)
                column.addSpacing(space::small);
            column.addWidget(widgetFor(part, column.parentWidget()));
        }
    });
}

}

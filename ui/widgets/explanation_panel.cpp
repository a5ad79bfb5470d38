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

constexpr int explanationWidth = 280;

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

ExplanationPanel::ExplanationPanel(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel(Type::Heading, Tone::Plain, this)),
      m_close(new QToolButton(this)),
      m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("explanationPanel"));
    setTextWidth(*this, explanationWidth);
    m_title->setObjectName(QStringLiteral("explanationTitle"));
    m_title->setWordWrap(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::medium, space::medium);
    layout->setSpacing(space::medium);
    layout->addLayout(top);
    layout->addWidget(m_scroll, 1);
    connect(m_close, &QToolButton::clicked, this, &ExplanationPanel::closeWanted);
    refresh();
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
    QFrame::showEvent(event);
}

void ExplanationPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

/// Anew, from its beginning: a page is opened a few times a minute at most.
void ExplanationPanel::refresh()
{
    m_close->setAccessibleName(tr("Close the explanation"));
    m_close->setToolTip(tr("Closes the explanation (F1)"));
    m_scroll->setAccessibleName(tr("Explanation of the page"));
    const Explanation explanation = explanationOf(m_page, QLocale()).value_or(Explanation());
    m_title->setText(explanation.title);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, space::small, 0);
    column->setSpacing(space::small);
    for (const ExplanationPart& part : explanation.parts) {
        if (part.kind == ExplanationPart::Kind::Heading && column->count() > 0)
            column->addSpacing(space::small);
        column->addWidget(widgetFor(part, content));
    }
    column->addStretch(1);
    m_scroll->setWidget(content);
}

}

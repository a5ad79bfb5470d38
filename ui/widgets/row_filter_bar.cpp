#include "ui/widgets/row_filter_bar.h"

#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace broto::ui {

namespace {
constexpr int typingMs = 350; ///< until a filter is taken for finished
}

RowFilterBar::RowFilterBar(QWidget* parent)
    : QWidget(parent),
      m_text(new QLineEdit(this)),
      m_gaps(new QCheckBox(this)),
      m_problem(makeLabel(Type::Text, Tone::Error, this))
{
    m_text->setObjectName(QStringLiteral("filter"));
    m_text->setClearButtonEnabled(true);
    m_gaps->setObjectName(QStringLiteral("onlyGaps"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    m_problem->setObjectName(QStringLiteral("filterError"));
    m_problem->setWordWrap(true);
    m_problem->setVisible(false);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_text, 1);
    line->addWidget(m_gaps);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    connect(m_text, &QLineEdit::textEdited, &m_typing, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, &RowFilterBar::filterWanted);
    connect(&m_typing, &QTimer::timeout, this, &RowFilterBar::filterWanted);
    connect(m_gaps, &QCheckBox::toggled, this, &RowFilterBar::filterWanted);
    connect(this, &RowFilterBar::filterWanted, &m_typing, &QTimer::stop);
    retranslate();
}

QString RowFilterBar::filter() const
{
    const QString text = m_text->text().trimmed();
    if (!m_gaps->isChecked())
        return text;
    return text.isEmpty() ? QStringLiteral("missing") : QStringLiteral("missing & %1").arg(text);
}

void RowFilterBar::clear()
{
    const QSignalBlocker blocker(m_gaps);
    m_typing.stop();
    m_text->clear();
    m_gaps->setChecked(false);
    setProblem({});
}

void RowFilterBar::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void RowFilterBar::takeFocus()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RowFilterBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// What the text does not want itself comes here.
void RowFilterBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || m_text->text().isEmpty())
        return QWidget::keyPressEvent(event);
    m_text->clear();
    emit filterWanted();
}

void RowFilterBar::retranslate()
{
    m_text->setAccessibleName(tr("Filter"));
    m_text->setPlaceholderText(tr("Filter: a text, or a condition such as column < 5"));
    m_text->setToolTip(tr("<p>Shows only the rows that fit. Write</p><table>"
                          "<tr><td><b>ana</b>&nbsp;&nbsp;</td><td>some cell contains the text</td></tr>"
                          "<tr><td><b>speed &lt; 5</b>&nbsp;&nbsp;</td><td>also = != &lt;= &gt; &gt;=</td></tr>"
                          "<tr><td><b>class = setosa</b>&nbsp;&nbsp;</td><td>exactly this category</td></tr>"
                          "<tr><td><b>speed = missing</b>&nbsp;&nbsp;</td><td>the value is not there</td></tr>"
                          "<tr><td><b>missing</b>&nbsp;&nbsp;</td><td>some value of the row is not there</td></tr>"
                          "<tr><td><b>… &amp; …</b>&nbsp;&nbsp;</td><td>both conditions</td></tr></table>"));
    m_gaps->setText(tr("Only rows with gaps"));
    m_gaps->setToolTip(tr("Shows only the rows in which some value is missing."));
}

}

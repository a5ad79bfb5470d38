#include "ui/widgets/find_bar.h"

#include "ui/widgets/code_view.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace broto::ui {

namespace {
constexpr int findWidth = 180;
constexpr int countWidth = 84;
}

FindBar::FindBar(CodeView& code, QWidget* parent)
    : QWidget(parent),
      m_code(code),
      m_field(new QLineEdit(this)),
      m_count(makeLabel(Type::Note, Tone::Muted, this)),
      m_previous(new QToolButton(this)),
      m_next(new QToolButton(this))
{
    m_field->setObjectName(QStringLiteral("findInCode"));
    m_field->setClearButtonEnabled(true);
    setTextWidth(*m_field, findWidth);
    m_field->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("hits"));
    setLeastTextWidth(*m_count, countWidth);
    m_previous->setObjectName(QStringLiteral("previousHit"));
    m_previous->setIcon(icon(QStringLiteral("chevron-up")));
    m_next->setObjectName(QStringLiteral("nextHit"));
    m_next->setIcon(icon(QStringLiteral("chevron-down")));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    for (QWidget* part : std::initializer_list<QWidget*>{m_field, m_previous, m_next, m_count})
        layout->addWidget(part);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_code.search(text);
        m_code.goToHit(1);
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { m_code.goToHit(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_code.goToHit(1); });
    connect(&code, &CodeView::hitsChanged, this, &FindBar::refresh);
    retranslate();
}

void FindBar::begin()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::refresh()
{
    const int count = m_code.hitCount(), current = m_code.currentHit();
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    m_count->setText(m_field->text().isEmpty() ? QString()
                     : count == 0              ? tr("not found")
                     : current < 0             ? tr("%Ln place(s)", nullptr, count)
                                               : tr("%1 of %2").arg(countText(current + 1), countText(count)));
}

bool FindBar::eventFilter(QObject* object, QEvent* event)
{
    if (object != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if ((enter && key->modifiers().testFlag(Qt::ShiftModifier)) || key->matches(QKeySequence::FindPrevious))
        m_code.goToHit(-1);
    else if (enter || key->matches(QKeySequence::FindNext))
        m_code.goToHit(1);
    else if (key->key() == Qt::Key_Escape) {
        m_field->clear();
        m_code.setFocus(Qt::OtherFocusReason);
    } else
        return false;
    return true;
}

void FindBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FindBar::retranslate()
{
    m_field->setPlaceholderText(tr("Find in the code"));
    m_field->setAccessibleName(tr("Find in the code"));
    m_field->setToolTip(tr("Finds a text in all of the code, folded or not (Ctrl+F); Enter goes on, Esc ends."));
    m_previous->setToolTip(tr("The place before (Shift+F3)."));
    m_previous->setAccessibleName(tr("Previous place"));
    m_next->setToolTip(tr("The next place (F3)."));
    m_next->setAccessibleName(tr("Next place"));
    m_count->setToolTip(tr("Which of the places is marked, and how many there are."));
    refresh();
}

}

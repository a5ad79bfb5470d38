#include "ui/widgets/check_list.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace broto::ui {

CheckList::CheckList(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_rows(new QVBoxLayout), m_state(makeLabel(Type::Text, Tone::Muted, this))
{
    m_state->setObjectName(QStringLiteral("checksState"));
    m_state->setWordWrap(true);
    m_rows->setSpacing(space::hair);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::hair, 0, 0);
    layout->addWidget(m_state);
    layout->addLayout(m_rows);
    layout->addStretch(1);
    connect(&document, &Document::checksChanged, this, &CheckList::refresh);
    connect(&document, &Document::dataChanged, this, &CheckList::refresh);
    refresh();
}

void CheckList::refresh()
{
    if (m_shown != m_document.checks() || m_dataset != m_document.dataset())
        rebuild();
    // A remedy is made for the choices that were looked at: it must not take back what has been chosen since.
    for (CheckRow* row : findChildren<CheckRow*>())
        row->setRemedyEnabled(m_document.checksAreCurrent());
    if (m_document.checksAreCurrent())
        moveFocus();
    refreshState();
}

void CheckList::rebuild()
{
    m_shown = m_document.checks();
    m_dataset = m_document.dataset();
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_document.project().source)
        return;
    std::vector<std::string> headers;
    for (const Column& column : m_document.project().source->table->columns)
        headers.push_back(column.header);
    std::vector<DataCheck> checks = m_shown ? *m_shown : std::vector<DataCheck>();
    std::ranges::stable_sort(checks, [](const DataCheck& a, const DataCheck& b) { return a.severity > b.severity; });
    for (const DataCheck& check : checks)
        addRow(check, headers);
    if (m_dataset)
        for (const Message& warning : m_dataset->warnings)
            addRow({DataCheck::Severity::Note, warning, {}, {}, {}}, headers);
}

void CheckList::addRow(const DataCheck& check, const std::vector<std::string>& headers)
{
    auto* row = new CheckRow(check, headers, this);
    m_rows->addWidget(row);
    connect(row, &CheckRow::columnWanted, this, &CheckList::columnWanted);
    connect(row, &CheckRow::remedyWanted, this, [this, check, row] { apply(check, row); });
}

/// The button goes with its check, or waits for new ones: the focus must not run to some other part of the page.
void CheckList::apply(const DataCheck& check, const CheckRow* row)
{
    const bool makesWindows = check.remedied.windows && !m_document.project().data.windows;
    m_applied = m_rows->indexOf(row);
    setFocus(Qt::OtherFocusReason);
    DataEdits(m_document).apply(check);
    if (!makesWindows)
        return;
    m_applied = -1;
    emit windowsMade();
}

/// To the check that has come into the place of the one that is mended, or the next.
void CheckList::moveFocus()
{
    const int from = std::exchange(m_applied, -1);
    if (from < 0 || !hasFocus())
        return;
    for (int i = 0; i < m_rows->count(); ++i) {
        auto* row = qobject_cast<CheckRow*>(m_rows->itemAt((from + i) % m_rows->count())->widget());
        if (row && row->takeFocus())
            return;
    }
    emit focusIsFree();
}

void CheckList::refreshState()
{
    m_state->setVisible(!m_shown || m_shown->empty());
    setTone(*m_state, m_shown ? Tone::Good : Tone::Muted);
    if (m_shown)
        m_state->setText(tr("No problems found. The data are ready for training."));
    else if (m_document.problem(Stage::Data))
        m_state->setText(columnWith(Role::Target, m_document.project().data)
                             ? tr("Checks appear once what is said on this page is mended.")
                             : tr("Checks appear once a target is chosen."));
    else
        m_state->setText(tr("Looking at the data…"));
}

void CheckList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
        refresh();
    }
    QWidget::changeEvent(event);
}

}

#include "ui/widgets/check_list.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

CheckList::CheckList(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_rows(new QVBoxLayout), m_state(makeLabel(Type::Text, Tone::Muted, this))
{
    m_state->setObjectName(QStringLiteral("checksState"));
    m_state->setWordWrap(true);
    m_rows->setSpacing(space::hair);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
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
    if (m_document.empty())
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
    connect(row, &CheckRow::remedyWanted, this, [this, check] { DataEdits(m_document).apply(check); });
}

void CheckList::refreshState()
{
    m_state->setVisible(!m_shown || m_shown->empty());
    setTone(*m_state, m_shown ? Tone::Good : Tone::Muted);
    if (m_shown)
        m_state->setText(tr("Nothing was found that deceives. The data are ready for training."));
    else if (m_document.problem(Stage::Data))
        m_state->setText(tr("The data can be looked at once they can be made ready."));
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

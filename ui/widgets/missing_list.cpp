#include "ui/widgets/missing_list.h"

#include "data/column_roles.h"
#include "ui/document/document.h"
#include "ui/widgets/choice_texts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

QString consequence(const Column& column, std::size_t index, const DataChoices& choices)
{
    const ColumnChoice& choice = choices.columns[index];
    switch (choice.role) {
    case Role::Feature:
        return missingPolicyText(choice.missing.value_or(usualMissingPolicy(column, choices)));
    case Role::Target:
        return MissingList::tr("these rows are left out: nothing can be learned from them");
    case Role::Ignore:
    case Role::Group:
    case Role::Time:
        break;
    }
    return roleText(choice.role);
}

}

MissingList::MissingList(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_note(makeLabel(Type::Text, Tone::Muted, this))
{
    m_note->setObjectName(QStringLiteral("missingNote"));
    m_note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_note);
    layout->addStretch(1);
    connect(&document, &Document::dataChanged, this, &MissingList::refresh);
    refresh();
}

void MissingList::refresh()
{
    delete m_list;
    m_list = new QWidget(this);
    m_rows = new QGridLayout(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(space::large);
    m_rows->setVerticalSpacing(2);
    m_rows->setColumnStretch(2, 1);
    const Project& project = m_document.project();
    bool any = false;
    for (std::size_t i = 0; project.source && i < project.data.columns.size(); ++i)
        any = addColumn(i) || any;
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_list);
    m_list->show();
    m_note->setText(any ? tr("Choose a column to say what stands for its missing values.")
                        : tr("Every column has all of its values. Should one hold a number that means “missing”, such "
                             "as −200, select it in the table and name that number."));
}

bool MissingList::addColumn(std::size_t index)
{
    const Project& project = m_document.project();
    const Result<std::shared_ptr<const Column>> wanted = m_document.column(index);
    if (!wanted || (*wanted)->missing == 0)
        return false;
    const Column& column = **wanted;
    auto* name = new QPushButton(QString::fromStdString(column.header), m_list);
    setKind(*name, ButtonKind::Link);
    name->setCursor(Qt::PointingHandCursor);
    name->setToolTip(tr("Shows this column, where what stands for its missing values is chosen"));
    connect(name, &QPushButton::clicked, this, [this, index] { emit columnWanted(index); });
    QLabel* count = makeLabel(Type::Text, Tone::Plain, m_list);
    setTableFont(*count);
    count->setText(tr("%1 of %2")
                       .arg(countText(static_cast<std::int64_t>(column.missing)),
                            countText(static_cast<std::int64_t>(project.source->table->rows))));
    QLabel* stands = makeLabel(Type::Text, Tone::Muted, m_list);
    stands->setText(consequence(column, index, project.data));
    const int row = m_rows->rowCount();
    m_rows->addWidget(name, row, 0, Qt::AlignLeft);
    m_rows->addWidget(count, row, 1, Qt::AlignRight);
    m_rows->addWidget(stands, row, 2);
    return true;
}

void MissingList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

}

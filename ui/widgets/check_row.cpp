#include "ui/widgets/check_row.h"

#include "project/choice_names.h"
#include "ui/document/linked_text.h"
#include "ui/document/message_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace broto::ui {

namespace {

constexpr int iconSize = 20;

}

QString severityText(DataCheck::Severity severity)
{
    return messageText(nameOf(severity));
}

CheckRow::CheckRow(const DataCheck& check, const std::vector<std::string>& headers, QWidget* parent)
    : QWidget(parent), m_severity(check.severity)
{
    auto* text = new QLabel(this);
    text->setObjectName(QStringLiteral("finding"));
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    text->setText(QStringLiteral("<b>%1.</b> %2")
                      .arg(severityText(check.severity), linkedText(check.finding, headers, check.columns)));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(iconSize + space::small, space::hair, 0, space::hair);
    layout->setSpacing(space::medium);
    layout->addWidget(text, 1, Qt::AlignTop);
    if (check.remedy) {
        m_remedy = new QPushButton(messageText(*check.remedy), this);
        m_remedy->setObjectName(QStringLiteral("remedy"));
        m_remedy->setToolTip(tr("Does this at once; it can be undone."));
        layout->addWidget(m_remedy, 0, Qt::AlignTop);
        connect(m_remedy, &QPushButton::clicked, this, &CheckRow::remedyWanted);
    }
    connect(text, &QLabel::linkActivated, this,
            [this](const QString& column) { emit columnWanted(column.toULongLong()); });
}

void CheckRow::setRemedyEnabled(bool enabled)
{
    if (m_remedy)
        m_remedy->setEnabled(enabled);
}

bool CheckRow::takeFocus()
{
    if (!m_remedy || !m_remedy->isEnabled())
        return false;
    m_remedy->setFocus(Qt::OtherFocusReason);
    return true;
}

void CheckRow::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    const bool problem = m_severity == DataCheck::Severity::Problem;
    const bool note = m_severity == DataCheck::Severity::Note;
    const QString name = problem ? QStringLiteral("error")
                         : note  ? QStringLiteral("information")
                                 : QStringLiteral("warning");
    const QColor tint = problem ? colours.error : note ? colours.accent : colours.warning;
    const QRect place(0, space::hair, iconSize, iconSize);
    QPainter painter(this);
    painter.drawPixmap(place, iconPixmap(name, place.size(), devicePixelRatioF(), tint));
}

}

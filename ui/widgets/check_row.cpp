#include "ui/widgets/check_row.h"

#include "data/column_index.h"
#include "ui/document/message_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr int iconSize = 20;

QString link(const std::string& header, std::size_t column)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(column).arg(QString::fromStdString(header).toHtmlEscaped());
}

/// The finding with the names of the check's columns as links. They stand in the message as arguments: one header, or
/// the list of all. A sign of the private use area holds their place while the sentence is translated and escaped.
QString richFinding(const DataCheck& check, const std::vector<std::string>& headers)
{
    constexpr char16_t firstPlace = 0xE000;
    std::vector<std::string> names;
    QStringList links;
    for (const std::size_t column : check.columns) {
        names.push_back(headers[column]);
        links << link(headers[column], column);
    }
    const std::string list = listedNames(names);
    QStringList places;
    Message finding = check.finding;
    for (Argument& argument : finding.arguments) {
        const auto* text = std::get_if<std::string>(&argument);
        if (!text || names.empty())
            continue;
        const auto one = std::ranges::find(names, *text);
        if (*text != list && one == names.end())
            continue;
        places << (*text == list ? links.join(QStringLiteral(", ")) : links[one - names.begin()]);
        argument = QString(QChar(static_cast<char16_t>(firstPlace + places.size() - 1))).toStdString();
    }
    QString rich = messageText(finding).toHtmlEscaped();
    for (int place = 0; place < places.size(); ++place)
        rich.replace(QChar(static_cast<char16_t>(firstPlace + place)), places[place]);
    return rich;
}

}

QString severityText(DataCheck::Severity severity)
{
    switch (severity) {
    case DataCheck::Severity::Problem:
        return CheckRow::tr("Problem");
    case DataCheck::Severity::Warning:
        return CheckRow::tr("Warning");
    case DataCheck::Severity::Note:
        return CheckRow::tr("Note");
    }
    return {};
}

CheckRow::CheckRow(const DataCheck& check, const std::vector<std::string>& headers, QWidget* parent)
    : QWidget(parent), m_severity(check.severity)
{
    auto* text = new QLabel(this);
    text->setObjectName(QStringLiteral("finding"));
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    text->setText(QStringLiteral("<b>%1.</b> %2").arg(severityText(check.severity), richFinding(check, headers)));
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

#include "ui/widgets/message_strip.h"

#include "ui/document/linked_text.h"
#include "ui/document/message_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace broto::ui {

namespace {
constexpr int edgeWidth = 4;
constexpr int signSize = 20;
}

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QToolButton(this))
{
    m_action->setObjectName(QStringLiteral("stripAction"));
    m_action->setVisible(false);
    connect(m_action, &QPushButton::clicked, this, &MessageStrip::actionWanted);
    m_text->setWordWrap(true);
    connect(m_text, &QLabel::linkActivated, this,
            [this](const QString& column) { emit columnWanted(column.toULongLong()); });
    m_close->setIcon(icon(QStringLiteral("close"), Tint::Muted));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(edgeWidth + space::medium + signSize + space::small, space::small, space::small,
                               space::small);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    setVisible(false);
    retranslate();
}

void MessageStrip::show(Severity severity, const Message& message)
{
    show(severity, message, {}, {});
}

void MessageStrip::show(Severity severity, const Message& message, std::vector<std::string> headers,
                        std::vector<std::size_t> columns)
{
    for (QPushButton* button : std::exchange(m_answerButtons, {}))
        button->deleteLater();
    m_answers.clear();
    m_headers = std::move(headers);
    m_columns = std::move(columns);
    m_severity = severity;
    m_message = message;
    retranslate();
    setVisible(true);
    update();
}

void MessageStrip::ask(Severity severity, const Message& message, std::vector<Answer> answers)
{
    show(severity, message);
    m_answers = std::move(answers);
    auto* row = static_cast<QHBoxLayout*>(layout());
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        auto* button = new QPushButton(this);
        button->setObjectName(QStringLiteral("answer%1").arg(i));
        setKind(*button, ButtonKind::Quiet);
        row->insertWidget(row->count() - 1, button); // before the cross
        connect(button, &QPushButton::clicked, this, [this, i] { answer(i); });
        button->setVisible(true); // the strip may be seen already
        m_answerButtons.push_back(button);
    }
    retranslate();
}

void MessageStrip::answer(std::size_t index)
{
    const std::function<void()> act = m_answers[index].act;
    clear();
    act();
}

void MessageStrip::setAction(const QString& text, const QString& toolTip)
{
    m_action->setText(text);
    m_action->setToolTip(toolTip);
    m_action->setVisible(!text.isEmpty());
}

void MessageStrip::clear()
{
    m_message.reset();
    setVisible(false);
}

QString MessageStrip::text() const
{
    return m_message ? messageText(*m_message) : QString();
}

void MessageStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MessageStrip::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    const QColor tint = m_severity == Severity::Error     ? colours.error
                        : m_severity == Severity::Warning ? colours.warning
                                                          : colours.accent;
    const char* name = m_severity == Severity::Error     ? "error"
                       : m_severity == Severity::Warning ? "warning"
                                                         : "information";
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(0, 0, edgeWidth, height()), 2, 2);
    const QRect place(edgeWidth + space::medium, space::small + 2, signSize, signSize);
    painter.drawPixmap(place, iconPixmap(QString::fromLatin1(name), place.size(), devicePixelRatioF(), tint));
}

void MessageStrip::retranslate()
{
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    for (std::size_t i = 0; i < m_answerButtons.size(); ++i)
        m_answerButtons[i]->setText(QCoreApplication::translate("Answers", m_answers[i].text));
    if (!m_message)
        return;
    const bool links = !m_columns.empty();
    m_text->setTextFormat(links ? Qt::RichText : Qt::PlainText);
    m_text->setTextInteractionFlags(links ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard
                                          : Qt::TextInteractionFlags(Qt::TextSelectableByMouse));
    m_text->setText(links ? linkedText(*m_message, m_headers, m_columns) : messageText(*m_message));
}

}

#include "ui/widgets/message_stack.h"

#include "ui/widgets/message_strip.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

bool same(const Message& a, const Message& b)
{
    return a.id == b.id && a.text == b.text && a.arguments == b.arguments;
}

}

MessageStack::MessageStack(QWidget* parent) : QWidget(parent), m_strips(new QVBoxLayout), m_more(new QPushButton(this))
{
    setKind(*m_more, ButtonKind::Link);
    m_more->setObjectName(QStringLiteral("moreMessages"));
    m_strips->setSpacing(space::hair);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addLayout(m_strips);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        rebuild();
    });
    rebuild();
}

void MessageStack::show(const std::vector<Message>& messages, std::vector<std::string> headers)
{
    m_headers = std::move(headers);
    std::vector<Entry> entries;
    for (const Message& message : messages) {
        const auto before = std::ranges::find_if(m_entries, [&](const Entry& e) { return same(e.message, message); });
        entries.push_back({message, before != m_entries.end() && before->closed});
    }
    const bool unchanged = std::ranges::equal(
        entries, m_entries, [](const Entry& a, const Entry& b) { return same(a.message, b.message); });
    if (unchanged)
        return;
    m_entries = std::move(entries);
    m_unfolded = false;
    rebuild();
}

std::vector<std::size_t> MessageStack::columnsIn(const Message& message) const
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_headers.size(); ++i) {
        if (std::ranges::find(message.arguments, Argument(m_headers[i])) != message.arguments.end())
            columns.push_back(i);
    }
    return columns;
}

void MessageStack::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void MessageStack::rebuild()
{
    while (QLayoutItem* item = m_strips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    std::size_t open = 0, shown = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].closed)
            continue;
        ++open;
        if (!m_unfolded && shown >= mostShown)
            continue;
        ++shown;
        auto* strip = new MessageStrip(this);
        m_strips->addWidget(strip);
        const Message& message = m_entries[i].message;
        strip->show(Severity::Warning, message, m_headers, columnsIn(message));
        connect(strip, &MessageStrip::columnWanted, this,
                [this, message](std::size_t column) { emit columnWanted(column, message); });
        connect(strip, &MessageStrip::closed, this, [this, i] { close(i); });
    }
    setVisible(open > 0);
    m_more->setVisible(open > mostShown);
    m_more->setToolTip(tr("There is more to know about how the table was read"));
    m_more->setText(m_unfolded ? tr("Show fewer")
                               : tr("%Ln more", nullptr, static_cast<int>(open - std::min(open, mostShown))));
}

void MessageStack::close(std::size_t index)
{
    m_entries[index].closed = true;
    rebuild();
}

}

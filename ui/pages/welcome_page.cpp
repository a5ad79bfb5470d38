#include "ui/pages/welcome_page.h"

#include "data/samples.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/sample_card.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int widest = 900;
constexpr int mostRecent = 5;

struct CardText {
    const char* id;
    const char* title;
    const char* line;
};
constexpr CardText cardTexts[] = {
    {"obd-emissions", QT_TRANSLATE_NOOP("Samples", "CO₂ from a car's own sensors"),
     QT_TRANSLATE_NOOP("Samples", "Learn grams per second from pressure, temperature, revolutions and speed")},
    {"iris", QT_TRANSLATE_NOOP("Samples", "Iris"),
     QT_TRANSLATE_NOOP("Samples", "Tell three flowers apart by four lengths")},
    {"sine", QT_TRANSLATE_NOOP("Samples", "Sine"),
     QT_TRANSLATE_NOOP("Samples", "Learn a curve from noisy points: one number in, one out")},
};

}

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent),
      m_title(makeLabel(Type::Title, Tone::Plain, this)),
      m_subtitle(makeLabel(Type::Text, Tone::Muted, this)),
      m_recentTitle(makeLabel(Type::Heading, Tone::Plain, this)),
      m_messages(new MessageStrip(this))
{
    auto* cards = new QHBoxLayout;
    cards->setSpacing(space::large);
    for (const CardText& text : cardTexts) {
        for (const Sample& sample : samples()) {
            if (sample.id != text.id)
                continue;
            auto* card = new SampleCard(QStringLiteral("sample-%1").arg(QLatin1String(text.id)), this);
            card->setObjectName(QStringLiteral("sample_%1").arg(QLatin1String(text.id)));
            connect(card, &QAbstractButton::clicked, this, [this, &sample] { emit sampleWanted(sample); });
            cards->addWidget(card, 1);
            m_cards.emplace_back(card, &sample);
        }
    }
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);

    auto* middle = new QWidget(this);
    middle->setMaximumWidth(widest);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addWidget(m_messages);
    column->addSpacing(space::medium);
    column->addLayout(cards);
    column->addSpacing(space::medium);
    column->addWidget(makeDropArea());
    column->addSpacing(space::medium);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
    layout->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(2);
    setRecent({});
    retranslate();
}

QWidget* WelcomePage::makeDropArea()
{
    QFrame* area = makeCard(this);
    m_drop = makeLabel(Type::Text, Tone::Muted, area);
    m_choose = new QPushButton(area);
    m_choose->setObjectName(QStringLiteral("chooseFile"));
    m_choose->setIcon(icon(QStringLiteral("file"), Tint::Accent));
    auto* layout = new QHBoxLayout(area);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->addWidget(m_drop, 1);
    layout->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &WelcomePage::fileWanted);
    return area;
}

void WelcomePage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths.mid(0, mostRecent)) {
        auto* button = new QPushButton(this);
        button->setText(QStringLiteral("%1   ·   %2").arg(QFileInfo(path).fileName(), QFileInfo(path).path()));
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        setKind(*button, ButtonKind::Quiet);
        connect(button, &QPushButton::clicked, this, [this, path] { emit recentWanted(path); });
        m_recent->addWidget(button);
    }
    m_recentTitle->setVisible(!paths.isEmpty());
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("From a table of readings to a board that answers"));
    m_subtitle->setText(tr("Start with a sample, or with a table of your own."));
    m_drop->setText(tr("Drop a CSV file anywhere on this window, or choose one."));
    m_choose->setText(tr("Choose a file…"));
    m_recentTitle->setText(tr("Recent projects"));
    for (const auto& [card, sample] : m_cards)
        for (const CardText& text : cardTexts)
            if (sample->id == text.id)
                card->setTexts(QCoreApplication::translate("Samples", text.title),
                               QCoreApplication::translate("Samples", text.line));
}

}

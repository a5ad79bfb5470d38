#include "ui/pages/welcome_page.h"

#include "data/samples.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/explain_button.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/recovery_list.h"
#include "ui/widgets/sample_card.h"
#include "ui/widgets/sample_texts.h"
#include "ui/widgets/theme.h"

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

/// The first samples get a card with their picture, the others a button.
constexpr std::size_t cards = 3;

}

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent),
      m_title(makeLabel(Type::Title, Tone::Plain, this)),
      m_subtitle(makeLabel(Type::Text, Tone::Muted, this)),
      m_moreSamples(makeLabel(Type::Text, Tone::Muted, this)),
      m_recentTitle(makeLabel(Type::Heading, Tone::Plain, this)),
      m_messages(new MessageStrip(this)),
      m_left(new RecoveryList(this))
{
    m_tour = new QPushButton(icon(QStringLiteral("lessons"), Tint::Accent), QString(), this);
    m_tour->setObjectName(QStringLiteral("tour"));
    setKind(*m_tour, ButtonKind::Link);
    connect(m_tour, &QPushButton::clicked, this, &WelcomePage::tourWanted);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);

    auto* explain = new ExplainButton(this);
    connect(explain, &QToolButton::clicked, this, &WelcomePage::explanationWanted);
    auto* title = new QHBoxLayout;
    title->addWidget(m_title, 1);
    title->addWidget(explain, 0, Qt::AlignTop);

    auto* middle = new QWidget(this);
    middle->setMaximumWidth(widest);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(title);
    column->addWidget(m_subtitle);
    column->addWidget(m_tour, 0, Qt::AlignLeft);
    column->addWidget(m_left);
    column->addWidget(m_messages);
    column->addSpacing(space::medium);
    addSamples(*column);
    column->addSpacing(space::medium);
    column->addWidget(makeDropArea());
    column->addSpacing(space::medium);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    auto* content = new QWidget(this);
    auto* page = new QVBoxLayout(content);
    page->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
    page->addStretch(1);
    page->addLayout(row);
    page->addStretch(2);
    auto* scroll = new ColumnScroll(this); // what was left and what is recent may be more than a low screen holds
    scroll->hold(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setRecent({});
    retranslate();
}

void WelcomePage::addSamples(QVBoxLayout& column)
{
    auto* cardRow = new QHBoxLayout;
    cardRow->setSpacing(space::large);
    auto* buttonRow = new QHBoxLayout;
    buttonRow->setSpacing(space::small);
    buttonRow->addWidget(m_moreSamples);
    for (const Sample* sample : samplesInOrder())
        addSample(*sample, m_samples.size() < cards ? *cardRow : *buttonRow);
    buttonRow->addStretch(1);
    column.addLayout(cardRow);
    column.addSpacing(space::small);
    column.addLayout(buttonRow);
}

void WelcomePage::addSample(const Sample& sample, QHBoxLayout& row)
{
    const QString name = QString::fromUtf8(sample.id.data(), static_cast<qsizetype>(sample.id.size()));
    QAbstractButton* button = nullptr;
    if (m_samples.size() < cards) {
        button = new SampleCard(QStringLiteral("sample-") + name, this);
        row.addWidget(button, 1);
    } else {
        auto* plain = new QPushButton(this);
        setKind(*plain, ButtonKind::Quiet);
        button = plain;
        row.addWidget(button);
    }
    button->setObjectName(QStringLiteral("sample_") + name);
    connect(button, &QAbstractButton::clicked, this, [this, &sample] { emit sampleWanted(sample); });
    m_samples.emplace_back(button, &sample);
}

QWidget* WelcomePage::makeDropArea()
{
    QFrame* area = makeCard(this);
    m_drop = makeLabel(Type::Text, Tone::Muted, area);
    m_drop->setWordWrap(true);
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
    QWidget* before = m_choose;
    for (const QString& path : paths.mid(0, mostRecent)) {
        auto* button = new QPushButton(this);
        button->setText(QStringLiteral("%1   ·   %2").arg(QFileInfo(path).fileName(), QFileInfo(path).path()));
        setKind(*button, ButtonKind::Link);
        connect(button, &QPushButton::clicked, this, [this, path] { emit recentWanted(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
        setTabOrder(before, button);
        before = button;
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
    m_tour->setText(tr("New here? Take the five-minute tour"));
    m_tour->setToolTip(tr("Opens a small table and shows the six steps beside the pages."));
    m_drop->setText(
        tr("Drop a CSV file, a project or a model (.tflite, .onnx) anywhere on this window, or choose one."));
    m_choose->setText(tr("Choose a file…"));
    m_recentTitle->setText(tr("Recent projects"));
    m_moreSamples->setText(tr("More samples:"));
    for (const auto& [button, sample] : m_samples) {
        if (auto* card = qobject_cast<SampleCard*>(button)) {
            card->setTexts(sampleTitle(*sample), sampleLine(*sample));
        } else {
            button->setText(sampleTitle(*sample));
            button->setToolTip(sampleLine(*sample));
        }
    }
}

}

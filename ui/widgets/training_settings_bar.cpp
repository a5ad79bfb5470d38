#include "ui/widgets/training_settings_bar.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_spin.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/training_options.h"
#include "ui/widgets/training_texts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int leastFieldWidth = 72;
constexpr int mostBatch = 65'536, mostSeed = 999'999;

QSpinBox* makeSpin(const char* name, int least, int most, QWidget* parent)
{
    auto* spin = new QSpinBox(parent);
    spin->setObjectName(QLatin1String(name));
    spin->setRange(least, most);
    spin->setKeyboardTracking(false);
    return spin;
}

}

TrainingSettingsBar::TrainingSettingsBar(QWidget* parent)
    : QWidget(parent),
      m_epochs(makeSpin("epochs", 1, mostEpochs, this)),
      m_batch(makeSpin("batch", 1, mostBatch, this)),
      m_rate(new NumberSpin(this)),
      m_optimizer(new QComboBox(this)),
      m_seed(makeSpin("trainingSeed", 0, mostSeed, this)),
      m_more(new QToolButton(this)),
      m_options(new TrainingOptions(this))
{
    m_epochs->setSingleStep(50);
    m_rate->setObjectName(QStringLiteral("learningRate"));
    m_rate->setRange(1e-7, 1e6);
    m_optimizer->setObjectName(QStringLiteral("optimizer"));
    for (Optimizer optimizer : allOptimizers)
        m_optimizer->addItem(optimizerText(optimizer), static_cast<int>(optimizer));
    m_more->setObjectName(QStringLiteral("moreSettings"));
    setKind(*m_more, ButtonKind::Menu);
    m_more->setIcon(icon(QStringLiteral("settings")));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    for (QWidget* field : std::initializer_list<QWidget*>{m_epochs, m_batch, m_rate, m_optimizer, m_seed}) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        QLabel* label = makeElidedLabel(Type::Note, Tone::Muted, {}, this); // a long word makes no field wide
        label->setBuddy(field);
        m_labels.push_back(label);
        column->addWidget(label);
        column->addWidget(field);
        if (field != m_optimizer) // as wide as its longest name
            setLeastTextWidth(*field, leastFieldWidth);
        layout->addLayout(column, field == m_rate ? 7 : 5); // its name is the longest
    }
    layout->addWidget(m_more, 0, Qt::AlignBottom);
    connect(m_more, &QToolButton::clicked, this, [this] { m_options->openBelow(*m_more); });
    connect(m_options, &TrainingOptions::settingsWanted, this, &TrainingSettingsBar::settingsWanted);
    for (QSpinBox* spin : {m_epochs, m_batch, m_seed})
        connect(spin, &QSpinBox::valueChanged, this, &TrainingSettingsBar::announce);
    connect(m_rate, &NumberSpin::valueChanged, this, &TrainingSettingsBar::announce);
    connect(m_optimizer, &QComboBox::activated, this, &TrainingSettingsBar::announce);
    retranslate();
}

void TrainingSettingsBar::show(const TrainingSettings& settings, const Target* target, std::size_t rows)
{
    m_options->show(settings, target, rows);
    const QSignalBlocker blockers[] = {QSignalBlocker(m_epochs), QSignalBlocker(m_batch), QSignalBlocker(m_rate),
                                       QSignalBlocker(m_optimizer), QSignalBlocker(m_seed)};
    m_settings = settings;
    m_epochs->setValue(settings.epochs);
    m_batch->setValue(settings.batch);
    m_rate->setValue(settings.learningRate);
    m_optimizer->setCurrentIndex(m_optimizer->findData(static_cast<int>(settings.optimizer)));
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(settings.seed, mostSeed)));
}

void TrainingSettingsBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrainingSettingsBar::retranslate()
{
    const QString texts[] = {tr("Epochs"), tr("Batch"), tr("Learning rate"), tr("Optimizer"), tr("Seed")};
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(texts[i]);
    m_epochs->setToolTip(tr("How often the network sees every training row."));
    m_batch->setToolTip(tr("How many rows are looked at before each step: few are lively, many are steady and fast."));
    m_rate->setToolTip(tr("How long a step is: too long and the loss leaps, too short and it crawls."));
    m_seed->setToolTip(tr("The same seed gives the same weights, to the last bit."));
    m_optimizer->setToolTip(tr("How a slope becomes a step."));
    for (int i = 0; i < m_optimizer->count(); ++i) {
        const auto optimizer = static_cast<Optimizer>(m_optimizer->itemData(i).toInt());
        m_optimizer->setItemText(i, optimizerText(optimizer));
        m_optimizer->setItemData(i, optimizerExplanation(optimizer), Qt::ToolTipRole);
    }
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Schedule, loss, penalties and the other settings."));
}

void TrainingSettingsBar::announce()
{
    // A field that was not touched keeps its exact value, even one that the field rounds.
    TrainingSettings wanted = m_settings;
    if (sender() == m_epochs)
        wanted.epochs = m_epochs->value();
    if (sender() == m_batch)
        wanted.batch = m_batch->value();
    if (sender() == m_rate)
        wanted.learningRate = m_rate->value();
    wanted.optimizer = static_cast<Optimizer>(m_optimizer->currentData().toInt());
    if (sender() == m_seed)
        wanted.seed = static_cast<std::uint64_t>(m_seed->value());
    if (!(wanted == m_settings))
        emit settingsWanted(wanted);
}

}

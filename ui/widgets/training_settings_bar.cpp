#include "ui/widgets/training_settings_bar.h"

#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int leastWidth = 80;
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
      m_rate(new QDoubleSpinBox(this)),
      m_optimizer(new QComboBox(this)),
      m_seed(makeSpin("trainingSeed", 0, mostSeed, this))
{
    m_epochs->setSingleStep(50);
    m_rate->setObjectName(QStringLiteral("learningRate"));
    m_rate->setDecimals(4);
    m_rate->setRange(0.0001, 10);
    m_rate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_rate->setKeyboardTracking(false);
    m_optimizer->setObjectName(QStringLiteral("optimizer"));
    const char* const names[] = {"SGD", "Momentum", "Nesterov", "RMSprop", "Adam", "AdamW", "Adamax"};
    for (const Optimizer optimizer : allOptimizers)
        m_optimizer->addItem(QLatin1String(names[static_cast<int>(optimizer)]), static_cast<int>(optimizer));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    for (QWidget* field : std::initializer_list<QWidget*>{m_epochs, m_batch, m_rate, m_optimizer, m_seed}) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        QLabel* label = makeLabel(Type::Note, Tone::Muted, this);
        label->setBuddy(field);
        m_labels.push_back(label);
        column->addWidget(label);
        column->addWidget(field);
        if (field != m_optimizer) // as wide as its longest name
            field->setMinimumWidth(field == m_rate ? 100 : leastWidth);
        layout->addLayout(column, field == m_rate ? 5 : 4);
    }
    for (QSpinBox* spin : {m_epochs, m_batch, m_seed})
        connect(spin, &QSpinBox::valueChanged, this, &TrainingSettingsBar::announce);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &TrainingSettingsBar::announce);
    connect(m_optimizer, &QComboBox::activated, this, &TrainingSettingsBar::announce);
    retranslate();
}

void TrainingSettingsBar::show(const TrainingSettings& settings)
{
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
    m_seed->setToolTip(tr("The same seed gives the same weights, to the last bit."));
}

void TrainingSettingsBar::announce()
{
    // A field that was not touched keeps its exact value, even one that the field rounds.
    TrainingSettings wanted = m_settings;
    wanted.epochs = m_epochs->value();
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

#include "ui/widgets/training_options.h"

#include "training/weight_decay.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_spin.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/training_texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr int fieldWidth = 150;
constexpr int byTask = -1; ///< the entry of the loss that fits the target

QComboBox* makeCombo(const char* name, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setObjectName(QLatin1String(name));
    return combo;
}

QSpinBox* makeEpochs(const char* name, QWidget* parent)
{
    auto* spin = new QSpinBox(parent);
    spin->setObjectName(QLatin1String(name));
    spin->setRange(0, mostEpochs);
    spin->setKeyboardTracking(false);
    return spin;
}

NumberSpin* makeNumber(const char* name, double most, QWidget* parent)
{
    auto* spin = new NumberSpin(parent);
    spin->setObjectName(QLatin1String(name));
    spin->setRange(0, most);
    return spin;
}

/// What the bar shows stays.
TrainingSettings withDefaultOptions(const TrainingSettings& settings)
{
    TrainingSettings defaults;
    defaults.epochs = settings.epochs;
    defaults.batch = settings.batch;
    defaults.seed = settings.seed;
    defaults.optimizer = settings.optimizer;
    defaults.learningRate = settings.learningRate;
    return defaults;
}

template<class Choices, class Text, class Explanation>
void name(QComboBox& combo, const Choices& choices, Text text, Explanation explanation)
{
    for (const auto choice : choices) {
        const int value = static_cast<int>(choice);
        if (combo.findData(value) < 0)
            combo.addItem(QString(), value);
        const int item = combo.findData(value);
        combo.setItemText(item, text(choice));
        combo.setItemData(item, explanation(choice), Qt::ToolTipRole);
    }
}

}

TrainingOptions::TrainingOptions(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("trainingOptions"));
    setProperty("card", true);
    makeFields();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::medium);
    layout->addWidget(makeGroups());
    layout->addWidget(m_defaults, 0, Qt::AlignRight);
    retranslate();
}

void TrainingOptions::makeFields()
{
    m_schedule = makeCombo("schedule", this);
    m_warmUp = makeEpochs("warmUp", this);
    m_momentum = makeNumber("momentum", 0.999, this);
    m_decay = makeNumber("weightDecay", 10, this);
    m_decayByRows = new QCheckBox(this);
    m_decayByRows->setObjectName(QStringLiteral("decayByRows"));
    m_loss = makeCombo("loss", this);
    m_classWeights = makeCombo("classWeights", this);
    m_labelSmoothing = makeNumber("labelSmoothing", 0.9, this);
    m_l1 = makeNumber("l1", 10, this);
    m_l2 = makeNumber("l2", 10, this);
    m_patience = makeEpochs("patience", this);
    m_initialiser = makeCombo("initialiser", this);
    m_clipping = makeNumber("clipping", 1e6, this);
    m_defaults = new QPushButton(this);
    m_defaults->setObjectName(QStringLiteral("defaultSettings"));
    setKind(*m_defaults, ButtonKind::Quiet);

    const auto chosen = [this](QComboBox* combo, void (*set)(TrainingSettings&, int)) {
        connect(combo, &QComboBox::activated, this, [this, combo, set] {
            want([&](TrainingSettings& settings) { set(settings, combo->currentData().toInt()); });
        });
    };
    const auto counted = [this](QSpinBox* spin, int TrainingSettings::*field) {
        connect(spin, &QSpinBox::valueChanged, this,
                [this, field](int value) { want([&](TrainingSettings& settings) { settings.*field = value; }); });
    };
    const auto measured = [this](NumberSpin* spin, double TrainingSettings::*field) {
        connect(spin, &NumberSpin::valueChanged, this,
                [this, field](double value) { want([&](TrainingSettings& settings) { settings.*field = value; }); });
    };
    chosen(m_schedule, [](TrainingSettings& s, int value) { s.schedule = static_cast<Schedule>(value); });
    chosen(m_initialiser, [](TrainingSettings& s, int value) { s.initialiser = static_cast<Initialiser>(value); });
    chosen(m_classWeights, [](TrainingSettings& s, int value) { s.classWeights = static_cast<ClassWeights>(value); });
    chosen(m_loss, [](TrainingSettings& s, int value) {
        s.loss = value == byTask ? std::optional<Loss>() : static_cast<Loss>(value);
    });
    counted(m_warmUp, &TrainingSettings::warmUpEpochs);
    counted(m_patience, &TrainingSettings::patience);
    measured(m_momentum, &TrainingSettings::momentum);
    measured(m_labelSmoothing, &TrainingSettings::labelSmoothing);
    measured(m_l1, &TrainingSettings::l1);
    measured(m_l2, &TrainingSettings::l2);
    measured(m_clipping, &TrainingSettings::largestGradient);
    connect(m_decay, &NumberSpin::valueChanged, this,
            [this](double value) { want([&](TrainingSettings& settings) { settings.weightDecay = value; }); });
    connect(m_decayByRows, &QCheckBox::clicked, this, [this](bool byRows) {
        want([&](TrainingSettings& settings) {
            settings.weightDecay = byRows ? std::optional<double>() : m_decay->value();
        });
    });
    connect(m_defaults, &QPushButton::clicked, this,
            [this] { want([](TrainingSettings& settings) { settings = withDefaultOptions(settings); }); });
}

QWidget* TrainingOptions::makeGroups()
{
    auto* groups = new QWidget(this);
    auto* columns = new QHBoxLayout(groups);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::huge);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (QVBoxLayout* column : {left, right}) {
        column->setSpacing(space::medium);
        columns->addLayout(column);
    }
    QFormLayout* steps = addGroup(left);
    for (QWidget* field : std::initializer_list<QWidget*>{m_schedule, m_warmUp, m_momentum})
        addRow(steps, field);
    QFormLayout* start = addGroup(left);
    for (QWidget* field : std::initializer_list<QWidget*>{m_initialiser, m_clipping})
        addRow(start, field);
    left->addStretch(1);
    QFormLayout* loss = addGroup(right);
    for (QWidget* field : std::initializer_list<QWidget*>{m_loss, m_classWeights, m_labelSmoothing})
        addRow(loss, field);
    QFormLayout* overfitting = addGroup(right);
    for (QWidget* field : std::initializer_list<QWidget*>{m_decay, m_l1, m_l2, m_patience})
        addRow(overfitting, field);
    overfitting->insertRow(1, QString(), m_decayByRows);
    right->addStretch(1);
    return groups;
}

QFormLayout* TrainingOptions::addGroup(QVBoxLayout* column)
{
    QLabel* heading = makeLabel(Type::Heading, Tone::Plain, this);
    m_headings.push_back(heading);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::small);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* group = new QVBoxLayout;
    group->setSpacing(space::small);
    group->addWidget(heading);
    group->addLayout(form);
    column->addLayout(group);
    return form;
}

void TrainingOptions::addRow(QFormLayout* form, QWidget* field)
{
    QLabel* label = makeLabel(Type::Text, Tone::Muted, this);
    label->setBuddy(field);
    m_labels.push_back(label);
    setLeastTextWidth(*field, fieldWidth);
    form->addRow(label, field);
}

void TrainingOptions::show(const TrainingSettings& settings, const Target* target, std::size_t rows)
{
    const std::initializer_list<QObject*> fields = {
        m_schedule, m_warmUp,   m_momentum,     m_decay,          m_decayByRows, m_loss,    m_l1,
        m_l2,       m_patience, m_classWeights, m_labelSmoothing, m_initialiser, m_clipping};
    for (QObject* field : fields)
        field->blockSignals(true);
    m_settings = settings;
    m_targetKnown = target != nullptr;
    if (target)
        m_target = *target;
    m_rows = rows;
    fillLosses();
    m_schedule->setCurrentIndex(m_schedule->findData(static_cast<int>(settings.schedule)));
    m_warmUp->setValue(settings.warmUpEpochs);
    m_momentum->setValue(settings.momentum);
    m_decay->setValue(settings.weightDecay.value_or(weightDecayFor(rows)));
    m_decayByRows->setChecked(!settings.weightDecay);
    m_classWeights->setCurrentIndex(m_classWeights->findData(static_cast<int>(settings.classWeights)));
    m_labelSmoothing->setValue(settings.labelSmoothing);
    m_l1->setValue(settings.l1);
    m_l2->setValue(settings.l2);
    m_patience->setValue(settings.patience);
    m_initialiser->setCurrentIndex(m_initialiser->findData(static_cast<int>(settings.initialiser)));
    m_clipping->setValue(settings.largestGradient);
    for (QObject* field : fields)
        field->blockSignals(false);
    enableWhatCounts();
}

/// The losses that fit the target; and the one that was chosen, should it not.
void TrainingOptions::fillLosses()
{
    m_loss->clear();
    const QString fitting =
        m_targetKnown ? tr("Fits the target (%1)").arg(lossText(lossFor(m_target.task))) : tr("Fits the target");
    m_loss->addItem(fitting, byTask);
    m_loss->setItemData(0, tr("Goes by what is learned: a class or a number."), Qt::ToolTipRole);
    for (Loss loss : allLosses) {
        TrainingSettings with;
        with.loss = loss;
        if (m_settings.loss != loss && m_targetKnown && !checkTraining({}, with, m_target))
            continue;
        m_loss->addItem(lossText(loss), static_cast<int>(loss));
        m_loss->setItemData(m_loss->count() - 1, lossExplanation(loss), Qt::ToolTipRole);
    }
    m_loss->setCurrentIndex(m_loss->findData(m_settings.loss ? static_cast<int>(*m_settings.loss) : byTask));
}

void TrainingOptions::enableWhatCounts()
{
    const bool momentum = m_settings.optimizer == Optimizer::Momentum || m_settings.optimizer == Optimizer::Nesterov;
    const bool decay = m_settings.optimizer == Optimizer::AdamW;
    const bool classes = !m_targetKnown || m_target.task == Task::Classification;
    m_momentum->setEnabled(momentum);
    m_decay->setEnabled(decay && m_settings.weightDecay);
    m_decayByRows->setEnabled(decay);
    m_classWeights->setEnabled(classes);
    m_labelSmoothing->setEnabled(classes);
    m_defaults->setEnabled(!(withDefaultOptions(m_settings) == m_settings));
}

void TrainingOptions::want(const Change& change)
{
    TrainingSettings wanted = m_settings;
    change(wanted);
    if (!(wanted == m_settings))
        emit settingsWanted(wanted);
}

void TrainingOptions::openBelow(const QWidget& widget)
{
    adjustSize();
    const QRect screen = widget.screen()->availableGeometry();
    QPoint place = widget.mapToGlobal(QPoint(widget.width() - width(), widget.height() + 2));
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    setVisible(true);
    m_schedule->setFocus();
}

void TrainingOptions::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TrainingOptions::retranslate()
{
    const QString headings[] = {tr("Steps"), tr("Start and safety"), tr("Loss"), tr("Against learning by heart")};
    for (std::size_t i = 0; i < m_headings.size(); ++i)
        m_headings[i]->setText(headings[i]);
    const QString labels[] = {tr("Schedule"),
                              tr("Warm-up"),
                              tr("Momentum"),
                              tr("First weights"),
                              tr("Largest gradient"),
                              tr("Loss"),
                              tr("Weights of classes"),
                              tr("Label smoothing"),
                              tr("Weight decay"),
                              tr("L1"),
                              tr("L2"),
                              tr("Patience")};
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(labels[i]);
    retranslateChoices();
    m_schedule->setToolTip(tr("How the learning rate moves from the first epoch to the last."));
    m_warmUp->setToolTip(tr("Epochs in which the learning rate rises to its full size: a calm start."));
    m_momentum->setToolTip(tr("How much of its speed a step keeps; for Momentum and Nesterov."));
    m_decay->setToolTip(tr("How strongly weights are pulled towards 0; for AdamW."));
    m_decayByRows->setText(tr("by the number of rows"));
    m_decayByRows->setToolTip(tr("Few rows are easily learned by heart, so that the fewer there are the stronger the "
                                 "pull is."));
    m_loss->setToolTip(tr("What training makes small."));
    m_classWeights->setToolTip(tr("Whether rows of rare classes count more."));
    m_labelSmoothing->setToolTip(tr("Share of the truth that is spread over all classes, so that the network is never "
                                    "too sure."));
    m_l1->setToolTip(tr("A price on the size of every weight: drives those that are not needed to 0."));
    m_l2->setToolTip(tr("A price on the square of every weight: keeps all of them small."));
    m_patience->setToolTip(tr("Ends the training when the validation loss has not become lower for so many epochs."));
    m_initialiser->setToolTip(tr("How large the weights are before the first epoch."));
    m_clipping->setToolTip(tr("Gradients longer than this are shortened to it, against sudden leaps."));
    m_warmUp->setSuffix(tr(" epochs"));
    m_patience->setSuffix(tr(" epochs"));
    m_warmUp->setSpecialValueText(tr("none"));
    m_patience->setSpecialValueText(tr("all epochs"));
    m_clipping->setSpecialValueText(tr("no limit"));
    for (NumberSpin* spin : {m_l1, m_l2, m_labelSmoothing})
        spin->setSpecialValueText(tr("none"));
    m_defaults->setText(tr("Defaults"));
    m_defaults->setToolTip(tr("Sets everything in this panel back; it can be undone."));
}

void TrainingOptions::retranslateChoices()
{
    name(*m_schedule, allSchedules, scheduleText, scheduleExplanation);
    name(*m_initialiser, allInitialisers, initialiserText, initialiserExplanation);
    const auto weightsText = [this](ClassWeights weights) {
        return weights == ClassWeights::Equal ? tr("Equal") : tr("Balanced");
    };
    const auto weightsExplanation = [this](ClassWeights weights) {
        return weights == ClassWeights::Equal ? tr("Every row counts the same.")
                                              : tr("A row counts the more the fewer rows its class has.");
    };
    name(*m_classWeights, std::initializer_list<ClassWeights>{ClassWeights::Equal, ClassWeights::Balanced}, weightsText,
         weightsExplanation);
    fillLosses();
}

}

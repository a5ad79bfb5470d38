#include "ui/widgets/training_controls.h"

#include "training/training_settings.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>

namespace broto::ui {

namespace {
constexpr int moreWidth = 100;
}

TrainingControls::TrainingControls(QWidget* parent) : QWidget(parent)
{
    auto* layout = new FlowLayout(space::small, space::small, this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_train = addButton("trainOrPause", "play");
    m_step = addButton("stepTraining", "step");
    m_slow = addButton("slowTraining", "slow");
    m_slow->setCheckable(true);
    m_stop = addButton("stopTraining", "stop");
    m_cancel = addButton("cancelTraining", "close");
    m_goOn = addButton("goOn", "plus");
    m_more = new QSpinBox(this);
    m_more->setObjectName(QStringLiteral("moreEpochs"));
    m_more->setRange(1, mostEpochs);
    m_more->setValue(100);
    m_more->setSingleStep(50);
    m_more->setPrefix(QStringLiteral("+"));
    setTextWidth(*m_more, moreWidth);
    layout->addWidget(m_more);
    connect(m_train, &QPushButton::clicked, this, [this] {
        if (m_state.running)
            emit pauseWanted();
        else
            emit trainWanted();
    });
    connect(m_step, &QPushButton::clicked, this, &TrainingControls::stepWanted);
    connect(m_slow, &QPushButton::clicked, this, &TrainingControls::slowWanted);
    // The button that was pressed is disabled next: what remains has the focus.
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_train->setFocus();
        emit stopWanted();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_train->setFocus();
        emit cancelWanted();
    });
    connect(m_goOn, &QPushButton::clicked, this, [this] { emit moreWanted(m_more->value()); });
    show({});
}

QPushButton* TrainingControls::addButton(const char* name, const char* iconName)
{
    auto* button = new QPushButton(icon(QString::fromLatin1(iconName)), QString(), this);
    button->setObjectName(QLatin1String(name));
    layout()->addWidget(button);
    return button;
}

void TrainingControls::show(const TrainingControlState& state)
{
    m_state = state;
    m_train->setEnabled(state.running || state.mayStart);
    m_train->setIcon(icon(state.running && !state.paused ? QStringLiteral("pause") : QStringLiteral("play")));
    m_step->setEnabled(state.paused || (!state.running && state.mayStart));
    m_slow->setChecked(state.slow);
    m_stop->setEnabled(state.running);
    m_cancel->setEnabled(state.running);
    const bool mayGoOn = !state.running && state.mayGoOn;
    m_goOn->setVisible(mayGoOn);
    m_goOn->setEnabled(mayGoOn);
    m_more->setVisible(mayGoOn);
    // They take each other's place, so that nothing moves below when a training begins and ends.
    m_stop->setVisible(!mayGoOn);
    m_cancel->setVisible(!mayGoOn);
    retranslate();
}

void TrainingControls::focusPause()
{
    m_train->setFocus(Qt::OtherFocusReason);
}

void TrainingControls::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrainingControls::retranslate()
{
    m_train->setText(!m_state.running ? tr("Train") : m_state.paused ? tr("Resume") : tr("Pause"));
    m_train->setToolTip(!m_state.running ? tr("Learns from the training rows, from the first epoch on (F5).")
                        : m_state.paused ? tr("Goes on where it stands (Space or F6).")
                                         : tr("Holds the training after this epoch; nothing is lost (Space or F6)."));
    m_step->setText(tr("Step"));
    m_step->setToolTip(tr("Runs one epoch, every training row once, and pauses (F10)."));
    m_slow->setText(tr("Slowly"));
    m_slow->setToolTip(tr("Ten epochs a second, so that you can watch it learn; the network learns the same."));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Ends now and keeps the best epoch so far (Shift+F5)."));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Ends now and drops this run; the one before it stays."));
    m_goOn->setText(tr("Go on"));
    m_goOn->setToolTip(tr("Gives this run more epochs, exactly as if it had never ended."));
    m_more->setAccessibleName(tr("Epochs more"));
    m_more->setToolTip(tr("How many epochs the run is to have on top of those it had."));
}

}

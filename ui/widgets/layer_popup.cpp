#include "ui/widgets/layer_popup.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

constexpr int percent = 100;
constexpr int mostDropout = 95;
constexpr int noteWidth = 300;
constexpr int dropoutWidth = 110;

int inPercent(double share)
{
    return static_cast<int>(std::lround(share * percent));
}

QLabel* makeNote(const QString& text, QWidget* parent)
{
    QLabel* note = makeLabel(Type::Note, Tone::Muted, parent);
    note->setText(text);
    note->setWordWrap(true);
    setTextWidth(*note, noteWidth);
    return note;
}

}

LayerPopup::LayerPopup(const HiddenLayer& layer, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_layer(layer), m_dropout(new QSpinBox(this)), m_normalised(new QCheckBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("layerPopup"));
    setProperty("card", true);
    m_dropout->setObjectName(QStringLiteral("dropout"));
    m_dropout->setRange(0, mostDropout);
    setLeastTextWidth(*m_dropout, dropoutWidth);
    m_dropout->setSingleStep(5);
    m_dropout->setSuffix(QStringLiteral(" %"));
    m_dropout->setSpecialValueText(tr("none"));
    m_dropout->setKeyboardTracking(false);
    m_dropout->setToolTip(
        tr("Share of the neurons that are silent in a training step; on the board all of them speak."));
    m_normalised->setObjectName(QStringLiteral("normalised"));
    m_normalised->setText(tr("Batch &normalisation"));
    m_normalised->setToolTip(tr("Costs nothing on the board: it is folded into the weights after training."));
    auto* dropout = new QHBoxLayout;
    QLabel* label = makeLabel(Type::Text, Tone::Plain, this);
    label->setText(tr("&Dropout"));
    label->setBuddy(m_dropout);
    dropout->addWidget(label, 1);
    dropout->addWidget(m_dropout);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::hair);
    layout->addLayout(dropout);
    layout->addWidget(makeNote(tr("Silences some neurons in every step, so that none relies on another alone. Against "
                                  "learning by heart."),
                               this));
    layout->addSpacing(space::small);
    layout->addWidget(m_normalised);
    layout->addWidget(makeNote(tr("Keeps the sums of the layer at the same mean and spread from batch to batch. Deep "
                                  "networks learn faster with it."),
                               this));
    connect(m_dropout, &QSpinBox::valueChanged, this, [this](int value) {
        HiddenLayer wanted = m_layer;
        wanted.dropout = static_cast<double>(value) / percent;
        emit layerWanted(wanted);
    });
    connect(m_normalised, &QCheckBox::toggled, this, [this](bool on) {
        HiddenLayer wanted = m_layer;
        wanted.normalised = on;
        emit layerWanted(wanted);
    });
    show(layer);
}

void LayerPopup::show(const HiddenLayer& layer)
{
    const QSignalBlocker dropout(m_dropout), normalised(m_normalised);
    m_layer = layer;
    m_dropout->setValue(inPercent(layer.dropout));
    m_normalised->setChecked(layer.normalised);
}

void LayerPopup::openBelow(const QWidget& widget)
{
    adjustSize();
    const QRect screen = widget.screen()->availableGeometry();
    QPoint place = widget.mapToGlobal(QPoint(0, widget.height() + 2));
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    if (place.y() + height() > screen.bottom())
        place.setY(widget.mapToGlobal(QPoint(0, -height() - 2)).y());
    move(place);
    setVisible(true);
    m_dropout->setFocus();
}

QString LayerPopup::summary(const HiddenLayer& layer)
{
    QStringList parts;
    if (layer.dropout > 0)
        parts << tr("drop %1 %").arg(inPercent(layer.dropout));
    if (layer.normalised)
        parts << tr("norm.");
    return parts.isEmpty() ? tr("More…") : parts.join(QStringLiteral(" · "));
}

}

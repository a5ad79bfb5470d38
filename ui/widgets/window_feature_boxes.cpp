#include "ui/widgets/window_feature_boxes.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/jobs/window_planner.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/window_texts.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace broto::ui {

WindowFeatureBoxes::WindowFeatureBoxes(Document& document, const WindowPlanner& planner, QWidget* parent)
    : QWidget(parent), m_document(document), m_planner(planner), m_bands(new QSpinBox(this))
{
    auto* boxes = new FlowLayout(space::large, space::hair, this);
    for (const WindowFeatureKind kind : allWindowFeatures()) {
        auto* box = new QCheckBox(this);
        box->setObjectName(QStringLiteral("windowFeature%1").arg(static_cast<int>(kind)));
        boxes->addWidget(box);
        m_features.push_back(box);
        connect(box, &QCheckBox::clicked, this, [this, kind](bool wanted) {
            DataEdits(m_document).changeWindows([&](WindowChoices& windows) {
                setFeature(windows, kind, wanted, m_planner.readingsPerSecond());
            });
        });
    }
    m_bands->setObjectName(QStringLiteral("windowBands"));
    m_bands->setRange(1, static_cast<int>(mostBands));
    m_bands->setKeyboardTracking(false);
    boxes->addWidget(m_bandsField = makeField(m_bandsLabel, m_bands, this));
    connect(m_bands, &QSpinBox::valueChanged, this, [this](int count) {
        DataEdits(m_document).changeWindows([&](WindowChoices& windows) {
            windows.bands = equalBands(count, m_planner.readingsPerSecond());
        });
    });
    connect(&document, &Document::dataChanged, this, &WindowFeatureBoxes::refresh);
    connect(&planner, &WindowPlanner::changed, this, &WindowFeatureBoxes::refresh);
    retranslate();
}

void WindowFeatureBoxes::refresh()
{
    const auto& windows = m_document.project().data.windows;
    if (!windows)
        return;
    for (std::size_t i = 0; i < m_features.size(); ++i)
        m_features[i]->setChecked(hasFeature(*windows, allWindowFeatures()[i]));
    m_bandsField->setVisible(hasFeature(*windows, runtime::bandPowerFeature));
    const double width = windows->bands.empty() ? 0 : windows->bands.front().to - windows->bands.front().from;
    m_bandsLabel->setText(m_planner.readingsPerSecond() > 0 ? tr("Bands, %1 Hz each").arg(valueText(width))
                                                            : tr("Bands"));
    const QSignalBlocker blocker(m_bands);
    m_bands->setValue(static_cast<int>(windows->bands.size()));
}

void WindowFeatureBoxes::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WindowFeatureBoxes::retranslate()
{
    m_bands->setToolTip(tr("How many equal bands the frequencies are divided into."));
    for (std::size_t i = 0; i < m_features.size(); ++i) {
        m_features[i]->setText(windowFeatureText(allWindowFeatures()[i]));
        m_features[i]->setToolTip(windowFeatureExplanation(allWindowFeatures()[i]));
    }
    refresh();
}

}

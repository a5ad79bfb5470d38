#include "ui/widgets/region_view.h"

#include "ui/widgets/elided_combo.h"
#include "ui/widgets/feature_texts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/region_plot.h"

#include <QHBoxLayout>
#include <QLabel>

#include <tuple>

namespace broto::ui {

RegionView::RegionView(QWidget* parent)
    : RunView(parent),
      m_acrossLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_upLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_across(new ElidedCombo(this)),
      m_up(new ElidedCombo(this)),
      m_plot(new RegionPlot(this))
{
    m_across->setObjectName(QStringLiteral("regionAcross"));
    m_up->setObjectName(QStringLiteral("regionUp"));
    m_plot->setObjectName(QStringLiteral("regions"));
    m_acrossLabel->setBuddy(m_across);
    m_upLabel->setBuddy(m_up);
    bar().addWidget(m_acrossLabel);
    bar().addWidget(m_across, 1);
    bar().addSpacing(space::small);
    bar().addWidget(m_upLabel);
    bar().addWidget(m_up, 1);
    bar().addStretch(1);
    setBody(m_plot);
    for (ElidedCombo* combo : {m_across, m_up})
        connect(combo, &ElidedCombo::activated, this, &RegionView::restart);
    retranslate();
}

/// The features that were chosen stay where the new data have them.
void RegionView::offerChoices()
{
    const Dataset& dataset = *run().dataset;
    const QString across = m_across->currentText(), up = m_up->currentText();
    for (ElidedCombo* combo : {m_across, m_up}) {
        combo->clear();
        for (std::size_t i = 0; i < dataset.preprocessing.features.size(); ++i)
            combo->addName(featureTitle(dataset.preprocessing.features[i]), static_cast<int>(i));
    }
    const bool stay = m_across->findText(across) >= 0 && m_up->findText(up) >= 0;
    select(stay ? m_across->findText(across) : -1, stay ? m_up->findText(up) : -1);
}

void RegionView::select(int across, int up)
{
    m_across->setCurrentIndex(across);
    m_up->setCurrentIndex(up);
}

/// Where nobody has chosen features, those that tell the target best.
void RegionView::refresh()
{
    struct Picture {
        RegionChoice choice;
        DecisionRegions regions;
    };
    compute(
        [run = run(), across = m_across->currentIndex(),
         up = m_up->currentIndex()](const RunControl& control) -> Result<Picture> {
            RegionChoice choice;
            if (across >= 0 && up >= 0) {
                choice.across = static_cast<std::size_t>(across);
                choice.up = static_cast<std::size_t>(up);
            } else {
                std::tie(choice.across, choice.up) = tellingFeatures(*run.dataset);
            }
            Result<DecisionRegions> regions = decisionRegions(*run.network, *run.dataset, choice, control);
            if (!regions)
                return regions.error();
            return Picture{choice, *std::move(regions)};
        },
        [this, dataset = run().dataset](Picture picture) {
            select(static_cast<int>(picture.choice.across), static_cast<int>(picture.choice.up));
            m_plot->show(std::move(picture.regions), picture.choice, dataset);
        });
}

void RegionView::retranslate()
{
    m_acrossLabel->setText(tr("Across"));
    m_upLabel->setText(tr("Up"));
    m_across->setAccessibleName(tr("Feature across"));
    m_across->setToolTip(tr("The feature along the horizontal axis"));
    m_up->setAccessibleName(tr("Feature up"));
    m_up->setToolTip(tr("The feature along the vertical axis"));
    m_plot->setAccessibleName(tr("Decision regions"));
    setExplanation(
        tr("What the network answers everywhere, while all other features stand at their mean or most frequent "
           "value. Dots: training rows."));
}

}

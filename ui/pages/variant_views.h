#pragma once

#include "ui/widgets/inside_view.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace broto::ui {

class ChangedAnswersView;
class ComparisonJob;
class CompressionJob;
class LearningPlot;
class SweepView;
class TraceView;
class TradeOffPlot;
class VariantsModel;

/// Pictures of the variants, a tab each: how they trade quality for cost, how one learns that is being made, what
/// shrinking costs, and what the chosen one answers and is made of.
class VariantViews : public QWidget {
    Q_OBJECT

public:
    VariantViews(const VariantsModel& variants, ComparisonJob& comparison, CompressionJob& compression,
                 QWidget* parent = nullptr);

    void show(const ViewedVariant& viewed);
    void offerLearning() { m_offerLearning = true; } ///< the next curve comes to the front by itself

signals:
    void variantChosen(int row);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeTabs();
    void makePictures();
    void arrange();
    void showPicture();
    void showLearning();
    void leaveLearning();
    void retranslate();

    const VariantsModel& m_variants;
    ComparisonJob& m_comparison;
    CompressionJob& m_compression;
    ViewedVariant m_viewed;
    QTabBar* m_tabs;
    QComboBox* m_cost;
    QStackedWidget* m_pictures;
    TradeOffPlot* m_tradeOff;
    LearningPlot* m_learning;
    QLabel* m_learningNote;
    SweepView* m_sweep;
    ChangedAnswersView* m_answers;
    InsideView* m_inside;
    TraceView* m_trace;
    bool m_offerLearning = false;
    bool m_showsLearningMeanwhile = false; ///< it came by itself, and nobody has chosen a tab since
};

}

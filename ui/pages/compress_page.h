#pragma once

#include "ui/jobs/comparison_job.h"
#include "ui/pages/stage_page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace broto::ui {

class ChangedAnswersView;
class CompressionJob;
class InsideView;
class JobRunner;
class LearningPlot;
class MethodPanel;
class SweepView;
class TraceView;
class TradeOffPlot;
class VariantTable;
class VariantsModel;

/// Ways to make the network smaller on the left; what came of them side by side on the right, and below it how they
/// trade quality for cost, or how the one learns that is being made.
class CompressPage : public StagePage {
    Q_OBJECT

public:
    CompressPage(Document& document, JobRunner& runner, CompressionJob& compression, QWidget* parent = nullptr);
    ~CompressPage() override;

    void compress(); ///< in all the ways that are ticked

protected:
    void retranslate() override;

private:
    QWidget* makeMethods();
    QWidget* makeResults();
    QWidget* makePictures();
    void refresh();
    void refreshVerdict();
    void refreshButton();
    void showLearning();
    void leaveLearning();
    void choose(int row);
    void deleteChosen();
    void refreshDelete();
    void takeChoice();
    void selectChosen();
    void showChosen();
    void showPicture();

    JobRunner& m_runner;
    CompressionJob& m_compression;
    ComparisonJob m_comparison;
    VariantsModel* m_model;
    MethodPanel* m_methods;
    QPushButton* m_compress;
    QLabel* m_compressNote;
    VariantTable* m_table;
    QLabel* m_verdict;
    QLabel* m_verdictNote;
    QLabel* m_boardNote;
    QPushButton* m_delete;
    QTabBar* m_views;
    QComboBox* m_cost;
    QStackedWidget* m_pictures;
    TradeOffPlot* m_tradeOff;
    LearningPlot* m_learning;
    QLabel* m_learningNote;
    bool m_offerLearning = false;          ///< the next curve comes to the front by itself
    bool m_showsLearningMeanwhile = false; ///< it has done so, and nobody has chosen a view since
    SweepView* m_sweep;
    ChangedAnswersView* m_answers;
    InsideView* m_inside;
    TraceView* m_trace;
};

}

#pragma once

#include "ui/jobs/comparison_job.h"
#include "ui/pages/stage_page.h"

class QLabel;
class QPushButton;

namespace broto::ui {

class CompressionJob;
class JobRunner;
class MethodPanel;
class VariantTable;
class VariantViews;
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
    void refresh();
    void refreshVerdict();
    void refreshBoardNote(const std::shared_ptr<const Variant>& chosen);
    void refreshButton();
    void choose(int row);
    void deleteChosen();
    void refreshDelete();
    void takeChoice();
    void selectChosen();
    void showChosen();

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
    VariantViews* m_views;
};

}

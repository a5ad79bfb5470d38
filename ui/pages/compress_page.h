#pragma once

#include "ui/pages/stage_page.h"

class QLabel;
class QPushButton;
class QTableView;

namespace broto::ui {

class CompressionJob;
class JobRunner;
class VariantsModel;

/// Ways to make the network smaller on the left, what came of them side by side on the right.
class CompressPage : public StagePage {
    Q_OBJECT

public:
    CompressPage(Document& document, JobRunner& runner, CompressionJob& compression, QWidget* parent = nullptr);

protected:
    void retranslate() override;

private:
    void refresh();
    QWidget* makeMethods();

    JobRunner& m_runner;
    CompressionJob& m_compression;
    VariantsModel* m_model;
    QTableView* m_table;
    QLabel* m_methodName;
    QLabel* m_methodText;
    QPushButton* m_compress;
    QLabel* m_verdict;
    QLabel* m_verdictNote;
    QLabel* m_boardNote;
};

}

#pragma once

#include "data/data_choices.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace broto::ui {

class ClassCounts;
class Document;
class ElidedCombo;
class SplitBar;

/// How the rows are shared out for training, validation and test: the way, what that way needs to know, the shares, and
/// the rows that come of it. What is wrong with it is said here.
class SplitPanel : public QWidget {
    Q_OBJECT

public:
    explicit SplitPanel(Document& document, QWidget* parent = nullptr);

    /// Whether a problem of the data stage is one of the split, which this panel shows.
    static bool isAboutSplit(const Message& problem);

signals:
    void testFileWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    static bool isMissingChoice(const Message& problem);
    void retranslate();
    void refresh();
    void refreshMethods(SplitMethod method);
    void refreshNeeds(SplitMethod method);
    void refreshColumns();
    QString explanation(SplitMethod method) const;
    void refreshBar(SplitMethod method);
    void refreshProblem();
    void chooseMethod();
    void chooseGroup();
    template<class Change>
    void change(Change change);
    Task task() const;
    SplitMethod method() const;

    Document& m_document;
    QLabel* m_methodLabel;
    QComboBox* m_method;
    QLabel* m_explanation;
    QLabel* m_groupLabel;
    ElidedCombo* m_group;
    QWidget* m_groupField;
    QLabel* m_partLabel;
    ElidedCombo* m_part;
    QWidget* m_partField;
    QLabel* m_fileLabel;
    QPushButton* m_file;
    QWidget* m_fileField;
    QLabel* m_foldsLabel;
    QSpinBox* m_folds;
    QWidget* m_foldsField;
    QLabel* m_foldLabel;
    QSpinBox* m_fold;
    QWidget* m_foldField;
    QLabel* m_seedLabel;
    QSpinBox* m_seed;
    QWidget* m_seedField;
    QLabel* m_problem;
    SplitBar* m_bar;
    ClassCounts* m_counts;
};

}

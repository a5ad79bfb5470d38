#pragma once

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace broto::ui {

class Document;
class WindowPlanner;

/// What windows are told apart by: a box for each feature, which says what it tells, and how many bands of frequencies.
class WindowFeatureBoxes : public QWidget {
    Q_OBJECT

public:
    WindowFeatureBoxes(Document& document, const WindowPlanner& planner, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();

    Document& m_document;
    const WindowPlanner& m_planner;
    std::vector<QCheckBox*> m_features; ///< in the order of allWindowFeatures
    QLabel* m_bandsLabel;
    QSpinBox* m_bands;
    QWidget* m_bandsField;
};

}

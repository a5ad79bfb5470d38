#pragma once

#include "common/message.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace broto::ui {

class ClassCounts;
class Document;
class WindowFeatureBoxes;
class WindowPlanner;
class WindowSpans;

/// Windows of a stream of readings: whether there are any, how long they are, what tells them apart, and how many come
/// of it.
class WindowsPanel : public QWidget {
    Q_OBJECT

public:
    WindowsPanel(Document& document, const WindowPlanner& planner, QWidget* parent = nullptr);

    /// Whether a problem of the data stage is one of the windows, which this panel shows.
    static bool isAboutWindows(const Message& problem);

    void focusLength(); ///< of the windows: what to look at first once there are some

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void refreshOutcome();
    void refreshHint();
    void setWanted(bool wanted);

    Document& m_document;
    const WindowPlanner& m_planner;
    QCheckBox* m_wanted;
    QLabel* m_explanation;
    QLabel* m_hint;
    QPushButton* m_make;
    WindowSpans* m_spans;
    WindowFeatureBoxes* m_features;
    QLabel* m_problem;
    QLabel* m_outcome;
    ClassCounts* m_counts;
};

}

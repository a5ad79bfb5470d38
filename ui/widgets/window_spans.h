#pragma once

#include "data/window_choices.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace broto::ui {

class Document;
class WindowPlanner;

/// How long windows are, how far apart they begin, which gaps end them, and what becomes of those that are not all of
/// one class.
class WindowSpans : public QWidget {
    Q_OBJECT

public:
    WindowSpans(Document& document, const WindowPlanner& planner, QWidget* parent = nullptr);

    void focusLength();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void chooseUnit();

    Document& m_document;
    const WindowPlanner& m_planner;
    QLabel* m_lengthLabel;
    QDoubleSpinBox* m_length;
    QLabel* m_strideLabel;
    QDoubleSpinBox* m_stride;
    QLabel* m_unitLabel;
    QComboBox* m_unit;
    QLabel* m_gapLabel;
    QDoubleSpinBox* m_gap;
    QLabel* m_mixedLabel;
    QComboBox* m_mixed;
    QWidget* m_mixedField;
    QLabel* m_valueLabel;
    QComboBox* m_value;
    QWidget* m_valueField;
};

}

#pragma once

#include "project/variants.h"

#include <QFrame>
#include <QHash>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace broto::ui {

/// The ways to make a network smaller, to be ticked, each with what matters most about it. Ticked ones make a variant
/// each, or all together one.
class MethodPanel : public QFrame {
    Q_OBJECT

public:
    explicit MethodPanel(QWidget* parent = nullptr);

    /// What is ticked, as variants to be made. `project` gives a student its shape.
    std::vector<CompressionRequest> requests(const Project& project) const;

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Method {
        QCheckBox* box;
        QLabel* text;
        std::vector<QWidget*> fields;
    };

    Method addMethod(const char* name, std::initializer_list<QWidget*> fields);
    QComboBox* makeBits(const char* name, int usual);
    void retranslate();
    void retranslateCombos();
    void enableFields();
    void explain(QWidget& field, const QString& explanation);
    bool isTicked(std::size_t method) const; ///< and makes sense with the others
    std::vector<CompressionStep> steps(const Project& project) const;

    QVBoxLayout* m_layout;
    QLabel* m_heading;
    QComboBox *m_ptqBits, *m_qatBits;
    QComboBox *m_entries, *m_centres;
    QSpinBox* m_share;
    QComboBox* m_pruning;
    QComboBox* m_teacher;
    QCheckBox* m_together;
    std::vector<Method> m_methods; ///< in the order of a pipeline's steps
    QHash<const QWidget*, QString> m_explanations;
};

}

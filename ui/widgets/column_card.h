#pragma once

#include "data/data_choices.h"

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLabel;

namespace broto::ui {

/// What is known of one column, and its role, which can be changed here.
class ColumnCard : public QFrame {
    Q_OBJECT

public:
    explicit ColumnCard(QWidget* parent = nullptr);

    void show(const Column& column, Role role);
    void clear();

signals:
    void roleWanted(Role role);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void addFact(const QString& name, const QString& value);
    void addCategories(const Column& column);

    QLabel* m_name;
    QLabel* m_hint;
    QComboBox* m_role;
    QFormLayout* m_facts;
};

}

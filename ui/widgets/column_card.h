#pragma once

#include "data/data_checks.h"

#include <QFrame>

#include <memory>

class QComboBox;
class QLabel;

namespace broto::ui {

class ColumnFacts;
class Document;
class MissingForm;

/// What is known of the selected column, and what a person decides about it: role, type, missing values. Of several
/// columns only what they can be given together.
class ColumnCard : public QFrame {
    Q_OBJECT

public:
    using Columns = std::vector<std::size_t>;

    explicit ColumnCard(Document& document, QWidget* parent = nullptr);
    ~ColumnCard() override;

    void setColumns(Columns columns);
    void refresh();
    void focusMarks();                              ///< where values are named that stand for missing ones
    bool saysProblem(const Message& problem) const; ///< whether it stands beside the type that causes it

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showOne(std::size_t index);
    void showSeveral();
    void showNames(std::size_t index);
    void fillRoles(const std::vector<Role>& roles, std::optional<Role> chosen);
    void fillTypes(const Column& asRead, const ColumnChoice& choice);
    void showFacts(const Column& column, const ColumnChoice& choice);
    void refreshSuggestions();
    void showNothing();

    Document& m_document;
    Columns m_columns;
    QLabel* m_name;
    QLabel* m_hint;
    QLabel* m_roleLabel;
    QComboBox* m_role;
    QLabel* m_roleExplanation;
    QLabel* m_typeLabel;
    QComboBox* m_type;
    QLabel* m_problem;
    ColumnFacts* m_facts;
    MissingForm* m_missing;
};

}

#pragma once

#include "data/data_checks.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace broto::ui {

/// What is missing in a column: how many values, which values mean it, and what stands for them.
class MissingForm : public QWidget {
    Q_OBJECT

public:
    explicit MissingForm(QWidget* parent = nullptr);

    /// A column as it is wanted, with what was chosen about it; `rows` are those of the table.
    void show(const Column& column, std::size_t index, const DataChoices& choices, std::size_t rows);
    void showSeveral(std::optional<MissingPolicy> policy, bool numeric, const DataChoices& choices);

    /// Checks whose remedy is another mark in this column.
    void focusMarks();
    void setSuggestions(const std::vector<DataCheck>& suggestions);

signals:
    void marksWanted(const std::vector<std::string>& marks);
    void policyWanted(std::optional<MissingPolicy> policy);
    void remedyWanted(const DataCheck& check);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillPolicies(const std::vector<MissingPolicy>& policies, MissingPolicy usual,
                      std::optional<MissingPolicy> chosen);
    void takeMarks();

    QLabel* m_count;
    QLabel* m_marksLabel;
    QLineEdit* m_marks;
    QLabel* m_problem;
    QVBoxLayout* m_suggestions;
    QLabel* m_policyLabel;
    QComboBox* m_policy;
    QLabel* m_explanation;
    bool m_numeric = false;
};

/// The marks in a line as a person writes them, each once: apart by semicolons or by a comma and a space, numbers by
/// any white space as well.
std::vector<std::string> marksIn(const QString& line, bool numbers);
QString marksText(const std::vector<std::string>& marks);

}

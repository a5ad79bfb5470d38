#pragma once

#include "data/dataset.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace broto::ui {

/// What the views of the Data page look at: values, shared with the document.
struct ViewedData {
    std::shared_ptr<const Table> table;
    DataChoices choices;
    std::vector<std::shared_ptr<const Column>> columns; ///< of the table, as they are wanted
    std::shared_ptr<const Dataset> dataset;             ///< null: not prepared
    int column = -1;                                    ///< the column that all views share; -1: none

    bool has(int index) const { return table && index >= 0 && static_cast<std::size_t>(index) < table->columns.size(); }
    const Column& at(int index) const { return *columns[static_cast<std::size_t>(index)]; }
};

/// What all views of the data have alike: a bar with their choices, what they show, a note under it. They compute in
/// the background, only while they can be seen; a result that came too late is dropped. What takes longer than a moment
/// says so, and can be cancelled.
class DataView : public QWidget {
    Q_OBJECT

public:
    explicit DataView(QWidget* parent = nullptr);

    void setData(const ViewedData& data);

signals:
    void columnWanted(int column); ///< the shared column is to be another one

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

    const ViewedData& data() const { return m_data; }
    JobRunner& runner() { return m_runner; }
    QHBoxLayout& bar() { return *m_bar; }
    void setBody(QWidget* body);

    /// Runs `work` in the background and gives its value to `deliver` on this thread.
    template<class Work, class Deliver>
    void compute(Work work, Deliver deliver)
    {
        m_runner.start(JobKind::Look, std::move(work), [deliver = std::move(deliver)](auto result) mutable {
            if (result)
                deliver(*std::move(result));
        });
    }

    void setNote(const QString& note);       ///< one line under the body; empty: none
    void setMessage(const QString& message); ///< in place of the body, when there is nothing to show; empty: the body

    /// Called when the data have changed and the view can be seen.
    virtual void refresh() = 0;
    /// Called when a person does not want to wait any longer: what is shown stays.
    virtual void giveUp() {}
    virtual void retranslate() = 0;

private:
    void refreshIfVisible();
    void showWorking();
    void retranslateAll();

    ViewedData m_data;
    bool m_outdated = true;
    JobRunner m_runner;
    QTimer m_patience;
    QHBoxLayout* m_bar;
    QStackedWidget* m_stack;
    QLabel* m_message;
    QLabel* m_note;
    QWidget* m_working;
    QLabel* m_workingText;
    QPushButton* m_cancel;
};

}

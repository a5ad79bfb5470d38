#pragma once

#include "data/dataset.h"
#include "network/network.h"
#include "training/training_settings.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace broto::ui {

/// What the views of a run look at: values, shared with the job or the document.
struct ViewedRun {
    std::shared_ptr<const Network> network; ///< null: nothing has been learned yet
    std::shared_ptr<const Dataset> dataset; ///< null: not prepared
    TrainingSettings settings;
};

/// What all views of a run have alike: a bar with their choices, what they show, a note under it. They compute in the
/// background from copies, only while they can be seen, and one picture at a time: while a network learns, the next one
/// is of the weights as they are by then.
class RunView : public QWidget {
    Q_OBJECT

public:
    explicit RunView(QWidget* parent = nullptr);

    void show(const ViewedRun& run);
    bool computing() const { return m_runner.current().has_value(); }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

    const ViewedRun& run() const { return m_run; }
    QHBoxLayout& bar() { return *m_bar; }
    void setBody(QWidget* body);
    void setNumbers(const QString& numbers);         ///< a line under the body
    void setExplanation(const QString& explanation); ///< another, where there is room for it

    /// Runs `work` in the background and gives its value to `deliver` on this thread.
    template<class Work, class Deliver>
    void compute(Work work, Deliver deliver)
    {
        m_runner.start(JobKind::Look, std::move(work), [deliver = std::move(deliver)](auto result) mutable {
            if (result)
                deliver(*std::move(result));
        });
    }

    /// Another choice of the view: the picture under way is of no use any more.
    void restart();

    /// Another data set: what can be chosen may be something else.
    virtual void offerChoices() {}
    /// Starts the next picture. There are a network and its data.
    virtual void refresh() = 0;
    virtual void retranslate() = 0;

private:
    void refreshIfVisible();
    void retranslateAll();
    void placeTexts();

    ViewedRun m_run;
    bool m_outdated = true;
    JobRunner m_runner;
    QHBoxLayout* m_bar;
    QWidget* m_barWidget;
    QStackedWidget* m_stack;
    QLabel* m_message;
    QLabel* m_numbers;
    QLabel* m_numbersInLine; ///< the same, where there is little room
    QLabel* m_explanation;
};

}

#pragma once

#include "project/stage.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace broto::ui {

class Document;
class ExplainButton;
class MessageStrip;
class MissingNote;

/// What all pages have alike: a title with one sentence, the one primary button that leads on, a question mark that
/// explains the page, the problem of the stage with a way to close it, and, where an earlier stage is missing, what the
/// page needs and a button that gets it.
class StagePage : public QWidget {
    Q_OBJECT

public:
    StagePage(Stage stage, Document& document, QWidget* parent = nullptr);

    Stage stage() const { return m_stage; }
    QPushButton& primaryButton() { return *m_primary; }

signals:
    void stageWanted(Stage stage);
    void explanationWanted();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

    Document& document() { return m_document; }
    const Document& document() const { return m_document; }
    QVBoxLayout& content() { return *m_contentLayout; } ///< to be filled by the page
    QPushButton& secondaryButton() { return *m_secondary; }
    void setTitle(const QString& title, const QString& subtitle);
    void setStage(Stage stage) { m_stage = stage; }

    /// What would help against a problem of the stage, as a button beside it.
    struct Remedy {
        QString text;
        QString toolTip;
    };
    virtual std::optional<Remedy> remedyFor(const Message&) const { return {}; }
    virtual void takeRemedy() {} ///< that button was pressed

    /// Whether the page shows a problem of its stage itself, beside the cause.
    virtual bool showsBesideCause(const Message&) const { return false; }

    /// Whether an earlier stage is missing.
    bool blocked() const;
    /// Whether the page says so itself, because part of it works nevertheless.
    virtual bool showsBlockedItself() const { return false; }

    /// Texts that depend on the language.
    virtual void retranslate() = 0;

    /// Shows the content, or what is missing.
    void refreshBlocked();

private:
    void refreshProblem();

    Document& m_document;
    Stage m_stage;
    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_primary;
    QPushButton* m_secondary;
    ExplainButton* m_explain;
    MessageStrip* m_problem;
    QStackedWidget* m_stack;
    QVBoxLayout* m_contentLayout;
    MissingNote* m_missing;
};

}

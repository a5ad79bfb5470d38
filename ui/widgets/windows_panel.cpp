#include "ui/widgets/windows_panel.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/jobs/window_planner.h"
#include "ui/widgets/class_counts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/window_feature_boxes.h"
#include "ui/widgets/window_spans.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

WindowsPanel::WindowsPanel(Document& document, const WindowPlanner& planner, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_planner(planner),
      m_wanted(new QCheckBox(this)),
      m_explanation(makeLabel(Type::Note, Tone::Muted, this)),
      m_hint(makeLabel(Type::Text, Tone::Plain, this)),
      m_make(new QPushButton(this)),
      m_spans(new WindowSpans(document, planner, this)),
      m_features(new WindowFeatureBoxes(document, planner, this)),
      m_problem(makeLabel(Type::Text, Tone::Error, this)),
      m_outcome(makeLabel(Type::Text, Tone::Plain, this)),
      m_counts(new ClassCounts(this))
{
    m_wanted->setObjectName(QStringLiteral("windowsWanted"));
    m_hint->setObjectName(QStringLiteral("streamHint"));
    m_make->setObjectName(QStringLiteral("makeWindows"));
    m_problem->setObjectName(QStringLiteral("windowsProblem"));
    m_outcome->setObjectName(QStringLiteral("windowsOutcome"));
    m_counts->setObjectName(QStringLiteral("windowsOfClasses"));
    for (QLabel* label : {m_explanation, m_hint, m_problem, m_outcome}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_wanted);
    layout->addWidget(m_explanation);
    layout->addWidget(m_hint);
    layout->addWidget(m_make, 0, Qt::AlignLeft);
    layout->addWidget(m_problem);
    layout->addWidget(m_outcome);
    layout->addWidget(m_spans);
    layout->addWidget(m_features);
    layout->addWidget(m_counts);
    layout->addStretch(1);
    connect(m_wanted, &QCheckBox::clicked, this, &WindowsPanel::setWanted);
    connect(m_make, &QPushButton::clicked, this, [this] {
        setWanted(true);
        focusLength();
    });
    connect(&document, &Document::dataChanged, this, &WindowsPanel::refresh);
    connect(&document, &Document::problemChanged, this, &WindowsPanel::refreshOutcome);
    connect(&planner, &WindowPlanner::changed, this, [this] {
        refreshHint();
        refreshOutcome();
    });
    retranslate();
}

void WindowsPanel::setWanted(bool wanted)
{
    const Project& project = m_document.project();
    if (!project.source)
        return;
    const auto& signs = m_planner.signs();
    const auto proposal = [&] {
        return signs ? signs->proposal : proposeWindows(*project.source->table, project.data);
    };
    DataEdits(m_document).setWindows(wanted ? std::optional(proposal()) : std::nullopt);
}

void WindowsPanel::focusLength()
{
    m_spans->focusLength();
}

void WindowsPanel::refresh()
{
    const auto& windows = m_document.project().data.windows;
    m_wanted->setChecked(windows.has_value());
    m_wanted->setEnabled(m_document.project().source.has_value());
    m_spans->setVisible(windows.has_value());
    m_features->setVisible(windows.has_value());
    refreshHint();
    refreshOutcome();
}

void WindowsPanel::refreshHint()
{
    const auto& signs = m_planner.signs();
    const bool likely = !m_document.project().data.windows && signs && signs->likely;
    m_hint->setVisible(likely);
    m_make->setVisible(likely);
    if (likely)
        m_hint->setText(tr("These rows look like a stream of readings. There would be %Ln window(s).", nullptr,
                           static_cast<int>(signs->windows)));
    m_explanation->setVisible(!m_document.project().data.windows);
}

void WindowsPanel::refreshOutcome()
{
    const auto plan = m_planner.plan();
    const bool known = plan && m_document.project().data.windows;
    const auto dataset = m_document.dataset();
    if (known && dataset && m_document.datasetIsCurrent())
        m_counts->show(dataset->target.classes, countsOf(*dataset));
    else
        m_counts->clear();
    m_problem->setVisible(known && !*plan);
    m_outcome->setVisible(known && plan->ok());
    if (!known)
        return;
    if (!*plan) {
        m_problem->setText(messageText(plan->error()));
        return;
    }
    const auto counts = windowCounts(**plan);
    QStringList lines;
    lines << tr("%Ln window(s) of %1 readings: %2 for training, %3 for validation, %4 for the test.", nullptr,
                static_cast<int>((*plan)->windows.size()))
                 .arg(countText((*plan)->stream.length), countText(static_cast<std::int64_t>(counts[0])),
                      countText(static_cast<std::int64_t>(counts[1])), countText(static_cast<std::int64_t>(counts[2])));
    for (const Message& warning : (*plan)->warnings)
        lines << messageText(warning);
    m_outcome->setText(lines.join(u'\n'));
}

bool WindowsPanel::isAboutWindows(const Message& problem)
{
    return problem.id.starts_with("data.window") || problem.id.starts_with("data.stream");
}

void WindowsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WindowsPanel::retranslate()
{
    m_wanted->setText(tr("Make windows of the rows"));
    m_wanted->setToolTip(tr("For rows that are readings of sensors, one after the other."));
    m_explanation->setText(tr("A single reading of an accelerometer tells no gesture. A window is some readings in a "
                              "row, described by features such as mean and deviation; the board makes the same ones."));
    m_make->setText(tr("Make windows"));
    m_make->setToolTip(tr("Groups the readings into windows of a proposed length; it can be undone."));
    refresh();
}

}

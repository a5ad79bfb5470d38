#include "ui/widgets/method_panel.h"

#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

enum MethodOf { Distil, Prune, Qat, Codebook, Ptq };

constexpr int teacherUnits[][2] = {{32, 16}, {64, 32}, {128, 64}};

/// Fields stand under the text of their box.
constexpr int indent = 24;

}

MethodPanel::MethodPanel(QWidget* parent) : QFrame(parent)
{
    setProperty("card", true);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    m_layout->setSpacing(space::hair);
    m_heading = makeLabel(Type::Heading, Tone::Plain, this);
    m_layout->addWidget(m_heading);

    m_teacher = new QComboBox(this);
    m_teacher->setObjectName(QStringLiteral("teacher"));
    for (const auto& units : teacherUnits)
        m_teacher->addItem(QStringLiteral("%1-%2").arg(units[0]).arg(units[1]));
    m_teacher->setCurrentIndex(1);
    m_share = new QSpinBox(this);
    m_share->setObjectName(QStringLiteral("prunedShare"));
    m_share->setRange(5, 95);
    m_share->setSingleStep(5);
    m_share->setValue(50);
    m_share->setSuffix(QStringLiteral(" %"));
    m_pruning = new QComboBox(this);
    m_pruning->setObjectName(QStringLiteral("pruning"));
    for (const Pruning pruning : allPrunings)
        m_pruning->addItem(QString(), static_cast<int>(pruning));
    m_qatBits = makeBits("qatBits", 8);
    m_entries = new QComboBox(this);
    m_entries->setObjectName(QStringLiteral("entries"));
    for (const std::size_t size : codebookSizes)
        m_entries->addItem(QString(), static_cast<int>(size));
    m_entries->setCurrentIndex(1);
    m_centres = new QComboBox(this);
    m_centres->setObjectName(QStringLiteral("centres"));
    for (const CentreMethod method : allCentreMethods)
        m_centres->addItem(QString(), static_cast<int>(method));
    m_ptqBits = makeBits("ptqBits", 4);

    // As people meet them; pipelines put them in their own order.
    m_methods.resize(Ptq + 1);
    m_methods[Ptq] = addMethod("usePtq", {m_ptqBits});
    m_methods[Qat] = addMethod("useQat", {m_qatBits});
    m_methods[Codebook] = addMethod("useCodebook", {m_entries, m_centres});
    m_methods[Prune] = addMethod("usePrune", {m_share, m_pruning});
    m_methods[Distil] = addMethod("useDistil", {m_teacher});
    m_together = new QCheckBox(this);
    m_together->setObjectName(QStringLiteral("together"));
    m_layout->addSpacing(space::medium);
    m_layout->addWidget(m_together);
    m_layout->addStretch(1); // what is left over parts no method from its text
    for (QCheckBox* box : {m_methods[Ptq].box, m_methods[Qat].box})
        box->setChecked(true);
    for (const Method& method : m_methods)
        connect(method.box, &QCheckBox::toggled, this, [this] {
            enableFields();
            emit changed();
        });
    connect(m_together, &QCheckBox::toggled, this, [this] {
        enableFields();
        emit changed();
    });
    retranslate();
}

QComboBox* MethodPanel::makeBits(const char* name, int usual)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(QLatin1String(name));
    for (const int bits : {8, 4, 2})
        combo->addItem(QString(), bits);
    combo->setCurrentIndex(combo->findData(usual));
    return combo;
}

MethodPanel::Method MethodPanel::addMethod(const char* name, std::initializer_list<QWidget*> fields)
{
    Method method{new QCheckBox(this), makeLabel(Type::Note, Tone::Muted, this), fields};
    method.box->setObjectName(QLatin1String(name));
    method.text->setContentsMargins(indent, 0, 0, 0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(indent, 0, 0, 0);
    row->setSpacing(space::small);
    for (QWidget* field : fields)
        row->addWidget(field, 1);
    m_layout->addSpacing(space::medium); // further from the one above than from its own text
    m_layout->addWidget(method.box);
    m_layout->addWidget(method.text);
    m_layout->addLayout(row);
    return method;
}

bool MethodPanel::isTicked(std::size_t method) const
{
    return m_methods[method].box->isEnabled() && m_methods[method].box->isChecked();
}

void MethodPanel::enableFields()
{
    const bool integersAlready = m_together->isChecked() && (isTicked(Qat) || isTicked(Codebook));
    m_methods[Ptq].box->setEnabled(!integersAlready);
    m_methods[Ptq].text->setText(integersAlready ? tr("They are whole numbers already.")
                                                 : tr("Weights become whole numbers."));
    for (std::size_t method = 0; method < m_methods.size(); ++method) {
        const Method& shown = m_methods[method];
        const QString why = isTicked(method)         ? QString()
                            : shown.box->isEnabled() ? tr("Tick “%1” first.").arg(shown.box->text()) + u'\n'
                                                     : shown.text->text() + u'\n';
        for (QWidget* field : shown.fields) {
            field->setEnabled(isTicked(method));
            field->setToolTip(why + m_explanations.value(field));
        }
    }
}

std::vector<CompressionStep> MethodPanel::steps(const Project& project) const
{
    std::vector<CompressionStep> steps;
    if (isTicked(Distil)) {
        const auto& units = teacherUnits[m_teacher->currentIndex()];
        DistillationOptions step;
        step.teacher = {{{units[0]}, {units[1]}}};
        step.student = project.trained ? project.trained->design : project.design;
        steps.emplace_back(step);
    }
    if (isTicked(Prune)) {
        PruningOptions step;
        step.share = m_share->value() / 100.0;
        step.pruning = static_cast<Pruning>(m_pruning->currentData().toInt());
        steps.emplace_back(step);
    }
    if (isTicked(Qat)) {
        QatOptions step;
        step.bits = m_qatBits->currentData().toInt();
        steps.emplace_back(step);
    }
    if (isTicked(Codebook)) {
        CodebookOptions step;
        step.size = static_cast<std::size_t>(m_entries->currentData().toInt());
        step.method = static_cast<CentreMethod>(m_centres->currentData().toInt());
        steps.emplace_back(step);
    }
    if (isTicked(Ptq))
        steps.emplace_back(usualOptions(m_ptqBits->currentData().toInt()));
    return steps;
}

std::vector<CompressionRequest> MethodPanel::requests(const Project& project) const
{
    std::vector<CompressionRequest> requests;
    if (m_together->isChecked()) {
        if (std::vector<CompressionStep> all = steps(project); !all.empty())
            requests.push_back({Recipe{std::move(all)}, {}});
        return requests;
    }
    for (CompressionStep& step : steps(project))
        requests.push_back({Recipe{{std::move(step)}}, {}});
    return requests;
}

void MethodPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MethodPanel::retranslate()
{
    m_heading->setText(tr("Ways to make it smaller"));
    const auto name = [this](MethodOf method, const QString& title, const QString& text, const QString& toolTip) {
        const Method& named = m_methods[static_cast<std::size_t>(method)];
        named.box->setText(title);
        named.box->setToolTip(toolTip);
        named.text->setText(text);
        named.text->setToolTip(toolTip);
    };
    name(Ptq, tr("Quantize after training"), {}, // as enableFields says
         tr("Every weight becomes a whole number of few bits (PTQ). Rows of the training show how large activations "
            "get."));
    name(Qat, tr("Train as integers"), tr("Learns as the board's integers."),
         tr("Goes on learning as the very integers of the board (QAT), so that it makes up for what rounding takes."));
    name(Codebook, tr("Share values"), tr("Weights take one of a few values."),
         tr("All weights of a layer take one of a few values from a codebook, which are trained afterwards."));
    name(Prune, tr("Prune"), tr("What matters least goes."),
         tr("Weights or neurons that matter least go in five steps; the network learns again after each."));
    name(Distil, tr("Learn from a teacher"), tr("A larger network teaches it."),
         tr("A larger network is trained first; this one then learns from its answers (distillation)."));
    m_together->setText(tr("One after the other"));
    m_together->setToolTip(
        tr("All that is ticked becomes one variant: learn from a teacher, prune, train as integers, and "
           "at the end share values or quantize."));
    retranslateCombos();
    enableFields();
}

void MethodPanel::explain(QWidget& field, const QString& explanation)
{
    m_explanations[&field] = explanation; // enableFields shows it
}

void MethodPanel::retranslateCombos()
{
    for (QComboBox* combo : {m_ptqBits, m_qatBits}) {
        for (int i = 0; i < combo->count(); ++i) {
            const int bits = combo->itemData(i).toInt();
            combo->setItemText(i, bits == 2 ? tr("ternary") : tr("%1 bits").arg(bits));
        }
        explain(*combo, tr("Bits of a weight: fewer are smaller and coarser. Ternary weights are -1, 0 or 1 times a "
                           "scale."));
        combo->setAccessibleName(tr("Bits of a weight"));
    }
    for (int i = 0; i < m_entries->count(); ++i)
        m_entries->setItemText(i, tr("%1 values").arg(m_entries->itemData(i).toInt()));
    explain(*m_entries, tr("How many values a layer may have: 4, 16 or 256 take 2, 4 or 8 bits a weight."));
    m_entries->setAccessibleName(tr("Size of the codebook"));
    const QString centres[] = {tr("k-means"), tr("AutoCloud"), tr("mean shift"), tr("affinity propagation"),
                               tr("DBSTREAM")};
    for (int i = 0; i < m_centres->count(); ++i)
        m_centres->setItemText(i, centres[i]);
    explain(*m_centres, tr("How the values are found. k-means has the least error; the others are shown in the course "
                           "and often find too few."));
    m_centres->setAccessibleName(tr("How the values are found"));
    explain(*m_share, tr("How much goes. Beyond 60 % the network learns again for as long as it was trained."));
    m_share->setAccessibleName(tr("Share that goes"));
    const QString prunings[] = {tr("of the weights"), tr("of the neurons")};
    for (int i = 0; i < m_pruning->count(); ++i)
        m_pruning->setItemText(i, prunings[i]);
    explain(*m_pruning, tr("Single weights become 0, or whole neurons go and the network is really smaller."));
    m_pruning->setAccessibleName(tr("What goes"));
    explain(*m_teacher, tr("Neurons in the two hidden layers of the teacher."));
    m_teacher->setAccessibleName(tr("Neurons of the teacher"));
}

}

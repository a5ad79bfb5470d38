#include "ui/pages/export_page.h"

#include "compression/packed_weights.h"
#include "export/cost_estimate.h"
#include "platform/file.h"
#include "project/workflow.h"
#include "ui/document/document.h"
#include "ui/pages/variant_picker.h"
#include "ui/widgets/byte_bar.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/stage_names.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

ExportPage::ExportPage(Document& document, QWidget* parent)
    : StagePage(Stage::Export, document, parent),
      m_bytes(new ByteBar(this)),
      m_file(makeLabel(Type::Note, Tone::Muted, this)),
      m_code(new CodeView(this))
{
    m_code->setObjectName(QStringLiteral("code"));
    content().addWidget(makeTools());
    content().addWidget(m_bytes);
    content().addWidget(m_code, 1);
    content().addWidget(m_file);
    connect(&primaryButton(), &QPushButton::clicked, this, [this] { emit stageWanted(Stage::Device); });
    connect(&document, &Document::compressChanged, this, &ExportPage::refresh);
    connect(&document, &Document::variantChosen, this, &ExportPage::refresh);
    retranslate();
}

QWidget* ExportPage::makeTools()
{
    auto* tools = new QWidget(this);
    m_variantLabel = makeLabel(Type::Text, Tone::Muted, tools);
    m_variant = new VariantPicker(document(), tools);
    m_variant->setObjectName(QStringLiteral("exportVariant"));
    m_variantLabel->setBuddy(m_variant);
    m_find = new QLineEdit(tools);
    m_find->setObjectName(QStringLiteral("findInCode"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(220);
    m_copy = new QPushButton(tools);
    m_copy->setObjectName(QStringLiteral("copyCode"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_save = new QPushButton(tools);
    m_save->setObjectName(QStringLiteral("saveCode"));
    m_save->setIcon(icon(QStringLiteral("save")));
    auto* layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_variantLabel);
    layout->addWidget(m_variant);
    layout->addStretch(1);
    layout->addWidget(m_find);
    layout->addWidget(m_copy);
    layout->addWidget(m_save);
    connect(m_copy, &QPushButton::clicked, this, &ExportPage::copy);
    connect(m_save, &QPushButton::clicked, this, &ExportPage::saveAs);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_code->findNext(m_find->text()); });
    return tools;
}

void ExportPage::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromStdString(m_exported.bytes));
}

void ExportPage::saveAs()
{
    if (m_exported.bytes.empty())
        return;
    auto* dialog = new QFileDialog(this, tr("Save the C++ header"), QString(), tr("C++ headers (*.h)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("h"));
    dialog->selectFile(QString::fromStdString(m_exported.path));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportPage::saveTo);
    dialog->open();
}

void ExportPage::find()
{
    m_find->setFocus();
    m_find->selectAll();
}

bool ExportPage::saveTo(const QString& path)
{
    const Result<void> saved = writeFileAtomically(std::filesystem::path(path.toStdU16String()), m_exported.bytes);
    if (saved)
        document().clearProblem(Stage::Export);
    else
        document().report(Stage::Export, saved.error());
    return saved.ok();
}

void ExportPage::retranslate()
{
    setTitle(stageName(stage()),
             tr("One header, no library, no heap: it takes readings in their own units and answers."));
    primaryButton().setText(tr("Try it on a board"));
    m_variantLabel->setText(tr("Variant"));
    m_find->setPlaceholderText(tr("Find in the code"));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save…"));
    m_code->setAccessibleName(tr("Exported C++"));
    m_shown.reset();
    refresh();
}

void ExportPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    refresh();
}

void ExportPage::refresh()
{
    // The text is long: it is made when somebody looks.
    const auto variant = document().chosenVariant();
    if (!isVisible() || variant == m_shown)
        return;
    m_shown = variant;
    m_exported = {};
    if (variant) {
        Result<ExportedFiles> files = exportCppHeader(variant->model, projectName(document().project()));
        if (files && !files->empty())
            m_exported = files->front();
        else if (!files)
            document().report(Stage::Export, files.error());
        refreshBytes(*variant);
    }
    m_code->setCode(QString::fromStdString(m_exported.bytes));
    m_file->setText(m_exported.path.empty() ? QString()
                                            : tr("%1 · %2 of source")
                                                  .arg(QString::fromStdString(m_exported.path),
                                                       bytesText(static_cast<std::int64_t>(m_exported.bytes.size()))));
    m_copy->setEnabled(!m_exported.bytes.empty());
    m_save->setEnabled(!m_exported.bytes.empty());
}

void ExportPage::refreshBytes(const Variant& variant)
{
    std::vector<ByteBar::Part> parts;
    std::int64_t ofLayers = 0, biases = 0, tables = 0;
    int index = 0;
    for (const ModelLayer& layer : variant.model.layers) {
        std::int64_t weights = 0;
        if (const auto* integer = std::get_if<IntegerLayer>(&layer)) {
            weights = static_cast<std::int64_t>(packedSize(*integer));
            biases += static_cast<std::int64_t>(4 * integer->bias.size() + 2 * integer->multiplier.size());
            tables += static_cast<std::int64_t>(integer->table.size());
        } else {
            const auto& floats = std::get<Float32Layer>(layer);
            weights = static_cast<std::int64_t>(4 * floats.weights.size());
            biases += static_cast<std::int64_t>(4 * floats.bias.size());
        }
        parts.push_back({tr("Layer %1").arg(index + 1), weights, seriesColour(index)});
        ofLayers += weights;
        ++index;
    }
    const std::int64_t inTotal = weightBytes(variant.model);
    const std::int64_t all = estimateCost(variant.model, document().board()).flashBytes;
    parts.push_back({tr("Biases"), biases, seriesColour(4)});
    parts.push_back({tr("Tables"), tables, seriesColour(3)});
    if (const std::int64_t codebooks = inTotal - ofLayers - biases - tables; codebooks > 0)
        parts.push_back({tr("Codebooks"), codebooks, seriesColour(5)});
    parts.push_back({tr("Code (estimated)"), all - inTotal, QColor("#8A968F")});
    m_bytes->setParts(std::move(parts));
}

}

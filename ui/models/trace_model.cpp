#include "ui/models/trace_model.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

namespace broto::ui {

namespace {

QString whole(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number)).replace(u'-', u'−');
}

/// As many figures as a line of the table has room for; four show by how much two numbers differ.
QString shortText(double value, int figures = 4)
{
    return QLocale().toString(value, 'g', figures).replace(u'-', u'−');
}

QString errorText(double error)
{
    return shortText(error, 2);
}

QString productText(double input, double weight)
{
    return QStringLiteral("%1 · %2").arg(shortText(input, 3), shortText(weight, 3));
}

QString known(const std::optional<double>& value)
{
    return value ? shortText(*value) : QStringLiteral("–");
}

/// `roundedOnly`: the weights are those of the float network, but for rounding.
QString stepName(TraceStep step, bool roundedOnly)
{
    switch (step) {
    case TraceStep::Inputs:
        return TraceModel::tr("Inputs of the layer are whole steps");
    case TraceStep::Weights:
        return roundedOnly ? TraceModel::tr("Weights are whole steps")
                           : TraceModel::tr("Weights are others than in float");
    case TraceStep::Bias:
        return roundedOnly ? TraceModel::tr("The bias is a whole step")
                           : TraceModel::tr("The bias is another than in float");
    case TraceStep::Multiplier:
        return TraceModel::tr("Multiplier and shift are near the factor");
    case TraceStep::Rounding:
        return TraceModel::tr("The shift rounds");
    case TraceStep::Clamp:
        return TraceModel::tr("An int8 ends at 127");
    case TraceStep::Table:
        return TraceModel::tr("Entries of the table are whole steps");
    case TraceStep::Answer:
        break;
    }
    return TraceModel::tr("Offset and unit of the answer");
}

}

void TraceModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void TraceModel::setTrace(const NumberTrace& trace, const Variant& variant, std::size_t layer)
{
    beginResetModel();
    m_lines.clear();
    if (layer == 0)
        addFeatures(trace, variant.model);
    addProducts(trace);
    addRequantization(trace);
    addErrors(trace, !variant.recipe || roundsOnly(*variant.recipe));
    endResetModel();
}

void TraceModel::addHeading(const QString& text)
{
    Line& line = m_lines.emplace_back();
    line.cells[Step] = text;
    line.heading = true;
}

void TraceModel::addFeatures(const NumberTrace& trace, const DeployableModel& model)
{
    addHeading(tr("The row becomes activations"));
    for (std::size_t f = 0; f < trace.features.size(); ++f) {
        const FeatureTrace& seen = trace.features[f];
        const Feature& feature = model.preprocessing.features[f];
        Line& line = m_lines.emplace_back();
        const QString unit = feature.unit.empty() ? QString() : u' ' + QString::fromStdString(feature.unit);
        line.cells[Step] =
            QStringLiteral("%1 = %2%3").arg(QString::fromStdString(feature.name), valueText(seen.value), unit);
        if (seen.steps)
            line.cells[Integers] = tr("((%1 − %2) · %3 + 2¹⁹) >> 20 = %4")
                                       .arg(whole(seen.steps->value), whole(seen.steps->centre),
                                            whole(seen.steps->factor), whole(seen.inputs.front().integer));
        if (seen.steps && seen.steps->cut)
            line.cells[Integers] += u' ' + tr("(cut off)");
        if (seen.chosen)
            line.cells[Integers] = tr("input %1 is on").arg(*seen.chosen + 1);
        if (seen.inputs.size() != 1)
            continue;
        line.cells[Value] = shortText(seen.inputs.front().value);
        line.cells[Exact] = shortText(seen.inputs.front().exact);
        line.cells[Error] = errorText(seen.inputs.front().error());
    }
}

void TraceModel::addProducts(const NumberTrace& trace)
{
    addHeading(tr("The neuron adds up: exact"));
    Line& bias = m_lines.emplace_back();
    bias.cells[Step] = tr("bias");
    bias.cells[Integers] = whole(trace.bias);
    bias.cells[Value] = shortText(trace.biasValue);
    bias.cells[Exact] = known(trace.exactBias);
    for (std::size_t i = 0; i < trace.products.size(); ++i) {
        const TracedProduct& product = trace.products[i];
        Line& line = m_lines.emplace_back();
        line.cells[Step] = tr("input %1 · weight").arg(i + 1);
        line.cells[Integers] =
            tr("%1 · %2 = %3, sum %4")
                .arg(whole(product.input), whole(product.weight), whole(product.product), whole(product.sum));
        line.cells[Value] = productText(product.inputValue, product.weightValue);
        if (product.exactInput && product.exactWeight)
            line.cells[Exact] = productText(*product.exactInput, *product.exactWeight);
    }
    Line& sum = m_lines.emplace_back();
    sum.cells[Step] = tr("sum");
    sum.cells[Integers] = whole(trace.sum);
    sum.cells[Value] = shortText(trace.sumValue);
}

void TraceModel::addRequantization(const NumberTrace& trace)
{
    addHeading(tr("To the scale of the output"));
    const auto add = [this](const QString& step, const QString& integers) {
        Line& line = m_lines.emplace_back();
        line.cells[Step] = step;
        line.cells[Integers] = integers;
    };
    if (const auto& steps = trace.requantization) {
        add(tr("times the multiplier"),
            tr("%1 · %2 = %3").arg(whole(trace.sum), whole(steps->multiplier), whole(steps->product)));
        add(tr("round and shift"),
            tr("(%1 + %2) >> %3 = %4")
                .arg(whole(steps->product), whole(steps->addend), whole(steps->shift), whole(steps->shifted)));
        if (steps->clamped)
            add(steps->cut ? tr("cut off") : tr("within an int8"), whole(*steps->clamped));
        if (steps->entry)
            add(tr("looked up in the table"), whole(*steps->entry));
    }
    if (const auto& steps = trace.answer)
        add(tr("offset, then unit"),
            tr("(%1 + %2) · %3").arg(whole(trace.sum), whole(steps->offset), shortText(steps->unit)));
    Line& result = m_lines.emplace_back();
    result.cells[Step] = tr("result");
    result.cells[Integers] = whole(trace.result);
    result.cells[Value] = shortText(trace.value);
    result.cells[Exact] = known(trace.exact);
    if (trace.exact)
        result.cells[Error] = errorText(trace.value - *trace.exact);
}

void TraceModel::addErrors(const NumberTrace& trace, bool roundedOnly)
{
    if (trace.errors.empty())
        return;
    addHeading(tr("Where the difference comes from"));
    for (const TracedError& error : trace.errors) {
        Line& line = m_lines.emplace_back();
        line.cells[Step] = stepName(error.step, roundedOnly);
        line.cells[Value] = shortText(error.value);
        line.cells[Error] = errorText(error.error);
    }
}

int TraceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TraceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant TraceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return line.cells[index.column()];
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Step ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        return line.heading ? fontFor(Type::Heading) : index.column() == Step ? fontFor(Type::Text) : tableFont();
    default:
        return {};
    }
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Step ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Integers:
        return tr("On the board");
    case Value:
        return tr("Stands for");
    case Exact:
        return tr("In float");
    case Error:
        return tr("Error");
    default:
        return {};
    }
}

}

#include "export/kernel_steps.h"

#include "export/far_steps.h"
#include "export/storage_cost.h"

namespace broto {

namespace {

/// Arrays of weights, biases and multipliers; on AVR groups, too, that are wider than the kernels of near flash count.
bool runsPlain(const PlannedLayer& layer, Processor processor)
{
    constexpr int widest = 255;
    const bool isWide = layer.inputs > widest || layer.outputs > widest;
    return !layer.liesInGroups || (isWide && processor == Processor::Avr);
}

/// Inputs that the kernels of a processor read, those included that fill up the last ones.
int readInputs(const PlannedLayer& layer, Processor processor)
{
    const int together = processor == Processor::CortexM4 && layer.isInt4()                     ? 8
                         : processor == Processor::CortexM0 || processor == Processor::CortexM4 ? 4
                                                                                                : 1;
    return (layer.inputs + together - 1) / together * together;
}

/// How many of so many numbers are larger than all before them, on average.
double newLargest(int count)
{
    double sum = 0;
    for (int i = 1; i <= count; ++i)
        sum += 1.0 / i;
    return sum;
}

void countColumns(StepCounts& counts, const PlannedLayer& layer, Processor processor)
{
    const double groups = layer.groups();
    const bool int4 = layer.isInt4();
    if (layer.reads == LayerInputs::Dense && !(int4 && processor == Processor::CortexM0)) { // whose int4 always looks
        counts[int4 ? Step::Int4Dense : Step::Int8Dense] += groups * readInputs(layer, processor);
        return;
    }
    const double others = layer.inputs * (1 - layer.zeroInputs); // what fills up the inputs is 0
    counts[int4 ? Step::Int4Skipped : Step::Int8Skipped] += groups * (readInputs(layer, processor) - others);
    if (layer.readsPositive())
        counts[int4 ? Step::Int4Column : Step::Int8Column] += groups * others;
    else
        counts[int4 ? Step::Int4Either : Step::Int8Either] += groups * others;
}

void countSums(StepCounts& counts, const PlannedLayer& layer, Processor processor)
{
    const Step ofSums = layer.readsBesideDense() ? Step::SummedDense
                        : layer.readsPositive()  ? Step::SummedPositive
                                                 : Step::SummedEither;
    counts[ofSums] += layer.inputs;
    counts[layer.isInt4() ? Step::Int4Group : Step::Int8Group] += layer.groups();
    if (!layer.isInt4())
        return;
    ++counts[Step::Int4Layer];
    const bool sumsAnew = processor == Processor::CortexM4 && layer.isHidden && !layer.isRelu(); // for every group
    counts[Step::SummedInt4] += readInputs(layer, processor) * (sumsAnew ? layer.groups() : 1);
    const int block = layer.readsPositive() ? 32 : 16;
    counts[Step::Int4Block] += static_cast<double>(layer.groups()) * ((layer.inputs + block - 1) / block);
}

void countEnds(StepCounts& counts, const PlannedLayer& layer, Processor processor)
{
    const double neurons = 4.0 * layer.groups();
    if (!layer.isHidden) {
        ++counts[Step::ClassLayer];
        counts[Step::ClassGroup] += layer.groups();
        counts[Step::ScoreEnd] += processor == Processor::Avr ? layer.outputs : neurons;
        counts[Step::NewLargest] += newLargest(layer.outputs);
    } else if (layer.isRelu()) {
        const double filling = neurons - layer.outputs, zeros = layer.zeroSums * layer.outputs;
        ++counts[Step::ReluLayer];
        counts[Step::ReluGroup] += layer.groups();
        counts[Step::ReluZero] += zeros + (processor == Processor::Avr ? 0 : filling);
        counts[Step::ReluEnd] += layer.outputs - zeros + (processor == Processor::Avr ? filling : 0);
    } else {
        ++counts[Step::LinearLayer];
        counts[Step::LinearGroup] += layer.groups();
        counts[Step::LinearEnd] += neurons;
        counts[Step::LinearShift] += neurons * (layer.shift - 17);
    }
}

void countPlain(StepCounts& counts, const PlannedLayer& layer)
{
    ++counts[Step::PlainLayer];
    counts[layer.isHidden ? Step::PlainHidden : layer.outputs > 1 ? Step::PlainScore : Step::PlainSum] += layer.outputs;
    if (layer.isInt4())
        counts[Step::PlainInt4Product] += static_cast<double>((layer.outputs + 1) / 2) * layer.inputs;
    else
        counts[Step::PlainProduct] += int8Products(layer);
}

/// Where activations change between bytes and what layers in groups read.
void countConversions(StepCounts& counts, const NetworkPlan& plan, std::size_t l)
{
    const PlannedLayer& layer = plan.layers[l];
    const bool asGroups = l > 0 && plan.layers[l - 1].liesInGroups && plan.layers[l - 1].isRelu();
    if (asGroups != layer.liesInGroups)
        counts[asGroups ? Step::ToBytes : Step::FromBytes] += (layer.inputs + 3) / 4;
}

}

StepCounts stepsOf(const NetworkPlan& plan, Processor processor)
{
    StepCounts counts;
    counts[Step::Answer] = 1;
    counts[Step::Decoding] = plan.isClassification() ? 0 : 1;
    counts[Step::Feature] = plan.features;
    counts[Step::CategoryInput] = plan.inputs() - plan.features;
    for (std::size_t l = 0; l < plan.layers.size(); ++l) {
        const PlannedLayer& layer = plan.layers[l];
        countConversions(counts, plan, l);
        if (layer.liesInGroups && plan.liesFar && processor == Processor::Avr) {
            countFarLayer(counts, layer);
        } else if (runsPlain(layer, processor)) {
            countPlain(counts, layer);
        } else {
            countColumns(counts, layer, processor);
            countSums(counts, layer, processor);
            countEnds(counts, layer, processor);
        }
        if (layer.looksUp()) {
            ++counts[Step::TableLayer];
            counts[Step::TableEntry] += layer.outputs;
        }
    }
    return counts;
}

}

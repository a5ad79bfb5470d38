#include "export/kernel_code.h"

#include <algorithm>
#include <set>
#include <utility>

namespace broto {

namespace {

void addDot(CodeParts& parts, const PlannedLayer& layer)
{
    const bool dense = layer.readsBesideDense(), int4 = layer.isInt4();
    parts.addOnce(dense ? CodePart::DenseSumOfInputs : CodePart::SparseSumOfInputs);
    if (int4) {
        parts.addOnce(dense ? CodePart::DenseInt4Dot : CodePart::SparseInt4Dot);
        parts.addOnce(CodePart::Int4Dot);
    } else {
        parts.addOnce(dense ? CodePart::DenseInt8Dot : CodePart::SparseInt8Dot);
        parts.addOnce(layer.reads == LayerInputs::Dense ? CodePart::PlainInt8Dot : CodePart::SkippingInt8Dot);
    }
}

void addEnd(CodeParts& parts, const PlannedLayer& layer)
{
    const bool int4 = layer.isInt4();
    if (!layer.isHidden) {
        parts.add(CodePart::ClassCall);
        parts.addOnce(CodePart::Class);
        parts.addOnce(int4 ? CodePart::Int4Class : CodePart::Int8Class);
    } else if (layer.isRelu()) {
        parts.add(CodePart::ReluCall);
        parts.addOnce(CodePart::Relu);
        parts.addOnce(int4 ? CodePart::Int4Relu : CodePart::Int8Relu);
    } else {
        parts.add(CodePart::LinearCall);
        parts.addOnce(CodePart::Group);
        parts.addOnce(int4 ? CodePart::Int4Linear : CodePart::Int8Linear);
    }
}

void addPlain(CodeParts& parts, const PlannedLayer& layer)
{
    if (layer.isHidden || layer.outputs > 1) {
        parts.add(CodePart::PlainCall);
        parts.addOnce(layer.isHidden ? CodePart::PlainHidden : CodePart::PlainClass);
    } else {
        parts.add(CodePart::SumsCall);
        parts.addOnce(layer.isInt4() ? CodePart::Int4Sums : CodePart::Sums);
    }
}

/// Where activations change between bytes and what layers in groups read.
void addConversions(CodeParts& parts, const NetworkPlan& plan)
{
    bool asGroups = false;
    for (const PlannedLayer& layer : plan.layers) {
        if (asGroups != layer.liesInGroups)
            parts.addOnce(asGroups ? CodePart::ToBytes : CodePart::FromBytes);
        asGroups = layer.liesInGroups && layer.isRelu();
    }
}

/// Templates of which Cortex-M0 has one for each way to read inputs.
void addReadings(CodeParts& parts, const NetworkPlan& plan)
{
    std::set<std::pair<bool, LayerInputs>> linear;
    std::set<bool> corrections;
    for (const PlannedLayer& layer : plan.layers) {
        if (!layer.liesInGroups)
            continue;
        if (layer.isHidden && !layer.isRelu() && linear.insert({layer.isInt4(), layer.reads}).second)
            parts.add(layer.isInt4() ? CodePart::Int4LinearOfReading : CodePart::Int8LinearOfReading);
        if (layer.isInt4() && corrections.insert(layer.reads == LayerInputs::Dense).second)
            parts.add(CodePart::Int4Correction);
    }
}

}

CodeParts partsOf(const NetworkPlan& plan)
{
    CodeParts parts;
    parts.add(CodePart::Row);
    if (plan.features > 1)
        parts.add(CodePart::SeveralFeatures);
    if (!plan.isClassification())
        parts.add(CodePart::Decoding);
    for (const PlannedLayer& layer : plan.layers) {
        if (layer.liesInGroups) {
            addDot(parts, layer);
            addEnd(parts, layer);
        } else {
            addPlain(parts, layer);
        }
        if (layer.looksUp()) {
            parts.add(CodePart::TableCall);
            parts.addOnce(CodePart::TableLookup);
        }
    }
    addConversions(parts, plan);
    addReadings(parts, plan);
    return parts;
}

}

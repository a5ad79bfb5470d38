#include "project/report/network_drawing.h"
#include "project/report/report_names.h"
#include "project/report/report_sections.h"

#include <algorithm>

namespace broto {

namespace {

/// The network that was trained, or else the one that would be; empty where nothing tells its inputs.
NetworkShape reportedShape(const ReportFacts& facts)
{
    if (facts.run())
        return shapeOf(facts.run()->network);
    if (!facts.project.variants.empty())
        return shapeOf(facts.project.variants.front()->model);
    if (facts.data)
        return shapeOf(facts.project.design, facts.data->inputs(), facts.data->outputs());
    return {};
}

const NetworkDesign& reportedDesign(const ReportFacts& facts)
{
    return facts.run() ? facts.run()->design : facts.project.design;
}

/// The inputs by their names, where each is one number of the row.
std::vector<std::string> namesOfInputs(const ReportFacts& facts, int inputs)
{
    const Preprocessing* preprocessing = nullptr;
    if (!facts.project.variants.empty())
        preprocessing = &facts.project.variants.front()->model.preprocessing;
    else if (facts.data)
        preprocessing = &facts.data->preprocessing;
    if (!preprocessing || inputCount(*preprocessing) != inputs)
        return {};
    return inputNames(*preprocessing);
}

std::vector<std::string> outputNames(const ReportFacts& facts)
{
    const std::optional<Target> target = facts.target();
    if (!target)
        return {};
    return target->task == Task::Classification ? target->classes : std::vector<std::string>{target->name};
}

NetworkDrawing drawingOf(const NetworkShape& shape, const ReportFacts& facts)
{
    const ReportWords& words = facts.words;
    NetworkDrawing drawing{words.say(BROTO_TEXT("core", "Drawing of the network")),
                           shape,
                           namesOfInputs(facts, shape.front().inputs),
                           outputNames(facts),
                           {}};
    drawing.captions.push_back(words.say(BROTO_TEXT("core", "inputs: %1"), shape.front().inputs));
    for (std::size_t i = 0; i + 1 < shape.size(); ++i)
        drawing.captions.push_back(words.whole(shape[i].outputs) + " × " + words.sentence(nameOf(shape[i].activation)));
    drawing.captions.push_back(words.say(BROTO_TEXT("core", "outputs: %1"), shape.back().outputs));
    return drawing;
}

/// What a hidden layer has beside its neurons.
std::string extrasOf(const NetworkDesign& design, std::size_t layer, const ReportWords& words)
{
    if (layer >= design.hidden.size())
        return {};
    const HiddenLayer& hidden = design.hidden[layer];
    std::string text = hidden.normalised ? words.say(BROTO_TEXT("core", "batch normalisation")) : std::string();
    if (hidden.dropout > 0)
        text += (text.empty() ? "" : ", ") + words.say(BROTO_TEXT("core", "dropout %1"), hidden.dropout);
    return text;
}

}

void addNetwork(HtmlPage& page, const ReportFacts& facts)
{
    const NetworkShape shape = reportedShape(facts);
    if (shape.empty())
        return;
    const ReportWords& words = facts.words;
    page.heading(words.say(BROTO_TEXT("core", "Network")));
    page.drawings({svgOf(drawingOf(shape, facts))});
    HtmlTable table{{{words.say(BROTO_TEXT("core", "Layer"))},
                     {words.say(BROTO_TEXT("core", "Inputs")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Neurons")), HtmlTable::right},
                     {words.say(BROTO_TEXT("core", "Activation"))},
                     {words.say(BROTO_TEXT("core", "In training"))},
                     {words.say(BROTO_TEXT("core", "Parameters")), HtmlTable::right}},
                    {}};
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const LayerShape& layer = shape[i];
        const bool output = i + 1 == shape.size();
        table.addRow(
            {output ? words.say(BROTO_TEXT("core", "Output")) : words.say(BROTO_TEXT("core", "Hidden %1"), i + 1),
             words.whole(layer.inputs), words.whole(layer.outputs), words.sentence(nameOf(layer.activation)),
             extrasOf(reportedDesign(facts), output ? shape.size() : i, words), words.whole(parameterCount({layer}))});
    }
    page.table(table);
    page.paragraph(words.say(BROTO_TEXT("core", "%1 parameters (weights and biases) in all, %2 multiplications for one "
                                                "answer."),
                             parameterCount(shape), multiplicationCount(shape)));
}

}

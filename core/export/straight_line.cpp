#include "export/straight_line.h"

#include "common/message.h"
#include "compression/packed_weights.h"

#include <algorithm>
#include <numeric>

namespace broto {

namespace {

// Registers as in core/runtime/dense_avr.h: r2-r13 the sums of four neurons, r14 0, r15 2^(24 - shift). Z the
// workspace, r19 an input, r18 a weight; r22:r20 the largest score so far and r23 its class.

constexpr int reachOfDisplacement = 64; ///< LDD and STD, from Z on
constexpr int mostWeights = 1200;       ///< about 11 bytes of code each
constexpr int mostOutputs = 150;

/// Instructions of one routine, as lines of a string literal.
class Assembly {
public:
    Assembly& add(const std::string& instructions)
    {
        m_text += "        \"" + instructions + "\\n\\t\"\n";
        return *this;
    }
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string place(int workspaceByte)
{
    return workspaceByte == 0 ? "Z" : "Z+" + std::to_string(workspaceByte);
}

std::string load(const std::string& name, int workspaceByte)
{
    return (workspaceByte == 0 ? "ld " : "ldd ") + name + ',' + place(workspaceByte);
}

std::string store(int workspaceByte, const std::string& name)
{
    return (workspaceByte == 0 ? "st " : "std ") + place(workspaceByte) + ',' + name;
}

std::string sumRegister(int neuron, int byte)
{
    return "r" + std::to_string(2 + 3 * neuron + byte);
}

std::string number(std::int32_t value, int byte)
{
    return std::to_string(value >> 8 * byte & 255);
}

/// Where inputs of a layer begin in the workspace.
int beginOf(const HeaderFacts& facts, int layer)
{
    return layer % 2 == 0 ? 0 : facts.bufferSize(facts.firstBuffer);
}

void addBias(Assembly& code, int neuron, std::int32_t bias)
{
    for (int byte = 0; byte < 3; ++byte)
        code.add((bias >> 8 * byte & 255) == 0
                     ? "clr " + sumRegister(neuron, byte)
                     : "ldi r18," + number(bias, byte) + " $ mov " + sumRegister(neuron, byte) + ",r18");
}

/// One input times the weights of a group. The first layer reads x + 128, the others step over 0.
void addInput(Assembly& code, const std::array<GroupNeuron, 4>& group, int input, int workspaceByte, bool first)
{
    std::string products;
    for (int n = 0; n < 4; ++n) {
        const int weight =
            group[static_cast<std::size_t>(n)].weights ? group[static_cast<std::size_t>(n)].weights[input] : 0;
        if (weight == 0)
            continue;
        const std::string add = weight > 0 ? "add " : "sub ", adc = weight > 0 ? "adc " : "sbc ";
        products += " $ ldi r18," + std::to_string(std::abs(weight)) + " $ mul r18,r19 $ " + add + sumRegister(n, 0) +
                    ",r0 $ " + adc + sumRegister(n, 1) + ",r1 $ " + adc + sumRegister(n, 2) + ",r14";
    }
    if (products.empty())
        return;
    code.add(load("r19", workspaceByte) +
             (first ? " $ subi r19,128" + products : " $ tst r19 $ breq 1f" + products + "\\n1:"));
}

std::string multiplierText(std::int16_t multiplier)
{
    return "ldi r18," + number(multiplier, 0) + " $ ldi r19," + number(multiplier, 1);
}

/// y = clamp((sum * m + 2^(shift-1)) >> shift, 0, 127), as BROTO_AVR_RELU.
void addRelu(Assembly& code, int neuron, std::int16_t multiplier, int workspaceByte)
{
    const std::string a = sumRegister(neuron, 0), b = sumRegister(neuron, 1), c = sumRegister(neuron, 2);
    code.add("clr r25 $ sbrc " + c + ",7 $ rjmp 9f $ " + multiplierText(multiplier));
    code.add("mul " + a + ",r18 $ mov r24,r1 $ mul " + a + ",r19 $ add r24,r0 $ adc r1,r14 $ mov " + a + ",r1");
    code.add("mul " + b + ",r18 $ add r24,r0 $ adc " + a + ",r1 $ clr r24 $ adc r24,r14");
    code.add("mul " + b + ",r19 $ add " + a + ",r0 $ adc r24,r1 $ mul " + c + ",r18 $ add " + a + ",r0 $ adc r24,r1");
    code.add("mul " + c + ",r19 $ add r24,r0 $ adc r1,r14 $ brne 8f $ mul r24,r15 $ mov r25,r0 $ tst r1 $ brne 8f");
    code.add("mul " + a + ",r15 $ add r25,r1 $ brmi 8f $ lsl r0 $ adc r25,r14 $ brpl 9f\\n8: ldi r25,127\\n9: " +
             store(workspaceByte, "r25"));
}

/// The score (sum * m + 2^15) >> 16, kept with its class if it is the first or larger, as avrClass.
void addScore(Assembly& code, int neuron, std::int16_t multiplier, int classIndex)
{
    const std::string a = sumRegister(neuron, 0), b = sumRegister(neuron, 1), c = sumRegister(neuron, 2);
    code.add(multiplierText(multiplier) + " $ clr r25 $ mul " + a + ",r18 $ mov r24,r1");
    code.add("mul " + a + ",r19 $ add r24,r0 $ adc r1,r14 $ mov " + a + ",r1");
    code.add("mul " + b + ",r18 $ add r24,r0 $ adc " + a + ",r1 $ adc r25,r14 $ lsl r24 $ adc " + a +
             ",r14 $ adc r25,r14");
    code.add("mul " + b + ",r19 $ add " + a + ",r0 $ adc r25,r1 $ mul " + c + ",r18 $ add " + a + ",r0 $ adc r25,r1");
    code.add("clr r24 $ adc r24,r14 $ mul " + c + ",r19 $ add r25,r0 $ adc r24,r1");
    code.add("sbrs " + c + ",7 $ rjmp 7f $ sub r25,r18 $ sbc r24,r19\\n7:");
    const std::string keep = "mov r20," + a + " $ mov r21,r25 $ mov r22,r24 $ ldi r23," + std::to_string(classIndex);
    code.add(classIndex == 0 ? keep : "cp r20," + a + " $ cpc r21,r25 $ cpc r22,r24 $ brge 1f $ " + keep + "\\n1:");
}

void addLayer(Assembly& code, const HeaderFacts& facts, int index)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    const bool hidden = index < facts.hiddenLayers;
    if (hidden)
        code.add("ldi r18," + std::to_string(1 << (24 - layer.shift)) + " $ mov r15,r18");
    for (int first = 0; first < layer.outputs; first += 4) {
        const std::array<GroupNeuron, 4> group = groupOf(layer, first);
        const int neurons = std::min(4, layer.outputs - first);
        for (int n = 0; n < neurons; ++n) {
            const GroupNeuron& neuron = group[static_cast<std::size_t>(n)];
            const int lowered =
                index == 0 ? 128 * std::accumulate(neuron.weights, neuron.weights + layer.inputs, 0) : 0;
            addBias(code, n, neuron.bias - lowered);
        }
        for (int input = 0; input < layer.inputs; ++input)
            addInput(code, group, input, beginOf(facts, index) + input, index == 0);
        for (int n = 0; n < neurons; ++n) {
            const std::int16_t multiplier = group[static_cast<std::size_t>(n)].multiplier;
            if (hidden)
                addRelu(code, n, multiplier, beginOf(facts, index + 1) + first + n);
            else
                addScore(code, n, multiplier, first + n);
        }
    }
}

template<class... Arguments>
Message cannot(std::string_view why, const Arguments&... arguments)
{
    return message("export.straight-line", why, arguments...);
}

std::optional<Message> layerProblem(const HeaderFacts& facts, int index)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    if (!liesInGroups(layer))
        return cannot(BROTO_TEXT("core",
                                 "Layer %1 keeps its weights as %2. Straight-line code needs int8 or int4: compress "
                                 "the network to one of these, or leave straight-line code."),
                      index + 1, storageName(layer.storage));
    if (index < facts.hiddenLayers && layer.activation != Activation::Relu)
        return cannot(BROTO_TEXT("core", "Layer %1 has the activation %2. Straight-line code needs ReLU in all hidden "
                                         "layers: train with it, or leave straight-line code."),
                      index + 1, activationName(layer.activation));
    return std::nullopt;
}

std::optional<Message> sizeProblem(const HeaderFacts& facts)
{
    std::size_t weights = 0;
    for (int layer = 0; layer <= facts.hiddenLayers; ++layer)
        weights += facts.integerLayer(layer).weights.size();
    if (weights > mostWeights)
        return cannot(BROTO_TEXT("core", "The network has %1 weights, and straight-line code holds at most %2. Choose "
                                         "smaller layers, or leave straight-line code."),
                      weights, mostWeights);
    if (facts.ramBytes() > reachOfDisplacement)
        return cannot(BROTO_TEXT("core",
                                 "The activations of the network take %1 bytes, and straight-line code reaches %2. "
                                 "Choose fewer features or smaller layers, or leave straight-line code."),
                      facts.ramBytes(), reachOfDisplacement);
    if (facts.outputs > mostOutputs)
        return cannot(BROTO_TEXT("core", "The network tells %1 classes apart, and straight-line code at most %2. Leave "
                                         "straight-line code."),
                      facts.outputs, mostOutputs);
    return std::nullopt;
}

}

std::optional<Message> straightLineProblem(const HeaderFacts& facts)
{
    if (facts.isFloat)
        return cannot(BROTO_TEXT("core",
                                 "The model computes in float32, and straight-line code in integers. Compress it "
                                 "to int8 or int4 first, or leave straight-line code."));
    if (!facts.isClassification)
        return cannot(BROTO_TEXT("core", "The model answers with a number, and straight-line code with a class alone. "
                                         "Leave straight-line code."));
    for (int layer = 0; layer <= facts.hiddenLayers; ++layer)
        if (std::optional<Message> problem = layerProblem(facts, layer))
            return problem;
    return sizeProblem(facts);
}

std::string straightLineFunction(const HeaderFacts& facts)
{
    Assembly code;
    code.add("clr r14");
    for (int l = 0; l <= facts.hiddenLayers; ++l)
        addLayer(code, facts, l);
    code.add("mov r24,r23 $ clr r1 $ ret");
    return "#if defined(BROTO_KERNELS_AVR)\n\n"
           "/// The whole network without a loop, for the encoded row at Z; the class in r24. Every weight is a number "
           "in\n"
           "/// an instruction, and one of 0 is none. Registers as in the kernels above.\n"
           "BROTO_NAKED void straightLine()\n{\n    __asm__ volatile(\n" +
           code.text() +
           "        ::);\n}\n\n"
           "/// The class of the encoded row in workspace->first.\n"
           "BROTO_ONCE inline uint16_t classOf(Workspace* workspace)\n{\n"
           "    return runtime::avrStraightLine(straightLine, workspace->first);\n}\n\n#else\n";
}

}

// The inner loops of training. Included once for every instruction set, by a source that is compiled for it; what is
// here must not use anything with linkage, or the linker might take the code for one processor to another.
#pragma once

#include "training/kernels/floats.h"
#include "training/kernels/grids_body.h"
#include "training/kernels/kernels.h"
#include "training/kernels/layers_body.h"
#include "training/kernels/products_body.h"
#include "training/kernels/softmax_body.h"

namespace broto {

namespace {

void adam(const AdamStep& s)
{
    const Floats keepFirst(0.9f), addFirst(0.1f), keepSecond(0.999f), addSecond(0.001f);
    const Floats size(s.size), rootFactor(s.rootFactor), stabiliser(1e-8f), kept(s.kept);
    for (std::size_t i = 0; i < s.count; i += lanes) {
        const Floats slope = load(s.gradient + i);
        const Floats m = multiplyAdd(keepFirst, load(s.first + i), addFirst * slope);
        const Floats v = multiplyAdd(keepSecond, load(s.second + i), addSecond * (slope * slope));
        const Floats change = size * m / multiplyAdd(squareRoot(v), rootFactor, stabiliser);
        store(s.parameters + i, multiplyAdd(load(s.parameters + i), kept, Floats(0.0f) - change));
        store(s.first + i, m);
        store(s.second + i, v);
    }
}

const Kernels kernels = {product,         productWithRelu,    productBehindRelu, productRequantized,
                         productScored,   productBehindClamp, roundToGrid,       roundProducts,
                         gridSlopes,      gridAndScaleSlopes, growScales,        reciprocals,
                         multipliers,     outerProduct,       columnSums,        activate,
                         multiplyBySlope, transpose,          softmaxLoss,       adam};

}

}

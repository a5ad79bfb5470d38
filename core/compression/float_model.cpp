#include "compression/compress.h"
#include "compression/model_frame.h"

namespace broto {

DeployableModel floatModel(const TrainedNetwork& trained, const Dataset& data, std::string_view version)
{
    DeployableModel model = modelFrame("float", Arithmetic::Float32, trained, data, version);
    for (const DenseLayer& layer : trained.network.layers)
        model.layers.push_back(Float32Layer{static_cast<int>(layer.weights.cols()),
                                            static_cast<int>(layer.weights.rows()),
                                            layer.activation,
                                            {layer.weights.data(), layer.weights.data() + layer.weights.size()},
                                            {layer.bias.data(), layer.bias.data() + layer.bias.size()}});
    measure(model, data);
    return model;
}

}

#include "imported_invariants.h"

#include "compression/predictor.h"
#include "export/onnx_model.h"
#include "export/tflite_model.h"
#include "import/import_model.h"
#include "require.h"

using namespace broto;

namespace {

bool sameAnswer(const Prediction& a, const Prediction& b)
{
    return a.raw == b.raw && a.rawFloat.size() == b.rawFloat.size() && a.classIndex == b.classIndex;
}

}

void requireSoundImport(const Result<DeployableModel>& imported)
{
    if (!imported) {
        require(!imported.error().text.empty(), "a file that is turned away says why");
        return;
    }
    require(!problemWith(*imported), "an imported model keeps its promises");
    const std::vector<float> row(static_cast<std::size_t>(imported->features()), 1.0f);
    const Prediction answer = Predictor(*imported).predict(row);
    for (const std::string& bytes : {tfliteBytes(tfliteModel(*imported)), onnxBytes(onnxModel(*imported))}) {
        const Result<DeployableModel> again = importModel(bytes);
        if (again) // scales at the ends of what floats hold may not come back
            require(sameAnswer(Predictor(*again).predict(row), answer), "a model that is read again answers the same");
    }
}

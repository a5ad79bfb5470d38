#include "hash_lines.h"

#include "compression/predictor.h"
#include "support/emulated/made_up_rows.h"

#include <QString>

#include <bit>

namespace broto {

std::string hashingProgram(const DeployableModel& model, const std::string& identifier, const HashedRows& rows)
{
    const bool classes = model.decoding.target.task == Task::Classification;
    return "#define ASK_CLASSES " + std::to_string(classes) + "\n#define ASK_COUNTS " + std::to_string(classes) +
           "\n#include \"" + identifier + ".h\"\n\nnamespace model = broto::" + identifier +
           ";\n\nenum { rowCount = " + std::to_string(rows.rows) + ", rowsAHash = " + std::to_string(rows.rowsAHash) +
           ", rowsAnAnswer = " + std::to_string(rows.rowsAnAnswer) +
           " };\n\n#include \"stream_hashes.h\"\n\n#if !__STDC_HOSTED__\nextern \"C\" int main();\n#endif\n\n"
           "int main()\n{\n    streamHashes();\n    finish();\n    return 0;\n}\n";
}

std::vector<std::string> expectedHashes(const DeployableModel& model, const HashedRows& wanted)
{
    const bool classes = model.decoding.target.task == Task::Classification;
    Predictor predictor(model);
    MadeUpRows rows;
    AnswerHash hash;
    std::vector<std::string> lines;
    std::vector<float> row(static_cast<std::size_t>(model.features()));
    for (int r = 1; r <= wanted.rows; ++r) {
        rows.next(row.data(), static_cast<std::uint16_t>(row.size()));
        const Prediction prediction = predictor.predict(row);
        for (const std::int32_t raw : prediction.raw)
            hash.add(static_cast<std::uint32_t>(raw));
        if (r % wanted.rowsAnAnswer == 0)
            hash.add(classes ? static_cast<std::uint32_t>(prediction.classIndex)
                             : std::bit_cast<std::uint32_t>(prediction.value));
        if (r % wanted.rowsAHash == 0)
            lines.push_back("hash " + QString::number(hash.value(), 16).rightJustified(8, u'0').toStdString());
    }
    return lines;
}

}

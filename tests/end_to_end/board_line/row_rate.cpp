#include "row_rate.h"

#include "compression/predictor.h"
#include "device/frame_line.h"
#include "end_to_end/kernel_counts/networks.h"

#include <algorithm>

namespace broto {

namespace {

Matrix rowsOf(const CountedNetwork& network, std::size_t count)
{
    Matrix rows(static_cast<Eigen::Index>(count), network.model.features());
    for (std::size_t i = 0; i < count; ++i)
        for (int f = 0; f < network.model.features(); ++f)
            rows(static_cast<Eigen::Index>(i), f) = network.rows[i % network.rows.size()][static_cast<std::size_t>(f)];
    return rows;
}

Result<double> rateOneByOne(BoardConnection& board, const Matrix& rows, const AvrMachine& uno)
{
    const double begin = secondsOf(uno);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const std::span<const float> row(rows.row(i).data(), static_cast<std::size_t>(rows.cols()));
        const auto answer = board.ask([&](BoardClient& asked) { return asked.infer(row); });
        if (!answer)
            return answer.error();
    }
    return static_cast<double>(rows.rows()) / (secondsOf(uno) - begin);
}

}

double RowRate::limit() const
{
    return 10400.0 / static_cast<double>(std::max(requestBytes, answerBytes));
}

Result<RowRate> rowRate(const std::string& letter, std::size_t count)
{
    const CountedNetwork network = trainedNetwork(letter, Storage::Int8);
    const Result<std::string> image = unoImage(network.model);
    if (!image)
        return image.error();
    const std::shared_ptr<AvrMachine> uno = unoWith(*image);
    const auto most = std::make_shared<std::size_t>();
    const RunControl control;
    Result<BoardConnection> board = BoardConnection::open(linesTo(uno, most), control);
    if (!board)
        return board.error();

    RowRate rate;
    rate.network = letter;
    rate.receiveBuffer = static_cast<std::size_t>(board->hello().receiveBuffer);
    rate.requestBytes = bytesOnLine(4 * static_cast<std::size_t>(board->hello().inputs));
    rate.answerBytes = bytesOnLine(runtime::inferFixedBytes + 4 * static_cast<std::size_t>(board->hello().outputs));
    const Matrix rows = rowsOf(network, count);
    Predictor predictor(network.model);
    const Result<double> oneByOne = rateOneByOne(*board, rowsOf(network, 50), *uno);
    if (!oneByOne)
        return oneByOne.error();
    rate.oneByOne = *oneByOne;
    *most = 0;
    const double begin = secondsOf(*uno);
    const auto asked = board->inferAll(rows, [&](Eigen::Index i, const BoardAnswer& answer) {
        const Prediction expected =
            predictor.predict({rows.row(i).data(), static_cast<std::size_t>(network.model.features())});
        ++rate.rows;
        rate.identical += expected.raw == answer.raw;
    });
    if (!asked)
        return asked.error();
    rate.rowsASecond = static_cast<double>(rate.rows) / (secondsOf(*uno) - begin);
    rate.mostUnanswered = *most;
    return rate;
}

}

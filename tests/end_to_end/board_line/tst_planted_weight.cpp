#include "flashed_machine.h"

#include "core/device/firmware_fixture.h"
#include "device/board_check.h"

#include <QtTest>

#include <algorithm>

using namespace broto;

/// One wrong weight in the flash of a board is found, layer and neuron, by what the board answers.
class TestPlantedWeight : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useTestCache();
        if (!findProgram("avr-gcc"))
            QSKIP("SKIPPED: avr-gcc is not installed (gcc-avr, avr-libc)");
        m_model = trainedFixture(Task::Classification);
        m_rows = fixtureDataset(Task::Classification, 11).training.raw.topRows(40);
        const Result<std::string> image = unoImage(m_model);
        QVERIFY2(image, reason(image).c_str());
        m_image = *image;
    }

    void theUnharmedBoardIsIdentical()
    {
        const auto report = checked(m_image);
        QVERIFY2(report, reason(report).c_str());
        QCOMPARE(report->identical, std::size_t(40));
    }

    void oneWrongWeightIsFoundInItsLayerAndNeuron_data()
    {
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("neuron");
        for (int layer = 0; layer < 3; ++layer)
            for (const int neuron : {0, 1, 2, 4, 5, 9})
                if (neuron < (layer == 0 ? 10 : layer == 1 ? 6 : 3))
                    QTest::addRow("layer %d, neuron %d", layer + 1, neuron + 1) << layer << neuron;
    }

    /// A weight that only ever meets zeros makes no difference, so the next one is tried.
    void oneWrongWeightIsFoundInItsLayerAndNeuron()
    {
        QFETCH(int, layer);
        QFETCH(int, neuron);
        const int inputs = std::get<IntegerLayer>(m_model.layers[static_cast<std::size_t>(layer)]).inputs;
        for (int input = 0; input < inputs; ++input) {
            std::string image = m_image;
            const std::size_t place = placeOf(layer, neuron, input);
            QVERIFY(place != std::string::npos);
            image[place] = static_cast<char>(image[place] ^ 0x80);
            const auto report = checked(image);
            QVERIFY2(report, reason(report).c_str());
            if (!report->firstDifference)
                continue;
            QVERIFY(report->identical < report->rows);
            QCOMPARE(report->firstDifference->layer, layer);
            QCOMPARE(report->firstDifference->neuron, neuron);
            return;
        }
        QFAIL("no weight of this neuron makes a difference");
    }

private:
    /// Four neurons share a group: weight + 128, input by input.
    std::size_t placeOf(int layerIndex, int neuron, int input) const
    {
        const auto& layer = std::get<IntegerLayer>(m_model.layers[static_cast<std::size_t>(layerIndex)]);
        std::string group;
        for (int i = 0; i < layer.inputs; ++i)
            for (int n = neuron / 4 * 4; n < neuron / 4 * 4 + 4; ++n)
                group += static_cast<char>(
                    128 + (n < layer.outputs ? layer.weights[static_cast<std::size_t>(n * layer.inputs + i)] : 0));
        const std::size_t at = m_image.find(group);
        return at == std::string::npos ? at : at + static_cast<std::size_t>(4 * input + neuron % 4);
    }

    Result<BoardReport> checked(const std::string& image) const
    {
        const RunControl control;
        Result<BoardConnection> board = BoardConnection::open(linesTo(unoWith(image)), control);
        return board ? checkBoard(m_model, m_rows, *board) : Result<BoardReport>(board.error());
    }

    DeployableModel m_model;
    Matrix m_rows;
    std::string m_image;
};

QTEST_APPLESS_MAIN(TestPlantedWeight)
#include "tst_planted_weight.moc"

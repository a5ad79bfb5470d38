#include "common/random.h"
#include "compression/compensated_rounding.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace broto;

namespace {

/// Rows of inputs that move together: a few causes behind all of them.
ProductMatrix correlatedRows(Random& random, Eigen::Index rows, Eigen::Index inputs, Eigen::Index causes)
{
    ProductMatrix shares(causes, inputs);
    for (double& share : shares.reshaped())
        share = random.normal();
    ProductMatrix result(rows, inputs);
    for (Eigen::Index row = 0; row < rows; ++row) {
        Eigen::RowVectorXd cause(causes);
        for (double& each : cause)
            each = random.normal();
        result.row(row) = 20 * cause * shares;
        for (Eigen::Index i = 0; i < inputs; ++i)
            result(row, i) = std::round(result(row, i) + 5 * random.normal());
    }
    return result;
}

ProductMatrix productsOf(const ProductMatrix& rows)
{
    return rows.transpose() * rows;
}

std::vector<float> normalWeights(Random& random, Eigen::Index count)
{
    std::vector<float> weights(static_cast<std::size_t>(count));
    for (float& weight : weights)
        weight = static_cast<float>(0.4 * random.normal());
    return weights;
}

double minMaxScale(const std::vector<float>& weights, const WeightGrid& grid)
{
    double largest = 0;
    for (const float weight : weights)
        largest = std::max(largest, std::abs(double{weight}));
    return largest / grid.largest();
}

std::vector<std::int8_t> nearest(const std::vector<float>& weights, double scale, const WeightGrid& grid)
{
    std::vector<std::int8_t> result;
    for (const float weight : weights)
        result.push_back(nearestOnGrid(weight, scale, grid));
    return result;
}

/// Over all rows: (weights - rounded * scale)' products (weights - rounded * scale).
double outputError(const ProductMatrix& products, const std::vector<float>& weights,
                   const std::vector<std::int8_t>& rounded, double scale)
{
    Eigen::VectorXd errors(products.rows());
    for (std::size_t i = 0; i < weights.size(); ++i)
        errors(static_cast<Eigen::Index>(i)) = weights[i] - rounded[i] * scale;
    return errors.dot(products * errors);
}

/// The first unknown of symmetric equations, by elimination from the last one.
double firstUnknown(ProductMatrix system, Eigen::VectorXd right)
{
    for (Eigen::Index k = right.size() - 1; k > 0; --k)
        for (Eigen::Index row = 0; row < k; ++row) {
            const double factor = system(row, k) / system(k, k);
            system.row(row) -= factor * system.row(k);
            right(row) -= factor * right(k);
        }
    return right(0) / system(0, 0);
}

void everyGrid()
{
    QTest::addColumn<int>("bits");
    for (int bits = leastWeightBits; bits <= mostWeightBits; ++bits)
        QTest::addRow("%d bits", bits) << bits;
}

}

class TestCompensatedRounding : public QObject {
    Q_OBJECT

private slots:
    void nearestIsOnTheGridAndWithinHalfAStep_data();
    void nearestIsOnTheGridAndWithinHalfAStep();
    void independentInputsAreRoundedToTheNearest_data();
    void independentInputsAreRoundedToTheNearest();
    void sumsLoseLessThanByRoundingToTheNearest_data();
    void sumsLoseLessThanByRoundingToTheNearest();
    void everyWeightMakesUpForTheErrorsBeforeIt();
    void weightsStayOnTheirGrid_data();
    void weightsStayOnTheirGrid();
    void zerosStay_data();
    void zerosStay();
    void inputsThatAreAlwaysZeroAreRoundedToTheNearest();
    void oneInputIsRoundedToTheNearest();
    void inputsThatAlwaysMoveTogetherAreKeptApart();
    void importanceIsTheDampedMeanSquare();
};

void TestCompensatedRounding::nearestIsOnTheGridAndWithinHalfAStep_data()
{
    everyGrid();
}

void TestCompensatedRounding::nearestIsOnTheGridAndWithinHalfAStep()
{
    QFETCH(int, bits);
    const WeightGrid grid = gridOf(bits);
    const double scale = 0.01, end = scale * grid.largest();
    for (int i = -1000; i <= 1000; ++i) {
        const double weight = 1.5 * end * i / 1000;
        const int rounded = nearestOnGrid(weight, scale, grid);
        QVERIFY(rounded % grid.step == 0 && std::abs(rounded) <= grid.largest());
        QVERIFY(std::abs(std::clamp(weight, -end, end) - rounded * scale) <= (0.5 + 1e-9) * scale * grid.step);
    }
}

void TestCompensatedRounding::independentInputsAreRoundedToTheNearest_data()
{
    everyGrid();
}

void TestCompensatedRounding::independentInputsAreRoundedToTheNearest()
{
    QFETCH(int, bits);
    const WeightGrid grid = gridOf(bits);
    Random random(4);
    ProductMatrix products = ProductMatrix::Zero(40, 40);
    for (Eigen::Index i = 0; i < 40; ++i)
        products(i, i) = std::round(1e4 * std::exp(random.normal()));
    const CompensatedRounding rounding(products);
    for (int neuron = 0; neuron < 20; ++neuron) {
        const std::vector<float> weights = normalWeights(random, 40);
        const double scale = minMaxScale(weights, grid) * (neuron % 2 ? 1 : 0.6);
        QCOMPARE(rounding.rounded(weights, scale, grid), nearest(weights, scale, grid));
    }
}

void TestCompensatedRounding::sumsLoseLessThanByRoundingToTheNearest_data()
{
    everyGrid();
}

/// For a single neuron chance may favour the nearest steps, but seldom.
void TestCompensatedRounding::sumsLoseLessThanByRoundingToTheNearest()
{
    QFETCH(int, bits);
    const WeightGrid grid = gridOf(bits);
    int worse = 0, neurons = 0;
    double relative = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Random random(seed);
        const ProductMatrix products = productsOf(correlatedRows(random, 200, 24, 6));
        const CompensatedRounding rounding(products);
        for (int neuron = 0; neuron < 10; ++neuron, ++neurons) {
            const std::vector<float> weights = normalWeights(random, 24);
            const double scale = minMaxScale(weights, grid);
            const double plain = outputError(products, weights, nearest(weights, scale, grid), scale);
            const double compensated = outputError(products, weights, rounding.rounded(weights, scale, grid), scale);
            worse += compensated > plain;
            relative += std::log(compensated / plain);
        }
    }
    const double factor = std::exp(relative / neurons);
    QVERIFY2(factor < 0.45, qPrintable(QString::number(factor)));
    QVERIFY2(worse <= neurons / 20, qPrintable(QString::number(worse)));
}

/// What the triangular decomposition promises: with all weights but the last ones rounded, the best real numbers for
/// those are what is rounded next. Solved here by plain least squares.
void TestCompensatedRounding::everyWeightMakesUpForTheErrorsBeforeIt()
{
    const WeightGrid grid = gridOf(3);
    Random random(7);
    const Eigen::Index count = 9;
    ProductMatrix products = productsOf(correlatedRows(random, 60, count, 3));
    const CompensatedRounding rounding(products);
    const double damping = 0.01 * products.diagonal().mean();
    std::vector<Eigen::Index> order(static_cast<std::size_t>(count));
    for (Eigen::Index i = 0; i < count; ++i)
        order[static_cast<std::size_t>(i)] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](Eigen::Index a, Eigen::Index b) { return products(a, a) > products(b, b); });
    products.diagonal().array() += damping;
    for (int neuron = 0; neuron < 20; ++neuron) {
        const std::vector<float> weights = normalWeights(random, count);
        const double scale = minMaxScale(weights, grid);
        const std::vector<std::int8_t> rounded = rounding.rounded(weights, scale, grid);
        Eigen::VectorXd errors = Eigen::VectorXd::Zero(count);
        for (std::size_t k = 0; k < order.size(); ++k) {
            // Of the errors before it, the least squares over this weight and all later ones.
            const auto later = static_cast<Eigen::Index>(order.size() - k);
            ProductMatrix system(later, later);
            Eigen::VectorXd right = Eigen::VectorXd::Zero(later);
            for (Eigen::Index a = 0; a < later; ++a) {
                const Eigen::Index place = order[k + static_cast<std::size_t>(a)];
                for (Eigen::Index b = 0; b < later; ++b)
                    system(a, b) = products(place, order[k + static_cast<std::size_t>(b)]);
                for (std::size_t before = 0; before < k; ++before)
                    right(a) += products(place, order[before]) * errors(order[before]);
            }
            const double share = firstUnknown(system, right);
            const auto place = static_cast<std::size_t>(order[k]);
            const double wanted = weights[place] + share, half = 0.5 * scale * grid.step;
            const double end = scale * grid.largest();
            QVERIFY(std::abs(std::clamp(wanted, -end, end) - rounded[place] * scale) <= half * (1 + 1e-6));
            errors(order[k]) = weights[place] - rounded[place] * scale;
        }
    }
}

void TestCompensatedRounding::weightsStayOnTheirGrid_data()
{
    everyGrid();
}

void TestCompensatedRounding::weightsStayOnTheirGrid()
{
    QFETCH(int, bits);
    const WeightGrid grid = gridOf(bits);
    Random random(5);
    const CompensatedRounding rounding(productsOf(correlatedRows(random, 50, 30, 2)));
    for (const double factor : {1.0, 0.1, 1e-3, 1e3}) {
        const std::vector<float> weights = normalWeights(random, 30);
        for (const int weight : rounding.rounded(weights, factor * minMaxScale(weights, grid), grid))
            QVERIFY(weight % grid.step == 0 && std::abs(weight) <= grid.largest());
    }
}

void TestCompensatedRounding::zerosStay_data()
{
    everyGrid();
}

void TestCompensatedRounding::zerosStay()
{
    QFETCH(int, bits);
    const WeightGrid grid = gridOf(bits);
    Random random(6);
    const ProductMatrix products = productsOf(correlatedRows(random, 50, 30, 2));
    const CompensatedRounding rounding(products);
    std::vector<float> weights = normalWeights(random, 30);
    for (std::size_t i = 0; i < weights.size(); i += 3)
        weights[i] = i % 2 ? 0.0f : -0.0f;
    const std::vector<std::int8_t> rounded = rounding.rounded(weights, minMaxScale(weights, grid), grid);
    for (std::size_t i = 0; i < weights.size(); i += 3)
        QCOMPARE(int{rounded[i]}, 0);
    QCOMPARE(rounding.rounded(std::vector<float>(30), 0.1, grid), std::vector<std::int8_t>(30));
}

void TestCompensatedRounding::inputsThatAreAlwaysZeroAreRoundedToTheNearest()
{
    const WeightGrid grid = gridOf(4);
    Random random(8);
    ProductMatrix rows = correlatedRows(random, 50, 12, 2);
    for (const Eigen::Index dead : {0, 5, 11})
        rows.col(dead).setZero();
    const CompensatedRounding rounding(productsOf(rows));
    const std::vector<float> weights = normalWeights(random, 12);
    const double scale = minMaxScale(weights, grid);
    const std::vector<std::int8_t> rounded = rounding.rounded(weights, scale, grid);
    for (const std::size_t dead : {0, 5, 11})
        QCOMPARE(rounded[dead], nearestOnGrid(weights[dead], scale, grid));

    const CompensatedRounding ofNothing(ProductMatrix::Zero(12, 12));
    QCOMPARE(ofNothing.rounded(weights, scale, grid), nearest(weights, scale, grid));
    for (const double importance : ofNothing.importance())
        QVERIFY(importance > 0);
}

void TestCompensatedRounding::oneInputIsRoundedToTheNearest()
{
    const CompensatedRounding rounding(ProductMatrix::Constant(1, 1, 5000));
    for (const float weight : {0.37f, -0.52f, 3.0f, 0.0f})
        QCOMPARE(rounding.rounded(std::span(&weight, 1), 0.1, gridOf(8)),
                 std::vector<std::int8_t>{nearestOnGrid(weight, 0.1, gridOf(8))});
}

/// Their products cannot be inverted without damping. Two equal inputs make up for each other.
void TestCompensatedRounding::inputsThatAlwaysMoveTogetherAreKeptApart()
{
    const WeightGrid grid = gridOf(8);
    for (const double size : {1.0, 2048.0 * 127 * 127}) {
        const ProductMatrix products = ProductMatrix::Constant(20, 20, size);
        const CompensatedRounding rounding(products);
        Random random(9);
        for (int neuron = 0; neuron < 10; ++neuron) {
            const std::vector<float> weights = normalWeights(random, 20);
            const double scale = 2 * minMaxScale(weights, grid);
            const std::vector<std::int8_t> rounded = rounding.rounded(weights, scale, grid);
            double sum = 0;
            for (std::size_t i = 0; i < weights.size(); ++i) {
                QVERIFY(std::abs(weights[i] - rounded[i] * scale) < 4 * scale);
                sum += weights[i] - rounded[i] * scale;
            }
            QVERIFY2(std::abs(sum) < scale, qPrintable(QString::number(sum / scale)));
        }
    }
}

void TestCompensatedRounding::importanceIsTheDampedMeanSquare()
{
    ProductMatrix products = ProductMatrix::Zero(2, 2);
    products.diagonal() << 100, 300;
    const CompensatedRounding rounding(products);
    QCOMPARE(std::vector<double>(rounding.importance().begin(), rounding.importance().end()),
             (std::vector<double>{102, 302}));
}

QTEST_APPLESS_MAIN(TestCompensatedRounding)
#include "tst_compensated_rounding.moc"

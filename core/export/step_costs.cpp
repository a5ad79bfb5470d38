#include "export/step_costs.h"

#include "export/per_processor.h"
#include "export/storage_cost.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

namespace broto {

namespace {

struct StepCost {
    Step step;
    PerProcessor costs;
};

// Cycles of an AVR, instructions of a Cortex-M and, coarsely, cycles of a processor that runs the portable kernels.
// What belongs to groups is counted in the assembly of dense_avr.h, dense_cortex_m0.h and dense_cortex_m4.h, in what
// the two branches of a test take on average. What the compiler decides (rows marked *) is fitted by least squares to
// networks that tests/benchmarks/estimate_table draws from other seeds than those that it reports, and in far flash to
// 13 large ones.
constexpr StepCost stepCosts[] = {
    // clang-format off
    //                        AVR     M0     M4  portable
    {Step::Answer,          {   75,     2,     8,    60}}, // *
    {Step::Decoding,        {  101,    78,    11,   100}}, // *
    {Step::Feature,         {  355,   115,    90,    75}}, // *
    {Step::CategoryInput,   {    0,    15,    12,    15}}, // *
    {Step::ReluLayer,       {    0,    25,    16,    30}}, // *
    {Step::LinearLayer,     {   36,     3,    25,    30}}, // *
    {Step::ClassLayer,      {   18,    12,    12,    30}}, // *
    {Step::SummedPositive,  {    7,     0,     0,     0}},
    {Step::SummedEither,    {    9,     0,     0,     0}},
    {Step::SummedDense,     {    8,     0,     0,     0}},
    {Step::SummedInt4,      {    0,     5,  1.25,     0}},
    {Step::Int8Group,       {   61,    10,     2,    40}},
    {Step::Int4Layer,       {    0,    54,    15,     0}}, // * but on AVR
    {Step::Int4Group,       {   71,    35,     7,    40}},
    {Step::Int4Block,       {   41,     0,     0,     0}},
    {Step::Int8Column,      {   39,  16.5,     4,    16}},
    {Step::Int8Skipped,     {   10,   4.5,     4,    16}},
    {Step::Int8Either,      {   41,  16.5,     4,    16}},
    {Step::Int8Dense,       {   38, 15.25,     4,    16}},
    {Step::Int4Column,      {   33,    18,  4.75,    19}},
    {Step::Int4Skipped,     {   10,     4,  4.75,    19}},
    {Step::Int4Either,      {   35,    18,  4.75,    19}},
    {Step::Int4Dense,       {   32,    18,  4.75,    19}},
    {Step::ReluGroup,       {    4,    27,    19,     0}},
    {Step::LinearGroup,     {    5,    15,    10,     0}}, // * but on AVR
    {Step::ClassGroup,      {    2,    24,    29,     0}},
    {Step::ReluEnd,         {   51,    13,     0,    22}},
    {Step::ReluZero,        {   12,     4,     0,    22}},
    {Step::LinearEnd,       {   77,    62,    32,    22}}, // * but on AVR
    {Step::LinearShift,     {    6,     0,     0,     0}},
    {Step::ScoreEnd,        { 66.5,    11,     0,    24}},
    {Step::NewLargest,      {    7,     2,     0,     0}},
    {Step::FromBytes,       {    0,     0,     9,     0}},
    {Step::ToBytes,         {    0,     0,    20,     0}},
    {Step::TableLayer,      {   41,     0,    17,    20}}, // *
    {Step::TableEntry,      {   14,     8,     6,    10}},
    {Step::FarArray,        {  150,     0,     0,     0}}, // *
    {Step::FarSummed,       {   21,     0,     0,     0}}, // *
    {Step::FarInt8Column,   {   41,     0,     0,     0}},
    {Step::FarInt8Skipped,  {   13,     0,     0,     0}},
    {Step::FarInt8Either,   {   42,     0,     0,     0}},
    {Step::FarInt4Column,   {   34,     0,     0,     0}},
    {Step::FarInt4Skipped,  {   12,     0,     0,     0}},
    {Step::FarInt4Either,   {   35,     0,     0,     0}},
    {Step::FarInt4Block,    {   47,     0,     0,     0}},
    {Step::FarHiddenGroup,  { 1190,     0,     0,     0}}, // *
    {Step::FarShift,        {   14,     0,     0,     0}}, // *
    {Step::FarScoreGroup,   { 1750,     0,     0,     0}}, // *
    {Step::PlainLayer,      {  107,    60,    11,    30}}, // *
    {Step::PlainHidden,     {  240,    68,    40,    45}},
    {Step::PlainScore,      {  250,    60,    36,    40}},
    {Step::PlainSum,        {   11,    41,    11,    40}}, // *
    {Step::PlainProduct,    {   68,    10,     8,    15}}, // *
    {Step::PlainInt4Product,{   74,    24,    14,    22}}, // *
    // clang-format on
};
static_assert(std::size(stepCosts) == stepCount);

struct PartBytes {
    CodePart part;
    PerProcessor bytes;
};

// Routines in assembly have the size that the assembler gives them, those marked "compiled" what compilers of Debian 12
// make of them at -Os. Rows marked * are fitted as above. Portable kernels stand under the parts of AVR that they take
// the place of.
constexpr PartBytes partBytes[] = {
    // clang-format off
    //                                  AVR   M0   M4  portable
    {CodePart::Row,                 {  684,   239,   215,   480}}, // *
    {CodePart::SeveralFeatures,     {   79,   137,   122,   100}}, // *
    {CodePart::Decoding,            {  439,   652,    66,   600}}, // *
    {CodePart::ReluCall,            {   31,    33,    22,    38}}, // *
    {CodePart::LinearCall,          {   27,    19,    32,    38}}, // *
    {CodePart::ClassCall,           {   12,     0,     6,    38}}, // *
    {CodePart::TableCall,           {   31,    20,    13,    15}}, // *
    {CodePart::SumsCall,            {    0,     0,     0,    30}},
    {CodePart::PlainCall,           {  120,    35,    40,    38}}, // *
    {CodePart::TableLookup,         {    8,    28,    24,    35}}, // compiled
    {CodePart::FromBytes,           {    0,     0,    50,     0}}, // compiled
    {CodePart::ToBytes,             {    0,     0,    77,     0}}, // *
    {CodePart::SparseSumOfInputs,   {   54,     0,     0,     0}},
    {CodePart::DenseSumOfInputs,    {   44,     0,     0,     0}},
    {CodePart::SparseInt8Dot,       {  226,     0,     0,     0}},
    {CodePart::DenseInt8Dot,        {  166,     0,     0,     0}},
    {CodePart::SparseInt4Dot,       {  316,     0,     0,     0}},
    {CodePart::DenseInt4Dot,        {  240,     0,     0,     0}},
    {CodePart::SkippingInt8Dot,     {    0,   144,     0,     0}},
    {CodePart::PlainInt8Dot,        {    0,   134,     0,     0}},
    {CodePart::Int4Dot,             {    0,   212,     0,    60}},
    {CodePart::Int4Correction,      {    0,    34,     0,     0}}, // compiled
    {CodePart::Relu,                {    0,   220,     0,     0}},
    {CodePart::Int8Relu,            {  332,     0,   146,   330}},
    {CodePart::Int4Relu,            {  332,     0,   274,   330}},
    {CodePart::Group,               {    0,    56,     0,     0}},
    {CodePart::Int8Linear,          {  174,     0,   260,    40}}, // compiled, but on AVR
    {CodePart::Int4Linear,          {  174,     0,   388,    40}}, // compiled, but on AVR
    {CodePart::Int8LinearOfReading, {    0,   204,     0,     0}}, // compiled
    {CodePart::Int4LinearOfReading, {    0,   216,     0,     0}}, // compiled
    {CodePart::Class,               {    0,   200,     0,     0}},
    {CodePart::Int8Class,           {  148,     0,   176,   330}},
    {CodePart::Int4Class,           {  148,     0,   304,   330}},
    {CodePart::Sums,                {  204,   263,    25,    80}}, // *
    {CodePart::Int4Sums,            {  210,   350,    96,   120}}, // *
    {CodePart::PlainHidden,         {  270,   175,   150,   218}},
    {CodePart::PlainClass,          {  220,    70,    46,    50}},
    // clang-format on
};
static_assert(std::size(partBytes) == codePartCount);

/// Of storages that do not lie in groups, code to that of an AVR.
constexpr PerProcessor storageCode = {1, 0.46, 0.43, 0.59};

/// A score that is kept, to one that is compared and forgotten (measured on networks of 3 to 55 classes).
constexpr PerProcessor keptScore = {215, 40, 25, 15};

/// Cycles that an instruction takes on average, by the timings in the manuals of Arm and with memory that never lets
/// wait: loads take two, taken branches three.
constexpr double cyclesPerInstruction(Processor processor)
{
    return processor == Processor::CortexM0 ? 1.25 : processor == Processor::CortexM4 ? 1.4 : 1;
}

constexpr bool isCortex(Processor processor)
{
    return processor == Processor::CortexM0 || processor == Processor::CortexM4;
}

/// Code of storages that do not lie in groups, beyond that of int8 (measured on AVR).
double storageBytes(const NetworkPlan& plan, Processor processor)
{
    std::vector<std::pair<Storage, int>> kernels;
    double bytes = 0;
    for (const PlannedLayer& layer : plan.layers) {
        const std::pair kernel(layer.storage, layer.indexBits);
        if (layer.liesInGroups || std::find(kernels.begin(), kernels.end(), kernel) != kernels.end())
            continue;
        kernels.push_back(kernel);
        bytes += storageCostOf(layer).code;
    }
    return bytes * costOn(storageCode, processor);
}

}

StepWork workOf(const StepCounts& steps, Processor processor)
{
    double sum = 0;
    for (const StepCost& cost : stepCosts)
        sum += steps[cost.step] * costOn(cost.costs, processor);
    return {sum * cyclesPerInstruction(processor), isCortex(processor) ? sum : 0};
}

double scoreCycles(int classes, Processor processor)
{
    return classes * costOn(keptScore, processor) * cyclesPerInstruction(processor);
}

std::int64_t codeBytes(const NetworkPlan& plan, Processor processor)
{
    const CodeParts parts = partsOf(plan);
    double bytes = storageBytes(plan, processor);
    for (const PartBytes& part : partBytes)
        bytes += parts[part.part] * costOn(part.bytes, processor);
    return static_cast<std::int64_t>(std::lround(bytes));
}

}

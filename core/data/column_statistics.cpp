#include "data/column_statistics.h"

#include "data/number_set.h"
#include "data/statistics.h"

#include <cmath>

namespace broto {

void describeNumbers(Column& column)
{
    const Statistics statistics = statisticsOf(column.numbers);
    column.missing = column.numbers.size() - statistics.count;
    column.min = statistics.min;
    column.max = statistics.max;
    column.mean = statistics.mean;
    column.deviation = statistics.deviation;
    NumberSet different;
    for (std::size_t row = 0; row < column.numbers.size() && different.size() <= Column::mostCounted; ++row) {
        if (!std::isnan(column.numbers[row]))
            different.add(column.numbers[row]);
    }
    column.distinct = different.size();
}

}

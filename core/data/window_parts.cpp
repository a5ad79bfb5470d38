#include "data/window_parts.h"

#include "data/row_facts.h"

#include <algorithm>

namespace broto {

namespace {

constexpr std::int8_t inNoPart = -1;

/// Rows that go to one part together.
struct Piece {
    std::size_t firstRow = 0;
    std::size_t rows = 0;
};

class Sharing {
public:
    Sharing(WindowPlan& plan, const ColumnPlan& columns, const DataChoices& choices, std::size_t tableRows)
        : m_plan(plan),
          m_columns(columns),
          m_choices(choices),
          m_method(splitMethodOf(choices, plan.task)),
          m_length(static_cast<std::size_t>(plan.stream.length)),
          m_partOfRow(tableRows, inNoPart)
    {
    }

    std::optional<Message> shareOut()
    {
        if (m_choices.split.validation == 0 && m_choices.split.test == 0 && isShuffled())
            return std::nullopt; // all of them are for training
        m_inBlocks = isShuffled();
        m_inBlocks ? cutBlocks() : takeReadings();
        Result<SplitBasis> basis = splitBasis(m_columns, m_choices, m_plan.task, pieceTargets());
        if (!basis)
            return basis.error();
        const Result<SplitRows> parts = splitRows(basis->facts, m_choices.split, m_method);
        if (!parts)
            return m_inBlocks && parts.error().id == "data.too-few-rows" ? tooFewBlocks() : parts.error();
        m_plan.warnings.insert(m_plan.warnings.end(), basis->warnings.begin(), basis->warnings.end());
        markRows(*parts, basis->target.rows);
        keepWholeWindows();
        return std::nullopt;
    }

private:
    bool isShuffled() const
    {
        switch (m_method) {
        case SplitMethod::Random:
        case SplitMethod::Stratified:
            return true;
        case SplitMethod::Folds:
        case SplitMethod::File:
            return m_columns.groups.empty();
        case SplitMethod::Group:
        case SplitMethod::Time:
        case SplitMethod::Column:
            return false;
        }
        return false;
    }

    /// Where every reading has its own place, each is a piece.
    void takeReadings()
    {
        std::size_t next = 0;
        for (const PlannedWindow& window : m_plan.windows) {
            next = std::max(next, window.firstRow);
            for (; next < window.firstRow + m_length; ++next)
                m_pieces.push_back({next, 1});
        }
    }

    void cutBlocks()
    {
        constexpr std::size_t longest = 10; // windows
        constexpr std::size_t fewest = 10;  // blocks of a class, or a third of all blocks of a regression
        for (std::size_t windows = longest; windows > 0; windows /= 2) {
            cutBlocks(windows * m_length);
            if (fewestOfAClass() >= fewest)
                return;
        }
    }

    /// Blocks begin where windows do, so that nothing is lost between them where windows do not overlap.
    void cutBlocks(std::size_t readings)
    {
        const auto stride = static_cast<std::size_t>(m_plan.stream.stride);
        const std::size_t size = (readings + stride - 1) / stride * stride;
        m_pieces.clear();
        for (std::size_t from = 0; from < m_plan.windows.size();) {
            std::size_t to = from;
            while (to < m_plan.windows.size() && m_plan.windows[to].stretch == m_plan.windows[from].stretch)
                ++to;
            const std::size_t end = m_plan.windows[to - 1].firstRow + m_length;
            std::size_t begin = m_plan.windows[from].firstRow;
            for (; end - begin >= size + size / 2; begin += size)
                addBlock(begin, begin + size);
            addBlock(begin, end);
            from = to;
        }
    }

    /// Unless no window reaches into it.
    void addBlock(std::size_t begin, std::size_t end)
    {
        const auto behind = firstWindowFrom(end);
        if (behind != m_plan.windows.begin() && std::prev(behind)->firstRow + m_length > begin)
            m_pieces.push_back({begin, end - begin});
    }

    std::vector<PlannedWindow>::const_iterator firstWindowFrom(std::size_t row) const
    {
        return std::lower_bound(m_plan.windows.begin(), m_plan.windows.end(), row,
                                [](const PlannedWindow& window, std::size_t r) { return window.firstRow < r; });
    }

    std::size_t fewestOfAClass() const
    {
        constexpr std::size_t regressionThirds = 3;
        if (m_plan.task == Task::Regression)
            return m_pieces.size() / regressionThirds;
        std::vector<std::size_t> counts(m_plan.classes.size());
        for (const std::int32_t label : pieceTargets().labels)
            ++counts[static_cast<std::size_t>(label)];
        return *std::min_element(counts.begin(), counts.end());
    }

    /// The class that most windows beginning in a piece have, or the mean of their values; where none begins in it,
    /// that of the last one before.
    TargetValues pieceTargets() const
    {
        TargetValues target;
        target.classes = m_plan.classes;
        std::size_t next = 0; // first window that does not begin before the piece
        for (const Piece& piece : m_pieces) {
            while (next < m_plan.windows.size() && m_plan.windows[next].firstRow < piece.firstRow)
                ++next;
            std::size_t end = next;
            while (end < m_plan.windows.size() && m_plan.windows[end].firstRow < piece.firstRow + piece.rows)
                ++end;
            const std::size_t first = end > next ? next : next > 0 ? next - 1 : 0;
            addTarget(target, first, std::max(end, first + 1));
            target.rows.push_back(piece.firstRow);
        }
        return target;
    }

    void addTarget(TargetValues& target, std::size_t from, std::size_t to) const
    {
        if (m_plan.task == Task::Regression) {
            double sum = 0;
            for (std::size_t i = from; i < to; ++i)
                sum += m_plan.windows[i].value;
            target.values.push_back(static_cast<float>(sum / static_cast<double>(to - from)));
            return;
        }
        if (to - from == 1)
            return target.labels.push_back(m_plan.windows[from].label);
        std::vector<std::size_t> counts(m_plan.classes.size());
        for (std::size_t i = from; i < to; ++i)
            ++counts[static_cast<std::size_t>(m_plan.windows[i].label)];
        target.labels.push_back(
            static_cast<std::int32_t>(std::max_element(counts.begin(), counts.end()) - counts.begin()));
    }

    /// `firstRows` are those of the pieces that have a place.
    void markRows(const SplitRows& parts, const std::vector<std::size_t>& firstRows)
    {
        for (std::size_t part = 0; part < parts.size(); ++part) {
            for (const std::size_t index : parts[part]) {
                const auto piece = std::lower_bound(m_pieces.begin(), m_pieces.end(), firstRows[index],
                                                    [](const Piece& p, std::size_t row) { return p.firstRow < row; });
                std::fill_n(m_partOfRow.begin() + static_cast<std::ptrdiff_t>(piece->firstRow), piece->rows,
                            static_cast<std::int8_t>(part));
            }
        }
    }

    void keepWholeWindows()
    {
        std::vector<std::size_t> sameUntil(m_partOfRow.size()); // first row behind this one that is in another part
        for (std::size_t row = m_partOfRow.size(); row-- > 0;) {
            const bool ends = row + 1 == m_partOfRow.size() || m_partOfRow[row] != m_partOfRow[row + 1];
            sameUntil[row] = ends ? row + 1 : sameUntil[row + 1];
        }
        std::vector<PlannedWindow> kept;
        for (PlannedWindow window : m_plan.windows) {
            const std::int8_t part = m_partOfRow[window.firstRow];
            if (part == inNoPart || sameUntil[window.firstRow] < window.firstRow + m_length) {
                m_plan.dropped.push_back({window.firstRow, DroppedWindow::Reason::BetweenParts});
                continue;
            }
            window.part = static_cast<SplitPart>(part);
            kept.push_back(window);
        }
        m_plan.windows = std::move(kept);
        std::stable_sort(m_plan.dropped.begin(), m_plan.dropped.end(),
                         [](const DroppedWindow& a, const DroppedWindow& b) { return a.firstRow < b.firstRow; });
    }

    Message tooFewBlocks() const
    {
        return message("data.too-few-blocks",
                       BROTO_TEXT("core",
                                  "The windows overlap or follow each other so closely that only %1 pieces can be "
                                  "shared out without one reading in two parts. Choose shorter windows, or record "
                                  "more."),
                       m_pieces.size());
    }

    WindowPlan& m_plan;
    const ColumnPlan& m_columns;
    const DataChoices& m_choices;
    const SplitMethod m_method;
    const std::size_t m_length;
    std::vector<std::int8_t> m_partOfRow;
    std::vector<Piece> m_pieces; ///< in the order of the table
    bool m_inBlocks = false;
};

}

std::optional<Message> shareOutWindows(WindowPlan& plan, const ColumnPlan& columns, const DataChoices& choices,
                                       std::size_t tableRows)
{
    return Sharing(plan, columns, choices, tableRows).shareOut();
}

}

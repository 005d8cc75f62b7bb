// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instances/location_files.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace riser::instances {

namespace {

constexpr std::int64_t most_vertices = 2'000; // the table of lengths has its square
constexpr std::int64_t most_length = 1'000'000'000;
constexpr std::int64_t most_cost = 1'000'000'000;
constexpr std::int64_t most_rows = 1'000'000;
constexpr std::int64_t most_columns = 5'000'000;

// The words of a file one after another, whatever lines they stand in.
class WordStream {
  public:
    explicit WordStream(WordFile& file) : file_(file) {}
    Result<std::int64_t> number(const Text& what, std::int64_t least, std::int64_t most) {
        if (next_ == words_.size()) {
            next_ = 0;
            if (!file_.next_line(words_))
                return file_.error_at_end(
                    fill({"文件在{what}之前结束", "the file ends before {what}"}, {{"what", what}}),
                    {"检查文件是否完整", "see whether the file is whole"});
        }
        last_ = words_[next_];
        return file_.number(words_[next_++], least, most);
    }
    Result<void> end() {
        if (next_ < words_.size() || file_.next_line(words_)) {
            if (next_ >= words_.size())
                next_ = 0;
            return file_.error(words_[next_], {"文件末尾有多余的内容", "there is more than the file announces"},
                               {"删去它，或改正开头的数目", "remove it, or mend the numbers at the beginning"});
        }
        return {};
    }
    Error error(Text message, Text fix) const { return file_.error(last_, std::move(message), std::move(fix)); }

  private:
    WordFile& file_;
    std::vector<Word> words_;
    std::size_t next_ = 0;
    Word last_;
};

struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t length = 0;
};

Result<std::vector<Edge>> read_edges(WordStream& words, std::int64_t vertices, std::int64_t count) {
    std::vector<Edge> edges;
    for (std::int64_t e = 0; e < count; ++e) {
        const Result<std::int64_t> from = words.number({"一条边的起点", "an edge's first vertex"}, 1, vertices);
        if (!from)
            return from.error();
        const Result<std::int64_t> to = words.number({"一条边的终点", "an edge's second vertex"}, 1, vertices);
        if (!to)
            return to.error();
        const Result<std::int64_t> length = words.number({"一条边的长度", "an edge's length"}, 0, most_length);
        if (!length)
            return length.error();
        edges.push_back({.from = static_cast<std::uint32_t>(std::min(*from, *to) - 1),
                         .to = static_cast<std::uint32_t>(std::max(*from, *to) - 1),
                         .length = *length});
    }
    // Of those that join the same two vertices, the last one counts.
    std::reverse(edges.begin(), edges.end());
    std::stable_sort(edges.begin(), edges.end(),
                     [](const Edge& a, const Edge& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    edges.erase(std::unique(edges.begin(), edges.end(),
                            [](const Edge& a, const Edge& b) { return a.from == b.from && a.to == b.to; }),
                edges.end());
    return edges;
}

// Dijkstra from each vertex; nothing when stopped before the end.
std::vector<std::int64_t> all_lengths(std::size_t vertices, const std::vector<Edge>& edges, const Run& run) {
    std::vector<std::vector<std::pair<std::uint32_t, std::int64_t>>> arcs(vertices);
    for (const Edge& edge : edges) {
        arcs[edge.from].emplace_back(edge.to, edge.length);
        arcs[edge.to].emplace_back(edge.from, edge.length);
    }
    std::vector<std::int64_t> lengths(vertices * vertices, no_service);
    using Entry = std::pair<std::int64_t, std::uint32_t>;
    for (std::size_t source = 0; source < vertices; ++source) {
        if (run.stopped())
            return {};
        std::int64_t* const length = &lengths[source * vertices];
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        length[source] = 0;
        queue.emplace(0, static_cast<std::uint32_t>(source));
        while (!queue.empty()) {
            const auto [so_far, vertex] = queue.top();
            queue.pop();
            if (so_far > length[vertex])
                continue;
            for (const auto& [next, more] : arcs[vertex])
                if (so_far + more < length[next]) {
                    length[next] = so_far + more;
                    queue.emplace(so_far + more, next);
                }
        }
    }
    return lengths;
}

} // namespace

Result<FacilityFile> read_facilities(WordFile& file, const Run& run) {
    WordStream words(file);
    const Result<std::int64_t> vertices = words.number({"顶点数", "the number of vertices"}, 1, most_vertices);
    if (!vertices)
        return vertices.error();
    const Result<std::int64_t> count = words.number({"边数", "the number of edges"}, 0, most_vertices * most_vertices);
    if (!count)
        return count.error();
    const Result<std::int64_t> open = words.number({"p", "p"}, 1, *vertices);
    if (!open)
        return open.error();
    const Result<std::vector<Edge>> edges = read_edges(words, *vertices, *count);
    if (!edges)
        return edges.error();
    if (const Result<void> end = words.end(); !end)
        return end.error();
    FacilityFile out{.service = {}, .open = static_cast<std::uint32_t>(*open), .stopped = false};
    out.service.clients = out.service.candidates = static_cast<std::uint32_t>(*vertices);
    out.service.length = all_lengths(static_cast<std::size_t>(*vertices), *edges, run);
    out.stopped = out.service.length.empty();
    return out;
}

Result<CoverProblem> read_cover(WordFile& file) {
    WordStream words(file);
    const Result<std::int64_t> rows = words.number({"行数", "the number of rows"}, 1, most_rows);
    if (!rows)
        return rows.error();
    const Result<std::int64_t> columns = words.number({"列数", "the number of columns"}, 1, most_columns);
    if (!columns)
        return columns.error();
    CoverProblem out{.rows = static_cast<std::uint32_t>(*rows), .columns = {}};
    for (std::int64_t c = 0; c < *columns; ++c) {
        const Result<std::int64_t> cost = words.number({"一列的费用", "a column's cost"}, 0, most_cost);
        if (!cost)
            return cost.error();
        out.columns.push_back({.cost = *cost, .rows = {}});
    }
    for (std::int64_t r = 0; r < *rows; ++r) {
        const Result<std::int64_t> count = words.number({"一行的列数", "a row's number of columns"}, 0, *columns);
        if (!count)
            return count.error();
        if (*count == 0)
            return words.error({"这一行没有任何列能覆盖", "no column covers this row"},
                               {"给出至少一列", "give at least one column"});
        for (std::int64_t k = 0; k < *count; ++k) {
            const Result<std::int64_t> column = words.number({"一行的一列", "a row's column"}, 1, *columns);
            if (!column)
                return column.error();
            out.columns[static_cast<std::size_t>(*column - 1)].rows.push_back(static_cast<CoverRow>(r));
        }
    }
    if (const Result<void> end = words.end(); !end)
        return end.error();
    return out;
}

} // namespace riser::instances

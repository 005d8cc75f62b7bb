// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instances/steiner_file.h"

namespace riser::instances {

namespace {

constexpr std::int64_t most_vertices = 100'000'000;
constexpr std::int64_t most_cost = std::int64_t{1} << 50;

class Reader {
  public:
    explicit Reader(WordFile& file) : file_(file) {}

    Result<SteinerGraph> read() {
        while (file_.next_line(words_)) {
            if (same_word(words_[0].text, "EOF"))
                break;
            if (!same_word(words_[0].text, "SECTION"))
                if (++strays_ > 1) // the first such line is the format's signature
                    return file_.error(words_[0], {"此处应为 SECTION 或 EOF", "SECTION or EOF is wanted here"},
                                       {"删除该行，或补上节的开头", "remove the line, or begin a section"});
            if (!same_word(words_[0].text, "SECTION"))
                continue;
            const std::string_view name = words_.size() > 1 ? words_[1].text : std::string_view();
            if (same_word(name, "Graph"))
                part_ = Part::graph;
            else if (same_word(name, "Terminals"))
                part_ = Part::terminals;
            else
                part_ = Part::other;
            if (const Result<void> done = section(words_[0]); !done)
                return done.error();
        }
        if (!nodes_)
            return file_.error_at_end({"没有图（SECTION Graph）", "there is no graph (SECTION Graph)"},
                                      {"确认这是 .stp 或 .gr 文件", "see whether this is an .stp or .gr file"});
        if (!has_terminals_)
            return file_.error_at_end({"没有终端（SECTION Terminals）", "there are no terminals (SECTION Terminals)"},
                                      {"补上终端一节", "add that section"});
        return std::move(graph_);
    }

  private:
    enum class Part { other, graph, terminals };

    Result<void> section(Word begin) {
        if (part_ == Part::graph && nodes_)
            return file_.error(begin, {"图出现了两次", "the graph is there twice"}, {"保留一个", "keep one"});
        if (part_ == Part::terminals && !nodes_)
            return file_.error(begin, {"终端早于图", "the terminals come before the graph"},
                               {"把图放在前面", "put the graph first"});
        has_terminals_ |= part_ == Part::terminals;
        const Part part = part_;
        while (file_.next_line(words_)) {
            if (same_word(words_[0].text, "END"))
                return whole(part);
            Result<void> done;
            if (part == Part::graph)
                done = graph_line();
            else if (part == Part::terminals)
                done = terminal_line();
            if (!done)
                return done;
        }
        return file_.error_at_end({"该节没有 END", "a section has no END"}, {"补上 END 一行", "add a line END"});
    }

    Result<void> whole(Part part) {
        if (part == Part::graph && !nodes_)
            return file_.error(words_[0], {"图没有顶点数", "the graph has no number of vertices"},
                               {"补上 Nodes 一行", "add a line Nodes"});
        if (part == Part::graph && edges_ && *edges_ != static_cast<std::int64_t>(graph_.edges.size()))
            return count_differs("Edges", *edges_, graph_.edges.size());
        if (part == Part::terminals && terminals_ && *terminals_ != static_cast<std::int64_t>(graph_.terminals.size()))
            return count_differs("Terminals", *terminals_, graph_.terminals.size());
        return {};
    }
    Result<void> count_differs(std::string name, std::int64_t said, std::size_t found) {
        const std::string numbers = std::to_string(said) + " / " + std::to_string(found);
        return file_.error(
            words_[0],
            {name + " 的数目与行数不符：" + numbers, name + " says another number than there are lines: " + numbers},
            {"改正数目，或补全文件", "mend the number, or complete the file"});
    }

    Result<void> graph_line() {
        const std::string_view key = words_[0].text;
        if (same_word(key, "Nodes")) {
            if (const Result<void> done = one_number(nodes_, most_vertices); !done)
                return done;
            graph_.vertices = static_cast<std::uint32_t>(*nodes_);
            return {};
        }
        if (same_word(key, "Edges"))
            return one_number(edges_, most_vertices * 10);
        if (same_word(key, "E"))
            return edge();
        if (same_word(key, "A") || same_word(key, "Arcs")) {
            Error error = file_.error(words_[0], {"不支持有向图", "directed graphs are not supported"},
                                      {"改用无向边（E 行）", "use undirected edges (lines E)"});
            error.code = ErrorCode::unsupported;
            return error;
        }
        return unknown_line();
    }

    Result<void> edge() {
        if (words_.size() != 4 || !nodes_)
            return file_.error(words_[0], {"边的行不完整", "the line of an edge is not whole, or comes before Nodes"},
                               {"写成 E 端点 端点 费用", "write E VERTEX VERTEX COST, after Nodes"});
        const Result<std::int64_t> a = file_.number(words_[1], 1, *nodes_);
        if (!a)
            return a.error();
        const Result<std::int64_t> b = file_.number(words_[2], 1, *nodes_);
        if (!b)
            return b.error();
        const Result<std::int64_t> cost = file_.number(words_[3], 0, most_cost);
        if (!cost)
            return cost.error();
        graph_.edges.push_back({static_cast<SteinerVertex>(*a - 1), static_cast<SteinerVertex>(*b - 1), *cost});
        return {};
    }

    Result<void> terminal_line() {
        const std::string_view key = words_[0].text;
        if (same_word(key, "Terminals"))
            return one_number(terminals_, most_vertices);
        if (same_word(key, "Root")) // of a directed problem that this one came from: a terminal as the others
            return {};
        if (!same_word(key, "T"))
            return unknown_line();
        std::optional<std::int64_t> vertex;
        if (const Result<void> done = one_number(vertex, *nodes_, 1); !done)
            return done;
        graph_.terminals.push_back(static_cast<SteinerVertex>(*vertex - 1));
        return {};
    }

    Result<void> one_number(std::optional<std::int64_t>& out, std::int64_t most, std::int64_t least = 0) {
        if (words_.size() != 2)
            return file_.error(words_[0], {"此行应有一个数", "one number is wanted on this line"},
                               {"改正该行", "mend the line"});
        const Result<std::int64_t> value = file_.number(words_[1], least, most);
        if (!value)
            return value.error();
        out = *value;
        return {};
    }

    Result<void> unknown_line() {
        const std::string shown(words_[0].text.substr(0, 40));
        return file_.error(words_[0], {"不认识的行：" + shown, "a line of an unknown kind: " + shown},
                           {"删除该行，或检查该节是否结束", "remove the line, or see whether the section is closed"});
    }

    WordFile& file_;
    std::vector<Word> words_;
    SteinerGraph graph_;
    Part part_ = Part::other;
    std::optional<std::int64_t> nodes_;
    std::optional<std::int64_t> edges_;
    std::optional<std::int64_t> terminals_;
    bool has_terminals_ = false;
    int strays_ = 0;
};

} // namespace

Result<SteinerGraph> read_steiner(WordFile& file) { return Reader(file).read(); }

} // namespace riser::instances

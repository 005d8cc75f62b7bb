// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/type_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <map>
#include <sstream>

namespace riser {

namespace fs = std::filesystem;

namespace {

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The same text with comments, literals and preprocessor lines blanked out, line ends kept.
std::string bare(std::string_view text) {
    std::string out(text);
    const auto blank = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < std::min(to, out.size()); ++i)
            if (out[i] != '\n')
                out[i] = ' ';
    };
    bool line_start = true;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        std::size_t end = i + 1;
        const auto past = [&](std::string_view what, std::size_t from) {
            const std::size_t at = text.find(what, from);
            return at == std::string_view::npos ? text.size() : at + what.size();
        };
        if (rest.starts_with("//")) {
            end = past("\n", i) - 1;
        } else if (rest.starts_with("/*")) {
            end = past("*/", i + 2);
        } else if (rest.starts_with("R\"") && (i == 0 || !in_word(text[i - 1]))) {
            const std::size_t open = text.find('(', i);
            end = past(")" + std::string(text.substr(i + 2, open - i - 2)) + "\"", open);
        } else if (text[i] == '"' || (text[i] == '\'' && (i == 0 || !in_word(text[i - 1])))) { // not 1'000
            while (end < text.size() && text[end] != text[i])
                end += text[end] == '\\' ? 2 : 1;
            ++end;
        } else if (line_start && text[i] == '#') {
            end = i;
            do
                end = past("\n", end);
            while (end < text.size() && text[end - 2] == '\\');
            --end;
        } else {
            line_start = text[i] == '\n' || (line_start && (text[i] == ' ' || text[i] == '\t'));
            ++i;
            continue;
        }
        blank(i, end);
        line_start = false;
        i = std::max(end, i + 1);
    }
    return out;
}

// Words and single signs, each with its line; attributes such as [[nodiscard]] and alignas(8) left out.
struct Token {
    std::string_view text;
    int line = 1;
};
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> out;
    int line = 1;
    for (std::size_t i = 0; i < text.size();) {
        if (std::isspace(static_cast<unsigned char>(text[i])) != 0) {
            line += text[i++] == '\n';
            continue;
        }
        std::size_t end = i + 1;
        if (text.substr(i).starts_with("[[")) {
            end = std::min(text.find("]]", i), text.size() - 2) + 2;
            line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(i),
                                                text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
            i = end;
            continue;
        }
        if (text.substr(i).starts_with("::"))
            end = i + 2;
        else if (in_word(text[i]))
            while (end < text.size() && in_word(text[end]))
                ++end;
        out.push_back({text.substr(i, end - i), line});
        i = end;
    }
    return out;
}

constexpr std::array<std::string_view, 4> type_keywords{"struct", "class", "union", "enum"};
bool is_type_keyword(std::string_view word) {
    return std::find(type_keywords.begin(), type_keywords.end(), word) != type_keywords.end();
}

class Scanner {
  public:
    Scanner(std::string_view text, const std::string& file) : tokens_(tokens_of(text)), file_(file) {}

    std::vector<TypeName> scan() && {
        std::size_t statement = 0; // where the present one begins
        int parentheses = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::string_view word = tokens_[i].text;
            if (word == "(")
                ++parentheses;
            else if (word == ")")
                --parentheses;
            else if (word == "{") {
                open(statement, i);
                statement = i + 1;
            } else if (word == "}") {
                if (!scopes_.empty())
                    scopes_.pop_back();
                statement = i + 1;
            } else if (word == ";" && parentheses == 0) {
                statement = i + 1;
            }
        }
        return std::move(out_);
    }

  private:
    struct Scope {
        bool names_types = false; // a namespace, and none around it is nameless
        std::string prefix;       // "riser::"
    };
    Scope outer() const { return scopes_.empty() ? Scope{.names_types = true, .prefix = {}} : scopes_.back(); }

    // The brace at `brace` ends the head that begins at `first`.
    void open(std::size_t first, std::size_t brace) {
        const Scope around = outer();
        Scope inside;
        std::size_t at = first;
        while (at < brace && (tokens_[at].text == "inline" || tokens_[at].text == "export"))
            ++at;
        if (at < brace && tokens_[at].text == "namespace") {
            std::string name;
            for (std::size_t i = at + 1; i < brace; ++i)
                name += tokens_[i].text == "inline" ? "" : std::string(tokens_[i].text);
            inside = {.names_types = around.names_types && !name.empty(), .prefix = around.prefix + name + "::"};
        } else if (around.names_types) {
            if (tokens_[at].text == "extern") // extern "C" {
                inside = around;
            note_type(past_template(at, brace), brace, around.prefix);
        }
        scopes_.push_back(std::move(inside));
    }

    std::size_t past_template(std::size_t at, std::size_t brace) const {
        while (at < brace && tokens_[at].text == "template") {
            int depth = 0;
            for (++at; at < brace; ++at) {
                depth += tokens_[at].text == "<" ? 1 : tokens_[at].text == ">" ? -1 : 0;
                if (depth == 0)
                    break;
            }
            ++at;
        }
        return at;
    }

    void note_type(std::size_t at, std::size_t brace, const std::string& prefix) {
        bool keyword = false;
        while (at < brace && is_type_keyword(tokens_[at].text)) {
            keyword = true;
            ++at;
        }
        if (at < brace && tokens_[at].text == "alignas")
            while (at < brace && tokens_[at++].text != ")")
                ;
        if (!keyword || at >= brace || !in_word(tokens_[at].text.front()))
            return;
        // What follows the name of a type that is defined here: its body, its bases, its underlying type, `final`.
        const std::string_view next = tokens_[at + 1].text;
        if (next == "{" || next == ":" || next == "final")
            out_.push_back({prefix + std::string(tokens_[at].text), file_, tokens_[at].line});
    }

    std::vector<Token> tokens_;
    const std::string& file_;
    std::vector<Scope> scopes_;
    std::vector<TypeName> out_;
};

} // namespace

std::vector<TypeName> types_in(std::string_view text, const std::string& file) {
    const std::string plain = bare(text);
    return Scanner(plain, file).scan();
}

std::vector<std::string> doubled_types(const fs::path& root) {
    std::map<std::string, std::vector<TypeName>> by_name;
    for (const char* floor : {"model", "solvers", "exporters", "designer"}) {
        if (!fs::exists(root / floor))
            continue;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / floor)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".h" && extension != ".cpp")
                continue;
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream text;
            text << in.rdbuf();
            for (TypeName& type : types_in(text.str(), fs::relative(entry.path(), root).generic_string()))
                by_name[type.name].push_back(std::move(type));
        }
    }
    std::vector<std::string> out;
    for (auto& [name, types] : by_name) {
        if (types.size() < 2)
            continue;
        std::sort(types.begin(), types.end(), [](const TypeName& a, const TypeName& b) {
            return std::tie(a.file, a.line) < std::tie(b.file, b.line);
        });
        std::string sentence = name + " is defined in";
        for (const TypeName& type : types)
            sentence += " " + type.file + ":" + std::to_string(type.line);
        out.push_back(std::move(sentence));
    }
    return out;
}

} // namespace riser

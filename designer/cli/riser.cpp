// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/riser.h"

#include "designer/cli/command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>
#include <sstream>

namespace riser {

namespace {

// The language is needed before parsing, for the help itself.
Language language_wanted(std::span<const std::string> arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string_view value;
        if (arguments[i] == "--lang" && i + 1 < arguments.size())
            value = arguments[i + 1];
        else if (arguments[i].starts_with("--lang="))
            value = std::string_view(arguments[i]).substr(7);
        if (value == "zh" || value == "en")
            return value == "zh" ? Language::zh : Language::en;
    }
    return language_of_locale();
}

// How many columns of a terminal a text takes: Chinese characters take two.
std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        columns += byte < 0x80 || byte >= 0xC0 ? (byte >= 0xE3 ? 2U : 1U) : 0U;
    }
    return columns;
}

// CLI11's own help counts bytes, and says the type of an option in English.
class HelpFormatter : public CLI::Formatter {
    std::string make_option(const CLI::Option* option, bool positional) const override {
        std::string out = "  " + make_option_name(option, positional) + make_option_opts(option);
        const std::string description = make_option_desc(option);
        if (const std::size_t at = out.find(" TEXT:"); at != std::string::npos)
            out.replace(at, 6, " " + get_label("TEXT") + ":");
        if (description.empty())
            return out + "\n";
        if (columns_of(out) >= column_width_)
            out += "\n" + std::string(column_width_, ' ');
        else
            out += std::string(column_width_ - columns_of(out), ' ');
        return out + description + "\n";
    }
};

void translate(CLI::App& app, Language language) {
    app.formatter(std::make_shared<HelpFormatter>());
    app.get_formatter()->column_width(34);
    if (language != Language::zh)
        return;
    app.option_defaults()->group("选项"); // of the options that follow
    app.get_help_ptr()->group("选项");
    for (const auto& [english, chinese] :
         std::initializer_list<std::pair<const char*, const char*>>{{"Usage", "用法"},
                                                                    {"Options", "选项"},
                                                                    {"OPTIONS", "选项"},
                                                                    {"SUBCOMMAND", "命令"},
                                                                    {"Subcommands", "命令"},
                                                                    {"Positionals", "参数"},
                                                                    {"REQUIRED", "必填"},
                                                                    {"TEXT", "文字"},
                                                                    {"INT", "整数"},
                                                                    {"POSITIONALS", "参数"}})
        app.get_formatter()->label(english, chinese);
    app.get_help_ptr()->description("显示帮助");
}

// What CLI11 says in English, in both languages.
Text usage_message(const CLI::ParseError& error) {
    const std::string english = error.what();
    const auto chinese = [&]() -> std::string {
        const std::string name = error.get_name();
        const auto behind = [&](std::string_view lead) {
            const std::size_t at = english.find(lead);
            return at == std::string::npos ? english : english.substr(at + lead.size());
        };
        if (name == "ExtrasError")
            return "不认识的参数：" + behind("not expected: ");
        if (name == "RequiredError") {
            const std::size_t at = english.find(" is required");
            return at == std::string::npos ? "缺少命令或参数" : "缺少 " + english.substr(0, at);
        }
        if (name == "ConversionError" || name == "ValidationError")
            return "参数值无效：" + english;
        if (name == "ArgumentMismatch")
            return "参数个数不对：" + english;
        return "用法错误：" + english;
    };
    return {chinese(), english};
}

} // namespace

std::span<const Command> commands() {
    static const std::vector<Command> list{new_command(),   import_command(),   info_command(),   plan_command(),
                                           check_command(), simulate_command(), export_command(), diff_command(),
                                           merge_command(), waive_command(),    issue_command(),  completion_command()};
    return list;
}

int run_riser(std::span<const std::string> arguments, std::ostream& out, std::ostream& err, Terminal terminal,
              std::stop_token stop) {
    Console console(out, err, terminal);
    console.language = language_wanted(arguments);
    console.stop = std::move(stop);
    const auto said = [&](const Text& text) { return text.in(console.language); };

    CLI::App app(
        said({"Riser：设计并验证行政楼网络", "Riser designs and proves the network of an administrative building"}),
        "riser");
    translate(app, console.language);
    app.set_version_flag("--version", "riser " RISER_VERSION, said({"显示版本", "Print the version"}));
    app.require_subcommand(1);
    std::string language;
    const auto shared_options = [&](CLI::App& to) {
        to.add_option("--lang", language,
                      said({"消息语言：zh 或 en，默认随系统", "Language of messages: zh or en; default: the locale's"}))
            ->check(CLI::IsMember({"zh", "en"}));
        to.add_flag("--quiet", console.quiet, said({"只输出结果与错误", "Results and errors only"}));
    };
    shared_options(app);
    app.footer(said(
        {"“riser 命令 --help”显示该命令的选项和例子。", "\"riser COMMAND --help\" shows its options and an example."}));

    std::vector<std::pair<CLI::App*, std::function<Exit()>>> actions;
    for (const Command& command : commands()) {
        CLI::App* sub = app.add_subcommand(std::string(command.name), said(command.summary));
        sub->group(said({"命令", "Subcommands"}));
        translate(*sub, console.language);
        sub->footer(said({"例：", "Example:"}) + "\n  " + std::string(command.example));
        std::function<Exit()> action = command.describe(*sub, console);
        shared_options(*sub);
        actions.emplace_back(sub, std::move(action));
    }

    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::Success& asked) { // --help, --version
        app.exit(asked, out, err);
        return static_cast<int>(Exit::done);
    } catch (const CLI::ParseError& error) {
        return static_cast<int>(console.fail(usage_message(error), {"见 riser --help", "see riser --help"}));
    }
    try {
        for (const auto& [sub, action] : actions)
            if (sub->parsed())
                return static_cast<int>(action());
    } catch (const std::bad_alloc&) {
        console.fail({"内存不足", "out of memory"},
                     {"关闭其他程序，或拆分设计", "close other programs, or split the design"});
    } catch (const std::exception& fault) {
        console.fail({"内部故障：" + std::string(fault.what()), "internal fault: " + std::string(fault.what())},
                     {"请报告此问题", "please report it"});
    }
    return static_cast<int>(Exit::fault);
}

} // namespace riser

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace riser {

namespace {

// The long options of a subcommand, sorted as they were added.
std::vector<std::string> long_options(const CLI::App& app) {
    std::vector<std::string> out;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            out.push_back("--" + name);
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

void print_bash(const CLI::App& root, std::ostream& out) {
    std::vector<std::string> names;
    for (const CLI::App* sub : root.get_subcommands({}))
        names.push_back(sub->get_name());
    // The command is the first word that is no option and no language.
    out << "_riser() {\n  local word=${COMP_WORDS[COMP_CWORD]} command= i\n"
        << "  for ((i = 1; i < COMP_CWORD; i++)); do\n    case ${COMP_WORDS[i]} in\n      --lang) ((i++)) ;;\n"
        << "      -*) ;;\n      *) command=${COMP_WORDS[i]}; break ;;\n    esac\n  done\n"
        << "  if [ \"${COMP_WORDS[COMP_CWORD - 1]}\" = --lang ]; then\n"
        << "    COMPREPLY=($(compgen -W 'zh en' -- \"$word\"))\n    return\n  fi\n"
        << "  if [ -z \"$command\" ]; then\n    COMPREPLY=($(compgen -W '" << joined(names)
        << " --help --version --lang --quiet' -- \"$word\"))\n    return\n  fi\n"
        << "  case \"$word\" in\n    -*) ;;\n    *) mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); return ;;\n  "
           "esac\n"
        << "  case \"$command\" in\n";
    for (const CLI::App* sub : root.get_subcommands({}))
        out << "    " << sub->get_name() << ") COMPREPLY=($(compgen -W '" << joined(long_options(*sub))
            << "' -- \"$word\")) ;;\n";
    out << "  esac\n}\ncomplete -o filenames -F _riser riser\n";
}

void print_zsh(const CLI::App& root, std::ostream& out) {
    out << "#compdef riser\n_riser() {\n  if (( CURRENT == 2 )); then\n    local -a commands=(";
    for (const CLI::App* sub : root.get_subcommands({}))
        out << "\n      '" << sub->get_name() << ':' << sub->get_description() << "'";
    out << ")\n    _describe command commands\n    return\n  fi\n  case \"$words[2]\" in\n";
    for (const CLI::App* sub : root.get_subcommands({}))
        out << "    " << sub->get_name() << ") compadd -- " << joined(long_options(*sub)) << "; _files ;;\n";
    out << "  esac\n}\n_riser \"$@\"\n";
}

void print_fish(const CLI::App& root, std::ostream& out) {
    for (const CLI::App* sub : root.get_subcommands({})) {
        out << "complete -c riser -n __fish_use_subcommand -a " << sub->get_name() << " -d '" << sub->get_description()
            << "'\n";
        for (const std::string& option : long_options(*sub))
            out << "complete -c riser -n '__fish_seen_subcommand_from " << sub->get_name() << "' -l "
                << option.substr(2) << "\n";
    }
}

} // namespace

Command completion_command() {
    return {"completion",
            {"输出命令补全脚本", "Print a shell completion script"},
            "riser completion bash > ~/.local/share/bash-completion/completions/riser",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto shell = std::make_shared<std::string>();
                app.add_option("SHELL", *shell, "bash, zsh, fish")
                    ->required()
                    ->check(CLI::IsMember({"bash", "zsh", "fish"}));
                return [&app, &console, shell] {
                    const CLI::App& root = *app.get_parent();
                    if (*shell == "bash")
                        print_bash(root, console.out());
                    else if (*shell == "zsh")
                        print_zsh(root, console.out());
                    else
                        print_fish(root, console.out());
                    return Exit::done;
                };
            }};
}

} // namespace riser

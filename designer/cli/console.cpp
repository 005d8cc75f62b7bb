// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/console.h"

#include <cstdlib>
#include <memory>
#include <ostream>
#include <string>

namespace riser {

namespace {

constexpr int bar_width = 24;

std::string bar(double share, const std::string& step) {
    const int full = static_cast<int>(share * bar_width + 0.5);
    std::string out = "\r\033[K[";
    for (int i = 0; i < bar_width; ++i)
        out += i < full ? '#' : '.';
    return out + "] " + std::to_string(static_cast<int>(share * 100 + 0.5)) + " % " + step;
}

} // namespace

void Console::say(const Text& message) const {
    if (!quiet)
        *err_ << message.in(language) << '\n';
}

Exit Console::fail(const Error& error) const {
    *err_ << to_string(error, language) << '\n';
    return error.code == ErrorCode::internal_fault ? Exit::fault : Exit::bad_input;
}

Exit Console::fail(const Text& message, const Text& fix) const {
    return fail(Error{.code = ErrorCode::bad_input, .message = message, .fix = fix, .where = {}});
}

Run Console::run() const {
    Run run;
    run.stop = stop;
    if (terminal_ == Terminal::no || quiet)
        return run;
    // Redrawn when the percentage or the step changes; wiped when done.
    auto shown = std::make_shared<std::string>();
    run.progress = [out = err_, language = language, shown](double share, const Text& step) {
        std::string line = share >= 1 ? std::string("\r\033[K") : bar(share, step.in(language));
        if (line == *shown)
            return;
        *out << line << std::flush;
        *shown = std::move(line);
    };
    return run;
}

Language language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
    return Language::en;
}

} // namespace riser

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instances/answer.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace riser::instances {

namespace {

Language language_of_people() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
    return Language::en;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
            out += code;
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string_view name_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::complete:
        return "optimal";
    case Outcome::stopped:
        return "time_limit";
    case Outcome::limit_reached:
        return "limit";
    case Outcome::infeasible:
        return "infeasible";
    }
    return "";
}

} // namespace

Result<InstanceArguments> parse_arguments(std::span<const std::string> arguments) {
    InstanceArguments out;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& word = arguments[i];
        if (word == "--seconds") {
            double seconds = 0;
            const std::string value = i + 1 < arguments.size() ? arguments[++i] : "";
            const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), seconds);
            if (code != std::errc() || end != value.data() + value.size() || !(seconds > 0 && seconds <= 1e6))
                return Error{.code = ErrorCode::bad_input,
                             .message = {"--seconds 的值无效：" + value, "--seconds has no such value: " + value},
                             .fix = {"给出大于 0 的秒数", "give a number of seconds above 0"},
                             .where = {}};
            out.seconds = std::chrono::duration<double>(seconds);
        } else if (word.starts_with("--")) {
            return Error{.code = ErrorCode::bad_input,
                         .message = {"没有选项 " + word, "there is no option " + word},
                         .fix = {},
                         .where = {}};
        } else {
            out.files.push_back(word);
        }
    }
    if (out.files.empty())
        return Error{
            .code = ErrorCode::bad_input, .message = {"没有给出文件", "no file is given"}, .fix = {}, .where = {}};
    return out;
}

FileClock::FileClock(std::chrono::duration<double> limit) : start_(std::chrono::steady_clock::now()) {
    const auto end = start_ + std::chrono::duration_cast<std::chrono::steady_clock::duration>(limit);
    waiter_ = std::thread([this, end] {
        std::unique_lock lock(mutex_);
        ended_.wait_until(lock, end, [this] { return over_; });
        stop_.request_stop();
    });
}

FileClock::~FileClock() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    ended_.notify_all();
    waiter_.join();
}

std::string to_json(const InstanceAnswer& answer) {
    const auto number = [](const std::optional<std::int64_t>& value) {
        return value ? std::to_string(*value) : std::string("null");
    };
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.3f", answer.seconds.count());
    return "{\"file\": " + quoted(answer.file) + ", \"objective\": " + number(answer.objective) +
           ", \"bound\": " + number(answer.bound) + ", \"seconds\": " + seconds + ", \"termination\": \"" +
           std::string(name_of(answer.outcome)) + "\"}";
}

int print_each(std::span<const std::string> arguments, std::string_view usage,
               const std::function<Result<std::string>(const std::string& file, const Run& run)>& line) {
    const Language language = language_of_people();
    const Result<InstanceArguments> parsed = parse_arguments(arguments);
    if (!parsed) {
        std::fprintf(stderr, "%s\n%s\n", to_string(parsed.error(), language).c_str(), std::string(usage).c_str());
        return 2;
    }
    for (const std::string& file : parsed->files) {
        // A little early: what is under way ends, and the answer is written, within the seconds given.
        const FileClock clock(parsed->seconds - std::min(parsed->seconds * 0.03, std::chrono::duration<double>(0.3)));
        const Result<std::string> answer = line(file, clock.run());
        if (!answer) {
            Error error = answer.error();
            error.where.file = file; // a solver does not know it
            std::fprintf(stderr, "%s\n", to_string(error, language).c_str());
            return 2;
        }
        std::printf("%s\n", answer->c_str());
        std::fflush(stdout);
    }
    return 0;
}

int answer_each(std::span<const std::string> arguments, std::string_view usage,
                Result<InstanceAnswer> (*solve)(const std::string& file, const Run& run)) {
    return print_each(arguments, usage, [solve](const std::string& file, const Run& run) -> Result<std::string> {
        const auto start = std::chrono::steady_clock::now();
        Result<InstanceAnswer> answer = solve(file, run);
        if (!answer)
            return answer.error();
        answer->file = file;
        answer->seconds = std::chrono::steady_clock::now() - start;
        return to_json(*answer);
    });
}

} // namespace riser::instances

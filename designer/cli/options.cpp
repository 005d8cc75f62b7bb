// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/options.h"

#include "model/file/assets.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include <cerrno>

namespace riser {

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        std::string_view item = text.substr(0, comma);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        while (item.starts_with(' '))
            item.remove_prefix(1);
        while (item.ends_with(' '))
            item.remove_suffix(1);
        if (!item.empty())
            out.emplace_back(item);
    }
    return out;
}

Result<std::string> read_whole_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf()).good()) {
        const int code = errno;
        in.clear();
        // An empty file leaves the stream failed although there is nothing wrong with reading it.
        if (std::ifstream again(path, std::ios::binary | std::ios::ate); again && again.tellg() == std::streampos(0))
            return std::string();
        return Error{.code = ErrorCode::io,
                     .message = {std::string("读不了文件：") + std::strerror(code),
                                 std::string("cannot read the file: ") + std::strerror(code)},
                     .fix = {"检查路径与权限", "check its path and permissions"},
                     .where = {path, 0, 0}};
    }
    return std::move(bytes).str();
}

IdSource new_ids() {
    if (const char* seed = std::getenv("RISER_SEED")) {
        std::uint64_t value = 0;
        const auto [end, code] = std::from_chars(seed, seed + std::strlen(seed), value);
        if (code == std::errc() && *end == 0)
            return IdSource(value);
    }
    return IdSource::random();
}

Date today() {
    std::chrono::system_clock::time_point now = std::chrono::system_clock::now();
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        std::int64_t seconds = 0;
        const auto [end, code] = std::from_chars(epoch, epoch + std::strlen(epoch), seconds);
        if (code == std::errc() && *end == 0)
            now = std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
    }
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(now)};
    return Date{static_cast<std::int16_t>(static_cast<int>(day.year())),
                static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
                static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

namespace {

Result<Opened> open_file(const std::string& path, const Console& console, NewerMajor newer) {
    Result<LoadedDesign> loaded = load_design(path, ReadOptions{.limits = {}, .newer_major = newer});
    if (!loaded)
        return std::move(loaded).error();
    for (const Text& note : loaded->opened.notes)
        console.say(note);
    for (const Text& note : absent_assets(loaded->opened.design, path))
        console.say(note);
    return Opened{std::move(loaded->opened.design), loaded->stamp};
}

} // namespace

Result<Opened> open_to_read(const std::string& path, const Console& console) {
    return open_file(path, console, NewerMajor::read_only);
}

Result<Opened> open_for_change(const std::string& path, const Console& console) {
    return open_file(path, console, NewerMajor::refuse);
}

Result<void> save_new(const std::string& path, const Design& design) {
    const Result<FileStamp> saved = save_design(design, path, {.previous = Previous::drop});
    return saved ? Result<void>() : Result<void>(saved.error());
}

Result<void> save_new(const std::string& path, const Design& design, const std::vector<std::string>& made_of) {
    if (const Result<void> carried =
            carry_assets(design, {.designs = {made_of.begin(), made_of.end()}, .held = {}}, path);
        !carried)
        return carried;
    return save_new(path, design);
}

Result<void> save_over(const std::string& path, const Design& design, const FileStamp& expected) {
    const Result<FileStamp> saved = save_design(design, path, {.expected = expected});
    return saved ? Result<void>() : Result<void>(saved.error());
}

Result<Deck> deck_for(const Design& design, const std::string& name_or_file) {
    std::string name = name_or_file.empty() ? design.project().deck : name_or_file;
    if (name.empty())
        name = built_in_deck_names().front();
    if (const Deck* built_in = built_in_deck(name))
        return *built_in;
    if (name_or_file.empty() || (!name.ends_with(".xml") && name.find('/') == std::string::npos)) {
        std::string known;
        for (const std::string_view each : built_in_deck_names())
            known += (known.empty() ? "" : ", ") + std::string(each);
        return Error{.code = ErrorCode::not_found,
                     .message = {"没有规则集 " + name, "there is no rule deck " + name},
                     .fix = {"用 " + known + " 或一个 .xml 文件", "take " + known + " or an .xml file"},
                     .where = {}};
    }
    const Result<std::string> bytes = read_whole_file(name);
    if (!bytes)
        return bytes.error();
    return read_deck(*bytes, name);
}

} // namespace riser

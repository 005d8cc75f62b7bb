// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/journal.h"

#include "model/file/journal_edits.h"
#include "model/file/journal_records.h"
#include "model/file/replace_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace riser {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t journal_limit = std::size_t{4} << 30;
constexpr auto force_interval = std::chrono::seconds(1);

Error in_use(const fs::path& path) {
    return {ErrorCode::conflict,
            {"这个设计正在另一个 Riser 中打开", "this design is open in another Riser"},
            {"先在那里关闭它", "close it there first"},
            {path.string(), 0, 0}};
}

// The records from the first that the file with this hash does not hold; nothing when the journal is of other bytes.
std::optional<std::size_t> first_unsaved(const JournalContents& contents, std::string_view hash) {
    for (std::size_t i = contents.records.size(); i-- > 0;)
        if (contents.records[i].kind == JournalKind::save && contents.records[i].payload == hash)
            return i + 1;
    if (contents.base == hash)
        return 0;
    return std::nullopt;
}

std::size_t edits_from(const JournalContents& contents, std::size_t first) {
    std::size_t count = 0;
    for (std::size_t i = first; i < contents.records.size(); ++i)
        count += contents.records[i].kind == JournalKind::edit ? 1 : 0;
    return count;
}

Result<void> cut(const OpenFile& file, std::size_t size, const fs::path& path) {
    if (::ftruncate(file.descriptor(), static_cast<::off_t>(size)) != 0 ||
        ::lseek(file.descriptor(), static_cast<::off_t>(size), SEEK_SET) < 0)
        return io_error(path, {"无法截短日志", "cannot cut the journal"}, errno);
    return {};
}

// What is in the journal file; nothing when there is none.
Result<std::string> journal_bytes(const fs::path& path) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file && errno == ENOENT)
        return std::string();
    if (!file)
        return io_error(path, {"无法打开日志", "cannot open the journal"}, errno);
    if (::flock(file.descriptor(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return in_use(path);
    return read_whole(file, path, journal_limit);
}

// The design's file as it is; without bytes and hash when there is none.
struct SavedFile {
    std::string bytes;
    FileStamp stamp;
};
Result<SavedFile> saved_file(const fs::path& path, const ReadOptions& options) {
    std::error_code error;
    if (!fs::exists(path, error))
        return SavedFile{};
    Result<std::string> bytes = read_whole(path, options.limits.bytes);
    if (!bytes)
        return std::move(bytes).error();
    Result<FileStamp> stamp = stamp_of(path, *bytes);
    if (!stamp)
        return std::move(stamp).error();
    return SavedFile{std::move(*bytes), std::move(*stamp)};
}

Recovered replay(const JournalContents& contents, std::size_t first, Recovered out, const ReadOptions& options) {
    out.torn_tail = contents.torn;
    for (std::size_t i = first; i < contents.records.size(); ++i) {
        if (contents.records[i].kind != JournalKind::edit)
            continue;
        Result<Text> name = apply_edit(contents.records[i].payload, out.design, options);
        if (!name) {
            out.torn_tail = true;
            break;
        }
        out.last_edit = std::move(*name);
        ++out.edits;
    }
    return out;
}

} // namespace

fs::path journal_path(const fs::path& design_file) {
    const Result<fs::path> found = followed(design_file);
    const fs::path& target = found ? *found : design_file;
    return target.parent_path() / ("." + target.filename().string() + ".journal");
}

Result<Journal> Journal::open(const fs::path& design_file, int flags) {
    const fs::path path = journal_path(design_file);
    OpenFile file(::open(path.c_str(), O_RDWR | O_CLOEXEC | flags, 0600));
    if (!file && errno == ENOENT && (flags & O_CREAT) == 0)
        return Error{ErrorCode::not_found, {"没有日志", "there is no journal"}, {}, {path.string(), 0, 0}};
    if (!file)
        return io_error(path, {"无法打开日志", "cannot open the journal"}, errno);
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return in_use(path);
    return Journal(std::move(file), path);
}

Result<Journal> Journal::start(const fs::path& design_file, const std::optional<std::string>& hash) {
    Result<Journal> journal = open(design_file, O_CREAT);
    if (!journal)
        return journal;
    const Result<std::string> bytes = read_whole(journal->file_, journal->path_, journal_limit);
    if (!bytes)
        return bytes.error();
    const JournalContents contents = parse_journal(*bytes);
    if (edits_from(contents, first_unsaved(contents, hash.value_or("")).value_or(0)) > 0) {
        if (::rename(journal->path_.c_str(), previous_path(journal->path_).c_str()) != 0)
            return io_error(journal->path_, {"无法移开旧日志", "cannot move the old journal aside"}, errno);
        journal = open(design_file, O_CREAT);
        if (!journal)
            return journal;
    }
    if (Result<void> begun = journal->restart(hash.value_or("")); !begun)
        return std::move(begun).error();
    return journal;
}

Result<Journal> Journal::resume(const fs::path& design_file) {
    Result<Journal> journal = open(design_file, 0);
    if (!journal)
        return journal;
    const fs::path& path = journal->path_;
    const Result<std::string> bytes = read_whole(journal->file_, path, journal_limit);
    if (!bytes)
        return bytes.error();
    const JournalContents contents = parse_journal(*bytes);
    if (!contents.base)
        return Error{ErrorCode::not_found, {"没有日志", "there is no journal"}, {}, {path.string(), 0, 0}};
    if (Result<void> good = cut(journal->file_, contents.good_bytes, path); !good)
        return std::move(good).error();
    journal->base_ = *contents.base;
    journal->end_ = contents.good_bytes;
    journal->next_ = static_cast<std::uint32_t>(contents.records.size());
    return journal;
}

Result<void> Journal::restart(const std::string& hash) {
    if (Result<void> emptied = cut(file_, 0, path_); !emptied)
        return emptied;
    const std::string header = journal_header(hash);
    base_ = hash;
    end_ = 0;
    next_ = 0;
    if (Result<void> written = write_all(file_, header, path_); !written)
        return written;
    end_ = header.size();
    return {};
}

Result<void> Journal::append_record(char kind, const std::string& payload) {
    if (payload.size() > UINT32_MAX)
        return Error{ErrorCode::refused,
                     {"改动过大，无法记入日志", "the edit is too large for the journal"},
                     {"现在保存", "save now"},
                     {path_.string(), 0, 0}};
    struct ::stat status {};
    if (::fstat(file_.descriptor(), &status) == 0 && status.st_nlink == 0)
        return Error{ErrorCode::not_found,
                     {"日志文件已被删除", "the journal has been removed"},
                     {"现在保存", "save now"},
                     {path_.string(), 0, 0}};
    // A journal whose beginning could not be written when the file was saved.
    if (end_ == 0)
        if (Result<void> begun = restart(base_); !begun)
            return begun;
    const std::string record = journal_record(static_cast<JournalKind>(kind), next_, payload);
    if (Result<void> written = write_all(file_, record, path_); !written) {
        // A part of a record must not stand before the next whole one.
        (void)cut(file_, end_, path_);
        return written;
    }
    end_ += record.size();
    ++next_;
    return {};
}

Result<void> Journal::append(const Design& before, const Design& after, const Text& edit_name) {
    const Result<std::string> text = edit_text(before, after, edit_name);
    if (!text)
        return text.error();
    const std::size_t end = end_;
    const std::uint32_t next = next_;
    if (Result<void> added = append_record(static_cast<char>(JournalKind::edit), *text); !added)
        return added;
    const auto now = std::chrono::steady_clock::now();
    if (now - forced_ < force_interval)
        return {};
    if (Result<void> forced = force(file_, path_); !forced) {
        (void)cut(file_, end, path_);
        end_ = end;
        next_ = next;
        return forced;
    }
    forced_ = now;
    return {};
}

Result<void> Journal::about_to_save(const std::string& hash) {
    if (Result<void> added = append_record(static_cast<char>(JournalKind::save), hash); !added)
        return added;
    return force(file_, path_);
}

Result<void> Journal::saved(const std::string& hash) { return restart(hash); }

Result<void> Journal::discard() {
    if (::unlink(path_.c_str()) != 0 && errno != ENOENT)
        return io_error(path_, {"无法删除日志", "cannot remove the journal"}, errno);
    file_ = OpenFile();
    return {};
}

Result<std::optional<Recovered>> recover(const fs::path& design_file, const ReadOptions& options) {
    using Nothing = std::optional<Recovered>;
    const fs::path path = journal_path(design_file);
    const Result<std::string> bytes = journal_bytes(path);
    if (!bytes)
        return bytes.error();
    const JournalContents contents = parse_journal(*bytes);
    if (edits_from(contents, 0) == 0)
        return Nothing();
    Result<SavedFile> saved = saved_file(design_file, options);
    if (!saved)
        return std::move(saved).error();
    const std::optional<std::size_t> first = first_unsaved(contents, saved->stamp.hash);
    if (!first)
        return Error{
            ErrorCode::conflict,
            {"自动保存日志不属于文件现在的内容", "the autosave journal belongs to another state of the file"},
            {"移开日志，或恢复文件的上一版本（~）", "move the journal away, or bring back the version before (~)"},
            {path.string(), 0, 0}};
    if (edits_from(contents, *first) == 0)
        return Nothing();
    Recovered out;
    out.stamp = saved->stamp;
    if (!out.stamp.hash.empty()) {
        Result<Design> design = read_design(saved->bytes, design_file.string(), options);
        if (!design)
            return std::move(design).error();
        out.design = std::move(*design);
    }
    return Nothing(replay(contents, *first, std::move(out), options));
}

} // namespace riser

// SPDX-License-Identifier: GPL-3.0-or-later
// The autosave journal beside a design's file, .NAME.journal: every committed edit as the rows it put and the ids it
// erased, with length and checksum, so that after a crash, a kill or a power cut everything up to the last whole edit
// is found again and a torn end is known for what it is. It names the hash of the file it belongs to; saving empties
// it.
#pragma once

#include "model/file/disk.h"
#include "model/file/reader.h"
#include "model/file/replace_file.h"

#include <chrono>

namespace riser {

class Journal {
  public:
    // A fresh journal for the file whose bytes have that hash; no hash for a file not yet saved. Edits that an earlier
    // journal still holds are moved aside as .NAME.journal~. A conflict when another process has the journal open.
    static Result<Journal> start(const std::filesystem::path& design_file, const std::optional<std::string>& hash);
    // Goes on with the journal there is, after recover(); its torn end, if any, is cut off.
    static Result<Journal> resume(const std::filesystem::path& design_file);

    // O(rows changed). Written at once, forced to the disk at most once a second. On an error the journal is as it was;
    // not_found: somebody removed it, start another.
    Result<void> append(const Design& before, const Design& after, const Text& edit_name);
    // Around the save: first, that the edits so far are in a file of this hash (if it comes to be); then that it is.
    Result<void> about_to_save(const std::string& hash);
    Result<void> saved(const std::string& hash);
    // Removes it, when the design is closed or its changes are dropped.
    Result<void> discard();

    std::size_t bytes() const { return end_; }

  private:
    Journal(OpenFile file, std::filesystem::path path) : file_(std::move(file)), path_(std::move(path)) {}
    static Result<Journal> open(const std::filesystem::path& design_file, int flags);
    Result<void> restart(const std::string& hash);
    Result<void> append_record(char kind, const std::string& payload);

    OpenFile file_; // locked
    std::filesystem::path path_;
    std::string base_;       // the hash in its header
    std::size_t end_ = 0;    // 0: the header is still to be written
    std::uint32_t next_ = 0; // record number
    std::chrono::steady_clock::time_point forced_{};
};

struct Recovered {
    Design design;   // the file with the journal's edits applied
    FileStamp stamp; // of the file; no hash when there is none
    std::size_t edits = 0;
    Text last_edit;
    bool torn_tail = false; // an edit after those was cut off
};

// Nothing when there is no journal or the file holds all its edits. A conflict when the journal belongs to other bytes
// than the file now has, or a running process has it open. Changes nothing on disk.
Result<std::optional<Recovered>> recover(const std::filesystem::path& design_file, const ReadOptions& options = {});

std::filesystem::path journal_path(const std::filesystem::path& design_file);

} // namespace riser

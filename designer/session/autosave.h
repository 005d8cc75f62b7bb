// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps every edit of the open design in its journal. It knows what the journal holds, so that after a write that
// failed (a full disk, a folder that went away) the next one brings all that is missing, and tells why as long as
// something is missing. An edit of many rows is written on a thread of its own: it is kept some tenths of a second
// after it was made, and what is edited meanwhile right after it; the order stays.
#pragma once

#include "model/file/journal.h"

#include <functional>
#include <future>

namespace riser {

class Autosave {
  public:
    // Edits of more rows than that are written on a thread of their own.
    static constexpr std::size_t many_rows = 2000;

    // Designs without a file keep their journal in this folder.
    void keep_unnamed_in(const std::filesystem::path& folder);
    const std::filesystem::path& unnamed_folder() const { return unnamed_folder_; }
    // Called from that thread when a write is about over; whoever is told calls go_on().
    void on_written(std::function<void()> told) { told_ = std::move(told); }

    // For a design that its file holds whole, with the hash of that file's bytes.
    void start(const std::filesystem::path& file, const std::string& hash, Design saved);
    // For a design without a file; its journal begins with the first edit.
    void start_unnamed(Design start);
    // Goes on with a journal that held edits; saved: what its file holds.
    void resume(const std::filesystem::path& file, const std::string& hash, Design saved, Design recovered);
    // Of the file just saved at that place.
    void saved(const std::string& hash, Design design);
    // What the journal holds goes, on purpose; an edit after that begins a new one with all that the file lacks.
    void drop();
    // Nothing is kept any longer.
    void stop();

    // After each edit, named, and again (unnamed) to bring up what is missing. Whether all is kept now, or will be as
    // far as is known.
    bool keep(const Design& now, const Text& edit_name = {});
    // Takes what the write has come to and begins with what was edited meanwhile.
    void go_on();
    // Waits until nothing is written any longer.
    void settle();
    bool is_writing() const { return writing_.valid(); }

    // Why the journal lacks edits; nothing while it holds them all.
    const std::optional<Error>& failure() const { return failure_; }
    // For saving; none while it cannot be written. Waits for a write that goes on.
    Journal* journal();

  private:
    // All that a write needs, so that the thread that writes has it to itself.
    struct Kept {
        std::filesystem::path folder; // of designs without a file
        std::filesystem::path file;   // empty: it has none yet, or nothing is kept
        std::optional<std::string> hash;
        std::optional<Journal> journal;
        Design base; // what the journal builds on: the file, or for an unnamed design its first record
        Design held; // what the journal leads to

        Result<void> bring_up_to(const Design& now, const Text& name);
        Result<void> open_journal();
        std::size_t rows_to_write(const Design& now) const;
    };
    struct Written {
        Kept kept;
        Result<void> outcome;
    };

    void take_over(); // what a write has come to
    void write_aside(const Design& now);

    std::filesystem::path unnamed_folder_;
    bool keeping_ = false;
    Kept kept_;                       // not while writing
    Text name_;                       // of the last edit
    std::optional<Design> meanwhile_; // edited while writing
    std::optional<Error> failure_;
    std::function<void()> told_;
    std::future<Written> writing_; // the last member: its thread ends before the others go
};

} // namespace riser

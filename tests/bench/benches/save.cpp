// SPDX-License-Identifier: GPL-3.0-or-later
// Saving: checked, written as text, hashed, forced to the disk, renamed, the previous version kept. Against writing the
// same bytes and forcing them to the disk, and against copying them in memory.
#include "model/file/save.h"
#include "model/file/writer.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/stopwatch.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace riser::bench {

namespace fs = std::filesystem;

namespace {

// A folder that goes with its owner, beside the program: a temporary folder may lie in memory.
class Folder {
  public:
    Folder() : path_(fs::current_path() / ("riser-bench-" + std::to_string(::getpid()))) {
        fs::create_directory(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }

  private:
    fs::path path_;
};

bool write_raw(const fs::path& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool fine = file >= 0;
    for (std::size_t at = 0; fine && at < text.size();) {
        const ssize_t written = ::write(file, text.data() + at, text.size() - at);
        fine = written > 0;
        at += fine ? static_cast<std::size_t>(written) : 0;
    }
    fine = fine && ::fsync(file) == 0;
    return file >= 0 && ::close(file) == 0 && fine;
}

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(out).str();
}

} // namespace

void save(Bench& bench) {
    const Folder folder;
    const std::string text = write_design(bench.design());
    bool fine = true;
    const Measure measured = timed(bench.repeat(), [&] {
        fine = static_cast<bool>(save_design(bench.design(), folder / "design.riser")) && fine;
    });
    const Measure peer = timed(bench.repeat(), [&] { fine = write_raw(folder / "raw.riser", text) && fine; });
    bench.require(fine && bytes_of(folder / "design.riser") == text, "the file saved holds the text of the design");
    bench.line({.what = "save: to the disk",
                .measured = measured,
                .against = "writing the same bytes, fsync",
                .peer = peer,
                .at_most = bench.grown(0.5)});
    bench.line({.what = "save: the text alone",
                .measured = timed(bench.repeat(), [&] { keep(write_design(bench.design())); }),
                .against = "copying the same bytes",
                .peer = timed(bench.repeat(), [&] { keep(std::string(text)); })});
}

} // namespace riser::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/package.h"

#include "exporters/package_documents.h"
#include "exporters/writers/html.h"
#include "exporters/writers/markup.h"
#include "model/file/disk.h"

#include <algorithm>
#include <random>

namespace riser {

namespace {

namespace fs = std::filesystem;

// A hidden folder in the one that is written to, gone with its owner; and the folders made for it when nothing stays.
class Staging {
  public:
    static Result<std::unique_ptr<Staging>> in(const fs::path& directory) {
        auto out = std::unique_ptr<Staging>(new Staging);
        std::error_code error;
        const fs::path whole = fs::absolute(directory, error);
        for (fs::path at = whole; !fs::exists(at, error) && at.has_relative_path(); at = at.parent_path())
            out->made_ = at; // the outermost of those that are made
        fs::create_directories(whole, error);
        if (error)
            return io_error(directory, {"无法建立文件夹", "cannot make the folder"}, error.value());
        std::random_device random;
        const fs::path path = whole / (".riser-export-" + std::to_string(random()));
        if (!fs::create_directory(path, error))
            return io_error(directory, {"无法在此文件夹中写文件", "cannot write in this folder"},
                            error ? error.value() : EEXIST);
        out->path_ = path;
        return out;
    }
    ~Staging() {
        std::error_code ignored;
        if (!path_.empty())
            fs::remove_all(path_, ignored);
        if (!kept_ && !made_.empty())
            fs::remove_all(made_, ignored);
    }
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    const fs::path& path() const { return path_; }
    void keep() { kept_ = true; }

  private:
    Staging() = default;
    fs::path path_;
    fs::path made_;
    bool kept_ = false;
};

Text reader_of(const Design& design, const Profile& profile) {
    switch (profile.audience) {
    case Audience::contractor:
        return {"施工单位", "contractor"};
    case Audience::reviewer:
        return {"审查单位", "reviewer"};
    case Audience::body:
        for (const Body& body : design.bodies)
            if (body.code == profile.body)
                return body.name;
    }
    return same_text(to_string(profile));
}

std::string index_page(const Design& design, const ExportOptions& options, const std::vector<PackageFile>& files) {
    const Language language = options.language;
    const Text heading{"设计文件", "Design documents"};
    const Project& project = design.project();
    std::string body = "<h1>" + escaped(heading.in(language)) + "</h1>\n<p class=\"sub\">" +
                       escaped(project.number + " " + project.name.in(language)) + "</p>\n<p>" +
                       escaped(Text{"读者：", "For: "}.in(language) + reader_of(design, options.profile).in(language)) +
                       "</p>\n";
    for (const PackageGroup& group : all_package_groups()) {
        std::string rows;
        for (const PackageFile& file : files)
            if (file.group == group.name)
                rows += "<tr><td><a href=\"" + escaped(file.name) + "\">" + escaped(file.title.in(language)) +
                        "</a></td><td>" + escaped(file.name) + "</td><td class=\"n\">" +
                        std::to_string((file.bytes + 1023) / 1024) + " KiB</td></tr>\n";
        if (!rows.empty())
            body += "<h2>" + escaped(group.title.in(language)) + "</h2>\n<table>\n<tbody>\n" + rows +
                    "</tbody>\n</table>\n";
    }
    return html_page(project.name.in(language) + " - " + heading.in(language), body, language);
}

Result<void> check_groups(const std::vector<std::string>& only) {
    const std::vector<std::string_view> known = package_groups();
    for (const std::string& name : only)
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            std::string list;
            for (const std::string_view group : known)
                list += (list.empty() ? "" : ", ") + std::string(group);
            return Error{ErrorCode::not_found,
                         {"没有这类文件：" + name, "there are no documents called " + name},
                         {"可选：" + list, "there are: " + list},
                         {}};
        }
    return {};
}

// Each file is in its place whole or not at all.
Result<void> move_all(const fs::path& from, const fs::path& to, const std::vector<PackageFile>& files) {
    for (const PackageFile& file : files)
        if (std::error_code error; fs::is_directory(to / file.name, error))
            return io_error(to / file.name, {"同名文件夹占用", "a folder has this name"}, EISDIR);
    for (const PackageFile& file : files) {
        std::error_code error;
        fs::rename(from / file.name, to / file.name, error);
        if (error)
            return io_error(to / file.name, {"无法写文件", "cannot write the file"}, error.value());
    }
    return {};
}

Error stopped() { return {ErrorCode::stopped, {"已取消，未写文件", "stopped; nothing was written"}, {}, {}}; }

} // namespace

std::vector<std::string_view> package_groups() {
    std::vector<std::string_view> out;
    for (const PackageGroup& group : all_package_groups())
        out.push_back(group.name);
    return out;
}

Result<PackageReport> export_package(const Facts& facts, const CheckReport& report, const ExportOptions& options,
                                     const Run& run) {
    if (Result<void> fine = check_groups(options.only); !fine)
        return std::move(fine).error();
    if (Result<void> fine = may_see(facts.design(), options.profile, options.planes); !fine)
        return std::move(fine).error();
    Result<std::unique_ptr<Staging>> staging = Staging::in(options.directory);
    if (!staging)
        return std::move(staging).error();
    const Facts shown = facts.advance(redacted(facts.design(), options.profile, options.planes));
    const CheckReport told = redacted(report, facts.design(), options.profile, options.planes);
    const DocumentSource source{shown, told, options.language};
    const std::vector<PackageDocument> documents = package_documents(source, options.only);

    PackageReport out;
    for (const PackageDocument& document : documents) {
        if (run.stopped())
            return stopped();
        run.report(static_cast<double>(out.files.size()) / static_cast<double>(documents.size() + 1), document.title);
        const std::string name = document.name + '.' + std::string(document.extension);
        const fs::path path = (*staging)->path() / name;
        if (Result<void> written = document.write(source, path); !written)
            return std::move(written).error();
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(path, error);
        if (error)
            return io_error(path, {"无法写文件", "cannot write the file"}, error.value());
        out.files.push_back({std::string(document.group), document.title, name, bytes});
    }
    const std::string page = index_page(shown.design(), options, out.files);
    if (Result<void> written = write_bytes((*staging)->path() / "index.html", page); !written)
        return std::move(written).error();
    out.files.push_back({"index", {"目录", "Contents"}, "index.html", page.size()});
    if (run.stopped())
        return stopped();
    if (Result<void> moved = move_all((*staging)->path(), options.directory, out.files); !moved)
        return std::move(moved).error();
    (*staging)->keep();
    run.report(1, {"完成", "Done"});
    return out;
}

} // namespace riser

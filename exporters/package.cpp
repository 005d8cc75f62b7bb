// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/package.h"

#include "exporters/package_documents.h"
#include "exporters/writers/certificate.h"
#include "exporters/writers/html.h"
#include "exporters/writers/markup.h"
#include "model/file/disk.h"
#include "solvers/checks/availability_inputs.h"
#include "solvers/checks/growth_limits.h"

#include <algorithm>
#include <map>
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
    for (const PackageFile& file : files) {
        std::error_code error;
        if (fs::is_directory(to / file.name, error))
            return io_error(to / file.name, {"同名文件夹占用", "a folder has this name"}, EISDIR);
        for (fs::path folder = (to / file.name).parent_path(); folder != to; folder = folder.parent_path())
            if (fs::exists(folder, error) && !fs::is_directory(folder, error))
                return io_error(folder, {"同名文件占用文件夹的位置", "a file stands where a folder must be"}, ENOTDIR);
    }
    for (const PackageFile& file : files) {
        std::error_code error;
        fs::create_directories((to / file.name).parent_path(), error);
        fs::rename(from / file.name, to / file.name, error);
        if (error)
            return io_error(to / file.name, {"无法写文件", "cannot write the file"}, error.value());
    }
    return {};
}

Error stopped() { return {ErrorCode::stopped, {"已取消，未写文件", "stopped; nothing was written"}, {}, {}}; }

ReachMatrix reach_of(const Facts& facts, const std::function<bool(AnyId)>& hidden, const Run& run) {
    if (!hidden)
        return facts.get<ReachMatrix>();
    const Design& design = facts.design();
    return reach_matrix({.rows = facts.get<NetworkRows>(),
                         .net = *facts.get<WholeNetwork>().net,
                         .must = design.must_reach,
                         .must_not = design.must_not_reach,
                         .intents = facts.get<ReachIntents>(),
                         .shows = [&](AnyId id) { return !hidden(id); }},
                        {.stop = run.stop, .progress = {}});
}

// Writes documents into the staging folder and keeps the list of what is there.
class Writing {
  public:
    Writing(const DocumentSource& source, const ExportOptions& options, fs::path folder)
        : source_(source), options_(options), folder_(std::move(folder)) {
        const Project& project = source.facts.design().project();
        properties_.language = options.language;
        properties_.author = project.designed_by;
        properties_.date = project.date;
        project_ = project.name;
    }

    Result<void> write(const PackageDocument& document) {
        if (document.draw)
            return draw(document);
        const std::string name = document.name + '.' + std::string(document.extension);
        std::error_code error; // shows when the file is written
        fs::create_directories((folder_ / name).parent_path(), error);
        if (Result<void> written = document.write(source_, folder_ / name); !written)
            return written;
        return listed(document.group, document.title, name);
    }
    // Closes the sets of sheets.
    Result<void> finish() {
        for (auto& [format, set] : sets_) {
            if (Result<void> closed = set.close(); !closed)
                return closed;
            if (Result<void> known = listed("drawings", set_title, set_name + format); !known)
                return known;
        }
        return {};
    }
    Result<void> write_index() {
        const std::string page = index_page(source_.facts.design(), options_, report_.files);
        if (Result<void> written = write_bytes(folder_ / "index.html", page); !written)
            return written;
        report_.files.push_back({"index", {"目录", "Contents"}, "index.html", page.size()});
        return {};
    }
    PackageReport& report() { return report_; }

  private:
    Result<void> draw(const PackageDocument& document) {
        const std::optional<Drawing> drawing = document.draw(source_);
        if (!drawing)
            return {};
        for (const DrawingFormat& format : options_.formats) {
            const std::string name = document.name + '.' + format.name;
            properties_.title = titled(document.title);
            if (Result<void> written = format.write(*drawing, properties_, folder_ / name); !written)
                return written;
            if (Result<void> known = listed(document.group, document.title, name); !known)
                return known;
            if (Result<void> bound = bind(format, *drawing); !bound)
                return bound;
        }
        return {};
    }
    // Into the set of all sheets, begun with the first.
    Result<void> bind(const DrawingFormat& format, const Drawing& drawing) {
        if (!format.bind)
            return {};
        auto set = sets_.find(format.name);
        if (set == sets_.end()) {
            properties_.title = titled(set_title);
            Result<Binder> opened = format.bind(properties_, folder_ / (set_name + format.name));
            if (!opened)
                return std::move(opened).error();
            set = sets_.emplace(format.name, std::move(*opened)).first;
        }
        return set->second.add(drawing);
    }
    Text titled(const Text& title) const {
        return {title.zh + " - " + project_.in(Language::zh), title.en + " - " + project_.in(Language::en)};
    }
    Result<void> listed(std::string_view group, const Text& title, const std::string& name) {
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(folder_ / name, error);
        if (error)
            return io_error(folder_ / name, {"无法写文件", "cannot write the file"}, error.value());
        report_.files.push_back({std::string(group), title, name, bytes});
        return {};
    }

    static inline const Text set_title{"图纸合订本", "All drawings in one file"};
    static inline const std::string set_name = "drawings.";
    const DocumentSource& source_;
    const ExportOptions& options_;
    fs::path folder_;
    Text project_;
    DrawingProperties properties_;
    std::map<std::string, Binder> sets_; // by format
    PackageReport report_;
};

} // namespace

std::vector<std::string_view> package_groups() {
    std::vector<std::string_view> out;
    for (const PackageGroup& group : all_package_groups())
        out.push_back(group.name);
    return out;
}

LinkAllowances link_allowances(const Deck& deck) {
    LinkAllowances out{.tables = deck.links, .work_area_cord = {}, .equipment_cords = {}};
    if (const DeckRule* rule = deck.find("CAB-17")) {
        const Parameters parameters(rule->parameters);
        out.work_area_cord = parameters.length("work-area-cord");
        out.equipment_cords = parameters.length("equipment-cords");
    }
    return out;
}

void take_numbers(const Deck& deck, ExportOptions& options) {
    options.links = link_allowances(deck);
    options.growth = growth_limits(deck);
    options.availability = availability_inputs(deck);
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
    const Facts open = options.planes.empty() ? shown : facts.advance(redacted(facts.design(), options.profile, {}));
    const auto certificate = [&] {
        return certificate_xml(facts, {.hidden = hidden_rows(facts.design(), options.profile, options.planes)});
    };
    // Over the whole network: what a reader may not see still carries or stops packets.
    const auto reach = [&, made = std::optional<ReachMatrix>()]() mutable {
        if (!made)
            made = reach_of(facts, hidden_rows(facts.design(), options.profile, options.planes), run);
        return *made;
    };
    const auto slips = [&, made = std::optional<SlipSweep>()]() mutable {
        if (!made)
            made = breaking_slips(facts, {.stop = run.stop, .progress = {}});
        return *made;
    };
    const DocumentSource source{shown,
                                open,
                                told,
                                options.language,
                                options.underlays,
                                options.links,
                                options.growth,
                                options.availability,
                                certificate,
                                reach,
                                slips};
    const std::vector<PackageDocument> documents = package_documents(source, options.only);

    Writing writing(source, options, (*staging)->path());
    std::size_t done = 0;
    for (const PackageDocument& document : documents) {
        if (run.stopped())
            return stopped();
        run.report(static_cast<double>(done++) / static_cast<double>(documents.size() + 1), document.title);
        if (Result<void> written = writing.write(document); !written)
            return std::move(written).error();
    }
    if (Result<void> finished = writing.finish(); !finished)
        return std::move(finished).error();
    if (Result<void> written = writing.write_index(); !written)
        return std::move(written).error();
    if (run.stopped())
        return stopped();
    if (Result<void> moved = move_all((*staging)->path(), options.directory, writing.report().files); !moved)
        return std::move(moved).error();
    (*staging)->keep();
    run.report(1, {"完成", "Done"});
    return std::move(writing.report());
}

} // namespace riser

// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of planes that share nothing: the honest one is believed, and whatever is changed in it or in the design
// is found, or changes nothing that is claimed. Two programs that share no code must agree on random designs.
#include "designer/verify/verify.h"

#include "exporters/writers/certificate.h"
#include "model/fields/table_access.h"
#include "model/file/sha256.h"
#include "model/file/writer.h"
#include "solvers/proof/claims.h"
#include "tests/support/planes_apart.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace riser {
namespace {

using test::PlanesApart;
using verify::Ground;

std::string certificate_of(const Design& design) { return certificate_xml(Facts(design)); }

verify::Verdict checked(const std::string& certificate, const Design& design) {
    const Result<verify::Certificate> read = verify::read_certificate(certificate, "c.xml");
    EXPECT_TRUE(read) << (read ? "" : to_string(read.error(), Language::en));
    return read ? verify::check(*read, design) : verify::Verdict{};
}
std::string why(const verify::Verdict& verdict) {
    if (!verdict.refutation)
        return "holds";
    return std::string(verify::key_of(verdict.refutation->ground)) + ": " + verdict.refutation->claim.en + ": " +
           verdict.refutation->fact.en;
}
std::string ground_of(const verify::Verdict& verdict) {
    return verdict.refutation ? std::string(verify::key_of(verdict.refutation->ground)) : "holds";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}
// The old certificate, made to look as one of this design.
std::string with_digest_of(const std::string& certificate, const Design& design) {
    const std::size_t at = certificate.find("design=\"") + 8;
    std::string out = certificate;
    return out.replace(at, 64, sha256(write_design(design)));
}

TEST(Verify, TheHonestCertificateHolds) {
    const PlanesApart house;
    const verify::Verdict verdict = checked(certificate_of(house.design), house.design);
    EXPECT_EQ(why(verdict), "holds");
    EXPECT_EQ(verdict.claims, 4U); // W-I, R-W, R-I, R and what belongs to none
    EXPECT_EQ(verdict.withheld, 0U);
    EXPECT_GT(verdict.facts, 60U);
}

TEST(Verify, TheSameBytesEveryTime) {
    const PlanesApart a;
    const PlanesApart b;
    EXPECT_EQ(certificate_of(a.design), certificate_of(b.design));
}

TEST(Verify, AnotherDesignIsRefused) {
    PlanesApart house;
    const std::string certificate = certificate_of(house.design);
    house.change(house.room, [](Room& row) { row.number = "311"; });
    EXPECT_EQ(ground_of(checked(certificate, house.design)), "other-design");
}

// A spoilt design with a certificate of its own, which says what is so, and with the old one.
struct Spoilt {
    const char* what;
    std::function<void(PlanesApart&)> spoil;
    std::string fresh; // of a certificate made anew
    std::string stale; // of the old one
    const char* names; // in the reason
};

const std::vector<Spoilt>& spoilt() {
    static const std::vector<Spoilt> list{
        {"a cable of R through W's tray",
         [](PlanesApart& h) { h.change(h.r.copper[0], [&](Cable& row) {
                                  row.route = {{h.w.tray, 0}};
                              }); }, "shared",
         "not-listed", "Pathway run"},
        {"W's tray has a divider, and R lies beyond it",
         [](PlanesApart& h) {
             h.change(h.w.tray, [&](PathwayRun& row) {
                 row.plane.reset();
                 row.compartments.resize(2);
                 row.compartments[0].plane = h.w.plane;
                 row.compartments[1].plane = h.r.plane;
             });
             h.change(h.r.copper[0], [&](Cable& row) { row.route = {{h.w.tray, 1}}; });
         },
         "shared", "not-listed", "Pathway run"},
        {"a cable of I through W's tray",
         [](PlanesApart& h) { h.change(h.i.copper[0], [&](Cable& row) {
                                  row.route = {{h.w.tray, 0}};
                              }); }, "shared",
         "not-listed", "Pathway run"},
        {"a cable becomes another plane's",
         [](PlanesApart& h) { h.change(h.w.copper[0], [&](Cable& row) { row.plane = h.i.plane; }); }, "shared",
         "not-listed", ""},
        {"a panel becomes another plane's",
         [](PlanesApart& h) { h.change(h.w.panels[2], [&](Panel& row) { row.plane = h.r.plane; }); }, "shared",
         "not-listed", ""},
        {"a cord from W's port to I's", [](PlanesApart& h) { h.cord(h.w.plane, h.w.ports[0], 1, h.i.ports[0], 1); },
         "shared", "not-listed", ""},
        {"a cord of no plane from W's port to I's",
         [](PlanesApart& h) {
             const CableId id = h.cord(h.w.plane, h.w.ports[0], 1, h.i.ports[0], 1);
             h.change(id, [](Cable& row) { row.plane.reset(); });
         },
         "shared", "not-listed", ""},
        {"a splice joins W's fibre and I's",
         [](PlanesApart& h) {
             Splice row;
             row.cable_a = h.w.fibre;
             row.cable_b = h.i.fibre;
             h.add(row);
         },
         "shared", "not-listed", "able"},
        {"cores of one fibre go to two planes",
         [](PlanesApart& h) { h.end(h.w.fibre, CableEnd::b, h.i.panels[1], 20, 5, 6); }, "shared", "not-listed", ""},
        {"a jack of R in W's faceplate",
         [](PlanesApart& h) {
             h.change(h.r.jacks[0], [&](Jack& row) {
                 row.outlet = h.w.outlets[0];
                 row.position = 2;
             });
         },
         "shared", "not-used", "utlet"},
        {"a jack of I in W's faceplate",
         [](PlanesApart& h) {
             h.change(h.i.jacks[0], [&](Jack& row) {
                 row.outlet = h.w.outlets[0];
                 row.position = 2;
             });
         },
         "shared", "not-used", "utlet"},
        {"R's switch in W's rack",
         [](PlanesApart& h) {
             RackItem row;
             row.rack = h.w.rack;
             row.item = h.r.devices[0];
             h.add(row);
         },
         "shared", "not-listed", "A-W"},
        {"R's fibre on W's panel",
         [](PlanesApart& h) {
             h.change(h.ending(h.r.fibre, CableEnd::b), [&](Termination& row) {
                 row.on = h.w.panels[1];
                 row.position = 40;
             });
         },
         "shared", "not-listed", ""},
        {"a VLAN of I on W's switch",
         [](PlanesApart& h) {
             Vlan vlan;
             vlan.plane = h.i.plane;
             const VlanId id = h.add(vlan);
             h.change(h.w.ports[0], [&](Port& row) { row.trunk_vlans = {id}; });
         },
         "shared", "not-listed", "SW-W0"},
        {"a stack of R's switch and W's",
         [](PlanesApart& h) {
             Stack row;
             row.members = {h.w.devices[0], h.r.devices[0]};
             h.add(row);
         },
         "shared", "not-listed", "SW-"},
        {"something of no plane in R's rack",
         [](PlanesApart& h) {
             Panel panel;
             const PanelId id = h.add(panel);
             RackItem row;
             row.rack = h.r.rack;
             row.item = id;
             h.add(row);
         },
         "shared", "missing-list", "A-R"},
        {"W and I meet over a third plane",
         [](PlanesApart& h) {
             Plane plane;
             plane.code = "X";
             plane.name = {"网络X", "network X"};
             const PlaneId x = h.add(plane);
             Equipment device;
             device.type = h.design.find(h.w.devices[0])->type;
             device.label = "BETWEEN";
             device.plane = x;
             for (const PlaneId of : {h.w.plane, h.i.plane}) {
                 const EquipmentId id = h.add(device);
                 Stack stack;
                 stack.members = {id, of == h.w.plane ? h.w.devices[0] : h.i.devices[0]};
                 h.add(stack);
             }
         },
         "meets", "not-listed", "X"},
        {"a space is kept for R, and W's switch stands in it",
         [](PlanesApart& h) {
             Space row;
             row.room = h.room;
             row.plane = h.r.plane;
             row.label = "R only";
             const SpaceId id = h.add(row);
             h.change(h.w.devices[0], [&](Equipment& device) { device.space = id; });
         },
         "shared", "not-listed", "R only"},
    };
    return list;
}

TEST(Verify, WhateverPlanesShareIsFound) {
    for (const Spoilt& spoilt : spoilt()) {
        PlanesApart house;
        const std::string honest = certificate_of(house.design);
        spoilt.spoil(house);
        const verify::Verdict fresh = checked(certificate_of(house.design), house.design);
        EXPECT_EQ(ground_of(fresh), spoilt.fresh) << spoilt.what << "\n" << why(fresh);
        EXPECT_NE(why(fresh).find(spoilt.names), std::string::npos) << spoilt.what << "\n" << why(fresh);
        const verify::Verdict stale = checked(with_digest_of(honest, house.design), house.design);
        EXPECT_EQ(ground_of(stale), spoilt.stale) << spoilt.what << "\n" << why(stale);
        EXPECT_EQ(ground_of(checked(honest, house.design)), "other-design") << spoilt.what;
        // Nor does it help to say that all is well.
        std::string liar = certificate_of(house.design);
        for (std::size_t at = 0; (at = liar.find("holds=\"false\"", at)) != std::string::npos;)
            liar.replace(at, 13, "holds=\"true\"");
        EXPECT_EQ(ground_of(checked(liar, house.design)), spoilt.fresh) << spoilt.what;
    }
}

TEST(Verify, WhatMayBeSharedDoesNoHarm) {
    const std::vector<std::pair<const char*, std::function<void(PlanesApart&)>>> list{
        {"W and I in one rack",
         [](PlanesApart& h) {
             RackItem row;
             row.rack = h.w.rack;
             row.item = h.i.devices[0];
             h.add(row);
         }},
        {"W and I on one panel without a plane, each on positions of its own",
         [](PlanesApart& h) {
             h.change(h.w.panels[2], [](Panel& row) { row.plane.reset(); });
             h.change(h.ending(h.i.copper[0], CableEnd::a), [&](Termination& row) {
                 row.on = h.w.panels[2];
                 row.position = 9;
             });
             h.change(h.ending(h.i.copper_cords[0], CableEnd::b), [&](Termination& row) {
                 row.on = h.w.panels[2];
                 row.position = 9;
             });
         }},
        {"a divided tray for W and I",
         [](PlanesApart& h) {
             h.change(h.w.tray, [&](PathwayRun& row) {
                 row.plane.reset();
                 row.compartments.resize(2);
             });
             h.change(h.i.copper[0], [&](Cable& row) { row.route = {{h.w.tray, 1}}; });
         }},
        {"what joins them is removed",
         [](PlanesApart& h) {
             const CableId id = h.cord(h.w.plane, h.w.ports[0], 1, h.i.ports[0], 1);
             h.change(id, [](Cable& row) { row.status = Status::remove; });
         }},
    };
    for (const auto& [what, alter] : list) {
        PlanesApart house;
        alter(house);
        EXPECT_EQ(why(checked(certificate_of(house.design), house.design)), "holds") << what;
    }
}

TEST(Verify, ForgedCertificatesAreRefuted) {
    const PlanesApart house;
    const std::string honest = certificate_of(house.design);
    const std::string device = to_string(house.w.devices[0]) + "\n";
    const std::string other = to_string(house.i.devices[0]) + "\n";
    const auto is = [&](const std::string& certificate, const char* ground) {
        const verify::Verdict verdict = checked(certificate, house.design);
        EXPECT_EQ(ground_of(verdict), ground) << why(verdict);
        EXPECT_TRUE(verdict.refutation && verdict.refutation->place && verdict.refutation->place->line > 0);
        EXPECT_FALSE(verdict.refutation && verdict.refutation->fact.zh.empty());
    };
    is(replaced(honest, device, ""), "not-listed");
    is(replaced(honest, device, "eq-0000000001\n"), "not-used");
    is(replaced(honest, device, device + device), "unsorted");
    is(replaced(honest, other, device), "unsorted"); // W's, which comes first, among I's
    is(replaced(honest, "kind=\"device\"", "kind=\"gadget\""), "unknown-list");
    is(replaced(honest, "kind=\"device\"", "kind=\"device\" withheld=\"1\""), "wrongly-withheld");
    is(replaced(honest, "design=\"", "design=\"0"), "other-design");
    is(replaced(honest, "holds=\"true\"", "holds=\"false\""), "says-otherwise");
    is(replaced(honest, "strictness=\"secret\"", "strictness=\"forbidden\""), "unknown-claim");
    is(replaced(honest, "a=\"" + to_string(house.r.plane), "a=\"" + to_string(house.w.plane)), "unknown-claim");
    pugi::xml_document document;
    for (const char* element : {"apart", "uses"}) {
        document.load_string(honest.c_str());
        document.document_element().remove_child(document.document_element().child(element));
        std::ostringstream out;
        document.save(out);
        is(out.str(), std::string(element) == "apart" ? "missing-claim" : "missing-list");
    }
    // A claim on two open planes may not be called withheld.
    document.load_string(honest.c_str());
    pugi::xml_node root = document.document_element();
    for (pugi::xml_node claim : root.children("apart"))
        if (std::string_view(claim.attribute("strictness").value()) == "forbidden") {
            root.remove_child(claim);
            break;
        }
    root.append_child("withheld").append_attribute("claims") = 1;
    std::ostringstream out;
    document.save(out);
    is(out.str(), "missing-claim");
}

TEST(Verify, WhatIsWithheldIsCheckedAllTheSame) {
    PlanesApart house;
    const auto of_secret = [&](AnyId row) {
        return row == AnyId(house.r.plane) || row == AnyId(house.r.devices[0]) || row == AnyId(house.r.devices[1]);
    };
    const auto told = [&] { return certificate_xml(Facts(house.design), {.hidden = of_secret}); };
    const std::string certificate = told();
    EXPECT_EQ(certificate.find(to_string(house.r.plane)), std::string::npos);
    EXPECT_EQ(certificate.find(to_string(house.r.devices[0])), std::string::npos);
    const verify::Verdict verdict = checked(certificate, house.design);
    EXPECT_EQ(why(verdict), "holds");
    EXPECT_EQ(verdict.withheld, 3U);
    house.cord(house.w.plane, house.w.ports[0], 1, house.r.ports[0], 1);
    EXPECT_EQ(ground_of(checked(told(), house.design)), "shared");
}

// ---- random designs and certificates

class Spoiler {
  public:
    explicit Spoiler(std::uint64_t seed) : dice_(seed) {}

    // Erases a row, or gives one of its fields another value of its sort.
    void spoil(Design& design) {
        static const std::array kinds{Kind::cables,         Kind::terminations,  Kind::jacks,  Kind::panels,
                                      Kind::equipment,      Kind::ports,         Kind::racks,  Kind::rack_items,
                                      Kind::pathway_runs,   Kind::outlets,       Kind::spaces, Kind::planes,
                                      Kind::power_supplies, Kind::must_not_reach};
        const TableAccess& table = table_access(kinds[below(kinds.size())]);
        const std::vector<const void*> rows = rows_of(design, table.kind);
        if (rows.empty())
            return;
        const void* row = rows[below(rows.size())];
        if (below(8) == 0) {
            table.erase(design, table.id(row));
            return;
        }
        const std::shared_ptr<void> next = table.clone(row);
        if (table.kind == Kind::cables && below(3) == 0) {
            auto& cable = *static_cast<Cable*>(next.get());
            if (const auto runs = rows_of(design, Kind::pathway_runs); !runs.empty())
                cable.route = {{static_cast<const PathwayRun*>(runs[below(runs.size())])->id,
                                static_cast<std::int32_t>(below(2))}};
        } else {
            change_field(design, *table.record, next.get());
        }
        table.put(design, next);
    }

  private:
    std::size_t below(std::size_t n) { return dice_() % n; }
    static std::vector<const void*> rows_of(const Design& design, Kind kind) {
        std::vector<const void*> out;
        table_access(kind).for_each(design, [&](const void* row) { out.push_back(row); });
        return out;
    }
    std::string any_of(const Design& design, Kind kind) {
        const std::vector<const void*> rows = rows_of(design, kind);
        return rows.empty() ? std::string() : to_string(AnyId(kind, table_access(kind).id(rows[below(rows.size())])));
    }
    void change_field(const Design& design, const Record& record, void* row) {
        const Field& field = record.fields[below(record.fields.size())];
        std::string value;
        if (field.type == FieldType::reference || field.type == FieldType::references)
            value = below(5) == 0 && field.optional ? "" : any_of(design, *field.target);
        else if (field.type == FieldType::any_reference)
            value = any_of(design, std::array{Kind::panels, Kind::ports, Kind::jacks, Kind::equipment, Kind::outlets,
                                              Kind::planes}[below(6)]);
        else if (field.type == FieldType::whole)
            value = std::to_string(below(14));
        else if (field.type == FieldType::choice)
            value = std::string(field.choice_list[below(field.choice_list.size())].key);
        else
            return;
        field.read(value, row);
    }

    std::mt19937_64 dice_;
};

bool all_hold(const Facts& facts) {
    for (const ApartClaim& claim : facts.get<ApartClaims>().claims)
        if (!claim.holds())
            return false;
    return true;
}
std::vector<std::tuple<std::optional<PlaneId>, std::optional<PlaneId>, Strictness>> asked(const Facts& facts) {
    std::vector<std::tuple<std::optional<PlaneId>, std::optional<PlaneId>, Strictness>> out;
    for (const ApartClaim& claim : facts.get<ApartClaims>().claims)
        out.emplace_back(claim.a, claim.b, claim.strictness);
    return out;
}

TEST(Verify, RandomDesignsAreReadAlikeByBoth) {
    std::size_t held = 0;
    std::size_t failed = 0;
    std::size_t stale_refuted = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        PlanesApart house;
        const Facts before(house.design);
        const std::string honest = certificate_xml(before);
        Spoiler spoiler(seed);
        for (std::uint64_t n = 0; n <= seed % 8; ++n)
            spoiler.spoil(house.design);
        const Facts after = before.advance(house.design);
        ASSERT_EQ(after.get<ApartSentences>(), Facts(house.design).get<ApartSentences>()) << "seed " << seed;
        ASSERT_EQ(after.get<PlaneUses>(), Facts(house.design).get<PlaneUses>()) << "seed " << seed;
        const bool holds = all_hold(after);
        (holds ? held : failed) += 1;
        const verify::Verdict fresh = checked(certificate_xml(after), house.design);
        ASSERT_EQ(!fresh.refutation, holds) << "seed " << seed << ": " << why(fresh);
        ASSERT_TRUE(holds || fresh.refutation->ground == Ground::shared || fresh.refutation->ground == Ground::meets)
            << "seed " << seed << ": " << why(fresh);
        // The old one is believed only where it still says what is so.
        const bool same = before.get<PlaneUses>() == after.get<PlaneUses>() && asked(before) == asked(after);
        const verify::Verdict stale = checked(with_digest_of(honest, house.design), house.design);
        ASSERT_EQ(!stale.refutation, same && holds) << "seed " << seed << ": " << why(stale);
        stale_refuted += stale.refutation.has_value();
    }
    EXPECT_GT(held, 100U);
    EXPECT_GT(failed, 100U);
    EXPECT_GT(stale_refuted, 200U);
}

// What a certificate says, in one text: without its sentences and what is said of shared objects, on which nothing
// rests.
std::string said_by(const std::string& certificate) {
    pugi::xml_document document;
    if (!document.load_string(certificate.c_str()))
        return "malformed";
    std::ostringstream out;
    const pugi::xml_node root = document.document_element();
    out << root.name() << root.attribute("format").value() << root.attribute("design").value();
    std::multiset<std::string> parts; // the order of claims and lists says nothing
    for (const pugi::xml_node node : root.children()) {
        std::ostringstream part;
        part << node.name();
        for (const char* name : {"plane", "a", "b", "strictness", "holds", "claims"})
            part << '|' << node.attribute(name).value();
        std::multiset<std::string> lists;
        if (std::string_view(node.name()) == "uses")
            for (const pugi::xml_node list : node.children()) {
                std::string words;
                std::istringstream in(list.child_value());
                for (std::string word; in >> word;)
                    words += ' ' + word;
                lists.insert(std::string(list.attribute("kind").value()) + list.attribute("withheld").value() + words);
            }
        for (const std::string& list : lists)
            part << list;
        parts.insert(part.str());
    }
    for (const std::string& part : parts)
        out << '\n' << part;
    return out.str();
}

TEST(Verify, RandomChangesOfACertificateAreRefutedOrSayNothing) {
    const PlanesApart house;
    const std::string honest = certificate_of(house.design);
    std::vector<std::string> lines;
    std::istringstream in(honest);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    std::size_t refuted = 0;
    std::size_t malformed = 0;
    std::size_t harmless = 0;
    std::mt19937_64 dice(3);
    for (int round = 0; round < 1'000; ++round) {
        std::vector<std::string> changed = lines;
        const std::size_t at = dice() % changed.size();
        switch (dice() % 5) {
        case 0:
            changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 1:
            changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), changed[dice() % changed.size()]);
            break;
        case 2:
            std::swap(changed[at], changed[dice() % changed.size()]);
            break;
        default:
            if (!changed[at].empty())
                changed[at][dice() % changed[at].size()] = "0123456789abcdefghjkmnpqrstvwxyz\"<:- "[dice() % 37];
        }
        std::string text;
        for (const std::string& line : changed)
            text += line + '\n';
        const Result<verify::Certificate> read = verify::read_certificate(text, "c.xml");
        if (!read) {
            EXPECT_GT(read.error().where.line, 0U) << text;
            ++malformed;
            continue;
        }
        const verify::Verdict verdict = verify::check(*read, house.design);
        if (verdict.refutation) {
            ++refuted;
            continue;
        }
        ++harmless;
        ASSERT_EQ(said_by(text), said_by(honest)) << "round " << round;
    }
    EXPECT_GT(refuted, 300U);
    EXPECT_GT(malformed, 50U);
    EXPECT_GT(harmless, 10U);
}

// ---- the program

class VerifyProgram : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("riser-verify-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        put("d.riser", write_design(house_.design));
        put("c.xml", certificate_of(house_.design));
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::string put(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name) << text;
        return (folder_ / name).string();
    }
    int run(std::vector<std::string> arguments) {
        out_.str({});
        err_.str({});
        return verify::run(arguments, out_, err_);
    }
    std::string at(const char* name) const { return (folder_ / name).string(); }

    PlanesApart house_;
    std::filesystem::path folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(VerifyProgram, SaysWhatHoldsInBothLanguages) {
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "en"}), 0) << out_.str() << err_.str();
    EXPECT_NE(out_.str().find("holds: 4 claims"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("no shared modelled object; not an emission or secrecy assessment"), std::string::npos);
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang=zh"}), 0);
    EXPECT_NE(out_.str().find("成立：4 项声明"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("无共用的建模对象；非电磁泄漏或保密测评"), std::string::npos);
}

TEST_F(VerifyProgram, NamesTheFirstThatDoesNotHold) {
    house_.cord(house_.w.plane, house_.w.ports[0], 1, house_.i.ports[0], 1);
    put("d.riser", write_design(house_.design));
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "en"}), 1);
    EXPECT_NE(out_.str().find("[other-design]"), std::string::npos) << out_.str();
    put("c.xml", certificate_of(house_.design));
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "en"}), 1);
    EXPECT_NE(out_.str().find("physically apart, refuted: both use"), std::string::npos) << out_.str();
    EXPECT_EQ(out_.str().find(at("c.xml") + ":"), 0U) << out_.str();
    EXPECT_NE(out_.str().find("(3F)"), std::string::npos) << out_.str();
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "zh"}), 1);
    EXPECT_NE(out_.str().find("不成立：共用"), std::string::npos) << out_.str();
}

TEST_F(VerifyProgram, BadInputIsNamedByLineAndColumn) {
    EXPECT_EQ(run({put("bad.xml", "<certificate format=\"1.0\" design=\"\">\n  <uses plane=\"pl-1\"/>\n</certificate>"),
                   at("d.riser"), "--lang", "en"}),
              2);
    EXPECT_NE(err_.str().find("bad.xml:2:"), std::string::npos) << err_.str();
    EXPECT_EQ(run({put("bad.xml", "<certificate format=\"1.0\" design=\"\">"), at("d.riser")}), 2);
    EXPECT_EQ(run({put("bad.xml", ""), at("d.riser")}), 2);
    EXPECT_EQ(run({put("bad.xml", "<other/>"), at("d.riser")}), 2);
    EXPECT_EQ(run({at("absent.xml"), at("d.riser")}), 2);
    EXPECT_EQ(run({at("c.xml"), put("bad.riser", "<riser format=\"1.0\"><rooms><room/></rooms></riser>")}), 2);
    EXPECT_NE(err_.str().find("bad.riser:1:"), std::string::npos) << err_.str();
    EXPECT_EQ(run({at("c.xml")}), 2);
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--fast"}), 2);
    EXPECT_NE(err_.str().find("--fast"), std::string::npos);
    EXPECT_EQ(run({"--help"}), 0);
}

} // namespace
} // namespace riser

// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of planes that share nothing: the honest one is believed, and whatever is changed in it or in the design
// is found, or changes nothing that is claimed.
#include "tests/designer/verified_planes.h"
#include "tests/support/planes_apart.h"

#include <pugixml.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <unistd.h>

namespace riser {
namespace {

using test::certificate_of;
using test::checked;
using test::ground_of;
using test::PlanesApart;
using test::replaced;
using test::why;
using test::with_digest_of;

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

} // namespace
} // namespace riser

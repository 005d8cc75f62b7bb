// SPDX-License-Identifier: GPL-3.0-or-later
// What applications, fibres, joints, copper categories and bundles of powered cables come to, and what boundaries of
// zones must have, how often things fail: tables of standards and practice that a rule deck holds, as values that
// analyses, planners and documents are given. No number stands in code.
#pragma once

#include "model/base/units.h"
#include "model/cabling.h"
#include "solvers/base/boundary_measures.h"
#include "solvers/base/reliability.h"
#include "solvers/base/traffic.h"
#include "solvers/base/trust.h"

#include <string>
#include <vector>

namespace riser {

// A way of sending over one kind of fibre (a PMD of IEEE 802.3): how far, and what the channel may lose.
struct FibreApplication {
    std::string pmd; // "10GBASE-SR"
    BitRate rate;
    Category fibre = Category::os2;
    std::int32_t wavelength = 0; // nm; the one that loses most
    std::int32_t cores = 2;      // of one link; more than two end on array connectors
    Millimetres reach;
    MilliDecibels loss;
    Trust trust = Trust::unverified;
    bool operator==(const FibreApplication&) const = default;
};

// Design values are what good work comes to, maximum values what a standard still passes.
enum class LossValues { design, maximum };
struct LossPair {
    MilliDecibels design;
    MilliDecibels maximum;
    MilliDecibels of(LossValues values) const { return values == LossValues::design ? design : maximum; }
    bool operator==(const LossPair&) const = default;
};

struct FibreAttenuation {
    Category fibre = Category::os2;
    std::int32_t wavelength = 0; // nm
    LossPair a_kilometre;
    Trust trust = Trust::unverified;
    bool operator==(const FibreAttenuation&) const = default;
};

// A pigtail is the splice behind each position of a frame; ageing is what is kept back for later repairs, once a link.
enum class JointKind { connection, array_connection, splice, pigtail, ageing };
enum class FibreMode { single, multi };
struct JointLoss {
    JointKind kind = JointKind::connection;
    FibreMode mode = FibreMode::single;
    LossPair loss;
    Trust trust = Trust::unverified;
    bool operator==(const JointLoss&) const = default;
};

// How long a channel of that category may be at a rate; 0 where it cannot carry it.
struct CopperReach {
    Category category = Category::cat6a;
    BitRate rate;
    Millimetres reach;    // unscreened
    Millimetres screened; // screened
    Millimetres bundled;  // unscreened, beside others that carry the same
    Trust trust = Trust::unverified;
    bool operator==(const CopperReach&) const = default;
};

// How much warmer than the air the hottest of so many cables gets when all feed devices of that class.
struct BundleHeat {
    std::int32_t poe_class = 0;
    std::int32_t cables = 1;
    DeciCelsius open;     // on trays and ladders
    DeciCelsius enclosed; // in trunking, conduit, sleeves and under floors
    Trust trust = Trust::practice;
    bool operator==(const BundleHeat&) const = default;
};

struct LinkTables {
    std::vector<FibreApplication> applications; // cheapest first, as the deck lists them
    std::vector<FibreAttenuation> attenuations;
    std::vector<JointLoss> joints;
    std::vector<CopperReach> copper;
    std::vector<BundleHeat> heat;
    std::vector<BoundaryMeasure> measures;
    std::vector<Reliability> reliability;
    std::vector<TrafficKind> traffic;

    // Null where the tables have no such row.
    const FibreApplication* application(std::string_view pmd, Category fibre) const;
    const FibreAttenuation* attenuation(Category fibre, std::int32_t wavelength) const;
    const JointLoss* joint(JointKind kind, FibreMode mode) const;
    const CopperReach* reach(Category category, BitRate rate) const;
    // Of the smallest bundle listed that is no smaller.
    const BundleHeat* bundle(std::int32_t poe_class, std::int32_t cables) const;
    const Reliability* reliability_of(ReliabilityKind kind) const;
    bool operator==(const LinkTables&) const = default;
};

bool is_fibre(Category category);
inline FibreMode mode_of(Category fibre) { return fibre == Category::os2 ? FibreMode::single : FibreMode::multi; }

std::span<const struct Choice> choices(JointKind);
std::span<const struct Choice> choices(FibreMode);

} // namespace riser

// SPDX-License-Identifier: GPL-3.0-or-later
// What a fibre link loses and how far it may reach: loss = attenuation x length + connections + splices + what is kept
// for ageing, against the channel's limit of the application (PMD) that the ports run. TIA-568.3 and FOA; the numbers
// are those of the tables given. Every term is kept, for people to read.
#pragma once

#include "model/base/text.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/optical_links.h"
#include "solvers/base/link_tables.h"

namespace riser {

// One product of the sum. Attenuation: `length` at `each` a kilometre; else `count` joints at `each`.
struct OpticalTerm {
    std::optional<JointKind> joint; // absent: attenuation
    Category fibre = Category::os2;
    Millimetres length;
    std::int32_t count = 0;
    MilliDecibels each;
    MilliDecibels loss;
    bool operator==(const OpticalTerm&) const = default;
};

enum class PmdSource { transceiver, assumed };

struct OpticalBudget {
    FibreApplication application;
    PmdSource source = PmdSource::assumed; // assumed: by rate and fibre, where no transceiver is chosen
    OpticalWay way;                        // that loses most
    Millimetres length;
    std::vector<OpticalTerm> terms; // without those that are nothing
    MilliDecibels loss;
    bool to_be_checked = false; // a number of it was read in no standard

    MilliDecibels margin() const { return application.loss - loss; }
    bool within_loss() const { return loss <= application.loss; }
    bool within_reach() const { return length <= application.reach; }
    bool works() const { return within_loss() && within_reach(); }
    bool operator==(const OpticalBudget&) const = default;
};

// Either a budget, or why none can be made: something is not known, or the link cannot work at all.
struct OpticalAnswer {
    std::optional<OpticalBudget> budget;
    Text unknown;
    Text impossible;
};

// The loss of one way under an application; nothing, with the reason, when a length or a number is missing.
OpticalAnswer loss_of(const OpticalWay& way, const FibreApplication& application, const CableLengths& lengths,
                      const LinkTables& tables, LossValues values);

// Of the way of a link that loses most.
OpticalAnswer worst_loss(const OpticalLink& link, const FibreApplication& application, const CableLengths& lengths,
                         const LinkTables& tables, LossValues values);

// By the transceivers in its ports; where there are none by the first application of the tables, of the link's rate,
// fibre and cores, that works, else by the first.
OpticalAnswer budget_of(const OpticalLink& link, const CableLengths& lengths, const LinkTables& tables,
                        LossValues values);

// The applications that may run over a link of that rate, fibre and number of cores, in the order of the tables.
std::vector<const FibreApplication*> applications_for(const LinkTables& tables, BitRate rate, Category fibre,
                                                      std::int32_t cores);

// "0.052 km × 0.4 dB/km = 0.03 dB + 2 connections × 0.5 dB = 1.00 dB + …".
Text explained(const OpticalBudget& budget);

} // namespace riser

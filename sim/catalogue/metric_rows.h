#pragma once

#include <span>

#include "catalogue/metric.h"
#include "catalogue/quantity_table.h"

namespace stridelab {

// The declarations that metric_table() is made of, a file per group. Private to this room.

std::span<const Metric> kneecap_metrics();
std::span<const Metric> muscle_metrics();
std::span<const Metric> joint_metrics();
std::span<const Metric> ground_metrics();
std::span<const Metric> posture_metrics();
std::span<const Metric> motion_metrics();
std::span<const Metric> quality_metrics();

}  // namespace stridelab

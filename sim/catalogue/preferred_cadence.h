#pragma once

namespace stridelab {

/// The cadence people choose at a speed, steps/min, both feet; always inside 130 .. 220.
///
/// Linear in speed through 161.7 at 2.5 m/s and 171.5 at 3.5 m/s (26 runners, mean height 1.756 m), and carried to
/// other leg lengths by dynamic similarity: f sqrt(L/g) is one function of v / sqrt(g L), with L = 0.53 height.
/// That similarity holds for the cadence people prefer is an assumption.
///
/// speed_m_s  along the slope; height_m > 0
/// valid      2.5 .. 3.5 m/s (scaled); linear extrapolation elsewhere, see `preferred_cadence_is_extrapolated`
/// source     Fukuchi, Fukuchi & Duarte 2017, PeerJ 5:e3298; leg length: Winter 2009 (0.53 height)
double preferred_cadence_spm(double speed_m_s, double height_m);

/// Whether that speed, scaled to the legs of the reference runners, lies outside what was measured.
bool preferred_cadence_is_extrapolated(double speed_m_s, double height_m);

}  // namespace stridelab

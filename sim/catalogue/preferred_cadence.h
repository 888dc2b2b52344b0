#pragma once

namespace stridelab {

/// The cadence people choose at a speed, steps/min, both feet; always inside 130 .. 220.
///
/// Through the means of the reference runners at three speeds (models/gait/reference_runners.toml; usual_cadence_spm), and
/// carried to other leg lengths by dynamic similarity: f sqrt(L/g) is one function of v / sqrt(g L), L in proportion to
/// height.
/// That similarity holds for the cadence people prefer is an assumption.
///
/// speed_m_s  along the slope; height_m > 0
/// valid      2.5 .. 4.5 m/s (scaled); extrapolation elsewhere, see `preferred_cadence_is_extrapolated`
/// source     Fukuchi, Fukuchi & Duarte 2017, PeerJ 5:e3298; leg length: Winter 2009
double preferred_cadence_spm(double speed_m_s, double height_m);

/// Whether that speed, scaled to the legs of the reference runners, lies outside what was measured.
bool preferred_cadence_is_extrapolated(double speed_m_s, double height_m);

}  // namespace stridelab

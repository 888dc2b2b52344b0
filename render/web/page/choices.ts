// What the page shows first: names of the catalogue's rows, which have all else. Unknown names are left out.

/// Scenarios that are cards, in this order; the others stand behind "more questions".
export const cards = ['quick_steps', 'maximalist_shoes', 'downhill', 'weak_hips', 'forefoot', 'lean_forward', 'heavier', 'tired'];

/// Curves that are shown until another is chosen.
export const curves = ['pfj_force_bw', 'knee_flexion_deg'];

/// The number above everything.
export const headline = 'pfj_force_peak_bw';

/// Tables of sliders that are open at the start.
export const open_tables = ['form'];

export const start_scenario = 'easy_run';

// What goes between the page and its engine: the JSON of web_engine.h, arrays already copied out of the module.

export interface Form { scenario: string; overrides: string[] }
export type Edit = { key: string } & ({ number: number } | { text: string } | { reset: true });

export interface Choice { value: string; label: string }
export interface Parameter {
  key: string; table: string; label: string; unit: string; meaning: string; source: string; range: string;
  lo?: number; hi?: number; decimals?: number; choices?: Choice[];
}
export interface Curve { key: string; label: string; unit: string; decimals: number; sign: string }
export interface Metric {
  key: string; label: string; unit: string; decimals: number; group: string; definition: string; first: boolean;
}
export interface Scenario { name: string; label: string; question: string; base: string }
export interface CameraPlace { name: string; yaw_rad: number; pitch_rad: number; radius: number; knee: number }
export type Look = Record<string, number | number[]>;
export interface Drawing {
  n_bones: number; materials: number[][]; light: Look; dark: Look; cameras: CameraPlace[]; field_of_view_rad: number;
  ghost_tint: number[]; colour_a: number[]; colour_b: number[];
}
export interface Catalogue {
  tables: { key: string; label: string }[]; parameters: Parameter[]; curves: Curve[]; curve_samples: number;
  metrics: Metric[]; drawing: Drawing;
}

export interface Value { value: number | string; start: number | string; changed: boolean; shown?: string }
export interface Resolved {
  form: Form; parameters: Record<string, Value>; question: string; base: string; conditions: string; file: string;
}
export interface Run {
  metrics: Record<string, number | null>; period_s: number;
  events: { contact: number; peak_load: number; toe_off: number };
  regions: { region: string; level: string; band: [number, number] }[];
  kneecap: string; conditions: string; notes: string[];
}
export interface TradeOff {
  region: string; label: string; load: string; unit: string; decimals: number; size_uncertain: boolean;
  a: number | null; b: number | null; change_percent: number | null;
}
export interface Solved {
  preview: boolean; drawn: boolean; a: Run; b: Run; curves: { a: Float64Array; b: Float64Array };
  trade_off: { step: TradeOff[]; km: TradeOff[] }; same: boolean; why: string; change: string; solve_ms: number;
}
export interface FigureData {
  bones: Float32Array; places: Float32Array; surface: number; mesh?: { vertices: Float32Array; indices: Uint32Array };
}
export interface Label { at_m: [number, number, number]; text: string }
export interface Sampled {
  instants: number; height_m: number; slope_rad: number; speed_m_s: number;
  strokes: Float32Array; labels: Label[][][]; a: FigureData; b: FigureData;
}
export interface Refusal { refusal: string; of?: string }

export interface Requests {
  catalogue: { asked: Record<string, never>; answer: Catalogue };
  scenarios: { asked: Record<string, never>; answer: Scenario[] | Refusal };
  resolve: { asked: { form: Form; edit?: Edit; hold?: string }; answer: Resolved | Refusal };
  solve: { asked: { a: Form; b: Form; preview?: boolean }; answer: Solved | Refusal };
  sample: { asked: { instants: number; known: { a: number; b: number } }; answer: Sampled | Refusal };
}
export type Call = keyof Requests;

export function refused(answer: object): answer is Refusal { return 'refusal' in answer; }

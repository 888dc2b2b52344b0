// Lines and arrows of the draw list as triangles in clip coordinates, as wide on the screen as they say.
import { carried, type Matrix, type Vec3 } from './matrix';

export interface Stroke { points: Vec3[]; colour: number[]; width_px: number; arrow: boolean; onTop: boolean }

/// The groups of strokes of every instant: arrow of the force, line of the leg, lever arm. See append_strokes() of the engine.
export function readStrokes(numbers: Float32Array, instants: number): Stroke[][][] {
  let at = 0;
  const point = (): Vec3 => [numbers[at++], numbers[at++], numbers[at++]];
  const stroke = (): Stroke => {
    const count = numbers[at++];
    const colour = [...numbers.subarray(at, at += 4)];
    const [width_px, arrow, onTop] = numbers.subarray(at, at += 3);
    return { points: Array.from({ length: count }, point), colour, width_px, arrow: arrow > 0, onTop: onTop > 0 };
  };
  const group = () => Array.from({ length: numbers[at++] }, stroke);
  return Array.from({ length: instants }, () => Array.from({ length: 3 }, group));
}

interface Node { x: number; y: number; z: number; w: number }

const headLength = 4, headHalfWidth = 1.7;  // of the width of the shaft

/// Of each vertex its clip place and its colour: eight numbers.
export function triangles(stroke: Stroke, toClip: Matrix, width: number, height: number): number[] {
  const out: number[] = [];
  const nodes: Node[] = [];
  for (const place of stroke.points) {
    const [x, y, z, w] = carried(toClip, place);
    if (w < 0.06) return out;
    nodes.push({ x: x / w * width / 2, y: y / w * height / 2, z: z / w, w });
  }
  const corner = (node: Node, x: number, y: number) =>
    out.push(x / width * 2 * node.w, y / height * 2 * node.w, node.z * node.w, node.w, ...stroke.colour);
  if (stroke.arrow && nodes.length > 1) {
    const tip = nodes[nodes.length - 1], from = nodes[nodes.length - 2];
    const long = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
    const head = Math.min(headLength * stroke.width_px, long), part = head / long;
    const dx = (tip.x - from.x) / long, dy = (tip.y - from.y) / long, half = head / headLength * headHalfWidth;
    const base = { x: tip.x - dx * head, y: tip.y - dy * head, z: tip.z + (from.z - tip.z) * part, w: tip.w + (from.w - tip.w) * part };
    corner(tip, tip.x, tip.y);
    corner(base, base.x - dy * half, base.y + dx * half);
    corner(base, base.x + dy * half, base.y - dx * half);
    nodes[nodes.length - 1] = base;
  }
  for (let i = 1; i < nodes.length; ++i) {
    const a = nodes[i - 1], b = nodes[i], long = Math.hypot(b.x - a.x, b.y - a.y);
    if (long < 0.05) continue;
    const nx = -(b.y - a.y) / long * stroke.width_px / 2, ny = (b.x - a.x) / long * stroke.width_px / 2;
    for (const [node, side] of [[a, 1], [a, -1], [b, 1], [b, 1], [a, -1], [b, -1]] as const)
      corner(node, node.x + side * nx, node.y + side * ny);
  }
  return out;
}

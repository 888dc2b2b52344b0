// The few pieces of linear algebra that a camera needs. Matrices are 16 numbers, column after column.

export type Vec3 = [number, number, number];
export type Matrix = Float32Array;

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec3, s: number): Vec3 => [a[0] * s, a[1] * s, a[2] * s];
export const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 =>
  [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const unit = (a: Vec3): Vec3 => times(a, 1 / Math.hypot(...a));
export const mix = (a: Vec3, b: Vec3, t: number): Vec3 => add(times(a, 1 - t), times(b, t));

export function product(a: Matrix, b: Matrix): Matrix {
  const out = new Float32Array(16);
  for (let column = 0; column < 4; ++column)
    for (let row = 0; row < 4; ++row)
      for (let k = 0; k < 4; ++k) out[4 * column + row] += a[4 * k + row] * b[4 * column + k];
  return out;
}

/// A point through a matrix: clip coordinates.
export function carried(m: Matrix, p: Vec3): [number, number, number, number] {
  const at = (row: number) => m[row] * p[0] + m[4 + row] * p[1] + m[8 + row] * p[2] + m[12 + row];
  return [at(0), at(1), at(2), at(3)];
}

export function lookAt(eye: Vec3, target: Vec3): Matrix {
  const back = unit(minus(eye, target));
  const right = unit(cross([0, 1, 0], back));
  const up = cross(back, right);
  return new Float32Array([right[0], up[0], back[0], 0, right[1], up[1], back[1], 0, right[2], up[2], back[2], 0,
    -dot(right, eye), -dot(up, eye), -dot(back, eye), 1]);
}

export function perspective(field_rad: number, aspect: number, near: number, far: number): Matrix {
  const f = 1 / Math.tan(field_rad / 2);
  return new Float32Array([f / aspect, 0, 0, 0, 0, f, 0, 0, 0, 0, (far + near) / (near - far), -1, 0, 0,
    2 * far * near / (near - far), 0]);
}

/// A box of this half width around a place, seen along a direction: the light's view.
export function boxView(towards: Vec3, around: Vec3, half_m: number): Matrix {
  const view = lookAt(add(around, times(towards, 2 * half_m)), around);
  const box = new Float32Array([1 / half_m, 0, 0, 0, 0, 1 / half_m, 0, 0, 0, 0, -1 / (2 * half_m), 0, 0, 0, -1, 1]);
  return product(box, view);
}

/// Turned about the axis to the right: a slope uphill along X.
export function tilted(slope_rad: number): Matrix {
  const c = Math.cos(slope_rad), s = Math.sin(slope_rad);
  return new Float32Array([c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
}

/// Cofactors over the determinant; of matrices that can be inverted.
export function inverse(m: Matrix): Matrix {
  const out = new Float32Array(16);
  const minor = (skipRow: number, skipColumn: number) => {
    const rows = [0, 1, 2, 3].filter((r) => r !== skipRow), columns = [0, 1, 2, 3].filter((c) => c !== skipColumn);
    const e = (r: number, c: number) => m[4 * columns[c] + rows[r]];
    return e(0, 0) * (e(1, 1) * e(2, 2) - e(1, 2) * e(2, 1)) - e(0, 1) * (e(1, 0) * e(2, 2) - e(1, 2) * e(2, 0)) +
      e(0, 2) * (e(1, 0) * e(2, 1) - e(1, 1) * e(2, 0));
  };
  let determinant = 0;
  for (let c = 0; c < 4; ++c) determinant += (c % 2 ? -1 : 1) * m[4 * c] * minor(0, c);
  for (let r = 0; r < 4; ++r)
    for (let c = 0; c < 4; ++c) out[4 * r + c] = ((r + c) % 2 ? -1 : 1) * minor(r, c) / determinant;
  return out;
}

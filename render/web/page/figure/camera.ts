// Where one looks from: the presets of the window, and what a hand made of them.
import type { CameraPlace } from '../protocol';
import { add, mix, perspective, product, lookAt, times, type Matrix, type Vec3 } from './matrix';

/// What the camera is pointed at, upright, metres.
export interface Subject { middle_m: Vec3; knee_m: Vec3; height_m: number }

export class Camera {
  private yaw = 0; private pitch = 0; private zoom = 1; private radius = 1; private knee = 0;
  private from?: { yaw: number; pitch: number; zoom: number; radius: number; knee: number };
  private to?: { yaw: number; pitch: number; zoom: number; radius: number; knee: number };
  private passed = 0;

  constructor(private readonly field_rad: number, place: CameraPlace) { this.show(place, true); }

  /// Goes to a preset, at once or along the sphere around the runner.
  show(place: CameraPlace, atOnce: boolean) {
    const to = { yaw: place.yaw_rad, pitch: place.pitch_rad, zoom: 1, radius: place.radius, knee: place.knee };
    if (atOnce) { Object.assign(this, to); this.to = undefined; return; }
    const { yaw, pitch, zoom, radius, knee } = this;
    this.from = { yaw, pitch, zoom, radius, knee };
    this.to = to;
    this.passed = 0;
  }

  /// Half a turn per picture height; zoom above 1 is nearer.
  drag(right: number, down: number, zoom: number) {
    this.to = undefined;
    this.yaw -= right * Math.PI;
    this.pitch = Math.min(1.4, Math.max(0.02, this.pitch + down * Math.PI));
    this.zoom = Math.min(4, Math.max(0.3, this.zoom * zoom));
  }

  /// True while it is on its way.
  advance(dt_s: number): boolean {
    if (!this.to || !this.from) return false;
    this.passed = Math.min(1, this.passed + dt_s / 0.4);
    const t = this.passed * this.passed * (3 - 2 * this.passed);
    for (const part of ['yaw', 'pitch', 'zoom', 'radius', 'knee'] as const)
      this[part] = (1 - t) * this.from[part] + t * this.to[part];
    if (this.passed >= 1) this.to = undefined;
    return true;
  }

  eye(subject: Subject, aspect: number): { eye: Vec3; matrix: Matrix } {
    const target = mix(subject.middle_m, subject.knee_m, this.knee);
    const far = this.radius * subject.height_m / (Math.tan(this.field_rad / 2) * Math.min(1, aspect) * this.zoom);
    const c = Math.cos(this.pitch);
    const direction: Vec3 = [Math.sin(this.yaw) * c, Math.sin(this.pitch), Math.cos(this.yaw) * c];
    const eye = add(target, times(direction, far));
    eye[1] = Math.max(eye[1], 0.05);
    return { eye, matrix: product(perspective(this.field_rad, aspect, 0.1, 60), lookAt(eye, target)) };
  }
}

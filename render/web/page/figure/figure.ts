// The picture of the runner: time, camera, labels, and what a hand does with them.
import type { Drawing, Label, Look, Sampled } from '../protocol';
import { Camera, type Subject } from './camera';
import { carried, product, tilted, type Vec3 } from './matrix';
import { Renderer, type Picture } from './renderer';
import { readStrokes, type Stroke } from './strokes';

export interface Shown { ghost: boolean; marks: boolean[] }

const slowest = 0.1;

export class Figure {
  phase = 0;
  playing = false;
  speed = 1;
  shown: Shown = { ghost: true, marks: [true, false, false] };
  onMoment: (phase: number) => void = () => {};
  /// Milliseconds of the last frame, of this thread alone.
  cpu_ms = 0;
  frames = 0;
  /// Since the page was asked for, when the runner was first drawn.
  first_ms = 0;
  private readonly camera: Camera;
  private readonly renderer: Renderer;
  private sampled?: Sampled;
  private strokes: Stroke[][][] = [];
  private period_s = 0.7;
  private travelled_m = 0;
  private same = true;
  private look: Look;
  private before_ms = 0;
  private waiting = false;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly chips: HTMLElement, private readonly drawing: Drawing) {
    const gl = canvas.getContext('webgl2', { antialias: true, powerPreference: 'low-power' });
    if (!gl) throw new Error('no WebGL 2');
    this.renderer = new Renderer(gl, drawing);
    this.camera = new Camera(drawing.field_of_view_rad, drawing.cameras[0]);
    this.look = drawing.light;
    new ResizeObserver(() => this.wake()).observe(canvas);
    this.listen();
  }

  take(sampled: Sampled, period_s: number, same: boolean) {
    for (const [which, part] of [['runner', sampled.b], ['ghost', sampled.a]] as const)
      if (part.mesh) this.renderer.setMesh(which, part.mesh.vertices, part.mesh.indices);
    this.sampled = sampled;
    this.strokes = readStrokes(sampled.strokes, sampled.instants);
    this.period_s = period_s;
    this.same = same;
    this.wake();
  }

  cameraTo(name: string, atOnce = false) {
    const place = this.drawing.cameras.find((camera) => camera.name === name);
    if (place) this.camera.show(place, atOnce);
    this.wake();
  }

  dark(on: boolean) { this.look = on ? this.drawing.dark : this.drawing.light; this.wake(); }

  play(on: boolean) { this.playing = on; this.wake(); }

  goTo(phase: number) { this.phase = phase - Math.floor(phase); this.wake(); }

  /// Draws with the next frame; nothing runs while nothing moves.
  wake() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now_ms: number) {
    this.waiting = false;
    const began = performance.now();
    const dt_s = Math.min(0.1, Math.max(0, (now_ms - this.before_ms) / 1000));
    this.before_ms = now_ms;
    const moves = this.camera.advance(dt_s);
    if (this.playing && this.sampled) {
      const passed_s = dt_s * Math.max(slowest, this.speed);
      this.phase = (this.phase + passed_s / this.period_s) % 1;
      this.travelled_m += passed_s * this.sampled.speed_m_s;
      this.onMoment(this.phase);
    }
    if (this.sampled) this.draw(this.sampled);
    this.cpu_ms = performance.now() - began;
    if (this.sampled) this.first_ms ||= performance.now();
    ++this.frames;
    if (moves || this.playing) this.wake();
  }

  private draw(sampled: Sampled) {
    const density = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(this.canvas.clientWidth * density));
    const height = Math.max(1, Math.round(this.canvas.clientHeight * density));
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
    const tilt = tilted(sampled.slope_rad);
    const subject = this.subject(sampled, tilt);
    const { eye, matrix } = this.camera.eye(subject, width / height);
    const instant = Math.floor(this.phase * sampled.instants) % sampled.instants;
    const picture: Picture = {
      view: matrix, eye, runner_m: subject.middle_m, slope_rad: sampled.slope_rad, travelled_m: this.travelled_m, look: this.look,
      runner: this.between(sampled.b.bones, 16 * this.drawing.n_bones),
      ghost: this.shown.ghost && !this.same ? this.between(sampled.a.bones, 16 * this.drawing.n_bones) : undefined,
      strokes: this.strokes[instant].filter((_, i) => this.shown.marks[i]).flat(), scale: density,
    };
    this.renderer.draw(picture);
    const labels = sampled.labels[instant].filter((_, i) => this.shown.marks[i]).flat();
    this.write(labels, product(matrix, tilt));
  }

  /// At this phase, between two instants.
  private between(rows: Float32Array, size: number): Float32Array {
    const n = rows.length / size, at = this.phase * n, i = Math.floor(at) % n, j = (i + 1) % n, t = at - Math.floor(at);
    const out = new Float32Array(size);
    for (let k = 0; k < size; ++k) out[k] = (1 - t) * rows[size * i + k] + t * rows[size * j + k];
    return out;
  }

  private subject(sampled: Sampled, tilt: Float32Array): Subject {
    const places = this.between(sampled.b.places, 6);
    const [kx, ky, kz] = carried(tilt, [places[3], places[4], places[5]]);
    const [mx, my, mz] = carried(tilt, [0, 0.5 * sampled.height_m, 0]);
    return { middle_m: [mx, my, mz], knee_m: [kx, ky, kz], height_m: sampled.height_m };
  }

  private write(labels: Label[], toClip: Float32Array) {
    while (this.chips.childElementCount > labels.length) this.chips.lastElementChild!.remove();
    const lines: number[] = [];
    labels.forEach(({ at_m, text }, i) => {
      const chip = (this.chips.children[i] ?? this.chips.appendChild(document.createElement('span'))) as HTMLElement;
      const [x, y, , w] = carried(toClip, at_m as Vec3);
      const left = (x / w * 0.5 + 0.5) * this.canvas.clientWidth;
      let top = (0.5 - y / w * 0.5) * this.canvas.clientHeight;
      for (const line of lines) if (Math.abs(line - top) < 22) top = line + 22;
      lines.push(top);
      if (chip.textContent !== text) chip.textContent = text;
      chip.hidden = w <= 0;
      const right = Math.min(left, this.canvas.clientWidth - chip.offsetWidth - 14);
      chip.style.transform = `translate(${Math.max(4, right + 10)}px, ${Math.max(2, top - 10)}px)`;
    });
  }

  private listen() {
    const held = new Map<number, { x: number; y: number }>();
    const spread = () => { const [a, b] = [...held.values()]; return Math.hypot(a.x - b.x, a.y - b.y); };
    const { canvas } = this;
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    });
    canvas.addEventListener('pointermove', (event) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const apart = held.size === 2 ? spread() : 0;
      const dx = event.clientX - before.x, dy = event.clientY - before.y;
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const zoom = apart > 0 ? spread() / apart : 1, turn = held.size === 1 ? 1 / canvas.clientHeight : 0;
      this.camera.drag(dx * turn, dy * turn, zoom);
      this.wake();
    });
    for (const end of ['pointerup', 'pointercancel'] as const)
      canvas.addEventListener(end, (event) => held.delete(event.pointerId));
    canvas.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.camera.drag(0, 0, Math.exp(-event.deltaY / 1000));
      this.wake();
    }, { passive: false });
    const keys: Record<string, [number, number, number]> = {
      ArrowLeft: [-0.05, 0, 1], ArrowRight: [0.05, 0, 1], ArrowUp: [0, -0.05, 1], ArrowDown: [0, 0.05, 1], '+': [0, 0, 1.1], '-': [0, 0, 1 / 1.1],
    };
    canvas.addEventListener('keydown', (event) => {
      const by = keys[event.key];
      if (!by) return;
      event.preventDefault();
      this.camera.drag(...by);
      this.wake();
    });
  }
}

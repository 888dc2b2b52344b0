// Curves over the stride with uPlot: A thin, B bold, and the instant of the figure as a line.
import uPlot from 'uplot';
import { curves as first } from './choices';
import type { Catalogue, Solved } from './protocol';
import { text } from './texts';

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Curves {
  private readonly plots: { select: HTMLSelectElement; canvas: HTMLElement; plot: uPlot }[] = [];
  private solved?: Solved;
  private percent = 0;
  onPercent: (percent: number) => void = () => {};

  constructor(place: HTMLElement, private readonly catalogue: Catalogue) {
    for (const key of first) {
      const box = place.appendChild(document.createElement('div')), select = document.createElement('select');
      box.className = 'plot';
      select.setAttribute('aria-label', text('curve_choice'));
      for (const curve of catalogue.curves) select.add(new Option(curve.unit ? `${curve.label} (${curve.unit})` : curve.label, curve.key));
      select.value = key;
      const canvas = document.createElement('div');
      canvas.setAttribute('role', 'img');
      box.append(select, canvas);
      const plot = new uPlot(this.options(Math.max(200, place.clientWidth)), [[], [], []], canvas);
      select.onchange = () => this.refresh();
      this.plots.push({ select, canvas, plot });
    }
    new ResizeObserver(() => {
      for (const { plot } of this.plots) plot.setSize({ width: Math.max(200, place.clientWidth), height: 170 });
    }).observe(place);
  }

  private options(width: number): uPlot.Options {
    return {
      width, height: 170, legend: { show: false }, scales: { x: { time: false, range: [0, 100] } },
      cursor: { drag: { x: false, y: false }, points: { show: false }, bind: { mousedown: (u) => () => { this.pick(u); return null; } } },
      axes: [
        { label: text('curve_axis'), labelSize: 20, size: 34, font: '12px system-ui', labelFont: '12px system-ui', stroke: css('--ink') },
        { size: 46, font: '12px system-ui', stroke: css('--ink') },
      ],
      series: [{}, { stroke: css('--a'), width: 1.5 }, { stroke: css('--b'), width: 3 }],
      hooks: { draw: [(u) => this.drawInstant(u)] },
    };
  }

  private pick(u: uPlot) {
    const left = u.cursor.left ?? -1;
    if (left >= 0) this.onPercent(u.posToVal(left, 'x'));
  }

  private drawInstant(u: uPlot) {
    const x = u.valToPos(this.percent, 'x', true), { ctx, bbox } = u;
    ctx.save();
    ctx.strokeStyle = '#59636e';
    ctx.setLineDash([4, 4]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  }

  take(solved: Solved) { this.solved = solved; this.refresh(); }

  /// Where the figure is, 0 .. 100 % of the stride.
  at(percent: number) {
    this.percent = percent;
    for (const { plot } of this.plots) plot.redraw(false);
  }

  private refresh() {
    if (!this.solved) return;
    const n = this.catalogue.curve_samples, x = Array.from({ length: n }, (_, i) => (100 * i) / (n - 1));
    for (const { select, canvas, plot } of this.plots) {
      const row = select.selectedIndex * n;
      canvas.setAttribute('aria-label', this.catalogue.curves[select.selectedIndex].label);
      // What has no value, NaN, is a gap.
      const part = (values: Float64Array) => Array.from(values.subarray(row, row + n), (value) => (Number.isFinite(value) ? value : null));
      plot.setData([x, part(this.solved.curves.a), part(this.solved.curves.b)]);
    }
  }
}

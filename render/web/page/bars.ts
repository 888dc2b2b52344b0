// Who pays: the load of every place of the leg, B against A, as a bar from the middle.
import type { Run, TradeOff } from './protocol';
import { text } from './texts';

export const signed = (percent: number) => `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(Math.abs(percent) < 9.95 ? 1 : 0)} %`;

const steps = [5, 10, 15, 20, 30, 40, 60, 80, 100, 200, 500];

/// Steps of the scale that do not jump while a slider moves.
function fullScale(rows: TradeOff[]): number {
  const most = Math.max(0, ...rows.map((row) => Math.abs(row.change_percent ?? 0)));
  return steps.find((step) => most <= step) ?? most;
}

const direction = (percent: number) => (percent >= 0.05 ? 'up' : percent <= -0.05 ? 'down' : '');
const arrows: Record<string, string> = { up: '▲ ', down: '▼ ', '': '' };

export function drawBars(place: HTMLElement, rows: TradeOff[], run: Run) {
  const full = fullScale(rows);
  place.replaceChildren(...rows.map((row) => {
    const bar = document.createElement('div'), label = document.createElement('span'), track = document.createElement('span');
    const change = document.createElement('span'), load = document.createElement('span');
    bar.className = 'bar';
    label.textContent = row.label;
    track.className = 'track';
    const percent = row.change_percent ?? 0, half = Math.min(1, Math.abs(percent) / full) * 50, way = direction(percent);
    const fill = track.appendChild(document.createElement('span'));
    fill.className = `fill ${way}`;
    fill.style.left = `${percent < 0 ? 50 - half : 50}%`;
    fill.style.width = `${half}%`;
    change.className = `change ${way}`;
    change.textContent = row.change_percent === null ? '–' : arrows[way] + signed(percent) + (row.size_uncertain ? ' ~' : '');
    load.className = 'load';
    const value = (number: number | null) => (number === null ? '–' : number.toFixed(row.decimals));
    const level = run.regions.find((region) => region.region === row.region)?.level ?? '';
    const words = [`${row.load} ${value(row.a)} → ${value(row.b)} ${row.unit}`, text(level)].filter(Boolean);
    load.textContent = words.join(' · ');
    bar.append(label, track, change, load);
    return bar;
  }));
}

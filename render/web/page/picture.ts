// The figure with its tools: time, cameras, what is drawn.
import { Figure } from './figure/figure';
import type { Catalogue, Sampled, Solved } from './protocol';
import { text } from './texts';

const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;

export class Picture {
  readonly figure?: Figure;
  onPhase: (phase: number) => void = () => {};
  private first = true;

  constructor(catalogue: Catalogue) {
    try {
      this.figure = new Figure(element<HTMLCanvasElement>('figure'), element('chips'), catalogue.drawing);
    } catch (fault) {
      console.warn(fault);
      element('status').textContent = text('no_webgl');
      return;
    }
    this.listen(this.figure, catalogue);
  }

  private listen(figure: Figure, catalogue: Catalogue) {
    const play = element<HTMLButtonElement>('play'), phase = element<HTMLInputElement>('phase');
    const marks = [...document.querySelectorAll<HTMLInputElement>('.mark')];
    const ghost = element<HTMLInputElement>('ghost'), dark = element<HTMLInputElement>('dark'), slow = element<HTMLInputElement>('slow');
    const cameras = catalogue.drawing.cameras.map(({ name }) => {
      const button = element('cameras').appendChild(document.createElement('button'));
      button.textContent = text(`camera_${name}`);
      button.onclick = () => {
        figure.cameraTo(name, this.still);
        for (const other of cameras) other.setAttribute('aria-pressed', String(other === button));
        // From ahead the line of the leg is what one looks for.
        if (name === 'front') marks[1].checked = true;
        choose();
      };
      return button;
    });
    cameras[0].setAttribute('aria-pressed', 'true');
    const choose = () => { figure.shown = { ghost: ghost.checked, marks: marks.map((mark) => mark.checked) }; figure.wake(); };
    for (const box of [ghost, ...marks]) box.onchange = choose;
    dark.onchange = () => figure.dark(dark.checked);
    slow.onchange = () => { figure.speed = slow.checked ? 0.1 : 1; };
    play.onclick = () => { figure.play(!figure.playing); this.nameButton(play, figure); };
    phase.oninput = () => { figure.play(false); this.nameButton(play, figure); figure.goTo(phase.valueAsNumber); this.onPhase(figure.phase); };
    figure.onMoment = (now) => { phase.value = String(now); this.onPhase(now); };
  }

  private nameButton(play: HTMLElement, figure: Figure) { play.textContent = text(figure.playing ? 'pause' : 'play'); }

  private get still() { return matchMedia('(prefers-reduced-motion: reduce)').matches; }

  goTo(phase: number) {
    if (!this.figure) return;
    this.figure.play(false);
    this.nameButton(element('play'), this.figure);
    this.figure.goTo(phase);
    element<HTMLInputElement>('phase').value = String(this.figure.phase);
    this.onPhase(this.figure.phase);
  }

  take(sampled: Sampled, solved: Solved) {
    if (!this.figure) return;
    this.figure.take(sampled, solved.b.period_s, solved.same);
    if (!this.first) return;
    this.first = false;
    element('status').hidden = true;
    this.goTo(solved.b.events.peak_load);
    if (!this.still) { this.figure.play(true); this.nameButton(element('play'), this.figure); }
  }
}

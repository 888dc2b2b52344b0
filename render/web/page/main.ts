// The page: joins the session with what shows it.
import { drawBars, signed } from './bars';
import { Cards } from './cards';
import { headline, start_scenario } from './choices';
import { Curves } from './curves';
import { EngineClient } from './engine_client';
import { drawNumbers } from './numbers';
import { Picture } from './picture';
import { refused, type Catalogue, type Form, type Resolved, type Solved } from './protocol';
import { Session } from './session';
import { fromHash, toHash } from './share';
import { Sliders } from './sliders';
import { text, writeTexts } from './texts';

const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;

/// A row of buttons of which one is pressed.
function choices(place: HTMLElement, names: string[], onChoice: (name: string) => void) {
  const buttons = names.map((name) => {
    const button = place.appendChild(document.createElement('button'));
    button.textContent = text(name);
    button.setAttribute('aria-pressed', String(name === names[0]));
    button.onclick = () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      onChoice(name);
    };
    return button;
  });
}

const arrows = (words: string) => words.replaceAll('->', '→');
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function writeHeadline(catalogue: Catalogue, solved: Solved) {
  const metric = catalogue.metrics.find(({ key }) => key === headline);
  const a = solved.a.metrics[headline], b = solved.b.metrics[headline];
  if (!metric || a === null || b === null) return;
  const shown = (value: number) => `${value.toFixed(metric.decimals)} ${metric.unit}`;
  element('headline-a').textContent = solved.same ? '' : shown(a);
  element('headline-arrow').hidden = solved.same;
  element('headline-b').textContent = shown(b);
  const percent = 100 * (b / a - 1);
  element('headline-change').textContent = solved.same ? '' : `(${signed(percent)})`;
  element('headline-change').className = percent > 0.05 ? 'up' : percent < -0.05 ? 'down' : '';
  element('why').textContent = solved.same ? text('no_change') : arrows(`${sentence(solved.change)} ${solved.why}`);
}

class Page {
  private readonly curves: Curves;
  private readonly picture: Picture;
  private readonly sliders: Sliders;
  private readonly cards: Cards;
  private finished = false;
  private per: 'step' | 'km' = 'step';
  readonly session: Session;

  constructor(private readonly catalogue: Catalogue, private readonly engine: EngineClient, a: Form, b: Form) {
    this.curves = new Curves(element('plots'), catalogue);
    this.picture = new Picture(catalogue);
    this.sliders = new Sliders(element('sliders'), catalogue, (edit, preview) => this.session.edit(edit, preview));
    this.cards = new Cards(element('card-list'), (scenario) => this.session.ask(scenario));
    this.session = new Session(engine, {
      onForm: (resolved) => this.takeForm(resolved),
      onAnswer: (solved) => this.takeAnswer(solved),
      onPicture: (sampled, solved) => { this.picture.take(sampled, solved); this.finish(); },
      onRefusal: (refusal) => this.refuse(refusal),
    }, a, b);
    this.picture.onPhase = (phase) => this.markInstant(phase);
    this.curves.onPercent = (percent) => this.picture.goTo((this.session.solved?.b.events.contact ?? 0) + percent / 100);
    this.listen();
  }

  private listen() {
    choices(element('per'), ['per_step', 'per_km'], (name) => { this.per = name === 'per_km' ? 'km' : 'step'; this.drawBars(); });
    choices(element('hold'), ['hold_speed', 'hold_stride_length'], (name) => {
      this.session.hold = name === 'hold_speed' ? 'speed' : 'stride_length';
    });
    element('reset-all').onclick = () => this.session.show({ scenario: this.session.b.scenario, overrides: [] });
    element('freeze').onclick = () => this.session.freeze();
    element('share').onclick = async () => {
      const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
      element('said').textContent = text(copied ? 'shared' : 'share_by_hand');
    };
    element('save').onclick = () => this.save();
    element('print').onclick = () => window.print();
    element('numbers').closest('details')!.ontoggle = () => this.drawNumbers();
    window.addEventListener('hashchange', () => this.follow());
  }

  /// What can wait for the first picture: the cards, for which all scenarios are read, and keeping the page for use without
  /// a network.
  private async finish() {
    if (this.finished) return;
    this.finished = true;
    const scenarios = await this.engine.ask('scenarios', {});
    if (!refused(scenarios)) this.cards.take(scenarios);
    if (!window.stridelabInline && 'serviceWorker' in navigator) void navigator.serviceWorker.register('service_worker.js');
  }

  /// A link that was pasted into a page that is open already.
  private follow() {
    if (location.hash === toHash(this.session.a, this.session.b)) return;
    const { a, b } = fromHash(location.hash);
    if (b) this.session.show(b, a ?? b);
  }

  private takeForm(resolved: Resolved) {
    this.sliders.take(resolved);
    element('question').textContent = resolved.question;
    element('conditions').textContent = resolved.conditions;
    this.cards.mark(resolved.form.scenario);
  }

  private takeAnswer(solved: Solved) {
    writeHeadline(this.catalogue, solved);
    this.drawBars();
    this.curves.take(solved);
    if (solved.preview) return;
    this.drawNumbers();
    element('notes').replaceChildren(...solved.b.notes.map((note) => {
      const item = document.createElement('li');
      item.textContent = note;
      return item;
    }));
    history.replaceState(null, '', toHash(this.session.a, this.session.b));
  }

  private drawBars() {
    const { solved } = this.session;
    if (solved) drawBars(element('bars'), solved.trade_off[this.per], solved.b);
  }

  private drawNumbers() {
    const { solved } = this.session, place = element('numbers');
    if (solved && (place.closest('details') as HTMLDetailsElement).open) drawNumbers(place, this.catalogue, solved);
  }

  private markInstant(phase: number) {
    const contact = this.session.solved?.b.events.contact ?? 0;
    this.curves.at(100 * (phase - contact - Math.floor(phase - contact)));
  }

  private refuse(refusal: string | undefined) {
    const place = element('refusal');
    place.hidden = refusal === undefined;
    place.textContent = refusal === undefined ? '' : `${text('refused')}\n${refusal}`;
    if (!this.session.solved && refusal !== undefined) this.session.show({ scenario: start_scenario, overrides: [] }, { scenario: start_scenario, overrides: [] });
  }

  private save() {
    if (!this.session.resolved) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.session.resolved.file], { type: 'application/toml' }));
    link.download = 'form.toml';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}

async function start() {
  writeTexts();
  const fault = () => { element('status').textContent = text('no_engine'); };
  const engine = await EngineClient.open(fault);
  const catalogue = await engine.ask('catalogue', {});
  if (refused(catalogue)) throw new Error(catalogue.refusal);
  const given = fromHash(location.hash);
  const b = given.b ?? { scenario: start_scenario, overrides: [] }, a = given.a ?? { scenario: start_scenario, overrides: [] };
  const page = new Page(catalogue, engine, a, b);
  (window as unknown as { stridelabPage: Page }).stridelabPage = page;  // for the tests
  page.session.show(b, a);
}

start().catch((fault) => {
  console.error(fault);
  element('status').textContent = text('no_engine');
});

// One question at a time: scenarios as cards.
import { cards as first, start_scenario } from './choices';
import type { Scenario } from './protocol';
import { text } from './texts';

/// The chosen ones first, then all that compare something with a base.
function inOrder(scenarios: Scenario[]): Scenario[] {
  const named = (name: string) => scenarios.find((scenario) => scenario.name === name);
  const chosen = first.map(named).filter((scenario): scenario is Scenario => scenario !== undefined);
  return [...chosen, ...scenarios.filter((scenario) => scenario.base && !chosen.includes(scenario))];
}

export class Cards {
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private marked = '';

  constructor(private readonly place: HTMLElement, private readonly onAsk: (scenario: string) => void) {
    this.add(start_scenario, text('card_own'), text('card_own_question'));
  }

  take(scenarios: Scenario[]) {
    for (const { name, label, question } of inOrder(scenarios)) this.add(name, label, question);
    this.mark(this.marked);
  }

  private add(name: string, label: string, question: string) {
    const button = this.place.appendChild(document.createElement('button'));
    const heading = button.appendChild(document.createElement('strong')), words = button.appendChild(document.createElement('span'));
    heading.textContent = label;
    words.textContent = question;
    button.onclick = () => this.onAsk(name);
    this.buttons.set(name, button);
  }

  mark(scenario: string) {
    this.marked = scenario;
    for (const [name, button] of this.buttons) button.setAttribute('aria-pressed', String(name === scenario));
  }
}

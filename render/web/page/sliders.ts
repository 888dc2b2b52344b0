// Every input of the catalogue as a slider or a choice, in the tables that a scenario file has.
import { open_tables } from './choices';
import type { Catalogue, Edit, Parameter, Resolved } from './protocol';
import { text } from './texts';

type OnEdit = (edit: Edit, preview: boolean) => void;

interface Row { parameter: Parameter; element: HTMLElement; input: HTMLInputElement | HTMLSelectElement; output: HTMLOutputElement }

export class Sliders {
  private readonly rows: Row[] = [];
  private held = '';

  constructor(place: HTMLElement, catalogue: Catalogue, private readonly onEdit: OnEdit) {
    for (const table of catalogue.tables) {
      const parameters = catalogue.parameters.filter((parameter) => parameter.table === table.key);
      if (parameters.length === 0) continue;
      const group = document.createElement('details');
      group.open = open_tables.includes(table.key);
      const summary = group.appendChild(document.createElement('summary'));
      summary.textContent = table.label;
      for (const parameter of parameters) group.append(this.row(parameter));
      place.append(group);
    }
  }

  private row(parameter: Parameter): HTMLElement {
    const element = document.createElement('div');
    element.className = 'slider';
    const label = document.createElement('label'), output = document.createElement('output'), back = document.createElement('button');
    const hint = document.createElement('span');
    const input = parameter.choices ? this.choice(parameter) : this.number(parameter);
    input.id = `input-${parameter.key}`;
    label.htmlFor = input.id;
    label.textContent = parameter.label;
    label.title = `${parameter.key} (${parameter.range})\n${parameter.meaning}\n${text('source')}: ${parameter.source}`;
    hint.className = 'hint';
    hint.id = `hint-${parameter.key}`;
    hint.textContent = parameter.meaning;
    hint.hidden = true;
    input.setAttribute('aria-describedby', hint.id);
    label.addEventListener('click', () => { hint.hidden = !hint.hidden; });
    back.className = 'back';
    back.textContent = text('reset');
    back.setAttribute('aria-label', `${text('reset')}: ${parameter.label}`);
    back.onclick = () => this.onEdit({ key: parameter.key, reset: true }, false);
    element.append(label, output, back, input, hint);
    this.rows.push({ parameter, element, input, output });
    return element;
  }

  private choice(parameter: Parameter): HTMLSelectElement {
    const input = document.createElement('select');
    for (const { value, label } of parameter.choices ?? []) input.add(new Option(label, value));
    input.onchange = () => this.onEdit({ key: parameter.key, text: input.value }, false);
    return input;
  }

  private number(parameter: Parameter): HTMLInputElement {
    const input = document.createElement('input');
    input.type = 'range';
    input.min = String(parameter.lo);
    input.max = String(parameter.hi);
    input.step = String(10 ** -(parameter.decimals ?? 0));
    const give = (preview: boolean) => this.onEdit({ key: parameter.key, number: input.valueAsNumber }, preview);
    input.oninput = () => { this.held = parameter.key; give(true); };
    input.onchange = () => { this.held = ''; give(false); };
    return input;
  }

  take(resolved: Resolved) {
    for (const { parameter, element, input, output } of this.rows) {
      const value = resolved.parameters[parameter.key];
      element.classList.toggle('changed', value.changed);
      if (parameter.key !== this.held) input.value = String(value.value);
      output.textContent = value.shown ?? '';
      input.setAttribute('aria-valuetext', value.shown ?? String(value.value));
    }
  }
}

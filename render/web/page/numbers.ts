// The numbers of both forms, in the groups of the catalogue.
import type { Catalogue, Solved } from './protocol';
import { text } from './texts';

function cell(tag: 'td' | 'th', words: string, title = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  if (title) element.title = title;
  return element;
}

export function drawNumbers(place: HTMLElement, catalogue: Catalogue, solved: Solved) {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  head.append(cell('th', ''), cell('th', text('a')), cell('th', text('b')), cell('th', ''));
  const body = table.createTBody();
  let group = '';
  for (const metric of catalogue.metrics) {
    if (!(metric.key in solved.b.metrics)) continue;
    if (metric.group !== group) {
      group = metric.group;
      const heading = cell('th', group);
      heading.setAttribute('colspan', '4');
      body.insertRow().append(heading);
    }
    const shown = (value: number | null) => (value === null ? '–' : value.toFixed(metric.decimals));
    body.insertRow().append(cell('td', metric.label, `${metric.key}: ${metric.definition}`),
      cell('td', shown(solved.a.metrics[metric.key])), cell('td', shown(solved.b.metrics[metric.key])), cell('td', metric.unit));
  }
  place.replaceChildren(table);
}

// A form in the address: #form=quick_steps;mass_kg=62 or #form=...&against=... Nothing leaves the browser: what stands behind # is not sent.
import type { Form } from './protocol';

const written = (form: Form) => [form.scenario, ...form.overrides].map(encodeURIComponent).join(';');

function read(text: string | null): Form | undefined {
  if (!text) return undefined;
  const [scenario, ...overrides] = text.split(';').map(decodeURIComponent);
  return { scenario, overrides };
}

export function toHash(a: Form, b: Form): string { return `#form=${written(b)}&against=${written(a)}`; }

export function fromHash(hash: string): { a?: Form; b?: Form } {
  const parts = new Map(hash.replace(/^#/, '').split('&').map((part) => {
    const equals = part.indexOf('=');
    return [part.slice(0, equals), part.slice(equals + 1)] as const;
  }));
  try {
    return { a: read(parts.get('against') ?? null), b: read(parts.get('form') ?? null) };
  } catch {
    return { b: { scenario: parts.get('form') ?? '', overrides: [] } };
  }
}

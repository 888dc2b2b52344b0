// The words of the page: one file per language. What the catalogue says comes from the engine.
import english from './texts.en.json';

export type Texts = typeof english;
export const texts: Texts = english;
export const text = (key: string): string => (texts as Record<string, string>)[key] ?? key;

/// Fills in what the page's elements name by data-text, data-label and data-hint.
export function writeTexts() {
  document.documentElement.lang = texts.language;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = text(element.dataset.text!);
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) element.setAttribute('aria-label', text(element.dataset.label!));
  for (const element of document.querySelectorAll<HTMLElement>('[data-hint]')) element.title = text(element.dataset.hint!);
}

// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import '../../src/workshop/slides/page/workshop-slides.entry.ts';

// A page has a language before its script comes.
vi.hoisted(() => (document.documentElement.lang = 'en'));

const button = (part: string) => `<button type="button" data-part="${part}"></button>`;
const select = (part: string, ...values: readonly string[]) =>
  `<select data-part="${part}">${values.map((value) => `<option value="${value}"></option>`).join('')}</select>`;
const markup = `<workshop-slides data-name="tiny:one">
  <div data-part="controls" hidden>${['present', 'projector', 'print'].map(button).join('')}
    ${select('which-deck', '', 'short')}${select('jump', '0')}${select('shape', '', 'wide', 'square')}
    ${select('scheme', '', 'light', 'dark')}${select('paper', '', 'notes', 'lines')}<span data-part="deck-said"></span></div>
  <div data-part="desk" hidden>${['back', 'next', 'black', 'leave'].map(button).join('')}
    ${['clock', 'since', 'place'].map((part) => `<span data-part="${part}"></span>`).join('')}</div>
  <p data-part="said"></p>
  <div class="leaf"><section class="slide"><h2>One</h2></section><details class="slide-notes"></details></div>
</workshop-slides>`;

const paper = () => document.querySelector('[data-part=paper]') as HTMLSelectElement;
const laid = () => document.documentElement.dataset['paper'];
const notes = () => document.querySelector('details')?.open;

describe('a deck on paper', () => {
  beforeEach(() => {
    history.replaceState(null, '', '#');
    document.body.innerHTML = markup;
  });

  test('has only slides, slides with notes, or slides with lines, as the trainer chooses', () => {
    expect(laid()).toBeUndefined();
    for (const form of ['notes', 'lines', '']) {
      paper().value = form;
      paper().dispatchEvent(new Event('change'));
      expect(laid()).toBe(form || undefined);
    }
    // Lines are there once, for whoever asked for them, and where there are no notes.
    for (const form of ['notes', 'lines']) {
      paper().value = form;
      paper().dispatchEvent(new Event('change'));
    }
    expect(document.querySelectorAll('.slide + .lines hr')).toHaveLength(7);
  });

  test('shows its notes during printing only if they are requested', () => {
    for (const [form, isOpen] of [
      ['notes', true],
      ['lines', false],
    ] as const) {
      paper().value = form;
      dispatchEvent(new Event('beforeprint'));
      expect(notes()).toBe(isOpen);
      dispatchEvent(new Event('afterprint'));
      expect(notes()).toBe(false);
    }
  });

  test('is a handout at the address that the folder for trainers uses', () => {
    history.replaceState(null, '', '#handout');
    document.body.innerHTML = markup;
    expect([laid(), paper().value]).toEqual(['notes', 'notes']);
  });
});

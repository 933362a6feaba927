import { applyLook } from '../../../reader/page/apply-choices.ts';
import { wearScheme } from '../../../reader/page/wear-scheme.ts';
import { element } from '../../../site/element.ts';
import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { InStep, isProjector } from '../../page/in-step.ts';
import { clockFace } from '../../countdown.ts';
import {
  type Move,
  moved,
  moveOf,
  type Presentation,
  readPresentation,
  slideHeight,
} from '../presentation.ts';

const page = document.documentElement;
/** Number of lines for handwriting beside a slide of 56 mm. */
const linesBeside = 7;

/**
 * `<workshop-slides>`: slides as a list to read, one at a time on this screen, or one at a time in a second window for
 * the projector. In that case this window becomes the facilitator's desk with notes, clock and the next slide.
 */
class WorkshopSlides extends HTMLElement {
  readonly #slides = [...this.querySelectorAll<HTMLElement>('.slide')];
  readonly #inStep = new InStep<Presentation>(`ati-slides:${String(this.dataset['name'])}`);
  #at: Presentation = { slide: 0, isBlack: false, shape: '', scheme: '', isShort: false };
  #began = 0;

  /** Indexes of the slides to show. */
  get #shown(): number[] {
    return this.#slides.flatMap((slide, place) =>
      this.#at.isShort && !slide.parentElement?.hasAttribute('data-short') ? [] : [place],
    );
  }

  /** View of this window: the list, the slide alone, or the desk. */
  get #view(): 'list' | 'wall' | 'desk' {
    return (page.dataset['slides'] ?? 'list') as 'list' | 'wall' | 'desk';
  }

  connectedCallback() {
    const show = (said: unknown) => {
      const read = readPresentation(said, this.#slides.length);
      if (read) this.#put(read, false);
    };
    document.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('resize', () => this.#measure());
    if (isProjector()) {
      this.#see('wall');
      this.#inStep.listen(show);
      document.addEventListener('click', () => this.#move('next'));
      return;
    }
    part(this, 'controls').hidden = false;
    this.#inStep.listen(show, () => this.#at);
    this.#controls();
    const [, number = ''] = /^#slide-(\d+)$/.exec(location.hash) ?? [];
    if (number !== '')
      this.#at = { ...this.#at, slide: Math.min(Number(number), this.#slides.length) - 1 };
  }

  #controls() {
    const on = (name: string, act: () => void) => part(this, name).addEventListener('click', act);
    on('present', () => {
      this.#see('wall');
      if ('requestFullscreen' in page) void page.requestFullscreen().catch(() => undefined);
    });
    on('projector', () => {
      this.#inStep.open();
      this.#see('desk');
    });
    on('print', () => print());
    const paper = part(this, 'paper') as HTMLSelectElement;
    const lay = () => {
      if (paper.value === '') delete page.dataset['paper'];
      else page.dataset['paper'] = paper.value;
      if (paper.value !== '') this.#rule();
    };
    paper.addEventListener('change', lay);
    // The folder for trainers uses this address to print handouts.
    const meetAddress = () => {
      if (location.hash === '#handout') paper.value = 'notes';
      lay();
    };
    meetAddress();
    addEventListener('hashchange', meetAddress);
    addEventListener('beforeprint', () => this.#openNotes(paper.value === 'notes'));
    addEventListener('afterprint', () => this.#openNotes(this.#view === 'desk'));
    for (const move of ['next', 'back', 'black', 'leave'] as const)
      on(move, () => this.#move(move));
    const jump = part(this, 'jump') as HTMLSelectElement;
    jump.addEventListener('change', () => {
      this.#put({ ...this.#at, slide: Number(jump.value) });
      this.#slides[this.#at.slide]?.scrollIntoView();
    });
    for (const name of ['shape', 'scheme'] as const) {
      const select = part(this, name) as HTMLSelectElement;
      select.addEventListener('change', () => {
        const read = readPresentation({ ...this.#at, [name]: select.value }, this.#slides.length);
        if (read) this.#put(read);
      });
    }
    const deck = part(this, 'which-deck') as HTMLSelectElement;
    deck.addEventListener('change', () => {
      this.#at = { ...this.#at, isShort: deck.value === 'short' };
      // If the current slide is left out, the previous one is shown.
      const slide = this.#shown.findLast((place) => place <= this.#at.slide) ?? 0;
      this.#put({ ...this.#at, slide });
    });
    document.addEventListener('fullscreenchange', () => {
      if (!document.fullscreenElement && this.#view === 'wall') this.#see('list');
    });
    setInterval(() => this.#clock(), 1000);
  }

  #see(view: 'list' | 'wall' | 'desk') {
    page.dataset['slides'] = view;
    if (view === 'list') delete page.dataset['slides'];
    // A slide that is shown keeps its columns on every screen.
    for (const table of this.querySelectorAll('.slide table'))
      table.classList.toggle('stacks', view === 'list');
    part(this, 'desk').hidden = view !== 'desk';
    part(this, 'controls').hidden = view === 'wall' || isProjector();
    if (view === 'desk') this.#began ||= Date.now();
    this.#openNotes(view === 'desk');
    this.#show();
    if (view === 'list') this.#slides[this.#at.slide]?.scrollIntoView();
    // Scrolls back to the controls of the desk.
    else scrollTo(0, 0);
  }

  /** Adds lines for handwriting to each slide; only print shows them, instead of notes or if there are none. */
  #rule() {
    if (this.querySelector('.lines')) return;
    for (const slide of this.#slides) {
      const lines = element('div', 'lines');
      lines.append(...Array.from({ length: linesBeside }, () => element('hr', '')));
      slide.after(lines);
    }
  }

  #openNotes(isOpen: boolean) {
    for (const notes of this.querySelectorAll('details')) notes.open = isOpen;
  }

  #key(event: KeyboardEvent) {
    if (this.#view === 'list' || event.altKey || event.ctrlKey || event.metaKey) return;
    const { target, key } = event;
    // A field and a button keep their own keys; a clicker's are no field's.
    const isField = target instanceof HTMLElement && target.closest('select, input, textarea');
    const isButton = target instanceof HTMLElement && target.closest('button, a, summary');
    if (isField || (isButton && (key === ' ' || key === 'Enter'))) return;
    const move = moveOf(key, page.dir === 'rtl' ? 'rtl' : 'ltr');
    if (move === undefined) return;
    event.preventDefault();
    this.#move(move);
  }

  #move(move: Move) {
    if (move !== 'leave') return this.#put(moved(this.#at, move, this.#shown));
    if (isProjector()) return;
    if (document.fullscreenElement) void document.exitFullscreen();
    this.#see('list');
    part(this, 'present').focus();
  }

  #put(at: Presentation, isOwn = true) {
    this.#at = at;
    this.#show();
    if (isOwn) this.#inStep.tell(at);
  }

  #show() {
    const { slide, isBlack, scheme } = this.#at;
    const shown = this.#shown;
    const [next, ...later] = shown.filter((place) => place > slide);
    this.#slides.forEach((each, place) => {
      const leaf = each.parentElement;
      if (leaf) leaf.hidden = !shown.includes(place);
      leaf?.toggleAttribute('data-now', place === slide);
      leaf?.toggleAttribute('data-next', place === next);
      leaf?.toggleAttribute('data-later', later.slice(0, 3).includes(place));
    });
    const said = part(this, 'deck-said');
    said.textContent = interpolate(said.dataset['words'], { count: shown.length });
    page.toggleAttribute('data-black', isBlack && this.#view === 'wall');
    if (scheme === '') applyLook();
    else wearScheme(page, scheme);
    part(this, 'black').setAttribute('aria-pressed', String(isBlack));
    const count = { number: slide + 1, total: this.#slides.length };
    const place = part(this, 'place');
    place.textContent = interpolate(place.dataset['words'], count);
    if (this.#view !== 'list') {
      const heading = this.#slides[slide]?.querySelector('h2')?.textContent ?? '';
      part(this, 'said').textContent = `${place.textContent} ${heading}`;
      if (!isProjector()) history.replaceState(null, '', `#slide-${slide + 1}`);
    }
    this.#measure();
    this.#clock();
  }

  #measure() {
    const { clientWidth: width, clientHeight: height } = page;
    const wall = slideHeight({ width, height }, this.#at.shape);
    // Beside the slide on the desk stand its notes; on a small screen they are below it.
    const desk = matchMedia('(max-width: 63.99rem)').matches
      ? Math.min(wall.height * 0.9, height * 0.5)
      : wall.height * 0.6;
    const now = this.#view === 'desk' ? desk : wall.height;
    page.dataset['shape'] = this.#at.shape === '' && this.#view === 'list' ? 'wide' : wall.shape;
    page.style.setProperty('--slide-height', `${now}px`);
  }

  #clock() {
    if (this.#view !== 'desk') return;
    const time = new Date().toLocaleTimeString(page.lang, { hour: '2-digit', minute: '2-digit' });
    part(this, 'clock').textContent = time;
    const since = part(this, 'since');
    since.textContent = interpolate(since.dataset['words'], {
      time: clockFace(Date.now() - this.#began),
    });
  }
}

customElements.define('workshop-slides', WorkshopSlides);

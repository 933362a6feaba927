import { badgeFile } from '../badge.ts';
import { canonical, verificationCode, type CertifiedFacts } from '../verification-code.ts';
import { type CertifiedStructure, isNothing, type Missing, missingFor } from '../certificate.ts';
import { bestTry, coreOf, trackOf } from '../../course/completion.ts';
import type { CompletionRule } from '../../course/completion-rule.ts';
import type { Stage } from '../../course/stage.ts';
import type { TrackStructure } from '../../course/structure.ts';
import { day } from '../../site/day.ts';
import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { saveFile } from '../../site/save-file.ts';
import { today } from '../../site/today.ts';
import { type Keep, keepFor } from './kept-certificate.ts';

const { lang, dataset: page, classList } = document.documentElement;

/** Lists up to this length start open. */
const few = 8;

/**
 * `<course-certificate>`: what is still missing, or the certificate. Everything it needs to know about the course is in
 * the page: lessons, cases and objectives as lists, tracks as a template.
 */
class CourseCertificate extends HTMLElement {
  readonly #structure = this.#readStructure();
  readonly #rule: CompletionRule = {
    ...(JSON.parse(String(this.dataset['rule'])) as CompletionRule),
    track: recorder.fixedTrack,
  };
  readonly #name = this.querySelector<HTMLInputElement>('[name="name"]');
  readonly #keepName = this.querySelector<HTMLInputElement>('[name="keep"]');
  #keep?: Keep;
  #facts?: CertifiedFacts;

  connectedCallback() {
    this.hidden = false;
    this.#name?.addEventListener('input', () => this.#show());
    this.#keepName?.addEventListener('change', () => this.#show());
    this.#name?.form?.addEventListener('submit', (event) => event.preventDefault());
    part(this, 'badge').addEventListener('click', () => this.#saveBadge());
    this.#fillIn();
    this.#show();
    recorder.subscribe(() => this.#show());
  }

  get #mastery() {
    return recorder.masteryScore ?? Number(this.dataset['mastery']);
  }

  #readStructure(): CertifiedStructure {
    const lessons = this.#all('[data-lesson]').map(({ dataset }) => String(dataset['lesson']));
    const tracks = this.#all('[data-track]').map(({ dataset }): TrackStructure => ({
      id: String(dataset['track']),
      lessons: String(dataset['core'])
        .split(' ')
        .map((place) => String(lessons[Number(place)])),
      cases: dataset['cases'] as TrackStructure['cases'],
      questions: 0,
    }));
    const cases = this.#all('[data-case]').map(({ dataset }) => ({
      id: String(dataset['case']),
      ...(dataset['of'] && { stage: dataset['of'] as Stage }),
    }));
    return { lessons, tracks, cases };
  }

  /** Restores the stored name once, before the learner can type another. */
  #fillIn() {
    this.#keep = keepFor(recorder.learnerName);
    const { name } = this.#keep.read() ?? {};
    if (name === undefined || !this.#name || !this.#keepName) return;
    this.#name.value = name;
    this.#keepName.checked = true;
  }

  #show() {
    const missing = missingFor(recorder.attempt, this.#structure, this.#rule, this.#mastery);
    const isMade = isNothing(missing);
    part(this, 'missing').hidden = isMade;
    part(this, 'made').hidden = !isMade;
    part(this, 'certificate').hidden = !isMade;
    classList.toggle('certified', isMade);
    for (const track of this.#parts('track')) track.textContent = this.#track?.title ?? '';
    if (isMade) this.#showCertificate();
    else this.#showMissing(missing);
  }

  get #track(): { id: string; title: string; cases: string } | undefined {
    const track = trackOf(this.#structure, this.#rule, recorder.attempt);
    const words = this.#all('[data-track]').find(({ dataset }) => dataset['track'] === track?.id);
    return track && { id: track.id, title: words?.textContent ?? '', cases: track.cases };
  }

  #showMissing({ lessons, cases, final }: Missing) {
    for (const line of this.#all('[data-lesson]'))
      line.hidden = !lessons.includes(String(line.dataset['lesson']));
    const open = cases.flat();
    for (const line of this.#all('[data-case]'))
      line.hidden = !open.includes(String(line.dataset['case']));
    for (const group of this.#all('[data-group]')) {
      const left = group.querySelectorAll('li:not([hidden])').length;
      group.hidden = left === 0;
      for (const count of group.querySelectorAll('[data-part="count"]'))
        count.textContent = interpolate('{left}', { left });
      if (group instanceof HTMLDetailsElement && lessons.length <= few) group.open = true;
    }
    part(this, 'lessons').hidden = lessons.length === 0;
    part(this, 'cases').hidden = cases.length === 0;
    part(this, 'case-one').hidden = this.#track?.cases !== 'one';
    part(this, 'case-each').hidden =
      this.#track?.cases === 'one' || this.#rule.cases !== 'one-per-stage';
    part(this, 'final').hidden = !final;
    const text = part(this, 'final-text');
    text.textContent = interpolate(text.dataset['words'], {
      percent: formatPercent(this.#mastery),
    });
    const limit = Number(this.dataset['limit'] ?? Infinity);
    const tries = recorder.attempt.checks['final']?.tries.length ?? 0;
    part(this, 'used-up').hidden = tries < limit;
  }

  #showCertificate() {
    const { attempt, learnerName } = recorder;
    const track = this.#track?.id ?? '';
    const keep = this.#keep ?? keepFor(learnerName);
    const before = keep.read();
    const certificate =
      before?.track === track
        ? before
        : { date: today(), version: String(this.dataset['version']), track };
    const typed = this.#name?.value ?? '';
    const { date, version } = certificate;
    keep.write({ date, version, track, ...(this.#keepName?.checked && { name: typed }) });

    part(this, 'typed').hidden = Boolean(learnerName);
    part(this, 'from-platform').hidden = !learnerName;
    const score = Math.round((bestTry(attempt, 'final') ?? 0) * 100);
    this.#facts = {
      name: canonical(learnerName || typed),
      course: String(page['course']),
      version,
      date,
      score,
      track,
    };
    const isNamed = this.#facts.name !== '';
    part(this, 'name').textContent = this.#facts.name;
    part(this, 'version').textContent = version;
    part(this, 'date').textContent = day(lang, date);
    part(this, 'score').textContent = formatPercent(score / 100);
    part(this, 'time').textContent = this.#time;
    const number = part(this, 'number');
    number.textContent = isNamed ? verificationCode(this.#facts) : String(number.dataset['none']);
    number.classList.toggle('muted', !isNamed);
    (part(this, 'badge') as HTMLButtonElement).disabled = !isNamed;
    (part(this, 'badge-text') as HTMLTextAreaElement).value = isNamed ? this.#badge() : '';

    const core = coreOf(attempt, this.#structure, this.#rule);
    const taught = this.#all('[data-taught]');
    for (const line of taught)
      line.hidden = !String(line.dataset['taught'])
        .split(' ')
        .some((lesson) => core.includes(lesson));
    for (const group of this.#all('[data-objectives]'))
      group.hidden = group.querySelector('li:not([hidden])') === null;
    // Long lists are set in smaller type, so that the certificate stays on one page.
    const objectives = taught.filter(({ hidden }) => !hidden).length;
    const { classList } = part(this, 'certificate');
    classList.toggle('dense', objectives > 24);
    classList.toggle('long', objectives > 30);
    for (const stop of this.#all('[data-stage]')) {
      const cases = this.#structure.cases.filter(({ stage }) => stage === stop.dataset['stage']);
      stop.classList.toggle(
        'done',
        cases.some(({ id }) => attempt.cases[id]?.finished),
      );
    }
  }

  get #time() {
    const { seconds } = recorder.attempt;
    return interpolate(part(this, 'time').dataset['words'], {
      hours: Math.floor(seconds / 3600),
      minutes: Math.floor((seconds % 3600) / 60),
    });
  }

  #badge(): string {
    const facts = this.#facts;
    if (facts === undefined) return '';
    const words = part(this, 'badge-text').dataset;
    const number = verificationCode(facts);
    const objectives = this.#all('[data-taught]:not([hidden])').map(
      (line) => `- ${line.textContent.trim()}`,
    );
    const criteria = interpolate(words['criteria'], { track: this.#track?.title ?? '' });
    const badge = badgeFile(
      facts,
      number,
      {
        name: String(words['name']),
        description: String(words['description']),
        issuer: String(words['issuer']),
        title: String(words['title']),
        summary: String(words['summary']),
        criteria: [criteria, '', ...objectives].join('\n'),
        narrative: interpolate(words['facts'], { time: this.#time, number }),
        score: String(words['score']),
      },
      { language: lang, masteryScore: this.#mastery },
    );
    return JSON.stringify(badge, null, 2);
  }

  #saveBadge() {
    saveFile(`${page['course'] ?? ''}-unsigned-badge.json`, 'application/json', this.#badge());
  }

  #all(selector: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(selector)];
  }

  #parts(name: string): HTMLElement[] {
    return this.#all(`[data-part="${name}"]`);
  }
}

customElements.define('course-certificate', CourseCertificate);

import { isOutdated, versionUpgrade, releasesSince } from '../version-upgrade.ts';
import type { MigrationLoss } from '../slices/copies/copied-slice.ts';
import type { Recorder } from '../recorder.ts';
import { interpolate } from '../../site/interpolate.ts';
import { linkTo } from '../../site/link-to.ts';
import type { UpdateWindow } from '../page/update-file.ts';
import type { ChangeLine, ChangesFile } from './changes-file.ts';

// Shows learners what an update changes for them. Pages load this script with the changes (`update-file.ts`), and only
// for learners with progress from before these changes.
const { atiChanges: file } = window as unknown as { atiChanges: ChangesFile };
const { words } = file;

(window as UpdateWindow).atiUpdate = (recorder) => {
  const { version = '', resume } = document.documentElement.dataset;
  if (isOutdated(recorder.attempt, version))
    recorder.record({
      type: 'course.upgraded',
      ...versionUpgrade(recorder.attempt, version, file),
    });

  if (resume !== undefined && recorder.attempt.edition?.again.includes(resume) === true)
    document.querySelector('main h1')?.after(aboutThisPage(resume));

  const place = document.querySelector<HTMLElement>('[data-changes]');
  if (!place) return;
  const show = () => {
    markAgain(recorder);
    place.replaceChildren(...note(recorder, String(place.dataset['changes'])));
  };
  show();
  recorder.subscribe(show);
  // The lists of the start page may be filled later than this script runs.
  document.addEventListener('ati-lists', show);
};

function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** The line on a page that should be read again that says what has changed there. */
function aboutThisPage(page: string): HTMLElement {
  const [change] = file.releases
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.reread && entry.page === page);
  const { kind = '', what = '' } = change ?? {};
  const line = element('p', interpolate(words['here'], { kind, what }));
  line.className = 'notice';
  return line;
}

/** Marks the lessons and cases to read again in the lists of the page. */
function markAgain({ attempt }: Recorder): void {
  for (const old of document.querySelectorAll('.again')) old.remove();
  for (const id of attempt.edition?.again ?? []) {
    const isCase = Object.hasOwn(file.cases, id);
    const hint = element('small', String(words[isCase ? 'playAgain' : 'readAgain']));
    hint.className = 'on-track again';
    linkTo(id)?.closest('li, h3')?.append(hint);
  }
}

/** The note about an update; empty if the learner has dismissed it, or if no change concerns this page. */
function note(recorder: Recorder, all: string): HTMLElement[] {
  const { since, again = [], lost = [] } = recorder.attempt.edition ?? {};
  if (since === undefined) return [];
  const entries = releasesSince(file.releases, since)
    .flatMap((release) => release.entries)
    // A package of one module does not contain the pages of the others.
    .filter(({ page }) => linkTo(page));
  const isAgain = ({ page, reread }: ChangeLine) => reread && again.includes(page);
  const parts = [
    ...part('again', entries.filter(isAgain).map(changeLine)),
    ...part('others', entries.filter((entry) => !isAgain(entry)).map(changeLine)),
    ...part('lost', lost.flatMap(lostLine)),
  ];
  if (parts.length === 0) return [];

  const heading = element('h2', String(words['title']));
  heading.id = 'changes-title';
  const link = element('a', String(words['all']));
  link.href = all;
  const button = element('button', String(words['away']));
  button.type = 'button';
  button.className = 'quiet';
  button.addEventListener('click', () => {
    recorder.record({ type: 'upgrade.dismissed' });
    // The focused button is removed with the note, so move the focus to the start of the content.
    document.getElementById('main')?.focus();
  });
  const section = element(
    'section',
    heading,
    element('p', String(words['kept'])),
    ...parts,
    element('p', link),
    element('p', button),
  );
  section.className = 'notice';
  section.setAttribute('aria-labelledby', heading.id);
  return [section];
}

function part(name: string, lines: readonly HTMLElement[]): HTMLElement[] {
  if (lines.length === 0) return [];
  const text = words[`${name}Text`];
  const group = element(
    'div',
    element('h3', String(words[name])),
    ...(text === undefined ? [] : [element('p', text)]),
    element('ul', ...lines),
  );
  group.dataset['part'] = name;
  return [group];
}

/** One change as "Correction · The title · What is different now." */
function changeLine({ page, title, kind, what }: ChangeLine): HTMLElement {
  const link = element('a', title);
  link.href = linkTo(page)?.href ?? '';
  return element('li', element('b', kind), ' · ', link, ' · ', what);
}

function lostLine({ part: what, id, why }: MigrationLoss): HTMLElement[] {
  const sentence = words[`${what}-${why}`];
  if (sentence === undefined) return [];
  return [element('li', interpolate(sentence, { title: file.titles[id] ?? id }))];
}

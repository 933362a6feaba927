import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';
import { notesPrefix } from '../../kept/notes-prefix.ts';
import { saveFile } from '../../site/save-file.ts';
import { recordName } from '../local-backup.ts';
import { textsAside } from '../set-aside.ts';
import { loadDecisions } from './decisions-file.ts';
import { recorder } from './page-recorder.ts';

/** `<learner-record>`: shows the learner's record, and deletes it on the website. */
class LearnerRecord extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const confirm = part(this, 'confirm');
    const afresh = part(this, 'afresh');
    afresh.addEventListener('click', () => {
      confirm.hidden = false;
      confirm.querySelector<HTMLElement>('#confirm')?.focus();
    });
    part(this, 'no').addEventListener('click', () => {
      confirm.hidden = true;
      afresh.focus();
    });
    part(this, 'yes').addEventListener('click', () => {
      forgetNotes();
      recorder.forget?.();
      confirm.hidden = true;
      part(this, 'removed').textContent = String(this.dataset['removed']);
      afresh.focus();
    });
    part(this, 'replace').addEventListener('click', () => {
      recorder.agree?.();
      document.querySelector<HTMLElement>('#main')?.focus();
    });
    part(this, 'save-aside').addEventListener('click', () => {
      const { course = '' } = document.documentElement.dataset;
      saveFile(`${course}-unreadable.txt`, 'text/plain', this.#aside().join('\n\n'));
    });
    this.#show();
    recorder.subscribe(() => this.#show());
  }

  /** Unreadable records of this browser that were set aside. */
  #aside(): readonly string[] {
    if (recorder.place !== 'browser') return [];
    try {
      return textsAside(
        localStorage,
        recordName(String(document.documentElement.dataset['course'])),
      );
    } catch {
      return [];
    }
  }

  #showUnreadable() {
    const isUnread = recorder.place === 'browser' && recorder.problem === 'unread';
    const hasAside = this.#aside().length > 0;
    part(this, 'unreadable').hidden = !isUnread && !hasAside;
    part(this, 'aside').hidden = isUnread || !hasAside;
    part(this, 'unread').hidden = !isUnread;
  }

  #show() {
    this.#showUnreadable();
    const { attempt, place } = recorder;
    for (const element of this.#all('[data-place]'))
      element.hidden = element.dataset['place'] !== place;
    part(this, 'time').textContent = interpolate(this.dataset['time'], {
      hours: Math.floor(attempt.seconds / 3600),
      minutes: Math.floor((attempt.seconds % 3600) / 60),
    });
    for (const line of this.#all('[data-lesson]'))
      this.#state(line, attempt.viewed.includes(String(line.dataset['lesson'])));
    for (const line of this.#all('[data-part="read"]')) {
      const lessons = line.closest('details')?.querySelectorAll('[data-lesson]') ?? [];
      const ids = Array.from(lessons, (lesson) => lesson.getAttribute('data-lesson') ?? '');
      const read = ids.filter((id) => attempt.viewed.includes(id)).length;
      line.textContent = interpolate(this.dataset['read'], { read, all: ids.length });
    }
    for (const group of this.#all('[data-case]')) {
      const record = attempt.cases[String(group.dataset['case'])];
      const first: readonly string[] = record?.first ?? [];
      const begun = first.length > 0 && record?.finished !== true;
      this.#state(group, record?.finished === true, begun);
      void this.#showDecisions(group, first);
      for (const title of group.querySelectorAll<HTMLElement>('[data-decisions]'))
        title.hidden = first.length === 0;
    }
    for (const group of this.#all('[data-check]')) {
      const tries = attempt.checks[String(group.dataset['check'])]?.tries ?? [];
      const none = group.querySelector<HTMLElement>('[data-none]');
      if (none) none.hidden = tries.length > 0;
      group.querySelector('ul')?.replaceChildren(
        ...tries.map((score, index) => {
          const line = document.createElement('li');
          line.textContent = `${interpolate(this.dataset['try'], { number: index + 1 })}: ${formatPercent(score)}`;
          return line;
        }),
      );
    }
  }

  /** Lists decisions in words. If the texts fail to load, the record only says how far the case is. */
  async #showDecisions(group: HTMLElement, first: readonly string[]) {
    const list = group.querySelector('[data-steps]');
    if (list === null || first.length === list.children.length) return;
    const words = await loadDecisions(String(this.dataset['decided'])).catch(() => undefined);
    const labels = words?.[String(group.dataset['case'])] ?? {};
    list.replaceChildren(
      ...first.map((step) => {
        const line = document.createElement('li');
        line.textContent = labels[step] ?? '';
        line.hidden = line.textContent === '';
        return line;
      }),
    );
  }

  #state(of: HTMLElement, yes: boolean, begun = false) {
    for (const word of of.querySelectorAll<HTMLElement>('[data-yes]')) word.hidden = !yes;
    for (const word of of.querySelectorAll<HTMLElement>('[data-no]')) word.hidden = yes || begun;
    for (const word of of.querySelectorAll<HTMLElement>('[data-begun]')) word.hidden = !begun;
  }

  #all(selector: string) {
    return this.querySelectorAll<HTMLElement>(selector);
  }
}

function forgetNotes() {
  const prefix = notesPrefix(String(document.documentElement.dataset['course']));
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) || /^ati-(?:look|reader)$/.test(key)) localStorage.removeItem(key);
  } catch {
    // Storage is blocked, so there are no notes either.
  }
}

customElements.define('learner-record', LearnerRecord);

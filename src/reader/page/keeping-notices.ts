import type { Recorder } from '../../progress/recorder.ts';
import { element } from '../../site/element.ts';
import type { Words } from './words.ts';

/**
 * Shows notices above the page if the recorder cannot store anything, cannot read the stored attempt, or cannot find
 * the shell of its package.
 * @param record address of the record page
 */
export function tellKeeping(recorder: Recorder, words: Words, record: string): void {
  const { shell } = document.documentElement.dataset;
  const notice = (text: string, link?: readonly [href: string, text: string]) => {
    const line = element('p', 'notice', text);
    if (!link) return line;
    const way = element('a', '', link[1]);
    [way.href] = link;
    line.append(' ', way);
    return line;
  };
  const memory = notice(words('memory'));
  memory.dataset['keeping'] = 'memory';
  const noShell = notice(words('no-shell'), [shell ?? '', words('back-to-shell')]);
  noShell.dataset['keeping'] = 'no-shell';
  const unreadable = notice(words('unreadable'), [record, words('unreadable-more')]);
  unreadable.dataset['unreadable'] = '';

  const region = element('div', '');
  region.setAttribute('role', 'status');
  document.querySelector('main')?.before(region);
  const tell = () => {
    const notices = [
      // In a package the shell reports what is stored.
      recorder.saveStatus === 'memory' && shell === undefined && memory,
      recorder.problem !== undefined && recorder.place === 'browser' && unreadable,
      recorder.saveStatus === 'no-shell' && noShell,
    ].filter((one) => one !== false);
    region.replaceChildren(...notices);
  };
  tell();
  recorder.subscribe(tell);
}

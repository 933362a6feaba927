import { interpolate } from '../../../site/interpolate.ts';

/** Words of the list, as the page has them. */
interface ListWords {
  readonly [word: string]: string | undefined;
}

/** Callbacks for changes that a trainer makes to the list of parts. */
interface PartActs {
  /** @param said the new position in words */
  readonly move: (parts: string[], said: string) => void;
  readonly remove: (place: number) => void;
}

/** A list with one item moved to another position. */
function moved(list: readonly string[], from: number, to: number): string[] {
  const rest = list.filter((_, place) => place !== from);
  const item = list[from];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * Shows the chosen parts in order. Each can be moved by its two buttons, or dragged by its handle with mouse, pen or
 * finger.
 */
export function showParts(
  place: HTMLElement,
  parts: readonly string[],
  titleOf: (id: string) => string,
  words: ListWords,
  acts: PartActs,
): void {
  const button = (name: string, sign: string, title: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'quiet';
    made.dataset['act'] = name;
    made.textContent = sign;
    made.setAttribute('aria-label', interpolate(words[name], { title }));
    made.addEventListener('click', act);
    return made;
  };
  const move = (from: number, to: number, act: string) => {
    if (to < 0 || to >= parts.length || from === to) return;
    const title = titleOf(parts[from] ?? '');
    acts.move(moved(parts, from, to), interpolate(words['moved'], { title, place: to + 1 }));
    place.children[to]?.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus();
  };
  place.replaceChildren(
    ...parts.map((id, index) => {
      const row = document.createElement('li');
      const title = titleOf(id);
      const handle = document.createElement('span');
      handle.className = 'handle';
      handle.setAttribute('aria-hidden', 'true');
      handle.textContent = '⠿';
      handle.addEventListener('pointerdown', (event) => {
        handle.setPointerCapture(event.pointerId);
        row.classList.add('dragged');
      });
      handle.addEventListener('pointerup', (event) => {
        row.classList.remove('dragged');
        const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('li');
        const to = over ? [...place.children].indexOf(over) : -1;
        if (to >= 0) move(index, to, 'up');
      });
      const name = document.createElement('span');
      name.textContent = title;
      row.append(
        handle,
        name,
        button('up', '↑', title, () => move(index, index - 1, 'up')),
        button('down', '↓', title, () => move(index, index + 1, 'down')),
        button('remove', '×', title, () => {
          acts.remove(index);
          const next = place.children[Math.min(index, parts.length - 2)];
          next?.querySelector<HTMLElement>('[data-act="remove"]')?.focus();
        }),
      );
      return row;
    }),
  );
}

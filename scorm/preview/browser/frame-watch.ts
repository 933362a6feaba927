/** Watches the frame of a course and shows problems that the course itself cannot report. */
export interface FrameWatch {
  /** Watches a launch. @param place its id at the preview; @param problems problems known at the start */
  readonly start: (place: string, problems: readonly string[]) => void;
  /** Stops watching, after the last problems that the preview noted are shown. */
  readonly stop: () => void;
}

/** Selector of elements with visible content other than text. */
const seen = 'img, svg, canvas, video, audio, iframe, frame, object, embed, input, button';

/** Time allowed for a page to show something, in milliseconds; some pages begin with an animation. */
const patience = 3000;

/**
 * @param list the list on the page that shows problems
 * @param words.blank the message for a frame that shows nothing
 * @param words.unanswered the message for a preview that no longer responds
 */
export function frameWatch(
  frame: HTMLIFrameElement,
  list: HTMLElement,
  words: { readonly blank: string; readonly unanswered: string },
): FrameWatch {
  const local = new Set<string>();
  let place = '';
  let timer: ReturnType<typeof setInterval> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const show = (noted: readonly string[]) => {
    const all = [...new Set([...local, ...noted])];
    // The list is a live region, so it is changed only when its content changes.
    if (list.childElementCount === all.length) return;
    list.hidden = all.length === 0;
    list.replaceChildren(
      ...all.map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
  };
  const ask = async () => {
    try {
      const response = await fetch(`preview-problems?place=${place}`);
      show(((await response.json()) as { problems: string[] }).problems);
    } catch {
      local.add(words.unanswered);
      show([]);
    }
  };
  const look = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (isBlank(frame)) local.add(words.blank);
      void ask();
    }, patience);
  };

  return {
    start(launch, problems) {
      place = launch;
      local.clear();
      list.replaceChildren();
      for (const text of problems) local.add(text);
      show([]);
      frame.addEventListener('load', look);
      look();
      timer = setInterval(() => void ask(), 1000);
    },
    stop() {
      frame.removeEventListener('load', look);
      clearInterval(timer);
      clearTimeout(waiting);
      if (place !== '') void ask();
    },
  };
}

function isBlank({ contentDocument }: HTMLIFrameElement): boolean {
  // A page of another origin cannot be inspected; it counts as not blank.
  if (!contentDocument) return false;
  // Documents other than HTML, such as a drawing, have no body.
  const text = contentDocument.querySelector('body')?.innerText ?? '';
  return text.trim() === '' && !contentDocument.querySelector(seen);
}

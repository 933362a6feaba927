import { escapeHtml } from '../../html/escape.ts';
import { type Element, elements, hasClass, outerHtml } from '../../html/html.ts';
import { childElements, firstSentences, markOf, plain, runInHead, within } from './lesson-text.ts';
import { heightOf, parted, type Slide, sizesFor } from './slide.ts';
import { tableSlides } from './table-slides.ts';
import { treeSlide } from './tree-slide.ts';

/** A lesson whose pieces become slides. */
export interface LessonBody {
  readonly title: string;
  /** Summary of the lesson, in a sentence or two. */
  readonly summary: string;
  /** The rendered text of the lesson. */
  readonly text: Element;
  /** BCP 47 tag. */
  readonly language: string;
}

/** Number of type sizes for running text; if none fits, the slide is split. */
const textSteps = 5;

/**
 * Makes the slides of a lesson from its markup: title and summary first, then for each heading the first sentences
 * below it, and one slide for each note, table, figure, tree, procedure and question. Text before the first heading,
 * usually a story, is only in the notes, because it is told rather than shown.
 */
export function cutSlides({ title, summary, text, language }: LessonBody): Slide[] {
  const [before, ...sections] = sectionsOf(title, text);
  const spoken =
    before?.pieces.filter((piece) => markOf(piece) === 'paragraph' || isStory(piece)) ?? [];
  const shown = before?.pieces.filter((piece) => !spoken.includes(piece)) ?? [];
  const opening: Slide = {
    kind: 'opening',
    heading: title,
    body: `<p>${escapeHtml(summary)}</p>`,
    notes: spoken.map(plain),
    ...{ size: 2, wide: 2, isShort: true },
  };
  const others = sectionSlides([{ heading: title, pieces: shown }, ...sections], language);
  // The short deck contains only the first question.
  const firstQuestion = others.find(({ kind }) => kind === 'question');
  return [
    opening,
    ...others.map((slide) => ({
      ...slide,
      // The slide already shows the title.
      notes: slide.notes.filter((note) => note !== title),
      isShort: slide.isShort || slide === firstQuestion,
    })),
  ];
}

function sectionSlides(sections: readonly Section[], language: string): Slide[] {
  return sections.flatMap(({ heading, pieces }) => {
    const running = pieces.filter((piece) => ['paragraph', 'list'].includes(String(markOf(piece))));
    const texts = running
      .filter((piece) => !isLead(piece, pieces))
      .flatMap((piece) => (piece.tagName === 'p' ? [piece] : within(piece, 'li')));
    // A short section gets two sentences, since its slide would have only one line otherwise.
    const count = texts.length <= 2 ? 2 : 1;
    const sentences = texts.map((each) => {
      const head = runInHead(each);
      const rest = plain(each).slice(head.length).trimStart();
      return `${head} ${firstSentences(rest, count, language, tooShort - head.length)}`.trim();
    });
    const stories = pieces.filter(isStory).map(plain);
    return [
      ...pointSlides(heading, sentences, [...running.map(plain), ...stories]),
      ...pieces.flatMap((piece) => pieceSlides(heading, piece, language)),
    ];
  });
}

/** Whether a paragraph only introduces a separate slide, as in "Three rules follow:". */
const isLead = (piece: Element, pieces: readonly Element[]): boolean => {
  const next = pieces[pieces.indexOf(piece) + 1];
  return plain(piece).endsWith(':') && next !== undefined && markOf(next) !== 'list';
};

/** Length in characters below which a sentence says too little alone, such as "Two consequences follow." */
const tooShort = 50;

const isStory = (piece: Element): boolean => hasClass(piece, 'example');

interface Section {
  readonly heading: string;
  readonly pieces: readonly Element[];
}

function sectionsOf(title: string, text: Element): Section[] {
  const sections: { heading: string; pieces: Element[] }[] = [{ heading: title, pieces: [] }];
  for (const piece of childElements(text)) {
    if (markOf(piece) === 'heading') sections.push({ heading: plain(piece), pieces: [] });
    else sections.at(-1)?.pieces.push(piece);
  }
  return sections;
}

const bullet = 1.6;

/**
 * Slides for points below a heading, as many as the points need.
 * @param notes notes of the first slide
 * @param isShort whether they are part of the short deck
 */
export function pointSlides(
  heading: string,
  points: readonly string[],
  notes: readonly string[],
  isShort = false,
): Slide[] {
  const shownPoints = points.filter((point) => point !== '');
  if (shownPoints.length === 0) return [];
  const parts = parted(
    shownPoints,
    (some, setting) =>
      some.length > 6
        ? Infinity
        : heightOf(
            some.map(({ length }) => ({ characters: length, indent: bullet })),
            setting,
          ),
    textSteps,
  );
  return parts.map(({ items, size, wide }, place) => ({
    kind: 'points',
    heading,
    body: pointList(items),
    notes: place === 0 ? notes : [],
    ...{ size, wide, isShort },
  }));
}

/** HTML of points. One that introduces those after it stands above them, and is no point of its own. */
function pointList(points: readonly string[]): string {
  const parts = points.map((point, place) => {
    const isAbove = point.endsWith(':') && place < points.length - 1;
    return isAbove ? `</ul><p>${escapeHtml(point)}</p><ul>` : `<li>${escapeHtml(point)}</li>`;
  });
  return `<ul>${parts.join('')}</ul>`.replaceAll('<ul></ul>', '');
}

function pieceSlides(heading: string, piece: Element, language: string): Slide[] {
  switch (markOf(piece)) {
    case 'table':
      return tableSlides(heading, piece);
    case 'figure':
      return figureSlides(heading, piece);
    case 'tree':
      return [treeSlide(heading, piece)];
    case 'steps':
      return stepSlides(heading, piece, language);
    case 'question':
      return [questionSlide(piece)];
    case 'passage':
      return isStory(piece) ? [] : passageSlides(heading, piece);
    default:
      return [];
  }
}

function figureSlides(heading: string, piece: Element): Slide[] {
  const [drawing] = within(piece, 'svg');
  const [caption] = within(piece, 'figcaption');
  if (drawing === undefined) return [];
  return [
    {
      kind: 'figure',
      heading: caption ? plain(caption) : heading,
      body: outerHtml(drawing),
      // The label of the fold is not part of the notes.
      notes: within(piece, 'details')
        .flatMap(({ childNodes }) => childNodes)
        .filter((node) => !('tagName' in node && node.tagName === 'summary'))
        .map(plain)
        .filter((note) => note !== ''),
      ...{ size: 0, wide: 0, isShort: true },
    },
  ];
}

/** Slides for a passage: who decides, the point to keep, a caution, the words of a law, a question to oneself. */
function passageSlides(heading: string, piece: Element): Slide[] {
  const label = [...elements(piece)].find((each) => hasClass(each, 'label'));
  const paragraphs = within(piece, 'p', 'li').filter(
    (each) =>
      plain(each) !== '' &&
      !(label && [...elements(each)].includes(label)) &&
      !isWidget(each, piece),
  );
  // Text next to the label belongs to it, such as the profession that decides.
  const beside =
    label?.parentNode && 'tagName' in label.parentNode && label.parentNode.tagName === 'p'
      ? label.parentNode
      : label;
  if (paragraphs.length === 0) return [];
  return parted(
    paragraphs,
    (some, setting) =>
      heightOf(
        some.map((each) => ({ characters: plain(each).length, indent: 1 })),
        setting,
        0.7,
      ),
    textSteps,
  ).map(({ items, size, wide }, place) => ({
    kind: 'passage',
    heading: beside ? headingOf(beside) : heading,
    body: items.map((each) => `<p>${escapeHtml(plain(each))}</p>`).join(''),
    notes: place === 0 ? [heading] : [],
    ...{ size, wide, isShort: hasClass(piece, 'key') },
  }));
}

/** The text of a label, its parts separated by a colon, such as who decides and the profession. */
const headingOf = (label: Element): string => {
  const parts = childElements(label).map(plain);
  return parts.length > 1 ? parts.join(': ') : plain(label);
};

/** Whether an element is part of a field that readers of the lesson fill in. */
function isWidget(element: Element, piece: Element): boolean {
  for (
    let at: Element['parentNode'] = element;
    at && at !== piece;
    at = 'parentNode' in at ? at.parentNode : null
  )
    if ('tagName' in at && at.tagName.includes('-')) return true;
  return false;
}

function stepSlides(heading: string, piece: Element, language: string): Slide[] {
  const [list] = within(piece, 'ol', 'ul');
  const items = list ? childElements(list).filter(({ tagName }) => tagName === 'li') : [];
  // The dates of a timeline stand in place of numbers.
  const dates = items.map((item) => (hasClass(piece, 'timeline') ? dateOf(item) : ''));
  const texts = items.map((item, place) =>
    firstSentences(plain(item).slice(dates[place]?.length), 1, language),
  );
  const lines = texts.map((text, place) => {
    const date = dates[place] ? `<strong>${escapeHtml(dates[place])}</strong> ` : '';
    return { length: text.length + date.length, html: `<li>${date}${escapeHtml(text)}</li>` };
  });
  const tag = list?.tagName === 'ol' && !hasClass(piece, 'timeline') ? 'ol' : 'ul';
  let first = 1;
  return parted(
    lines,
    (some, setting) =>
      heightOf(
        some.map(({ length }) => ({ characters: length, indent: 2.2 })),
        setting,
        0.4,
      ),
    textSteps,
  ).map(({ items: some, size, wide }, place) => {
    const from = first;
    first += some.length;
    return {
      kind: 'steps',
      heading,
      body: `<${tag}${tag === 'ol' ? ` start="${from}"` : ''}>${some.map(({ html }) => html).join('')}</${tag}>`,
      notes: place === 0 ? items.map(plain) : [],
      ...{ size, wide, isShort: false },
    };
  });
}

/** The words in bold that an event of a timeline begins with. */
const dateOf = (item: Element): string => {
  const [date] = within(item, 'strong');
  return date && plain(item).startsWith(plain(date)) ? plain(date) : '';
};

/** The slide of a question with its choices; the right one is in the notes. */
function questionSlide(piece: Element): Slide {
  const part = (name: string) => [...elements(piece)].find((each) => hasClass(each, name));
  const [stemPart, choices, key] = ['asked', 'choices', 'key-of-slide'].map(part);
  const options = choices ? within(choices, 'li').map(plain) : [];
  const stem = stemPart ? plain(stemPart) : '';
  const lines = [
    { characters: stem.length },
    ...options.map(({ length }) => ({ characters: length, indent: 2.2 })),
  ];
  return {
    kind: 'question',
    heading: plain(part('label') ?? piece),
    body: `<p>${escapeHtml(stem)}</p><ol type="A">${options.map((option) => `<li>${escapeHtml(option)}</li>`).join('')}</ol>`,
    notes: key ? within(key, 'p').map(plain) : [],
    ...sizesFor((setting) => heightOf(lines, setting, 0.5)),
    isShort: false,
  };
}

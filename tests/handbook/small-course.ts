import type { Course } from '../../src/course/course.ts';
import { readMaterial } from '../../src/handbook/material.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';

const source = (id: string, short: string) => ({
  ...{ id, short, authors: 'United Nations', year: 1988, title: `Words of <${id}> & more` },
  ...{ url: `https://example.org/${id}?a=1&b=2`, kind: 'treaty' as const },
  ...{ checked: '2026-11-24', read: 'full' as const },
});

const [first, second] = tinyCourse.modules;
if (first === undefined || second === undefined) throw new Error('the tiny course has two modules');

/** The tiny course with sources, terms and a track, and with a title that tries to be markup. */
export const course: Course = {
  ...tinyCourse,
  modules: [
    { ...first, summary: 'For "judges" & <others>.' },
    { ...second, title: 'Trial </title><script>alert(1)</script>' },
  ],
  sources: [source('un-1988', 'UN 1988'), source('tokyo-rules', 'Tokyo Rules')],
  glossary: [],
  tracks: [
    {
      ...{ id: 'judge', title: 'Judge', summary: 'For judges.', roles: ['judge'], questions: 5 },
      ...{ lessons: ['sentence'], cases: 'one', minutes: 5, slowMinutes: 6 },
    },
  ],
};

const page = (title: string, main: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><main>` +
  `<p class="label where">Where</p><h1>${title}</h1>${main}<nav class="turn">Next</nav></main>` +
  `<footer class="foot"><p><a href="/en/changes.html">Version 1.0.0, 24 November 2026</a>. ` +
  `Sources checked on 24 November 2026. Not legal or medical advice. More.</p></footer></body></html>`;

const cite = (id: string, words: string) =>
  `<a class="cite" href="/en/sources.html#${id}"><bdi>${words}</bdi></a>`;

/** Pages of the course as the build has them, with URLs from the root of the site. */
export const pages: ReadonlyMap<string, string> = new Map([
  [
    'en/pre-arrest/introduction.html',
    page('Pre-arrest', '<p class="lead">For judges.</p><div class="text"><p>It begins.</p></div>'),
  ],
  [
    'en/pre-arrest/who-decides.html',
    page(
      'Who <em>decides</em> &amp; why',
      `<div class="aims"><ul><li>name who decides</li></ul></div><div class="text">
<h2 id="limits">The limits</h2>
<p>First.${cite('un-1988', 'UN 1988, art. 3')}${cite('tokyo-rules', 'Tokyo Rules')} Again.${cite('un-1988', 'UN 1988, art. 3')}</p>
<p>Another place.${cite('un-1988', 'UN 1988, art. 5')} A <a class="term" href="/en/glossary.html#warning">warning</a>.</p>
<p>See <a href="/en/trial/sentence.html#how-long">how long</a>, <a href="/en/record.html">your record</a> and <a href="#limits">above</a>.</p>
<check-question class="note question"><form id="form-q" data-question="q"><p class="label">Question 1</p><fieldset><legend><span>Who?</span><small>Choose one answer.</small></legend><ol class="options"><li><label><input type="radio" name="q"><span>The police</span></label></li></ol></fieldset><button hidden>Check</button><p role="status"></p><p class="small muted">Try again.</p><p class="small to-key"><a href="#answer-q">Answer</a></p></form></check-question>
<table class="stacks"><tbody><tr><th scope="row" data-lines="1">Caution</th><td data-label="Who">The police</td></tr></tbody></table>
<figure class="drawing"><figcaption>A net</figcaption><svg role="img" aria-label="A net" viewBox="0 0 10 10" focusable="false"><defs><linearGradient id="shade"></linearGradient></defs><path fill="url(#shade)" d="M0 0"></path></svg><details data-search="on"><summary>The drawing in words</summary><p>Lines.</p></details></figure>
<div class="note reflect"><p>Think.</p><own-notes hidden><textarea></textarea></own-notes></div>
</div><section class="key-of-answers" id="answers"><h2>Answers</h2><details id="answer-q"><summary>Question 1</summary><ol class="options"><li><strong>Right.</strong></li></ol><p class="small">${cite('tokyo-rules', 'Tokyo Rules')}</p></details></section>`,
    ),
  ],
  ['en/pre-arrest/summary.html', page('What to take away', '<div class="text"><p>Keep.</p></div>')],
  [
    'en/pre-arrest/bench-card.html',
    page(
      'Bench card',
      `<article class="sheet"><div class="card"><section><h2 id="duty">On duty</h2><p>Call.<sup>1</sup></p><fill-in></fill-in></section><footer class="card-foot"><ol><li><a href="/en/sources.html#un-1988">UN 1988</a></li><li><a href="/en/sources.html#tokyo-rules">Tokyo Rules</a></li></ol></footer></div></article>`,
    ),
  ],
  ['en/trial/introduction.html', page('Trial', '<div class="text"><p>Later.</p></div>')],
  [
    'en/trial/sentence.html',
    page(
      'The sentence',
      `<div class="text"><h2 id="how-long">How long</h2><p>As <a href="/en/pre-arrest/who-decides.html">before</a>.</p></div>`,
    ),
  ],
  ['en/trial/summary.html', page('What to take away', '<div class="text"><p>End.</p></div>')],
  ['en/trial/bench-card.html', page('Bench card', '<article></article>')],
  [
    'en/glossary.html',
    page(
      'Glossary',
      `<dl class="entries text"><div id="bail"><dt>Bail</dt><dd><p>Release.</p></dd></div><div id="warning"><dt>Warning</dt><dd><p><span>Words.</span>${cite('tokyo-rules', 'Tokyo Rules, rule 5')}</p></dd></div></dl>`,
    ),
  ],
]);

export const material = readMaterial(course, (path) => pages.get(path));

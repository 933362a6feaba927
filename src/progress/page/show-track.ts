import { trackProgress, type TrackProgress } from '../track-progress.ts';
import type { Track } from '../../course/track.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { chosenTrack, isGone } from './chosen-track.ts';
import { recorder } from './page-recorder.ts';

const block = document.querySelector<HTMLElement>('.track');
const entries = [...(block?.querySelectorAll<HTMLElement>('[data-track]') ?? [])];
const select = document.createElement('select');

/** The entry of the current track in the list of the page. */
const entry = () => entries.find(({ dataset }) => dataset['track'] === chosenTrack()) ?? entries[0];

/** The learner's progress on the current track; undefined on a page without the tracks. */
export function progressOnTrack(): TrackProgress | undefined {
  const track = entry()?.dataset;
  if (track === undefined) return undefined;
  const timed = (selector: string) =>
    Array.from(document.querySelectorAll<HTMLElement>(selector), ({ dataset }) => ({
      id: String(dataset['lesson'] ?? dataset['case']),
      stage: String(dataset['at']),
      minutes: Number(dataset['minutes']),
    }));
  return trackProgress(
    recorder.attempt,
    {
      lessons: timed(`[data-lesson][data-for~="${track['track']}"]`),
      cases: timed('[data-at]'),
      way: [
        ...(track['first'] === undefined ? [] : [track['first']]),
        ...timed(`[data-for~="${track['track']}"]`).map(({ id }) => id),
      ],
      rule: (track['rule'] ?? 'one-per-stage') as Track['cases'],
      questions: Number(track['questions']),
      tries: block?.dataset['limit'] === undefined ? undefined : Number(block.dataset['limit']),
    },
    recorder.masteryScore ?? Number(block?.dataset['mastery']),
  );
}

/** Lets the learner choose where nobody else has, and shows what is done and left on the track. */
export function showTrack(): void {
  const progress = progressOnTrack();
  const track = entry();
  if (block === null || progress === undefined || track === undefined) return;
  if (recorder.fixedTrack !== undefined) part(block, 'fixed').hidden = false;
  else if (!select.isConnected) offer(block);
  part(block, 'gone').hidden = recorder.fixedTrack !== undefined || !isGone();
  select.value = String(track.dataset['track']);
  for (const each of entries) each.hidden = each !== track;

  const { lessons, cases, passed, minutes } = progress;
  const { attempt } = recorder;
  const hasBegun = chosenTrack() !== undefined || attempt.viewed.length > 0 || isGone();
  const choices = document.querySelector<HTMLElement>('[data-part="choices"]');
  const way = document.querySelector<HTMLElement>('[data-part="way"]');
  if (choices && hasBegun && way?.hidden) {
    // What stood below the doors comes in their place, and is set anew there: it is not pushed over the screen.
    const below = [...document.querySelectorAll('.choices ~ p')];
    choices.before(...below);
  }
  choices?.classList.toggle('past', hasBegun);
  if (way) way.hidden = !hasBegun;
  part(block, 'status').hidden = false;
  const all = Number(track.dataset['minutes']);
  const bar = block.querySelector('progress');
  if (bar) bar.value = all === 0 ? 0 : Math.max(0, 1 - minutes / all);
  for (const [name, { done, of }] of Object.entries({ lessons, cases })) {
    const line = part(block, name);
    line.textContent = interpolate(block.dataset[name], { done, total: of });
    line.classList.toggle('done', done === of);
  }
  const left = part(block, 'left');
  left.hidden = minutes === 0;
  left.textContent = interpolate(block.dataset['left'], {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
  const state = block.querySelector<HTMLElement>('.state');
  if (state) state.hidden = !passed;
  state?.closest('li')?.classList.toggle('done', passed);
}

// A reader who follows the link of a profession chooses its track.
for (const link of document.querySelectorAll<HTMLElement>('[data-take]'))
  link.addEventListener('click', () => {
    if (recorder.fixedTrack === undefined)
      recorder.record({ type: 'track.chosen', track: String(link.dataset['take']) });
  });

function offer(before: HTMLElement) {
  const label = document.createElement('label');
  for (const each of entries)
    select.add(
      new Option(String(each.querySelector('b')?.textContent), String(each.dataset['track'])),
    );
  select.addEventListener('change', () => {
    recorder.record({ type: 'track.chosen', track: select.value });
    // Where nothing can be recorded, the choice that counts stays in sight.
    showTrack();
  });
  label.append(String(before.dataset['choose']), select);
  before.prepend(label);
}

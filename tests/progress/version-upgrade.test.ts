import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, freshAttempt, record } from '../../src/progress/attempt.ts';
import { mergeAttempts } from '../../src/progress/copied-attempts.ts';
import { courseStatus } from '../../src/course/completion.ts';
import {
  isOutdated,
  releasesSince,
  type Update,
  versionUpgrade,
} from '../../src/progress/version-upgrade.ts';
import { isLater } from '../../src/course/version.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import { anyEvents, played, small, syntheticStructure } from '../fixtures/synthetic-course.ts';

const structure = syntheticStructure(small);
const [first = '', second = '', third = ''] = structure.lessons;
const [oneCase] = structure.cases;
if (oneCase === undefined) throw new Error('the course has no case');

const entry = (page: string, reread = true) => ({ page, reread });
/** Three versions, the newest first, as `changes.yaml` has them. */
const update: Update = {
  releases: [
    { version: '1.2.0', date: '2027-06-01', entries: [entry(second)], sameChecks: ['module-0'] },
    {
      version: '1.1.0',
      date: '2027-03-01',
      entries: [entry(first), entry(third, false), entry(oneCase.id)],
      sameChecks: ['module-0'],
    },
    { version: '1.0.0', date: '2026-11-24', entries: [], sameChecks: [] },
  ],
  lessons: structure.lessons,
  cases: Object.fromEntries(structure.cases.map(({ id, steps }) => [id, steps])),
  checks: ['module-0'],
  tracks: [],
};
const madeUnder = (version: string, attempt: Partial<Attempt>): Attempt => ({
  ...freshAttempt,
  ...attempt,
  edition: { version, again: [] },
});
const meet = (attempt: Attempt, version = '1.2.0', known = update) =>
  record(attempt, { type: 'course.upgraded', ...versionUpgrade(attempt, version, known) });
const again = (attempt: Attempt) => versionUpgrade(attempt, '1.2.0', update).edition.again;

describe('versions', () => {
  test('are compared number by number, not letter by letter', () => {
    expect(isLater('1.10.0', '1.9.9')).toBe(true);
    expect(isLater('2.0.0', '10.0.0')).toBe(false);
    expect(isLater('1.0.0', '1.0.0')).toBe(false);
    expect(releasesSince(update.releases, '1.0.0').map(({ version }) => version)).toEqual([
      '1.2.0',
      '1.1.0',
    ]);
  });

  test('an older course than the record is no update', () => {
    const attempt = madeUnder('1.2.0', { viewed: [first] });
    expect(isOutdated(attempt, '1.1.0')).toBe(false);
    expect(isOutdated(attempt, '1.2.0')).toBe(false);
    expect(isOutdated(attempt, '1.2.1')).toBe(true);
  });
});

describe('what an update means to a learner', () => {
  test('is to read again what was read before it changed, and nothing else', () => {
    expect(again(madeUnder('1.0.0', { viewed: [first, third] }))).toEqual([first]);
    expect(again(madeUnder('1.1.0', { viewed: [first, second] }))).toEqual([second]);
    expect(again(madeUnder('1.2.0', { viewed: [first, second] }))).toEqual([]);
  });

  test('counts a case when it was finished; one half played goes on under the new words', () => {
    const half = { first: [], run: [], finished: false, endings: [] };
    const cases = (finished: boolean) => ({ [oneCase.id]: { ...half, finished } });
    expect(again(madeUnder('1.0.0', { cases: cases(false) }))).toEqual([]);
    expect(again(madeUnder('1.0.0', { cases: cases(true) }))).toEqual([oneCase.id]);
  });

  test('is nothing to who has done nothing: the version is noted, and no note is open', () => {
    expect(meet(freshAttempt).edition).toEqual({ version: '1.2.0', again: [] });
    expect(meet(madeUnder('1.0.0', { location: first })).edition).toEqual({
      version: '1.2.0',
      again: [],
    });
  });

  test('a record from before versions were noted belongs to the first', () => {
    const { edition } = meet({ ...freshAttempt, viewed: [first] });
    expect(edition).toEqual({ version: '1.2.0', since: '1.0.0', again: [first] });
    const only = { ...update, releases: update.releases.slice(-1) };
    const same = meet({ ...freshAttempt, viewed: [first] }, '1.0.0', only);
    expect(same.edition).toEqual({ version: '1.0.0', again: [] });
  });

  test('names what could not be kept: lessons, cases, decisions, tries in progress, the track', () => {
    const open = { seed: 1, answers: [['a']] };
    const attempt = madeUnder('1.0.0', {
      viewed: ['gone-lesson', first],
      track: 'gone-track',
      cases: {
        [oneCase.id]: { first: ['gone.choice'], run: [], finished: false, endings: [] },
        'gone-case': { first: [], run: [], finished: true, endings: [] },
      },
      checks: { 'module-0': { tries: [0.5], open }, 'gone-module': { tries: [1] } },
    });
    expect(versionUpgrade(attempt, '1.2.0', update).edition.lost).toEqual([
      { part: 'lesson', id: 'gone-lesson', why: 'removed' },
      { part: 'case', id: oneCase.id, why: 'changed' },
      { part: 'case', id: 'gone-case', why: 'removed' },
      { part: 'check', id: 'module-0', why: 'changed' },
      { part: 'check', id: 'gone-module', why: 'removed' },
      { part: 'track', id: 'gone-track', why: 'removed' },
    ]);
    // The scores of finished tries are kept; the answers to other questions are not.
    expect(meet(attempt).checks['module-0']).toEqual({ tries: [0.5] });
    expect(
      meet({ ...attempt, edition: { version: '1.1.0', again: [] } }).checks['module-0'],
    ).toEqual({ tries: [0.5], open });
  });

  test('what is owed of one update is still owed after the next, until it was done again', () => {
    const owed = meet(madeUnder('1.0.0', { viewed: [first, second] }), '1.1.0', {
      ...update,
      releases: update.releases.slice(1),
    });
    const more = meet(owed);
    expect(more.edition).toEqual({ version: '1.2.0', since: '1.0.0', again: [first, second] });
    const read = record(more, { type: 'upgrade.dismissed' });
    expect(read.edition).toEqual({ version: '1.2.0', again: [first, second] });
    const reread = record(read, { type: 'lesson.viewed', lesson: first });
    expect(reread.edition?.again).toEqual([second]);
    expect(reread.viewed).toEqual(more.viewed);
    expect(record(reread, { type: 'lesson.viewed', lesson: first })).toBe(reread);
  });

  test('a case is done again when an ending is reached once more', () => {
    const [scene = '', choice = ''] = oneCase.steps[0]?.split('.') ?? [];
    const played = { first: [], run: [], finished: true, endings: [] };
    const owed = meet(madeUnder('1.0.0', { cases: { [oneCase.id]: played } }));
    const event = { type: 'case.chosen', case: oneCase.id, scene, choice } as const;
    expect(record(owed, event).edition?.again).toEqual([oneCase.id]);
    expect(record(owed, { ...event, ended: 'home' }).edition?.again).toEqual([]);
  });

  test('P13: never takes completion away, whatever was done before', () => {
    const rule = { lessons: 'all', cases: 'all', checks: 'passed' } as const;
    fc.assert(
      fc.property(anyEvents(structure), (events) => {
        const before = { ...played(structure, events), edition: { version: '1.0.0', again: [] } };
        const status = (attempt: Attempt) => courseStatus(attempt, structure, rule, 0.8);
        expect(status(meet(before))).toEqual(status(before));
      }),
    );
  });
});

describe('the version in stored progress', () => {
  const owed: Attempt = {
    ...freshAttempt,
    viewed: [first, third],
    edition: { version: '1.12.63', since: '0.9.2', again: [third] },
  };

  test('comes back from an LMS and from a browser', () => {
    const { encode, decode } = attemptCodec(structure);
    fc.assert(
      fc.property(anyEvents(structure), fc.boolean(), fc.boolean(), (events, isOpen, isOwed) => {
        const edition = {
          version: '1.12.63',
          ...(isOpen && { since: '0.9.2' }),
          again: isOwed ? [third] : [],
        };
        const attempt = { ...played(structure, events), edition };
        const text = encode(attempt);
        expect(text).toMatch(/^[A-Za-z0-9._~-]+$/);
        const read = decode(text);
        expect(read.problem).toBeUndefined();
        expect(read.attempt.edition).toEqual(edition);
        expect(read.attempt.rows).toEqual(attempt.rows);
        expect(fromRecord(toRecord(attempt))?.edition).toEqual(edition);
      }),
    );
  });

  test('P03: what is owed goes over a change of structure by its id, and is dropped with its page', () => {
    const text = attemptCodec(structure).encode(owed);
    const after = (lessons: readonly string[]) =>
      attemptCodec({ ...structure, lessons }, { [fingerprint(structure)]: structure }).decode(text)
        .attempt.edition?.again;
    expect(after(['new-lesson', ...structure.lessons])).toEqual([third]);
    expect(after([first, second])).toEqual([]);
  });

  test('a browser record that was tampered with gives no version that is none', () => {
    const stored = (edition: object) =>
      fromRecord(JSON.stringify({ version: 1, viewed: [first], edition }))?.edition;
    expect(stored({ version: '1.0' })).toBeUndefined();
    expect(stored({ version: '1.0.64' })).toBeUndefined();
    expect(stored({ version: '1.0.0', since: 'x', again: [1, first], lost: ['x', null] })).toEqual({
      version: '1.0.0',
      again: [first],
      lost: [],
    });
  });

  test('of two records put together the earlier version counts, and all that is owed', () => {
    const later = madeUnder('1.2.0', { viewed: [second] });
    const united = mergeAttempts(later, owed);
    expect(united.edition).toEqual({ version: '1.2.0', since: '0.9.2', again: [third] });
    const earlier = madeUnder('1.0.0', { viewed: [first] });
    expect(mergeAttempts(later, earlier).edition?.version).toBe('1.0.0');
    expect(mergeAttempts(earlier, later).edition?.version).toBe('1.0.0');
    expect(mergeAttempts(freshAttempt, later).edition).toEqual(later.edition);
  });
});

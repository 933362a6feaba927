import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, freshAttempt, record } from '../../src/progress/attempt.ts';
import { badgeFile } from '../../src/certificate/badge.ts';
import { isNothing, missingFor } from '../../src/certificate/certificate.ts';
import {
  type CertifiedFacts,
  verificationCode,
  fitsCode,
} from '../../src/certificate/verification-code.ts';
import { courseStatus } from '../../src/course/completion.ts';
import type { Structure } from '../../src/course/structure.ts';
import { anyEvents, small, syntheticStructure } from '../fixtures/synthetic-course.ts';

const facts: CertifiedFacts = {
  name: 'Amina Diallo',
  course: 'alternatives',
  version: '1.0.0',
  date: '2026-11-24',
  score: 92,
  track: 'judge',
};

/** A name as it is kept: words of letters of several scripts. */
const anyName = fc
  .array(fc.stringMatching(/^[a-zA-ZÀ-ÖØ-öø-ÿА-Яа-яا-ي一-十]{1,9}$/), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' ').normalize('NFC'));

describe('the verification code of a certificate', () => {
  test('stays what it was: certificates on paper are checked years later', () => {
    expect(verificationCode(facts)).toMatchInlineSnapshot(`"1AT-21EN"`);
  });

  test('finds one wrong character of a name, wherever it is', () => {
    fc.assert(
      fc.property(
        anyName,
        fc.nat(),
        fc.stringMatching(/^[a-zA-ZА-Яа-я]$/),
        (name, place, other) => {
          const letters = Array.from(name);
          const at = place % letters.length;
          fc.pre(letters[at] !== other);
          const wrong = letters.with(at, other).join('');
          expect(verificationCode({ ...facts, name: wrong })).not.toBe(
            verificationCode({ ...facts, name }),
          );
        },
      ),
    );
  });

  test('finds two neighbours of a name that changed places', () => {
    fc.assert(
      fc.property(anyName, fc.nat(), (name, place) => {
        const letters = Array.from(name);
        fc.pre(letters.length > 1);
        const at = place % (letters.length - 1);
        const [one = '', two = ''] = letters.slice(at, at + 2);
        // A space that comes to an end of the name is no character of it any more.
        fc.pre(one !== two && one !== ' ' && two !== ' ');
        const wrong = letters
          .with(at, two)
          .with(at + 1, one)
          .join('');
        expect(verificationCode({ ...facts, name: wrong })).not.toBe(
          verificationCode({ ...facts, name }),
        );
      }),
    );
  });

  test('finds one wrong figure of date, version and score, and another track', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), (one, two) => {
        fc.pre(one !== two);
        for (const make of [
          (figure: number) => ({ date: `2026-0${figure}-11` }),
          (figure: number) => ({ version: `1.${figure}.0` }),
          (figure: number) => ({ score: 80 + figure }),
          (figure: number) => ({ course: `course-${figure}` }),
        ])
          expect(verificationCode({ ...facts, ...make(one) })).not.toBe(
            verificationCode({ ...facts, ...make(two) }),
          );
      }),
    );
    expect(verificationCode({ ...facts, track: 'police' })).not.toBe(verificationCode(facts));
  });

  test('fits as it is printed, in small letters, ungrouped, and with letters for digits', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const number = verificationCode({ ...facts, name });
        for (const typed of [
          number,
          number.toLowerCase(),
          number.replace('-', ' '),
          number.replaceAll('0', 'O').replaceAll('1', 'l'),
        ])
          expect(fitsCode({ ...facts, name }, typed)).toBe(true);
      }),
    );
  });

  test('does not fit once a character of it is wrong, or two neighbours changed places', () => {
    fc.assert(
      fc.property(anyName, fc.nat({ max: 6 }), fc.nat({ max: 31 }), (name, at, other) => {
        const given = { ...facts, name };
        const letters = Array.from(verificationCode(given).replace('-', ''));
        const digit = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(other);
        if (letters[at] !== digit)
          expect(fitsCode(given, letters.with(at, digit).join(''))).toBe(false);
        const [one = '', two = ''] = letters.slice(at, at + 2);
        if (two !== '' && one !== two)
          expect(
            fitsCode(
              given,
              letters
                .with(at, two)
                .with(at + 1, one)
                .join(''),
            ),
          ).toBe(false);
      }),
    );
  });

  test('is the same for what no reader can tell apart', () => {
    expect(verificationCode({ ...facts, name: ' Zoe\u0308  Mu\u0308ller ' })).toBe(
      verificationCode({ ...facts, name: 'Zoë Müller' }),
    );
  });
});

describe('what is missing for the certificate', () => {
  const structure: Structure = {
    lessons: ['l-one', 'l-two'],
    cases: [
      { id: 'c-one', stage: 'pre-arrest', steps: ['s.a'], endings: ['e'] },
      { id: 'c-two', stage: 'pre-arrest', steps: ['s.a'], endings: ['e'] },
      { id: 'c-three', stage: 'trial', steps: ['s.a'], endings: ['e'] },
      { id: 'c-system', steps: ['s.a'], endings: ['e'] },
    ],
    checks: [],
    objectives: [],
    tracks: [
      { id: 'everyone', lessons: ['l-one', 'l-two'], cases: 'one-per-stage', questions: 4 },
      { id: 'express', lessons: ['l-two'], cases: 'one', questions: 2 },
    ],
    assessment: { blueprint: [], tries: 2 },
  };
  const rule = { lessons: 'core', cases: 'one-per-stage', checks: 'final' } as const;
  const finished = { first: [], run: [], finished: true, endings: ['e'] };
  const missing = (attempt: Partial<Attempt>) =>
    missingFor({ ...freshAttempt, ...attempt }, structure, rule, 0.8);

  test('is everything at first: the lessons, a case of each stage and the final', () => {
    expect(missing({})).toEqual({
      lessons: ['l-one', 'l-two'],
      cases: [['c-one', 'c-two'], ['c-three']],
      final: true,
    });
  });

  test('on the express track is less: its lessons, one case of any stage and the final', () => {
    expect(missing({ track: 'express' })).toEqual({
      lessons: ['l-two'],
      cases: [['c-one', 'c-two', 'c-three']],
      final: true,
    });
  });

  test('is nothing when all of it is done', () => {
    const done = missing({
      track: 'express',
      viewed: ['l-two'],
      cases: { 'c-three': finished },
      checks: { final: { tries: [0.5, 0.8] } },
    });
    expect(done).toEqual({ lessons: [], cases: [], final: false });
    expect(isNothing(done)).toBe(true);
  });

  test('is the final where its tries are used up: the course is over, and not passed', () => {
    const all = {
      viewed: ['l-one', 'l-two'],
      cases: { 'c-two': finished, 'c-three': finished },
      checks: { final: { tries: [0.5, 0.6] } },
    };
    expect(missing(all)).toEqual({ lessons: [], cases: [], final: true });
  });

  test('is nothing exactly when the course is completed and passed, in any order of events', () => {
    const course: Structure = { ...syntheticStructure(small), assessment: { blueprint: [1] } };
    let made = 0;
    fc.assert(
      fc.property(anyEvents(course), fc.boolean(), (events, helped) => {
        let attempt = helped
          ? {
              ...freshAttempt,
              viewed: course.lessons,
              cases: Object.fromEntries(course.cases.map(({ id }) => [id, finished])),
            }
          : freshAttempt;
        for (const event of events) {
          attempt = record(attempt, event);
          const { completion, success } = courseStatus(attempt, course, rule, 0.5);
          const isMade = isNothing(missingFor(attempt, course, rule, 0.5));
          expect(isMade).toBe(completion === 'completed' && success === 'passed');
          if (isMade) made++;
        }
      }),
    );
    expect(made).toBeGreaterThan(0);
  });
});

test('the badge file has the shape of Open Badges 3.0, the facts, and no proof', () => {
  const words = {
    name: 'Course (unsigned)',
    description: 'Not signed.',
    issuer: 'Nobody',
    title: 'Course',
    summary: 'About it.',
    criteria: 'All of it.',
    narrative: 'Active time: 3 h.',
    score: 'Final',
  };
  const badge = badgeFile(facts, verificationCode(facts), words, {
    language: 'en',
    masteryScore: 0.8,
  });
  expect(badge).not.toHaveProperty('proof');
  expect(badge).toMatchObject({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: 'Course (unsigned)',
    validFrom: '2026-11-24T00:00:00Z',
    issuer: { type: ['Profile'], name: 'Nobody' },
    credentialSubject: {
      identifier: [{ identityType: 'name', hashed: false, identityHash: 'Amina Diallo' }],
      result: [{ value: '92' }],
      achievement: {
        version: '1.0.0',
        criteria: { narrative: 'All of it.' },
        resultDescription: [{ resultType: 'Percent', requiredValue: '80' }],
      },
    },
  });
  // The result points at its description, and every id is a URI that claims no address.
  const { id, issuer, credentialSubject } = badge as {
    id: string;
    issuer: { id: string };
    credentialSubject: {
      result: [{ resultDescription: string }];
      achievement: { id: string; resultDescription: [{ id: string }] };
    };
  };
  const { result, achievement } = credentialSubject;
  expect(result[0].resultDescription).toBe(achievement.resultDescription[0].id);
  for (const each of [id, issuer.id, achievement.id, result[0].resultDescription])
    expect(new URL(each).protocol).toBe('data:');
});

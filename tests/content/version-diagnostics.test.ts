import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsAfter } from '../fixtures/changed-course.ts';

const tiny = join(import.meta.dirname, '../fixtures/courses/tiny');

describe('what a version changed is checked beside the course', () => {
  const changes = 'en/changes.yaml';
  const whole = readFileSync(join(tiny, changes), 'utf8');
  const entry = (fields: string) => `entries: [{ ${fields} }]`;
  const good = 'page: greeting, kind: law, what: It says hello., reread: true';
  const versions = (...list: [version: string, date: string, entries: string][]) =>
    list.map(([version, date, entries]) => `- { version: ${version}, date: ${date}, ${entries} }`);

  test.for<[name: string, text: string, message: string]>([
    [
      'another version than the course has',
      whole.replace('1.0.0', '1.1.0'),
      ':1  release-notes  Version 1.1.0 is later than 1.0.0 in course.yaml. Raise version and date there, or correct them here. [0.version]',
    ],
    [
      'an earlier version than the course has',
      whole.replace('1.0.0', '0.9.0'),
      ':1  release-notes  The newest entry is for version 0.9.0. Write one for 1.0.0 of 2026-11-24 above it, as course.yaml has it. [0.version]',
    ],
    [
      'another date than the course has',
      whole.replace('2026-11-24', '2026-11-25'),
      ':2  release-notes  The date is 2026-11-25. Write 2026-11-24, the date of 1.0.0 in course.yaml, or correct it there. [0.date]',
    ],
    [
      'a page that does not exist',
      whole.replace('entries: []', entry(good.replace('greeting', 'greting'))),
      ':3  release-notes  There is no lesson, case or module "greting". Did you mean "greeting"? Correct the name; for a page that is gone, write the module it belonged to. [0.entries.0.page]',
    ],
    [
      'a whole module to read again',
      whole.replace('entries: []', entry(good.replace('greeting', 'first'))),
      ':3  release-notes  "first" is a module. Write false, and an entry for each lesson or case to read again. [0.entries.0.reread]',
    ],
    [
      'a kind that is not one of those allowed',
      whole.replace('entries: []', entry(good.replace('law', 'legal'))),
      ':3  schema  Found "legal". Write one of: correction, addition, law, wording. [0.entries.0.kind]',
    ],
    [
      'a misspelt key',
      whole.replace('entries: []', entry(good.replace('reread', 'reread: true, re-read'))),
      ':3  schema  "re-read" is not a field here. Did you mean "reread"? [0.entries.0.re-read]',
    ],
    [
      'a version that changed nothing',
      versions(['1.0.0', '2026-11-24', 'entries: []'], ['0.9.0', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      ':1  release-notes  Version 1.0.0 names no change. Write what is different for a learner; only the first version has nothing to report. [0.entries]',
    ],
    [
      'versions in the wrong order',
      versions(['1.0.0', '2026-11-24', entry(good)], ['1.0.1', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      ':2  release-notes  1.0.1 is not earlier than 1.0.0. Write the newest version first, each version once. [1.version]',
    ],
    [
      'an earlier version with a later date',
      versions(['1.0.0', '2026-11-24', entry(good)], ['0.9.0', '2026-12-24', 'entries: []']).join(
        '\n',
      ),
      ':2  release-notes  The date is 2026-12-24, which is after that of version 1.0.0. Write the date on which that version was published. [1.date]',
    ],
  ])('%s', ([, text, message]) => {
    expect(faultsAfter([changes, whole, text])).toEqual([`${changes}${message}`]);
  });

  test('a number of a version that stored progress has no digit for', () => {
    expect(faultsAfter(['course.yaml', 'version: 1.0.0', 'version: 1.0.64'])).toEqual([
      'course.yaml:2  schema  Found "1.0.64". Write three numbers up to 63, such as 1.0.0. [version]',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { listText } from '../../../scorm/command/list.ts';
import { parseOptions } from '../../../scorm/command/options.ts';
import { copies } from '../../../scorm/copies/registry.ts';
import { standards } from '../../../scorm/standards/registry.ts';

const known = { standards, copies };
const parsed = (...args: string[]) => parseOptions(args, known);

describe('the options of npm run package', () => {
  test.for(['--list', '--help', '-h'])('%s asks for the list', (word) => {
    expect(parsed(word)).toBeUndefined();
  });

  test('without any, everything is built as the course says', () => {
    expect(parsed()).toMatchObject({
      standards,
      copies: copies.filter(({ isOnRequest }) => !isOnRequest),
      scope: 'course',
      report: 'everything',
      imports: 'practice',
    });
  });

  test('an option for packages excludes the copies of the website', () => {
    expect(parsed('--mastery', '75')).toMatchObject({ standards, copies: [], passMark: 0.75 });
  });

  test('--completion sets the completion rule of the course', () => {
    expect(parsed()?.completion).toEqual({});
    expect(parsed('--completion', 'everything')?.completion).toEqual({
      lessons: 'all',
      cases: 'all',
    });
    expect(parsed('--completion', 'final')?.completion).toEqual({ lessons: 'none', cases: 'none' });
  });

  test.for([
    ['offline', '--track', 'judge'],
    ['site', '--bring', 'none'],
  ])('%s refuses %s and says what it takes', ([standard = '', ...option]) => {
    expect(() => parsed('--standard', standard, ...option)).toThrow(
      `"${standard}" takes no ${option[0]}. It takes: --scope course|MODULE-ID, --language en.`,
    );
  });

  test.for([
    [['--standard', 'scorm12', '--standard', 'cmi5'], '--standard is given twice. Write it once.'],
    [['--mastery'], '--mastery needs a value. Write --mastery PERCENT.'],
    [['--mastery', '-5'], '--mastery cannot be "-5".'],
    [['--scope='], '--scope needs a value. Write --scope course|MODULE-ID.'],
    [['--diagnostics=yes'], '--diagnostics takes no value. Write --diagnostics alone.'],
    [
      ['--Standard', 'cmi5'],
      'There is no option "--Standard". Write one of: --list, --help, --standard',
    ],
    [['cmi5'], '"cmi5" stands alone. Write --standard cmi5.'],
    [['extra'], '"extra" is no option. "npm run package -- --list" describes each option.'],
    [['--mastery', '0'], '--mastery cannot be "0". Write a whole number from 1 to 100'],
    [['--mastery', '75%'], '--mastery cannot be "75%"'],
    [['--report', 'all'], '--report cannot be "all". Write one of: everything, status.'],
    [
      ['--completion', 'half'],
      '--completion cannot be "half". Write one of: course, everything, final.',
    ],
    [['--bring', 'all'], '--bring cannot be "all". Write one of: practice, none.'],
  ] as const)('%j is answered with what can be written', ([args, message]) => {
    expect(() => parsed(...args)).toThrow(message);
  });

  test('--form modules works only for standards with rollup, and the error lists them', () => {
    expect(parsed('--form', 'modules')?.standards.map(({ id }) => id)).toEqual([
      'scorm2004',
      'scorm2004-3rd',
    ]);
    expect(parsed('--form', 'modules')?.copies).toEqual([]);
    expect(parsed('--form', 'course')).toMatchObject({ standards, form: 'course' });
    expect(() => parsed('--standard', 'scorm12', '--form', 'modules')).toThrow(
      '"scorm12" has no --form modules: its platforms do not roll up results. Write --standard with one of: scorm2004, scorm2004-3rd.',
    );
    expect(() => parsed('--form', 'lessons')).toThrow(
      '--form cannot be "lessons". Write one of: course, modules.',
    );
  });

  test.for(['--scope=trial', '--track=judge', '--completion=final', '--mastery-in-manifest'])(
    '--form modules refuses %s',
    (option) => {
      expect(() => parsed('--form', 'modules', option)).toThrow(
        `Leave out ${option.replace(/=.*/, '')} or --form.`,
      );
    },
  );

  test('--list shows --form only where it applies', () => {
    const takes = (id: string) => new RegExp(`\\n  ${id} .*\\n(.*)`).exec(listText(known))?.[1];
    expect(takes('scorm2004-3rd')).toContain('--form');
    expect(takes('scorm12')).not.toContain('--form');
  });

  test('a slow copy is made only on request, and only of the whole course', () => {
    expect(parsed()?.copies.map(({ id }) => id)).not.toContain('workshop');
    expect(parsed('--standard', 'workshop')?.copies.map(({ id }) => id)).toEqual(['workshop']);
    expect(() => parsed('--standard', 'workshop', '--scope', 'trial')).toThrow(
      '"workshop" always contains the whole course. Leave out --scope.',
    );
    expect(listText(known)).toMatch(/ workshop .*; only if it is named\n *takes --language\n/);
  });

  test('--list names every target, and the options that each takes', () => {
    expect(parsed('--list')).toBeUndefined();
    const text = listText(known);
    for (const { id } of [...standards, ...copies]) expect(text).toContain(`  ${id} `);
    const [, takes = ''] = /\n {2}offline.*\n(.*)/.exec(text) ?? [];
    expect(takes.trim()).toBe('takes --scope --language');
  });
});

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import requirements from '@cmi5/requirements/requirements.json' with { type: 'json' };
import { statementRules } from '../../../scorm/preview/cmi5/statement-rules.ts';

const texts = requirements as Readonly<Record<string, { readonly txt: string }>>;
const named = new Set(
  globSync(['tests/conformance/{cmi5,fake-cmi5}/*.ts', 'scorm/preview/cmi5/*.ts'])
    .filter((path) => !path.endsWith('requirements.test.ts'))
    .flatMap((path) => readFileSync(path, 'utf8').match(/\b\d+\.\d+\.\d+\.\d+-\d+\b/g) ?? []),
);

/** Requirements on a package that no test can show, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  '7.0.0.0-1': 'the sum of section 8',
  '7.0.0.0-2':
    'the sum of the requirements of xAPI, which the fake LMS holds to where a package meets them',
  '7.0.0.0-3': 'the sum of section 10',
  '7.0.0.0-4': 'the sum of section 11',
  '7.0.0.0-5': 'the sum of section 7.1',
  '8.1.0.0-1': 'the LMS has to launch it so',
  '8.1.0.0-4': 'the LMS has to launch it so',
  '8.1.1.0-3': 'the fake LMS answers under its endpoint alone',
  '8.1.4.0-3': 'a rule of the fake LMS',
  '8.2.1.0-5': 'the same as 8.1.2.0-5',
  '8.2.2.0-4': 'the same as 8.1.2.0-4',
  '8.2.2.0-5': 'the same as 8.1.2.0-5',
  '9.3.0.0-1': 'the sum of section 9.3',
  '9.3.8.0-2': 'the same as 9.3.0.0-5',
  '9.4.0.0-2': 'the same as 8.1.5.0-6',
  '9.5.4.1-2': 'one rule with 9.5.4.1-1',
  '9.5.4.1-3': 'one rule with 9.5.4.1-1',
  '9.5.4.1-4': 'one rule with 9.5.4.1-1',
  '10.2.1.0-6': 'its parts: the session id (9.6.3.1-4) and the publisher id (9.6.2.3-1)',
  '10.2.1.0-7': 'its parts: the session id (9.6.3.1-4) and the publisher id (9.6.2.3-1)',
  '10.2.2.0-6': 'the same as 7.1.1.0-1 and 7.1.2.0-1',
  '10.2.2.0-7': 'the sum of section 9.3',
  '11.0.0.0-2': 'a package never writes preferences',
  '11.2.0.0-1': 'a package has no sound',
};

test('every requirement that a test names is one of the specification', () => {
  expect([...named].filter((id) => !(id in texts))).toEqual([]);
  expect(Object.keys(elsewhere).filter((id) => !(id in texts))).toEqual([]);
});

test('every requirement on a package has a test, or a reason why it needs none of its own', () => {
  const onPackages = Object.entries(texts).filter(
    ([id, { txt }]) =>
      !id.includes('(d') && /\bAUs? MUST|"cmi5 allowed" statements posted by the AU/.test(txt),
  );
  expect(onPackages.length).toBeGreaterThan(40);
  const open = onPackages.filter(([id]) => !named.has(id) && !(id in elsewhere));
  expect(open.map(([id, { txt }]) => `${id}: ${txt}`)).toEqual([]);
});

test('the fake LMS refuses by rules that the specification has', () => {
  expect(Object.keys(statementRules).filter((id) => !(id in texts))).toEqual([]);
});

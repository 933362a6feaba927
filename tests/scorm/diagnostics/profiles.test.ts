import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../../scorm/diagnostics/finding.ts';
import { diagnoseScorm } from '../../../scorm/diagnostics/scorm-diagnosis.ts';
import { searched } from '../../../scorm/diagnostics/search.ts';
import { lookAround } from '../../../scorm/diagnostics/surroundings.ts';
import { probe as probe12 } from '../../../scorm/standards/scorm12/probe.ts';
import { scorm12Driver } from '../../../scorm/standards/scorm12/driver.ts';
import { probe as probe2004 } from '../../../scorm/standards/scorm2004/probe.ts';
import { scorm2004Driver } from '../../../scorm/standards/scorm2004/driver.ts';
import { halfway } from '../../conformance/driver-contract.ts';
import { FakeLms } from '../../conformance/fake-lms/fake-lms.ts';
import { type LmsBehaviour, profiles, troubled } from '../../conformance/fake-lms/profiles.ts';
import { standard12 } from '../../conformance/fake-lms/standard12.ts';
import { standard2004 } from '../../conformance/fake-lms/standard2004.ts';

const sides = [
  ['SCORM 1.2', standard12, probe12, scorm12Driver],
  ['SCORM 2004', standard2004, probe2004, scorm2004Driver],
] as const;
const platforms = { ...profiles, ...troubled };

/** Findings on each platform, those that are good left out. */
const diagnoses: Readonly<Record<string, Readonly<Record<string, Finding['verdict']>>>> = {
  'keeps to the standard': {},
  'mandatory-only': { elements: 'note' },
  'Moodle-like': {},
  'both APIs exposed': {},
  'slow, 3 s a commit': {},
  'numbers as strings': {},
  'wipes on complete': {},
  'sends differences only': { again: 'note' },
  'answers from memory': { sent: 'note' },
  'API comes late': { late: 'note' },
  'forbids requests that wait': { commit: 'fault', sent: 'note', policy: 'fault' },
};

/** The page of the diagnosis in a platform that has an attempt: it is looked for, tried, and looked around. */
async function diagnosed(
  [, standard, probe, driverOf]: (typeof sides)[number],
  behaviour: LmsBehaviour,
) {
  const before = new FakeLms(standard);
  const driver = driverOf(before.launch()[standard.apiName] ?? {});
  driver.open();
  driver.save({ ...halfway, score: 0.5 });
  driver.close();

  const lms = new FakeLms(standard, behaviour);
  lms.kept = new Map(before.kept);
  const api = lms.launch()[standard.apiName] ?? {};
  let time = 0;
  let looks = 0;
  const wait = () => Promise.resolve();
  const watch = { count: () => lms.requests, listen: wait, settle: wait };
  const found = await searched(
    () => (looks++ < (behaviour.comesAfter ?? 0) ? undefined : diagnoseScorm(api, probe, watch)),
    { now: () => time, pause: (milliseconds) => Promise.resolve((time += milliseconds)) },
  );
  const around = lookAround({
    ...{ origin: 'https://lms.example', isFramed: true, isForeign: false, keeps: true },
    clockOffset: 0,
    forbidden: behaviour.forbidsWaiting ? ['sync-xhr'] : [],
  });
  return { found: [...found, ...around], before: before.kept, after: lms.kept };
}

test('every platform of the tests has its diagnosis', () => {
  expect(Object.keys(diagnoses)).toEqual(Object.keys(platforms));
});

for (const side of sides)
  describe(side[0], () => {
    for (const [name, behaviour] of Object.entries(platforms))
      test(`a platform that ${name} is told as such, and keeps the attempt as it was`, async () => {
        const { found, before, after } = await diagnosed(side, behaviour);
        const verdicts = found.flatMap(({ id, verdict }) =>
          verdict === 'good' ? [] : [[id, verdict]],
        );
        const { elements, ...others } = diagnoses[name] ?? {};
        // SCORM 2004 knows no optional elements.
        const expected = side[1] === standard12 && elements ? { elements, ...others } : others;
        expect(Object.fromEntries(verdicts)).toEqual(expected);
        const ofSession = /session_time|exit/;
        for (const [element, value] of before)
          if (!ofSession.test(element))
            expect([element, after.get(element)]).toEqual([element, value]);
      });
  });

test('a missing platform is reported after 15 seconds', async () => {
  let time = 0;
  const pause = (milliseconds: number) => Promise.resolve((time += milliseconds));
  const found = await searched(() => undefined, { now: () => time, pause });
  expect(found).toEqual([{ id: 'api', verdict: 'fault' }]);
  expect(time).toBe(15_000);
});

test('the waiting time of the course before the page was opened counts as late', async () => {
  const found = await searched(() => Promise.resolve([{ id: 'api', verdict: 'good' }]), {
    ...{ now: () => 0, pause: () => Promise.resolve(), before: 6200 },
  });
  expect(found).toContainEqual({ id: 'late', verdict: 'note', measured: '6 s' });
});

test('the guide for administrators has a row for each platform, with what the page says there', () => {
  const { messages } = parse(readFileSync('content/en/interface.yaml', 'utf8')) as {
    messages: { diagnostics: Record<string, string> };
  };
  const guide = readFileSync('docs/lms-administrators.md', 'utf8').split('\n');
  for (const [name, findings] of Object.entries(diagnoses)) {
    const row = guide.find((line) => line.startsWith(`| ${name} `)) ?? `no row for ${name}`;
    const said = Object.entries(findings).map(
      ([id, verdict]) => messages.diagnostics[`${id}-${verdict}`] ?? '',
    );
    for (const sentence of said) expect(row).toContain(sentence.replace(/:$/, ''));
    if (said.length === 0) expect(row.split('|')[2]?.trim()).toBe('nothing');
  }
});

test('a request of the platform itself meanwhile does not count as a save', async () => {
  const lms = new FakeLms(standard12, platforms['answers from memory']);
  let waits = 0;
  const watch = {
    // One of its own after the first save, and nothing ever for a save.
    count: () => lms.requests + (waits > 0 ? 1 : 0),
    listen: () => Promise.resolve(),
    settle: () => Promise.resolve((waits += 1)),
  };
  const found = await diagnoseScorm(lms.launch().API ?? {}, probe12, watch);
  expect(found).toContainEqual(expect.objectContaining({ id: 'sent', verdict: 'note' }));
});

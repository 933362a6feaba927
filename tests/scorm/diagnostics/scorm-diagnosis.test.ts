import { describe, expect, test } from 'vitest';
import { type Finding, reportOf } from '../../../scorm/diagnostics/finding.ts';
import { diagnoseScorm } from '../../../scorm/diagnostics/scorm-diagnosis.ts';
import { probe as probe12 } from '../../../scorm/standards/scorm12/probe.ts';
import { scorm12Driver } from '../../../scorm/standards/scorm12/driver.ts';
import { probe as probe2004 } from '../../../scorm/standards/scorm2004/probe.ts';
import { scorm2004Driver } from '../../../scorm/standards/scorm2004/driver.ts';
import { halfway } from '../../conformance/driver-contract.ts';
import { FakeLms } from '../../conformance/fake-lms/fake-lms.ts';
import { type LmsBehaviour, profiles } from '../../conformance/fake-lms/profiles.ts';
import { standard12 } from '../../conformance/fake-lms/standard12.ts';
import { standard2004 } from '../../conformance/fake-lms/standard2004.ts';

const sides = [
  ['SCORM 1.2', standard12, probe12, scorm12Driver],
  ['SCORM 2004', standard2004, probe2004, scorm2004Driver],
] as const;

/** An attempt in which something was done, and the LMS that keeps it. */
function studied([, standard, , driverOf]: (typeof sides)[number], behaviour: LmsBehaviour = {}) {
  const lms = new FakeLms(standard, behaviour);
  const driver = driverOf(lms.launch()[standard.apiName] ?? {});
  driver.open();
  driver.save({ ...halfway, score: 0.5 });
  driver.close();
  return lms;
}

const apiOf = (lms: FakeLms) => lms.launch()[lms.standard.apiName] ?? {};
const verdicts = (found: readonly Finding[]) =>
  Object.fromEntries(found.map(({ id, verdict }) => [id, verdict]));

/** Findings on each profile, those that are good everywhere left out. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'mandatory-only': { elements: 'note' },
};

for (const side of sides) {
  const [name, standard, probe] = side;
  describe(name, () => {
    for (const [profile, behaviour] of Object.entries(profiles))
      test(`an LMS that ${profile} is found to record, and keeps the attempt as it was`, async () => {
        const lms = studied(side, behaviour);
        const before = new Map(lms.kept);
        const found = verdicts(await diagnoseScorm(apiOf(lms), probe));
        const own = standard === standard12 ? (expected[profile] ?? {}) : {};
        expect(found).toEqual({
          ...{ api: 'good', session: 'good', mode: 'good', learner: 'good', refusals: 'good' },
          ...{ elements: 'good', read: 'good', suspend: 'good', commit: 'good' },
          ...own,
        });
        const ofSession = /session_time|exit/;
        for (const [element, value] of before)
          if (!ofSession.test(element))
            expect([element, lms.kept.get(element)]).toEqual([element, value]);
        const added = [...lms.kept.keys()].filter((each) => !before.has(each));
        expect(added.filter((each) => !ofSession.test(each))).toEqual([]);
      });

    test('a session opened by the course is not ended', async () => {
      const lms = studied(side);
      const api = apiOf(lms);
      api[standard.functions.initialize]?.('');
      await diagnoseScorm(api, probe);
      expect(lms.callsOf(standard.functions.terminate)).toHaveLength(1);
      expect(api[standard.functions.commit]?.('')).toBe('true');
    });

    test('an attempt that nobody has begun is incomplete afterwards, not completed (P12)', async () => {
      const lms = new FakeLms(standard, { moodle: true });
      await diagnoseScorm(apiOf(lms), probe);
      expect(lms.kept.get(probe.elements.status)).toBe('incomplete');
    });

    test('a refused session is reported with its error code', async () => {
      const lms = studied(side);
      lms.faults = (call) => (/Error/.test(call) ? undefined : { kind: 'refused', error: '101' });
      expect(await diagnoseScorm(apiOf(lms), probe)).toContainEqual({
        id: 'session',
        verdict: 'fault',
        measured: '101',
      });
    });

    test.for(['review', 'browse'])('in %s nothing is written', async (mode) => {
      const lms = studied(side);
      lms.setting = { mode };
      const calls = lms.calls.length;
      expect(verdicts(await diagnoseScorm(apiOf(lms), probe))).toMatchObject({ mode: 'fault' });
      const set = lms.calls
        .slice(calls)
        .filter(({ name: each }) => each === standard.functions.setValue);
      // Only what no LMS has.
      expect(set.map(({ values }) => values[0])).toEqual([
        `${probe.elements.suspendData}_no_such_element`,
      ]);
    });

    test('unreadable suspend data are not overwritten', async () => {
      const lms = studied(side);
      const before = new Map(lms.kept);
      lms.faults = (call, [element]) =>
        call === standard.functions.getValue && element === probe.elements.suspendData
          ? { kind: 'refused', error: '101' }
          : undefined;
      expect(verdicts(await diagnoseScorm(apiOf(lms), probe))).toMatchObject({ read: 'fault' });
      expect(lms.kept.get(probe.elements.suspendData)).toBe(before.get(probe.elements.suspendData));
    });

    test('an LMS that truncates suspend data is detected, with the length it stores', async () => {
      const lms = studied(side);
      lms.faults = (call, [element]) =>
        call === standard.functions.getValue && element === probe.elements.suspendData
          ? { kind: 'altered', change: (value) => value.slice(0, 255) }
          : undefined;
      expect(await diagnoseScorm(apiOf(lms), probe)).toContainEqual({
        id: 'suspend',
        verdict: 'fault',
        measured: '0',
      });
    });

    test('a commit that is refused is a fault', async () => {
      const lms = studied(side);
      lms.broken = { [standard.functions.commit]: 'false' };
      expect(verdicts(await diagnoseScorm(apiOf(lms), probe))).toMatchObject({ commit: 'fault' });
    });

    test('an LMS without a learner is a fault, and one that takes any element is worth a note', async () => {
      const lms = studied(side);
      lms.setting = { learner: '' };
      lms.faults = (call) => (call === standard.functions.setValue ? { kind: 'lost' } : undefined);
      expect(verdicts(await diagnoseScorm(apiOf(lms), probe))).toMatchObject({
        learner: 'fault',
        refusals: 'note',
        suspend: 'fault',
      });
    });

    test('the report to copy contains nothing about the learner', async () => {
      const lms = studied(side);
      const report = reportOf(await diagnoseScorm(apiOf(lms), probe), [name]);
      expect(report).toContain('suspend: good');
      expect(report).not.toMatch(/jdoe|Doe|who-decides|1AbC/);
    });
  });
}

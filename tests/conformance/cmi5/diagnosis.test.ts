import { expect, test } from 'vitest';
import { reportOf } from '../../../scorm/diagnostics/finding.ts';
import { diagnoseCmi5 } from '../../../scorm/standards/cmi5/diagnosis.ts';
import { launchParameters } from '../../../scorm/standards/cmi5/launch-url.ts';
import { halfway } from '../driver-contract.ts';
import { Cmi5Harness } from '../fake-cmi5/harness.ts';

/** A session in which something was recorded, and what is diagnosed in it. */
async function diagnosed(
  prepare: (place: Cmi5Harness) => void = () => undefined,
  token: string | null = 'token-1',
  setting = {},
) {
  const place = new Cmi5Harness();
  const driver = place.launch(setting);
  await driver.open();
  await driver.save(halfway);
  await driver.commit();
  const before = [place.lms.statements.length, JSON.stringify(place.lms.documents.all())];
  prepare(place);
  const launched = launchParameters(place.address);
  if (!launched) throw new Error('no launch');
  const found = await diagnoseCmi5(launched, token ?? undefined, place.lms.fetch, () => place.time);
  const after = [place.lms.statements.length, JSON.stringify(place.lms.documents.all())];
  return { found, before, after };
}

test('an LMS that keeps to cmi5 is found to record; no statement is sent and the attempt stays as it was', async () => {
  const { found, before, after } = await diagnosed();
  expect(found.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
  expect(after).toEqual(before);
});

const refusing = (place: Cmi5Harness) => {
  place.lms.fault = () => new Response('', { status: 401 });
};
const losing = (place: Cmi5Harness) => {
  place.lms.fault = ({ method }) => (method === 'PUT' ? 'lost' : undefined);
};

test.for([
  ['where the session is over', refusing, { id: 'session', verdict: 'fault' }],
  ['where nothing can be written', losing, { id: 'suspend', verdict: 'fault' }],
] as const)('%s the diagnosis says so', async ([, prepare, finding]) => {
  const { found } = await diagnosed(prepare);
  expect(found).toContainEqual(expect.objectContaining(finding));
});

test('without a token the diagnosis says so', async () => {
  const { found } = await diagnosed(undefined, null);
  expect(found).toContainEqual({ id: 'session', verdict: 'fault', measured: 'no token' });
});

test('in Browse the diagnosis says that nothing is recorded', async () => {
  const { found } = await diagnosed(undefined, 'token-1', { mode: 'Browse' });
  expect(found).toContainEqual({ id: 'mode', verdict: 'fault', measured: 'Browse' });
});

test('the report names nothing of the learner', async () => {
  const { found } = await diagnosed();
  expect(reportOf(found, [])).not.toMatch(/jdoe|Doe|lms\.example/);
});

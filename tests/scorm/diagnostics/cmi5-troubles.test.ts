import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../../scorm/diagnostics/finding.ts';
import {
  clockError,
  type Trouble,
  troubledResponse,
  troubles,
} from '../../../scorm/preview/cmi5/troubles.ts';
import { diagnoseCmi5 } from '../../../scorm/standards/cmi5/diagnosis.ts';
import { launchParameters } from '../../../scorm/standards/cmi5/launch-url.ts';
import { halfway } from '../../conformance/driver-contract.ts';
import { Cmi5Harness } from '../../conformance/fake-cmi5/harness.ts';

/** Findings on a platform in each trouble of the preview, those that are good left out. */
const diagnoses: Readonly<Record<Trouble, Readonly<Record<string, Finding['verdict']>>>> = {
  lost: { session: 'fault' },
  refuses: { suspend: 'fault', commit: 'fault' },
  forgets: { suspend: 'fault' },
  login: { session: 'fault' },
  slow: {},
  'token-used': { session: 'fault' },
  clock: { clock: 'note' },
};

/** The diagnosis in a session in which something was recorded, and that is in trouble since. */
async function diagnosed(trouble: Trouble) {
  const on = new Set([trouble]);
  const place = new Cmi5Harness();
  const driver = place.launch();
  await driver.open();
  await driver.save(halfway);
  await driver.commit();
  const before = place.lms.documents.all();
  place.ahead = clockError(on);
  place.lms.fault = ({ method, path, query, body = '' }) => {
    const asked = { method, path: path.slice(1), query, body, headers: noHeaders };
    const answer = troubledResponse(on, asked);
    if (answer === undefined || answer === 'lost') return answer;
    return new Response(answer.body || null, { status: answer.status, headers: answer.headers });
  };
  const launched = launchParameters(place.address);
  if (!launched) throw new Error('no launch');
  // A token that was used before is none for this session.
  const token = trouble === 'token-used' ? undefined : 'token-1';
  const found = await diagnoseCmi5(launched, token, place.lms.fetch, () => place.time);
  return { found, before, after: place.lms.documents.all() };
}

const noHeaders = {
  ...{ authorization: undefined, version: undefined, type: undefined },
  ...{ ifMatch: undefined, ifNoneMatch: undefined },
};

test.for(troubles)('a platform of cmi5 in trouble is told as such: %s', async (trouble) => {
  const { found, before, after } = await diagnosed(trouble);
  const verdicts = found.flatMap(({ id, verdict }) => (verdict === 'good' ? [] : [[id, verdict]]));
  expect(Object.fromEntries(verdicts)).toEqual(diagnoses[trouble]);
  expect(after).toEqual(before);
});

test('the guide for administrators has a row for each trouble, with what the page says there', () => {
  const { messages } = parse(readFileSync('content/en/interface.yaml', 'utf8')) as {
    messages: Record<'preview' | 'diagnostics', Record<string, string>>;
  };
  const guide = readFileSync('docs/lms-administrators.md', 'utf8').split('\n');
  for (const [trouble, findings] of Object.entries(diagnoses)) {
    const name = messages.preview[`cmi5-${trouble}`] ?? '';
    const row = guide.find((line) => line.startsWith(`| ${name} `)) ?? `no row for ${name}`;
    const said = Object.entries(findings).map(([id, verdict]) =>
      (messages.diagnostics[`${id}-${verdict}`] ?? '').replace(/:$/, ''),
    );
    for (const sentence of said) expect(row).toContain(sentence);
    if (said.length === 0) expect(row.split('|')[2]?.trim()).toBe('nothing');
  }
});

import { expect, test } from 'vitest';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { statusOnly } from '../../scorm/shell/status-only.ts';
import { decision, passed } from './driver-contract.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';

test('a package that tells the status alone sends no score, answer or objective, and resumes all the same', async () => {
  const lms = new FakeLms(standard12);
  const open = () => statusOnly(scorm12Driver(lms.launch()['API'] ?? {}));
  const driver = open();
  expect(await driver.open()).not.toHaveProperty('rows');
  await driver.report({ interaction: decision });
  await driver.report({ objective: { id: 'objective-one', success: 'passed', score: 1 } });
  await driver.save(passed);
  await driver.close();
  const set = lms.callsOf('LMSSetValue').map(({ values }) => values[0] ?? '');
  expect(set.filter((name) => /score|interactions|objectives/.test(name))).toEqual([]);
  expect(await open().open()).toMatchObject({
    completion: 'completed',
    success: 'passed',
    stored: { suspendData: passed.suspendData, location: passed.location },
  });
});

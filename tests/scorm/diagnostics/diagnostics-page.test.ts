import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { diagnosticsPage } from '../../../scorm/diagnostics/diagnostics-page.ts';
import { findingIds } from '../../../scorm/diagnostics/finding.ts';
import { lookAround } from '../../../scorm/diagnostics/surroundings.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';
import { layOut } from '../../fixtures/dist-tiny/files.ts';
import { standardOf } from '../../fixtures/standard.ts';
import { quickPackages } from '../../fixtures/quick-packages.ts';

const files = { script: 'a.js', style: 'a.css', build: 'b1' };
const page = new JSDOM(diagnosticsPage(tinyCourse, standardOf('scorm12'), files)).window.document;
const lines = [...page.querySelectorAll<HTMLElement>('[data-finding]')];

test('every finding has words for being in order, and one for what is wrong or worth knowing', () => {
  for (const id of findingIds) {
    const verdicts = lines
      .filter(({ dataset }) => dataset['finding'] === id)
      .map(({ dataset }) => dataset['verdict']);
    expect(verdicts, id).toContain('good');
    expect(verdicts.length, id).toBeGreaterThan(1);
  }
});

test('every fault except a missing learner says what to change, and where that was tested', () => {
  const faults = lines.filter(({ dataset }) => dataset['verdict'] === 'fault');
  expect(faults.length).toBeGreaterThan(6);
  for (const fault of faults)
    expect(fault.querySelectorAll('p'), fault.dataset['finding']).toHaveLength(2);
  const named = faults.map(({ textContent }) => textContent).join();
  for (const platform of ['Moodle', 'Totara', 'ILIAS', 'Canvas', 'Blackboard', 'Open edX'])
    expect(named).toContain(platform);
  expect(named).toMatch(/tried by us/);
  expect(named).toMatch(/from (?:its|their) documents/);
});

test.for([
  [{ origin: 'null' }, { id: 'frame', verdict: 'fault', measured: 'sandbox' }],
  [{ isForeign: true }, { id: 'frame', verdict: 'note', measured: 'other origin' }],
  [{ keeps: false }, { id: 'storage', verdict: 'note' }],
  [{ clockOffset: 365 * 86_400_000 }, { id: 'clock', verdict: 'note', measured: '525600 min' }],
  [{ clockOffset: 2000 }, { id: 'clock', verdict: 'good', measured: '0 min' }],
] as const)('%j is found in the surroundings', ([different, finding]) => {
  const usual = { origin: 'https://lms.example', isFramed: true, isForeign: false, keeps: true };
  expect(lookAround({ ...usual, ...different })).toContainEqual(finding);
});

test('a package of every standard has the page, and no page of the course leads to it', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'diagnosis-'));
  layOut(dist);
  for (const standard of ['scorm12', 'scorm2004-3rd', 'cmi5']) {
    await quickPackages(['--standard', standard], dist);
    const built = unzipSync(readFileSync(join(dist, `packages/ati-course-en-${standard}.zip`)));
    const text = (path: string) => new TextDecoder().decode(built[path]);
    expect(text('package/diagnostics.html')).toContain(`data-package="${standard}"`);
    const leading = Object.keys(built).filter(
      (path) => /^en\/.*html$/.test(path) && text(path).includes('diagnostics'),
    );
    expect(leading).toEqual([]);
  }
  rmSync(dist, { recursive: true });
});

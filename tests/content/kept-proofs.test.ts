import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { analyse } from '../../src/cases/analysis.ts';
import { keptProofs } from '../../src/cases/proved.ts';
import { withKeptProofs } from '../../src/content/kept-proofs.ts';
import { loadContent } from '../../src/content/load.ts';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'kept-proofs-')), 'folder', 'proofs.json');
  keptProofs.clear();
});

const proof = {
  findings: [{ field: 'start', message: 'It is far away.', suggestion: 'Come nearer.' }],
};
const keep = () => {
  withKeptProofs(() => keptProofs.set('a case', proof), file);
  keptProofs.clear();
};
const known = () => withKeptProofs(() => [...keptProofs], file);

test('a later check has the proofs of an earlier one', () => {
  keep();
  expect(known()).toEqual([['a case', proof]]);
});

test('a file that was changed or cut is not believed', () => {
  keep();
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('far away', 'near'));
  expect(known()).toEqual([]);
  keptProofs.clear();
  writeFileSync(file, text.slice(0, -10));
  expect(known()).toEqual([]);
});

test('a check goes on where nothing can be kept', () => {
  file = join(file, '..', '\0', 'proofs.json');
  expect(withKeptProofs(() => keptProofs.set('a case', proof).size, file)).toBe(1);
});

test('a proof that was kept says of a case what a new one says', () => {
  const [scenario] = loadContent('en').content.scenarios.values();
  if (scenario === undefined) throw new Error('the course has no case');
  const anew = withKeptProofs(() => analyse(structuredClone(scenario)), file);
  keptProofs.clear();
  const kept = withKeptProofs(() => {
    expect(keptProofs.size).toBeGreaterThan(0);
    return analyse(structuredClone(scenario));
  }, file);
  expect(kept).toEqual(anew);
});

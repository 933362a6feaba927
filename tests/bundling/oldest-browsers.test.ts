import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleScript } from '../../src/bundling/bundle.ts';
import {
  caseEndingScript,
  contentsScript,
  ownWordsScript,
  pageScripts,
  updateScript,
} from '../../src/publish/bundles.ts';

/**
 * Methods that Chromium 109, Firefox 115 or Safari 15.6 do not have. The bundler rewrites syntax for them (D11), and
 * leaves calls as they are.
 */
const tooNew =
  /\.(?:toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|groupBy|withResolvers|fromAsync|getOrInsert(?:Computed)?)\(/g;

const entries = [
  ...pageScripts().values(),
  ...globSync('scorm/{standards/*/{shell,diagnostics},copies/*/*}.entry.ts'),
  ...[caseEndingScript, contentsScript, ownWordsScript, updateScript],
];

test('scripts are of pages, shells and copies', () => {
  expect(entries.length).toBeGreaterThan(30);
});

// The `with` of an array cannot be told from other methods of that name; a copy and an assignment do the same.
test.each(entries)('%s calls nothing that the oldest browsers lack (D11)', async (entry) => {
  const script = await bundleScript(entry);
  expect(script.match(tooNew) ?? []).toEqual([]);
});

import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPackage } from '../../../scorm/preview/opened-package.ts';
import { RejectedPackage } from '../../../scorm/preview/rejection.ts';
import { foreignManifest, foreignPage } from './foreign-package.ts';

/** Opens a package; what was refused with a reason is well. */
function opens(zip: Uint8Array): void {
  try {
    openPackage(zip);
  } catch (error) {
    if (!(error instanceof RejectedPackage)) throw error;
  }
}

test('a zip with damaged or missing bytes is opened or refused with a reason', () => {
  const zip = zipSync({
    'imsmanifest.xml': strToU8(foreignManifest({})),
    'index.html': strToU8(foreignPage),
  });
  const change = fc.record({ at: fc.nat(zip.length - 1), byte: fc.nat(255) });
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(zip.length)),
      (changes, end) => {
        const damaged = new Uint8Array(zip);
        for (const { at, byte } of changes) damaged[at] = byte;
        opens(damaged.slice(0, end ?? zip.length));
      },
    ),
    { numRuns: 3000 },
  );
});

test('a manifest with signs put in or taken away is opened or refused with a reason', () => {
  const manifest = foreignManifest({});
  const signs = [
    '<',
    '>',
    '"',
    '&',
    '\0',
    '&x;',
    '<a>',
    '</manifest>',
    '<!DOCTYPE x>',
    ']]>',
    '<!--',
  ];
  let refused = 0;
  fc.assert(
    fc.property(
      fc.nat(manifest.length),
      fc.nat(20),
      fc.constantFrom(...signs),
      (at, taken, sign) => {
        const text = manifest.slice(0, at) + sign + manifest.slice(at + taken);
        const files = { 'imsmanifest.xml': strToU8(text), 'index.html': strToU8(foreignPage) };
        try {
          openPackage(zipSync(files, { level: 0 }));
        } catch (error) {
          if (!(error instanceof RejectedPackage)) throw error;
          refused++;
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(500);
});

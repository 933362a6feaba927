import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/progress/attempt.ts';
import type { Structure } from '../../src/course/structure.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import { localBackup } from '../../src/progress/local-backup.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import { readProgressFile } from '../../src/progress/progress-file.ts';
import { carriedBy, readLink } from '../../src/progress/progress-link.ts';
import { readShortCode } from '../../src/progress/short-code.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';

/** Texts that version 0.1.0 wrote, for two structures, with the attempts that it read back itself. */
interface Released {
  readonly structure: Structure;
  readonly attempts: Readonly<
    Record<
      string,
      {
        readonly suspendData: string;
        readonly read: Attempt;
        readonly record: string;
        /** Entries of the browser's storage. */
        readonly receipt: Readonly<Record<string, string>>;
        readonly link: string;
        readonly file: string;
        readonly code?: string;
      }
    >
  >;
}

const released = JSON.parse(
  readFileSync('tests/fixtures/released/form-1.json', 'utf8'),
) as Readonly<Record<string, Released>>;
const cases = Object.values(released).flatMap(({ structure, attempts }) =>
  Object.entries(attempts).map(([name, written]) => ({ name, structure, ...written })),
);
const words = Array.from(
  { length: 1024 },
  (_, index) => `w${Array.from(String(index), (digit) => 'abcdefghij'[Number(digit)]).join('')}`,
);

/** JSON has no `undefined`: an answer that was still to come stands there as null. */
const revived = (attempt: Attempt): Attempt => ({
  ...(fromRecord(toRecord(attempt)) as Attempt),
  ...(attempt.edition && { edition: attempt.edition }),
});

describe('P03: progress of version 0.1.0', () => {
  test.for(cases)('$name: suspend data is read as it was', (kept) => {
    const { structure, suspendData, read } = kept;
    expect(attemptCodec(structure).decode(suspendData)).toEqual({
      attempt: revived(read),
      unread: [],
      lost: [],
    });
  });

  test.for(cases)('$name: goes over to another structure of the course', (kept) => {
    const { structure, suspendData, read } = kept;
    const next = { ...structure, lessons: ['new-lesson', ...structure.lessons] };
    const codec = attemptCodec(next, { [fingerprint(structure)]: structure });
    const { attempt, problem } = codec.decode(suspendData);
    expect(problem).toBeUndefined();
    expect(attempt.viewed).toEqual(read.viewed);
    expect(codec.decode(codec.encode(attempt)).attempt).toEqual(attempt);
  });

  test.for(cases)('$name: a copy on the device, a link, a file and a code are read', (kept) => {
    const { structure, suspendData, receipt, link, file, record, read, code } = kept;
    const store = {
      getItem: (key: string) => receipt[key] ?? null,
      setItem: () => undefined,
      removeItem: () => undefined,
    };
    expect(localBackup(() => store, 'alternatives', 'learner-7').read()?.state).toBe(suspendData);
    expect(readLink(carriedBy(link) ?? '', structure, {})).toEqual({ attempt: revived(read) });
    expect(readProgressFile(file, 'alternatives')).toMatchObject({ attempt: fromRecord(record) });
    if (code === undefined) return;
    const summary = readShortCode(code, structure, words);
    expect('attempt' in summary && summary.attempt.viewed).toEqual(read.viewed);
    for (const [id, { tries }] of Object.entries(read.checks))
      if ('attempt' in summary && tries.length > 0)
        expect(summary.attempt.checks[id]?.tries[0]).toBeLessThanOrEqual(Math.max(...tries));
  });

  test.for(cases)('D13: $name: a text that was cut or changed gives nothing', (kept) => {
    const { structure, suspendData } = kept;
    const { decode } = attemptCodec(structure);
    for (let length = 1; length < suspendData.length; length++) {
      const { attempt, problem } = decode(suspendData.slice(0, length));
      expect(problem).toBeDefined();
      expect(attempt.checks).toEqual({});
      expect(attempt.viewed).toEqual([]);
    }
    expect(decode(`${suspendData}A`).problem).toBe('damaged');
  });
});

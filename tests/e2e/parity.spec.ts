import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Course } from '../../src/course/course.ts';
import { fromRecord } from '../../src/progress/local-record.ts';
import { attemptCodec } from '../../src/progress/suspend-data.ts';
import { builtCourse } from '../browser/learner.ts';
import { study, type Studied } from '../browser/one-learner.ts';
import { smallPackages } from '../browser/small-dist.ts';
import { type Kept, platform, type Shelf, stick, website } from '../browser/shelves.ts';

// The small course with the words of the real one: a final of two questions takes seconds, not minutes.
let course: Course;
// It is built before the tests run, and after they are listed.
test.beforeAll(() => {
  course = builtCourse('en', 'dist/small');
});

const standards = ['scorm12', 'scorm2004', 'cmi5'];

/** The attempt that is kept, whatever form it has there. Rows are those of platforms alone. */
function attemptOf({ record, state = '', location }: Kept) {
  const codec = attemptCodec(course.structure);
  const text = record === undefined ? state : codec.encode(fromRecord(record) ?? fail());
  const { attempt, problem } = codec.decode(text);
  expect(problem).toBeUndefined();
  return { ...attempt, rows: undefined, location };
}

const fail = (): never => {
  throw new Error('no record');
};

test('the same actions leave the same record on the website, on a stick and in every standard @wide', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const studied = async (open: (context: BrowserContext) => Promise<Shelf>): Promise<Studied> => {
    const shelf = await open(await browser.newContext());
    try {
      return await study(shelf, course);
    } finally {
      await shelf.close();
    }
  };

  const reference = await studied((context) => website(context, 'dist/small', course.id));
  const attempt = attemptOf(reference.kept);
  // All was done, and counts: two minutes and a half, the failed tries and the passed one, the lost write.
  expect(attempt).toMatchObject({ seconds: 150, location: course.modules[0]?.lessons[0]?.id });
  expect(attempt.checks['final']?.tries).toEqual([0, 1]);
  expect(Object.values(attempt.cases).every(({ finished }) => finished)).toBe(true);

  const { kept: ofStick, record } = await studied((context) =>
    stick(context, join(smallPackages, 'ati-course-en-offline.zip'), course.id),
  );
  expect(attemptOf(ofStick)).toEqual(attempt);
  expect(record).toBe(reference.record);

  const reports: Kept['reported'][] = [];
  for (const standard of standards)
    await test.step(standard, async () => {
      const { kept, record: read } = await studied((context) =>
        platform(context, smallPackages, standard),
      );
      expect(attemptOf(kept)).toEqual(attempt);
      expect(read).toBe(reference.record);
      reports.push(kept.reported);
    });
  const [first, ...others] = reports;
  expect(first).toMatchObject({
    ...{ completion: 'completed', success: 'passed', score: 1, seconds: 150 },
  });
  // Each decision once, and each question that was asked, with the answer given last.
  const decisions = Object.entries(attempt.cases).flatMap(([id, { first: steps }]) =>
    steps.map((step) => `${id}.${step.split('.')[0]} correct`),
  );
  expect(first?.rows).toEqual(expect.arrayContaining(decisions));
  for (const other of others) expect(other).toEqual(first);
});

/** The pages and scripts that a package gives a learner, by path, without the name of its standard and its build. */
function givenBy(standard: string): ReadonlyMap<string, string> {
  const files = unzipSync(readFileSync(join(smallPackages, `ati-course-en-${standard}.zip`)));
  const plain = (text: string) =>
    text
      .replaceAll(standard, 'a standard')
      .replaceAll(/(?<=data-build="|"build":")[^"]+/g, 'a build')
      .replaceAll(/(?<=shell\/course-)[0-9a-f]{8}/g, 'a hash');
  return new Map(
    Object.entries(files)
      // Without the files that only a platform or its administrator reads.
      .filter(([path]) => /\.(?:html|js|css)$/.test(path) && !path.startsWith('package/'))
      .map(([path, bytes]) => [plain(path), plain(Buffer.from(bytes).toString())]),
  );
}

// So the way of a learner need not be gone once more: what they are given is what the 4th edition gives.
test('SCORM 2004 3rd edition gives a learner the same as 4th edition, and starts on a platform @wide', async ({
  browser,
}) => {
  const given = givenBy('scorm2004-3rd');
  expect(given.size).toBeGreaterThan(50);
  expect(given).toEqual(givenBy('scorm2004'));
  const shelf = await platform(await browser.newContext(), smallPackages, 'scorm2004-3rd');
  try {
    await shelf.enter();
    await shelf.leave();
    const { reported } = await shelf.kept();
    expect(reported).toMatchObject({ completion: 'incomplete' });
  } finally {
    await shelf.close();
  }
});

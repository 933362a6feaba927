import type { Page } from '@playwright/test';
import type { Course } from '../../src/course/course.ts';

/** The part of an attempt that a test of the certificate looks at. */
export interface Stored {
  readonly track: string;
  readonly viewed: readonly string[];
  readonly cases: Readonly<Record<string, object>>;
  readonly checks: { readonly final: { readonly tries: readonly number[] } };
  readonly seconds: number;
  /** Id of the page where the learner stopped. */
  readonly location?: string;
}

/** The attempt of a learner who has done all that a track asks: final 92 %, 3 h 25 min. */
export function certified(course: Course, track: string): Stored {
  const found = course.tracks.find(({ id }) => id === track);
  if (found === undefined) throw new Error(`the course has no track ${track}`);
  const cases = course.modules.flatMap((module) => module.cases);
  const wanted = found.cases === 'one' ? cases.slice(0, 1) : cases;
  const finished = { first: [], run: [], finished: true, endings: [] };
  return {
    track,
    viewed: found.lessons,
    cases: Object.fromEntries(wanted.map(({ id }) => [id, finished])),
    checks: { final: { tries: [0.75, 11 / 12] } },
    seconds: 12_300,
  };
}

/** Opens the page of the certificate as a learner with that attempt. */
export async function openCertificate(page: Page, attempt: Stored, url = 'en/certificate.html') {
  await page.goto(url);
  await page.evaluate(
    (text) => {
      const { course = '' } = document.documentElement.dataset;
      localStorage.setItem(`ati:${course}`, text);
    },
    JSON.stringify({ version: 1, location: '', rows: [], ...attempt }),
  );
  await page.reload();
}

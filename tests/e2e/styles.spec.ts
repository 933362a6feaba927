import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';

const site = 'dist/site';
/** Classes of lessons and questions, whose styles not every page has (`lesson.css`, `questions.css`). */
const ofContent =
  'checklist compare drawing example-title options pairs question sequence steps targets term timeline tree';

/**
 * Whether a sheet has styles for a class by itself: a list such as `:is(p, .checklist) .cite` styles what stands in
 * all of them.
 */
const styles = (sheet: string, name: string) =>
  new RegExp(`\\.${name}(?![\\w-])`).test(sheet.replace(/:(?:is|where|not)\([^()]*\)/g, ''));

test('a page with a component or a question links a stylesheet with its styles', () => {
  const sheets = new Map(
    globSync('assets/*.css', { cwd: site }).map((path) => [
      basename(path),
      readFileSync(join(site, path), 'utf8'),
    ]),
  );
  const missing: string[] = [];
  for (const path of globSync('**/*.html', { cwd: site })) {
    const page = readFileSync(join(site, path), 'utf8');
    const linked = [...page.matchAll(/assets\/([\w-]+\.css)/g)].map(([, name = '']) =>
      sheets.get(name),
    );
    const shown = new Set(
      [...page.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    for (const name of ofContent.split(' '))
      if (shown.has(name) && !linked.some((sheet) => sheet !== undefined && styles(sheet, name)))
        missing.push(`${path}: .${name}`);
  }
  expect(missing).toEqual([]);
});

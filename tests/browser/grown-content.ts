import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

interface CourseYaml {
  modules: { id: string; objectives: string[] }[];
}
interface WordsYaml {
  modules: Record<string, object>;
}

const tiny = 'tests/fixtures/courses/tiny';

// The longest first: one id may be part of another.
const ids =
  /\b(first-word|which-word|say-hello|greeting|two-ways|doorbell|manual|first|hello)\b(?!:)/g;

/**
 * A course with so many further modules, each a copy of the tiny course's under ids of its own.
 * @param from content that is grown; copied to `root` unless it is there already
 * @returns the folder
 */
export function grownContent(root: string, modules: number, from = 'content'): string {
  if (from !== root) {
    rmSync(root, { recursive: true, force: true });
    cpSync(from, root, { recursive: true });
  }
  for (let number = 1; number <= modules; number++) addModule(root, number);
  return root;
}

function addModule(root: string, number: number): void {
  const renamed = (text: string) => text.replace(ids, (id) => `${id}-${number}`);
  const text = (file: string) => readFileSync(join(tiny, file), 'utf8');
  const change = <T>(file: string, how: (value: T) => T) => {
    const path = join(root, file);
    writeFileSync(
      path,
      stringify(how(parse(readFileSync(path, 'utf8')) as T), { aliasDuplicateObjects: false }),
    );
  };

  const [own] = (parse(renamed(text('course.yaml'))) as CourseYaml).modules;
  const [words] = Object.values((parse(text('en/course.yaml')) as WordsYaml).modules);
  if (own === undefined || words === undefined) throw new Error('the tiny course has no module');
  const objectives = Object.fromEntries(own.objectives.map((id) => [id, 'say hello']));
  change<CourseYaml>('course.yaml', (course) => ({ ...course, modules: [...course.modules, own] }));
  change<WordsYaml>('en/course.yaml', (course) => ({
    ...course,
    modules: { ...course.modules, [own.id]: { ...words, objectives } },
  }));
  const parts = <T>(file: string) => parse(renamed(text(file))) as T[];
  change<object[]>('sources.yaml', (list) => [
    ...list,
    ...parts<{ short: string }>('sources.yaml').map((source) => ({
      ...source,
      short: `${source.short}-${number}`,
    })),
  ]);
  change<object[]>('en/glossary.yaml', (list) => [...list, ...parts<object>('en/glossary.yaml')]);

  for (const file of globSync('en/{modules,scenarios}/**/*.{mdx,yaml,svg}', { cwd: tiny })) {
    const target = join(root, renamed(file));
    cpSync(join(tiny, file), target, { recursive: true });
    if (!file.endsWith('.svg')) writeFileSync(target, renamed(text(file)));
  }
}

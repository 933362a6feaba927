import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';

const real = 'content/en/workshop';
/** Files of the kit that do not name modules or cases. */
const taken = ['exercises', 'facilitation.yaml', 'feedback.yaml', 'readiness.yaml'];

/**
 * Gives a small course the trainer's kit: the real exercises and instruments, and a guide for each of its own parts.
 */
export function addWorkshop(root: string): void {
  const folder = join(root, 'en/workshop');
  for (const name of [...taken, 'vignette.yaml', 'entry-rules.yaml'])
    cpSync(join(real, name), join(folder, name), { recursive: true });
  const { modules } = parse(readFileSync(join(root, 'course.yaml'), 'utf8')) as {
    modules: { id: string; cases?: string[] }[];
  };
  const guides = {
    modules: modules.map(({ id }) => id),
    cases: modules.flatMap(({ cases = [] }) => cases),
  };
  for (const [kind, ids] of Object.entries(guides)) {
    mkdirSync(join(folder, kind), { recursive: true });
    const [model = ''] = globSync(join(real, kind, '*.yaml')).toSorted();
    for (const id of ids) cpSync(model, join(folder, kind, `${id}.yaml`));
  }
  const exercises = globSync(join(folder, 'exercises/*.yaml')).map((path) =>
    basename(path, '.yaml'),
  );
  const agenda = { title: 'Three days', summary: 'All there is.', audience: 'Everybody' };
  const parts = [
    `module:${guides.modules[0]}`,
    `case:${guides.cases[0]}`,
    `exercise:${exercises[0]}`,
  ];
  writeFileSync(
    join(folder, 'agendas.yaml'),
    stringify([{ id: 'small', ...agenda, length: 'three-days', parts }]),
  );
}

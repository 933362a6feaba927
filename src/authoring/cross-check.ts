import { sheetFaults } from '../course/evaluation.ts';
import type { Fault } from '../course/fault.ts';
import { changeFaults } from './change-checks.ts';
import { libraryFaults } from './library-documents.ts';
import type { Material } from './load-course.ts';
import type { MdxFile } from './mdx-file.ts';
import { optionLengthFaults } from './option-length.ts';
import { trackFaults } from './track-checks.ts';
import { objectiveFaults, questionFaults } from './question-checks.ts';

/** Page names of a module that a lesson's id must not take, and what the answers of the evaluation are told under. */
const reserved = ['introduction', 'summary', 'bench-card', 'check', 'evaluation'];

/**
 * What no single file shows: ids that are used twice, and names that lead nowhere.
 * @returns every fault, in the order of the files
 */
export function crossCheck(material: Material): Fault[] {
  return [
    ...uniqueIds(material),
    ...objectiveFaults(material),
    ...questionFaults(material),
    ...optionLengthFaults(material),
    ...citations(material),
    ...lessonUses(material),
    ...caseLessons(material),
    ...wordsMatch(material),
    ...libraryFaults(material),
    ...unlisted(material),
    ...trackFaults(material),
    ...changeFaults(material),
    ...evaluationFaults(material),
  ];
}

/** Ids that stand for pages, questions and objectives share one space: LMSs and progress know them without their parents. */
function uniqueIds({ course, questions, sources, glossary, language }: Material): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  const claim = (id: string, file: string, field: string) => {
    const owner = seen.get(id);
    if (owner !== undefined)
      faults.push({
        file,
        field,
        found: `The id "${id}" is taken by ${owner}.`,
        remedy: 'Choose another id.',
      });
    else seen.set(id, `${file}, ${field}`);
    if (reserved.includes(id))
      faults.push({
        file,
        field,
        found: `"${id}" is a name that the course uses itself.`,
        remedy: 'Choose another id.',
      });
  };
  course.modules.forEach((module, m) => {
    claim(module.id, 'course.yaml', `modules.${m}.id`);
    module.objectives.forEach((id, o) => claim(id, 'course.yaml', `modules.${m}.objectives.${o}`));
    module.lessons.forEach(({ id }, l) => claim(id, 'course.yaml', `modules.${m}.lessons.${l}.id`));
    module.cases.forEach((id, c) => claim(id, 'course.yaml', `modules.${m}.cases.${c}`));
    questions
      .get(module.id)
      ?.forEach(({ id }, q) =>
        claim(id, `${language}/modules/${module.id}/questions.yaml`, `${q}.id`),
      );
  });
  const twice = (ids: readonly string[], file: string) =>
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        faults.push({
          file,
          field: `${index}.id`,
          found: `The id "${id}" stands there twice.`,
          remedy: 'Choose another id.',
        });
    });
  twice(
    sources.map(({ id }) => id),
    'sources.yaml',
  );
  twice(
    glossary.map(({ id }) => id),
    `${language}/glossary.yaml`,
  );
  return faults;
}

const evaluationFaults = ({ course, evaluation, language }: Material): Fault[] =>
  evaluation === undefined
    ? []
    : sheetFaults(evaluation, course.evaluation?.report === true).map((fault) => ({
        file: `${language}/evaluation.yaml`,
        ...fault,
      }));

/** Every source and term that is cited exists. */
function citations(material: Material): Fault[] {
  const { course, questions, scenarios, glossary, language } = material;
  const known = new Set(material.sources.map(({ id }) => id));
  const faults: Fault[] = [];
  const cite = (source: string, file: string, field: string) => {
    if (!known.has(source))
      faults.push({
        file,
        field,
        found: `No source is called "${source}".`,
        remedy: 'Add it to sources.yaml, or mend the spelling.',
      });
  };
  for (const { id: module } of course.modules)
    questions.get(module)?.forEach((question, q) => {
      question.sources.forEach(({ source }, s) =>
        cite(
          source,
          `${language}/modules/${module}/questions.yaml`,
          `${q} (${question.id}).sources.${s}`,
        ),
      );
    });
  for (const [id, scenario] of scenarios) {
    const file = `${language}/scenarios/${id}.yaml`;
    for (const [name, scene] of Object.entries(scenario.scenes))
      if ('choices' in scene)
        scene.choices.forEach((choice, c) =>
          choice.sources.forEach(({ source }, s) =>
            cite(source, file, `scenes.${name}.choices.${c}.sources.${s}`),
          ),
        );
    scenario.debrief.sources.forEach(({ source }, s) => cite(source, file, `debrief.sources.${s}`));
  }
  for (const [figure, { sources }] of material.charts)
    sources.forEach(({ source }, s) => cite(source, chartPath(language, figure), `sources.${s}`));
  glossary.forEach((term, t) =>
    term.sources.forEach(({ source }, s) =>
      cite(source, `${language}/glossary.yaml`, `${t} (${term.id}).sources.${s}`),
    ),
  );
  material.wordings.forEach((wording, w) =>
    wording.sources.forEach(({ source }, s) =>
      cite(source, 'terminology.yaml', `terms.${w} (${wording.id}).sources.${s}`),
    ),
  );
  material.principles.forEach(({ source }, p) =>
    cite(source.source, `${language}/principles.yaml`, `${p}.source`),
  );
  return faults;
}

/** Bench cards and country notes that no list names, so that no page shows them. */
const unlisted = ({ course, language, besides }: Material): Fault[] =>
  besides.flatMap((path) => {
    const [folder, name = ''] = path.split('/');
    const listed: readonly string[] = folder === 'cards' ? course.cards : course.countries;
    return listed.includes(name)
      ? []
      : [
          {
            file: `${language}/${path}.mdx`,
            field: '(the whole file)',
            found: `course.yaml does not list it, so no page shows it.`,
            remedy: `Add "${name}" to ${folder}: in course.yaml, or remove the file.`,
          },
        ];
  });

/** Folder of a module, or of the examples of the vocabulary. */
const folderOf = (language: string, owner: string) =>
  owner === 'examples' ? `${language}/examples` : `${language}/modules/${owner}`;

/** File of a chart that is known as `module/name`. */
function chartPath(language: string, figure: string): string {
  const [owner = '', name] = figure.split('/');
  return `${folderOf(language, owner)}/figures/${name}.yaml`;
}

/** What lessons and other pages name: sources, terms, questions, figures. */
function lessonUses(material: Material): Fault[] {
  const { course, questions, glossary, figures, charts, language } = material;
  const sources = new Set(material.sources.map(({ id }) => id));
  const terms = new Set(glossary.map(({ id }) => id));
  const used = new Set<string>();
  const shown = new Set<string>();
  const faults: Fault[] = [];

  const check = (file: string, moduleId: string | undefined, mdx: MdxFile) => {
    const folder = folderOf(language, moduleId ?? '');
    const lessonQuestions = (questions.get(moduleId ?? '') ?? [])
      .filter(({ use }) => use === 'lesson')
      .map(({ id }) => id);
    for (const { name, attributes, line } of mdx.uses) {
      const fault = (found: string, remedy: string) =>
        faults.push({ file, field: `line ${line}`, found, remedy });
      const { source = '', id = '', name: figure = '', module = moduleId } = attributes;
      if ((name === 'Cite' || name === 'Law') && !sources.has(source))
        fault(`No source is called "${source}".`, 'Add it to sources.yaml, or mend the spelling.');
      if (name === 'Term' && !terms.has(id))
        fault(`No term is called "${id}".`, 'Add it to glossary.yaml, or mend the spelling.');
      if (name === 'Figure' && !figures.has(`${moduleId}/${figure}`))
        fault(`No drawing figures/${figure}.svg.`, `Save it in ${folder}/figures/.`);
      if (name === 'Chart') shown.add(`${moduleId}/${figure}`);
      if (name === 'Chart' && !charts.has(`${moduleId}/${figure}`))
        fault(`No chart figures/${figure}.yaml.`, `Save it in ${folder}/figures/.`);
      if (name === 'BenchCard' && !course.modules.some(({ id }) => id === module))
        fault(
          `No module "${module ?? ''}" has a bench card.`,
          `Write module="..." with one of: ${course.modules.map(({ id }) => id).join(', ')}.`,
        );
      if (name === 'Check') {
        used.add(id);
        if (!lessonQuestions.includes(id))
          fault(
            `No question with use: lesson is called "${id}".`,
            `Add it to ${folder}/questions.yaml.`,
          );
      }
    }
  };
  for (const module of course.modules) {
    for (const { id } of module.lessons) {
      const lesson = material.lessons.get(id);
      if (lesson !== undefined) check(lesson.file, module.id, lesson.mdx);
    }
    for (const page of ['introduction', 'summary', 'bench-card']) {
      const file = `${language}/modules/${module.id}/${page}.mdx`;
      const mdx = material.pages.get(file);
      if (mdx !== undefined) check(file, module.id, mdx);
    }
    questions.get(module.id)?.forEach((question, q) => {
      if (question.use === 'lesson' && !used.has(question.id))
        faults.push({
          file: `${language}/modules/${module.id}/questions.yaml`,
          field: `${q} (${question.id})`,
          found: 'No lesson shows this question.',
          remedy: `Write <Check id="${question.id}" /> in a lesson, or use: bank.`,
        });
    });
  }
  for (const [file, page] of material.pages)
    if (!file.startsWith(`${language}/modules/`))
      check(file, file === `${language}/examples.mdx` ? 'examples' : undefined, page);
  for (const figure of charts.keys())
    if (!shown.has(figure))
      faults.push({
        file: chartPath(language, figure),
        field: '(the whole file)',
        found: 'No page shows this chart.',
        remedy: `Write <Chart name="${figure.split('/')[1]}" /> in a lesson, or remove the file.`,
      });
  return faults;
}

/** The lessons that a case names, and the id in its file. */
function caseLessons({ course, scenarios, language }: Material): Fault[] {
  const lessons = course.modules.flatMap((module) => module.lessons.map(({ id }) => id));
  return [...scenarios].flatMap(([id, scenario]) => {
    const file = `${language}/scenarios/${id}.yaml`;
    return [
      ...(scenario.id === id
        ? []
        : [
            {
              file,
              field: 'id',
              found: `Found "${scenario.id}".`,
              remedy: `Write "${id}", the name of the file.`,
            },
          ]),
      ...[
        ...scenario.lessons.map((lesson, index) => ({ lesson, field: `lessons.${index}` })),
        ...Object.entries(scenario.scenes).flatMap(([scene, body]) =>
          (body.lessons ?? []).map((lesson, index) => ({
            lesson,
            field: `scenes.${scene}.lessons.${index}`,
          })),
        ),
      ].flatMap(({ lesson, field }) =>
        lessons.includes(lesson)
          ? []
          : [
              {
                file,
                field,
                found: `No lesson is called "${lesson}".`,
                remedy: `Write one of: ${lessons.join(', ')}.`,
              },
            ],
      ),
    ];
  });
}

/** `course.yaml` and its words name the same modules and objectives. */
function wordsMatch({ course, words, language }: Material): Fault[] {
  const file = `${language}/course.yaml`;
  const faults: Fault[] = [];
  for (const module of course.modules) {
    const own = words.modules[module.id];
    if (own === undefined) {
      faults.push({
        file,
        field: `modules.${module.id}`,
        found: 'Missing.',
        remedy: 'Write title, short, summary and objectives of the module.',
      });
      continue;
    }
    for (const id of module.objectives)
      if (own.objectives[id] === undefined)
        faults.push({
          file,
          field: `modules.${module.id}.objectives.${id}`,
          found: 'Missing.',
          remedy: 'Write what a learner can do afterwards.',
        });
    for (const id of Object.keys(own.objectives))
      if (!module.objectives.includes(id))
        faults.push({
          file,
          field: `modules.${module.id}.objectives.${id}`,
          found: `The module has no objective "${id}".`,
          remedy: 'Remove it, or add the id to course.yaml.',
        });
  }
  for (const id of Object.keys(words.modules))
    if (!course.modules.some((module) => module.id === id))
      faults.push({
        file,
        field: `modules.${id}`,
        found: `The course has no module "${id}".`,
        remedy: 'Remove it, or add the module to course.yaml.',
      });
  return faults;
}

import { assessments } from '../../course/assessment.ts';
import { sheetFaults } from '../../evaluation/evaluation.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { structureOf } from '../../course/structure.ts';
import { changeFaults } from './release-notes.ts';
import { citationFaults } from './citations.ts';
import { libraryFaults } from './library-documents.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { oneOf } from '../diagnostics/nearest-name.ts';
import { optionLengthFaults } from './option-length.ts';
import { publishedIdFaults } from './published-ids.ts';
import { trackFaults } from './tracks.ts';
import { objectiveFaults, questionFaults } from './questions.ts';
import { useFaults } from './uses.ts';

/** Names that no id may take, because something else has them. */
const reserved = [
  // Pages of a module.
  ...['introduction', 'summary', 'bench-card', 'check'],
  // Folders of a language.
  ...['cases', 'cards', 'countries', 'examples'],
  // What is recorded beside the checks of modules, and what the evaluation is told under.
  ...assessments,
  'evaluation',
  // What every object has by that name.
  'constructor',
];

/**
 * What no single file shows: ids that are used twice, and names that lead nowhere.
 * @returns every fault, in the order of the files
 */
export function crossCheck(content: ParsedContent): Diagnostic[] {
  return [
    ...uniqueIds(content),
    ...objectiveFaults(content),
    ...questionFaults(content),
    ...optionLengthFaults(content),
    ...citationFaults(content),
    ...useFaults(content),
    ...caseLessons(content),
    ...wordsMatch(content),
    ...libraryFaults(content),
    ...unlisted(content),
    ...trackFaults(content),
    ...changeFaults(content),
    ...evaluationFaults(content),
    ...published(content),
  ];
}

/** What was published keeps its ids; told once every part of the course can be read. */
function published(content: ParsedContent): Diagnostic[] {
  const { course, questions, scenarios } = content;
  const isWhole = course.modules.every(
    ({ id, cases }) => questions.has(id) && cases.every((one) => scenarios.has(one)),
  );
  return isWhole ? publishedIdFaults(content, structureOf(course, questions, scenarios)) : [];
}

/** Ids that stand for pages, questions and objectives share one space: LMSs and progress know them without their parents. */
function uniqueIds({
  course,
  questions,
  sources,
  glossary,
  language,
}: ParsedContent): Diagnostic[] {
  const seen = new Map<string, string>();
  const faults: Diagnostic[] = [];
  const claim = (id: string, file: string, field: string) => {
    const owner = seen.get(id);
    if (owner !== undefined)
      faults.push({
        file,
        field,
        message: `The id "${id}" is taken by ${owner}.`,
        suggestion: 'Choose another id.',
      });
    else seen.set(id, `${file}, ${field}`);
    if (reserved.includes(id))
      faults.push({
        file,
        field,
        message: `"${id}" is a name that the course uses itself.`,
        suggestion: 'Choose another id.',
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
  const twice = (values: readonly string[], file: string, field: string, what: string) =>
    values.forEach((value, index) => {
      if (values.indexOf(value) !== index)
        faults.push({
          file,
          field: `${index}.${field}`,
          message: `The ${what} "${value}" stands there twice.`,
          suggestion: `Choose another ${what}.`,
        });
    });
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  twice(ids(sources), 'sources.yaml', 'id', 'id');
  twice(ids(glossary), `${language}/glossary.yaml`, 'id', 'id');
  // Readers see the short form beside a claim, and must know which document is meant.
  const shorts = sources.map(({ short }) => short);
  twice(shorts, 'sources.yaml', 'short', 'short form');
  return faults;
}

const evaluationFaults = ({ course, evaluation, language }: ParsedContent): Diagnostic[] =>
  evaluation === undefined
    ? []
    : sheetFaults(evaluation, course.evaluation?.report === true).map((fault) => ({
        file: `${language}/evaluation.yaml`,
        ...fault,
      }));

/** Lessons, bench cards and country notes that no list names, so that no page shows them. */
const unlisted = ({ course, language, besides, lessonFiles }: ParsedContent): Diagnostic[] => [
  ...course.modules.flatMap((module) =>
    lessonFiles
      .map((path) => path.split('/'))
      .filter(([owner]) => owner === module.id)
      .filter(([, id]) => !module.lessons.some((lesson) => lesson.id === id))
      .map(([, id]) => ({
        file: `${language}/modules/${module.id}/lessons/${id}.mdx`,
        field: '(the whole file)',
        message: 'course.yaml does not list it, so no page shows it.',
        suggestion: `Add "${id}" to the lessons of ${module.id} in course.yaml, or move the file to drafts/.`,
      })),
  ),
  ...besides.flatMap((path) => {
    const [folder, name = ''] = path.split('/');
    const listed: readonly string[] = folder === 'cards' ? course.cards : course.countries;
    return listed.includes(name)
      ? []
      : [
          {
            file: `${language}/${path}.mdx`,
            field: '(the whole file)',
            message: `course.yaml does not list it, so no page shows it.`,
            suggestion: `Add "${name}" to ${folder}: in course.yaml, or remove the file.`,
          },
        ];
  }),
];

/** The lessons that a case names, and the id in its file. */
function caseLessons({ course, scenarios, language }: ParsedContent): Diagnostic[] {
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
              message: `Found "${scenario.id}".`,
              suggestion: `Write "${id}", the name of the file.`,
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
                message: `No lesson is called "${lesson}".`,
                suggestion: oneOf(
                  lesson,
                  lessons,
                  'Mend the spelling, or remove it; course.yaml lists the lessons.',
                ),
              },
            ],
      ),
    ];
  });
}

/** `course.yaml` and its words name the same modules and objectives. */
function wordsMatch({ course, words, language, unread }: ParsedContent): Diagnostic[] {
  const file = `${language}/course.yaml`;
  if (unread.has(file)) return [];
  const faults: Diagnostic[] = [];
  for (const module of course.modules) {
    const own = words.modules[module.id];
    if (own === undefined) {
      faults.push({
        file,
        field: `modules.${module.id}`,
        message: 'Missing.',
        suggestion: 'Write title, short, summary and objectives of the module.',
      });
      continue;
    }
    for (const id of module.objectives)
      if (own.objectives[id] === undefined)
        faults.push({
          file,
          field: `modules.${module.id}.objectives.${id}`,
          message: 'Missing.',
          suggestion: 'Write what a learner can do afterwards.',
        });
    for (const id of Object.keys(own.objectives))
      if (!module.objectives.includes(id))
        faults.push({
          file,
          field: `modules.${module.id}.objectives.${id}`,
          message: `The module has no objective "${id}".`,
          suggestion: 'Remove it, or add the id to course.yaml.',
        });
  }
  for (const id of Object.keys(words.modules))
    if (!course.modules.some((module) => module.id === id))
      faults.push({
        file,
        field: `modules.${id}`,
        message: `The course has no module "${id}".`,
        suggestion: 'Remove it, or add the module to course.yaml.',
      });
  return faults;
}

import type { ReviewUnit } from '../content/reviewing/review-unit.ts';
import type { MdxFile } from '../content/mdx/mdx-file.ts';
import type { Translate } from '../course/interface.ts';
import { kindOf, type Question } from '../questions/question.ts';
import { pageStatements } from './page-statements.ts';
import type { Statement } from './statement.ts';

/** Input for reading the statements of units. */
export interface StatementContext {
  readonly language: string;
  /** Bodies of MDX files by their path below the content folder. */
  readonly bodies: ReadonlyMap<string, MdxFile>;
  readonly t: Translate;
}

/** The statements of a unit, with their sources, in the order in which readers meet them. */
export function unitStatements(
  unit: ReviewUnit,
  { language, bodies, t }: StatementContext,
): Statement[] {
  switch (unit.kind) {
    case 'page': {
      const root = bodies.get(unit.file)?.root;
      return [
        ...(root === undefined ? [] : pageStatements(root, language)),
        ...unit.charts.map(({ title, unit: counted, sources }) => ({
          words: `${title} (${counted})`,
          citations: sources,
        })),
      ];
    }
    case 'question':
      return [questionStatement(unit.question, language, t)];
    case 'term':
      return [
        { words: `${unit.term.term}: ${unit.term.definition}`, citations: unit.term.sources },
      ];
    case 'case': {
      const { scenes, debrief } = unit.scenario;
      const reasons = Object.values(scenes).flatMap((scene) =>
        'choices' in scene
          ? scene.choices.map(({ label, judgement, reason, sources }) => ({
              words: [
                label,
                ...(judgement === 'neutral' ? [] : [`${t(`case.${judgement}`)}.`]),
                reason,
              ].join(' '),
              citations: sources,
            }))
          : [],
      );
      return [...reasons, { words: debrief.evidence, citations: debrief.sources }];
    }
  }
}

/** A question with its right answer and what is said of it. */
function questionStatement(question: Question, language: string, t: Translate): Statement {
  const kind = kindOf(question);
  const { answer, lines, explanation } = kind.key(question, t, (value) =>
    value.toLocaleString(language),
  );
  const textOf = new Map(kind.parts(question).map(({ id, text }) => [id, text]));
  const chosen = kind.targets === undefined ? new Set(kind.correct(question)) : undefined;
  const shown = lines.flatMap(({ id, words, feedback = '' }) =>
    chosen === undefined
      ? [`${textOf.get(id) ?? ''} = ${words}. ${feedback}`]
      : chosen.has(id)
        ? [`${textOf.get(id) ?? words} ${feedback}`]
        : [],
  );
  const [right] = answer === undefined ? [] : lines;
  return {
    words: [
      question.stem,
      `${t('worksheet.answer')}:`,
      ...(answer === undefined ? shown : [`${answer}.`, right?.feedback]),
      explanation,
    ]
      .filter(Boolean)
      .join(' ')
      .replace(/\s+/g, ' '),
    citations: question.sources,
  };
}

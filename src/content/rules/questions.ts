import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writtenNumber } from '../../questions/written-number.ts';
import type { ParsedContent } from '../parsed-content.ts';

/** Every objective is served by a lesson and tested by a question of the bank. */
export function objectiveFaults({ course, questions }: ParsedContent): Diagnostic[] {
  return course.modules.flatMap((module, m) => {
    const served = module.lessons.flatMap((lesson) => lesson.objectives);
    // Of questions that cannot be read, nobody knows what they test.
    const tested = questions
      .get(module.id)
      ?.filter(({ use }) => use === 'bank')
      .map(({ objective }) => objective);
    const unknown = module.lessons.flatMap((lesson, l) =>
      lesson.objectives
        .filter((id) => !module.objectives.includes(id))
        .map((id) => ({
          file: 'course.yaml',
          field: `modules.${m}.lessons.${l}.objectives`,
          message: `No objective of the module is called "${id}".`,
          suggestion: `Write one of: ${module.objectives.join(', ')}.`,
        })),
    );
    const missing = module.objectives.flatMap((id, o) => {
      const field = `modules.${m}.objectives.${o}`;
      return [
        ...(served.includes(id)
          ? []
          : [
              {
                file: 'course.yaml',
                field,
                message: `No lesson serves "${id}".`,
                suggestion: 'Name it under a lesson, or remove it.',
              },
            ]),
        ...(module.check === undefined || tested === undefined || tested.includes(id)
          ? []
          : [
              {
                file: 'course.yaml',
                field,
                message: `No question of the bank tests "${id}".`,
                suggestion: 'Write a question for it with use: bank.',
              },
            ]),
      ];
    });
    return [...unknown, ...missing];
  });
}

/** Questions that cannot be asked or marked, and banks too small for their check. */
export function questionFaults({ course, questions, language }: ParsedContent): Diagnostic[] {
  return course.modules.flatMap((module) => {
    const file = `${language}/modules/${module.id}/questions.yaml`;
    const own = questions.get(module.id);
    if (own === undefined) return [];
    const bank = own.filter(({ use }) => use === 'bank').length;
    const faults: Diagnostic[] = own.flatMap((question, q) => {
      const found: Diagnostic[] = [];
      const fault = (field: string, text: string, suggestion: string) =>
        found.push({ file, field: `${q} (${question.id}).${field}`, message: text, suggestion });
      if (!module.objectives.includes(question.objective))
        fault(
          'objective',
          `No objective of the module is called "${question.objective}".`,
          `Write one of: ${module.objectives.join(', ')}.`,
        );
      for (const field of ['options', 'items', 'targets', 'steps'] as const) {
        const parts =
          (question as Partial<Record<typeof field, { id: string; text: string }[]>>)[field] ?? [];
        parts.forEach(({ id, text }, index) => {
          if (parts.findIndex((part) => part.text === text) !== index)
            fault(
              `${field}.${index}.text`,
              'The same words stand there twice.',
              'Nobody could tell the two apart: change one.',
            );
          if (parts.findIndex((part) => part.id === id) !== index)
            fault(
              `${field}.${index}.id`,
              `The id "${id}" stands there twice.`,
              'Choose another id.',
            );
        });
      }
      if (question.kind === 'single' || question.kind === 'several') {
        const right = question.options.filter((option) => option.right).length;
        if (right === 0)
          fault('options', 'No option is right.', 'Write "right: true" under the right one.');
        if (question.kind === 'single' && right > 1)
          fault('options', `${right} options are right.`, 'Leave one, or write "kind: several".');
        if (question.kind === 'several' && right === question.options.length)
          fault('options', 'Every option is right.', 'Add an option that is not.');
      }
      if (question.kind === 'numeric' && writtenNumber(String(question.answer)) === undefined)
        fault(
          'answer',
          `The form does not take ${question.answer} as a clear number.`,
          'Ask for one of at most seven digits and two decimals, and set the tolerance to fit.',
        );
      if (question.kind === 'matching')
        question.items.forEach(({ target }, index) => {
          if (!question.targets.some(({ id }) => id === target))
            fault(
              `items.${index}.target`,
              `No target is called "${target}".`,
              `Write one of: ${question.targets.map(({ id }) => id).join(', ')}.`,
            );
        });
      return found;
    });
    if (module.check !== undefined && bank < module.check.draw)
      faults.push({
        file,
        field: '(the whole file)',
        message: `The bank has ${bank} questions; the check draws ${module.check.draw}.`,
        suggestion: 'Write more questions with use: bank.',
      });
    return faults;
  });
}

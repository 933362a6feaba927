import { nearestOr } from '../diagnostics/nearest-name.ts';
import { planAgenda } from '../../workshop/agenda/plan-agenda.ts';
import type { Rule } from './rule.ts';

/**
 * Missing or orphaned guides for trainers, steps whose minutes do not add up to those of the session, and ready-made
 * agendas with unknown parts or with more parts than fit into their days.
 */
export const workshopGuide: Rule = {
  id: 'workshop-guide',
  check({ workshop, course, language, unread, sources }, report) {
    if (workshop === undefined) return;
    const folder = `${language}/workshop`;
    workshop.entryRules.forEach(({ rules }, country) =>
      rules.forEach(({ source }, rule) => {
        if (source === undefined || sources.some(({ id }) => id === source.source)) return;
        report({
          file: `${folder}/entry-rules.yaml`,
          field: `${country}.rules.${rule}.source`,
          message: `sources.yaml has no source "${source.source}".`,
          suggestion: nearestOr(
            source.source,
            sources.map(({ id }) => id),
            'Correct the id.',
          ),
        });
      }),
    );
    const idsByKind = {
      modules: course.modules.map(({ id }) => id),
      cases: course.modules.flatMap(({ cases }) => cases),
    };
    for (const kind of ['modules', 'cases'] as const) {
      for (const id of idsByKind[kind]) {
        const file = `${folder}/${kind}/${id}.yaml`;
        if (workshop[kind][id] === undefined && !unread.has(file))
          report({
            file,
            message: 'The file is missing.',
            suggestion: 'Write the guide; another file of the folder shows its form.',
          });
      }
      for (const id of Object.keys(workshop[kind]))
        if (!idsByKind[kind].includes(id))
          report({
            file: `${folder}/${kind}/${id}.yaml`,
            message: `The course has no "${id}" among its ${kind}.`,
            suggestion: nearestOr(id, idsByKind[kind], 'Rename the file, or delete it.'),
          });
    }
    const parts = (['modules', 'cases', 'exercises'] as const).flatMap((kind) =>
      Object.entries(workshop[kind]).map(([id, { minutes, steps }]) => {
        const sum = steps.reduce((all, step) => all + step.minutes, 0);
        if (sum !== minutes.usual)
          report({
            file: `${folder}/${kind}/${id}.yaml`,
            field: 'steps',
            message: `The steps take ${sum} minutes, and minutes.usual is ${minutes.usual}.`,
            suggestion: 'Make the two alike.',
          });
        return { id: `${kind.slice(0, -1)}:${id}`, minutes };
      }),
    );
    workshop.agendas.forEach(({ parts: partIds, length }, index) => {
      const tell = (message: string, suggestion: string) =>
        report({
          file: `${folder}/agendas.yaml`,
          field: `${index}.parts`,
          message,
          suggestion,
        });
      const partNames = parts.map(({ id }) => id);
      const unknown = partIds.filter((id) => !partNames.includes(id));
      for (const id of unknown)
        tell(`There is no "${id}".`, nearestOr(id, partNames, 'Correct the name.'));
      if (unknown.length > 0) return;
      const frame = { title: '', audience: '', date: '', start: 540, pause: 15, lunch: 60 };
      const planned = planAgenda({ ...frame, length, parts: partIds }, parts);
      if ('drop' in planned)
        tell(
          `The parts do not fit into ${length}, even at their shortest.`,
          `Leave out ${planned.drop.join(planned.isAny ? ' or ' : ' and ')}.`,
        );
    });
  },
};

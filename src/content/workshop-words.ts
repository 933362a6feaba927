import { basename } from 'node:path';
import type { z } from 'zod';
import {
  agendasSchema,
  exerciseSchema,
  facilitationSchema,
  guideSchema,
  type WorkshopWords,
} from '../workshop/guide.ts';
import { feedbackSchema } from '../workshop/answers/feedback.ts';
import { countryRulesSchema } from '../workshop/entry/country-rules.ts';
import { vignetteSchema } from '../workshop/noise/vignette.ts';
import { readinessSchema } from '../workshop/readiness/readiness.ts';
import type { ContentReader } from './content-reader.ts';

/** Reads `<language>/workshop/`; undefined where the language has no such folder. */
export function readWorkshop(reader: ContentReader, language: string): WorkshopWords | undefined {
  const folder = `${language}/workshop`;
  if (!reader.files.paths.some((path) => path.startsWith(`${folder}/`))) return undefined;
  const byId = <S extends z.ZodType>(kind: string, schema: S): Record<string, z.output<S>> =>
    Object.fromEntries(
      reader.files.find(`${folder}/${kind}/*.yaml`).flatMap(({ path }) => {
        const words = reader.yaml(path, schema);
        return words === undefined ? [] : [[basename(path, '.yaml'), words] as const];
      }),
    );
  return {
    modules: byId('modules', guideSchema),
    cases: byId('cases', guideSchema),
    exercises: byId('exercises', exerciseSchema),
    facilitation: reader.yaml(`${folder}/facilitation.yaml`, facilitationSchema) ?? [],
    agendas: reader.yaml(`${folder}/agendas.yaml`, agendasSchema) ?? [],
    entryRules: reader.yaml(`${folder}/entry-rules.yaml`, countryRulesSchema) ?? [],
    readiness: reader.yaml(`${folder}/readiness.yaml`, readinessSchema) ?? {
      areas: [],
      indicators: [],
    },
    feedback: reader.yaml(`${folder}/feedback.yaml`, feedbackSchema) ?? [],
    ...(reader.files.find(`${folder}/vignette.yaml`).length > 0 && {
      vignette: reader.yaml(`${folder}/vignette.yaml`, vignetteSchema),
    }),
  };
}

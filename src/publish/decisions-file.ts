import type { Course } from '../course/course.ts';
import type { DecisionsFile } from '../progress/page/decisions-file.ts';

/** Text of `assets/decisions-<language>.js`, which the record page loads once a learner has made a decision. */
export function decisionsFile({ modules }: Course): string {
  const file: DecisionsFile = Object.fromEntries(
    modules
      .flatMap(({ cases }) => cases)
      .map(({ id, scenario }) => [
        id,
        Object.fromEntries(
          Object.entries(scenario.scenes).flatMap(([scene, body]) =>
            'choices' in body
              ? body.choices.map((choice) => [
                  `${scene}.${choice.id}`,
                  `${body.heading}: ${choice.label}`,
                ])
              : [],
          ),
        ),
      ]),
  );
  return `window.atiDecisions=${JSON.stringify(file)};\n`;
}

import type { Rule } from './rule.ts';

/** Modules, objectives and tracks that only one of `course.yaml` and its words names. */
export const courseWords: Rule = {
  id: 'course-words',
  check({ course, words, language, unread }, report) {
    const file = `${language}/course.yaml`;
    if (unread.has(file)) return;
    const tell = (field: string, message: string, suggestion: string) =>
      report({ file, field, message, suggestion });
    const modules = new Set<string>();
    for (const module of course.modules) {
      modules.add(module.id);
      const moduleWords = words.modules[module.id];
      if (moduleWords === undefined) {
        tell(
          `modules.${module.id}`,
          `The words of module ${module.id} are missing.`,
          'Write title, short, summary and objectives of the module.',
        );
        continue;
      }
      for (const id of module.objectives)
        if (moduleWords.objectives[id] === undefined)
          tell(
            `modules.${module.id}.objectives.${id}`,
            `The words of objective ${id} are missing.`,
            'Write what a learner can do afterwards.',
          );
      for (const id of Object.keys(moduleWords.objectives))
        if (!module.objectives.includes(id))
          tell(
            `modules.${module.id}.objectives.${id}`,
            `The module has no objective "${id}".`,
            'Delete it, or add the id to course.yaml.',
          );
    }
    for (const id of Object.keys(words.modules))
      if (!modules.has(id))
        tell(
          `modules.${id}`,
          `The course has no module "${id}".`,
          'Delete it, or add the module to course.yaml.',
        );
    const tracks = new Set(course.tracks.map(({ id }) => id));
    for (const id of tracks)
      if (words.tracks[id] === undefined)
        tell(
          `tracks.${id}`,
          `The words of track ${id} are missing.`,
          'Write title and summary of the track.',
        );
    for (const id of Object.keys(words.tracks))
      if (!tracks.has(id))
        tell(
          `tracks.${id}`,
          `The course has no track "${id}".`,
          'Delete it, or add the track to course.yaml.',
        );
  },
};

import type { Configuration } from './configurations.ts';
import type { Condition, Scenario } from './format.ts';

/** A scene that some paths reach with a flag set and others without, and that does not depend on the flag. */
export interface MixedPast {
  readonly scene: string;
  readonly flags: readonly string[];
}

/**
 * Lists for author and reviewer every scene reached with different pasts: its text must be true for all of
 * them. Excludes flags that the scene assumes or uses in a conditional paragraph.
 */
export function mixedPasts(
  { scenes }: Scenario,
  all: readonly Configuration[],
): readonly MixedPast[] {
  const seen = new Map<string, { count: number; flags: Map<string, number> }>();
  for (const { scene, memory } of all) {
    const found = seen.get(scene) ?? { count: 0, flags: new Map<string, number>() };
    found.count += 1;
    for (const flag of memory.flags) found.flags.set(flag, (found.flags.get(flag) ?? 0) + 1);
    seen.set(scene, found);
  }
  return Object.entries(scenes).flatMap(([scene, { also, assumes }]): MixedPast[] => {
    const found = seen.get(scene);
    if (found === undefined) return [];
    const read = new Set(
      [...also.map(({ when }) => when), ...(assumes ? [assumes] : [])].flatMap(flagsIn),
    );
    const flags = [...found.flags]
      .filter(([flag, times]) => times < found.count && !read.has(flag))
      .map(([flag]) => flag)
      .sort();
    return flags.length > 0 ? [{ scene, flags }] : [];
  });
}

function flagsIn(when: Condition): string[] {
  if ('flag' in when) return [when.flag];
  if ('not' in when) return flagsIn(when.not);
  if ('all' in when) return when.all.flatMap(flagsIn);
  if ('any' in when) return when.any.flatMap(flagsIn);
  return [];
}

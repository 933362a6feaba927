import { translator } from '../../src/course/interface.ts';
import type { Course } from '../../src/course/course.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import type { Structure } from '../../src/course/structure.ts';
import { moduleScope, type Scope, type Unit } from './scope.ts';

/**
 * The whole course as a package of parts, in order: each module, with the content of its own package, then the final
 * assessment, if any.
 */
export function inUnits(scope: Scope): Scope {
  const units = unitsOf(scope.course);
  const completion = {
    lessons: 'all',
    cases: 'all',
    checks: scope.course.completion.checks,
  } as const;
  return {
    ...scope,
    course: { ...scope.course, completion },
    hasOwnRule: true,
    startPage: units[0]?.startPage ?? scope.startPage,
    units,
  };
}

function unitsOf(course: Course): Unit[] {
  const { language } = course;
  const modules = course.modules.flatMap(({ id, cases }): Unit[] => {
    const scope = moduleScope(course, id);
    if (!scope) return [];
    const recordPage = `${language}/record-${id}.html`;
    const own = [`${language}/${id}/`, ...cases.map(({ href }) => href), recordPage];
    return [{ ...scope, launch: `${id}.html`, recordPage, own, isFinal: false }];
  });
  const final = finalScope(course);
  return [...modules, ...(final ? [final] : [])];
}

/** The part to which a page belongs; undefined for a shared page. */
export const unitOf = (units: readonly Unit[], path: string): Unit | undefined =>
  units.find(({ own }) =>
    own.some((each) => (each.endsWith('/') ? path.startsWith(each) : path === each)),
  );

/** The final assessment as a separate course that draws from the banks of all modules. */
function finalScope(course: Course): Unit | undefined {
  if (course.assessment === undefined) return undefined;
  const alone = (structure: Structure): Structure => ({
    ...structure,
    lessons: [],
    cases: [],
    tracks: undefined,
    evaluation: undefined,
  });
  const structure = alone(course.structure);
  const earlier = Object.values(course.earlier).map(alone);
  const startPage = `${course.language}/final.html`;
  return {
    name: 'final',
    isWhole: false,
    course: {
      ...course,
      id: `${course.id}.final`,
      title: translator(course.language, course.interface)('assessment.final'),
      completion: { lessons: 'none', cases: 'none', checks: 'final' },
      tracks: [],
      evaluation: undefined,
      modules: [],
      structure,
      fingerprint: fingerprint(structure),
      earlier: Object.fromEntries(earlier.map((each) => [fingerprint(each), each])),
    },
    startPage,
    // The page of the final also shows its record.
    recordPage: startPage,
    launch: 'final.html',
    own: [startPage],
    isFinal: true,
  };
}

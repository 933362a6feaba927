import { existsSync } from 'node:fs';
import { Scorm2004API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { readCourseFile, readWebsite } from '../../scorm/command/read-build.ts';
import { packageContents } from '../../scorm/package/contents.ts';
import { courseScope, type Unit } from '../../scorm/package/scope.ts';
import { inUnits } from '../../scorm/package/units.ts';
import { shellFiles } from '../../scorm/shell/shell-files.ts';
import { verifyPackage } from '../../scorm/package/verify.ts';
import { zipPackage } from '../../scorm/package/zip-package.ts';
import type { ScormApi } from '../../scorm/standards/scorm/find-api.ts';
import { readManifest } from '../../scorm/preview/manifest.ts';
import { activitySettings, sequenced } from '../../scorm/standards/scorm2004/rollup.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import { completionRule } from '../../src/course/completion.ts';
import type { Course } from '../../src/course/course.ts';
import { openReleased } from './open-released.ts';
import type { Session } from '../../src/progress/session.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { tinyParts, tinySite } from '../fixtures/dist-tiny/files.ts';
import { namespaces2004, packageSuite, type ManifestRules } from './package-suite.ts';

/** The tiny course with a final assessment. */
const course: Course = {
  ...tinyCourse,
  completion: { lessons: 'core', cases: 'one-per-stage', checks: 'final' },
  assessment: { blueprint: [1] },
  structure: { ...tinyCourse.structure, assessment: { blueprint: [1] } },
};
const final =
  '<!DOCTYPE html><html lang="en"><head><title>Final</title></head><body><a href="pre-arrest/who-decides.html">Who decides</a></body></html>';
const introduction =
  '<!DOCTYPE html><html lang="en"><head><title>Trial</title></head><body><a href="sentence.html">The sentence</a></body></html>';
const encoded = (text: string) => new TextEncoder().encode(text);
const site = new Map([
  ...tinySite,
  ['en/final.html', encoded(final)],
  ['en/trial/introduction.html', encoded(introduction)],
]);
const scope = inUnits(courseScope(course));
const units: readonly Unit[] = scope.units ?? [];

const rulesOf = (standard: string, schemaversion: string): ManifestRules => ({
  standard,
  schemaversion,
  scormType: 'adlcp:scormType',
  namespaces: namespaces2004,
  units: 3,
});

const files = (standard = 'scorm2004') => packageContents(tinyParts(standard, { site, scope }));
const textIn = (path: string) => new TextDecoder().decode(files().get(path));

for (const [standard, version] of [
  ['scorm2004', '2004 4th Edition'],
  ['scorm2004-3rd', '2004 3rd Edition'],
] as const)
  packageSuite(`a ${standard} package of modules`, rulesOf(standard, version), () =>
    zipPackage(files(standard)),
  );

describe('what the manifest says (SCORM 2004 Sequencing and Navigation)', () => {
  const item = (name: string) =>
    new RegExp(`<item identifier="tiny\\.en\\.item\\.${name}".*?</item>`, 's').exec(
      textIn('imsmanifest.xml'),
    )?.[0] ?? '';

  test('P30: identifiers of parts come from the ids of modules, and from "final"', () => {
    const ids = [...textIn('imsmanifest.xml').matchAll(/<item identifier="([^"]*)"/g)];
    expect(ids.map(([, id]) => id)).toEqual([
      'tiny.en.item',
      'tiny.en.item.pre-arrest',
      'tiny.en.item.trial',
      'tiny.en.item.final',
    ]);
  });

  test('SN 3.2.1, 3.2.3: a learner may choose any part, and a platform may offer the next one', () => {
    expect(
      textIn('imsmanifest.xml').match(/<imsss:controlMode choice="true" flow="true"\/>/g),
    ).toHaveLength(2);
  });

  test('SN 3.8.1, 3.8.2: a module adds nothing to the success and the score of the course', () => {
    expect(item('trial')).toContain('rollupObjectiveSatisfied="false"');
    expect(item('trial')).toContain('objectiveMeasureWeight="0"');
    expect(item('final')).toContain('rollupObjectiveSatisfied="true"');
    expect(item('final')).toContain('objectiveMeasureWeight="1"');
  });

  test('SN 3.8.3: every part counts for the completion of the course', () => {
    for (const name of ['pre-arrest', 'trial', 'final'])
      expect(item(name)).toContain('rollupProgressCompletion="true"');
  });

  test('SN 3.14: the SCO alone sets its completion and success (P12)', () => {
    for (const name of ['pre-arrest', 'trial', 'final'])
      expect(item(name)).toContain(
        'tracked="true" completionSetByContent="true" objectiveSetByContent="true"',
      );
  });

  test('SN 3.10: no objective has an id, which would take a row of cmi.objectives', () => {
    expect(textIn('imsmanifest.xml')).not.toMatch(/objectiveID|mapInfo/);
  });

  test('without a final every module gives its score', () => {
    const modules = inUnits(courseScope(tinyCourse));
    const manifest = packageContents(tinyParts('scorm2004', { site, scope: modules })).get(
      'imsmanifest.xml',
    );
    expect(new TextDecoder().decode(manifest)).not.toContain('objectiveMeasureWeight="0"');
  });
});

describe('what lies in it', () => {
  test('a page of a module leads back to the shell of its part, and to no page of another part', () => {
    expect(textIn('en/pre-arrest/who-decides.html')).toContain(
      'data-shell="../../pre-arrest.html"',
    );
    expect(textIn('en/trial/sentence.html')).not.toMatch(/href="\.\.\/pre-arrest\//);
    expect(textIn('en/final.html')).not.toContain('href="pre-arrest/');
  });

  test('each module has its own record, and none of the course is there', () => {
    const names = [...files().keys()];
    expect(names).toEqual(
      expect.arrayContaining(['en/record-pre-arrest.html', 'en/record-trial.html']),
    );
    expect(names).not.toContain('en/record.html');
    expect(names).not.toContain('index.html');
  });

  test('the preview LMS offers each part by its title', () => {
    const { scos } = readManifest(files().get('imsmanifest.xml') ?? new Uint8Array(), [
      ...files().keys(),
    ]);
    expect(scos.map(({ launch, title }) => [launch, title])).toEqual(
      units.map(({ launch, course: part }) => [launch, part.title]),
    );
  });

  test('P27 to P39: our own check of packages finds nothing', () => {
    const packed = new Map([...files()].toSorted(([a]) => (a === 'imsmanifest.xml' ? -1 : 1)));
    expect(verifyPackage(packed).flatMap(({ problems }) => problems)).toEqual([]);
  });
});

// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync('dist/course.json') || process.env['CI'])('of the whole course', () => {
  const built = readWebsite('dist');
  const [whole] = Object.values(readCourseFile('dist').courses);
  const ofModules = inUnits(courseScope(whole as Course));

  test.each(['scorm2004', 'scorm2004-3rd'])(
    'P52: %s has at most 300 files, one SCO for each module and one for the final',
    (standard) => {
      const parts = tinyParts(standard, { site: built, scope: ofModules });
      const all = packageContents({
        ...parts,
        diagnosis: '',
        guideScript: '',
        shell: (build) =>
          shellFiles({
            ...{
              scope: ofModules,
              standard: parts.standard,
              script: '',
              copiesScript: '',
              style: '',
              build,
            },
            hasPage: (path) => built.has(path),
          }),
      });
      expect(all.size).toBeLessThanOrEqual(300);
      expect(ofModules.units).toHaveLength((whole?.modules.length ?? 0) + 1);
    },
    60_000,
  );
});

/** The activity tree of the package, as the preview LMS reads it. */
const tree = () => {
  const { activities } = readManifest(encoded(textIn('imsmanifest.xml')), [...files().keys()]);
  if (activities === undefined) throw new Error('The manifest has no tree.');
  return activities;
};

/** A platform with sequencing, that of scorm-again, which plays the manifest of the package. */
class Platform {
  readonly #api = new Scorm2004API({
    autocommit: false,
    logLevel: 5,
    sequencing: { activityTree: activitySettings(tree()) },
  });

  /** What the platform keeps of each part between its sessions. */
  readonly #kept = new Map<string, Readonly<Record<string, string>>>();

  /** The part that is delivered. */
  get current() {
    const { currentActivity } = this.#api.getSequencingState() as {
      currentActivity?: { readonly id: string };
    };
    return currentActivity?.id;
  }

  /** A learner chooses a part, or the next one, does something in it, and leaves. */
  play(unit: Unit, act: (session: Session) => void, request: 'choice' | 'continue' = 'choice') {
    if (request === 'choice')
      this.#api.processNavigationRequest('choice', `tiny.en.item.${unit.name}`);
    else this.#api.processNavigationRequest('continue');
    const kept = this.#kept.get(unit.name);
    if (kept) this.#api.loadFromFlattenedJSON({ ...kept, 'cmi.entry': 'resume' });
    const deferred: (() => void)[] = [];
    const driver = scorm2004Driver(this.#api as unknown as ScormApi);
    const { course: part } = unit;
    const session = openReleased(
      driver,
      driver.open(),
      { ...part, rule: completionRule(part) },
      {
        place: 'lms',
        store: () => ({
          getItem: () => null,
          setItem: () => undefined,
          removeItem: () => undefined,
        }),
        now: () => 0,
        defer: (work) => void deferred.push(work),
        after: () => () => undefined,
        isVisible: true,
      },
    );
    act(session);
    for (const work of deferred) work();
    const { cmi } = this.#api;
    void session.close();
    this.#kept.set(unit.name, {
      'cmi.suspend_data': cmi.suspend_data,
      'cmi.location': cmi.location,
      'cmi.completion_status': cmi.completion_status,
    });
    this.#api.reset();
  }

  get root() {
    const { rootActivity } = this.#api.getSequencingState() as { rootActivity: Rolled };
    const [item] = rootActivity.children;
    return {
      completion: item?.completionStatus,
      satisfied: item?.objectiveSatisfiedStatus,
      measure: item?.objectiveMeasureStatus ? item.objectiveNormalizedMeasure : undefined,
    };
  }
}

/** What scorm-again keeps of an activity (SN 4.2.1). */
interface Rolled {
  readonly children: readonly Rolled[];
  readonly completionStatus: string;
  readonly objectiveSatisfiedStatus: boolean;
  readonly objectiveMeasureStatus: boolean;
  readonly objectiveNormalizedMeasure: number;
}

function finishModule(session: Session, { structure }: Course, score: number) {
  for (const lesson of structure.lessons) session.record({ type: 'lesson.viewed', lesson });
  for (const { id, steps, endings } of structure.cases) {
    const [scene = '', choice = ''] = steps[0]?.split('.') ?? [];
    session.record({ type: 'case.chosen', case: id, scene, choice, ended: endings[0] ?? '' });
  }
  for (const { id } of structure.checks) finishCheck(session, id, score);
}

function finishCheck(session: Session, check: string, score: number) {
  session.record({ type: 'check.started', check, seed: 7, draw: 1 });
  session.record({ type: 'check.answered', check, item: 0, response: ['the-police'] });
  session.record({ type: 'check.finished', check, score });
}

describe('played on a platform with sequencing (SN 4.6)', () => {
  const [first, second, last] = units as [Unit, Unit, Unit];

  test('the course is complete when every part is; its score and success are those of the final', () => {
    const platform = new Platform();
    platform.play(first, (session) => finishModule(session, first.course, 1));
    platform.play(second, (session) => finishModule(session, second.course, 1));
    expect(platform.root).toEqual({ completion: 'unknown', satisfied: false, measure: undefined });
    platform.play(last, (session) => finishCheck(session, 'final', 0.85));
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 0.85 });
  });

  test('a final that is passed first gives the course its score, and completes nothing', () => {
    const platform = new Platform();
    platform.play(last, (session) => finishCheck(session, 'final', 0.9));
    platform.play(first, (session) => finishModule(session, first.course, 1));
    expect(platform.root).toMatchObject({ satisfied: true, measure: 0.9 });
    expect(platform.root.completion).not.toBe('completed');
  });

  test('who leaves a module in the middle finds it as it was, and the course waits for it', () => {
    const platform = new Platform();
    const [lesson = ''] = first.course.structure.lessons;
    platform.play(first, (session) => {
      session.record({ type: 'page.opened', page: lesson });
      session.record({ type: 'lesson.viewed', lesson });
    });
    expect(platform.root.completion).not.toBe('completed');
    platform.play(second, (session) => {
      // No part knows what was done in another.
      expect(session.attempt.viewed).toEqual([]);
      finishModule(session, second.course, 1);
    });
    platform.play(first, (session) => {
      expect(session.attempt.viewed).toEqual([lesson]);
      expect(session.attempt.location).toBe(lesson);
      finishModule(session, first.course, 1);
    });
    platform.play(last, (session) => finishCheck(session, 'final', 0.9));
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 0.9 });
  });

  test('SN 3.2.3: "next" leads from part to part in their order, to the final', () => {
    const platform = new Platform();
    platform.play(first, (session) => finishModule(session, first.course, 1));
    platform.play(second, (session) => finishModule(session, second.course, 1), 'continue');
    platform.play(
      last,
      (session) => {
        expect(platform.current).toBe('tiny.en.item.final');
        finishCheck(session, 'final', 0.85);
      },
      'continue',
    );
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 0.85 });
  });

  test('a module that was opened and left keeps the course from being complete', () => {
    const platform = new Platform();
    platform.play(first, (session) => finishModule(session, first.course, 1));
    platform.play(second, () => undefined);
    platform.play(last, (session) => finishCheck(session, 'final', 1));
    expect(platform.root.completion).toBe('incomplete');
    platform.play(second, (session) => finishModule(session, second.course, 1));
    expect(platform.root).toEqual({ completion: 'completed', satisfied: true, measure: 1 });
  });
});

describe('what the preview LMS makes of the attempts it keeps (SN 4.6)', () => {
  const item = (name: string) => `tiny.en.item.${name}`;
  const [first, second] = units as [Unit, Unit, Unit];
  const done = { 'cmi.completion_status': 'completed', 'cmi.exit': 'suspend' };
  const half = { 'cmi.completion_status': 'incomplete', 'cmi.exit': 'suspend' };
  const passed = { ...done, 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.85' };
  /** The state of the item that holds all parts. */
  const whole = (kept: Parameters<typeof sequenced>[1]) => sequenced(tree(), kept).states[1];

  test('knows every item, each before those below it, and nothing of what was never launched', () => {
    const { states } = sequenced(tree(), {});
    expect(states.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 2]);
    expect(states.every(({ completion }) => completion === 'unknown')).toBe(true);
    expect(states.some(({ isSatisfied, measure }) => isSatisfied || measure !== undefined)).toBe(
      false,
    );
  });

  test('a part that was left in the middle keeps the whole incomplete', () => {
    const kept = { [item(first.name)]: half, [item(second.name)]: done, [item('final')]: passed };
    expect(whole(kept)).toMatchObject({ completion: 'incomplete', isSatisfied: true });
  });

  test('the whole is completed by all parts, passed by the final, with its score', () => {
    const kept = { [item(first.name)]: done, [item(second.name)]: done, [item('final')]: passed };
    expect(whole(kept)).toMatchObject({
      ...{ completion: 'completed', isSatisfied: true, measure: 0.85 },
    });
    expect(sequenced(tree(), kept).states[0]).toMatchObject({ completion: 'completed' });
  });

  test('learners may choose any part, unless the manifest says otherwise', () => {
    expect(sequenced(tree(), {}).mayChoose(item(second.name))).toBe(true);
    const [root] = tree().children;
    if (root === undefined) throw new Error('no root');
    const closed = {
      ...tree(),
      children: [{ ...root, sequencingControls: { ...root.sequencingControls, choice: false } }],
    };
    expect(sequenced(closed, {}).mayChoose(item(second.name))).toBe(false);
  });
});

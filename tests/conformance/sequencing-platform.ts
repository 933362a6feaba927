import { Scorm2004API } from 'scorm-again';
import type { Unit } from '../../scorm/package/scope.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import { activitySettings } from '../../scorm/standards/scorm2004/rollup.ts';
import type { ScormApi } from '../../scorm/standards/scorm/find-api.ts';
import { completionRule } from '../../src/course/completion.ts';
import type { Session } from '../../src/progress/session.ts';
import { tree } from './modules-package.ts';
import { openReleased } from './open-released.ts';

/** A platform with sequencing, that of scorm-again, which plays the manifest of the package. */
export class SequencingPlatform {
  readonly #api = new Scorm2004API({
    autocommit: false,
    logLevel: 5,
    sequencing: { activityTree: activitySettings(tree()) },
  });

  /** Data of each part that the platform keeps between its sessions. */
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

/** Status of an activity in scorm-again (SN 4.2.1). */
interface Rolled {
  readonly children: readonly Rolled[];
  readonly completionStatus: string;
  readonly objectiveSatisfiedStatus: boolean;
  readonly objectiveMeasureStatus: boolean;
  readonly objectiveNormalizedMeasure: number;
}

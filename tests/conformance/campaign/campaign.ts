import { visits } from './learner.ts';
import { platforms } from './platforms.ts';
import { callsOf, type Circumstances, judge, type Verdict } from './run.ts';
import { type Plan, plansFor } from './troubles.ts';

/** Outcomes of all sessions of one kind of trouble on one platform, counted. */
export interface Count {
  readonly platform: string;
  readonly kind: string;
  sessions: number;
  survived: number;
  offered: number;
  told: number;
  /** Lost without a word, where the device keeps a copy; where it can keep none. */
  silent: number;
  blank: number;
  destroyed: number;
  unearned: number;
  overwritten: number;
  unhealed: number;
}

/** A session that ended as none may. */
export interface Failure {
  readonly name: string;
  readonly verdict: Verdict;
}

/** Findings of a campaign. */
export interface Findings {
  readonly counts: readonly Count[];
  readonly failures: readonly Failure[];
}

/** Outcomes that may never happen. */
export const forbidden = [
  'silent',
  'blank',
  'destroyed',
  'unearned',
  'overwritten',
  'unhealed',
] as const;

/**
 * Plays every trouble at every call, on every platform, in every way of leaving.
 * @param take whether a session is played, by its number among those of its kind and platform; a short
 * campaign leaves most of them out
 */
export async function campaign(take: (session: number) => boolean = () => true): Promise<Findings> {
  const counts = new Map<string, Count>();
  const failures: Failure[] = [];
  const seen = new Map<string, number>();
  for (const [platform, circumstances, about] of everyCircumstances())
    for (const plan of await plansOf(circumstances)) {
      const key = `${platform}\n${plan.kind}`;
      const session = seen.get(key) ?? 0;
      seen.set(key, session + 1);
      if (!take(session)) continue;
      const verdict = await judge(circumstances, plan);
      const count = counts.get(key) ?? noneOf(platform, plan.kind);
      counts.set(key, add(count, verdict));
      if (isForbidden(verdict))
        failures.push({ name: `${platform}, ${about}: ${plan.name}`, verdict });
    }
  return { counts: [...counts.values()], failures };
}

const plansOf = async (circumstances: Circumstances): Promise<Plan[]> =>
  plansFor(await callsOf(circumstances), circumstances.makePlatform().faults);

/** Ways in which a visit ends and the learner goes on, and whether the device keeps a copy. */
const ways: Readonly<Record<string, Omit<Circumstances, 'makePlatform' | 'visit'>>> = {
  left: { canStore: true, isKilled: false },
  killed: { canStore: true, isKilled: true },
  'left, on a device that keeps nothing': { canStore: false, isKilled: false },
  'killed, and the offer ignored': { canStore: true, isKilled: true, goesOn: 'here' },
  'left, and gone on elsewhere': { canStore: true, isKilled: false, goesOn: 'elsewhere' },
};

function* everyCircumstances(): Generator<[platform: string, Circumstances, about: string]> {
  for (const [platform, makePlatform] of Object.entries(platforms))
    for (const [name, visit] of Object.entries(visits))
      for (const [about, way] of Object.entries(ways))
        yield [platform, { makePlatform, visit, ...way }, `${name}, ${about}`];
}

const isForbidden = (verdict: Verdict) =>
  verdict.outcome === 'silent' || forbidden.slice(1).some((name) => verdict[name as 'blank']);

const noneOf = (platform: string, kind: string): Count => ({
  ...{ platform, kind, sessions: 0, survived: 0, offered: 0, told: 0, silent: 0 },
  ...{ blank: 0, destroyed: 0, unearned: 0, overwritten: 0, unhealed: 0 },
});

function add(count: Count, verdict: Verdict): Count {
  count.sessions++;
  count[verdict.outcome]++;
  for (const name of ['blank', 'destroyed', 'unearned', 'overwritten', 'unhealed'] as const)
    if (verdict[name]) count[name]++;
  return count;
}

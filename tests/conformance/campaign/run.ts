import { type Attempt, freshAttempt, record } from '../../../src/progress/attempt.ts';
import { diffAttempts, mergeAttempts } from '../../../src/progress/copied-attempts.ts';
import { courseStatus } from '../../../src/course/completion.ts';
import { attemptCodec } from '../../../src/progress/suspend-data.ts';
import { course } from '../lms-harness.ts';
import { Device, type OpenCourse } from './device.ts';
import { firstVisit, nextVisit, type Step } from './learner.ts';
import type { Platform, SeenCall } from './platform.ts';
import type { Plan } from './troubles.ts';

/** Fate of the acts of a visit in which something went wrong. */
export type Outcome =
  /** The next launch has them. */
  | 'survived'
  /** The next launch offers them back, and has them when the learner agrees. */
  | 'offered'
  /** They are gone, and the learner was told. */
  | 'told'
  /** They are gone without a word. */
  | 'silent';

/** Result of a visit: the fate of its acts, and faults that may never happen, whatever goes wrong. */
export interface Verdict {
  readonly outcome: Outcome;
  /** Something was thrown into a page. */
  readonly blank: boolean;
  /** Data that the platform had before, and would have kept, is gone from it. */
  readonly destroyed: boolean;
  /** A status, a score, a try, a lesson or a decision that was not earned. */
  readonly unearned: boolean;
  /** A row of the log holds another answer than the one it first held. */
  readonly overwritten: boolean;
  /** After the learner's next visit the platform still lacks what the device has. */
  readonly unhealed: boolean;
}

/** Circumstances in which a visit goes on and ends. */
export interface Circumstances {
  readonly makePlatform: () => Platform;
  readonly visit: readonly Step[];
  /** Whether the device keeps a copy. */
  readonly canStore: boolean;
  /** Whether the window is left in an orderly way, or killed. */
  readonly isKilled: boolean;
  /** Device on which the learner goes on before the next launch: this one, leaving an offer open, or another. */
  readonly goesOn?: 'here' | 'elsewhere';
}

const codec = attemptCodec(course.structure);

/** The attempt of a learner if nothing is lost. */
const doneIn = (steps: readonly Step[]): Attempt =>
  steps.reduce<Attempt>(
    (attempt, step) => ('event' in step ? record(attempt, step.event) : attempt),
    freshAttempt,
  );

/** Whether an attempt has all that another has, time and place apart. */
const hasAll = (attempt: Attempt, other: Attempt): boolean =>
  diffAttempts(attempt, mergeAttempts(attempt, other)) === undefined;

const statusOf = (attempt: Attempt) =>
  courseStatus(attempt, course.structure, course.rule, course.masteryScore);

/** The calls of the visit when nothing goes wrong. */
export async function callsOf(circumstances: Circumstances): Promise<SeenCall[]> {
  const calls: SeenCall[] = [];
  await playVisit(circumstances, { kind: '', name: '' }, (call) => void calls.push(call));
  return calls;
}

/** Plays a visit in which something goes wrong, then the next ones, and judges. */
export async function judge(circumstances: Circumstances, plan: Plan): Promise<Verdict> {
  const played = await playVisit(circumstances, plan);
  const { platform, device, open, good, rows } = played;

  const putBack = platform.snapshot();
  const elsewhere = await new Device().open(platform);
  const onOtherDevice = elsewhere.session?.attempt ?? freshAttempt;
  putBack();

  const between = await goOn(circumstances, played);
  const truth = doneIn([...firstVisit, ...open.done, ...(between?.done ?? [])]);
  const isTold = played.isTold || between?.isTold === true;

  const next = await device.open(platform);
  const wasUnread = next.isTold;
  const offer = next.session?.offer;
  next.session?.accept();
  next.session?.agree();
  device.paint();
  await platform.settled();
  const found = next.session?.attempt ?? freshAttempt;
  const isSound = hasAll(found, truth);
  await device.waitFor(30, platform);
  await next.leave();

  const last = await device.open(platform);
  const healed = last.session?.attempt ?? freshAttempt;
  const { kept } = platform;
  const earned = statusOf(truth);
  const isHarmed = plan.harmsItself === true || plan.restoredFrom !== undefined;
  return {
    outcome: isSound ? (offer ? 'offered' : 'survived') : isTold || wasUnread ? 'told' : 'silent',
    blank: [open, elsewhere, between, next, last].some((one) => (one?.thrown.length ?? 0) > 0),
    destroyed: !isHarmed && !hasAll(onOtherDevice, good),
    unearned:
      (kept.completion === 'completed' && earned.completion !== 'completed') ||
      (kept.success === 'passed' && earned.success !== 'passed') ||
      (kept.score ?? 0) > (earned.score ?? 0) + 0.001 ||
      [onOtherDevice, found, healed].some((attempt) => !hasAll(truth, attempt)),
    overwritten: !isHarmed && isOverwritten(rows, kept.rows),
    unhealed: isSound && !hasAll(healed, truth),
  };
}

/** A visit between: the learner reads on, and decides nothing about what is offered. */
async function goOn(
  { goesOn }: Circumstances,
  { platform, device }: Played,
): Promise<OpenCourse | undefined> {
  if (goesOn === undefined) return undefined;
  const place = goesOn === 'here' ? device : new Device();
  const open = await place.open(platform);
  for (const step of nextVisit) await open.act(step);
  await open.leave();
  return open;
}

/** Whether a row holds another id than before; ids that were altered by the platform are none of ours. */
const isOverwritten = (before: readonly string[], after: readonly string[]): boolean =>
  before.some((id, row) => after[row] !== undefined && after[row] !== id);

interface Played {
  readonly platform: Platform;
  readonly device: Device;
  readonly open: OpenCourse;
  /** The attempt that the platform had before. */
  readonly good: Attempt;
  readonly rows: readonly string[];
  /** Whether the learner knew at the end that something was not kept. */
  readonly isTold: boolean;
}

async function playVisit(
  { makePlatform, visit, canStore, isKilled }: Circumstances,
  plan: Plan,
  see: (call: SeenCall) => void = () => undefined,
): Promise<Played> {
  const platform = makePlatform();
  const device = new Device(canStore);
  const before = await device.open(platform);
  for (const step of firstVisit) await before.act(step);
  await before.leave();
  const { suspendData, rows } = platform.kept;
  const good = codec.decode(suspendData).attempt;

  let restore: (() => void) | undefined;
  platform.trouble = (call) => {
    see(call);
    if (call.index === plan.restoredFrom) restore = platform.snapshot();
    if (call.index === plan.offlineFrom) platform.isOnline = false;
    if (call.index === plan.slow?.[0]) device.time += plan.slow[1];
    return plan.trouble?.(call);
  };
  const opensAt = device.time + (plan.late ?? 0);
  const connect = platform.launch(device.environment);
  const open = await device.open(platform, () => (device.time >= opensAt ? connect() : undefined));
  for (const step of visit) await open.act(step);
  const wasTold = open.isTold;
  const isTold = isKilled ? wasTold : !(await open.leave()) || open.isTold;
  platform.trouble = () => undefined;
  platform.isOnline = true;
  restore?.();
  return { platform, device, open, good, rows, isTold };
}

/** A context as xAPI has it; a statement carries all of the template's (cmi5 10.2.1). */
export interface Context {
  readonly registration?: string;
  readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly [other: string]: unknown;
}

/** The state document `LMS.LaunchData` of a launch (cmi5 10). */
export interface LaunchData {
  readonly contextTemplate: Context;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  /** Mastery score, scaled, 0 to 1. */
  readonly masteryScore?: number;
  /** Address to which the learner is sent at the end. */
  readonly returnURL?: string;
}

const modes = ['Normal', 'Browse', 'Review'] as const;

/** Launch data as far as it can be used; undefined where what an LMS must give is missing. */
export function launchDataOf(value: unknown): LaunchData | undefined {
  const data = value as Partial<Record<keyof LaunchData, unknown>> | null;
  const { contextTemplate, launchMode, masteryScore, returnURL } = data ?? {};
  const mode = modes.find((each) => each === launchMode);
  if (mode === undefined || typeof contextTemplate !== 'object' || contextTemplate === null)
    return undefined;
  const mastery = Number(masteryScore ?? Number.NaN);
  return {
    contextTemplate: contextTemplate as Context,
    launchMode: mode,
    ...(mastery >= 0 && mastery <= 1 && { masteryScore: mastery }),
    ...(isWebAddress(returnURL) && { returnURL }),
  };
}

/** Whether a learner may be sent to an address: one that is not of the web could be a script. */
function isWebAddress(address: unknown): address is string {
  try {
    return typeof address === 'string' && /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** An xAPI context; a statement must contain the whole template (cmi5 10.2.1). */
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
  /** URL to which the learner is redirected at the end. */
  readonly returnURL?: string;
}

const modes = ['Normal', 'Browse', 'Review'] as const;

/** The usable part of the launch data; undefined if a mandatory value is missing. */
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

/** Whether redirecting to a URL is safe; a URL that is not http(s) could be a script. */
function isWebAddress(address: unknown): address is string {
  try {
    return typeof address === 'string' && /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** Features that a platform's window can forbid (Permissions Policy) and that a course uses. */
const features = ['sync-xhr', 'clipboard-write'] as const;

export type Feature = (typeof features)[number];

interface Policy {
  readonly allowsFeature: (feature: string) => boolean;
  readonly features: () => readonly string[];
}

/**
 * Features that a window or one of its ancestors forbids. Skips windows of another origin.
 * @returns undefined if the browser does not expose its policy
 */
export function forbiddenIn(start: Window): readonly Feature[] | undefined {
  const policies = [...windowsFrom(start)].flatMap((win) => policyOf(win) ?? []);
  if (policies.length === 0) return undefined;
  return features.filter((feature) =>
    policies.some(
      (policy) => policy.features().includes(feature) && !policy.allowsFeature(feature),
    ),
  );
}

/** A window and its ancestors, up to the top window. */
export function* windowsFrom(start: Window): Generator<Window> {
  let win = start;
  yield win;
  while (win.parent !== win) {
    win = win.parent;
    yield win;
  }
}

/** The policy of a window. Only Chromium implements `featurePolicy`; undefined in other browsers. */
function policyOf(win: Window): Policy | undefined {
  try {
    return (win.document as { featurePolicy?: Policy }).featurePolicy;
  } catch {
    return undefined;
  }
}

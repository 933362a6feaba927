/** Features that a platform's window can forbid (Permissions Policy) and that a course uses. */
const features = ['sync-xhr', 'clipboard-write'] as const;

export type Feature = (typeof features)[number];

interface Policy {
  readonly allowsFeature: (feature: string) => boolean;
  readonly features: () => readonly string[];
}

/**
 * Features that a window, or one above it, forbids. A window of another origin is passed by.
 * @returns undefined where the browser does not tell
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

/** A window and those above it, up to the topmost. */
export function* windowsFrom(start: Window): Generator<Window> {
  let win = start;
  yield win;
  while (win.parent !== win) {
    win = win.parent;
    yield win;
  }
}

/** Chromium alone has it, by this name. */
function policyOf(win: Window): Policy | undefined {
  try {
    return (win.document as { featurePolicy?: Policy }).featurePolicy;
  } catch {
    return undefined;
  }
}

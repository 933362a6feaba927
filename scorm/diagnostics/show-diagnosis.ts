import { type Finding, reportOf } from './finding.ts';
import { forbiddenIn } from './permissions.ts';
import { searched } from './search.ts';
import { lookAround, type Surroundings } from './surroundings.ts';

/**
 * Runs the diagnostics page.
 * @param diagnose tests the LMS; returns undefined while none is found
 */
export async function showDiagnosis(
  diagnose: () => Promise<readonly Finding[]> | undefined,
): Promise<void> {
  const begun = Date.now();
  const before = waitedBefore();
  const found = await searched(diagnose, {
    now: () => Date.now(),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    ...(before !== undefined && { before }),
  });
  // Findings from calls to the LMS come before findings from the window, the storage and the clock.
  const around = lookAround(await surroundings()).filter(
    ({ id }) => !found.some((each) => each.id === id),
  );
  const findings = [...found, ...around];
  for (const line of document.querySelectorAll<HTMLElement>('[data-finding]')) {
    const finding = findings.find(
      ({ id, verdict }) => id === line.dataset['finding'] && verdict === line.dataset['verdict'],
    );
    line.hidden = finding === undefined;
    const measured = line.querySelector('[data-measured]');
    if (measured) measured.textContent = finding?.measured ?? '';
  }
  const { dataset } = document.documentElement;
  const about = [
    `package: ${dataset['course']} ${dataset['version']} ${dataset['package']} ${dataset['build']}`,
    `browser: ${navigator.userAgent}`,
    `searched: ${Math.round((Date.now() - begun) / 1000)} s`,
  ];
  const report = document.querySelector<HTMLTextAreaElement>('#report');
  if (report) report.value = reportOf(findings, about);
  for (const [id, isHidden] of [
    ['progress', true],
    ['findings', false],
  ] as const) {
    const part = document.getElementById(id);
    if (part) part.hidden = isHidden;
  }
}

/** Milliseconds that the shell needed to find the platform, if it recorded them. */
function waitedBefore(): number | undefined {
  try {
    const after = window.parent.document.documentElement.dataset['after'];
    return after === undefined ? undefined : Number(after);
  } catch {
    return undefined;
  }
}

async function surroundings(): Promise<Surroundings> {
  const clockOffset = await serverOffset();
  const forbidden = forbiddenIn(window);
  return {
    ...(forbidden && { forbidden }),
    origin: window.origin,
    isFramed: window.parent !== window,
    isForeign: hasForeignParent(),
    keeps: keeps(),
    ...(clockOffset !== undefined && { clockOffset }),
  };
}

function hasForeignParent(): boolean {
  try {
    let page: Window = window;
    while (page.parent !== page) {
      page = page.parent;
      // Throws for a window of another origin.
      if (!('document' in page) || page.document.defaultView === null) return true;
    }
    return false;
  } catch {
    return true;
  }
}

function keeps(): boolean {
  try {
    localStorage.setItem('ati-keeps', '1');
    localStorage.removeItem('ati-keeps');
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds by which the device is behind the server, by the date of its response to a request for this page. */
async function serverOffset(): Promise<number | undefined> {
  if (!location.protocol.startsWith('http')) return undefined;
  try {
    const { headers } = await fetch(location.href, { method: 'HEAD' });
    const serverTime = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(serverTime) ? undefined : serverTime - Date.now();
  } catch {
    return undefined;
  }
}

/** Address at which a SCO starts: a file of the package, and what follows it in the address. */
export interface LaunchAddress {
  /** Name of the file, unescaped. */
  readonly file: string;
  /** Query and fragment, as they stand in the address. */
  readonly rest: string;
}

// Deep enough that no real base climbs above it unseen: above the root of a host `..` is dropped.
const root = `http://package.invalid/${'in/'.repeat(64)}`;

/**
 * Resolves the address of a resource against the bases above it, outermost first (RFC 3986, section 5;
 * XML Base), and puts the parameters of the item behind it.
 * @returns undefined where the address leads out of the package
 */
export function launchAddress(
  href: string,
  bases: readonly string[],
  parameters: string,
): LaunchAddress | undefined {
  try {
    const base = bases.reduce((outer, each) => new URL(escaped(each), outer).href, root);
    const url = withParameters(new URL(escaped(href), base), parameters.trim());
    if (!url.href.startsWith(root)) return undefined;
    const path = url.href.slice(root.length).replace(/[?#].*$/s, '');
    return { file: unescaped(path), rest: url.search + url.hash };
  } catch {
    return undefined;
  }
}

/** The path of a file in an address, with everything escaped that means something else there. */
export const addressOf = (file: string): string =>
  file.split('/').map(encodeURIComponent).join('/');

/** Puts parameters behind an address (SCORM 2004 Content Aggregation Model, "parameters"). */
function withParameters(url: URL, parameters: string): URL {
  const bare = parameters.replace(/^[?&]+/, '');
  if (bare.startsWith('#')) {
    if (url.hash === '') url.hash = bare;
    return url;
  }
  const [query = '', ...fragment] = bare.split('#');
  if (query !== '') url.search = url.search === '' ? query : `${url.search}&${query}`;
  if (fragment.length > 0 && url.hash === '') url.hash = fragment.join('#');
  return url;
}

/** A percent sign that escapes nothing stands for itself. */
const escaped = (text: string) => text.trim().replace(/%(?![0-9a-f]{2})/gi, '%25');

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

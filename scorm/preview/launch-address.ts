/** Launch URL of a SCO: a file of the package, with query and fragment. */
export interface LaunchAddress {
  /** Name of the file, unescaped. */
  readonly file: string;
  /** Query and fragment, as written in the URL. */
  readonly rest: string;
}

// Deep enough to detect every real base that leaves the package: URL parsing drops `..` above the root of a
// host.
const root = `http://package.invalid/${'in/'.repeat(64)}`;

/**
 * Resolves the address of a resource against the bases above it, outermost first (RFC 3986, section 5; XML
 * Base), and appends the parameters of the item.
 * @returns undefined if the URL leads out of the package
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

/** The path of a file as part of a URL, with reserved characters escaped. */
export const addressOf = (file: string): string =>
  file.split('/').map(encodeURIComponent).join('/');

/** Appends parameters to a URL (SCORM 2004 Content Aggregation Model, "parameters"). */
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

/** A percent sign that does not start an escape is literal. */
const escaped = (text: string) => text.trim().replace(/%(?![0-9a-f]{2})/gi, '%25');

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

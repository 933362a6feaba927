import { problemLine, type PackageProblem } from './package-problem.ts';
import { isAllowedKind, kindOf } from './allowed.ts';
import { attribute, elements, readPage, type Document } from '../../src/html/html.ts';
import type { Files } from './zip-package.ts';
import { pageReferences, styleReferences, targetOf, type Reference } from './reference.ts';
import { showsAddress } from './relocate.ts';

/** A package would have faults and was not written; the message lists all of them. */
export class PackageError extends Error {
  override name = 'PackageError';
  readonly faults: readonly PackageProblem[];

  constructor(faults: readonly PackageProblem[]) {
    super(faults.map(problemLine).join('\n'));
    this.faults = faults;
  }
}

/** Longest path of an entry that Windows can unpack where people unpack things (P32). */
const longestPath = 80;

/**
 * What would keep a package from working in some LMS, all of it.
 * @param files the finished package
 * @param published names of schema files, which keep the names their publishers gave them (P31)
 */
export function packageFaults(files: Files, published: readonly string[] = []): PackageProblem[] {
  const alike = Map.groupBy(files.keys(), (path) => path.toLowerCase());
  return [
    ...[...alike.values()].flatMap((paths) =>
      paths
        .filter((path) => !published.includes(path))
        .flatMap((path) =>
          nameFaults(
            path,
            paths.find((other) => other !== path),
          ),
        ),
    ),
    ...[...files].flatMap(([path, bytes]) => {
      if (published.includes(path) || !['html', 'css', 'js', 'svg'].includes(kindOf(path)))
        return [];
      const text = new TextDecoder().decode(bytes);
      if (kindOf(path) === 'js') return unloadFaults(path, text);
      const page = kindOf(path) === 'css' ? undefined : readPage(text);
      const references = page ? pageReferences(page) : styleReferences(text);
      return [
        ...references.flatMap((reference) => referenceFaults(reference, path, files)),
        ...(page ? inlineFaults(path, page) : []),
      ];
    }),
  ];
}

/** @param twin another file of the package whose name differs in capitals only */
function nameFaults(path: string, twin: string | undefined): PackageProblem[] {
  const fault = (message: string, suggestion: string) => ({
    file: path,
    field: 'name',
    message,
    suggestion,
  });
  return [
    ...(path.split('/').every((segment) => /^[a-z0-9][a-z0-9_.-]*$/.test(segment))
      ? []
      : [
          fault(
            'The name may not unpack everywhere.',
            'Use only a-z, 0-9, dot, hyphen and underscore, and start each part with a letter or digit (P31).',
          ),
        ]),
    ...(path.length > longestPath
      ? [fault(`The path has ${path.length} characters.`, `Shorten it to ${longestPath} (P32).`)]
      : []),
    ...(isAllowedKind(path)
      ? []
      : [
          fault(
            `Files of the kind "${kindOf(path)}" are refused by some servers.`,
            'Use another kind of file (P35).',
          ),
        ]),
    ...(twin === undefined
      ? []
      : [fault(`It differs from ${twin} in capitals only.`, 'Rename one of them (P31).')]),
  ];
}

function referenceFaults(
  { place, url, use, element }: Reference,
  path: string,
  files: Files,
): PackageProblem[] {
  const fault = (message: string, suggestion: string) => [
    { file: path, field: place, message: `"${url}" ${message}`, suggestion },
  ];
  const target = targetOf(url, path);
  // A value of a data attribute is a URL only where it looks like a file of ours.
  if (use === 'data')
    return target.to === 'root' && /^\/[\w.-]+(?:\/|\.\w+$)/.test(url)
      ? fault('starts at the root of the host.', 'Write it relative to the page (P33).')
      : [];
  if (target.to === 'same-page') return [];
  if (target.to === 'root')
    return fault(
      'starts at the root of the host or leads out of the package.',
      'Write it relative to the page (P33).',
    );
  if (target.to === 'file')
    return files.has(target.path)
      ? []
      : fault(
          'leads to a file that the package does not have.',
          target.path.endsWith('/')
            ? 'Name the page, not its folder.'
            : `Add ${target.path}, or take the reference away (P28).`,
        );
  if (use === 'resource')
    return fault(
      'is not a file of the package.',
      "Put the file into the package; `default-src 'self'` blocks everything else (P36).",
    );
  return element?.tagName === 'a'
    ? outsideFaults(fault, target.scheme, element, url)
    : outsideFormFaults(fault, target.scheme);
}

function outsideFaults(
  fault: (message: string, suggestion: string) => PackageProblem[],
  scheme: string,
  element: NonNullable<Reference['element']>,
  url: string,
): PackageProblem[] {
  if (!['http', 'https', 'mailto', 'tel'].includes(scheme))
    return fault(
      `has the scheme "${scheme}".`,
      'Link to a page, or to https, mailto or tel (P36).',
    );
  const opensApart =
    !scheme.startsWith('http') ||
    (attribute(element, 'target') === '_blank' &&
      attribute(element, 'rel') === 'noopener noreferrer');
  return [
    ...(opensApart
      ? []
      : fault(
          'would replace the course.',
          'Give it target="_blank" rel="noopener noreferrer" (P38).',
        )),
    ...(showsAddress(element, url)
      ? []
      : fault('has no address to read.', 'Show the address as text beside the link (P38).')),
  ];
}

const outsideFormFaults = (
  fault: (message: string, suggestion: string) => PackageProblem[],
  scheme: string,
) =>
  ['http', 'https'].includes(scheme)
    ? []
    : fault(`has the scheme "${scheme}".`, 'Take it away (P36).');

/** Script and style that a content security policy without `unsafe-inline` blocks (P36). */
function inlineFaults(path: string, page: Document): PackageProblem[] {
  return [...elements(page)].flatMap((element) => {
    const fault = (message: string) => ({
      file: path,
      field: element.tagName,
      message,
      suggestion: "Move it to a file of its own; `default-src 'self'` blocks it here (P36).",
    });
    const isScript =
      element.tagName === 'script' &&
      attribute(element, 'src') === undefined &&
      /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|importmap|speculationrules)$/i.test(
        attribute(element, 'type')?.trim() ?? '',
      );
    return [
      ...(isScript ? [fault('A script stands in the page.')] : []),
      ...(element.tagName === 'style' ? [fault('A style sheet stands in the page.')] : []),
      ...element.attrs
        .filter(({ name }) => name === 'style' || /^on[a-z]+$/.test(name))
        .map(({ name }) =>
          fault(`The attribute "${name}" holds ${name === 'style' ? 'style' : 'script'}.`),
        ),
    ];
  });
}

/** Browsers drop `unload` handlers, and Moodle forbids them in its frame (P10). */
function unloadFaults(path: string, code: string): PackageProblem[] {
  const word = /\b(?:before)?unload\b/.exec(code)?.[0];
  return word === undefined
    ? []
    : [
        {
          file: path,
          field: 'script',
          message: `It contains "${word}".`,
          suggestion: 'Save at the act, and finish on pagehide (P10).',
        },
      ];
}

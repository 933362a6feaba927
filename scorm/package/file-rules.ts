import { attribute, elements, readPage, type Document } from '../../src/html/html.ts';
import { kindOf } from './allowed.ts';
import type { PackageProblem } from './package-problem.ts';
import { pageReferences, styleReferences, targetOf, type Reference } from './reference.ts';
import { showsAddress } from './relocate.ts';

/** A fault that a file has in every package, or only in a package without some other file. */
export interface PossibleFault {
  readonly problem: PackageProblem;
  /** The file without which it is one; absent where it always is. */
  readonly without?: string | undefined;
}

/** The faults of a page, drawing, stylesheet or script, with those it would have in a package without a file to which it refers. */
export function possibleFaults(path: string, bytes: Uint8Array): PossibleFault[] {
  if (!['html', 'css', 'js', 'svg'].includes(kindOf(path))) return [];
  const text = new TextDecoder().decode(bytes);
  if (kindOf(path) === 'js') return unloadFaults(path, text);
  const page = kindOf(path) === 'css' ? undefined : readPage(text);
  const references = page ? pageReferences(page) : styleReferences(text);
  return [
    ...references.flatMap((reference) => referenceFaults(reference, path)),
    ...(page ? inlineFaults(path, page) : []),
  ];
}

function referenceFaults({ place, url, use, element }: Reference, path: string): PossibleFault[] {
  const fault = (message: string, suggestion: string, without?: string): PossibleFault[] => [
    { problem: { file: path, field: place, message: `"${url}" ${message}`, suggestion }, without },
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
    return fault(
      'leads to a file that the package does not have.',
      target.path.endsWith('/')
        ? 'Name the page, not its folder.'
        : `Add ${target.path}, or take the reference away (P28).`,
      target.path,
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
  fault: (message: string, suggestion: string) => PossibleFault[],
  scheme: string,
  element: NonNullable<Reference['element']>,
  url: string,
): PossibleFault[] {
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
  fault: (message: string, suggestion: string) => PossibleFault[],
  scheme: string,
) =>
  ['http', 'https'].includes(scheme)
    ? []
    : fault(`has the scheme "${scheme}".`, 'Take it away (P36).');

/** Script and style that a content security policy without `unsafe-inline` blocks (P36). */
function inlineFaults(path: string, page: Document): PossibleFault[] {
  return [...elements(page)].flatMap((element) => {
    const fault = (message: string) => ({
      problem: {
        file: path,
        field: element.tagName,
        message,
        suggestion: "Move it to a file of its own; `default-src 'self'` blocks it here (P36).",
      },
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
function unloadFaults(path: string, code: string): PossibleFault[] {
  const word = /\b(?:before)?unload\b/.exec(code)?.[0];
  return word === undefined
    ? []
    : [
        {
          problem: {
            file: path,
            field: 'script',
            message: `It contains "${word}".`,
            suggestion: 'Save at the act, and finish on pagehide (P10).',
          },
        },
      ];
}

import { attribute, elements, readPage, type Document } from '../../src/html/html.ts';
import { kindOf } from './allowed.ts';
import type { PackageProblem } from './package-problem.ts';
import { pageReferences, styleReferences, targetOf, type Reference } from './reference.ts';
import { showsAddress } from './relocate.ts';

/** A problem of a file in every package, or only in a package without a certain other file. */
export interface PossibleProblem {
  readonly problem: PackageProblem;
  /** The problem exists only if this file is missing from the package; absent if it always exists. */
  readonly without?: string | undefined;
}

/**
 * The problems of a page, drawing, stylesheet or script, including those that depend on a referenced file being
 * missing.
 */
export function possibleProblems(path: string, bytes: Uint8Array): PossibleProblem[] {
  if (!['html', 'css', 'js', 'svg'].includes(kindOf(path))) return [];
  const text = new TextDecoder().decode(bytes);
  if (kindOf(path) === 'js') return unloadProblems(path, text);
  const page = kindOf(path) === 'css' ? undefined : readPage(text);
  const references = page ? pageReferences(page) : styleReferences(text);
  return [
    ...references.flatMap((reference) => referenceProblems(reference, path)),
    ...(page ? inlineProblems(path, page) : []),
  ];
}

function referenceProblems(
  { place, url, use, element }: Reference,
  path: string,
): PossibleProblem[] {
  const problem = (message: string, suggestion: string, without?: string): PossibleProblem[] => [
    { problem: { file: path, field: place, message: `"${url}" ${message}`, suggestion }, without },
  ];
  const target = targetOf(url, path);
  // A value of a data attribute counts as a URL only if it looks like a file of the course.
  if (use === 'data')
    return target.to === 'root' && /^\/[\w.-]+(?:\/|\.\w+$)/.test(url)
      ? problem('starts at the root of the host.', 'Write it relative to the page (P33).')
      : [];
  if (target.to === 'same-page') return [];
  if (target.to === 'root')
    return problem(
      'starts at the root of the host or leads out of the package.',
      'Write it relative to the page (P33).',
    );
  if (target.to === 'file')
    return problem(
      'leads to a file that is not in the package.',
      target.path.endsWith('/')
        ? 'Name the page, not its folder.'
        : `Add ${target.path}, or remove the reference (P28).`,
      target.path,
    );
  if (use === 'resource')
    return problem(
      'is not a file of the package.',
      "Put the file into the package; `default-src 'self'` blocks everything else (P36).",
    );
  return element?.tagName === 'a'
    ? outsideProblems(problem, target.scheme, element, url)
    : outsideFormProblems(problem, target.scheme);
}

function outsideProblems(
  problem: (message: string, suggestion: string) => PossibleProblem[],
  scheme: string,
  element: NonNullable<Reference['element']>,
  url: string,
): PossibleProblem[] {
  if (!['http', 'https', 'mailto', 'tel'].includes(scheme))
    return problem(
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
      : problem(
          'would replace the course.',
          'Give it target="_blank" rel="noopener noreferrer" (P38).',
        )),
    ...(showsAddress(element, url)
      ? []
      : problem('does not show its address.', 'Show the address as text beside the link (P38).')),
  ];
}

const outsideFormProblems = (
  problem: (message: string, suggestion: string) => PossibleProblem[],
  scheme: string,
) =>
  ['http', 'https'].includes(scheme)
    ? []
    : problem(`has the scheme "${scheme}".`, 'Remove it (P36).');

/** Script and style that a content security policy without `unsafe-inline` blocks (P36). */
function inlineProblems(path: string, page: Document): PossibleProblem[] {
  return [...elements(page)].flatMap((element) => {
    const problem = (message: string) => ({
      problem: {
        file: path,
        field: element.tagName,
        message,
        suggestion: "Move it to a separate file; `default-src 'self'` blocks it in the page (P36).",
      },
    });
    const isScript =
      element.tagName === 'script' &&
      attribute(element, 'src') === undefined &&
      /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|importmap|speculationrules)$/i.test(
        attribute(element, 'type')?.trim() ?? '',
      );
    return [
      ...(isScript ? [problem('The page contains an inline script.')] : []),
      ...(element.tagName === 'style' ? [problem('The page contains an inline style sheet.')] : []),
      ...element.attrs
        .filter(({ name }) => name === 'style' || /^on[a-z]+$/.test(name))
        .map(({ name }) =>
          problem(`The attribute "${name}" holds ${name === 'style' ? 'style' : 'script'}.`),
        ),
    ];
  });
}

/** Browsers drop `unload` handlers, and Moodle forbids them in its frame (P10). */
function unloadProblems(path: string, code: string): PossibleProblem[] {
  const word = /\b(?:before)?unload\b/.exec(code)?.[0];
  return word === undefined
    ? []
    : [
        {
          problem: {
            file: path,
            field: 'script',
            message: `It contains "${word}".`,
            suggestion: 'Save after each action, and end the session on pagehide (P10).',
          },
        },
      ];
}

import { childrenOf, descendants, parseXml, XmlError, type XmlElement } from './xml-tree.ts';
import type { PackageProblem } from './package-problem.ts';
import { packageProblems } from './package-rules.ts';
import type { Files } from './zip-package.ts';

/** A rule for packages, with its violations in a package. */
export interface RuleResult {
  /** Number of the rule in docs/requirements.md. */
  readonly rule: string;
  readonly says: string;
  readonly problems: readonly PackageProblem[];
}

/** The verified rules by number, in words for the holder of a package. */
const rules = {
  P10: 'No script names an event that browsers drop.',
  P27: 'The manifest is the first entry and at the root; the launch file exists; every name is a plain path.',
  P28: 'The manifest lists every file and nothing else; every reference leads to a file.',
  P29: 'The manifest is readable, and names its standard as the standard spells it.',
  P31: 'Every system can unpack the names.',
  P32: 'No path is longer than Windows allows.',
  P33: 'No address starts at the root of a host.',
  P35: 'All file types are known to every server.',
  P36: 'No page contains anything that a strict policy blocks, and no file comes from another host.',
  P38: 'Links to other hosts open in a new tab and show their address.',
  P39: 'The package is one unit, or contains its units in one item.',
} as const;

type RuleId = keyof typeof rules;

/** Names by which a platform recognises a package. */
const manifestNames = ['imsmanifest.xml', 'cmi5.xml'];

/** Values of `schemaversion`. */
const versions = ['1.2', 'CAM 1.3', '2004 3rd Edition', '2004 4th Edition'];

/**
 * Checks a package of any vendor against every rule.
 * @param files the files in the order of the zip
 */
export function verifyPackage(files: Files): RuleResult[] {
  const names = [...files.keys()];
  const published = names.filter((name) => /\.(?:xsd|dtd)$/.test(name));
  const found = new Map<RuleId, PackageProblem[]>();
  const add = (rule: RuleId, problem: PackageProblem) =>
    found.set(rule, [...(found.get(rule) ?? []), problem]);
  for (const problem of packageProblems(files, published)) {
    const [, rule = 'P28'] = /\((P\d\d)\)/.exec(problem.suggestion) ?? [];
    add(rule in rules ? (rule as RuleId) : 'P28', problem);
  }
  for (const [rule, problem] of manifestProblems(files)) add(rule, problem);
  return Object.entries(rules).map(([rule, says]) => ({
    rule,
    says,
    problems: found.get(rule as RuleId) ?? [],
  }));
}

type Found = readonly [rule: RuleId, problem: PackageProblem];

function manifestProblems(files: Files): Found[] {
  const names = [...files.keys()];
  const name = manifestNames.find((each) => files.has(each));
  const odd = names.filter((each) => /^[./]|\/$|\\|\/\.{0,2}\//.test(each));
  const ofNames = odd.map((file): Found => [
    'P27',
    problem(file, 'name', 'The name is not a plain path.', 'Zip the files with relative paths.'),
  ]);
  if (name === undefined)
    return [
      ...ofNames,
      [
        'P27',
        problem(
          'the package',
          'manifest',
          `There is no ${manifestNames.join(' and no ')} at the root.`,
          'Zip the content of the folder, not the folder.',
        ),
      ],
    ];
  const first: Found[] =
    names[0] === name
      ? []
      : [
          [
            'P27',
            problem(
              name,
              'place',
              `The first entry is ${names[0]}.`,
              'Make the manifest the first entry.',
            ),
          ],
        ];
  try {
    const manifest = parseXml(files.get(name) ?? new Uint8Array());
    const structureProblems =
      name === 'cmi5.xml' ? unitProblems(manifest, files) : scoProblems(manifest, files);
    return [...ofNames, ...first, ...structureProblems];
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return [
      ...ofNames,
      ...first,
      [
        'P29',
        problem(name, `line ${error.line}`, error.message, 'Use the package as it was built.'),
      ],
    ];
  }
}

const problem = (
  file: string,
  field: string,
  message: string,
  suggestion: string,
): PackageProblem => ({
  file,
  field,
  message,
  suggestion,
});

function scoProblems(manifest: XmlElement, files: Files): Found[] {
  const name = 'imsmanifest.xml';
  const hrefs = [...descendants(manifest, 'file')].flatMap(
    ({ attributes }) => attributes.get('href') ?? [],
  );
  const listed = new Set(hrefs);
  const isControl = (path: string) => path === name || /\.(?:xsd|dtd)$/.test(path);
  const unlisted = [...files.keys()].filter((path) => !listed.has(path) && !isControl(path));
  const missing = hrefs.filter((href) => !files.has(href.replace(/[?#].*/, '')));
  const version = [...descendants(manifest, 'schemaversion')][0]?.text.trim() ?? '';
  const resource = [...descendants(manifest, 'resource')].find(({ attributes }) =>
    [...attributes].some(([key, value]) => /:scormtype$/i.test(key) && value === 'sco'),
  );
  const launch = resource?.attributes.get('href')?.replace(/[?#].*/, '');
  // Some menus show only the top-level items.
  const items = [...descendants(manifest, 'organization')].flatMap((organization) =>
    childrenOf(organization, 'item'),
  ).length;
  return [
    ...unlisted.map((path): Found => [
      'P28',
      problem(path, 'file', 'The manifest does not list it.', 'List it, or leave it out.'),
    ]),
    ...missing.map((href): Found => [
      'P28',
      problem(
        name,
        'file',
        `"${href}" is listed but not in the package.`,
        'Add the file, or remove it from the list.',
      ),
    ]),
    ...(versions.includes(version)
      ? []
      : [
          [
            'P29',
            problem(
              name,
              'schemaversion',
              `"${version}" is not a version that platforms know.`,
              `Write one of: ${versions.join(', ')}.`,
            ),
          ] as const,
        ]),
    ...(launch !== undefined && files.has(launch)
      ? []
      : [
          [
            'P27',
            problem(
              name,
              'resource',
              `The launch file "${launch ?? ''}" is not in the package.`,
              'Name a file of the package, with the same upper and lower case.',
            ),
          ] as const,
        ]),
    ...(items === 1
      ? []
      : [
          [
            'P39',
            problem(
              name,
              'item',
              `There are ${items} items at the first level.`,
              'Some menus show only the first level. Use one item.',
            ),
          ] as const,
        ]),
  ];
}

function unitProblems(manifest: XmlElement, files: Files): Found[] {
  const units = [...descendants(manifest, 'au')];
  const urls = units.map((unit) => [...descendants(unit, 'url')][0]?.text.trim() ?? '');
  return [
    ...urls
      .filter((url) => !/^\w+:/.test(url) && !files.has(url.replace(/[?#].*/, '')))
      .map((url): Found => [
        'P27',
        problem(
          'cmi5.xml',
          'url',
          `"${url}" is not in the package.`,
          'Name a file of the package.',
        ),
      ]),
    ...(units.length === 1
      ? []
      : [
          [
            'P39',
            problem('cmi5.xml', 'au', `There are ${units.length} units.`, 'Use one unit.'),
          ] as const,
        ]),
  ];
}

import {
  childrenOf,
  descendants,
  parseXml,
  XmlError,
  type XmlElement,
} from '../package/xml-tree.ts';
import { standards } from '../standards/registry.ts';
import type { Standard } from '../standards/standard.ts';
import { RefusedPackage } from './refusal.ts';
import { unpack } from './unpack.ts';

/** A package that can be launched. */
export interface OpenedPackage {
  /** Identifier of its manifest; attempts are kept under it, so that they survive a new version. */
  readonly id: string;
  readonly title: string;
  readonly standard: Standard;
  readonly scos: readonly Sco[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** One launchable unit. */
export interface Sco {
  /** Identifier of its item. */
  readonly id: string;
  readonly title: string;
  /** File that is opened, and what follows it: parameters of the item, query or fragment. */
  readonly launch: string;
  readonly parameters: string;
  /** Mastery score of the manifest: 0 to 100 in SCORM 1.2, -1 to 1 in SCORM 2004. */
  readonly masteryScore?: string;
  readonly launchData: string;
}

/**
 * Opens a zip as a SCORM package.
 * @throws RefusedPackage when it is none, is hostile or is broken
 */
export function openPackage(zip: Uint8Array): OpenedPackage {
  const files = unpack(zip);
  const manifest = parsedManifest(manifestBytes(files));
  const standard = standardOf(manifest);
  const scos = scosOf(manifest, files);
  return {
    id: manifest.attributes.get('identifier') ?? '',
    title: childText(organizationOf(manifest), 'title') || (scos[0]?.title ?? ''),
    standard,
    scos,
    files,
  };
}

function manifestBytes(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const name = 'imsmanifest.xml';
  const bytes = files.get(name);
  if (bytes) return bytes;
  const names = [...files.keys()];
  const capitals = names.find((other) => other.toLowerCase() === name);
  if (capitals !== undefined) throw new RefusedPackage('manifest-capitals', capitals);
  const inFolder = names.find((other) => other.toLowerCase().endsWith(`/${name}`));
  if (inFolder !== undefined) throw new RefusedPackage('manifest-in-folder', inFolder);
  throw new RefusedPackage(files.has('cmi5.xml') ? 'cmi5' : 'no-manifest');
}

function parsedManifest(bytes: Uint8Array): XmlElement {
  try {
    const manifest = parseXml(bytes);
    if (manifest.name === 'manifest') return manifest;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new RefusedPackage('manifest-malformed', error.message);
  }
  throw new RefusedPackage('manifest-malformed', '<manifest>');
}

/** By the schema version, else by the namespace of what the manifest is written in. */
function standardOf(manifest: XmlElement): Standard {
  const schemaVersion = first(manifest, 'schemaversion')?.text.trim() ?? '';
  const { namespace } = manifest;
  const standard = standards.find(({ lms }) => lms.recognises({ schemaVersion, namespace }));
  if (standard) return standard;
  throw new RefusedPackage('standard', schemaVersion || namespace);
}

function organizationOf(manifest: XmlElement): XmlElement | undefined {
  const organizations = first(manifest, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const wanted = organizations?.attributes.get('default');
  return all.find((each) => each.attributes.get('identifier') === wanted) ?? all[0];
}

function scosOf(manifest: XmlElement, files: ReadonlyMap<string, Uint8Array>): Sco[] {
  const resources = new Map(
    [...descendants(manifest, 'resource')].map((each) => [each.attributes.get('identifier'), each]),
  );
  const items = [...descendants(organizationOf(manifest), 'item')];
  const scos = items.flatMap((item): Sco[] => {
    const resource = resources.get(item.attributes.get('identifierref'));
    const href = resource?.attributes.get('href');
    if (!resource || !href) return [];
    const masteryScore = childText(item, 'masteryscore') || minNormalizedMeasure(item);
    return [
      {
        id: item.attributes.get('identifier') ?? '',
        title: childText(item, 'title'),
        ...launchOf(`${baseOf(resource)}${href}`, item.attributes.get('parameters') ?? ''),
        ...(masteryScore && { masteryScore }),
        launchData: childText(item, 'datafromlms') || childText(item, 'dataFromLMS'),
      },
    ];
  });
  if (scos.length === 0) throw new RefusedPackage('no-sco');
  for (const { launch } of scos) {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(launch))
      throw new RefusedPackage('launch-outside', launch);
    if (!files.has(launch)) throw new RefusedPackage('launch-missing', launch);
  }
  return scos;
}

/** The file of an href, and what is put behind it when it is opened (Content Aggregation Model, "parameters"). */
function launchOf(href: string, parameters: string) {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  const extra = rest.startsWith('?') ? parameters.replace(/^\?/, '&') : parameters;
  return { launch: decodedPath(path), parameters: rest + extra };
}

function decodedPath(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `xml:base` of the manifest, the resources and the resource, which add up. */
function baseOf({ parent, attributes }: XmlElement): string {
  return (parent ? baseOf(parent) : '') + (attributes.get('xml:base') ?? '');
}

const minNormalizedMeasure = (item: XmlElement) => {
  const primary = first(item, 'primaryObjective');
  return primary?.attributes.get('satisfiedByMeasure') === 'true'
    ? childText(primary, 'minNormalizedMeasure')
    : '';
};

const first = (from: XmlElement | undefined, name: string): XmlElement | undefined =>
  Array.from(descendants(from, name))[0];

const childText = (parent: XmlElement | undefined, name: string): string =>
  childrenOf(parent, name)[0]?.text.trim() ?? '';

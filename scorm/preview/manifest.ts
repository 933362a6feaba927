import {
  childrenOf,
  descendants,
  parseXml,
  XmlError,
  type XmlElement,
} from '../package/xml-tree.ts';
import { playedStandards } from '../standards/registry.ts';
import type { PlayedStandard } from '../standards/standard.ts';
import { launchAddress } from './launch-address.ts';
import { nearestName } from './nearest-name.ts';
import { RejectedPackage } from './rejection.ts';

/** What a manifest says of its package (IMS Content Packaging 1.1). */
export interface Manifest {
  readonly id: string;
  readonly title: string;
  readonly standard: PlayedStandard;
  readonly scos: readonly Sco[];
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

/** Most items of a manifest: a page lists them all. */
const mostItems = 2000;

/**
 * Reads a manifest.
 * @param names the files of the package
 * @throws RejectedPackage
 */
export function readManifest(bytes: Uint8Array, names: readonly string[]): Manifest {
  const manifest = parsed(bytes);
  const standard = standardOf(manifest);
  const organization = organizationOf(manifest);
  const scos = scosOf(manifest, organization, names);
  return {
    id: attribute(manifest, 'identifier'),
    title: childText(organization, 'title') || (scos[0]?.title ?? ''),
    standard,
    scos,
  };
}

function parsed(bytes: Uint8Array): XmlElement {
  try {
    const manifest = parseXml(bytes);
    if (manifest.name === 'manifest') return manifest;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const reason = error.limit === undefined ? 'manifest-malformed' : 'manifest-too-large';
    throw new RejectedPackage(reason, error.message);
  }
  throw new RejectedPackage('manifest-malformed', '<manifest>');
}

/** By the schema version, else by the namespace of what the manifest is written in. */
function standardOf(manifest: XmlElement): PlayedStandard {
  const schemaVersion = first(manifest, 'schemaversion')?.text.trim() ?? '';
  const { namespace } = manifest;
  const standard = playedStandards.find(({ lms }) => lms.recognises({ schemaVersion, namespace }));
  if (standard) return standard;
  throw new RejectedPackage('standard', schemaVersion || namespace);
}

function organizationOf(manifest: XmlElement): XmlElement | undefined {
  const organizations = first(manifest, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const wanted = attribute(organizations, 'default');
  return all.find((each) => attribute(each, 'identifier') === wanted) ?? all[0];
}

function scosOf(
  manifest: XmlElement,
  organization: XmlElement | undefined,
  names: readonly string[],
): Sco[] {
  const resources = new Map(
    [...descendants(manifest, 'resource')].map((each) => [attribute(each, 'identifier'), each]),
  );
  const items = [...descendants(organization, 'item')];
  if (items.length > mostItems)
    throw new RejectedPackage('manifest-too-large', `${items.length} items`);
  const known = new Set(names);
  const scos = items.flatMap((item): Sco[] => {
    const resource = resources.get(attribute(item, 'identifierref'));
    const href = attribute(resource, 'href');
    if (!resource || !href) return [];
    const address = launchAddress(href, basesOf(resource), attribute(item, 'parameters'));
    if (!address) throw new RejectedPackage('launch-outside', href);
    if (!known.has(address.file)) throw missing(address.file, names);
    const masteryScore = childText(item, 'masteryscore') || minNormalizedMeasure(item);
    return [
      {
        id: attribute(item, 'identifier'),
        title: childText(item, 'title'),
        launch: address.file,
        parameters: address.rest,
        ...(masteryScore && { masteryScore }),
        launchData: childText(item, 'datafromlms') || childText(item, 'dataFromLMS'),
      },
    ];
  });
  if (scos.length === 0) throw new RejectedPackage('no-sco');
  return scos;
}

function missing(file: string, names: readonly string[]): RejectedPackage {
  const nearest = nearestName(file, names);
  return nearest === undefined
    ? new RejectedPackage('launch-missing', file)
    : new RejectedPackage('launch-near', file, nearest);
}

/** `xml:base` of the manifest, the resources and the resource, outermost first. */
const basesOf = (element: XmlElement): string[] => [
  ...(element.parent ? basesOf(element.parent) : []),
  attribute(element, 'xml:base'),
];

function minNormalizedMeasure(item: XmlElement): string {
  const primary = first(item, 'primaryObjective');
  return attribute(primary, 'satisfiedByMeasure') === 'true'
    ? childText(primary, 'minNormalizedMeasure')
    : '';
}

/** The value of an attribute without the space around it, which XML drops from identifiers; empty where it has none. */
const attribute = (element: XmlElement | undefined, name: string): string =>
  element?.attributes.get(name)?.trim() ?? '';

function first(from: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const element of descendants(from, name)) return element;
  return undefined;
}

const childText = (parent: XmlElement | undefined, name: string): string =>
  childrenOf(parent, name)[0]?.text.trim() ?? '';

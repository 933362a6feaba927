import { childrenOf, descendants, type XmlElement } from '../package/xml-tree.ts';
import { runTimeStandards } from '../standards/registry.ts';
import type { Standard } from '../standards/standard.ts';
import { type Activity, activityTree } from './activity-tree.ts';
import { launchAddress } from './launch-address.ts';
import type { Unit } from './cmi5/record.ts';
import { missingLaunch, parsedManifest } from './parsed-manifest.ts';
import { RejectedPackage } from './rejection.ts';

/** A parsed manifest (IMS Content Packaging 1.1). */
export interface Manifest {
  readonly id: string;
  readonly title: string;
  readonly standard: Standard;
  readonly scos: readonly Sco[];
  /** The activity tree for SCORM 2004 sequencing; absent in other standards. */
  readonly activities?: Activity;
}

/** One launchable unit. */
export interface Sco {
  /** Identifier of its item. */
  readonly id: string;
  readonly title: string;
  /** Launch file, with the item's parameters, query or fragment. */
  readonly launch: string;
  readonly parameters: string;
  /** Mastery score of the manifest: 0 to 100 in SCORM 1.2, -1 to 1 in SCORM 2004. */
  readonly masteryScore?: string;
  readonly launchData: string;
  /** Entry of the cmi5 course structure; absent in SCORM. */
  readonly unit?: Unit;
}

/** Maximum number of items in a manifest; a page lists them all. */
export const mostItems = 2000;

/**
 * Reads a manifest.
 * @param names the files of the package
 * @throws RejectedPackage
 */
export function readManifest(bytes: Uint8Array, names: readonly string[]): Manifest {
  const manifest = parsedManifest(bytes, 'manifest');
  const standard = standardOf(manifest);
  const organization = organizationOf(manifest);
  const scos = scosOf(manifest, organization, names);
  return {
    id: attribute(manifest, 'identifier'),
    title: childText(organization, 'title') || (scos[0]?.title ?? ''),
    standard,
    scos,
    ...(standard.lms?.sequences && organization && { activities: activityTree(organization) }),
  };
}

/** The standard of a package, by the schema version and the namespace of its manifest. @throws RejectedPackage */
function standardOf(manifest: XmlElement): Standard {
  const schemaVersion = first(manifest, 'schemaversion')?.text.trim() ?? '';
  const { namespace } = manifest;
  const standard = runTimeStandards.find(({ lms }) => lms.recognises({ schemaVersion, namespace }));
  if (standard) return standard;
  throw new RejectedPackage('standard', schemaVersion || namespace);
}

function organizationOf(manifest: XmlElement): XmlElement | undefined {
  const organizations = first(manifest, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const defaultId = attribute(organizations, 'default');
  return all.find((each) => attribute(each, 'identifier') === defaultId) ?? all[0];
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
  const fileNames = new Set(names);
  const scos = items.flatMap((item): Sco[] => {
    const resource = resources.get(attribute(item, 'identifierref'));
    const href = attribute(resource, 'href');
    if (!resource || !href) return [];
    const address = launchAddress(href, basesOf(resource), attribute(item, 'parameters'));
    if (!address) throw new RejectedPackage('launch-outside', href);
    if (!fileNames.has(address.file)) throw missingLaunch(address.file, names);
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

/** The trimmed value of an attribute (XML trims identifiers); empty if the attribute is missing. */
const attribute = (element: XmlElement | undefined, name: string): string =>
  element?.attributes.get(name)?.trim() ?? '';

function first(from: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const element of descendants(from, name)) return element;
  return undefined;
}

const childText = (parent: XmlElement | undefined, name: string): string =>
  childrenOf(parent, name)[0]?.text.trim() ?? '';

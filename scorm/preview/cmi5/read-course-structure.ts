import { childrenOf, descendants, type XmlElement } from '../../package/xml-tree.ts';
import { playedStandards } from '../../standards/registry.ts';
import { launchAddress } from '../launch-address.ts';
import { type Manifest, mostItems, type Sco } from '../manifest.ts';
import { missingLaunch, parsedManifest } from '../parsed-manifest.ts';
import { RejectedPackage } from '../rejection.ts';

/** Parameters that a platform appends to the URL of a unit; the URL must not contain them already (cmi5 8.1). */
const reserved = ['endpoint', 'fetch', 'actor', 'registration', 'activityid'];

/**
 * Parses a course structure (cmi5 13) into its units in order, at any depth of blocks.
 * @param names the files of the package
 * @throws RejectedPackage
 */
export function readCourseStructure(bytes: Uint8Array, names: readonly string[]): Manifest {
  const root = parsedManifest(bytes, 'courseStructure');
  const standard = playedStandards.find(({ hasRecordStore }) => hasRecordStore);
  if (!standard) throw new RejectedPackage('standard', 'cmi5');
  const [course] = childrenOf(root, 'course');
  const units = [...descendants(root, 'au')];
  if (units.length === 0) throw new RejectedPackage('no-sco');
  if (units.length > mostItems)
    throw new RejectedPackage('manifest-too-large', `${units.length} units`);
  unique([...units, ...descendants(root, 'block')]);
  const scos = units.map((unit) => scoOf(unit, names));
  return {
    id: attribute(course, 'id'),
    title: words(course) || (scos[0]?.title ?? ''),
    standard,
    scos,
  };
}

function scoOf(element: XmlElement, names: readonly string[]): Sco {
  const href = childText(element, 'url');
  const address = launchAddress(href, [], '');
  if (!address) throw new RejectedPackage('launch-outside', href);
  if (!names.includes(address.file)) throw missingLaunch(address.file, names);
  const conflict = [...new URLSearchParams(address.rest.replace(/#.*$/s, '')).keys()].find((name) =>
    reserved.includes(name.toLowerCase()),
  );
  if (conflict !== undefined) throw new RejectedPackage('launch-parameter', conflict);
  const id = attribute(element, 'id');
  const masteryScore = attribute(element, 'masteryScore');
  const launchParameters = childText(element, 'launchParameters');
  const entitlementKey = childText(element, 'entitlementKey');
  return {
    id,
    title: words(element),
    launch: address.file,
    parameters: address.rest,
    launchData: launchParameters,
    ...(masteryScore && { masteryScore }),
    unit: {
      id,
      moveOn: attribute(element, 'moveOn') || 'NotApplicable',
      blocks: blocksOf(element.parent),
      ...(masteryScore && { masteryScore: Number(masteryScore) }),
      ...(launchParameters && { launchParameters }),
      ...(entitlementKey && { entitlementKey }),
    },
  };
}

/** @throws RejectedPackage if two units or two blocks have the same id (cmi5 13.1.2, 13.1.4) */
function unique(elements: readonly XmlElement[]) {
  const seen = new Set<string>();
  for (const element of elements) {
    const id = attribute(element, 'id');
    if (seen.has(id)) throw new RejectedPackage('unit-twice', id);
    seen.add(id);
  }
}

const blocksOf = (element: XmlElement | undefined): string[] =>
  element?.name === 'block' ? [...blocksOf(element.parent), attribute(element, 'id')] : [];

/** The first title, in any language. */
const words = (element: XmlElement | undefined): string => {
  const [title] = childrenOf(element, 'title');
  return childText(title, 'langstring');
};

const attribute = (element: XmlElement | undefined, name: string): string =>
  element?.attributes.get(name)?.trim() ?? '';

const childText = (parent: XmlElement | undefined, name: string): string =>
  childrenOf(parent, name)[0]?.text.trim() ?? '';

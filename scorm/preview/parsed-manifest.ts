import { parseXml, XmlError, type XmlElement } from '../package/xml-tree.ts';
import { nearestName } from './nearest-name.ts';
import { RejectedPackage } from './rejection.ts';

/** Reads a manifest as XML. @param root name of its outermost element @throws RejectedPackage */
export function parsedManifest(bytes: Uint8Array, root: string): XmlElement {
  try {
    const manifest = parseXml(bytes);
    if (manifest.name === root) return manifest;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const reason = error.limit === undefined ? 'manifest-malformed' : 'manifest-too-large';
    throw new RejectedPackage(reason, error.message);
  }
  throw new RejectedPackage('manifest-malformed', `<${root}>`);
}

/** Rejection of a package whose launch file is missing. @param names its file names */
export function missingLaunch(file: string, names: readonly string[]): RejectedPackage {
  const nearest = nearestName(file, names);
  return nearest === undefined
    ? new RejectedPackage('launch-missing', file)
    : new RejectedPackage('launch-near', file, nearest);
}

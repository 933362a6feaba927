/** Why a file cannot be opened; each has a reason and a remedy in `interface.yaml`, section `preview`. */
export type Refusal =
  | 'not-zip'
  | 'truncated'
  | 'too-large'
  | 'too-many'
  | 'bomb'
  | 'unsafe-path'
  | 'symlink'
  | 'encrypted'
  | 'compression'
  | 'twice'
  | 'damaged'
  | 'no-manifest'
  | 'manifest-in-folder'
  | 'manifest-capitals'
  | 'manifest-malformed'
  | 'cmi5'
  | 'standard'
  | 'no-sco'
  | 'launch-outside'
  | 'launch-missing';

/** A file that is no package, is hostile or is broken. */
export class RefusedPackage extends Error {
  override name = 'RefusedPackage';
  readonly refusal: Refusal;
  /** What the reason speaks of: the name of an entry, a number, a version. */
  readonly found: string;

  constructor(refusal: Refusal, found = '') {
    super(`${refusal}${found && `: ${found}`}`);
    this.refusal = refusal;
    this.found = found;
  }
}

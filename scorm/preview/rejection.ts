/** Rejection reasons; each has a message and a remedy in `interface.yaml`, section `preview`. */
export type RejectionReason =
  | 'not-zip'
  | 'truncated'
  | 'too-large'
  | 'too-many'
  | 'too-slow'
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
  | 'manifest-too-large'
  | 'standard'
  | 'no-sco'
  | 'unit-twice'
  | 'launch-parameter'
  | 'launch-outside'
  | 'launch-missing'
  | 'launch-near';

/** A file that is not a package, is hostile or is damaged. */
export class RejectedPackage extends Error {
  override name = 'RejectedPackage';
  readonly reason: RejectionReason;
  /** Value that the message shows: the name of an entry, a number or a version. */
  readonly found: string;
  /** The file name in the package most similar to the missing one; empty if there is none. */
  readonly nearest: string;

  constructor(reason: RejectionReason, found = '', nearest = '') {
    super(`${reason}${found && `: ${found}`}`);
    this.reason = reason;
    this.found = found;
    this.nearest = nearest;
  }
}

/**
 * Whether the frame that a learning platform shows the page in may forbid something, such as
 * `allow-downloads`. A browser tells nobody that it stopped a download. Where the platform is of another
 * origin, what it forbids cannot be seen, so it may.
 */
export function mayBeForbidden(permission: string): boolean {
  try {
    for (let page: Window = window; page !== page.parent; page = page.parent) {
      const frame = page.frameElement;
      if (frame === null) return true;
      const isSandbox = frame.hasAttribute('sandbox');
      if (isSandbox && !(frame as HTMLIFrameElement).sandbox.contains(permission)) return true;
    }
    return false;
  } catch {
    return true;
  }
}

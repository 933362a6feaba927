/**
 * Whether the frame in which a learning platform shows the page may forbid something, such as `allow-downloads`.
 * Browsers do not report a blocked download. The attributes of a cross-origin frame are not readable, so the answer is
 * then true.
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

/** Whether this page has a marked passage of any reader on this device. */
export function hasMarks(): boolean {
  const page = location.pathname.split('/').slice(-2).join('/');
  try {
    return Object.keys(localStorage).some(
      (key) => key.endsWith(':marks') && localStorage.getItem(key)?.includes(page),
    );
  } catch {
    return false;
  }
}

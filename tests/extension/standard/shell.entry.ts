import { startShell } from '../../../scorm/shell/shell.ts';
import { type ToyLms, toyDriver } from './driver.ts';

startShell(() => {
  const { toyLms } = window.parent as { toyLms?: ToyLms };
  return toyLms && toyDriver(toyLms);
});

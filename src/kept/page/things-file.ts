import { loadScriptGlobal } from '../../site/load-script.ts';

/** What was kept on a device beside the attempt, by name, as JSON has it. */
export type KeptThings = Readonly<Record<string, unknown>>;

/** Notes, marks and the rest that this device keeps, for a file and from one. */
interface Things {
  take(learnerKey: string | undefined): KeptThings;
  /** Unites what was brought with what is here; false where the storage refuses. */
  bring(learnerKey: string | undefined, brought: KeptThings): boolean;
}

/** What `assets/things.js` leaves in the window. */
export interface ThingsWindow {
  atiThings?: Things;
}

let loading: Promise<Things> | undefined;

/** Loads the script once. @throws where it cannot be had */
export const loadThings = (src: string): Promise<Things> =>
  (loading ??= loadScriptGlobal<Things>(src, 'atiThings'));

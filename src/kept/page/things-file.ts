import { loadScriptGlobal } from '../../site/load-script.ts';

/** Values kept on a device beside the attempt, by name, as JSON gives them. */
export type KeptThings = Readonly<Record<string, unknown>>;

/** Notes, marks and the rest that this device keeps, for a file and from one. */
interface Things {
  take(learnerKey: string | undefined): KeptThings;
  /** Unites what was brought with what is here; false where the storage refuses. */
  bring(learnerKey: string | undefined, brought: KeptThings): boolean;
}

/** The global that `assets/things.js` sets. */
export interface ThingsWindow {
  atiThings?: Things;
}

let loading: Promise<Things> | undefined;

/** Loads the script once. @throws where it cannot be had */
export const loadThings = (src: string): Promise<Things> =>
  (loading ??= loadScriptGlobal<Things>(src, 'atiThings'));

import { loadScriptGlobal } from '../../site/load-script.ts';

/** Values stored on a device beside the attempt, by name, as parsed from JSON. */
export type KeptThings = Readonly<Record<string, unknown>>;

/** Exports to a file, and imports from one, the notes, marks and other data stored on this device. */
interface Things {
  take(learnerKey: string | undefined): KeptThings;
  /** Merges imported data into the stored data; returns false if storage fails. */
  bring(learnerKey: string | undefined, brought: KeptThings): boolean;
}

/** The global that `assets/things.js` defines. */
export interface ThingsWindow {
  atiThings?: Things;
}

let loading: Promise<Things> | undefined;

/** Loads the script once. @throws if it cannot be loaded */
export const loadThings = (src: string): Promise<Things> =>
  (loading ??= loadScriptGlobal<Things>(src, 'atiThings'));

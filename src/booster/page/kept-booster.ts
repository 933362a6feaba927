import { Kept } from '../../kept/kept.ts';
import { ownPlace } from '../../kept/page/own-place.ts';
import { type BoosterItem, itemsFrom } from '../schedule.ts';

/** What the booster keeps of the learner on this device; no LMS is told of it. */
export const keptBooster = (): Kept<BoosterItem[]> => new Kept(ownPlace('booster'), itemsFrom, []);

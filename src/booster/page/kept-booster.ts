import { Kept } from '../../kept/kept.ts';
import { ownPlace } from '../../kept/page/own-place.ts';
import { type BoosterItem, itemsFrom } from '../schedule.ts';

/** The learner's booster items on this device, which are never sent to an LMS. */
export const keptBooster = (): Kept<BoosterItem[]> => new Kept(ownPlace('booster'), itemsFrom, []);

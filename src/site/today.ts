import { type Day, localDay } from '../course/day.ts';

/** Today, in the time zone of the device. */
export const today = (): Day => localDay(new Date());

import { recorder } from '../../progress/page/page-recorder.ts';
import type { KeptPlace } from '../kept.ts';
import { ownStorage } from './own-storage.ts';

/** The storage place of one kind of the learner's own data, such as the booster. */
export function ownPlace(name: string): KeptPlace {
  const { store, prefix } = ownStorage(recorder.learnerKey);
  return { store, key: prefix + name };
}

import { bringThings, keptThings } from '../carried.ts';
import { ownStorage } from './own-storage.ts';
import type { ThingsWindow } from './things-file.ts';

(window as ThingsWindow).atiThings = {
  take(learnerKey) {
    const { store, prefix } = ownStorage(learnerKey);
    return keptThings(store, prefix);
  },
  bring(learnerKey, brought) {
    const { store, prefix } = ownStorage(learnerKey);
    try {
      bringThings(store, prefix, brought);
      return true;
    } catch {
      return false;
    }
  },
};

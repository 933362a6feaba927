import { Kept } from '../../kept/kept.ts';
import { ownStorage } from '../../kept/page/own-storage.ts';
import { today } from '../../site/today.ts';
import { answered, type BoosterItem, itemsFrom } from '../schedule.ts';
import type { JoinWindow } from './join-file.ts';

(window as JoinWindow).atiJoinBooster = (learnerKey, graded) => {
  const { store, prefix } = ownStorage(learnerKey);
  const kept = new Kept<BoosterItem[]>({ store, key: `${prefix}booster` }, itemsFrom, []);
  kept.change((items) =>
    graded.reduce((all, [id, isRight]) => answered(all, id, id, isRight, today()), items),
  );
  return kept.state !== 'refused';
};

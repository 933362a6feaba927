import type { Slice } from './slice.ts';

export interface TrackChosen {
  readonly type: 'track.chosen';
  readonly track: string;
}

/** Id of the track that the learner chose; undefined until then. */
export const track: Slice<string | undefined, TrackChosen> = {
  initial: undefined,
  acts: ['track.chosen'],
  reduce: (chosen, event) => (event.type === 'track.chosen' ? event.track : chosen),
};

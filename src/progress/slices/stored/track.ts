import { itemAt } from '../../../codec/mixed-radix.ts';
import type { TrackChosen } from '../track.ts';
import type { StoredSlice } from './stored-slice.ts';

/** Stored as the position of the track in the structure. */
export const storedTrack: StoredSlice<string | undefined, TrackChosen> = {
  parts: ({ tracks = [] }) => [
    {
      key: 'track',
      name: { part: 'track' },
      survivesDamage: true,
      // Positions are counted from 1; 0 means no track.
      write: (chosen) => [[tracks.findIndex(({ id }) => id === chosen) + 1, tracks.length + 1]],
      read(reader) {
        const position = reader.take(tracks.length + 1);
        return position === 0 ? undefined : itemAt(tracks, position - 1).id;
      },
    },
  ],
};

import { flagDigits } from '../../../codec/mixed-radix.ts';
import type { Structure } from '../../../course/structure.ts';
import { decisionOf } from '../../interaction.ts';
import { type CaseEvent, type Cases, sceneOf, type Step } from '../cases.ts';
import { readRun, readScenes, runDigits, scenesDigits } from './case-steps.ts';
import type { Part, StoredSlice } from './stored-slice.ts';

/** Stored as one part for each case. The first decision in each scene is reported as a row of the log. */
export const storedCases: StoredSlice<Cases, CaseEvent> = {
  size: (records) =>
    Object.values(records).reduce(
      (sum, { finished, first, endings }) => sum + Number(finished) + first.length + endings.length,
      0,
    ),
  parts: ({ cases: shapes }) => shapes.map(casePart),
  logIds: ({ cases: shapes }) =>
    shapes.map(({ id, steps }) =>
      [...new Set(steps.map(sceneOf))].map((scene) => `${id}.${scene}`),
    ),
  report(event, before, after, { structure }) {
    if (event.type !== 'case.chosen') return undefined;
    const shape = structure.cases.find(({ id }) => id === event.case);
    const isFirst = after[event.case]?.first !== before[event.case]?.first;
    return shape && isFirst ? decisionOf(shape, event.scene, event.choice) : undefined;
  },
};

/**
 * The part of a case: flags for begun, finished, whether `run` equals `first`, and whether `run` visits no scene
 * twice; then `first`; `run` unless it equals `first`; and one flag for each ending. Steps are positions in the
 * structure; unknown steps and endings are left out.
 */
const casePart = ({ id, steps, endings }: Structure['cases'][number]): Part<Cases> => ({
  key: `case ${id}`,
  name: { part: 'case', id },
  survivesDamage: true,
  write(records) {
    const record = records[id];
    if (record === undefined) return [];
    const isSame = record.run.join() === record.first.join();
    const scenes = record.run.map(sceneOf);
    const isPath = new Set(scenes).size === scenes.length;
    return [
      ...flagDigits([true, record.finished, isSame, isPath]),
      ...scenesDigits(record.first, steps),
      ...(isSame ? [] : isPath ? scenesDigits(record.run, steps) : runDigits(record.run, steps)),
      ...flagDigits(endings.map((ending) => record.endings.includes(ending))),
    ];
  },
  read(reader, before) {
    const [isBegun, finished = false, isSame, isPath] = reader.flags(4);
    if (!isBegun) return before;
    const first = readScenes(reader, steps) as Step[];
    const readList = isPath ? readScenes : readRun;
    const run = isSame ? first : (readList(reader, steps) as Step[]);
    const seen = reader.flags(endings.length);
    const record = { first, run, finished, endings: endings.filter((_, index) => seen[index]) };
    return { ...before, [id]: record };
  },
});

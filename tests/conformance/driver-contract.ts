import { describe, expect, test } from 'vitest';
import type { Interaction, LearnerStatus, SynchronousDriver } from '../../src/progress/driver.ts';

/** A place that keeps attempts, as a test of any `Driver` needs it. */
export interface Place {
  /** A new launch of the same attempt by the same learner. */
  launch(): SynchronousDriver;
  /** The calls that the place has refused so far, a line each; absent where it refuses none. */
  refused?(): readonly string[];
  /** Numbers of sessions begun and ended; absent where the place does not know sessions. */
  sessions?(): { begun: number; ended: number };
  /** Whether the place loses stored data once the course is completed. */
  readonly wipesOnComplete?: boolean;
}

export const halfway: LearnerStatus = {
  completion: 'incomplete',
  success: 'unknown',
  location: 'who-decides',
  suspendData: '1AbC-_.~09',
  sessionSeconds: 61.5,
};

export const passed: LearnerStatus = {
  ...halfway,
  completion: 'completed',
  success: 'passed',
  score: 0.875,
};

export const decision: Interaction = {
  row: 0,
  id: 'case-one.first-scene',
  kind: 'choice',
  response: ['let-him-go'],
  positions: [2],
  result: 'neutral',
  latency: 12.345,
  at: new Date(2026, 10, 24, 9, 5, 7),
};

const kinds: Interaction[] = [
  decision,
  {
    ...decision,
    row: 1,
    id: 'q-of-twelve-options',
    response: Array.from({ length: 12 }, (_, index) => `option-${index}`),
    positions: Array.from({ length: 12 }, (_, index) => index),
    result: 'correct',
  },
  {
    ...decision,
    row: 2,
    id: 'q-matching',
    kind: 'matching',
    response: ['item-one.target-two', 'item-two.target-two'],
    positions: [1, 1],
    result: 'incorrect',
  },
  {
    ...decision,
    row: 3,
    id: 'q-ordering',
    kind: 'sequencing',
    response: ['step-b', 'step-a'],
    positions: [1, 0],
    result: 'incorrect',
  },
  {
    ...decision,
    row: 4,
    id: 'q-numeric',
    kind: 'numeric',
    response: ['-12.5'],
    positions: [],
    result: 'correct',
    latency: 0,
  },
];

/** Opens, does something, commits, and leaves in an orderly way. */
export function visit(driver: SynchronousDriver, status: LearnerStatus): void {
  driver.open();
  driver.save(status);
  driver.commit();
  driver.close();
}

/** The contract of `Driver`: holds for every adapter and every place that may be behind it. */
export function driverContract(name: string, makePlace: () => Place): void {
  describe(name, () => {
    test('tells of nothing stored at the first launch', () => {
      const launch = makePlace().launch().open();
      expect(launch.stored).toBeUndefined();
      expect(launch.score).toBeUndefined();
      expect(launch).toMatchObject({
        mode: 'normal',
        completion: 'incomplete',
        success: 'unknown',
      });
    });

    test('P01: gives a suspended attempt back at the next launch, character for character', () => {
      const place = makePlace();
      visit(place.launch(), halfway);
      const { stored } = place.launch().open();
      expect(stored).toEqual({ suspendData: '1AbC-_.~09', location: 'who-decides' });
      if (place.refused) expect(place.refused()).toEqual([]);
    });

    test('P09: keeps what was committed when the window is killed', () => {
      const place = makePlace();
      const driver = place.launch();
      driver.open();
      driver.save({ ...halfway, score: 0.5 });
      driver.commit();
      driver.save({ ...halfway, suspendData: '1lost' });
      const launch = place.launch().open();
      expect(launch.stored?.suspendData).toBe('1AbC-_.~09');
      expect(launch.score).toBe(0.5);
    });

    test('P12: opened and left, the course is incomplete', () => {
      const place = makePlace();
      const driver = place.launch();
      driver.open();
      driver.close();
      expect(place.launch().open()).toMatchObject({ completion: 'incomplete', success: 'unknown' });
    });

    test('P20: tells completion, success and score of a course that was passed', () => {
      const place = makePlace();
      visit(place.launch(), passed);
      expect(place.launch().open()).toMatchObject({
        completion: 'completed',
        success: 'passed',
        score: 0.875,
      });
      if (place.refused) expect(place.refused()).toEqual([]);
    });

    test('P06, P13: never lowers a status, in the same session or a later one', () => {
      const place = makePlace();
      const driver = place.launch();
      driver.open();
      driver.save(passed);
      driver.save({ ...halfway, score: 0.875 });
      driver.commit();
      driver.close();
      visit(place.launch(), halfway);
      expect(place.launch().open()).toMatchObject({
        completion: 'completed',
        success: 'passed',
        score: 0.875,
      });
    });

    test('P06: gives the attempt back after completion, or nothing, but never half of it', () => {
      const place = makePlace();
      visit(place.launch(), passed);
      const { stored } = place.launch().open();
      expect(stored).toEqual(
        place.wipesOnComplete
          ? undefined
          : { suspendData: passed.suspendData, location: passed.location },
      );
    });

    test('P23: reports every kind of interaction, and again, without an error', () => {
      const place = makePlace();
      const driver = place.launch();
      driver.open();
      for (const interaction of kinds) driver.report({ interaction });
      driver.report({ interaction: { ...decision, positions: [0], response: ['arrest-him'] } });
      driver.report({ objective: { id: 'objective-three', success: 'failed', score: 0.5 } });
      driver.report({ objective: { id: 'objective-one', success: 'passed', score: 1 } });
      driver.report({ objective: { id: 'objective-three', success: 'passed', score: 1 } });
      driver.save(halfway);
      driver.commit();
      driver.close();
      if (place.refused) expect(place.refused()).toEqual([]);
    });

    test('closing twice does no harm', () => {
      const place = makePlace();
      const driver = place.launch();
      driver.open();
      driver.close();
      driver.close();
      if (place.sessions) expect(place.sessions()).toEqual({ begun: 1, ended: 1 });
      if (place.refused) expect(place.refused()).toEqual([]);
    });
  });
}

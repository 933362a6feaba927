import type { TextStore } from '../../../src/progress/text-store.ts';
import { type Fact, isDefined } from './statement.ts';

/** Number of refusals after which a fact is dropped. */
const mostRefusals = 3;

/** Queue of facts that no LMS has accepted yet, in order; a copy is stored on the device. */
export interface Waiting {
  readonly facts: readonly Fact[];
  /** Adds a fact, unless it was added before, accepted or not. */
  add(fact: Fact): void;
  /** Removes facts that the LMS has accepted. */
  remove(facts: readonly Fact[]): void;
  /** Counts a refusal of a fact's content by the LMS; after three refusals the fact is dropped. */
  refuse(fact: Fact): void;
}

/**
 * The queue of one learner in one registration. Keeps facts of an earlier session that may be sent in this one;
 * facts sent once per registration are derived again.
 * @param name storage key; identifies nobody
 */
export function waitingFacts(store: () => TextStore, name: string): Waiting {
  let facts: readonly Fact[] = read().filter(({ verb }) => !isDefined(verb));
  const factKeys = new Set(facts.map(({ key }) => key));
  const refusals = new Map<Fact, number>();

  function read(): readonly Fact[] {
    try {
      const kept: unknown = JSON.parse(store().getItem(name) ?? '[]');
      return Array.isArray(kept) ? (kept as Fact[]) : [];
    } catch {
      // Storage that is blocked or damaged counts as an empty queue.
      return [];
    }
  }

  const keep = () => {
    try {
      if (facts.length === 0) store().removeItem(name);
      else store().setItem(name, JSON.stringify(facts));
    } catch {
      // Without storage the queue exists only in this window.
    }
  };

  const remove = (gone: readonly Fact[]) => {
    facts = facts.filter((fact) => !gone.includes(fact));
    keep();
  };

  return {
    get facts() {
      return facts;
    },
    add(fact) {
      if (factKeys.has(fact.key)) return;
      factKeys.add(fact.key);
      facts = [...facts, fact];
      keep();
    },
    remove,
    refuse(fact) {
      const times = (refusals.get(fact) ?? 0) + 1;
      refusals.set(fact, times);
      if (times >= mostRefusals) remove([fact]);
    },
  };
}

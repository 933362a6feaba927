import type { TextStore } from '../../../src/progress/text-store.ts';
import { type Fact, isDefined } from './statement.ts';

/** A fact that is refused so often is given up. */
const mostRefusals = 3;

/** Facts that no LMS has taken yet, in order; a copy of them is on the device. */
export interface Waiting {
  readonly facts: readonly Fact[];
  /** Adds a fact, unless the same was added before, taken or not. */
  add(fact: Fact): void;
  /** The LMS has taken these. */
  remove(facts: readonly Fact[]): void;
  /** The LMS refuses a fact for what it says; after three times it is given up. */
  refuse(fact: Fact): void;
}

/**
 * The queue of one learner in one registration. Of an earlier session those facts are left that may be
 * told in this one; what is told once in a registration is derived anew.
 * @param name under which it is kept; tells nobody who was here
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
      // A storage that is refused or damaged holds nothing that waits.
      return [];
    }
  }

  const keep = () => {
    try {
      if (facts.length === 0) store().removeItem(name);
      else store().setItem(name, JSON.stringify(facts));
    } catch {
      // Then the facts wait in this window alone.
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

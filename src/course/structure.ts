/**
 * The shape of a course as far as stored progress depends on it: ids in their authored order.
 * Part of `dist/course.json`; positions in these lists are what suspend data is made of.
 */
export interface Structure {
  readonly lessons: readonly string[];
  readonly cases: readonly CaseStructure[];
  readonly checks: readonly CheckStructure[];
  /** Ids of all learning objectives. */
  readonly objectives: readonly string[];
}

export interface CaseStructure {
  readonly id: string;
  /** Every choice of the case, as `scene.choice`, in authored order. */
  readonly steps: readonly string[];
  readonly endings: readonly string[];
}

export interface CheckStructure {
  /** Id of the module. */
  readonly id: string;
  /** How many questions a try draws. */
  readonly draw: number;
  readonly questions: readonly {
    readonly id: string;
    readonly objective: string;
    readonly kind: string;
    /** Ids of options, items or steps in authored order. */
    readonly options: readonly string[];
  }[];
}

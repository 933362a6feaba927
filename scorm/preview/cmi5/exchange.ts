/** A request to the platform. */
export interface Asked {
  readonly method: string;
  /** `token`, or `xapi/` and the resource. */
  readonly path: string;
  readonly query: Readonly<{ [name: string]: string }>;
  readonly headers: {
    readonly authorization: string | undefined;
    /** X-Experience-API-Version */
    readonly version: string | undefined;
    readonly type: string | undefined;
    readonly ifMatch: string | undefined;
    readonly ifNoneMatch: string | undefined;
  };
  readonly body: string;
}

/** What it answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Why something was refused: the number of a requirement of cmi5, or a word of xAPI. */
  readonly refused?: string;
}

/** A value as JSON; nothing at all without one. */
export const answerOf = (status: number, value?: unknown): Answer => ({
  status,
  headers: value === undefined ? {} : { 'content-type': 'application/json' },
  body: value === undefined ? '' : JSON.stringify(value),
});

/** What is refused, with the reason as its text. */
export const refusal = (status: number, refused: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: refused,
  refused,
});

/** A request to the platform. */
export interface PlatformRequest {
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

/** The response of the platform. */
export interface PlatformResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Reason for a refused request: the number of a cmi5 requirement, or the header or resource of xAPI. */
  readonly refused?: string;
}

/** A response with a value as its JSON body; without a value, an empty body. */
export const responseOf = (status: number, value?: unknown): PlatformResponse => ({
  status,
  headers: value === undefined ? {} : { 'content-type': 'application/json' },
  body: value === undefined ? '' : JSON.stringify(value),
});

/** A refusal whose body is the reason. */
export const refusal = (status: number, refused: string): PlatformResponse => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: refused,
  refused,
});

/** The part of `Storage` that keeping an attempt needs. Every call may throw. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const projector = '#projector';

/** Whether this window is the projector, which follows the trainer's window. */
export const isProjector = (): boolean => location.hash === projector;

interface Message<T> {
  /** A new window asks for the state of the other one. */
  readonly ask?: boolean;
  readonly state?: T;
  /** Number that increases with each change, because messages sent by both channels may arrive out of order. */
  readonly turn?: number;
}

/**
 * Synchronises two windows without a server: the trainer's sends, the projector's follows. Pages opened from
 * disk may have no broadcast channel; they use `postMessage` between the windows.
 */
export class InStep<T> {
  readonly #channel: BroadcastChannel | undefined;
  #opened: Window | null = null;
  #turn = 0;

  constructor(name: string) {
    try {
      this.#channel = new BroadcastChannel(name);
    } catch {
      // Messages with `postMessage` are sufficient.
    }
  }

  /** Opens the projector window, or brings it to the front. */
  open(): void {
    const [page = ''] = location.href.split('#');
    this.#opened = window.open(`${page}${projector}`, 'room-projector', 'popup');
  }

  tell(state: T): void {
    this.#turn++;
    this.#send({ state, turn: this.#turn });
  }

  /**
   * Listens to the other window.
   * @param show receives each message, which is not validated
   * @param state returns the state to send to a new window; absent in the projector
   */
  listen(show: (state: unknown) => void, state?: () => T): void {
    const hear = ({ data }: MessageEvent) => {
      const said = data as Message<unknown> | null;
      if (said?.ask === true && state) this.tell(state());
      if (said?.state === undefined || (said.turn ?? 0) <= this.#turn) return;
      this.#turn = said.turn ?? 0;
      show(said.state);
    };
    this.#channel?.addEventListener('message', hear);
    addEventListener('message', (event) => {
      if (event.source !== null && (event.source === this.#opened || event.source === opener()))
        hear(event);
    });
    if (state === undefined) this.#send({ ask: true });
  }

  #send(message: Message<T>) {
    this.#channel?.postMessage(message);
    for (const other of [this.#opened, opener()]) other?.postMessage(message, '*');
  }
}

const opener = () => window.opener as Window | null;

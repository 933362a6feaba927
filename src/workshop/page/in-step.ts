const projector = '#projector';

/** Whether this window is the projector, which follows the trainer's window. */
export const isProjector = (): boolean => location.hash === projector;

interface Message<T> {
  /** A new window asks for the state of the other one. */
  readonly ask?: boolean;
  readonly state?: T;
  /** Number that grows with each change: of two messages the later one counts, whichever way it took. */
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
      // The messages between the two windows are enough.
    }
  }

  /** Opens the window for the wall, or brings it to the front. */
  open(): void {
    const [page = ''] = location.href.split('#');
    this.#opened = window.open(`${page}${projector}`, 'room-projector', 'popup');
  }

  tell(state: T): void {
    this.#turn++;
    this.#send({ state, turn: this.#turn });
  }

  /**
   * Hears the other window.
   * @param show is given what came, which may be anything
   * @param state what a window that has just come is told; a projector has nothing to tell
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

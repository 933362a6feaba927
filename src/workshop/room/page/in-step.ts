import type { Room } from '../way.ts';

const projector = '#projector';

/** Whether this window is the one on the wall, which shows what the trainer's window says. */
export const isProjector = (): boolean => location.hash === projector;

/**
 * Two windows in step without a server: the trainer's tells, the projector's follows. Opened from a disk
 * a page may have no channel to its other window; then the message goes from window to window.
 */
export class InStep {
  readonly #channel: BroadcastChannel | undefined;
  #opened: Window | null = null;

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

  tell(room: Room): void {
    this.#channel?.postMessage({ room });
    this.#opened?.postMessage({ room }, '*');
  }

  /** The trainer's side: says the room again to a window that has just come. */
  answer(room: () => Room): void {
    const reply = ({ data }: MessageEvent) => {
      if ((data as { ask?: boolean } | null)?.ask === true) this.tell(room());
    };
    this.#channel?.addEventListener('message', reply);
    addEventListener('message', (event) => {
      if (this.#opened !== null && event.source === this.#opened) reply(event);
    });
  }

  /** The projector's side. @param show is given what came, which may be anything */
  follow(show: (room: unknown) => void): void {
    const take = ({ data }: MessageEvent) => {
      const said = data as { room?: unknown } | null;
      if (said?.room !== undefined) show(said.room);
    };
    const opener = window.opener as Window | null;
    this.#channel?.addEventListener('message', take);
    addEventListener('message', (event) => {
      if (opener !== null && event.source === opener) take(event);
    });
    this.#channel?.postMessage({ ask: true });
    opener?.postMessage({ ask: true }, '*');
  }
}

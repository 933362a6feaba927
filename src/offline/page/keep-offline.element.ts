import { loadScriptGlobal } from '../../site/load-script.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { cacheName, type OfflineFiles } from '../offline-files.ts';

/** `<keep-offline>`: stores the whole site in this browser for use without a network. */
class KeepOffline extends HTMLElement {
  #scope = '';
  #files: OfflineFiles | undefined;

  connectedCallback() {
    void this.#begin().finally(() => (this.hidden = false));
  }

  async #begin() {
    // A copy on a disk is offline anyway, and service workers are unavailable without https.
    const isPossible = location.protocol.startsWith('http') && 'serviceWorker' in navigator;
    part(this, 'impossible').hidden = isPossible;
    if (!isPossible) return;
    const files = new URL(String(this.dataset['files']), document.baseURI);
    this.#scope = new URL('.', files).href;
    this.#files = await loadScriptGlobal<OfflineFiles>(files.href, 'atiOfflineFiles').catch(
      () => undefined,
    );
    part(this, 'keep').addEventListener('click', () => void this.#keep());
    part(this, 'remove').addEventListener('click', () => void this.#remove());
    const size = Math.ceil((this.#files?.bytes ?? 0) / 1_000_000);
    part(this, 'size').hidden = this.#files === undefined;
    part(this, 'size').textContent = interpolate(this.dataset['size'], { size });
    part(this, 'unreachable').hidden = this.#files !== undefined;
    await this.#show();
  }

  async #show() {
    const names = await caches.keys();
    const isKept = names.some((name) => name.startsWith(cacheName(this.#scope, '')));
    part(this, 'kept').hidden = !isKept;
    part(this, 'remove').hidden = !isKept;
    part(this, 'keep').hidden = isKept || this.#files === undefined;
  }

  async #keep() {
    const said = part(this, 'said');
    const worker = new URL('offline-worker.js', this.#scope);
    try {
      await navigator.serviceWorker.register(worker, { scope: this.#scope });
      const { active } = await navigator.serviceWorker.ready;
      await new Promise<void>((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<unknown>) => {
          if (data === 'kept') return resolve();
          const { failed, done, of } = data as { failed?: string; done?: number; of?: number };
          if (failed !== undefined) return reject(new Error(failed));
          const share = Math.floor((100 * (done ?? 0)) / (of ?? 1));
          const progressText = interpolate(this.dataset['progress'], {
            share: share - (share % 10),
          });
          if (said.textContent !== progressText) said.textContent = progressText;
        };
        active?.postMessage('keep', [port2]);
      });
      said.textContent = String(this.dataset['done']);
    } catch {
      said.textContent = String(this.dataset['failed']);
    }
    await this.#show();
    part(this, 'heading').focus();
  }

  async #remove() {
    for (const one of await navigator.serviceWorker.getRegistrations())
      if (one.scope === this.#scope) await one.unregister();
    for (const name of await caches.keys())
      if (name.startsWith(cacheName(this.#scope, ''))) await caches.delete(name);
    part(this, 'said').textContent = String(this.dataset['removed']);
    await this.#show();
    part(this, 'heading').focus();
  }
}

customElements.define('keep-offline', KeepOffline);

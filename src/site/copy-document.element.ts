/**
 * `<copy-document>`: copies the text of a worked document. If the browser or the frame of a platform forbids access to
 * the clipboard, the text is selected instead and the page states the keys that copy it.
 */
class CopyDocument extends HTMLElement {
  connectedCallback(): void {
    const button = this.#part('copy');
    if (button === null) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const words = this.#part('words');
    if (words === null) return;
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(words.innerText);
      isCopied = true;
    } catch {
      getSelection()?.selectAllChildren(words);
    }
    const status = this.#part('status');
    if (status) status.textContent = this.dataset[isCopied ? 'copied' : 'select'] ?? '';
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

customElements.define('copy-document', CopyDocument);

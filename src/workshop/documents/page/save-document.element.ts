import { saveDocx } from '../../page/save-docx.ts';
import { documentBlocks } from './document-blocks.ts';

/**
 * `<save-document>`: saves a worked document for a word processor, so that a court can insert its own words. It stays
 * hidden in a package, because only the website contains the code that writes the file (P52).
 */
class SaveDocument extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    const article = document.querySelector('.worked-document');
    const title = document.querySelector('h1')?.textContent.trim() ?? '';
    const isPackaged = document.documentElement.dataset['package'] !== undefined;
    if (!button || !article || isPackaged) return;
    this.hidden = false;
    button.addEventListener('click', () => {
      const { docx = '', name = 'document', failed = '' } = this.dataset;
      const blocks = documentBlocks(article);
      void saveDocx(docx, name, {
        title,
        blocks: [{ kind: 'heading', level: 1, text: title }, ...blocks],
      }).then((isSaved) => {
        const said = this.querySelector('[role="status"]');
        if (said) said.textContent = isSaved ? '' : failed;
      });
    });
  }
}

customElements.define('save-document', SaveDocument);

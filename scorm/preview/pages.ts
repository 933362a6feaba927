import type { Translate } from '../../src/course/interface.ts';
import { xml as html } from '../package/markup.ts';
import type { StoredPackage } from './package-store.ts';
import { backLink, page, printable, type PageWords } from './page.ts';
import type { RejectedPackage } from './rejection.ts';

/** The page on which a package is chosen. */
export function choosePage(words: PageWords, files: readonly StoredPackage[]): string {
  const { t } = words;
  const date = new Intl.DateTimeFormat(words.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return page(
    words,
    t('preview.title'),
    html`<main
      class="reading"
      data-opening="${t('preview.opening')}"
      data-failed="${t('preview.upload-failed')}"
    >
      <h1>${t('preview.title')}</h1>
      <p class="lead">${t('preview.intro')}</p>
      <h2>${t('preview.built')}</h2>
      ${
        files.length === 0
          ? html`<p>${t('preview.none')}</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">${t('preview.name')}</th>
                  <th scope="col" class="number">${t('preview.size')}</th>
                  <th scope="col">${t('preview.made')}</th>
                </tr>
              </thead>
              <tbody>
                ${files.map(
                  ({ name, bytes, made }) =>
                    html`<tr>
                      <th scope="row">
                        <a href="lms?package=${encodeURIComponent(name)}">${name}</a>
                      </th>
                      <td class="number">
                        ${t('preview.kilobytes', { size: Math.ceil(bytes / 1024) })}
                      </td>
                      <td>${date.format(made)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      <h2>${t('preview.choose')}</h2>
      <form id="choose">
        <label for="zip">${t('preview.choose-label')}</label>
        <input id="zip" type="file" accept=".zip,application/zip" aria-describedby="zip-hint" />
        <p id="zip-hint" class="hint">${t('preview.choose-hint')}</p>
      </form>
      <p id="status" role="status"></p>
      <section id="refusal" class="notice" tabindex="-1" hidden>
        <h2 data-title></h2>
        <p data-reason></p>
        <p><b>${t('preview.remedy')}:</b> <span data-suggestion></span></p>
      </section>
    </main>`,
    { script: 'choose.js' },
  );
}

/** Texts about a rejected file: title, reason and remedy. */
export const rejectionWords = (
  t: Translate,
  file: string,
  { reason, found, nearest }: RejectedPackage,
) => ({
  title: t('preview.refused', { file: printable(file) }),
  reason: t(`preview.refused-${reason}`, { found: printable(found), nearest: printable(nearest) }),
  suggestion: t(`preview.remedy-${reason}`),
});

/** The page shown in place of a rejected package. */
export function rejectionPage(words: PageWords, file: string, rejected: RejectedPackage): string {
  const { title, reason, suggestion } = rejectionWords(words.t, file, rejected);
  return page(
    words,
    title,
    html`<main class="reading">
      <h1>${title}</h1>
      <p>${reason}</p>
      <p><b>${words.t('preview.remedy')}:</b> ${suggestion}</p>
      <p>${backLink(words.t)}</p>
    </main>`,
  );
}

/** A page for a missing package or address. */
export const missingPage = (words: PageWords, message: 'no-package' | 'not-found') =>
  page(
    words,
    words.t('preview.title'),
    html`<main class="reading">
      <h1>${words.t('preview.title')}</h1>
      <p>${words.t(`preview.${message}`)}</p>
      <p>${backLink(words.t)}</p>
    </main>`,
  );

/** The page to which a course returns after the learner has left. */
export const returnedPage = (words: PageWords): string => {
  const text = words.t('preview.returned');
  return page(words, text, html`<main class="reading"><p>${text}</p></main>`, { isPlain: true });
};

/** The page shown in the frame of a course for a file missing from the package. */
export const courseMissingPage = (words: PageWords, found: string): string => {
  const text = words.t('preview.problem-missing', { found: printable(found) });
  return page(words, text, html`<main class="reading"><p>${text}</p></main>`, { isPlain: true });
};

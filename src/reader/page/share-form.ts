import { element } from '../../site/element.ts';
import { addressOf, copied, isShared, sections } from './share.ts';
import type { Words } from './words.ts';

/** Makes the form that shares the page or a section; undefined if others cannot open its address. */
export function shareForm(words: Words): HTMLElement | undefined {
  if (!isShared) return undefined;
  const select = element('select', '', new Option(words('whole'), ''));
  for (const { id, textContent } of sections()) select.append(new Option(textContent.trim(), id));
  const said = element('p', 'small');
  said.setAttribute('role', 'status');
  const field = element('input', '');
  field.readOnly = true;
  field.hidden = true;
  field.setAttribute('aria-label', words('copy'));

  const copy = element('button', 'quiet', words('copy'));
  copy.type = 'button';
  copy.addEventListener('click', () => {
    const address = addressOf(select.value);
    void copied(address).then((isCopied) => {
      field.hidden = isCopied;
      said.textContent = words(isCopied ? 'copied' : 'select');
      if (isCopied) return;
      field.value = address;
      field.select();
    });
  });
  const made = element(
    'section',
    '',
    element('h3', '', words('share')),
    element('p', '', element('label', '', words('section'), ' ', select)),
    copy,
  );
  if ('share' in navigator) {
    const send = element('button', 'quiet', words('send'));
    send.type = 'button';
    send.addEventListener('click', () => {
      // Cancelling the share dialog of the device is not an error.
      navigator
        .share({ title: document.title, url: addressOf(select.value) })
        .catch(() => undefined);
    });
    made.append(' ', send);
  }
  made.append(said, field);
  return made;
}

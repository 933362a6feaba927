/**
 * Acts when a form is sent, by its button or by Enter in a field. A learning platform may show the course
 * in a frame without `allow-forms`: there a browser ends before any `submit` event (HTML, "form submission
 * algorithm"). The click on the button always comes, and Enter makes one.
 */
export function onSend(form: HTMLFormElement, act: () => void): void {
  const send = (event: Event) => {
    event.preventDefault();
    if (form.reportValidity()) act();
  };
  form.addEventListener('submit', send);
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (button?.type === 'submit') send(event);
  });
}

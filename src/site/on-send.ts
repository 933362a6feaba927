/**
 * Runs a function when a form is submitted by its button or by Enter in a field. A learning platform may show the
 * course in a frame without `allow-forms`, where browsers stop before the `submit` event (HTML, "form submission
 * algorithm"). The `click` event of the button is always fired, also by Enter.
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

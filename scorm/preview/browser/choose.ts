/** The page for choosing a package: uploads the file, then opens it or shows why it was rejected. */
export {};

const main = document.querySelector('main');
const input = document.querySelector<HTMLInputElement>('#zip');
const message = document.querySelector('#status');
const refusal = document.querySelector<HTMLElement>('#refusal');

interface Refused {
  readonly title: string;
  readonly reason: string;
  readonly suggestion: string;
}

async function open(file: File) {
  tell(main?.dataset['opening'] ?? '');
  refusal?.setAttribute('hidden', '');
  try {
    const name = encodeURIComponent(file.name);
    const response = await fetch(`package?name=${name}`, { method: 'POST', body: file });
    if (response.ok) {
      const { location: address } = (await response.json()) as { location: string };
      location.assign(address);
    } else show((await response.json()) as Refused);
  } catch {
    tell(main?.dataset['failed'] ?? '');
  }
}

function show({ title, reason, suggestion }: Refused) {
  tell('');
  for (const [part, text] of Object.entries({ title, reason, suggestion })) {
    const element = refusal?.querySelector(`[data-${part}]`);
    if (element) element.textContent = text;
  }
  refusal?.removeAttribute('hidden');
  refusal?.focus();
}

function tell(text: string) {
  if (message) message.textContent = text;
}

input?.addEventListener('change', () => {
  const [file] = input.files ?? [];
  if (file) void open(file);
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file) void open(file);
});

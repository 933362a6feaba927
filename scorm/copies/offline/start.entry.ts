/** Shows on the start page of an offline copy whether this browser stores progress. */
const keeps = (): boolean => {
  const name = 'ati-keeps';
  try {
    localStorage.setItem(name, name);
    const isKept = localStorage.getItem(name) === name;
    localStorage.removeItem(name);
    return isKept;
  } catch {
    return false;
  }
};

const state = keeps() ? 'kept' : 'refused';
for (const line of document.querySelectorAll<HTMLElement>('[data-keeps]'))
  line.hidden = line.dataset['keeps'] !== state;

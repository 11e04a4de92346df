/** Remembers which of the two texts a reader wants, on this device and nowhere else. */
const NAME = 'enfocustom.view';

const choices = [...document.querySelectorAll<HTMLInputElement>('.reading-view input')];
const remembered = choices.length > 0 ? recall() : null;
for (const choice of choices) {
  if (choice.value === remembered) choice.checked = true;
  choice.addEventListener('change', () => {
    store(choice.value);
    // An address that names a place in the other text would keep that text open.
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  });
}

function recall(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    // Storage is refused in some browsers and settings: then the page is as it is made.
    return null;
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(NAME, value);
  } catch {
    // As above; or it is full.
  }
}

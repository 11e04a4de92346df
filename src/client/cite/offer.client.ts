import type { FORMATS } from '../../publish/cite/formats.ts';

/** On an entry's page: the buttons below its citation. Their script is fetched when one is pressed. */
const offer = document.querySelector<HTMLElement>('[data-cite]');
const status = offer?.querySelector('[role=status]');

offer?.addEventListener('click', async ({ target }) => {
  if (!(target instanceof HTMLButtonElement) || !status) return;
  try {
    const { saveCitation } = await import('./save.client.ts');
    saveCitation(target.value as keyof typeof FORMATS);
    status.textContent = '';
  } catch (error) {
    status.textContent = `The citation could not be made (${error instanceof Error ? error.message : error}).`;
  }
});

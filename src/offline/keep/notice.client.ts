import { ask } from './ask.client.ts';

/** On every page of a kept copy: says when the server has a newer version. Browsers look for one on their own. */
const controller = navigator.serviceWorker?.controller;
const page = document.querySelector<HTMLElement>('[data-offline-page]');
// The page Offline says it itself, and has the way back to the root in its address.
if (controller && !page) {
  const look = async () => {
    const { offered, kept } = await ask(navigator.serviceWorker.controller ?? controller, 'status');
    if (kept !== null && offered !== kept) tell();
  };
  look();
  navigator.serviceWorker.addEventListener('controllerchange', look);
}

function tell(): void {
  const footer = document.querySelector<HTMLAnchorElement>('.site-footer a[href$="/offline/"]');
  if (!footer || document.getElementById('newer-version')) return;
  const notice = document.createElement('p');
  notice.id = 'newer-version';
  notice.className = 'notice no-print';
  notice.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.href = footer.href;
  link.textContent = 'Update it';
  notice.append('You read the copy kept on this device; a newer version is available. ', link);
  document.querySelector('main')?.before(notice);
}

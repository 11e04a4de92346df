import { byId, el, plural } from '../../client/search/dom.client.ts';
import { compare } from './compare.ts';

/** Faults that are listed; more say nothing more. */
const MOST = 200;

/** The part of the page Offline that reads an unpacked folder and says what is wrong with it. */
const input = byId('verify-folder', HTMLInputElement);
const status = byId('verify-status', HTMLElement);
const list = byId('verify-faults', HTMLElement);

if (globalThis.crypto?.subtle) input.closest<HTMLElement>('[data-verify]')?.removeAttribute('hidden');

input.addEventListener('change', () => {
  const files = [...(input.files ?? [])];
  list.replaceChildren();
  if (files.length === 0) return;
  const tell = (share: number) => {
    status.textContent = `Reading … ${Math.floor(share * 100)} %`;
  };
  compare(files, tell).then(
    (faults) => {
      const wrong = faults.filter(({ what }) => what !== 'not part of the archive').length;
      status.textContent =
        faults.length === 0
          ? `All ${plural(files.length - 1, 'file')} are as they were packed.`
          : `${plural(wrong, 'file')} missing or damaged, ${plural(faults.length - wrong, 'file')} that the archive does not have.${wrong > 0 ? ' Unpack the zip again; if it stays so, fetch it again.' : ''}`;
      list.replaceChildren(
        ...faults.slice(0, MOST).map(({ path, what }) => el('li', {}, el('code', {}, path), `: ${what}`)),
        ...(faults.length > MOST ? [el('li', {}, `and ${faults.length - MOST} more`)] : []),
      );
    },
    (error: unknown) => {
      status.textContent = error instanceof Error ? error.message : String(error);
    },
  );
});

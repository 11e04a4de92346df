import { byId } from '../../client/search/dom.client.ts';
import { sizeInWords } from '../size.ts';
import { ask } from './ask.client.ts';
import { Keeper, type Progress } from './keeper.ts';
import { type KeepList, SERVICE_WORKER, wholeCopy } from './kept-files.ts';

/** The part of the page Offline that keeps the archive in this browser. */
const section = document.querySelector<HTMLElement>('[data-keep]');
if (section) start(section);

function start(section: HTMLElement): void {
  section.hidden = false;
  const status = byId('keep-status', HTMLElement);
  const bar = byId('keep-progress', HTMLProgressElement);
  const buttons = {
    start: byId('keep-start', HTMLButtonElement),
    stop: byId('keep-stop', HTMLButtonElement),
    look: byId('keep-look', HTMLButtonElement),
    remove: byId('keep-remove', HTMLButtonElement),
  };
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) {
    buttons.start.hidden = true;
    status.textContent = 'This browser cannot keep the archive here: that takes an address that begins with https.';
    return;
  }
  const scope = new URL('../', location.href).href;
  const keeper = new Keeper(scope);
  let stop = new AbortController();

  const say = (text: string) => {
    status.textContent = text;
  };
  /** @param label what the first button does; null where there is nothing to fetch */
  const show = (text: string, label: string | null, kept: boolean) => {
    say(text);
    buttons.start.textContent = label;
    buttons.start.hidden = label === null;
    buttons.stop.hidden = true;
    buttons.look.hidden = !kept;
    buttons.remove.hidden = !kept && label !== CONTINUE;
    bar.hidden = true;
  };
  const tell = ({ bytes, files, ofBytes, ofFiles }: Progress) => {
    bar.value = bytes / Math.max(1, ofBytes);
    const count = `${files.toLocaleString('en')} of ${ofFiles.toLocaleString('en')} files`;
    say(`${sizeInWords(bytes)} of ${sizeInWords(ofBytes)}, ${count}.`);
  };

  const look = async () => {
    const whole = await wholeCopy(scope);
    const registration = await navigator.serviceWorker.getRegistration(scope);
    const worker = registration?.active;
    if (whole && worker) {
      const { offered } = await ask(worker, 'status');
      if (offered === whole.version) show('The archive is kept on this device.', null, true);
      else show('The archive is kept on this device. A newer version is available.', UPDATE, true);
    } else if (await hasPart(scope)) show('A part of the archive is on this device.', CONTINUE, false);
    else show('The archive is not kept on this device.', KEEP, false);
  };

  const fetchAll = async () => {
    stop = new AbortController();
    buttons.start.hidden = true;
    buttons.look.hidden = true;
    buttons.stop.hidden = false;
    bar.hidden = false;
    bar.value = 0;
    say('Asking what there is …');
    const list = await keeper.offered();
    await requireRoom(keeper, list);
    // The browser may ask the reader, who may leave that open: it is about whether it may remove the copy when it needs room.
    navigator.storage?.persist?.().catch(() => {});
    const registration = await navigator.serviceWorker.register(new URL(SERVICE_WORKER, scope), { scope });
    await keeper.keep(list, tell, stop.signal);
    await registration.update();
    const ready = await navigator.serviceWorker.ready;
    if (ready.active) await ask(ready.active, 'changed');
  };

  const explain = async (error: unknown) => {
    const stopped = stop.signal.aborted;
    await look();
    if (!stopped) say(`${messageOf(error)} ${status.textContent}`);
  };
  const on = (button: HTMLButtonElement, run: () => Promise<void>) =>
    button.addEventListener('click', () => run().then(look, explain));

  on(buttons.start, fetchAll);
  on(buttons.look, async () => {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    await registration?.update();
    await settled(registration);
  });
  on(buttons.remove, async () => {
    await keeper.remove();
    const registration = await navigator.serviceWorker.getRegistration(scope);
    if (registration?.active) await ask(registration.active, 'changed');
    await registration?.unregister();
  });
  buttons.stop.addEventListener('click', () => stop.abort());
  look().catch(explain);
}

const KEEP = 'Keep this archive on this device';
const CONTINUE = 'Fetch the rest';
const UPDATE = 'Fetch the newer version';

async function hasPart(scope: string): Promise<boolean> {
  const names = await caches.keys();
  return names.some((name) => name.startsWith(`enfocustom ${scope} `));
}

async function requireRoom(keeper: Keeper, list: KeepList): Promise<void> {
  const { bytes, ofBytes } = await keeper.progress(list);
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota === undefined || usage === undefined || quota - usage > ofBytes - bytes) return;
  throw new Error(
    `The archive needs ${sizeInWords(ofBytes - bytes)} more, and this browser has room for ${sizeInWords(quota - usage)}.`,
  );
}

/** Waits until a worker that is being installed has taken over. */
async function settled(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  const worker = registration?.installing ?? registration?.waiting;
  if (!worker) return;
  await new Promise<void>((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve();
    });
  });
}

function messageOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'There is no more room on this device.';
  if (error instanceof TypeError) return 'The server cannot be reached.';
  return error instanceof Error ? error.message : String(error);
}

import { parentPort, workerData } from 'node:worker_threads';
import { type Order, performer, type ScanSetting } from './orders.ts';

const perform = performer(workerData as ScanSetting);
parentPort?.on('message', (order: Order) => parentPort?.postMessage(perform(order)));

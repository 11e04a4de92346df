import { parentPort, workerData } from 'node:worker_threads';
import { type Order, performer, type ScanSetting } from './orders.ts';

// A failed attempt to read noise as data says nothing worth a stack.
Error.stackTraceLimit = 0;
const perform = performer(workerData as ScanSetting);
parentPort?.on('message', (order: Order) => parentPort?.postMessage(perform(order)));

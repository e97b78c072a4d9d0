import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Writer, type Job } from './writer.js';

/** Jobs in one transaction. More than can ever wait, unless many are small. */
const MOST_TOGETHER = 256;

type Message = Job | 'close';

/** The thread that writes. It takes all that has come while it waited for the disk, and stores that together. */
const port = parentPort;
if (!port) throw new Error('This file is started as a worker.');
const writer = new Writer(String(workerData), (progress) => port.postMessage({ progress }));

port.on('message', (first: Message) => {
  const jobs: Job[] = [];
  let message: Message | undefined = first;
  while (message !== undefined && message !== 'close') {
    jobs.push(message);
    if (jobs.length === MOST_TOGETHER) break;
    message = receiveMessageOnPort(port)?.message as Message | undefined;
  }
  if (jobs.length > 0) port.postMessage({ done: writer.run(jobs) });
  if (message !== 'close') return;
  writer.close();
  port.close();
});
port.postMessage({ ready: true });

import { parentPort, workerData } from 'node:worker_threads';
import { readAgreementFile } from '../domain/agreement-files/read-agreement-file';

/** The thread in which one file is read (`AgreementFileReader`): its text comes in, what was read goes out. */
parentPort?.postMessage(readAgreementFile(String(workerData)));

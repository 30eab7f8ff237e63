// Says hello to the port it is given, and ends when its process is asked to.
import { connect } from 'node:net';
import { openProcessIo } from '../process-io.ts';

using io = openProcessIo();
const socket = connect(Number(process.argv[2]), '127.0.0.1');
io.signal.addEventListener('abort', () => socket.destroy());
await new Promise((resolve) => socket.once('close', resolve));

// Says hello to the port it is given, and ends only by force.
import { connect } from 'node:net';

process.on('SIGTERM', () => {});
connect(Number(process.argv[2]), '127.0.0.1');

// What `npm run demo`, `npm start` and `npm run dropwise` call: the same command as the installed one.
import '../apps/cli/bin/dropwise.js';

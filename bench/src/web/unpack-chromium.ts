/** Unpacks the Chromium of `@sparticuz/chromium`, and the libraries it may need, into the system's folder for temporary files. */
import chromium from '@sparticuz/chromium';

chromium.setGraphicsMode = false;
await chromium.executablePath();

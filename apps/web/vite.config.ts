import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Relative addresses everywhere: the console says in `<base>` below which path it serves. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [svelte()],
  build: {
    target: 'es2023',
    // Where `vite build` by hand puts it; `build/build-web.ts` gives each build a folder of its own.
    outDir: 'dist/by-hand',
    emptyOutDir: true,
    // The policy of the console allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
});

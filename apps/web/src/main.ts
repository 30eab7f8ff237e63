import { mount } from 'svelte';
import App from './App.svelte';
import { createBackend } from './backend/backend.ts';
import { i18n } from './i18n/i18n.svelte.ts';
import { Live } from './live/live.svelte.ts';
import { startRouter } from './routing/router.svelte.ts';
import './theme/tokens.css';
import './theme/base.css';
import { startTheme } from './theme/theme.svelte.ts';

startTheme();
await i18n.start();
const backend = createBackend(new URL(document.baseURI));
const live = new Live(new URL(document.baseURI), backend);
startRouter(new URL(document.baseURI).pathname);
const target = document.getElementById('app');
if (target === null) throw new Error('expected an element with the id "app" in index.html');
mount(App, { target, props: { backend, live } });
void live.start();

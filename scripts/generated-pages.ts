import { formatReasonsPage } from './reasons-page.ts';
import { formatSettingsPage } from './settings-page.ts';

/** Pages that nobody edits: where each stands in the repository, and its text. */
export function generatedPages(): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'docs/operating/settings.md', text: formatSettingsPage() },
    { path: 'docs/operating/reasons.md', text: formatReasonsPage() },
  ];
}

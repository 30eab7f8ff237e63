import { settingWarnings } from '@dropwise/core';
import type { Check } from '../check.ts';
import { broken, type Finding, note, ok } from '../finding.ts';

export const settingsCheck: Check = {
  group: 'this machine',
  name: 'settings',
  async run({ loaded, settings, fileProblems, directory }) {
    const problems = loaded.problems.map(
      ({ kind, sentence }): Finding =>
        kind === 'unknown' ? note(sentence, 'Correct or remove it.') : broken(sentence, 'Correct it.'),
    );
    const files = fileProblems.map((sentence) => broken(sentence, ''));
    const warnings = settingWarnings(settings).map((sentence) => note(sentence));
    const findings = [...problems, ...files, ...warnings];
    return findings.length > 0 ? findings : [ok(`${directory.settingsFile}, environment and flags fit.`)];
  },
};

import { maskSecrets } from '@dropwise/runtime';

const secretName = '[\\w-]*(?:token|password|passphrase|secret|api-?key|cookie)[\\w-]*';
/** `--token=abc` and `TOKEN=abc`: what follows such a name is not shown, whatever it looks like. */
const namedValue = new RegExp(`^(-{0,2}${secretName}=).+$`, 'is');
/** `--token abc`: then it is the next argument. */
const nameAlone = new RegExp(`^--?${secretName}$`, 'i');
const hidden = '[token]';

/** A command for people: without the passwords in its arguments. */
export function hideArguments(command: readonly string[]): string[] {
  return command.map((argument, index) =>
    nameAlone.test(command[index - 1] ?? '') && !argument.startsWith('-') ? hidden : hideArgument(argument),
  );
}

/** A command as it was shown and sent back, with what was hidden in it put back. */
export function fillArguments(sent: readonly string[], kept: readonly string[]): string[] {
  const shown = hideArguments(kept);
  return sent.map((argument, index) => (argument === shown[index] ? (kept[index] ?? argument) : argument));
}

function hideArgument(argument: string): string {
  return maskSecrets(argument.replace(namedValue, `$1${hidden}`));
}

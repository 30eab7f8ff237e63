/** As the API takes it. */
export const maxFileCharacters = 200_000;

/** `config (1).json` → the text, or its size when it is too large to be a settings file. */
export async function readSettingsFile(
  file: Pick<File, 'size' | 'text'>,
): Promise<{ readonly text: string } | { readonly tooLargeBytes: number }> {
  if (file.size > maxFileCharacters) return { tooLargeBytes: file.size };
  return { text: await file.text() };
}

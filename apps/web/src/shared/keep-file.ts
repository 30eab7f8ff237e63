const revokeAfterMs = 60_000;

/** Offers a text that the page made as a file to keep. */
export function keepFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), revokeAfterMs);
}

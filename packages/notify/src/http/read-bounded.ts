const maxBytes = 16 * 1024;

/** The first part of an answer; null = it broke off. What is beyond is not waited for. */
export async function readBounded(response: Response, signal: AbortSignal): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < maxBytes) {
      const { done, value } = await reader.read();
      if (done) return Buffer.concat(parts).toString('utf8');
      parts.push(value);
      size += value.byteLength;
    }
    await reader.cancel();
    return Buffer.concat(parts).toString('utf8').slice(0, maxBytes);
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

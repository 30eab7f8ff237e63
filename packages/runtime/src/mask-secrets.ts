/** Each finds a secret by what stands before it; the first group stays, what follows goes. */
const secretPatterns: readonly RegExp[] = [
  // The header that every call carries: protocol 1.2. `Bearer` is the same token's name at id.twitch.tv.
  /\b((?:OAuth|Bearer) +)[\w.~+/-]{10,}=*/gi,
  // JSON, also inside a JSON string, where every quote has its backslashes.
  /((?:\\*")(?:auth[_-]?token|access[_-]?token|refresh[_-]?token|device[_-]?code|client-integrity|integrity|authorization|password)\\*"\s*:\s*\\*")(?:[^"\\]|\\(?!\\*"))+/gi,
  // Cookies, forms and queries.
  /\b((?:auth[_-]token|access_token|refresh_token|device_code|client-integrity|api_token|password)(?:=|%3D))[^\s;,&"'\\]+/gi,
  // The signature of a playback token.
  /([?&]sig=)[0-9a-f]{16,}/gi,
  // Credentials in a proxy's address.
  /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"'\\]+:[^\s/@"'\\]+(?=@)/gi,
];

/** `text` with every part that looks like a token or password replaced by `[token]`. A net below `Secret`, not its replacement. */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const pattern of secretPatterns) masked = masked.replace(pattern, '$1[token]');
  return masked;
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'its name does not resolve',
  EAI_AGAIN: 'its name does not resolve now',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer',
};

const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/;

export interface NetworkFault {
  readonly words: string;
  /** Somebody has to change something. */
  readonly forGood: boolean;
}

/** What the system's code for a failed connection means. The text of an error is not used: it may quote an address. */
export function networkFaultOf(code: string | null): NetworkFault {
  if (code !== null && certificateCode.test(code)) {
    return { words: `its certificate is not trusted (${code})`, forGood: true };
  }
  return {
    words: (code === null ? undefined : words[code]) ?? `something went wrong on the way (${code ?? 'unknown'})`,
    forGood: false,
  };
}

/** The innermost code: `fetch` wraps what happened, and a name with several addresses wraps once more. */
export function codeOf(error: unknown): string | null {
  let code: string | null = null;
  let at: unknown = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
    if ('errors' in at && Array.isArray(at.errors)) at = at.errors[0];
    else at = 'cause' in at ? at.cause : null;
  }
  return code;
}

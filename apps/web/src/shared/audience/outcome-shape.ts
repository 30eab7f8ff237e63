/** How an outcome is drawn: colour, shape and word together. */
export interface OutcomeShape {
  readonly shape: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'info';
}

export function outcomeShape(outcome: string): OutcomeShape {
  switch (outcome) {
    case 'passed':
      return { shape: '●', tone: 'good' };
    case 'failed':
      return { shape: '■', tone: 'bad' };
    case 'saturated':
      return { shape: '▲', tone: 'warn' };
    case 'refused':
      return { shape: '■', tone: 'warn' };
    default:
      return { shape: '◐', tone: 'info' };
  }
}

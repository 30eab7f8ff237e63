import type { RunSettings } from '../../config/run-settings.ts';

/** 200 viewers for ten minutes, directly and over two proxies. */
export const runSettings: RunSettings = {
  url: 'https://origin.test/live/index.m3u8?token=hunter2',
  viewers: 200,
  durationMs: 600_000,
  load: { shape: 'constant', joinOverMs: 10_000, stay: { kind: 'to-the-end' } },
  rendition: { kind: 'adaptive' },
  lowLatency: true,
  startSegments: 1,
  resyncTargetDurations: 10,
  onEnd: 'finish',
  transport: 'raw',
  cmcd: false,
  seed: 1,
  shards: 1,
  part: null,
  runId: null,
  egress: {
    proxies: [
      {
        scheme: 'http',
        host: 'oslo.test',
        port: 3128,
        credentials: { user: 'anna', password: 'hunter3' },
        name: 'oslo',
        weight: 1,
        budgetBytes: null,
      },
      {
        scheme: 'socks5',
        host: 'rome.test',
        port: 1080,
        credentials: null,
        name: 'rome',
        weight: 1,
        budgetBytes: null,
      },
    ],
    directShare: 0.1,
    onProxyLoss: 'report',
  },
  failIf: ['stalled_time_pct>0.5'],
  maxViewers: null,
  maxMbps: null,
  nats: null,
};

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startWebServer } from './web-server.ts';

export const recordedSegments = 5;

export interface RecordingOrigin extends AsyncDisposable {
  readonly url: string;
  /** What the operator puts at the root of the host. */
  consent(text: string): Promise<void>;
}

/**
 * nginx with a recording that ffmpeg has made. Everybody loads all of it, whenever he comes: runs can be compared to the
 * byte, which a live stream does not allow.
 */
export async function startRecordingOrigin(): Promise<RecordingOrigin> {
  const stack = new AsyncDisposableStack();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'dropwise-recording-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    const recording = join(folder, 'www', 'recording');
    await mkdir(recording, { recursive: true });
    await promisify(execFile)('ffmpeg', formatArguments(), { cwd: recording });
    const server = stack.use(await startWebServer(folder));
    return {
      url: `${server.origin}/recording/index.m3u8`,
      consent: async (text) => {
        await mkdir(join(folder, 'www', '.well-known'), { recursive: true });
        await writeFile(join(folder, 'www', '.well-known', 'dropwise-audience.txt'), text);
      },
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

function formatArguments(): readonly string[] {
  const input = ['-nostdin', '-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=10'];
  const encoder = ['-t', recordedSegments, '-c:v', 'libx264', '-preset', 'ultrafast', '-g', 10, '-keyint_min', 10];
  const hls = ['-f', 'hls', '-hls_time', 1, '-hls_playlist_type', 'vod', '-hls_segment_filename', 'seg%d.ts'];
  return [...input, ...encoder, ...hls, 'index.m3u8'].map(String);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Rendition {
  readonly name: string;
  readonly height: number;
  /** Of the picture, and near enough of the whole. */
  readonly bitsPerSecond: number;
}

export const segmentSeconds = 1;
const windowSegments = 6;
const framesPerSecond = 10;
const patienceMs = 30_000;

/** ffmpeg, encoding one rendition live into a folder: a playlist with program dates, and segments of one second. */
export interface Packager extends AsyncDisposable {
  /** It stands still: the playlist gets stuck, and nothing is deleted. */
  pause(): void;
}

/** Resolves once the playlist holds enough for a viewer to start three segments from its end. */
export async function startPackager(folder: string, rendition: Rendition): Promise<Packager> {
  await mkdir(folder, { recursive: true });
  const child = spawn('ffmpeg', formatArguments(rendition), { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  try {
    await untilPackaged(child, folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    pause: () => child.kill('SIGSTOP'),
    [Symbol.asyncDispose]: stop,
  };
}

/** Noise cannot be compressed, so that the bitrate is what was asked for. */
function formatArguments({ height, bitsPerSecond }: Rendition): readonly string[] {
  const width = (height * 16) / 9;
  const picture = `testsrc2=size=${width}x${height}:rate=${framesPerSecond},noise=alls=60:allf=t`;
  const rate = ['-b:v', bitsPerSecond, '-minrate', bitsPerSecond, '-maxrate', bitsPerSecond, '-bufsize', bitsPerSecond];
  const group = framesPerSecond * segmentSeconds;
  const encoder = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-threads',
    1,
    '-g',
    group,
    '-keyint_min',
    group,
    ...rate,
  ];
  const hls = ['-hls_time', segmentSeconds, '-hls_list_size', windowSegments, '-hls_segment_filename', 'seg%d.ts'];
  const flags = 'program_date_time+delete_segments+independent_segments+temp_file';
  const input = ['-nostdin', '-re', '-f', 'lavfi', '-i', picture];
  return [...input, ...encoder, '-f', 'hls', ...hls, '-hls_flags', flags, 'index.m3u8'].map(String);
}

async function untilPackaged(child: ChildProcess, folder: string): Promise<void> {
  const giveUpAtMs = Date.now() + patienceMs;
  while (Date.now() < giveUpAtMs) {
    if (child.exitCode !== null) throw new Error(`expected ffmpeg to run, found that it ended with ${child.exitCode}`);
    const playlist = await readFile(join(folder, 'index.m3u8'), 'utf8').catch(() => '');
    if (playlist.split('#EXTINF').length > 4) return;
    await pause(50);
  }
  throw new Error(`expected four segments of ffmpeg within ${patienceMs} ms, found fewer`);
}

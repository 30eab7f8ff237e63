import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseCopy, type Stage } from './parse-dockerfile.ts';

/** Paths of the project that go into an image: tracked (or not yet, but not ignored), and not left out by `.dockerignore`. */
export function listContext(root: string): readonly string[] {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (listed.status !== 0) throw new Error(`git ls-files failed: ${listed.stderr}`);
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(patternOf);
  return listed.stdout
    .split('\n')
    .filter((path) => path !== '' && !ignored.some((pattern) => pattern.test(path)) && existsSync(join(root, path)));
}

/** The patterns that our own file uses: names, and a double star before a name. */
function patternOf(line: string): RegExp {
  const isAnywhere = line.startsWith('**/');
  const name = line.replace(/^\*\*\//, '');
  const escaped = name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${escaped}(?:/|$)`);
}

export interface LaidOut {
  /** Stands for `/` of the stage. */
  readonly root: string;
  readonly workingFolder: string;
}

/**
 * Carries out the COPY and RUN lines of a stage in an empty folder, as an engine would in an empty image: RUN lines see
 * nothing of the project but what was copied. Throws with the output of a line that fails.
 */
export function layOutStage(stage: Stage, project: string, root: string, env: NodeJS.ProcessEnv): LaidOut {
  const context = listContext(project);
  let workingFolder = '/';
  for (const instruction of stage.instructions) {
    switch (instruction.name) {
      case 'WORKDIR':
        workingFolder = instruction.text;
        mkdirSync(join(root, workingFolder), { recursive: true });
        break;
      case 'COPY': {
        const { sources, target } = parseCopy(instruction);
        for (const source of sources)
          copyFromContext(context, project, source, join(root, workingFolder, target), target);
        break;
      }
      case 'RUN': {
        const run = spawnSync('sh', ['-c', instruction.text], {
          cwd: join(root, workingFolder),
          env,
          encoding: 'utf8',
        });
        if (run.status !== 0)
          throw new Error(`line ${instruction.line}: ${instruction.text}\n${run.stdout}${run.stderr}`);
        break;
      }
      default:
        throw new Error(`line ${instruction.line}: ${instruction.name} is not known to this check`);
    }
  }
  return { root, workingFolder: join(root, workingFolder) };
}

function copyFromContext(
  context: readonly string[],
  project: string,
  source: string,
  to: string,
  target: string,
): void {
  const isFile = context.includes(source);
  const below = context.filter((path) => path.startsWith(`${source}/`));
  if (!isFile && below.length === 0) throw new Error(`COPY ${source}: the project has no such file`);
  if (isFile) {
    const path = target.endsWith('/') || target === '.' ? join(to, basename(source)) : to;
    copyFile(join(project, source), path);
  }
  for (const path of below) copyFile(join(project, path), join(to, path.slice(source.length + 1)));
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

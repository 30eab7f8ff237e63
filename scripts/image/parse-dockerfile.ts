/** An instruction of a Dockerfile: its name in capitals, its text with continued lines joined. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

export interface Stage {
  /** `install` of `FROM … AS install`; null for the last stage, which needs none. */
  readonly name: string | null;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** The stages in order. Knows what our own Dockerfile uses, and throws for anything else. */
export function parseDockerfile(text: string): readonly Stage[] {
  const stages: { name: string | null; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of readInstructions(text)) {
    if (instruction.name === 'FROM') {
      const [, base, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(instruction.text) ?? [];
      if (base === undefined)
        throw new Error(`line ${instruction.line}: FROM must name an image, found "${instruction.text}"`);
      stages.push({ name: name ?? null, base, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`line ${instruction.line}: ${instruction.name} stands before any FROM`);
    stage.instructions.push(instruction);
  }
  return stages;
}

export interface Copy {
  /** The stage that is copied from; null = the project. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

export function parseCopy(instruction: Instruction): Copy {
  const words = instruction.text.split(/\s+/);
  const from = words[0]?.startsWith('--from=') === true ? (words.shift()?.slice('--from='.length) ?? null) : null;
  const target = words.pop();
  if (target === undefined || words.length === 0 || words.some((word) => word.startsWith('--'))) {
    throw new Error(
      `line ${instruction.line}: COPY must be [--from=stage] sources target, found "${instruction.text}"`,
    );
  }
  return { from, sources: words, target };
}

/** `["node", "x"]` of CMD and HEALTHCHECK CMD. */
export function parseExecForm(instruction: Instruction): readonly string[] {
  const at = instruction.text.indexOf('[');
  const value: unknown = at === -1 ? null : JSON.parse(instruction.text.slice(at));
  if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) {
    throw new Error(`line ${instruction.line}: expected a command in brackets, found "${instruction.text}"`);
  }
  return value;
}

function readInstructions(text: string): Instruction[] {
  const found: Instruction[] = [];
  let begun = '';
  let begunAt = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (begun === '' && (line.trim() === '' || line.startsWith('#'))) continue;
    if (begun === '') begunAt = index + 1;
    begun += line.replace(/\\$/, ' ');
    if (line.endsWith('\\')) continue;
    const [, name, rest] = /^\s*(\w+)\s+(.*)$/.exec(begun) ?? [];
    if (name === undefined || rest === undefined)
      throw new Error(`line ${begunAt}: expected an instruction, found "${begun}"`);
    found.push({ name: name.toUpperCase(), text: rest.trim(), line: begunAt });
    begun = '';
  }
  return found;
}

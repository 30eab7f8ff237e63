import highsModule, { type Highs } from 'highs';

/** Maximise the value of the variables, each at least 0, under rows of `sum of coefficient · variable <= most`. */
export interface LinearProgram {
  readonly variables: readonly Variable[];
  /** The right side of each row. */
  readonly rowMost: readonly number[];
}

export interface Variable {
  readonly value: number;
  readonly most: number;
  readonly inRows: readonly { readonly row: number; readonly coefficient: number }[];
}

// The package's types describe its CommonJS form; what Node loads here is its ESM form, whose default is the loader.
const loadSolver = highsModule as unknown as typeof highsModule.default;
let solver: Promise<Highs> | undefined;

/** The optimum. Solved by HiGHS: Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method (2018). */
export async function maximise({ variables, rowMost }: LinearProgram): Promise<number> {
  if (variables.length === 0) return 0;
  solver ??= loadSolver();
  const highs = await solver;
  const entries = variables.flatMap(({ inRows }) => inRows);
  const starts = [0];
  for (const { inRows } of variables) starts.push((starts.at(-1) ?? 0) + inRows.length);
  using model = highs.createModel({
    numCols: variables.length,
    numRows: rowMost.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(variables, ({ value }) => value),
    colLower: new Float64Array(variables.length),
    colUpper: Float64Array.from(variables, ({ most }) => most),
    rowLower: new Float64Array(rowMost.length).fill(-highs.infinity),
    rowUpper: Float64Array.from(rowMost),
    matrix: {
      format: 'csc',
      numRows: rowMost.length,
      numCols: variables.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries, ({ row }) => row),
      values: Float64Array.from(entries, ({ coefficient }) => coefficient),
    },
  });
  model.options.set({ output_flag: false });
  model.run();
  const status = model.getModelStatus();
  if (status !== highs.constants.modelStatus.optimal) {
    throw new Error(
      `expected the solver to find the optimum, found status ${status}; report the world it was asked for`,
    );
  }
  return model.getObjectiveValue();
}

/** Makes again only what comes of another input: the same one gives the same object, and what is drawn of it stays. */
export function rememberLast<Input, Output>(make: (input: Input) => Output): (input: Input) => Output {
  let last: { readonly input: Input; readonly output: Output } | null = null;
  return (input) => {
    if (last === null || last.input !== input) last = { input, output: make(input) };
    return last.output;
  };
}

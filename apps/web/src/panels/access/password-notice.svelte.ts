/**
 * What became of the last change of the password. It outlives the form: the console ends every connection when a password
 * is set, so that the page is signed out and in again before the answer has come.
 */
class PasswordNotice {
  #said = $state.raw<{ readonly text: string; readonly at: number } | null>(null);

  say(text: string, at: number): void {
    this.#said = { text, at };
  }

  forget(): void {
    this.#said = null;
  }

  /** Nothing that was said long ago. */
  textAt(now: number): string {
    return this.#said !== null && now - this.#said.at < shownForMs ? this.#said.text : '';
  }
}

const shownForMs = 20_000;

export const passwordNotice = new PasswordNotice();

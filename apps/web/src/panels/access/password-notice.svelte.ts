const shownForMs = 20_000;

/**
 * What became of the last change of the password. It outlives the form: the console ends every connection when a password
 * is set, so that the page is signed out and in again before the answer has come.
 */
class PasswordNotice {
  text = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    clearTimeout(this.#timer);
    this.text = text;
    this.#timer = setTimeout(() => this.forget(), shownForMs);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.text = '';
  }
}

export const passwordNotice = new PasswordNotice();

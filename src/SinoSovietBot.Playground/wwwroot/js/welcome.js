const seenKey = 'playground.how-to-play.seen';

/** The panel that says how to play: shown on the first visit, and whenever it is asked for. */
export class Welcome {
  #panel;

  /** @param {{panel: HTMLElement, open: HTMLElement, close: HTMLElement}} elements */
  constructor({ panel, open, close }) {
    this.#panel = panel;
    panel.hidden = storage()?.getItem(seenKey) === 'yes';
    close.addEventListener('click', () => {
      panel.hidden = true;
      storage()?.setItem(seenKey, 'yes');
      open.focus();
    });
    open.addEventListener('click', () => {
      panel.hidden = !panel.hidden;
      if (!panel.hidden) close.focus();
    });
  }

  get open() {
    return !this.#panel.hidden;
  }
}

/** Null where the browser keeps nothing for this page; the panel then comes back at the next visit. */
function storage() {
  try {
    return window.localStorage;
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return null;
  }
}

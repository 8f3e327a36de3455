/** Small makers of elements. Text goes in as text, never as markup. */

export type Child = Node | string;

/** An element with a class and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The element of the page with this id; the page is ours, so it is there. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}.`);
  return element;
}

/** Text that can be copied by a button. */
export function copyable(text: string, name: string): HTMLElement {
  const button = make('button', '', 'Copy');
  button.type = 'button';
  button.setAttribute('aria-label', `Copy ${name}`);
  const code = make('pre', '', text);
  button.addEventListener('click', () => {
    void copy(text).then((done) => {
      if (!done) getSelection()?.selectAllChildren(code);
      button.textContent = done ? 'Copied' : 'Selected';
      button.setAttribute('aria-label', `${button.textContent}: ${name}`);
      setTimeout(() => {
        button.textContent = 'Copy';
        button.setAttribute('aria-label', `Copy ${name}`);
      }, 1500);
    });
  });
  button.setAttribute('aria-live', 'polite');
  return make('div', 'copy', code, button);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

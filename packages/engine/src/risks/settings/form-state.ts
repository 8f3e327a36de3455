/** Settings with which a page’s form, or the state of an app, begins: they are of no key until somebody fills them in. */
import { languages } from '../../read/languages.ts';
import { isKeyName } from '../calls/clients.ts';
import type { Setting, Subject } from '../../types.ts';

/** `defaultState`, `DEFAULT_FORM`, `initialValues`, `keyForm`, `formData`, `BinanceKeyState`. Not `platform`. */
const stateNames: readonly RegExp[] = [
  /^(?:default|initial|init|empty|blank)_?(?:\w{0,30}_?)?(?:state|form|values|data|inputs?|model|draft)$/i,
  /^(?:form|FORM)$|_(?:form|FORM)$|[a-z0-9]Form$|(?:^|_|[a-z0-9](?=F))form_?(?:state|data|values|fields|model|defaults)$/,
  /(?:^form|[a-z0-9]Form)(?:State|Data|Values|Fields|Model|Defaults)$/,
  /^[A-Z]\w{0,60}[a-z](?:State|ViewModel)$/,
];

/** What begins a form or a state, in the frameworks of pages and apps. */
const makers =
  'use(?:State|Reducer|Ref|Immer|SetState|Form|Formik|Reactive|LegacyState)|(?:shallow)?[rR]eactive|ref|shallowRef|\\$state|writable|signal|createSignal|createStore|createMutable|atom|observable|defineStore|setState|mutableStateOf|MutableStateFlow|BehaviorSubject|ValueNotifier';
const type = '(?:<[^()]{0,200}>)?';
const arrow = '(?:async\\s+)?\\(?\\s*\\w*(?:\\s*,\\s*\\w+){0,3}\\s*\\)?\\s*=>\\s*\\(?\\s*';
/** What stands before the mapping. */
const head = new RegExp(
  `(?:${[
    // `useState({`, `useReducer(reducer, {`, `useState<Form>(() => ({`
    `(?<![\\w.])(?:[A-Za-z]\\w{0,20}\\.)?(?:${makers})${type}\\(\\s*(?:[\\w.'"-]{1,60}\\s*,\\s*)?(?:${arrow})?`,
    // `create((set) => ({`, `create(persist((set, get) => ({`
    `(?<![\\w.])create${type}\\(?\\)?\\(\\s*(?:\\w{1,30}\\(\\s*)?\\(?\\s*set\\b[\\w\\s,]{0,40}\\)?\\s*=>\\s*\\(?\\s*`,
    // `state: () => ({`, `data() { return {`
    `\\b(?:state|data)\\s*[:=]?\\s*(?:function\\s*)?\\(\\s*\\)\\s*(?::\\s*\\w{1,40}\\s*)?(?:=>\\s*\\(?\\s*|(?:=>\\s*)?\\{\\s*return\\s*\\(?\\s*)`,
  ].join('|')})$`,
);
const longestHead = 300;

const known = new WeakMap<Subject, Map<number, boolean>>();

/** Whether the setting is what a form or a state begins with. Only of programs and pages. */
export function isOfForm({ path, container, call }: Setting, subject: Subject): boolean {
  const { language } = subject.reading;
  if ((!(language in languages) && language !== 'markup') || language === 'python') return false;
  if (filledIn(subject).has(container)) return false;
  const steps = call ? [...path.slice(0, -1), call.callee.at(-1) ?? ''] : path.slice(0, -1);
  if (steps.some((step) => stateNames.some((form) => form.test(step)))) return true;
  let begins = known.get(subject);
  if (!begins) known.set(subject, (begins = new Map<number, boolean>()));
  let is = begins.get(container);
  if (is === undefined) begins.set(container, (is = beginsState(subject.document.text, container)));
  return is;
}

const filled = new WeakMap<Subject, ReadonlySet<number>>();

/** The mappings in which a key stands, or what it is read from: a form begins with none. */
function filledIn(subject: Subject): ReadonlySet<number> {
  let containers = filled.get(subject);
  if (!containers) {
    const keys = subject.settings.filter(
      ({ path, value }) =>
        isKeyName(path.at(-1) ?? '') &&
        (value.kind === 'text' ? value.text.trim().length > 15 : value.kind === 'ref' || value.kind === 'unknown'),
    );
    filled.set(subject, (containers = new Set(keys.map(({ container }) => container))));
  }
  return containers;
}

function beginsState(text: string, container: number): boolean {
  return text.charAt(container) === '{' && head.test(text.slice(Math.max(0, container - longestHead), container));
}

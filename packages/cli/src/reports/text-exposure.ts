/** What git's history tells of a finding, for people: since when, until when, where it still is, what removes it. */
import type { HistoryOrigin } from '@bnguard/engine';
import { count, grouped, listed, shortRef } from './words.ts';
import { shortId } from './text-place.ts';

/** Sentences, one a paragraph. `path`: where the finding is shown. */
export function exposureSentences(origin: HistoryOrigin, path: string): string[] {
  return [timeSentence(origin, path), holderSentence(origin), placesSentence(origin, path)].filter(Boolean);
}

function timeSentence(origin: HistoryOrigin, path: string): string {
  const { firstCommit, lastCommit, exposedDays, atHead, headPath, isCut, reachable } = origin;
  if (!firstCommit) return '';
  const came = `Came in with commit ${shortId(firstCommit.id)} on ${day(firstCommit.date)}${isCut ? ' at the latest' : ''}`;
  const ago = exposedDays === undefined ? '' : exposedDays === 0 ? ', today' : `, ${count(exposedDays, 'day')} ago`;
  if (atHead) return `${came}${ago}, and is still in HEAD${headPath && headPath !== path ? `, as ${headPath}` : ''}.`;
  const isLater = lastCommit && lastCommit.id !== firstCommit.id;
  const last = isLater ? `; last seen in commit ${shortId(lastCommit.id)} on ${day(lastCommit.date)}` : '';
  return `${came}${ago}${last}. HEAD does not have it${reachable ? '; whoever has the history does' : ''}.`;
}

const day = (date: string): string => date.slice(0, 10);

function holderSentence({ refs = [], refCount = 0, pushed, reachable, heldBy }: HistoryOrigin): string {
  if (reachable) {
    const shown = refs.filter((name) => !name.endsWith('/HEAD') || refs.length === 1);
    const names = shown.slice(0, 3).map(shortRef);
    const others = refCount > names.length ? [`${count(refCount - names.length, 'other')}`] : [];
    return `In the history of ${listed([...names, ...others])}${pushed ? '; a remote has it too' : ''}.`;
  }
  switch (heldBy) {
    case 'index':
      return 'Only the index holds it: git reset -- FILE takes it out, git gc --prune=now then removes it from here.';
    case 'stash':
      return 'Only the stash holds it: it goes with its entry (git stash list), once git gc --prune=now tidies up.';
    case 'reflog':
      return 'Only the reflog holds it: it goes when git forgets the commit; bnguard explain purge says how to hurry that.';
    default:
      return 'Nothing holds it any more: git gc --prune=now removes it from here.';
  }
}

function placesSentence({ places = [], placeCount = 0 }: HistoryOrigin, path: string): string {
  const paths = [...new Set(places.map((place) => place.path))].filter((other) => other !== '' && other !== path);
  const named = paths.slice(0, 3);
  const more = paths.length - named.length;
  const others = named.length === 0 ? '' : listed([...named, ...(more > 0 ? [count(more, 'other path')] : [])]);
  if (placeCount === 0) return '';
  if (placeCount === 1) return others === '' ? 'Also in another version.' : `Also in ${others}.`;
  return `Also in ${grouped(placeCount)} other versions and places${others === '' ? '' : `, among them ${others}`}.`;
}

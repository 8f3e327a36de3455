/** What git's history tells of a finding, for people: since when, until when, where it still is, what removes it. */
import type { HistoryOrigin } from '@bnguard/engine';
import { count, listed } from './layout.ts';
import { shortId } from './text-place.ts';

/** Sentences, one a paragraph. */
export function exposureSentences(origin: HistoryOrigin): string[] {
  const { places = [], placeCount = 0 } = origin;
  return [
    timeSentence(origin),
    holderSentence(origin),
    placeCount > 0
      ? `Also in ${count(placeCount, 'other version or place', 'other versions and places')}${pathsIn(places, origin)}.`
      : '',
  ].filter(Boolean);
}

function timeSentence({ firstCommit, lastCommit, exposedDays, atHead }: HistoryOrigin): string {
  if (!firstCommit) return '';
  const came = `Came in with ${shortId(firstCommit.id)} on ${day(firstCommit.date)}`;
  const ago = exposedDays === undefined ? '' : exposedDays === 0 ? ', today' : `, ${count(exposedDays, 'day')} ago`;
  if (atHead) return `${came}${ago}, and is still in HEAD.`;
  const last =
    lastCommit && lastCommit.id !== firstCommit.id
      ? `; last seen in ${shortId(lastCommit.id)} on ${day(lastCommit.date)}`
      : '';
  return `${came}${ago}${last}. HEAD no longer has it; whoever has the history does.`;
}

const day = (date: string): string => date.slice(0, 10);

function holderSentence({ refs = [], refCount = 0, pushed, reachable, heldBy }: HistoryOrigin): string {
  if (reachable) {
    const names = refs.slice(0, 3).map((name) => name.replace(/^refs\/(?:heads|remotes|tags)\//, ''));
    const others = refCount > names.length ? [`${count(refCount - names.length, 'other')}`] : [];
    return `In the history of ${listed([...names, ...others])}${pushed ? '; it has left this machine' : ''}.`;
  }
  switch (heldBy) {
    case 'index':
      return 'Only the index holds it: git restore --staged FILE takes it out, git gc --prune=now then removes it.';
    case 'stash':
      return 'Only the stash holds it: git stash drop, then git reflog expire --expire=now --all and git gc --prune=now.';
    case 'reflog':
      return 'Only the reflog holds it: git reflog expire --expire=now --all and git gc --prune=now remove it from here.';
    default:
      return 'Nothing holds it any more: git reflog expire --expire=now --all and git gc --prune=now remove it from here.';
  }
}

function pathsIn(places: NonNullable<HistoryOrigin['places']>, { blob }: HistoryOrigin): string {
  const paths = [
    ...new Set(places.filter((place) => place.blob !== blob || place.path !== '').map(({ path }) => path)),
  ];
  const named = paths.filter(Boolean).slice(0, 3);
  const more = paths.length - named.length;
  return named.length === 0 ? '' : `: ${listed([...named, ...(more > 0 ? [`${count(more, 'other path')}`] : [])])}`;
}
